"""Attachments: files that came with an answer, kept byte for byte under their own hash and never parsed."""

import hashlib
import os
import stat
import unicodedata
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from intake.bundle.errors import BundleError
from intake.bundle.files import Meter, Tell, chunks, draft, named, opened, untold
from intake.bundle.sniff import HEAD, UNKNOWN, Form, sniffed
from intake.text import visible

#: Whether a kept file is what was attached, is not there or cannot be read, or is something else.
Condition = Literal["kept", "missing", "changed"]

#: The time that every kept file is given, so that whatever writes to one later shows: 1980-01-01 in seconds.
_KEPT_AT = 315_532_800


class Kept(msgspec.Struct, frozen=True):
    """A file that was kept: the person's own name for it, its SHA-256 in hexadecimal digits, its size in bytes."""

    name: str
    sha256: str
    size: int
    form: Form = UNKNOWN


def keep(source: Path, folder: Path, tell: Tell = untold) -> Kept:
    """Copy the file at `source` to `folder/<sha256>`, hashing what is copied; the folder is made where there is none.

    `tell` hears how far it is.

    Raises BundleError where there is no such file, where it is a folder, a link, a device or may not be read, where it
    changes meanwhile, and where the copy cannot be written. Nothing is left behind then.
    """
    with opened(source) as file:
        try:
            return _copied(source, file, folder, tell)
        except OSError as error:
            raise BundleError(
                f"{named(source)} could not be kept: {error.strerror}. Nothing was attached. "
                "Please check that the disk has room and try again."
            ) from error


def _copied(source: Path, file: BinaryIO, folder: Path, tell: Tell) -> Kept:
    before = os.fstat(file.fileno())
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest, size, head = hashlib.sha256(), 0, b""
    with draft(folder) as copy:
        for chunk in Meter(before.st_size, tell).through(chunks(file)):
            head = head if len(head) >= HEAD else head + chunk[:HEAD]
            copy.file.write(chunk)
            digest.update(chunk)
            size += len(chunk)
        if _moment(os.fstat(file.fileno())) != _moment(before) or size != before.st_size:
            raise BundleError(
                f"{named(source)} changed while it was being copied. Nothing was attached. "
                "Please close it in other programs, or wait until it is whole, and try again."
            )
        copy.file.flush()
        os.utime(copy.path, (_KEPT_AT, _KEPT_AT))
        copy.publish(folder / digest.hexdigest())
    return Kept(_name(source), digest.hexdigest(), size, sniffed(head))


def condition(path: Path, sha256: str, size: int, *, thorough: bool) -> Condition:
    """Whether the kept file at `path` is the one that was attached.

    Unless `thorough`, one that was not written to since it was kept is not read again.
    """
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size != size:
            return "changed"
        if not thorough and found.st_mtime_ns == _KEPT_AT * 1_000_000_000:
            return "kept"
        digest = hashlib.sha256()
        with opened(path) as file:
            for chunk in chunks(file):
                digest.update(chunk)
    except (OSError, BundleError):
        return "missing"
    return "kept" if digest.hexdigest() == sha256 else "changed"


def _moment(found: os.stat_result) -> tuple[int, int]:
    """What is another once a file was written to."""
    return found.st_size, found.st_mtime_ns


def _name(source: Path) -> str:
    return unicodedata.normalize("NFC", visible(source.name, one_line=True))
