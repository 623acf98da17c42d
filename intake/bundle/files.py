"""Files from outside, opened without being led astray; and files of ours, written whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from intake.bundle.errors import BundleError
from intake.text import visible

#: How much of a file is held in memory at once, in bytes.
CHUNK = 1 << 18

#: How the name of a draft begins and ends.
_FIRST, _LAST = ".intake-", ".partial"

#: Is told how many bytes are done, and of how many; it may raise to stop.
Tell = Callable[[int, int], None]

# Windows lacks these names. Without O_NONBLOCK, opening a pipe would wait for its writer.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def named(path: Path | str) -> str:
    """A path as it is said in a message."""
    return visible(str(path), one_line=True)


@contextmanager
def opened(path: Path, *, follow: bool = False) -> Iterator[BinaryIO]:
    """A regular file for reading; a link is refused unless `follow`. Raises BundleError, in plain words."""
    if not follow and path.is_symlink():
        raise BundleError(_link(path))
    try:
        descriptor = os.open(path, _READ | (0 if follow else _NO_LINK))
    except (OSError, ValueError) as error:
        raise BundleError(_reason(path, error)) from error
    try:
        _require_regular(path, os.fstat(descriptor).st_mode)
        with os.fdopen(descriptor, "rb", buffering=0, closefd=False) as file:
            yield file
    finally:
        os.close(descriptor)


def chunks(file: BinaryIO, size: int | None = None) -> Iterator[bytes]:
    """The next `size` bytes of `file`, or all that follow, a chunk at a time; ends early where the file does."""
    left = size
    while left is None or left > 0:
        chunk = file.read(CHUNK if left is None else min(CHUNK, left))
        if not chunk:
            return
        if left is not None:
            left -= len(chunk)
        yield chunk


def untold(done: int, total: int) -> None:
    """Tell nobody."""


class Meter:
    """Counts the bytes that go by, and tells how far that is."""

    def __init__(self, total: int, tell: Tell) -> None:
        """Tell `tell` of every chunk of `total` bytes."""
        self._done, self._total, self._tell = 0, total, tell

    def through(self, data: Iterator[bytes]) -> Iterator[bytes]:
        """The same chunks, counted."""
        for chunk in data:
            self._done += len(chunk)
            self._tell(self._done, self._total)
            yield chunk


class Draft:
    """A file being written, seen by nobody until it is whole."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        """Write to `file`, which lies at `path`."""
        self.file = file
        self.path = path

    def publish(self, target: Path) -> None:
        """Put the file, safe on disk, at `target` (in the same folder) in one step, in place of what was there."""
        self.file.flush()
        os.fsync(self.file.fileno())
        self.path.replace(target)
        _sync_folder(target.parent)


@contextmanager
def draft(folder: Path) -> Iterator[Draft]:
    """A new file in `folder` that only its owner can read; gone at the end unless it was published. Raises OSError."""
    descriptor, name = tempfile.mkstemp(prefix=_FIRST, suffix=_LAST, dir=folder)
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield Draft(file, path)
    finally:
        path.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Take away the drafts that a process left in `folder` when it was killed. Nobody may be writing there."""
    for path in folder.glob(f"{_FIRST}*{_LAST}"):
        with suppress(OSError):  # what cannot be taken away harms nobody
            path.unlink()


def _sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system can open a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _require_regular(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise BundleError(f"{named(path)} is a folder. Please name a single file in it.")
    if not stat.S_ISREG(mode):
        raise BundleError(f"{named(path)} is a device or a pipe, not a file. Please name an ordinary file.")


def _link(path: Path) -> str:
    return f"{named(path)} is a link to somewhere else. Please name the file itself."


def _reason(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return f"There is no file at {named(path)}. Please check the name and the folder."
    if isinstance(error, PermissionError):
        return f"{named(path)} may not be read. Please change its permissions, or copy it to a folder of your own."
    return f"{named(path)} could not be opened ({error.strerror}). Please check that it is an ordinary file."
