"""`intake check` over many bundles: what is found, kept and shown, and what one bad bundle may not spoil."""

import csv
import io
import json
import os
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest
from bundle_samples import judgement, laid_out, members, packed, portfolio, unpacked, verdicts, written

from intake.bundle.check import Judge, Report, Retell, check
from intake.bundle.write import write
from intake.checking import progress
from intake.checking.examine import Terms, examine
from intake.checking.folders import bundles
from intake.checking.kept import Circumstances, Results
from intake.checking.outcome import Outcome
from intake.checking.pool import worked
from intake.checking.shown import COLUMNS, cell
from intake.cli.main import run
from intake.session.document import rejudge


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A bundle whose verdicts are those of the shipped rules."""
    return _judged(tmp_path / "sound.zip")


def _judged(path: Path, **changes: Any) -> Path:
    from intake.packs.load import load_edition

    named = portfolio(attachments=[], **changes)
    _edition, pin = load_edition("vaimh/seed")
    named["judged"] = judgement() | {"rulebook": pin.model_dump(mode="json")}
    anew = rejudge(named)
    assert anew is not None
    write(path, named | {"judged": anew[0]}, anew[1], {})
    return path


def _out(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = run(["check", *map(str, arguments)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_folder_stands_for_the_zips_and_bags_in_it(tmp_path: Path) -> None:
    """At any depth, hidden files passed over, each once."""
    zipped = written(tmp_path).path
    bag = unpacked(zipped, tmp_path / "a" / "deeper")
    (tmp_path / "a" / "B.ZIP").write_bytes(b"")
    (tmp_path / "a" / ".hidden.zip").write_bytes(b"")
    (tmp_path / "a" / "notes.txt").write_bytes(b"")
    assert bundles([tmp_path, zipped]) == [zipped, tmp_path / "a" / "B.ZIP", bag]


def test_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    """Neither to a bundle elsewhere nor round in a circle."""
    zipped = written(tmp_path).path
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.zip").symlink_to(zipped)
    (inside / "circle").symlink_to(tmp_path, target_is_directory=True)
    assert bundles([inside]) == [inside]
    assert bundles([inside / "link.zip"]) == [inside / "link.zip"]


def test_a_folder_without_a_bundle_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is no bundle that lacks everything."""
    assert _out(capsys, tmp_path)[:2] == (
        3,
        f"{tmp_path}: There is no bundle in {tmp_path}: no .zip and no unpacked bag.\n",
    )


def test_one_bad_bundle_does_not_stop_the_rest(tmp_path: Path, sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each has its verdict, in the order of their names; what could not be read counts most."""
    (tmp_path / "cut.zip").write_bytes(sound.read_bytes()[:99])
    evil = packed(tmp_path / "evil.zip", [*members(sound), ("../evil", b"x")])
    code, out, err = _out(capsys, tmp_path)
    assert (code, err) == (3, "")
    told = [line.removeprefix(f"{tmp_path}/") for line in out.splitlines() if line.startswith(str(tmp_path))]
    assert [line.partition(".zip: ")[0] for line in told] == ["cut", "evil", "sound"]
    assert ["no zip archive" in told[0], "found wanting" in told[1], "in order" in told[2]] == [True] * 3
    assert out.endswith("Checked 3: 1 in order, 1 found wanting, 1 could not be read.\n")
    assert _out(capsys, evil)[0] == 1


def test_a_fault_of_ours_is_told_for_its_bundle(monkeypatch: pytest.MonkeyPatch, sound: Path) -> None:
    """Such as a lack of memory: the others wait."""

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("intake.checking.examine.check", fail)
    assert "through a fault of intake (MemoryError)" in examine(Terms(), sound).error


def _killed_by(name: str, path: Path) -> Outcome:
    if path.name == name:
        os.kill(os.getpid(), signal.SIGKILL)
    return Outcome(path=path.name, ok=True)


def test_a_process_that_the_system_kills_costs_its_own_bundle_alone() -> None:
    """It is named, and somebody else does the rest."""
    paths = [Path(f"{number}.zip") for number in range(6)]
    found = dict(worked(paths, partial(_killed_by, "3.zip"), jobs=2))
    assert sorted(found) == list(range(6))
    assert [place for place, outcome in found.items() if outcome.error] == [3]
    assert "exit code -9" in found[3].error


def test_several_processes_say_what_one_says(tmp_path: Path, sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the same order and to the byte, with packs of one's own too."""
    for number in range(4):
        (tmp_path / f"{number}.zip").write_bytes(sound.read_bytes()[: -number or None])
    alone = _out(capsys, tmp_path, "--jobs", "1", "--json")
    assert _out(capsys, tmp_path, "--jobs", "2", "--json", "--packs", tmp_path) == alone


def test_the_json_is_an_array_with_a_bundle_a_line(
    tmp_path: Path, sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that it can be read whole, or as it comes; the tally is not in it."""
    (tmp_path / "cut.zip").write_bytes(b"x")
    _code, out, err = _out(capsys, tmp_path, "--json")
    assert len(out.splitlines()) == 4
    cut, good = json.loads(out)
    assert (cut["verdict"], cut["ok"]) == ("unreadable", False)
    assert good | {"path": ""} == {
        "path": "", "verdict": "ok", "ok": True, "complete": False, "findings": [], "applicant": "Dana Whitfield",
        "signature": "signed",
        "level": "imhs", "rulebook": "vaimh/seed", "as_of": "2026-03-01",
    }  # fmt: skip
    assert err == "Checked 2: 1 in order, 0 found wanting, 1 could not be read.\n"


def test_the_table_has_a_row_for_each_and_nothing_that_is_reckoned_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that is a formula stays a name."""
    _judged(tmp_path / "=1+1.zip", applicant={"name": '=HYPERLINK("http://x","y")'})
    os.chdir(tmp_path)
    head, row = csv.reader(io.StringIO(_out(capsys, "=1+1.zip", "--csv")[1]))
    assert tuple(head) == COLUMNS
    assert row[:4] == ["'=1+1.zip", "ok", "no", '\'=HYPERLINK("http://x","y")']


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "\uff1d1"])
def test_a_cell_is_text(text: str) -> None:
    """Whatever it begins with."""
    assert cell(text).startswith("'")
    assert cell(f"a{text}")[0] == "a"


def test_results_are_kept_and_only_what_changed_is_checked_again(
    tmp_path: Path, sound: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second run says the same; a bundle under another name is known by its bytes."""
    kept, folder = tmp_path / "results.jsonl", tmp_path / "in"
    folder.mkdir()
    sound.rename(folder / "a.zip")
    first = _out(capsys, folder, "--results", kept, "--json")
    _judged(folder / "b.zip", applicant={"name": "Somebody Else"})
    (folder / "a.zip").rename(folder / "z.zip")
    seen: list[str] = []

    def watched(path: Path, judge: Judge, retell: Retell) -> Report:
        seen.append(path.name)
        return check(path, judge, retell)

    monkeypatch.setattr("intake.checking.examine.check", watched)
    _code, out, _err = _out(capsys, folder, "--results", kept, "--json")
    assert seen == ["b.zip"]
    assert json.loads(out)[1] == json.loads(first[1])[0] | {"path": str(folder / "z.zip")}
    assert kept.stat().st_mode & 0o777 == 0o600
    assert len(kept.read_bytes().splitlines()) == 2


def test_bags_are_judged_as_bags_in_every_form(tmp_path: Path, sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With no word of a portfolio; what is kept of one question is no answer to the other."""
    foreign = laid_out({"bagit.txt": b"", "data/Übersicht": b""}, tmp_path / "foreign")
    kept = ("--results", tmp_path / "results.jsonl")
    assert _out(capsys, "--bag", sound, foreign, *kept)[0] == 1
    code, out, _err = _out(capsys, "--bag", sound)
    assert (code, out.split("; ")) == (0, [f"{sound}: a valid bag", f"{agreed(sound)}\n"])
    told = json.loads(_out(capsys, "--bag", sound, foreign, "--json")[1])
    assert all(one["applicant"] == "" for one in told)
    assert [(one["verdict"], one["bag"]) for one in told] == [("ok", agreed(sound)), ("wanting", "BagIt")]
    rows = list(csv.DictReader(io.StringIO(_out(capsys, "--bag", sound, foreign, "--csv")[1])))
    assert [(row["verdict"], row["complete"], row["reasons"]) for row in rows] == [
        ("ok", "", ""),
        ("wanting", "", "bag-declaration bagit.txt"),
    ]
    assert "in order; incomplete" in _out(capsys, sound, *kept)[1]


def agreed(bundle: Path) -> str:
    """What a bundle of ours is as a bag."""
    count = sum("/data/" in name for name, _data in members(bundle))
    return f"BagIt 1.0, files: {count}, hashes: sha256"


def test_a_bag_in_a_folder_is_known_by_all_its_files(tmp_path: Path) -> None:
    """A changed byte in any of them makes it another; a link makes it one that is not kept."""
    bag = unpacked(written(tmp_path).path, tmp_path)
    known = Terms(known={})
    before = examine(known, bag).sha256
    assert len(before) == 64
    (bag / "data/summary.html").write_text("other")
    assert examine(known, bag).sha256 != before
    (bag / "data/link").symlink_to(tmp_path)
    assert examine(known, bag).sha256 == ""


UNDER = Circumstances("intake 1", "rules", "", "")
ONE = Outcome(path="a.zip", ok=True, sha256="1" * 64)


@pytest.mark.parametrize(
    "other",
    [{"program": "intake 2"}, {"rules": "others"}, {"rulebook": "vaimh/later"}, {"as_of": "2027-01-01"}],
    ids=lambda change: next(iter(change)),
)
def test_a_result_counts_only_for_the_program_and_rules_that_made_it(tmp_path: Path, other: dict[str, str]) -> None:
    """Other rules may say otherwise."""
    with Results(tmp_path / "r", UNDER) as results:
        results.add(ONE)
    with Results(tmp_path / "r", UNDER) as again:
        assert again.known == {ONE.sha256: ONE}
    with Results(tmp_path / "r", msgspec.structs.replace(UNDER, **other)) as later:
        assert later.known == {}


def test_a_last_line_that_was_cut_short_is_passed_over(tmp_path: Path) -> None:
    """At any length; what comes after it is kept, and so is what came before."""
    with Results(tmp_path / "whole", UNDER) as results:
        results.add(ONE)
        results.add(msgspec.structs.replace(ONE, sha256="2" * 64))
    whole = (tmp_path / "whole").read_bytes()
    for length in range(len(whole)):
        (tmp_path / "cut").write_bytes(whole[:length])
        with Results(tmp_path / "cut", UNDER) as results:
            before = len(results.known)
            results.add(msgspec.structs.replace(ONE, sha256="3" * 64))
        with Results(tmp_path / "cut", UNDER) as again:
            assert len(again.known) == before + 1


def test_a_file_of_another_kind_is_not_written_to(
    tmp_path: Path, sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody names a bundle where the results should go."""
    before = sound.read_bytes()
    code, _out_text, err = _out(capsys, sound, "--results", sound)
    assert code == 3
    assert "holds something else than results" in err
    assert sound.read_bytes() == before


def test_another_edition_says_which_verdicts_it_would_change(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The bundle stays in order, and the exit code says so; its own edition changes nothing."""
    code, out, _err = _out(capsys, sound, "--rulebook", "vaimh/later", "--json")
    (result,) = json.loads(out)
    assert (code, result["ok"], result["anew"]["rulebook"], result["anew"]["as_of"]) == (
        0,
        True,
        "vaimh/later",
        "2026-03-01",
    )
    assert {d["id"] for d in result["anew"]["differs"]}
    assert all(d["recorded"] != d["anew"] for d in result["anew"]["differs"])
    assert (
        "Under vaimh/later, as of 2026-03-01, these verdicts differ:"
        in _out(capsys, sound, "--rulebook", "vaimh/later")[1]
    )
    assert "verdicts are the same." in _out(capsys, sound, "--rulebook", "vaimh/seed")[1]


def test_an_edition_that_is_not_here_is_refused_before_anything_is_checked(
    sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once, and not for every bundle."""
    code, out, err = _out(capsys, sound, sound, "--rulebook", "vaimh/never")
    assert (code, out) == (3, "")
    assert "There is no rulebook vaimh/never" in err


def test_ctrl_c_ends_with_what_is_done(
    tmp_path: Path, sound: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The array is closed, and the tally says how many are left."""
    (tmp_path / "zz.zip").write_bytes(sound.read_bytes())

    def stopped(paths: list[Path], work: Callable[[Path], Outcome], *_: object) -> Iterator[tuple[int, Outcome]]:
        yield 1, work(paths[1])
        raise KeyboardInterrupt

    monkeypatch.setattr("intake.checking.pool.worked", stopped)
    code, out, err = _out(capsys, tmp_path, "--json")
    assert code == 130
    assert [result["path"] for result in json.loads(out)] == [str(tmp_path / "zz.zip")]
    assert "Stopped. Checked 1: 1 in order, 0 found wanting, 0 could not be read. 1 left." in err


def test_how_far_it_is_is_said_in_words() -> None:
    """Count, rate and time left."""
    assert progress.line(0, 1000, 0.0) == "0 of 1,000 bundles"
    assert progress.line(250, 1000, 10.0) == "250 of 1,000 bundles, 25 a second, 30 s left"
    assert progress.line(2, 20_000, 1.0) == "2 of 20,000 bundles, 2.0 a second, 2 h 46 min left"
    assert progress.span(125) == "2 min 5 s"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_drawn_on_a_terminal_alone_and_leaves_no_trace() -> None:
    """Not in a pipe, not for one bundle, not more often than eyes can follow."""
    terminal, pipe, single = _Terminal(), io.StringIO(), _Terminal()
    for stream, total in ((terminal, 2), (pipe, 2), (single, 1)):
        shown = progress.Progress(stream, total, iter([0.0, 1.0, 1.0, 1.05, 1.1]).__next__)
        shown.tell(1)
        shown.tell(1)
        shown.clear()
    assert terminal.getvalue() == "\r\x1b[K1 of 2 bundles, 1.0 a second, 1 s left\r\x1b[K"
    assert (pipe.getvalue(), single.getvalue()) == ("", "")


def test_what_a_path_says_to_a_terminal_is_shown_and_not_obeyed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In every shape."""
    (tmp_path / "a\x1b[2J\n.zip").write_bytes(b"")
    for shape in ([], ["--json"], ["--csv"]):
        assert "\x1b" not in _out(capsys, tmp_path, *shape)[1]


def test_the_sample_is_judged_by_its_own_edition_or_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the edition that it names, everything else is checked."""
    document = portfolio(attachments=[])
    write(tmp_path / "b.zip", document, verdicts(), {})
    assert "rulebook-unknown" in _out(capsys, tmp_path / "b.zip")[1]
