"""Bags that another program wrote or packed: judged as bags, and never taken for a bundle."""

import hashlib
import struct
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from bundle_samples import codes, laid_out, members, unpacked, written

from intake.bundle import anyzip, zipdirectory
from intake.bundle.anybag import check_bag
from intake.bundle.check import check
from intake.bundle.report import Report

DECLARED = "BagIt-Version: {version}\nTag-File-Character-Encoding: {encoding}\n"
PAYLOAD = {"data/a.txt": b"first", "data/deeper/b.txt": b"second"}
FETCHED = "https://example.org/{name} - {name}\n"

Files = dict[str, bytes]


def _listed(algorithm: str, files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{hashlib.new(algorithm, data).hexdigest()}  {name}\n" for name, data in files.items()).encode()


def _bag(
    payload: Mapping[str, bytes] = PAYLOAD, version: str = "1.0", algorithms: tuple[str, ...] = ("sha256", "sha512")
) -> Files:
    """A bag's files by name, as sound as any."""
    tags = {"bagit.txt": DECLARED.format(version=version, encoding="UTF-8").encode()}
    tags |= {f"manifest-{name}.txt": _listed(name, payload) for name in algorithms}
    return tags | {f"tagmanifest-{name}.txt": _listed(name, tags) for name in algorithms} | dict(payload)


def _plain(**changed: bytes) -> Files:
    """A 1.0 bag of one file, with one manifest and no tag manifest; `changed` by the tag file's name without `.txt`."""
    files = {"bagit.txt": DECLARED.format(version="1.0", encoding="UTF-8").encode(), "data/a.txt": b"first"}
    files["manifest-sha256.txt"] = _listed("sha256", {"data/a.txt": b"first"})
    return files | {f"{name.replace('_', '-')}.txt": data for name, data in changed.items()}


def _judged(tmp_path: Path, files: Mapping[str, bytes]) -> Report:
    return check_bag(laid_out(files, tmp_path / "bag"))


def _noted(report: Report) -> set[str]:
    return {finding.code for finding in report.noted}


@pytest.mark.parametrize("version", ["0.93", "0.97", "1.0"])
def test_a_sound_bag_is_valid_and_said_to_be_what_it_is(tmp_path: Path, version: str) -> None:
    report = _judged(tmp_path, _bag(version=version))
    assert (report.ok, report.findings, report.noted) == (True, (), ())
    assert report.bag == f"BagIt {version}, files: 2, hashes: sha256, sha512"


@pytest.mark.parametrize(
    "algorithm",
    ["md5", "sha1", "sha224", "sha384", "sha3256", "blake2b", "blake2s"],
)
def test_every_hash_of_fixed_length_is_reckoned(tmp_path: Path, algorithm: str) -> None:
    """By the name that a manifest gives it; the two that can be forged are named."""
    ours = algorithm.replace("sha3256", "sha3_256")
    files = _plain() | {f"manifest-{algorithm}.txt": _listed(ours, {"data/a.txt": b"first"})}
    del files["manifest-sha256.txt"]
    report = _judged(tmp_path, files)
    assert report.ok
    assert ("bag-hash-weak" in _noted(report)) == (algorithm in {"md5", "sha1"})
    assert codes(_judged(tmp_path, files | {"data/a.txt": b"First"})) == {"hash-differs"}


def test_a_file_changed_is_found_by_each_manifest_and_read_once(tmp_path: Path) -> None:
    report = _judged(tmp_path, _bag() | {"data/a.txt": b"First"})
    (found,) = report.findings
    assert (found.code, found.where) == ("hash-differs", "data/a.txt")
    assert "manifest-sha256.txt, manifest-sha512.txt" in found.message


@pytest.mark.parametrize(("version", "ok"), [("0.97", True), ("1.0", False)])
def test_a_file_that_one_manifest_leaves_out_is_at_fault_in_1_0_alone(tmp_path: Path, version: str, ok: bool) -> None:
    files = {name: data for name, data in _bag(version=version).items() if not name.startswith("tagmanifest")}
    files["manifest-sha512.txt"] = _listed("sha512", {"data/a.txt": b"first"})
    report = _judged(tmp_path, files)
    assert (report.ok, codes(report)) == (ok, set() if ok else {"file-not-listed"})


@pytest.mark.parametrize(("version", "ok"), [("0.97", True), ("1.0", False)])
def test_a_name_listed_twice_with_the_same_hash_is_at_fault_in_1_0_alone(
    tmp_path: Path, version: str, ok: bool
) -> None:
    files = _plain(bagit=DECLARED.format(version=version, encoding="UTF-8").encode())
    report = _judged(tmp_path, files | {"manifest-sha256.txt": 2 * files["manifest-sha256.txt"]})
    assert report.ok == ok
    assert "bag-twice" in _noted(report) or codes(report) == {"bag-listed-twice"}


@pytest.mark.parametrize(
    ("version", "listed", "name"),
    [
        ("1.0", "data/100%25", "data/100%"),
        ("1.0", "data/a%0Ab", "data/a\nb"),
        ("1.0", "data/%41", "data/%41"),
        ("0.97", "data/100%25", "data/100%25"),
        ("0.97", "data/a%0d%0Ab", "data/a\r\nb"),
    ],
)
def test_coded_signs_in_names_are_those_of_the_version(tmp_path: Path, version: str, listed: str, name: str) -> None:
    files = _plain(bagit=DECLARED.format(version=version, encoding="UTF-8").encode())
    del files["data/a.txt"]
    files |= {name: b"first", "manifest-sha256.txt": _listed("sha256", {listed: b"first"})}
    assert _judged(tmp_path, files).ok


@pytest.mark.parametrize(
    "name",
    [
        *("../x", "./../x", "data/../../x", "data/..", "data/%0A/../../x", "data\\..\\..\\x", "%2e%2e/x"),
        *("/etc/passwd", "~/x", "~root/x", "C:\\x", "c:x", "\\\\host\\share\\x", "%HomeDrive%\\x", "bagit.txt", "data"),
    ],
)
def test_a_name_outside_the_payload_is_refused_in_manifests_and_for_fetching(tmp_path: Path, name: str) -> None:
    files = _plain()
    for changed in ("manifest-sha256.txt", "fetch.txt"):
        line = FETCHED.format(name=name) if changed == "fetch.txt" else f"{'0' * 64}  {name}\n"
        report = _judged(tmp_path / changed, files | {changed: files.get(changed, b"") + line.encode()})
        assert {"bag-name-outside"} <= codes(report)


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "~x", "C:x", "%HomeDrive%\\x", "data/a.txt"])
def test_a_tag_manifest_lists_tag_files_of_the_bag_alone(tmp_path: Path, name: str) -> None:
    tags = {**_plain(), name: b"first"}
    del tags["data/a.txt"]
    listing = _listed("sha256", tags | ({name: b"first"} if name in PAYLOAD else {}))
    assert "bag-name-outside" in codes(_judged(tmp_path, _plain(tagmanifest_sha256=listing)))


def test_in_1_0_a_tag_manifest_lists_every_manifest(tmp_path: Path) -> None:
    files = _plain()
    tags = {"bagit.txt": files["bagit.txt"]}
    assert codes(_judged(tmp_path, files | {"tagmanifest-md5.txt": _listed("md5", tags)})) == {"manifest-not-listed"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "bag-declaration"),
        (b"Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n", "bag-declaration"),
        (b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: x\n", "bag-declaration"),
        (b"\xef\xbb\xbfBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "bag-bom"),
        (DECLARED.format(version="2.0", encoding="UTF-8").encode(), "bag-version"),
        (DECLARED.format(version="1", encoding="UTF-8").encode(), "bag-version"),
        (DECLARED.format(version="1.0", encoding="UTF-9").encode(), "bag-encoding"),
        (DECLARED.format(version="1.0", encoding="base64").encode(), "bag-encoding"),
        (DECLARED.format(version="1.0", encoding="UTF-7").encode(), "bag-encoding"),
        (DECLARED.format(version="1.0", encoding="UTF-16").encode(), "bag-encoding"),
    ],
)
def test_a_declaration_is_two_lines_that_hold(tmp_path: Path, data: bytes, code: str) -> None:
    """The last one says another encoding than that of the manifest."""
    assert codes(_judged(tmp_path, _plain(bagit=data))) == {code}


@pytest.mark.parametrize("encoding", ["UTF-8", "utf-8-sig", "UTF-16", "utf-32-be", "windows-1252", "ISO-8859-15"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_tag_files_are_read_in_their_encoding_and_with_any_ends(tmp_path: Path, encoding: str, end: str) -> None:
    name = "data/Zeugnis Übersicht.txt"
    manifest = f"{hashlib.sha256(b'x').hexdigest().upper()}\t{name}{end}{end}"
    declared = DECLARED.format(version="1.0", encoding=encoding).replace("\n", end)
    files = {"bagit.txt": declared.encode(), "manifest-sha256.txt": manifest.encode(encoding), name: b"x"}
    assert _judged(tmp_path, files).ok


@pytest.mark.parametrize(
    ("info", "code"),
    [
        (b"Payload-Oxum: 5.2\n", "bag-oxum-differs"),
        (b"PAYLOAD-OXUM   :   6.1\n", "bag-oxum-differs"),
        (b"Payload-Oxum: five\n", "bag-oxum-differs"),
        (b"Payload-Oxum: 5.1\nPayload-Oxum: 5.2\n", "bag-oxum-differs"),
        (b"no label at all\n", "bag-info-line"),
        (b"Payload-Oxum:5.1\nNote : long\n  and: longer\nnote\t:\tagain\n", ""),
    ],
)
def test_metadata_are_labels_that_add_up(tmp_path: Path, info: bytes, code: str) -> None:
    assert codes(_judged(tmp_path, _plain(bag_info=info))) == ({code} if code else set())


def test_what_is_still_to_be_fetched_is_named_with_its_address(tmp_path: Path) -> None:
    """It is missing, and said once; a file that is here already is as good."""
    payload = {"data/a.txt": b"first", "data/b.txt": b"second"}
    files = _plain(manifest_sha256=_listed("sha256", payload), bag_info=b"Payload-Oxum: 11.2\n")
    files["fetch.txt"] = "".join(FETCHED.format(name=name) for name in payload).encode()
    (found,) = _judged(tmp_path, files).findings
    assert (found.code, found.where) == ("bag-not-fetched", "data/b.txt")
    assert "https://example.org/data/b.txt" in found.message


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"fetch.txt": FETCHED.format(name="data/new").encode()}, "file-not-listed"),
        ({"fetch.txt": b"no address - data/a.txt\n"}, "bag-fetch-line"),
        ({"manifest-sha256.txt": b"0123  data/a.txt\n"}, "bag-manifest-line"),
        ({"manifest-sha256.txt": b"# a remark\n" + _listed("sha256", {"data/a.txt": b"first"})}, "bag-manifest-line"),
        ({"manifest-sha512.txt": _listed("sha256", {"data/a.txt": b"first"})}, "bag-manifest-line"),
        ({"data/new": b""}, "file-not-listed"),
        ({"manifest-sha256.txt": b"\xff\xfe\xfd"}, "bag-encoding"),
    ],
)
def test_what_is_out_of_order_is_found(tmp_path: Path, changed: Files, code: str) -> None:
    assert code in codes(_judged(tmp_path, _plain() | changed))


def test_hashes_of_an_unknown_kind_are_said_and_are_none(tmp_path: Path) -> None:
    """Beside others they are noted; alone, nothing holds the files together."""
    unknown = {"manifest-tiger.txt": b"0123  data/a.txt\n"}
    assert "bag-hash-unknown" in _noted(_judged(tmp_path / "both", _plain() | unknown))
    alone = _plain() | unknown
    del alone["manifest-sha256.txt"]
    assert "bag-no-manifest" in codes(_judged(tmp_path / "alone", alone))


def test_a_bag_without_its_folder_of_files_is_refused_and_an_empty_one_taken(tmp_path: Path) -> None:
    files = _plain(manifest_sha256=b"")
    del files["data/a.txt"]
    assert codes(_judged(tmp_path, files)) == {"bag-no-payload"}
    (tmp_path / "bag" / "data").mkdir()
    assert check_bag(tmp_path / "bag").ok


def test_names_that_differ_by_case_or_accents_are_noted(tmp_path: Path) -> None:
    composed, apart = (unicodedata.normalize(form, "data/Núñez") for form in ("NFC", "NFD"))
    payload = {"data/a.txt": b"first", "data/A.txt": b"second", "data/aux": b"", composed: b"x"}
    files = _plain(manifest_sha256=_listed("sha256", payload).replace(composed.encode(), apart.encode())) | payload
    report = _judged(tmp_path, files)
    assert report.ok
    assert _noted(report) == {"bag-name-collides", "bag-name-hard", "bag-name-composed"}


def test_what_a_computer_left_behind_is_told_from_what_was_put_in(tmp_path: Path) -> None:
    """In a bag and in a bundle: it may go."""
    report = _judged(tmp_path, _plain() | {"data/.DS_Store": b"x"})
    assert "delete it" in report.findings[0].message
    bundle = unpacked(written(tmp_path).path, tmp_path)
    (bundle / "data" / "Thumbs.db").write_bytes(b"x")
    assert "delete it" in " ".join(f.message for f in check(bundle).findings if f.code == "file-unexpected")


def test_tag_files_without_measure_are_not_read(tmp_path: Path) -> None:
    bag = laid_out(_plain(), tmp_path / "bag")
    with (bag / "manifest-md5.txt").open("wb") as file:
        file.truncate((64 << 20) + 1)
    assert codes(check_bag(bag)) == {"bag-tags-too-large"}


def test_a_declaration_without_measure_is_not_read(tmp_path: Path) -> None:
    """Blanks without end after the colon."""
    assert codes(_judged(tmp_path, _plain(bagit=b"BagIt-Version:" + b" " * 5_000))) == {"bag-declaration"}


def test_the_first_thousand_of_many_files_are_said_and_the_rest_counted(tmp_path: Path) -> None:
    """None is left out of the count."""
    lines = [f"{number:064x}  data/{number}\n" for number in range(1_234)]
    files = _plain()
    report = _judged(tmp_path, files | {"manifest-sha256.txt": files["manifest-sha256.txt"] + "".join(lines).encode()})
    assert len(report.findings) == 1_001
    assert "234 more" in report.findings[-1].message


def test_a_link_in_a_bag_is_not_followed(tmp_path: Path) -> None:
    bag = laid_out(_plain(), tmp_path / "bag")
    (bag / "data" / "link").symlink_to("/etc/passwd")
    assert codes(check_bag(bag)) == {"folder-link"}


def _zipped(tmp_path: Path, files: Mapping[str, bytes], top: str = "bag/", method: int = zipfile.ZIP_DEFLATED) -> Path:
    target = tmp_path / "bag.zip"
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(f"{top}{name}", data)
    return target


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_bag_that_another_program_packed_is_read_as_it_lies(tmp_path: Path, method: int) -> None:
    """With what a Finder packs beside it, and folders of their own; damage within is found."""
    payload = {"data/large": bytes(range(256)) * 5_000, "data/Übersicht": b"x", "data/empty": b""}
    files = _bag(payload)
    target = _zipped(tmp_path, {"": b"", "data/": b""} | files, method=method)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("__MACOSX/bag/._data", b"\0")
    assert (check_bag(target).ok, _noted(check_bag(target))) == (True, set())
    assert codes(check_bag(_zipped(tmp_path, files | {"data/empty": b"x"}, method=method))) == {"hash-differs"}


def test_a_bag_packed_without_a_folder_of_its_own_is_noted(tmp_path: Path) -> None:
    report = check_bag(_zipped(tmp_path, _bag(), top=""))
    assert (report.ok, _noted(report)) == (True, {"bag-top-folder"})


def _flipped(data: bytearray) -> None:
    data[data.index(b"data/a.txt") + len("data/a.txt") + 2] ^= 0xFF


def _encrypted(data: bytearray) -> None:
    data[data.index(b"PK\1\2") + 8] |= 1


def _elsewhere(data: bytearray) -> None:
    second = data.index(b"PK\1\2", data.index(b"PK\1\2") + 4)
    data[second + 42 : second + 46] = bytes(4)


def _smaller(data: bytearray) -> None:
    at = data.rindex(b"PK\1\2", 0, data.rindex(b"data/a.txt"))
    data[at + 24 : at + 28] = struct.pack("<I", 1)


def _linked(data: bytearray) -> None:
    at = data.index(b"PK\1\2")
    data[at + 38 : at + 42] = struct.pack("<I", 0o120777 << 16)


def _renamed(data: bytearray) -> None:
    at = data.index(b"bag/bagit.txt")
    data[at : at + 4] = b"gab/"


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (_flipped, "crc-differs"),
        (_smaller, "crc-differs"),
        (_encrypted, "zip-encrypted"),
        (_elsewhere, "zip-overlap"),
        (_linked, "zip-link"),
        (_renamed, "zip-headers-disagree"),
    ],
)
def test_an_archive_that_lies_is_refused(tmp_path: Path, harm: Callable[[bytearray], None], code: str) -> None:
    target = _zipped(tmp_path, _plain())
    data = bytearray(target.read_bytes())
    harm(data)
    target.write_bytes(data)
    assert codes(check_bag(target)) == {code}


@pytest.mark.parametrize("name", ["../x", "/x", "C:x", "bag/../../x", "~/x"])
def test_an_archive_with_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    assert codes(check_bag(_zipped(tmp_path, {name: b"x"}, top=""))) == {"bag-name-outside"}


@pytest.mark.parametrize("which", [0, -1])
def test_an_entry_over_the_bytes_of_the_next_or_of_the_directory_is_refused(tmp_path: Path, which: int) -> None:
    target = _zipped(tmp_path, {"bagit.txt": b"x", "bagit.tx2": b"x"}, method=zipfile.ZIP_STORED)
    data = bytearray(target.read_bytes())
    at = (data.index(b"PK\1\2"), data.rindex(b"PK\1\2"))[which]
    data[at + 20 : at + 28] = struct.pack("<2I", 30, 30)
    target.write_bytes(data)
    assert codes(check_bag(target)) == {"zip-overlap"}


def test_an_archive_that_would_grow_without_measure_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However it is stated; up to a modest size it is read all the same."""
    payload = {"data/zeros": bytes(2_000_000)}
    target = _zipped(tmp_path, _bag(payload))
    assert check_bag(target).ok
    monkeypatch.setattr(anyzip, "MODEST", 1_000_000)
    assert codes(check_bag(target)) == {"zip-grows"}


def test_of_an_archive_with_more_files_than_are_read_the_folder_may_be_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipdirectory, "MOST_ENTRIES", 3)
    (found,) = check_bag(_zipped(tmp_path, _bag())).findings
    assert found.code == "zip-too-many-entries"
    assert "Unzip it and give the folder" in found.message


def test_what_was_changed_before_it_was_packed_again_is_found_with_it(tmp_path: Path) -> None:
    entries = dict(members(written(tmp_path).path))
    name = next(name for name in entries if name.endswith("data/portfolio.json"))
    entries[name] = entries[name].replace(b"Dana", b"Dora")
    again = _zipped(tmp_path, entries, top="", method=zipfile.ZIP_DEFLATED)
    assert {"zip-packed-again", "hash-differs"} <= codes(check(again))


def test_a_bundle_that_was_packed_again_is_told_what_to_do(tmp_path: Path) -> None:
    """Compressed, with folders, or with what a Finder adds; as a bag it is in order, and so is the folder unzipped."""
    bundle = written(tmp_path)
    entries = dict(members(bundle.path))
    top = next(iter(entries)).partition("/")[0]
    extras: list[Files] = [{}, {f"{top}/": b""}, {f"__MACOSX/{top}/._data": b"x"}, {f"{top}/.DS_Store": b""}]
    for extra in extras:
        method = zipfile.ZIP_STORED if extra else zipfile.ZIP_DEFLATED
        again = _zipped(tmp_path, extra | entries, top="", method=method)
        litter = {"file-unexpected"} if f"{top}/.DS_Store" in extra else set()
        assert codes(check(again)) == {"zip-packed-again"} | litter
        assert check_bag(again).ok
    with zipfile.ZipFile(again) as archive:
        archive.extractall(tmp_path / "out")
    (tmp_path / "out" / top / ".DS_Store").unlink()
    assert check(tmp_path / "out" / top).ok


def test_a_bag_of_another_program_is_no_bundle_and_is_told_so_kindly(tmp_path: Path) -> None:
    """In one sentence, packed or not, that names the way to judge it."""
    for place in (laid_out(_plain(), tmp_path / "bag"), _zipped(tmp_path, _plain())):
        (found,) = check(place).findings
        assert found.code == "bag-foreign"
        assert "intake check --bag" in found.message
