"""Archives made to harm or to mislead: each is refused by name, and nothing is ever written."""

import io
import os
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bundle_samples import codes, members, packed, written

from intake.bundle import zipform
from intake.bundle.check import check
from intake.bundle.errors import BundleError
from intake.bundle.zipdirectory import MOST_ENTRIES

Entries = list[tuple[str, bytes]]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A sound bundle."""
    return written(tmp_path).path


def _by_zipfile(target: Path, entries: Entries, change: Callable[[zipfile.ZipInfo], Any] = lambda _: None) -> Path:
    """An archive of `entries` by the standard library; `change` alters what it is told of the last one."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, data in entries:
            info = zipfile.ZipInfo(name)
            info.external_attr = 0o100600 << 16
            if name == entries[-1][0]:
                change(info)
            archive.writestr(info, data)
    return target


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../evil", "name-parent"),
        ("{top}/../../evil", "name-parent"),
        ("/etc/evil", "name-absolute"),
        ("~root/evil", "name-absolute"),
        ("C:/evil", "name-drive"),
        ("c:evil", "name-drive"),
        ("{top}/data\\evil", "name-backslash"),
        ("\\\\host\\share", "name-backslash"),
        ("{top}/./evil", "name-parent"),
        ("{top}//evil", "name-empty-part"),
        ("{top}/data/", "name-folder"),
        ("{top}/data/CON", "name-device"),
        ("{top}/nul.txt/evil", "name-device"),
        ("{top}/data/com7.tar.gz", "name-device"),
        ("{top}/data/evil.", "name-trailing"),
        ("{top}/data /evil", "name-trailing"),
        ("{top}/data/a:stream", "name-character"),
        ("{top}/data/a\x1b[2J", "name-control"),
        ("{top}/" + "a" * 256, "name-long"),
        ("", "name-empty"),
        ("{top}/data/portfolio.json", "name-duplicate"),
        ("{top}/data/PORTFOLIO.json", "name-collides"),
        ("evil", "zip-top-folder"),
        ("other/evil", "zip-top-folder"),
        ("{top}/evil", "file-unexpected"),
        ("{top}/data/attachments/deeper/evil", "file-unexpected"),
        ("{top}/data/attachments/evil", "attachment-not-listed"),
    ],
)
def test_a_name_that_leads_astray_is_refused(bundle: Path, name: str, code: str) -> None:
    """The rest of the archive is as intake writes it."""
    entries = members(bundle)
    entries.append((name.format(top=entries[0][0].partition("/")[0]), b"evil"))
    report = check(packed(bundle, entries))
    assert not report.ok
    assert code in codes(report)


def test_names_that_are_one_in_composed_letters_are_refused(bundle: Path) -> None:
    """Some systems compose e and an accent, and would write one file over the other."""
    report = check(_by_zipfile(bundle, [*members(bundle), ("x/caf\u00e9", b"1"), ("x/cafe\u0301", b"2")]))
    assert {"name-collides", "name-ascii"} <= codes(report)


@pytest.mark.parametrize("mode", [0o120777, 0o020666, 0o010600, 0o060600, 0o140700])
def test_links_and_devices_are_refused(bundle: Path, mode: int) -> None:
    """A link can lead an unpacker out of its folder."""

    def change(info: zipfile.ZipInfo) -> None:
        info.external_attr = mode << 16

    assert codes(check(_by_zipfile(bundle, members(bundle), change))) == {"zip-link"}


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compressed_entries_are_refused(bundle: Path, method: int) -> None:
    """Nothing of a bundle is ever inflated, so nothing can explode."""
    entries = members(bundle)
    with zipfile.ZipFile(bundle, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    assert codes(check(bundle)) == {"zip-packed-again" if method == zipfile.ZIP_DEFLATED else "zip-not-stored"}


def test_an_archive_stored_by_another_program_is_read_and_named(bundle: Path) -> None:
    """Its times and attributes differ, and nothing else does."""

    def change(info: zipfile.ZipInfo) -> None:
        info.date_time = (2026, 3, 1, 10, 42, 6)

    report = check(_by_zipfile(bundle, members(bundle), change))
    assert codes(report) == {"zip-header-differs"}
    assert "time" in report.findings[0].message
    assert report.portfolio is not None


def _central(data: bytes, index: int = 0) -> int:
    """Where the entry number `index` of the central directory begins."""
    at = zipform.END.unpack(data[-zipform.END.size :])[6]
    for _ in range(index):
        fields = zipform.Central._make(zipform.CENTRAL.unpack_from(data, at))
        at += zipform.CENTRAL.size + fields.name_length + fields.extra_length
    return int(at)


def _patched(path: Path, at: int, value: bytes) -> Path:
    data = bytearray(path.read_bytes())
    data[at : at + len(value)] = value
    path.write_bytes(data)
    return path


#: Offsets of fields in an entry of the central directory, and in a local header.
FLAGS, STORED_SIZE, SIZE, OFFSET = 8, 20, 24, 42
LOCAL_FLAGS, LOCAL_CRC, LOCAL_SIZES, LOCAL_NAME = 6, 14, 18, 30


def test_encrypted_entries_are_refused(bundle: Path) -> None:
    """Nobody is asked for a password."""
    at = _central(bundle.read_bytes())
    assert codes(check(_patched(_patched(bundle, at + FLAGS, b"\1"), LOCAL_FLAGS, b"\1"))) == {"zip-encrypted"}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        (STORED_SIZE, 1, "zip-size-lies"),
        (SIZE, 1, "zip-size-lies"),
        (OFFSET, 7, "zip-gap"),
    ],
)
def test_sizes_that_lie_are_refused(bundle: Path, field: int, value: int, code: str) -> None:
    """Two programs would see two different files."""
    at = _central(bundle.read_bytes())
    assert codes(check(_patched(bundle, at + field, value.to_bytes(4, "little")))) == {code}


@pytest.mark.parametrize(("size", "code"), [(1, "zip-headers-disagree"), (1 << 31, "zip-headers-disagree")])
def test_sizes_that_lie_alike_in_the_directory_are_refused(bundle: Path, size: int, code: str) -> None:
    """The directory lies consistently, and the local header tells."""
    at = _central(bundle.read_bytes())
    both = size.to_bytes(4, "little") * 2
    assert codes(check(_patched(bundle, at + STORED_SIZE, both))) == {code}


@pytest.mark.parametrize(("size", "code"), [(1, "zip-gap"), (500, "zip-overlap"), (1 << 31, "zip-overlap")])
def test_sizes_that_lie_everywhere_are_refused(bundle: Path, size: int, code: str) -> None:
    """Then they do not add up to the file."""
    at = _central(bundle.read_bytes())
    both = size.to_bytes(4, "little") * 2
    assert codes(check(_patched(_patched(bundle, at + STORED_SIZE, both), LOCAL_SIZES, both))) == {code}


def test_two_entries_over_the_same_bytes_are_refused(bundle: Path) -> None:
    """The trick of a small archive that unpacks to petabytes."""
    at = _central(bundle.read_bytes(), 1)
    assert codes(check(_patched(bundle, at + OFFSET, bytes(4)))) == {"zip-overlap"}


def test_a_local_header_with_another_name_is_refused(bundle: Path) -> None:
    """Unpackers that read from the front would write another file."""
    assert codes(check(_patched(bundle, LOCAL_NAME, b"q"))) == {"zip-headers-disagree"}


def test_a_checksum_that_is_wrong_in_both_places_is_found(bundle: Path) -> None:
    """The content is right; other programs would call it damaged."""
    at = _central(bundle.read_bytes())
    report = check(_patched(_patched(bundle, at + 16, b"\0\0\0\0"), LOCAL_CRC, b"\0\0\0\0"))
    assert codes(report) == {"crc-differs"}


@pytest.mark.parametrize("more", [b"\0", b"PK\5\6", bytes(65_535), b"a comment after the end"])
def test_bytes_after_the_end_are_refused(bundle: Path, more: bytes) -> None:
    """Something could hide there."""
    bundle.write_bytes(bundle.read_bytes() + more)
    with_more = _codes_or_error(bundle)
    assert with_more & {"zip-trailing-bytes", "zip-gap", "BundleError"}


def _codes_or_error(path: Path) -> set[str]:
    try:
        return codes(check(path))
    except BundleError:
        return {"BundleError"}


def test_bytes_before_the_beginning_are_refused(bundle: Path) -> None:
    """A program could stand there; both with offsets left alone and with offsets moved along."""
    bundle.write_bytes(b"#!/bin/sh\n" + bundle.read_bytes())
    assert codes(check(bundle)) == {"zip-gap"}


def test_bytes_that_no_entry_names_are_refused(bundle: Path) -> None:
    """As after an entry was taken out of the directory alone."""
    data = bundle.read_bytes()
    first, second = _central(data), _central(data, 1)
    fields = list(zipform.END.unpack(data[-zipform.END.size :]))
    fields[3], fields[4], fields[5] = fields[3] - 1, fields[4] - 1, fields[5] - (second - first)
    bundle.write_bytes(data[:first] + data[second : -zipform.END.size] + zipform.END.pack(*fields))
    assert codes(check(bundle)) == {"zip-gap"}


def test_bytes_between_the_last_entry_and_the_directory_are_refused(bundle: Path) -> None:
    """The directory's offset was moved along."""
    data = bundle.read_bytes()
    at = _central(data)
    fields = list(zipform.END.unpack(data[-zipform.END.size :]))
    fields[6] += 4
    bundle.write_bytes(data[:at] + b"evil" + data[at : -zipform.END.size] + zipform.END.pack(*fields))
    assert codes(check(bundle)) == {"zip-gap"}


@pytest.mark.parametrize("claimed", [-1, 1])
def test_a_directory_of_another_length_than_its_count_is_refused(bundle: Path, claimed: int) -> None:
    """An entry that some programs would show and others would not; or one that is not there."""
    fields = list(zipform.END.unpack(bundle.read_bytes()[-zipform.END.size :]))
    fields[3] = fields[4] = fields[4] + claimed
    end = bundle.stat().st_size - zipform.END.size
    assert codes(check(_patched(bundle, end, zipform.END.pack(*fields)))) == {"zip-directory-damaged"}


def test_a_comment_is_refused(bundle: Path) -> None:
    """It is no part of a bundle."""
    with zipfile.ZipFile(bundle, "a") as archive:
        archive.comment = b"hello"
    assert codes(check(bundle)) == {"zip-trailing-bytes"}


def test_entries_in_another_order_are_found(bundle: Path) -> None:
    """The order is part of the form."""
    entries = members(bundle)
    assert codes(check(packed(bundle, [*entries[1:], entries[0]]))) == {"zip-order"}


def test_more_entries_than_a_bundle_can_have_are_refused(tmp_path: Path) -> None:
    """Before any is read."""
    path = packed(tmp_path / "many.zip", ((f"a/{number}", b"") for number in range(MOST_ENTRIES + 1)))
    assert codes(check(path)) == {"zip-too-many-entries"}


def _end_of(path: Path) -> list[Any]:
    return list(zipform.END.unpack(path.read_bytes()[-zipform.END.size :]))


def _with_end64(path: Path, count: int, length: int, offset: int, place: int = 0) -> Path:
    """The archive with zip64 records before an end that refers to them."""
    data = path.read_bytes()[: -zipform.END.size]
    end64 = zipform.END64.pack(b"PK\6\6", 44, 45, 45, 0, 0, count, count, length, offset)
    locator = zipform.LOCATOR.pack(b"PK\6\7", 0, place or len(data), 1)
    path.write_bytes(
        data + end64 + locator + zipform.END.pack(b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 2**32 - 1, 2**32 - 1, 0)
    )
    return path


@pytest.mark.parametrize(
    ("count", "length", "offset", "code"),
    [
        (0, 0, 0, "zip-end-differs"),
        (2**40, 0, 0, "zip-too-many-entries"),
        (0, 2**40, 0, "zip-gap"),
        (0, 0, -1, "zip-gap"),
    ],
)
def test_large_numbers_where_small_ones_do_are_found(
    bundle: Path, count: int, length: int, offset: int, code: str
) -> None:
    """Zip64 in a small archive, true or lying."""
    _, _, _, _, own_count, own_length, own_offset, _ = _end_of(bundle)
    lying = _with_end64(bundle, own_count + count, own_length + length, own_offset + offset)
    assert codes(check(lying)) == {code}


def test_a_locator_that_leads_elsewhere_is_found(bundle: Path) -> None:
    """Some programs would follow it to another directory."""
    _, _, _, _, count, length, offset, _ = _end_of(bundle)
    assert "zip-end-differs" in codes(check(_with_end64(bundle, count, length, offset, place=7)))


def test_a_second_end_within_a_comment_is_refused(bundle: Path) -> None:
    """One program would take the first for the end, another the last."""
    data = bundle.read_bytes()
    fields = _end_of(bundle)
    fields[7] = zipform.END.size
    bundle.write_bytes(data[: -zipform.END.size] + zipform.END.pack(*fields) + data[-zipform.END.size :])
    assert codes(check(bundle)) == {"zip-gap"}


@pytest.mark.parametrize("number", [1, 0xFFFF])
def test_an_archive_on_several_disks_is_found(bundle: Path, number: int) -> None:
    """There are none any more."""
    fields = _end_of(bundle)
    fields[1] = fields[2] = number
    end = bundle.stat().st_size - zipform.END.size
    assert "zip-end-differs" in codes(check(_patched(bundle, end, zipform.END.pack(*fields))))


def test_a_comment_and_more_fields_on_an_entry_are_found(bundle: Path) -> None:
    """A place to hide something that no hash covers."""

    def comment(info: zipfile.ZipInfo) -> None:
        info.comment = b"hidden"

    def extra(info: zipfile.ZipInfo) -> None:
        info.extra = b"up\x06\x00\x01hidden"

    entries = members(bundle)
    for change in (comment, extra):
        report = check(_by_zipfile(bundle, entries, change))
        assert "zip-header-differs" in codes(report)
        assert not report.ok


def test_sizes_that_follow_the_bytes_are_refused(bundle: Path) -> None:
    """A data descriptor: whoever reads from the front finds the length of a file only in what the file says."""
    data = bundle.read_bytes()
    at = _central(data)
    _patched(_patched(bundle, at + FLAGS, b"\x08"), LOCAL_FLAGS, b"\x08")
    assert codes(check(_patched(bundle, LOCAL_CRC, bytes(12)))) == {"zip-headers-disagree"}


def test_an_archive_within_is_never_opened(tmp_path: Path) -> None:
    """As an attachment it is a file like others; elsewhere it does not belong."""
    inner = tmp_path / "bomb.zip"
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../zeros", bytes(10_000_000))
    bundle = written(tmp_path, attachment=inner.read_bytes()).path
    assert check(bundle).ok
    entries = members(bundle)
    top = entries[0][0].partition("/")[0]
    assert "file-unexpected" in codes(check(packed(bundle, [*entries, (f"{top}/inner.zip", inner.read_bytes())])))
    assert codes(check(inner)) == {"zip-not-stored"}


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", bytes(100_000), b"PK\3\4" + bytes(40)])
def test_what_is_no_archive_is_refused_plainly(tmp_path: Path, data: bytes) -> None:
    """Somebody names the wrong file."""
    path = tmp_path / "b.zip"
    path.write_bytes(data)
    with pytest.raises(BundleError, match="no zip archive"):
        check(path)


def test_a_bundle_cut_short_is_refused(bundle: Path) -> None:
    """A copy that was broken off, at any length."""
    data = bundle.read_bytes()
    for length in range(0, len(data), 997):
        bundle.write_bytes(data[:length])
        assert _codes_or_error(bundle)


def test_a_bundle_whose_last_record_is_damaged_is_found_wanting_and_not_taken_for_another_kind_of_file(
    bundle: Path,
) -> None:
    """So that any changed byte of a bundle is a finding."""
    data = bytearray(bundle.read_bytes())
    for place in range(len(data) - 22, len(data)):
        changed = data.copy()
        changed[place] ^= 0x10
        bundle.write_bytes(changed)
        assert not check(bundle).ok


def test_a_file_that_is_not_there_is_refused_plainly(tmp_path: Path) -> None:
    """The message names it."""
    with pytest.raises(BundleError, match=r"no file at .*nowhere\.zip"):
        check(tmp_path / "nowhere.zip")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Opening it would hang until somebody wrote to it."""
    os.mkfifo(tmp_path / "pipe.zip")
    with pytest.raises(BundleError, match="device or a pipe"):
        check(tmp_path / "pipe.zip")


_WATCHED: list[str] = []
_WRITING = {
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.symlink",
    "os.link",
    "os.truncate",
    "os.chmod",
    "subprocess.Popen",
}


def _watch(event: str, args: tuple[Any, ...]) -> None:
    writes = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if _WATCHED and (writes or event in _WRITING or event.startswith("socket.")):
        _WATCHED.append(f"{event} {args}")


@pytest.fixture
def watched() -> Iterator[list[str]]:
    """What is written, made, renamed or sent while the test runs, after a first entry."""
    if not hasattr(_watch, "on"):
        sys.addaudithook(_watch)
        _watch.on = True  # type: ignore[attr-defined]
    _WATCHED.append("on")
    yield _WATCHED
    _WATCHED.clear()


def test_a_check_writes_nothing(tmp_path: Path, watched: list[str]) -> None:
    """Neither of a sound bundle, nor of one that tries to get out of its folder, nor of one that is damaged."""
    sound = written(tmp_path).path
    evil = packed(tmp_path / "evil.zip", [*members(sound), ("../evil", b"evil")])
    broken = tmp_path / "broken.zip"
    broken.write_bytes(sound.read_bytes()[:-1])
    del watched[1:]
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert check(sound).ok
    assert not check(evil).ok
    assert _codes_or_error(broken)
    assert watched == ["on"]
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_the_sample_is_what_these_tests_take_it_for(bundle: Path) -> None:
    """Without this, a check that refuses everything would pass all of the above."""
    assert check(bundle).findings == ()
    assert zipfile.ZipFile(io.BytesIO(bundle.read_bytes())).testzip() is None
    assert check(packed(bundle, members(bundle))).ok
