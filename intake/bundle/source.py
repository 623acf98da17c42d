"""The files of a bag, wherever they lie: in an archive or in a folder. Both are only ever read."""

import hashlib
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from intake.bundle.errors import BundleError
from intake.bundle.files import chunks, opened
from intake.bundle.names import unsafe
from intake.bundle.report import Finding, StopError
from intake.bundle.zipcheck import Place
from intake.bundle.zipdirectory import MOST_ENTRIES
from intake.text import shorten

#: Which names must not be.
Refused = Callable[[Iterable[str]], Iterable[Finding]]


class Digest(NamedTuple):
    """A file's SHA-256 in hexadecimal digits, its CRC-32, and its size in bytes."""

    sha256: str
    crc: int
    size: int


class Source(Protocol):
    """Files by name, relative to the bag's folder, with their sizes in bytes."""

    @property
    def sizes(self) -> Mapping[str, int]:
        """The size of every file there is."""

    def read(self, name: str) -> Iterator[bytes]:
        """The bytes of a file, a chunk at a time. Raises BundleError where it cannot be read."""


def digest(data: Iterator[bytes]) -> Digest:
    """The digest of what `data` gives, in one pass."""
    sha256, crc, size = hashlib.sha256(), 0, 0
    for chunk in data:
        sha256.update(chunk)
        crc = zlib.crc32(chunk, crc)
        size += len(chunk)
    return Digest(sha256.hexdigest(), crc, size)


def hashed(data: Iterator[bytes], algorithms: Iterable[str]) -> dict[str, str]:
    """The hashes of what `data` gives by algorithms of `hashlib`, in hexadecimal digits and in one pass."""
    hashers = {name: hashlib.new(name, usedforsecurity=False) for name in algorithms}
    for chunk in data:
        for hasher in hashers.values():
            hasher.update(chunk)
    return {name: hasher.hexdigest() for name, hasher in hashers.items()}


class Archive:
    """Files that lie in an archive, as `intake.bundle.zipcheck.survey` found them."""

    def __init__(self, file: BinaryIO, places: Mapping[str, Place]) -> None:
        """`places` by name within the bag."""
        self._file = file
        self._places = places
        self.sizes = {name: place.size for name, place in places.items()}

    def read(self, name: str) -> Iterator[bytes]:
        """The bytes of a file, a chunk at a time; one file at a time."""
        place = self._places[name]
        self._file.seek(place.start)
        yield from chunks(self._file, place.size)


class Folder:
    """Files that lie in a folder."""

    def __init__(self, root: Path, refused: Refused = unsafe, most: int = MOST_ENTRIES) -> None:
        """The files under `root`, of which there may be `most`.

        Raises StopError on links, devices and names that are `refused`, BundleError if unreadable.
        """
        self._root = root
        self.sizes: dict[str, int] = {}
        strange: list[Finding] = []
        for name, entry in _walk(root, most):
            if entry.is_symlink() or not entry.is_file():
                strange.append(_strange(name))
            else:
                self.sizes[name] = entry.stat(follow_symlinks=False).st_size
        if found := (*strange, *refused(self.sizes)):
            raise StopError(*found)

    def read(self, name: str) -> Iterator[bytes]:
        """The bytes of a file, a chunk at a time."""
        with opened(self._root / name) as file:
            yield from chunks(file)


def _walk(root: Path, most: int) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Everything under `root` but folders, by its name with slashes. Follows no link."""
    waiting, seen = [""], 0
    try:
        while waiting:
            folder = waiting.pop()
            with os.scandir(root / folder) as entries:
                for entry in sorted(entries, key=lambda e: e.name):
                    seen += 1
                    if seen > most:
                        raise StopError(
                            Finding("folder-too-many-files", "", f"There are more than {most:,} files in it.")
                        )
                    name = f"{folder}/{entry.name}" if folder else entry.name
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(name)
                    else:
                        yield name, entry
    except OSError as error:
        raise BundleError(f"The folder could not be read: {error.strerror}. Please check its permissions.") from error


def _strange(name: str) -> Finding:
    shown = shorten(name, 120)
    message = f"“{shown}” is a link, a device or a pipe, not a file. Remove it, or ask the sender for a new bundle."
    return Finding("folder-link", shown, message)
