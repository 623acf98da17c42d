"""The SQLite file behind the journal: opened so that a commit is on the disk, and nobody else can read it."""

import os
import sqlite3
from contextlib import ExitStack, suppress
from pathlib import Path

from intake.journal.errors import NotStored, NotWiped, Refused
from intake.journal.home import keep_file_private
from intake.text import visible
from intake.words import _

#: The name of the file in the folder.
FILE = "journal.sqlite3"
#: The version of the tables, as PRAGMA user_version.
SCHEMA = 1

_TABLES = (
    """CREATE TABLE cases (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL,
        events INTEGER NOT NULL, closed INTEGER NOT NULL, head BLOB NOT NULL)""",
    """CREATE TABLE events (
        case_id TEXT NOT NULL REFERENCES cases ON DELETE CASCADE, seq INTEGER NOT NULL, line BLOB NOT NULL,
        hash BLOB NOT NULL, PRIMARY KEY (case_id, seq)) WITHOUT ROWID""",
    "CREATE TABLE unwiped (case_id TEXT PRIMARY KEY)",  # deleted, but not yet out of every file
)
_SAFETY = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",  # VACUUM would write everything to a file elsewhere
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # macOS: through the drive's own cache
)

_NOTHING = _("There is nothing stored in {path} yet.")
_NEWER = _(
    "{path} was written by another version of intake (its format is {version}, this one reads {known}). Nothing was "
    "changed: please update intake, and then try again."
)
_FOREIGN = _(
    "{path} belongs to another program. It was left as it is: please choose another folder with --home, or move that "
    "file away."
)
_UNWIPED = _(
    "The case is deleted, but some of what it said may still be in the file, because another window of intake was "
    "using it, or the disk is full or damaged. It is wiped the next time intake starts with room on a sound disk."
)


def opened(path: Path, read_only: bool) -> sqlite3.Connection:
    """A connection to the journal at the absolute `path`, in autocommit; made private, and made if it is not there.

    Raises Refused, NotStored, OSError, sqlite3.Error.
    """
    if read_only and not path.exists():
        raise NotStored(_NOTHING.format(path=visible(str(path.parent), one_line=True)))
    if not read_only:
        # SQLite gives its helper files the mode of this one. Never opened when it is there: closing it again would
        # drop the locks that another connection of this process holds
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    for helper in ("", "-wal", "-shm", "-journal"):
        keep_file_private(Path(f"{path}{helper}"))
    with ExitStack() as on_error:
        mode = "ro" if read_only else "rw"
        db = sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None)
        on_error.callback(db.close)
        db.text_factory = _text
        _prepare(db, path, read_only)
        on_error.pop_all()
    return db


def _prepare(db: sqlite3.Connection, path: Path, read_only: bool) -> None:
    for pragma in _SAFETY:
        db.execute(pragma)
    version = _version(db)
    if version not in (0, SCHEMA):
        raise Refused(_NEWER.format(path=visible(str(path), one_line=True), version=version, known=SCHEMA))
    if read_only and version == 0:
        raise NotStored(_NOTHING.format(path=visible(str(path.parent), one_line=True)))
    if not read_only:
        _prepare_to_write(db, path, version)


def _prepare_to_write(db: sqlite3.Connection, path: Path, version: int) -> None:
    if version == 0:
        _make_tables(db, path)
    _use_wal(db)
    if db.execute("SELECT 1 FROM unwiped").fetchone():
        with suppress(NotWiped):
            wipe(db)


def _make_tables(db: sqlite3.Connection, path: Path) -> None:
    with db:
        db.execute("BEGIN IMMEDIATE")
        if _version(db) == SCHEMA:
            return  # another window was faster
        if db.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise Refused(_FOREIGN.format(path=visible(str(path), one_line=True)))
        for table in _TABLES:
            db.execute(table)
        db.execute(f"PRAGMA user_version = {SCHEMA}")


def _use_wal(db: sqlite3.Connection) -> None:
    try:
        db.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError:
        # SQLite does not wait here for another window that switches a new file too; BEGIN does
        with db:
            db.execute("BEGIN IMMEDIATE")
        db.execute("PRAGMA journal_mode = WAL")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def wipe(db: sqlite3.Connection) -> None:
    """Write the file anew without what was deleted. Raises NotWiped when it has to wait.

    `secure_delete` is not enough: pages that split as they filled keep copies of what moved.
    """
    try:
        db.execute("VACUUM")
        busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise NotWiped(_UNWIPED) from error
    if busy:
        raise NotWiped(_UNWIPED)
    db.execute("DELETE FROM unwiped")


def _text(stored: bytes) -> str:
    """Lenient, so that one damaged title does not hide the list of cases."""
    return stored.decode(errors="replace")
