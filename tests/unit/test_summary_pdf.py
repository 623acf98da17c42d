"""The summary as a PDF: the same as the page, tagged for who hears it, and in order by a stranger's reader."""

import datetime as dt
import html
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from bundle_samples import portfolio, verdicts
from personas import run

from intake.bundle.pdf import pdf
from intake.bundle.summary import summary
from intake.cli import run as command
from intake.session.start import open_session

MADE = dt.date(2026, 3, 1)


def page(**changes: Any) -> str:
    """The sample's page."""
    return summary(portfolio(**changes), verdicts())


@pytest.fixture(scope="module")
def made() -> Iterator[pikepdf.Pdf]:
    """The sample's page as a PDF, read by a stranger."""
    with pikepdf.open(io.BytesIO(pdf(page(), MADE))) as found:
        yield found


def tags(made: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the structure that a screen reader goes through."""
    waiting = [made.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        inside: Any = element.get("/K", [])
        children = list(inside) if isinstance(inside, pikepdf.Array) else [inside]
        waiting += [child for child in children if isinstance(child, pikepdf.Dictionary)]
        if "/S" in element:
            yield element


def test_a_stranger_finds_it_in_order_and_made_for_screen_readers(made: pikepdf.Pdf) -> None:
    assert made.check_pdf_syntax() == []
    assert made.Root.MarkInfo.Marked
    assert made.Root.Lang == "en"
    with made.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"].startswith("Dana Whitfield: ")


def test_it_has_every_heading_row_and_link_of_the_page_and_says_the_picture_in_words(made: pikepdf.Pdf) -> None:
    source = re.sub(r"<nav.*?</nav>", "", page(), flags=re.DOTALL)
    kinds = Counter(str(tag.S).removeprefix("/") for tag in tags(made))
    for tag, kind in (("h1", "H1"), ("h2", "H2"), ("h3", "H3"), ("tr", "TR"), ("li", "LI"), ("a", "Link")):
        assert kinds[kind] == len(re.findall(f"<{tag}[ >]", source)), tag
    cells = len(re.findall("<t[dh][ >]", source))
    assert kinds["TD"] + kinds["TH"] == cells
    told = re.search(r"<desc[^>]*>(.*?)</desc>", source, re.DOTALL)
    assert told
    alts = [str(tag.Alt) for tag in tags(made) if tag.S == "/Figure"]
    assert [" ".join(alt.split()) for alt in alts] == [" ".join(html.unescape(told[1]).split())]


def test_the_same_page_gives_the_same_bytes() -> None:
    assert pdf(page(), MADE) == pdf(page(), MADE) != pdf(page(asked=["Another?"]), MADE)


def test_nothing_that_was_typed_is_obeyed_and_what_no_font_has_stands_as_its_number() -> None:
    naughty = "#panic() $x$ *b* @ref <label> \\ // /* ` ] #["
    assert pdf(page(asked=[naughty]), MADE).startswith(b"%PDF-1.7")
    odd = page(asked=["a\u0378b"])
    assert pdf(odd, MADE) == pdf(odd.replace("\u0378", "[U+0378]"), MADE)


def attached(home: Path, case: str, path: Path) -> Path:
    """A file attached to an entry of a case; where the copy of it is kept."""
    path.write_bytes(b"%PDF-1.7")
    session = open_session(home, case=case, as_of=MADE)
    session.say("go to education")
    session.say(f"/attach {path}")
    session.close()
    return home / "files" / case / session.files()[0].sha256


def test_the_command_writes_both_and_names_a_file_that_was_lost(tmp_path: Path) -> None:
    home = tmp_path / "home"
    session, _out = run("marisol", home, tmp_path / "marisol.zip")
    kept = attached(home, session.id, tmp_path / "copy.pdf")
    kept.unlink()
    document, page_file = tmp_path / "marisol.pdf", tmp_path / "marisol.html"
    told = ["--home", str(home), "--as-of", "2026-03-01", "summary", session.id]
    assert command([*told, "--pdf", str(document), "--html", str(page_file)]) == 0
    written = page_file.read_text("utf-8")
    assert "01-copy.pdf (lost, and not in this bundle)" in written
    assert document.read_bytes() == pdf(written, MADE)


def test_without_the_extra_it_says_how_to_have_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("keisha", tmp_path / "home", tmp_path / "keisha.zip")
    monkeypatch.delitem(sys.modules, "intake.bundle.pdf")
    monkeypatch.setitem(sys.modules, "typst", None)
    capsys.readouterr()
    told = ["--home", str(tmp_path / "home"), "summary", "keisha"]
    assert command([*told, "--pdf", str(tmp_path / "me.pdf")]) == 3
    assert "uv run --extra pdf intake summary keisha --pdf FILE" in capsys.readouterr().err
    assert command(told) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")
