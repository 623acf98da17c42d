"""One window a case: a lock that the system itself lets go when the process ends, however it ends."""

import os
import sys
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from intake.journal.errors import Busy
from intake.journal.person import person
from intake.text import visible
from intake.words import _

_TAKEN = _(
    "This case is open in another window of intake{who}. Nothing was changed: close it there first, and then open it "
    "here."
)
#: More bytes than the number and the name of an owner take.
_SIGNATURE = 400

if sys.platform == "win32":
    import msvcrt

    #: Windows forbids reading what is locked, so the byte locked lies far behind the owner's number.
    _FAR = 1 << 30

    def _take(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class CaseLock:
    """The right to write to one case, held from the moment it is made until `release` or the end of a `with`."""

    def __init__(self, path: Path) -> None:
        """Take the lock that the file `path` stands for. Raises Busy when it is taken, OSError when it cannot be."""
        path.parent.mkdir(mode=0o700, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with ExitStack() as on_error:
            on_error.callback(os.close, file)
            try:
                _take(file)
            except (BlockingIOError, PermissionError):
                raise Busy(_taken(file)) from None
            on_error.pop_all()
        self._file = file
        _sign(file)

    def release(self) -> None:
        """Let go; a second time does nothing. The owner's number stays only where it was not let go."""
        if self._file >= 0:
            with suppress(OSError):
                os.ftruncate(self._file, 0)
            os.close(self._file)
            self._file = -1

    def __enter__(self) -> Self:
        """The lock itself, held already."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go, whatever happened."""
        self.release()


def left_behind(path: Path) -> bool:
    """Whether whoever held the lock at `path` last ended without letting it go."""
    try:
        file = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        if os.fstat(file).st_size == 0:  # let go, or being made: not even for a moment to be taken from its owner
            return False
        _take(file)
    except OSError:
        return False
    else:
        return True
    finally:
        os.close(file)


def owner(path: Path) -> str | None:
    """The name of whoever holds the lock at `path`, empty where they have none; None where it is free."""
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return None
    try:
        held = os.fstat(file).st_size > 0 and not left_behind(path)
        return _name(file) if held else None
    finally:
        os.close(file)


def _sign(file: int) -> None:
    with suppress(OSError):  # it is a courtesy to the one refused; a full disk must not keep the owner out
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)
        os.write(file, f"{os.getpid()} {person()}".encode(errors="replace"))


def _taken(file: int) -> str:
    """That the lock is taken, and by whom, where the owner has a name."""
    name = _name(file)
    return _TAKEN.format(who=_(", by {name}").format(name=name) if name else "")


def _name(file: int) -> str:
    """The owner's name, which stands after the number of the process; empty where there is none."""
    os.lseek(file, 0, os.SEEK_SET)
    number, _space, name = visible(os.read(file, _SIGNATURE).decode(errors="replace"), one_line=True).partition(" ")
    return name if number.isascii() and number.isdigit() else ""
