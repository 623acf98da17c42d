"""The zip form of a bundle, byte for byte: every entry stored as it is, and nothing in a header that could differ.

Headers are pure functions of what an entry is, so a reader makes them again and compares. Written by hand because the
standard library's writer leaves fields to the version of Python. Numbers that do not fit in 16 or 32 bits go to zip64
fields (PKWARE's APPNOTE, 4.3.14 and 4.5.3), and only those.
"""

import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
END64 = struct.Struct("<4sQ2H2I4Q")
LOCATOR = struct.Struct("<4sIQI")
LOCAL_SIGNATURE, CENTRAL_SIGNATURE, END_SIGNATURE = b"PK\3\4", b"PK\1\2", b"PK\5\6"
END64_SIGNATURE, LOCATOR_SIGNATURE = b"PK\6\6", b"PK\6\7"

#: From these values on a number stands in a zip64 field.
LIMIT16, LIMIT32 = 0xFFFF, 0xFFFFFFFF
#: The extra field that holds numbers of 64 bits.
ZIP64_EXTRA = 1

_UNIX = 3 << 8
_PLAIN, _ZIP64 = 20, 45
#: 1 January 1980, the first day that a zip can tell, at midnight.
_DATE, _TIME = 1 << 5 | 1, 0
#: A regular file that only its owner reads and writes.
_ATTRIBUTES = 0o100600 << 16


class Local(NamedTuple):
    """The fields of a local header, in order."""

    signature: bytes
    version_needed: int
    flags: int
    method: int
    time: int
    date: int
    checksum: int
    stored_size: int
    size: int
    name_length: int
    extra_length: int


class Central(NamedTuple):
    """The fields of an entry in the central directory, in order."""

    signature: bytes
    made_by: int
    version_needed: int
    flags: int
    method: int
    time: int
    date: int
    checksum: int
    stored_size: int
    size: int
    name_length: int
    extra_length: int
    comment_length: int
    disk: int
    internal_attributes: int
    external_attributes: int
    offset: int


class Entry(NamedTuple):
    """A file in the archive: its ASCII name, its size in bytes, its CRC-32, and the offset of its local header."""

    name: str
    size: int
    crc: int
    offset: int


class Member(NamedTuple):
    """A file to be archived; `read` gives its bytes anew, a chunk at a time."""

    name: str
    size: int
    crc: int
    read: Callable[[], Iterator[bytes]]


def local_header(entry: Entry) -> bytes:
    """What stands before the bytes of `entry`."""
    large = entry.size >= LIMIT32
    extra = _extra([entry.size, entry.size]) if large else b""
    size = min(entry.size, LIMIT32)
    name = entry.name.encode("ascii")
    needed = _ZIP64 if large else _PLAIN
    fields = Local(
        LOCAL_SIGNATURE,
        needed,
        0,
        0,
        _TIME,
        _DATE,
        entry.crc,
        size,
        size,
        name_length=len(name),
        extra_length=len(extra),
    )
    return LOCAL.pack(*fields) + name + extra


def central_header(entry: Entry) -> bytes:
    """What stands for `entry` in the central directory."""
    wide = [entry.size, entry.size] if entry.size >= LIMIT32 else []
    wide += [entry.offset] if entry.offset >= LIMIT32 else []
    extra = _extra(wide) if wide else b""
    name = entry.name.encode("ascii")
    needed = _ZIP64 if wide else _PLAIN
    size = min(entry.size, LIMIT32)
    fields = Central(
        CENTRAL_SIGNATURE, _UNIX | needed, needed, 0, 0, _TIME, _DATE, entry.crc, size, size,
        name_length=len(name), extra_length=len(extra), comment_length=0, disk=0, internal_attributes=0,
        external_attributes=_ATTRIBUTES, offset=min(entry.offset, LIMIT32),
    )  # fmt: skip
    return CENTRAL.pack(*fields) + name + extra


def end_records(count: int, size: int, offset: int) -> bytes:
    """What closes an archive of `count` entries whose central directory has `size` bytes and begins at `offset`."""
    end = END.pack(
        END_SIGNATURE, 0, 0, min(count, LIMIT16), min(count, LIMIT16), min(size, LIMIT32), min(offset, LIMIT32), 0
    )
    if count < LIMIT16 and size < LIMIT32 and offset < LIMIT32:
        return end
    needed = _UNIX | _ZIP64
    end64 = END64.pack(END64_SIGNATURE, END64.size - 12, needed, _ZIP64, 0, 0, count, count, size, offset)
    return end64 + LOCATOR.pack(LOCATOR_SIGNATURE, 0, offset + size, 1) + end


def archive(members: Iterable[Member]) -> Iterator[bytes]:
    """The bytes of an archive of `members`, in their order, a chunk at a time."""
    offset, entries = 0, []
    for name, size, crc, read in members:
        entry = Entry(name, size, crc, offset)
        header = local_header(entry)
        yield header
        yield from read()
        entries.append(entry)
        offset += len(header) + size
    yield from _closing(entries, offset)


def _closing(entries: Sequence[Entry], offset: int) -> Iterator[bytes]:
    directory = b"".join(central_header(entry) for entry in entries)
    yield directory
    yield end_records(len(entries), len(directory), offset)


def _extra(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<2H{len(numbers)}Q", ZIP64_EXTRA, 8 * len(numbers), *numbers)
