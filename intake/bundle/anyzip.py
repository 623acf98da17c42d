"""A zip that any program packed, read as a bag's files without unpacking it: stored or deflated, a chunk at a time.

Nothing is written. What would have to be decrypted or followed, shares bytes or is not as large as it says is refused,
and so is what would grow without measure.
"""

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

from intake.bundle import zipform
from intake.bundle.files import CHUNK, chunks
from intake.bundle.names import leads_out
from intake.bundle.report import Finding, StopError
from intake.bundle.zipdirectory import DISTRUST, Record, about, read_directory
from intake.bundle.zipform import Local
from intake.words import _

#: Up to so many bytes are read from an archive, however small it is, and up to so many times its size.
MODEST, GROWTH = 256 << 20, 100

_STORED, _DEFLATED = 0, 8
#: Where macOS keeps what other systems have no place for.
_APPLE = "__MACOSX/"
_TYPE, _REGULAR = 0o170000, 0o100000
#: What to do about an archive of another program that is only too large.
_UNZIP = _("Unzip it and give the folder that comes out, or ask the sender for a smaller bag.")


class _Place(NamedTuple):
    """Where a file's bytes begin in the archive, how many they are there, and what they must come to."""

    start: int
    stored: int
    size: int
    crc: int
    deflated: bool


class Packed:
    """Files that lie in an archive, by their names within the bag; and whether it has the folder of the payload."""

    def __init__(self, file: BinaryIO, places: dict[str, _Place], has_payload: bool) -> None:
        """The files at `places` in the archive `file`."""
        self._file = file
        self.has_payload = has_payload
        self._places = places
        self.sizes = {name: place.size for name, place in places.items()}

    def read(self, name: str) -> Iterator[bytes]:
        """The bytes of a file, a chunk at a time; one file at a time. Raises StopError where they are not as stated."""
        place = self._places[name]
        self._file.seek(place.start)
        data = chunks(self._file, place.stored)
        size, crc = 0, 0
        try:
            for chunk in _inflated(data) if place.deflated else data:
                size, crc = size + len(chunk), zlib.crc32(chunk, crc)
                if size > place.size:
                    break
                yield chunk
        except zlib.error:
            size = -1
        if (size, crc) != (place.size, place.crc):
            words = _("was changed or damaged after it was packed. Ask the sender for a new copy.")
            raise StopError(about("crc-differs", name, words))


def packed(file: BinaryIO, findings: list[Finding]) -> Packed:
    """The files of the bag in the archive `file`; what is odd but harmless goes to `findings`.

    Raises BundleError where `file` is no zip archive, and StopError where it is one that must not be read further.
    """
    end, records = read_directory(file, _UNZIP)
    wanted = [record for record in map(_named, records) if not is_passed_over(record)]
    if found := [*_forbidden(wanted), *_growing(wanted, end.start)]:
        raise StopError(*found)
    places = _places(file, wanted, end.offset)
    top = _top(places)
    if not top:
        words = _("The bag is not packed within a folder of its own.")
        findings.append(Finding("bag-top-folder", "", words))
    has_payload = any(record.entry.name.startswith(f"{top}data/") for record in records)
    return Packed(file, {name.removeprefix(top): place for name, place in places.items()}, has_payload)


def _named(record: Record) -> Record:
    """The record with its name as other systems write it too: UTF-8, or the letters of the first PCs."""
    raw = record.raw[zipform.CENTRAL.size :][: record.fields.name_length]
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("cp437")
    return record._replace(entry=record.entry._replace(name=name))


def is_passed_over(record: Record) -> bool:
    """Whether it is a folder, or what macOS packs beside the files."""
    name = record.entry.name
    return (name.endswith("/") and not record.entry.size) or name.startswith(_APPLE)


def _forbidden(records: Sequence[Record]) -> Iterator[Finding]:
    for fields, entry, _raw, _stored in records:
        mode = fields.external_attributes >> 16 & _TYPE
        if leads_out(entry.name) or entry.name.endswith("/"):
            yield about(
                "bag-name-outside", entry.name, _("leads out of the archive. {distrust}").format(distrust=DISTRUST)
            )
        if fields.flags & 1:
            yield about("zip-encrypted", entry.name, _("is encrypted. Unpack it first, and give the folder."))
        if fields.method not in (_STORED, _DEFLATED):
            words = _("is compressed in a way that is not read here. Unpack it first, and give the folder.")
            yield about("zip-method", entry.name, words)
        if mode not in (0, _REGULAR):
            words = _("is a link or a device, not a file. {distrust}")
            yield about("zip-link", entry.name, words.format(distrust=DISTRUST))
    for name, times in Counter(record.entry.name for record in records).items():
        if times > 1:
            words = _("stands in the archive more than once. {distrust}")
            yield about("name-duplicate", name, words.format(distrust=DISTRUST))


def _growing(records: Sequence[Record], size: int) -> Iterator[Finding]:
    total = sum(record.entry.size for record in records)
    if total > max(MODEST, GROWTH * size):
        words = _(
            "The archive would grow to {times:,} times its size. Unpack it where there is room, and give the folder."
        )
        yield Finding("zip-grows", "", words.format(times=total // size))


def _places(file: BinaryIO, records: Sequence[Record], directory: int) -> dict[str, _Place]:
    """Where each file lies. Raises StopError where two share bytes, or are described in two ways."""
    places, before = {}, 0
    for record in sorted(records, key=lambda record: record.entry.offset):
        entry = record.entry
        if entry.offset < before:
            raise StopError(_shared(entry.name))
        start = _start(file, record)
        before = start + record.stored
        if before > directory:
            raise StopError(_shared(entry.name))
        places[entry.name] = _Place(start, record.stored, entry.size, entry.crc, record.fields.method == _DEFLATED)
    return places


def _start(file: BinaryIO, record: Record) -> int:
    """Where the bytes of an entry begin: behind its own header, which must be of the same file."""
    file.seek(record.entry.offset)
    head = file.read(zipform.LOCAL.size)
    fields = Local._make(zipform.LOCAL.unpack(head.ljust(zipform.LOCAL.size, b"\0")))
    name = record.raw[zipform.CENTRAL.size :][: record.fields.name_length]
    same = (fields.signature, fields.method) == (zipform.LOCAL_SIGNATURE, record.fields.method)
    if not same or file.read(fields.name_length) != name:
        words = _("is described in two ways that differ. {distrust}")
        raise StopError(about("zip-headers-disagree", record.entry.name, words.format(distrust=DISTRUST)))
    return record.entry.offset + zipform.LOCAL.size + fields.name_length + fields.extra_length


def _shared(name: str) -> Finding:
    words = _("shares bytes with another part of the archive. {distrust}")
    return about("zip-overlap", name, words.format(distrust=DISTRUST))


def _inflated(data: Iterator[bytes]) -> Iterator[bytes]:
    """What deflated `data` comes to, never more than a chunk at once. Raises zlib.error where it is not whole."""
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    for chunk in data:
        rest = chunk
        while True:
            made = engine.decompress(rest, CHUNK)
            if made:
                yield made
            rest = engine.unconsumed_tail
            if not rest and len(made) < CHUNK:
                break
    if not engine.eof or engine.unused_data:
        raise zlib.error


def _top(places: dict[str, _Place]) -> str:
    """The folder that holds everything, with its slash; empty where there is none."""
    tops = {name.partition("/")[0] for name in places}
    return f"{tops.pop()}/" if len(tops) == 1 and all("/" in name for name in places) else ""
