"""The hand-out: every requirement of an edition with its source, in four forms, whatever a pack's author wrote."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from intake.cli import run
from intake.handout import FORMATS, renderer
from intake.handout.markdown import escaped
from intake.packs.load import editions, load_edition
from intake.rulebook.edition import Edition
from intake.rulebook.levels import Line, Overview, find_level, overview

SEED = load_edition("vaimh/seed")[0]
HOSTILE = "a|b `c` <script>x</script> [d](http://e) \x1b[2J\u202e *f* $1$\n## g"


def lines(shown: Overview) -> list[Line]:
    """All requirements of an overview."""
    return [line for part in shown.parts for table in part.tables for line in table.lines]


def hostile() -> Edition:
    """The seed with hostile text wherever an author writes one."""
    doc: dict[str, Any] = json.loads(SEED.model_dump_json(by_alias=True))
    doc |= {"title": HOSTILE, "disclaimer": HOSTILE}
    doc["sources"]["page"] |= {"title": HOSTILE, "seen": HOSTILE}
    doc["levels"][3] |= {"title": HOSTILE, "tracks": dict.fromkeys(doc["levels"][3]["tracks"], HOSTILE)}
    for requirement in doc["requirements"]:
        requirement |= {"title": HOSTILE, "note": HOSTILE, "ask": HOSTILE}
        requirement |= {"guidance": [{"text": HOSTILE, "source": HOSTILE}]}
        requirement["cite"] |= {"section": HOSTILE, "quote": HOSTILE}
    for question in doc["questions"]:
        question |= {"says": HOSTILE, "silent": HOSTILE, "ask": HOSTILE}
    return Edition.model_validate(doc)


@pytest.mark.parametrize("name", editions())
def test_every_requirement_stands_in_every_form_with_its_source(name: str) -> None:
    edition = load_edition(name)[0]
    shown = overview(edition)
    assert sorted(line.id for line in lines(shown)) == sorted(r.id for r in edition.requirements)
    assert [point.id for point in shown.open] == [q.id for q in edition.questions]
    told = json.loads(renderer("json")(shown))
    assert told["sources"] == [{"title": s.title, "seen": s.seen} for s in edition.sources.values()]
    for form in ("text", "markdown", "html"):
        said = flat(renderer(form)(shown))
        for phrase in (edition.title, edition.disclaimer, *(s.seen for s in edition.sources.values())):
            assert flat(phrase) in said
        for line in lines(shown):
            for phrase in (
                line.title,
                line.rule,
                *(c.quote for c in line.cites),
                line.cites[0].section,
                line.ask,
                *line.confirm,
            ):
                assert flat(phrase) in said, (form, line.id)
            for guidance in line.guidance:
                assert flat(f"{guidance.text} ({guidance.source})") in said, (form, line.id)


def flat(text: str) -> str:
    """The letters and figures of a text, whatever marks, tags and line breaks stand among them."""
    plain = re.sub(r"<[^>]*>", "", text).replace("&#x27;", "").replace("&quot;", "").replace("&amp;", "")
    return "".join(re.findall(r"\w", plain.replace("_", "")))


@pytest.mark.parametrize(
    "said", ["imhs", "III", "iii", "3", "Level III", "level 3", "infant  mental health SPECIALIST"]
)
def test_a_level_is_found_by_every_form_of_its_name(said: str) -> None:
    level = find_level(SEED, said)
    assert level is not None
    assert level.id == "imhs"


@pytest.mark.parametrize("said", ["V", "5", "mentor 2", "clinical", "0", ""])
def test_what_names_no_level_finds_none(said: str) -> None:
    assert find_level(SEED, said) is None


def test_one_level_shows_what_is_asked_of_somebody_there() -> None:
    shown = overview(SEED, "imhs")
    assert {r.id for r in SEED.requirements if r.level in {"", "imhs"}} == {line.id for line in lines(shown)}
    asked = {point.id for point in shown.open}
    assert "order_of_review" in asked, "it comes up at levels III and IV"
    assert "higher_degree" not in asked, "it comes up at levels I and II only"


def test_the_levels_come_in_their_order_each_with_its_tracks() -> None:
    (levels,) = [part for part in overview(SEED).parts if part.id == "level"]
    assert [(table.level, table.track) for table in levels.tables] == [
        ("ifa", ""),
        ("ifs", ""),
        ("imhs", ""),
        ("imhm", ""),
        ("imhm", "clinical"),
        ("imhm", "policy"),
        ("imhm", "research"),
    ]
    assert levels.tables[4].title == "IV Infant Mental Health Mentor, Clinical"


def test_what_counts_only_on_confirmation_is_told_of_every_kind() -> None:
    told = {line.id: line.confirm for line in lines(overview(SEED))}
    assert "Where it was part-time and the page does not say how part-time work counts." in told["ifs.work"]
    assert "Time before the day of the first Bachelor's or higher degree." in told["ifs.work"]
    assert told["pre.membership"] == ()


@pytest.mark.parametrize("edition", [SEED, hostile()], ids=["seed", "hostile"])
def test_the_text_fits_eighty_columns(edition: Edition) -> None:
    assert max(map(len, renderer("text")(overview(edition)).split("\n"))) <= 80


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_in_a_pack_is_obeyed_by_a_terminal(form: str) -> None:
    said = renderer(form)(overview(hostile()))
    assert not {"\x1b", "\u202e"} & set(said)


def test_a_table_of_markdown_keeps_its_columns() -> None:
    for line in renderer("markdown")(overview(hostile())).splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) in {5, 7}
        assert not re.search(r"(?<!\\)[`$\[*]", line)
        assert not re.search(r"(?<!\\)<(?!br>)", line)


@pytest.mark.parametrize(
    ("words", "safe"), [("- a", r"\- a"), ("12. b", r"12\. b"), ("c. d - 1) e", "c. d - 1) e"), ("x|y", r"x\|y")]
)
def test_what_markdown_would_take_for_a_list_or_a_column_is_escaped(words: str, safe: str) -> None:
    assert escaped(words) == safe


class Page(HTMLParser):
    """The elements of a page in their order; each is closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append(tag)
        self.attributes += [name for name, _value in attrs]
        self.open += [] if tag == "meta" else [tag]

    def handle_endtag(self, tag: str) -> None:
        """Close the last one."""
        assert self.open.pop() == tag


def test_the_page_names_its_source_once_and_a_sign_in_the_rows() -> None:
    shown = overview(SEED)
    page = renderer("html")(shown)
    (source,) = shown.sources
    assert flat(page).count(flat(source.title)) == 1
    assert page.count("[1]") == 1 + sum(len(line.cites) for line in lines(shown))


@pytest.mark.parametrize("edition", [SEED, hostile()], ids=["seed", "hostile"])
def test_the_page_is_whole_loads_nothing_and_has_headings_and_tables(edition: Edition) -> None:
    html = renderer("html")(overview(edition))
    page = Page(html)
    assert page.open == []
    assert not {"script", "link", "img", "a", "iframe"} & set(page.tags)
    assert not {"src", "href", "style", "onload"} & set(page.attributes)
    assert "default-src 'none'" in html
    assert page.tags.count("table") == page.tags.count("caption") == page.tags.count("thead") == 13
    assert (page.tags.count("h1"), page.tags.count("h2"), page.tags.count("h3")) == (1, 6, 9)


def test_json_is_a_format_and_a_file_holds_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["levels", "III", "--json"]) == 0
    printed = capsys.readouterr().out
    assert run(["levels", "level", "3", "--format", "json", "--to", str(tmp_path / "iii.json")]) == 0
    assert (tmp_path / "iii.json").read_text("utf-8") == printed
    assert json.loads(printed)["edition"] == "vaimh/seed"
    assert capsys.readouterr().out == f"{tmp_path / 'iii.json'} is written.\n"


def test_an_unknown_level_is_told_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["levels", "V"]) == 3
    assert capsys.readouterr().err == (
        "intake: There is no level V in vaimh/seed. There are: I (ifa), II (ifs), III (imhs), IV (imhm).\n"
    )
