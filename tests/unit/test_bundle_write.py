"""Writing a bundle: what strangers' programs say of it, the same bytes every time, and never half a file."""

import hashlib
import json
import os
import random
import subprocess
import sys
import tracemalloc
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
from bundle_samples import ATTACHED, ENCLOSED, TRANSCRIPT, members, packed, portfolio, unpacked, verdicts, written

from intake.bundle import zipform
from intake.bundle.check import check
from intake.bundle.errors import BundleError
from intake.bundle.write import write


def test_the_hash_returned_is_that_of_the_file(tmp_path: Path) -> None:
    """Exports are logged by this hash."""
    bundle = written(tmp_path)
    assert bundle.sha256 == hashlib.sha256(bundle.path.read_bytes()).hexdigest()


def test_what_writing_and_checking_do_not_need_takes_no_memory() -> None:
    """Each of these is megabytes, of the sixty that an export may take however large an attachment is."""
    needed = "import sys, intake.session.opening, intake.bundle.write, intake.checking.examine"
    heavy = ("asyncio", "jsonschema", "textual", "intake.session.session", "intake.understand.understanding")
    told = f"{needed}; print([name for name in {heavy} if name in sys.modules])"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    ran = subprocess.run([sys.executable, "-c", told], env=environment, check=True, capture_output=True, text=True)
    assert ran.stdout == "[]\n"


def test_bagit_of_the_library_of_congress_accepts_the_bag(tmp_path: Path) -> None:
    """An independent judge of BagIt."""
    bag = unpacked(written(tmp_path).path, tmp_path)
    judge = [sys.executable, "-m", "bagit", "--validate", str(bag)]
    assert subprocess.run(judge, check=False, capture_output=True).returncode == 0
    (bag / "data/summary.html").write_text("")
    assert subprocess.run(judge, check=False, capture_output=True).returncode != 0


def test_sha256sum_accepts_both_manifests(tmp_path: Path) -> None:
    """The way to verify that the summary tells people."""
    bag = unpacked(written(tmp_path).path, tmp_path)
    judge = ["sha256sum", "--strict", "-c", "tagmanifest-sha256.txt", "manifest-sha256.txt"]
    told = subprocess.run(judge, cwd=bag, check=True, capture_output=True, text=True).stdout.splitlines()
    assert told == [f"{name.partition('/')[2]}: OK" for name, _ in _listed_first(members(tmp_path / "bundle.zip"))]


def _listed_first(entries: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return [entry for entry in entries if not entry[0].endswith("tagmanifest-sha256.txt")]


def test_zip_readers_accept_the_archive(tmp_path: Path) -> None:
    """Python's reader, and unzip where it is installed."""
    path = written(tmp_path).path
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        for entry in archive.infolist():
            assert (entry.compress_type, entry.date_time) == (zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0))
            assert (entry.create_system, entry.external_attr, entry.extra) == (3, 0o100600 << 16, b"")
    if Path("/usr/bin/unzip").exists():
        subprocess.run(["/usr/bin/unzip", "-tqq", str(path)], check=True, capture_output=True)


def test_the_layout_is_fixed(tmp_path: Path) -> None:
    """People and programs find files by these names."""
    assert [name.partition("/")[2] for name, _ in members(written(tmp_path).path)] == [
        "bagit.txt",
        "bag-info.txt",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
        "data/portfolio.json",
        "data/portfolio.schema.json",
        "data/proofs.json",
        "data/proofs.schema.json",
        "data/summary.html",
        f"data/attachments/{ATTACHED}",
        "data/signature.json",
    ]


def test_the_proofs_hold_for_machines_what_the_summary_shows(tmp_path: Path) -> None:
    """Every verdict with its rule, figures, items, reasons, source and days, and by which rules and on which day."""
    bundle = written(tmp_path)
    stored = json.loads(dict(members(bundle.path))[f"{_top(bundle.path)}/data/proofs.json"])
    judged = bundle.portfolio["judged"]
    assert (stored["format"], stored["rulebook"]) == ("intake-proofs/1", judged["rulebook"])
    assert stored["as_of"] == judged["as_of"]
    assert {r["id"]: r["verdict"] for r in stored["requirements"]} == judged["verdicts"]
    work = next(r for r in stored["requirements"] if r["id"] == "imhs.work")
    assert work["counted"][0]["amount"] == "27 to 29 months"
    assert work["not_counted"][0]["reason"] == "not supervised"
    assert work["cite"]["quote"] == "a minimum of 2 years supervised work experience"
    assert work["earliest"] == {"strict": "2026-05-13", "loose": None}
    assert work["guidance"][0]["source"] == "VA-4"


def test_bag_info_says_date_size_and_state(tmp_path: Path) -> None:
    """The first thing that an archivist reads."""
    entries = dict(members(written(tmp_path).path))
    info = next(data.decode() for name, data in entries.items() if name.endswith("bag-info.txt"))
    payload = [data for name, data in entries.items() if "/data/" in name]
    assert "Bagging-Date: 2026-03-01\n" in info
    assert f"Payload-Oxum: {sum(map(len, payload))}.{len(payload)}\n" in info
    assert "incomplete, with its list of gaps" in info


def test_the_order_in_which_answers_were_given_does_not_show(tmp_path: Path) -> None:
    """The same portfolio is the same bundle."""
    shuffled = portfolio()
    names = list(shuffled)
    random.Random(7).shuffle(names)
    (tmp_path / "elsewhere").write_bytes(TRANSCRIPT)
    reordered = {name: shuffled[name] for name in names}
    other = write(tmp_path / "other.zip", reordered, verdicts(), {ENCLOSED: tmp_path / "elsewhere"})
    assert other == written(tmp_path).sha256


@pytest.mark.parametrize(
    ("changes", "where", "reason"),
    [
        ({"membership": {"current": "yes"}}, "membership.current", "true or false"),
        ({"work": [{"id": "work-1", "hours_per_week": 169}]}, "work.0.hours_per_week", "more than 168"),
        ({"work": [{"id": "work-1", "span": {"start": "soon", "end": ".."}}]}, "work.0.span.start", "EDTF"),
        ({"education": [{"id": "education-1", "degree": "BA"}]}, "education.0", "not known: degree"),
        ({"renewal": {"training_hours": float("nan")}}, "renewal.training_hours", "expected form"),
        ({"applicant": {"name": "\ud800"}}, "applicant.name", "valid string"),
        ({"target": {"level": "V"}}, "target.level", "one of: ifa, ifs, imhs, imhm"),
    ],
)
def test_a_portfolio_that_breaks_its_schema_is_refused(
    tmp_path: Path, changes: dict[str, Any], where: str, reason: str
) -> None:
    """The message names the field and what is wrong with it, and no file appears."""
    with pytest.raises(BundleError) as told:
        write(tmp_path / "bundle.zip", portfolio(attachments=[]) | changes, verdicts(), {})
    assert f" {where} " in str(told.value)
    assert reason in str(told.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("figure", [float("inf"), 2**63, {1: "a"}, b"bytes"])
def test_a_figure_that_json_cannot_hold_is_refused(tmp_path: Path, figure: Any) -> None:
    """Where the schema allows anything, still nothing is written that a reader would refuse or change."""
    document = portfolio(attachments=[])
    document["judged"]["totals"]["odd"] = figure
    with pytest.raises(BundleError, match="portfolio cannot be written"):
        write(tmp_path / "bundle.zip", document, verdicts(), {})


def test_a_date_of_judgement_that_is_no_day_is_refused(tmp_path: Path) -> None:
    """A bag's date must be one day."""
    document = portfolio(attachments=[])
    document["judged"]["as_of"] = "2026-03"
    with pytest.raises(BundleError, match=r"judged\.as_of"):
        write(tmp_path / "bundle.zip", document, verdicts(), {})


@pytest.mark.parametrize("files", [{}, {ENCLOSED: "kept", "02-other.pdf": "kept"}, {ENCLOSED: "not-there"}])
def test_attachments_and_files_must_be_the_same(tmp_path: Path, files: dict[str, str]) -> None:
    """Nothing listed is left out, and nothing unlisted slips in."""
    (tmp_path / "kept").write_bytes(TRANSCRIPT)
    with pytest.raises(BundleError):
        write(tmp_path / "b.zip", portfolio(), verdicts(), {name: tmp_path / file for name, file in files.items()})
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_kept_file_that_was_changed_is_refused(tmp_path: Path) -> None:
    """What goes out is what was attached, or nothing."""
    (tmp_path / "kept").write_bytes(TRANSCRIPT.replace(b"official", b"0fficial"))
    with pytest.raises(BundleError, match="attach it again"):
        write(tmp_path / "b.zip", portfolio(), verdicts(), {ENCLOSED: tmp_path / "kept"})


def test_a_kept_file_changed_while_it_is_packed_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between measuring and packing somebody may write to the file."""
    kept = tmp_path / "kept"
    kept.write_bytes(TRANSCRIPT)
    original = zipform.local_header

    def changing(entry: zipform.Entry) -> bytes:
        kept.write_bytes(TRANSCRIPT.swapcase())
        return original(entry)

    monkeypatch.setattr(zipform, "local_header", changing)
    with pytest.raises(BundleError, match="attach it again"):
        write(tmp_path / "b.zip", portfolio(), verdicts(), {ENCLOSED: kept})
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


class Cut(BaseException):
    """The power goes."""


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "intake.bundle.zipform.end_records"])
@pytest.mark.parametrize("error", [Cut(), OSError(28, "No space left on device")])
def test_the_old_bundle_stays_whole_when_writing_is_cut_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    """At any step: the old bundle or the whole new one, and no scraps beside it."""
    old = written(tmp_path)

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(step, fail)
    with pytest.raises((Cut, BundleError)):
        written(tmp_path, asked=["another question"])
    assert hashlib.sha256(old.path.read_bytes()).hexdigest() == old.sha256
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bundle.zip", "kept.bin"]


def test_a_folder_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    """No traceback for a mistyped folder."""
    with pytest.raises(BundleError, match="No such file or directory"):
        write(tmp_path / "nowhere" / "b.zip", portfolio(attachments=[]), verdicts(), {})


def test_only_the_owner_can_read_a_bundle(tmp_path: Path) -> None:
    """It holds personal data."""
    assert written(tmp_path).path.stat().st_mode & 0o777 == 0o600


def test_a_large_attachment_is_streamed(tmp_path: Path) -> None:
    """96 MiB go through in a few: nothing is ever held whole."""
    size = 96 << 20
    kept = tmp_path / "kept"
    with kept.open("wb") as file:
        file.truncate(size)
    with kept.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    entry = {"item": "education-1", "name": "film.mp4", "file": "01-film.mp4", "sha256": sha256, "size": size}
    document = portfolio(attachments=[entry])
    tracemalloc.start()
    write(tmp_path / "b.zip", document, verdicts(), {"data/attachments/01-film.mp4": kept})
    assert check(tmp_path / "b.zip").ok
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 16 << 20


def test_more_entries_than_sixteen_bits_count(tmp_path: Path) -> None:
    """65,536 entries need the zip64 end, and other readers must see all of them."""
    with zipfile.ZipFile(packed(tmp_path / "many.zip", ((f"a/{n}", b"") for n in range(0x10000)))) as archive:
        assert len(archive.namelist()) == 0x10000


@pytest.mark.parametrize(("size", "offset"), [(5 << 30, 0), (7, 6 << 30), (5 << 30, 6 << 30), (0xFFFFFFFF, 0)])
def test_files_beyond_four_gigabytes_use_zip64(tmp_path: Path, size: int, offset: int) -> None:
    """A sparse archive of that size, read by the standard library."""
    entry = zipform.Entry("a/film", size, zlib.crc32(bytes(7)), offset)
    header, directory = zipform.local_header(entry), zipform.central_header(entry)
    path = tmp_path / "large.zip"
    with path.open("wb") as file:
        file.seek(offset)
        file.write(header)
        file.seek(size, os.SEEK_CUR)
        start = file.tell()
        file.write(directory + zipform.end_records(1, len(directory), start))
    with zipfile.ZipFile(path) as archive, archive.open("a/film") as film:
        (found,) = archive.infolist()
        assert (found.file_size, found.header_offset) == (size, offset)
        assert film.read(4) == bytes(4)


@pytest.mark.parametrize("count", [0, 1, 100, 101, 1000])
def test_no_list_is_cut(tmp_path: Path, count: int) -> None:
    """Every training goes in and comes out, in the document and in the summary."""
    trainings = [{"id": f"training-{n}", "title": f"Workshop no. {n:04}", "hours": 1.5} for n in range(1, count + 1)]
    bundle = written(tmp_path, training=trainings)
    report = check(bundle.path)
    assert report.portfolio is not None
    assert [entry["id"] for entry in report.portfolio["training"]] == [entry["id"] for entry in trainings]
    page = dict(members(bundle.path))[f"{_top(bundle.path)}/data/summary.html"].decode()
    assert page.count("Workshop no. ") == count


def _top(path: Path) -> str:
    return members(path)[0][0].partition("/")[0]
