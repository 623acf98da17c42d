"""Reading the zip form of a bundle without trust: where each file lies, and whether each header is as written.

Nothing is unpacked. Sizes must add up to the file, so that no reader can see other entries than this one does.
"""

import struct
from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

from intake.bundle import zipform
from intake.bundle.foreign import foreign, packed_again
from intake.bundle.names import unsafe
from intake.bundle.report import Finding, StopError
from intake.bundle.zipdirectory import DISTRUST, Record, about, read_directory
from intake.bundle.zipform import Central, Entry, Local

#: Fields of a local header that do not say which file it is of, or how it is read.
_HARMLESS = {"version needed", "time", "date", "extra length", "extra"}
_TYPE, _REGULAR = 0o170000, 0o100000
_FOREIGN = (
    "Another program packed it again or changed it. Unzip it and check the folder, "
    "or ask the sender for the bundle as it was first written."
)


class Place(NamedTuple):
    """Where a file's bytes lie in the archive: the first byte, how many, and the CRC-32 that the archive states."""

    start: int
    size: int
    crc: int


def survey(file: BinaryIO) -> tuple[dict[str, Place], list[Finding]]:
    """Each file's place by its full name, and what is odd but harmless.

    Raises BundleError where `file` is no zip archive, and StopError where it is one that must not be read further.
    """
    end, records = read_directory(file)
    _stop_if(foreign(record.entry.name for record in records))
    _stop_if(packed_again(file, records))
    _stop_if(_forbidden(records))
    _stop_if(unsafe(record.entry.name for record in records))
    places, findings = _places(file, records, end.offset)
    if end.raw != zipform.end_records(end.entries, end.size, end.offset):
        message = f"The end of the archive is not as intake writes it. {_FOREIGN}"
        findings.append(Finding("zip-end-differs", "", message))
    return places, findings


def _stop_if(findings: Iterator[Finding]) -> None:
    if found := tuple(findings):
        raise StopError(*found)


def _forbidden(records: Sequence[Record]) -> Iterator[Finding]:
    """Entries that would have to be decrypted, inflated or followed."""
    for fields, entry, _, _ in records:
        mode = fields.external_attributes >> 16
        if fields.flags & 1:
            yield about("zip-encrypted", entry.name, f"is encrypted, and a bundle never is. {_FOREIGN}")
        if fields.method != 0:
            yield about("zip-not-stored", entry.name, f"is compressed, and a bundle stores files as is. {_FOREIGN}")
        if mode and mode & _TYPE not in (0, _REGULAR) and not entry.name.endswith("/"):
            yield about("zip-link", entry.name, f"is a link or a device, not a file. {DISTRUST}")


def _places(file: BinaryIO, records: Sequence[Record], directory: int) -> tuple[dict[str, Place], list[Finding]]:
    places, findings, at = {}, [], 0
    for record in records:
        entry = record.entry
        if entry.offset != at:
            raise StopError(_apart(entry, at))
        start, local_odd = _local(file, record)
        at = start + entry.size
        if at > directory:
            raise StopError(_apart(entry, at))
        places[entry.name] = Place(start, entry.size, entry.crc)
        odd = local_odd + _odd(record.fields, record.raw, zipform.central_header(entry), zipform.CENTRAL)
        if odd:
            what = ", ".join(dict.fromkeys(odd))
            findings.append(
                about("zip-header-differs", entry.name, f"is not packed as intake does: {what}. {_FOREIGN}")
            )
    if at != directory:
        raise StopError(Finding("zip-gap", "", f"There are bytes in the archive that no entry names. {DISTRUST}"))
    return places, findings


def _apart(entry: Entry, at: int) -> Finding:
    if entry.offset > at:
        return about("zip-gap", entry.name, f"comes after bytes that no entry names. {DISTRUST}")
    return about("zip-overlap", entry.name, f"shares bytes with another entry of the archive. {DISTRUST}")


def _local(file: BinaryIO, record: Record) -> tuple[int, list[str]]:
    """Where the bytes of an entry begin, and what is odd in its local header. Raises StopError if of another file."""
    entry = record.entry
    file.seek(entry.offset)
    head = file.read(zipform.LOCAL.size)
    if len(head) < zipform.LOCAL.size:
        raise StopError(_disagree(entry))
    fields = Local._make(zipform.LOCAL.unpack(head))
    raw = head + file.read(fields.name_length + fields.extra_length)
    expected = zipform.local_header(entry)
    odd = _odd(fields, raw, expected, zipform.LOCAL)
    name = raw[len(head) : len(head) + fields.name_length]
    harmless = _HARMLESS | ({"flags"} if fields.flags == record.fields.flags else set())
    if name != entry.name.encode("ascii") or set(odd) - harmless:
        raise StopError(_disagree(entry))
    return entry.offset + len(raw), odd


def _disagree(entry: Entry) -> Finding:
    return about("zip-headers-disagree", entry.name, f"is described in two ways that differ. {DISTRUST}")


def _odd(fields: Central | Local, raw: bytes, expected: bytes, form: struct.Struct) -> list[str]:
    """The names of the fields in `raw` that are not as `expected`."""
    if raw == expected:
        return []
    pairs = zip(fields._fields, fields, form.unpack_from(expected), strict=True)
    odd = [name.replace("_", " ") for name, value, wanted in pairs if value != wanted]
    return odd or ["extra"]
