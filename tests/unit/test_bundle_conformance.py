"""Bags and documents that nobody here wrote: the Library of Congress's suite of bags, and a suite for JSON parsers.

Each case here begins with one of our own, so that none is empty where the suites are not at hand.
"""

import os
import tarfile
from collections.abc import Iterator
from pathlib import Path
from shutil import make_archive

import bagit
import pytest
from bundle_samples import codes, laid_out, unpacked, written

from intake.bundle.anybag import check_bag
from intake.bundle.bag import check_manifest
from intake.bundle.check import check
from intake.bundle.strict import StrictError, parse

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
PLACES = ("absolute-path", "shortcut", "unc")
BAGS, DOCUMENTS = CORPORA / "bagit-v0.97.tar", CORPORA / "json-parsing.tar"


def _files(archive: Path) -> Iterator[tuple[str, bytes]]:
    if not archive.exists():
        return
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.isfile() and (file := tar.extractfile(member)):
                yield member.name, file.read()


def _bags() -> dict[str, dict[str, bytes]]:
    """Bag → file → content."""
    bags: dict[str, dict[str, bytes]] = {"v0.97/invalid/empty": {"bagit.txt": b""}}
    for name, data in _files(BAGS):
        *place, file = name.split("/", 3)
        if len(place) == 3 and "/" not in place[2]:
            bags.setdefault("/".join(place), {})[file] = data
    return bags


SUITE = _bags()
#: What bagit.py takes on Linux though no system may: it looks for none of these in fetch.txt.
MISSED = {f"v0.97/windows-only/out-of-scope-file-paths-using-{how}-for-fetch" for how in PLACES}


@pytest.mark.parametrize("name", SUITE)
def test_each_bag_of_the_suite_is_judged_at_least_as_well_as_by_bagit(tmp_path: Path, name: str) -> None:
    """What bagit.py accepts and refuses is accepted and refused, and what it misses is found; also packed."""
    folder = laid_out(SUITE[name], tmp_path / "bag")
    report = check_bag(folder)
    packed = make_archive(str(tmp_path / "bag"), "zip", tmp_path, "bag")
    assert (check_bag(Path(packed)).ok, codes(check_bag(Path(packed)))) == (report.ok, codes(report))
    kind = name.split("/")[1]
    if kind == "warning":
        assert report.ok >= _accepted(folder)
    else:
        assert report.ok == (kind == "valid")
        assert report.ok == (_accepted(folder) and name not in MISSED)


def _accepted(folder: Path) -> bool:
    """Whether bagit.py takes the bag."""
    try:
        return bool(bagit.Bag(str(folder)).is_valid())
    except bagit.BagError:
        return False


@pytest.mark.parametrize("name", SUITE)
def test_no_bag_of_the_suite_is_taken_for_a_bundle(tmp_path: Path, name: str) -> None:
    """All are of an older BagIt and none holds a portfolio. Each ends in findings: no crash, and nothing written."""
    laid_out(SUITE[name], tmp_path / "bag")
    before = sorted(os.walk(tmp_path))
    report = check(tmp_path / "bag")
    assert not report.ok
    assert codes(report) == {"bag-foreign"} or "missing-bagit.txt" in name
    assert all(finding.message.isprintable() for finding in report.findings)
    assert sorted(os.walk(tmp_path)) == before


@pytest.mark.parametrize(
    ("bag", "code"),
    [
        ("v0.97/invalid/same-filename-listed-twice-with-different-hashes", "manifest-duplicate"),
        ("v0.97/warning/same-filename-listed-twice-with-the-same-hash", "manifest-duplicate"),
        ("v0.97/invalid/out-of-scope-file-paths-using-dot-notation", "manifest-line"),
        ("v0.97/linux-only/out-of-scope-file-paths-using-absolute-path", "manifest-line"),
        ("v0.97/warning/relative-path", "manifest-line"),
        ("v0.97/invalid/empty", "file-not-listed"),
    ],
)
def test_a_manifest_of_the_suite_is_found_wanting(bag: str, code: str) -> None:
    """Also with the files themselves in order; MD5 is no hash that counts."""
    files = SUITE.get(bag, {})
    manifests = [data for name, data in files.items() if name.startswith("manifest-")] or [b""]
    found = {f.code for data in manifests for f in check_manifest("manifest", data.decode(), {"data/x": "0" * 64})}
    assert code in found or not (files or bag == "v0.97/invalid/empty")


@pytest.mark.parametrize("name", [n for n in SUITE if n.startswith(("v0.97/invalid", "v0.97/linux", "v0.97/windows"))])
def test_a_tag_file_of_the_suite_spoils_a_sound_bundle(tmp_path: Path, name: str) -> None:
    """Any tag file of an invalid bag put in place of ours is found."""
    bag = unpacked(written(tmp_path).path, tmp_path)
    assert check(bag).ok
    for file, data in SUITE[name].items():
        if "/" not in file:
            (bag / file).write_bytes(data)
    assert not check(bag).ok


def _documents() -> list[tuple[str, bytes]]:
    own = [("n_own.json", b"{"), ("y_own.json", b'{"a": 1}')]
    return own + [(Path(name).name, data) for name, data in _files(DOCUMENTS)]


def _outcome(data: bytes) -> str:
    try:
        parse(data)
    except StrictError as error:
        return error.code
    return "taken"


@pytest.mark.parametrize(("name", "data"), _documents(), ids=lambda value: value if isinstance(value, str) else "")
def test_documents_of_the_suite_are_read_or_refused(name: str, data: bytes) -> None:
    """Valid ones are taken unless they are no object, name a field twice or hold half a character; others never."""
    outcome = _outcome(data)
    assert outcome == "taken" or outcome.startswith("json-")
    if name.startswith("n_"):
        assert outcome != "taken"
    elif name.startswith("y_"):
        refused = "json-duplicate-field" if "duplicated_key" in name else "json-no-object"
        assert outcome in ({"taken"} if data.lstrip().startswith(b"{") and "dupl" not in name else {refused})


def test_a_document_larger_than_the_limit_is_not_even_parsed() -> None:
    """64 MiB and a byte, of blanks."""
    assert _outcome(b"{}" + b" " * ((64 << 20) - 2)) == "taken"
    assert _outcome(b"{}" + b" " * ((64 << 20) - 1)) == "json-too-large"


def test_the_suites_are_read_as_suites() -> None:
    """Where they are at hand, they hold what their authors put in."""
    assert len(SUITE) > 40 or not BAGS.exists()
    assert len(_documents()) > 100 or not DOCUMENTS.exists()
