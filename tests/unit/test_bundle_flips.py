"""Every byte of a bundle counts: whichever one is changed, the check says so."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from bundle_samples import written

from intake.bundle import zipform
from intake.bundle.check import check_archive
from intake.bundle.errors import BundleError
from intake.bundle.report import Finding, StopError

#: In long files, which other tests hold by their hash, every so many bytes; a prime, to meet every column.
STEP = 13


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small bundle."""
    return written(tmp_path_factory.mktemp("flips")).path.read_bytes()


def _found(data: bytes | bytearray) -> bool:
    findings: list[Finding] = []
    try:
        check_archive(io.BytesIO(data), findings)
    except (StopError, BundleError):
        return True
    return bool(findings)


def _offsets(data: bytes) -> Iterator[int]:
    """Every byte of the headers, the tag files and the directory, and a sample of the longer files."""
    at = 0
    while data.startswith(zipform.LOCAL_SIGNATURE, at):
        fields = zipform.Local._make(zipform.LOCAL.unpack_from(data, at))
        content = at + zipform.LOCAL.size + fields.name_length
        yield from range(at, content)
        yield from range(content, content + fields.size, 1 if fields.size < 1000 else STEP)
        at = content + fields.size
    yield from range(at, len(data))


def test_a_change_of_any_byte_is_found(data: bytes) -> None:
    """Times, attributes, flags, names, sizes, hashes and content, by one bit each."""
    assert not _found(data)
    changed = bytearray(data)
    unseen = []
    for at in _offsets(data):
        # Bit 5 turns a digit of a hash into its capital; the others take turns.
        bit = 1 << (5 if chr(data[at]) in "abcdef" else at % 8)
        changed[at] ^= bit
        if not _found(changed):
            unseen.append(at)
        changed[at] ^= bit
    assert unseen == []


def test_a_byte_more_or_less_anywhere_is_found(data: bytes) -> None:
    """Nothing can be slipped in, said twice, dropped or put in another order."""
    for at in range(0, len(data) - 1, 397):
        assert _found(data[:at] + b"\0" + data[at:])
        assert _found(data[:at] + data[at : at + 1] + data[at:])
        assert _found(data[:at] + data[at + 1 :])
        swapped = data[:at] + data[at + 1 : at + 2] + data[at : at + 1] + data[at + 2 :]
        assert swapped == data or _found(swapped)


def test_an_end_that_is_missing_is_found(data: bytes) -> None:
    """Wherever a copy broke off, near the end at every byte."""
    for length in (*range(0, len(data), 97), *range(len(data) - 200, len(data))):
        assert _found(data[:length])


def test_the_sample_covers_every_header(data: bytes) -> None:
    """The test above would pass on no offsets at all."""
    offsets = set(_offsets(data))
    assert len(offsets) > 4000
    assert set(range(len(data) - zipform.END.size, len(data))) <= offsets


def test_a_copy_of_the_file_is_as_good(data: bytes, tmp_path: Path) -> None:
    """Only the bytes count, not when or where they were written."""
    (tmp_path / "copy").write_bytes(data)
    assert not _found((tmp_path / "copy").read_bytes())
