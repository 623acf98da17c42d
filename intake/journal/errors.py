"""What can go wrong with the journal, as whole sentences for the person at the keyboard that say what to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.text import visible
from intake.words import _

_DAMAGED = _(
    "Entry {seq} of case {case} is not what intake wrote: the disk or another program has changed the file "
    "journal.sqlite3. Nothing was overwritten. Please copy that file to a safe place first, and then put your last "
    "good backup of it where it was."
)


class JournalError(Exception):
    """The root of all errors of the journal."""


class UnknownCase(JournalError):
    """No case, or more than one, is meant by what was asked for."""


class Conflict(JournalError):
    """Somebody else added to the case since the caller last read it; nothing was written."""


class Busy(JournalError):
    """Another window has the case open."""


class NotStored(JournalError):
    """The disk or the file did not allow it; what was stored before stands, and the journal can be used further."""


class NotWiped(JournalError):
    """The case is deleted, but its bytes are not out of every file yet; the next opening does that."""


class Refused(JournalError):
    """The folder or the file is not one that this program may safely use; it was left as it is."""


class Damaged(JournalError):
    """A stored line is not what was written. `case` is the id, `seq` the first line in doubt, counted from 1."""

    def __init__(self, case: str, seq: int) -> None:
        """Put the sentence together."""
        super().__init__(_DAMAGED.format(case=case, seq=seq))
        self.case = case
        self.seq = seq


_FULL = _(
    "The disk is full, so this could not be saved. Nothing was lost up to here: make some space, and then try again."
)
_LOCKED = _(
    "Another window of intake is using the journal at this moment, so this could not be saved. Nothing was lost up to "
    "here: please try again."
)
_READ_ONLY = _(
    "{path} cannot be written to, so this could not be saved. Nothing was lost up to here: check that the disk and the "
    "folder may be written to, and then try again."
)
_CLOSED_OFF = _("{path} cannot be opened. Please check that its folder is there and that you may read and write in it.")
_NO_FOLDER = _("{path} is not a folder. Please choose another one with --home.")
_SPOILT = _(
    "{path} is damaged, or is no journal of intake. It was left as it is: please copy it to a safe place first, and "
    "then put your last good backup of it where it was."
)
_OTHER = _(
    "The disk gave an error at {path} ({name}). Nothing was lost up to here: check that the disk is there and works, "
    "and then try again."
)

_SENTENCES = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _CLOSED_OFF,
    sqlite3.SQLITE_PERM: _CLOSED_OFF,
    sqlite3.SQLITE_CORRUPT: _SPOILT,
    sqlite3.SQLITE_NOTADB: _SPOILT,
}
_SENTENCES_OF_THE_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _CLOSED_OFF,
    errno.EPERM: _CLOSED_OFF,
    errno.ENOENT: _CLOSED_OFF,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite or the system raises about `path` into NotStored; mistakes of the program pass through."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", type(error).__name__)
        full = name == "SQLITE_IOERR_SHMSIZE"  # what SQLite says where no room is left for its shared memory
        raise NotStored(_sentence(_FULL if full else _SENTENCES.get(code(error), _OTHER), path, name)) from error
    except UnicodeDecodeError as error:  # SQLite quoted damaged bytes in its own message
        raise NotStored(_sentence(_SPOILT, path, "")) from error
    except OSError as error:
        sentence = _SENTENCES_OF_THE_SYSTEM.get(error.errno or 0, _OTHER)
        raise NotStored(_sentence(sentence, path, error.strerror or type(error).__name__)) from error


def code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; SQLITE_ERROR for an error that Python's module raised by itself."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF


def _sentence(template: str, path: Path, name: str) -> str:
    return template.format(path=visible(str(path), one_line=True), name=name)
