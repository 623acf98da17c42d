"""A zip archive's own account of what is in it: its closing records and its central directory, read without trust."""

import os
import struct
from typing import BinaryIO, NamedTuple

from intake.bundle import zipform
from intake.bundle.errors import BundleError
from intake.bundle.report import Finding, StopError
from intake.bundle.zipform import Central, Entry
from intake.text import shorten

#: The most files in a bundle: four for each of 5,000 items, and few enough to be looked through within a second.
MOST_ENTRIES = 20_000
#: The largest central directory that is read, in bytes; as many entries with long names fit.
LARGEST_DIRECTORY = 8 << 20

#: What to do about an archive that only malice or damage explains.
DISTRUST = "Do not unpack it with other programs; ask the sender for a new bundle."

_COMMENT = 0xFFFF


class End(NamedTuple):
    """The closing records: what they say of the directory, where they begin, and their bytes."""

    entries: int
    size: int
    offset: int
    start: int
    raw: bytes


class Record(NamedTuple):
    """An entry of the central directory as it stands: its fields, what they mean, its bytes, and its stored size."""

    fields: Central
    entry: Entry
    raw: bytes
    stored: int


def read_directory(file: BinaryIO, advice: str = DISTRUST) -> tuple[End, list[Record]]:
    """The closing records of the archive `file`, and its entries in their order.

    Raises BundleError where `file` is no zip archive, and StopError where its directory is damaged, or too large: then
    with `advice` on what to do.
    """
    end = _end(file)
    if end.entries > MOST_ENTRIES or end.size > LARGEST_DIRECTORY:
        message = f"The archive names more than {MOST_ENTRIES:,} files or too long a list of them. {advice}"
        raise StopError(Finding("zip-too-many-entries", "", message))
    file.seek(end.offset)
    return end, _records(file.read(end.size), end.entries)


def _end(file: BinaryIO) -> End:
    size = file.seek(0, os.SEEK_END)
    start = max(0, size - zipform.END.size - _COMMENT)
    file.seek(start)
    tail = file.read(size - start)
    at = len(tail) - zipform.END.size
    if at < 0 or not tail.startswith(zipform.END_SIGNATURE, at):
        if zipform.END_SIGNATURE in tail:
            message = f"Something was added after the end of the archive. {DISTRUST}"
            raise StopError(Finding("zip-trailing-bytes", "", message))
        if zipform.CENTRAL_SIGNATURE in tail:
            raise StopError(Finding("zip-end-missing", "", f"The end of the archive is damaged. {DISTRUST}"))
        raise BundleError("This is no zip archive, or its end is missing. Please check that it was copied completely.")
    _, _, _, _, count, length, offset, _ = zipform.END.unpack_from(tail, at)
    if count == zipform.LIMIT16 or zipform.LIMIT32 in (length, offset):
        return _end64(tail, at, start)
    return _checked_end(End(count, length, offset, start + at, tail[at:]))


def _end64(tail: bytes, at: int, start: int) -> End:
    first = at - zipform.LOCATOR.size - zipform.END64.size
    if first < 0 or not tail.startswith(zipform.END64_SIGNATURE, first):
        raise StopError(_damaged())
    *_, count, length, offset = zipform.END64.unpack_from(tail, first)
    return _checked_end(End(count, length, offset, start + first, tail[first:]))


def _checked_end(end: End) -> End:
    if end.offset + end.size != end.start:
        message = f"The sizes in the archive do not add up to the file: it holds bytes that nothing names. {DISTRUST}"
        raise StopError(Finding("zip-gap", "", message))
    return end


def _damaged() -> Finding:
    message = "The archive's list of its files is damaged. Ask the sender for a new copy."
    return Finding("zip-directory-damaged", "", message)


def _records(directory: bytes, count: int) -> list[Record]:
    found, at = [], 0
    try:
        for _ in range(count):
            record = _record(directory, at)
            found.append(record)
            at += len(record.raw)
    except struct.error:
        raise StopError(_damaged()) from None
    if at != len(directory):
        raise StopError(_damaged())
    return found


def _record(directory: bytes, at: int) -> Record:
    fields = Central._make(zipform.CENTRAL.unpack_from(directory, at))
    name_at = at + zipform.CENTRAL.size
    extra_at = name_at + fields.name_length
    end = extra_at + fields.extra_length + fields.comment_length
    if fields.signature != zipform.CENTRAL_SIGNATURE or end > len(directory):
        raise StopError(_damaged())
    name = directory[name_at:extra_at].decode("utf-8", "replace")
    size, stored, offset = _wide(fields, directory[extra_at : extra_at + fields.extra_length])
    if stored != size and fields.method == 0:
        raise StopError(about("zip-size-lies", name, f"is stored, yet has two different sizes. {DISTRUST}"))
    return Record(fields, Entry(name, size, fields.checksum, offset), directory[at:end], stored)


def _wide(fields: Central, extra: bytes) -> tuple[int, int, int]:
    """Size, stored size and offset, each from the zip64 field where it does not fit in its own. Raises struct.error."""
    numbers = [fields.size, fields.stored_size, fields.offset]
    missing = [index for index, number in enumerate(numbers) if number == zipform.LIMIT32]
    at = 0
    while missing and at < len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == zipform.ZIP64_EXTRA:
            for index, number in zip(missing, struct.unpack_from(f"<{len(missing)}Q", extra, at + 4), strict=True):
                numbers[index] = number
            break
        at += 4 + length
    return numbers[0], numbers[1], numbers[2]


def about(code: str, name: str, words: str) -> Finding:
    """A finding on the entry `name`; `words` follow its name."""
    shown = shorten(name, 120)
    return Finding(code, shown, f"“{shown}” {words}")
