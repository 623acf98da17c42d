"""Checking what is inside a bundle: the bag, the document, its attachments, its signature and its verdicts."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bundle_samples import (
    ATTACHED,
    TRANSCRIPT,
    codes,
    hashed_anew,
    judgement,
    members,
    packed,
    portfolio,
    unpacked,
    verdicts,
    written,
)

from intake.bundle.bag import PROOFS, SUMMARY
from intake.bundle.check import Report, check
from intake.bundle.errors import BundleError
from intake.bundle.write import write
from intake.portfolio.records import Ending
from intake.rulebook.verdicts import Verdict
from intake.session.document import rejudge
from intake.session.retelling import retold


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """A sound bundle, unpacked."""
    return unpacked(written(tmp_path).path, tmp_path)


def _judge(_: dict[str, Any]) -> tuple[dict[str, Any], tuple[Verdict, ...]]:
    return judgement(), verdicts()


def _edit(bag: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """Change the document as somebody does who makes all hashes anew."""
    place = bag / "data/portfolio.json"
    document = json.loads(place.read_text())
    change(document)
    place.write_text(json.dumps(document))
    return hashed_anew(bag)


def test_a_sound_bundle_is_ok_packed_and_unpacked(tmp_path: Path) -> None:
    """And the report holds the portfolio that went in."""
    bundle = written(tmp_path)
    for path in (bundle.path, unpacked(bundle.path, tmp_path)):
        assert check(path, _judge) == Report(path, ok=True, findings=(), portfolio=bundle.portfolio)


def test_a_folder_that_was_renamed_is_as_good(bag: Path) -> None:
    """People rename folders; what is in it did not change."""
    assert check(bag.rename(bag.with_name("Dana (1)"))).ok


def test_a_zip_folder_with_another_number_is_found(tmp_path: Path) -> None:
    """The number in its name is that of the portfolio."""
    path = written(tmp_path).path
    renamed = [(f"portfolio-000000000000/{name.partition('/')[2]}", data) for name, data in members(path)]
    assert codes(check(packed(path, renamed))) == {"id-differs"}


@pytest.mark.parametrize("name", ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_a_tag_file_that_is_missing_is_named(bag: Path, name: str) -> None:
    """Without it the rest means nothing."""
    (bag / name).unlink()
    assert [(f.code, f.where) for f in check(bag).findings] == [("file-missing", name)]


@pytest.mark.parametrize("name", ["portfolio.json", "portfolio.schema.json", "summary.html"])
def test_a_payload_file_that_is_missing_is_named(bag: Path, name: str) -> None:
    """Also where the manifests were made anew without it."""
    (bag / "data" / name).unlink()
    assert ("file-missing", f"data/{name}") in {(f.code, f.where) for f in check(hashed_anew(bag)).findings}


def test_a_file_too_many_is_named(bag: Path) -> None:
    """Also where it is hidden, or outside data."""
    for name in ("fetch.txt", "data/.DS_Store", "data/references/a/01-a.age"):
        (bag / name).parent.mkdir(parents=True, exist_ok=True)
        (bag / name).write_text("x")
    found = {f.where for f in check(bag).findings if f.code == "file-unexpected"}
    assert found == {"fetch.txt", "data/.DS_Store", "data/references/a/01-a.age"}


def test_a_rating_that_is_not_listed_is_named(bag: Path) -> None:
    """Whoever put it there: nobody asked for it by a request of this portfolio."""
    (bag / "data/references").mkdir()
    (bag / "data/references/01-a.age").write_text("x")
    assert ("rating-not-listed", "data/references/01-a.age") in {(f.code, f.where) for f in check(bag).findings}


def test_everything_that_is_wrong_is_told_at_once(bag: Path) -> None:
    """One run, all findings, each with a place and a whole sentence."""
    (bag / "data/summary.html").write_text("other")
    (bag / "bagit.txt").write_text("BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n")
    (bag / "data/attachments" / ATTACHED).write_bytes(b"other")
    report = check(bag)
    assert {"hash-differs", "bagit-differs", "attachment-differs", "payload-oxum-differs"} <= codes(report)
    for finding in report.findings:
        assert finding.where
        assert finding.message.endswith(".")
        assert " " in finding.message


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda lines: lines[1:], "file-not-listed"),
        (lambda lines: [*lines, f"{'0' * 64}  data/ghost"], "file-missing"),
        (lambda lines: [*lines, f"{'0' * 64}  ../../etc/passwd"], "file-missing"),
        (lambda lines: [*lines, lines[0]], "manifest-duplicate"),
        (lambda lines: [*lines, f"{'0' * 64}  {lines[0][66:]}"], "manifest-duplicate"),
        (lambda lines: [lines[0].upper(), *lines[1:]], "manifest-line"),
        (lambda lines: [lines[0].replace("  ", " *"), *lines[1:]], "manifest-line"),
        (lambda lines: [f"{'0' * 64}{lines[0][64:]}", *lines[1:]], "hash-differs"),
        (lambda lines: lines[::-1], "manifest-form"),
        (lambda lines: [lines[0] + "\r", *lines[1:]], "file-missing"),
    ],
)
@pytest.mark.parametrize("name", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_a_manifest_must_list_every_file_once_in_one_form(
    bag: Path, name: str, change: Callable[[list[str]], list[str]], code: str
) -> None:
    """In both directions, and to the byte."""
    lines = (bag / name).read_text().splitlines()
    (bag / name).write_bytes("".join(f"{line}\n" for line in change(lines)).encode())
    assert code in codes(check(bag))


def test_a_manifest_that_is_no_text_is_found(bag: Path) -> None:
    """Bytes that are not UTF-8."""
    (bag / "manifest-sha256.txt").write_bytes(b"\xff\xfe")
    assert "manifest-encoding" in codes(check(bag))


def test_bag_info_must_say_what_follows_from_the_portfolio(bag: Path) -> None:
    """Even where all hashes were made anew."""
    info = bag / "bag-info.txt"
    info.write_text(info.read_text().replace("incomplete, with its list of gaps", "complete"))
    report = check(hashed_anew(bag))
    assert codes(report) == {"bag-info-differs"}
    assert "External-Description" in report.findings[0].message


def test_bag_info_of_another_version_of_intake_is_as_good(bag: Path) -> None:
    """Bundles outlive the version that wrote them."""
    info = bag / "bag-info.txt"
    info.write_text(
        "".join(f"{line}\n" for line in [*info.read_text().splitlines()[:-1], "Bag-Software-Agent: intake 9.9"])
    )
    assert check(hashed_anew(bag)).ok


def test_a_link_in_a_folder_is_refused(bag: Path, tmp_path: Path) -> None:
    """It would show a file from somewhere else as an attachment."""
    (tmp_path / "secret").write_bytes(TRANSCRIPT)
    place = bag / "data/attachments" / ATTACHED
    place.unlink()
    place.symlink_to(tmp_path / "secret")
    assert codes(check(bag)) == {"folder-link"}


def test_a_linked_folder_and_a_pipe_in_a_folder_are_refused(bag: Path, tmp_path: Path) -> None:
    """Neither is followed, and nobody waits for the pipe."""
    (bag / "data/more").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(bag / "data/pipe")
    assert [(f.code, f.where) for f in check(bag).findings] == [
        ("folder-link", "data/more"),
        ("folder-link", "data/pipe"),
    ]


def test_an_empty_folder_is_no_bundle(tmp_path: Path) -> None:
    """Everything is missing."""
    assert codes(check(tmp_path)) == {"file-missing"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"format": "intake-portfolio/1", "format": "intake-portfolio/1"}', "json-duplicate-field"),
        ('{"judged": NaN}', "json-number"),
        ('{"a": ' * 70 + "1" + "}" * 70, "json-too-deep"),
        ("[" * 100_000, "json-too-deep"),
        ("[]", "json-no-object"),
        ('{"a": 1', "json-syntax"),
        ('{"a": "\\ud800"}', "json-encoding"),
        ("[" + "[]," * 1_600_000 + "[]]", "json-too-large"),
    ],
    ids=["twice", "nan", "deep", "very deep", "list", "cut", "half a character", "many"],
)
def test_a_document_with_no_single_meaning_is_refused(bag: Path, text: str, code: str) -> None:
    """Two programs must not read two portfolios out of it."""
    (bag / "data/portfolio.json").write_text(text)
    report = check(hashed_anew(bag))
    assert code in codes(report)
    assert report.portfolio is None


def test_a_document_too_large_is_not_read(bag: Path) -> None:
    """65 MiB of nothing."""
    with (bag / "data/portfolio.json").open("wb") as file:
        file.truncate(65 << 20)
    assert "json-too-large" in codes(check(bag))


@pytest.mark.parametrize(
    ("change", "where", "reason"),
    [
        (lambda d: d["membership"].update(current="yes"), "membership.current", "should be true or false"),
        (lambda d: d["work"][0].update(paid=1), "work.0.paid", "should be true or false"),
        (lambda d: d["work"][0].update(hours_per_week=0), "work.0.hours_per_week", "is not more than 0"),
        (lambda d: d["work"][0]["span"].update(start="02/2021"), "work.0.span.start", "is not a date"),
        (lambda d: d["work"][0]["supervised_span"].pop("end"), "work.0.supervised_span", "lacks end"),
        (lambda d: d["work"][0].update(supervised_span="partly"), "work.0.supervised_span", "should be “whole”"),
        (lambda d: d["work"][0]["supervised_span"].update(end="soon"), "work.0.supervised_span.end", "expected form"),
        (lambda d: d["work"][0].update(salary=1), "work.0", "has a field that is not known: salary"),
        (lambda d: d["education"][0].update(id="Education 1"), "education.0.id", "expected form"),
        (lambda d: d["education"][0].update(awarded="2017-05\n"), "education.0.awarded", "form"),
        (lambda d: d["asked"].append(""), "asked.1", "is empty"),
        (lambda d: d["asked"].append("x" * 20_001), "asked.1", "is longer than 20,000 characters"),
        (lambda d: d["target"].update(level="V"), "target.level", "should be one of: ifa, ifs, imhs, imhm"),
        (lambda d: d.update(format="intake-portfolio/2"), "format", "should be “intake-portfolio/1”"),
        (lambda d: d["education"][0].update(awarded="2017-02-30"), "education.0.awarded", "no such day as 2017-02-30"),
        (lambda d: d["work"][0]["span"].update(start="0000"), "work.0.span.start", "too far off"),
        (lambda d: d["work"].append(d["work"][0]), "work.1.id", "is the id of another entry as well: work-1"),
        (lambda d: d["judged"].update(as_of="2026-03"), "judged.as_of", "is not one day"),
        (lambda d: d["judged"].update(as_of="2026-02-29"), "judged.as_of", "no such day as 2026-02-29"),
        (lambda d: d["attachments"][0].update(size=-1), "attachments.0.size", "is less than 0"),
        (lambda d: d.update({"x\u202e\x1b[2J": 1}), "the document", "not known: x\ufffd\u241b[2J"),
    ],
)
def test_what_breaks_the_schema_is_said_with_its_place(
    bag: Path, change: Callable[[dict[str, Any]], None], where: str, reason: str
) -> None:
    """The field that was meant, not the union around it, in words without a traceback or a raw control."""
    report = check(_edit(bag, change))
    (told,) = [finding for finding in report.findings if finding.code == "schema-violated"]
    assert told.where == where
    assert reason in told.message
    assert report.portfolio is None


def test_another_schema_in_the_bundle_is_found(bag: Path) -> None:
    """It would let a reader believe in another format."""
    (bag / "data/portfolio.schema.json").write_text("{}")
    assert "schema-differs" in codes(check(hashed_anew(bag)))


def test_a_bundle_of_an_earlier_schema_and_edition_is_in_order_and_judged_by_its_own() -> None:
    bundle = Path(__file__).parents[1] / "data" / "bundles" / "aisha-before-moving-was-asked.zip"
    report = check(bundle, rejudge, retold)
    assert (report.ok, report.findings) == (True, ())
    assert {(note.code, note.where) for note in report.noted} <= {
        ("made-otherwise", PROOFS),
        ("made-otherwise", SUMMARY),
    }
    assert report.portfolio is not None
    assert "pre.notice" not in report.portfolio["judged"]["verdicts"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda d: d["attachments"].clear(), "attachment-not-listed"),
        (lambda d: d["attachments"].append(d["attachments"][0]), "attachment-duplicate"),
        (lambda d: d["attachments"].append(d["attachments"][0] | {"file": "02-b.pdf"}), "attachment-missing"),
        (lambda d: d["attachments"][0].update(size=1), "attachment-differs"),
        (lambda d: d["attachments"][0].update(sha256="0" * 64), "attachment-differs"),
    ],
)
def test_attachments_must_be_those_listed(bag: Path, change: Callable[[dict[str, Any]], None], code: str) -> None:
    """Whoever changes the list cannot make it fit by new hashes."""
    assert code in codes(check(_edit(bag, change)))


def test_an_answer_changed_after_signing_makes_the_signature_stale(tmp_path: Path) -> None:
    """Even in a bundle that is sound in every other way."""
    document = portfolio(attachments=[])
    document["work"][0]["paid"] = False
    write(tmp_path / "b.zip", document, verdicts(), {})
    report = check(tmp_path / "b.zip")
    assert codes(report) == {"signature-stale"}
    assert "sign again" in report.findings[0].message


def _rejudged(tmp_path: Path, change: Callable[[dict[str, Any]], None]) -> Report:
    """A bundle whose author wrote other verdicts into it than the rules give."""
    document = portfolio(attachments=[])
    change(document["judged"])
    write(tmp_path / "b.zip", document, verdicts(), {})
    assert check(tmp_path / "b.zip").ok
    return check(tmp_path / "b.zip", _judge)


@pytest.mark.parametrize(
    ("change", "code", "named"),
    [
        (lambda j: j["verdicts"].update({"references.three": "met"}), "verdicts-differ", "references.three"),
        (lambda j: j["verdicts"].pop("imhs.work"), "verdicts-differ", "imhs.work"),
        (lambda j: j["totals"]["supervised_months"].update(strict=36), "totals-differ", "supervised_months"),
        (lambda j: j["gaps"].clear(), "gaps-differ", ""),
        (lambda j: j["questions"].clear(), "questions-differ", ""),
        (lambda j: j.update(complete=True), "complete-differs", ""),
        (lambda j: j.update(endings=[dict.fromkeys(Ending.model_fields, "Renewed")]), "endings-differ", ""),
    ],
)
def test_verdicts_that_the_answers_do_not_lead_to_are_found(
    tmp_path: Path, change: Callable[[dict[str, Any]], None], code: str, named: str
) -> None:
    """Anyone can make them again from the answers; the finding names what differs."""
    found = [f for f in _rejudged(tmp_path, change).findings if f.code != "summary-differs"]
    assert [f.code for f in found] == [code]
    assert named in found[0].message


def test_a_summary_that_says_otherwise_is_found(bag: Path) -> None:
    """It is the page that people read; all hashes were made anew, and its length is the same."""
    page = bag / "data/summary.html"
    page.write_text(page.read_text().replace("✗ Not met", "✓ Not met"))
    assert check(hashed_anew(bag)).ok
    assert codes(check(bag, _judge)) == {"summary-differs"}


def test_proofs_that_say_otherwise_are_found(bag: Path) -> None:
    """It is what machines read; all hashes were made anew, and its length is the same."""
    place = bag / "data/proofs.json"
    place.write_text(place.read_text().replace("27 to 29 months", "37 to 39 months"))
    assert check(hashed_anew(bag)).ok
    assert codes(check(bag, _judge)) == {"proofs-differ"}


def test_what_another_version_is_said_to_have_made_otherwise_is_not_to_be_relied_on(bag: Path) -> None:
    page, info = bag / "data/summary.html", bag / "bag-info.txt"
    page.write_text(page.read_text().replace("✗ Not met", "✓ Not met"))
    info.write_text(re.sub(r"intake \S+", "intake 0.0.1", info.read_text()))
    report = check(hashed_anew(bag), _judge)
    assert report.ok
    assert [(note.code, note.where) for note in report.noted] == [("made-otherwise", SUMMARY)]
    assert "Do not rely on “data/summary.html”." in report.noted[0].message


def test_a_portfolio_without_verdicts_is_found_by_who_judges(tmp_path: Path) -> None:
    """Nothing recorded is not the same as nothing to record."""
    document = portfolio(attachments=[]) | {"judged": None}
    write(tmp_path / "b.zip", document, verdicts(), {})
    assert check(tmp_path / "b.zip").ok
    assert codes(check(tmp_path / "b.zip", _judge)) == {"verdicts-differ"}


def test_a_folder_that_cannot_be_read_is_refused_plainly(bag: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails, not a finding about the bundle."""

    def fail(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", fail)
    with pytest.raises(BundleError, match="Permission denied"):
        check(bag)
