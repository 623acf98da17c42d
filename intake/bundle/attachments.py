"""Attachments: files that came with an answer, kept byte for byte under their own hash and never parsed."""

import hashlib
import unicodedata
from pathlib import Path

import msgspec

from intake.bundle.errors import BundleError
from intake.bundle.files import chunks, draft, named, opened
from intake.text import visible


class Kept(msgspec.Struct, frozen=True):
    """A file that was kept: the person's own name for it, its SHA-256 in hexadecimal digits, its size in bytes."""

    name: str
    sha256: str
    size: int


def keep(source: Path, folder: Path) -> Kept:
    """Copy the file at `source` to `folder/<sha256>`, hashing what is copied; the folder is made where there is none.

    Raises BundleError where there is no such file, where it is a folder, a link, a device or may not be read, and where
    the copy cannot be written. Nothing is left behind then.
    """
    with opened(source) as file:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            digest, size = hashlib.sha256(), 0
            with draft(folder) as copy:
                for chunk in chunks(file):
                    copy.file.write(chunk)
                    digest.update(chunk)
                    size += len(chunk)
                copy.publish(folder / digest.hexdigest())
        except OSError as error:
            raise BundleError(
                f"{named(source)} could not be kept: {error.strerror}. Nothing was attached. "
                "Please check that the disk has room and try again."
            ) from error
    return Kept(_name(source), digest.hexdigest(), size)


def _name(source: Path) -> str:
    return unicodedata.normalize("NFC", visible(source.name, one_line=True))
