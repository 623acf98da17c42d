"""The journal: the cases of one person and their lines, in one SQLite file."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from intake.journal import chain
from intake.journal.cases import Case, pick, unused_id, usable_title
from intake.journal.database import FILE, opened, wipe
from intake.journal.drafts import keep_draft
from intake.journal.errors import Conflict, Damaged, UnknownCase, code, explained
from intake.journal.lock import CaseLock, left_behind, owner
from intake.text import shorten, visible
from intake.words import _

# Every value is cast, as damage can turn its type as well as what it says; by julianday, as the times may have
# different offsets from UTC.
_CASES = """SELECT ifnull(CAST(id AS TEXT), ''), ifnull(CAST(title AS TEXT), ''), ifnull(CAST(created AS TEXT), ''),
    ifnull(CAST(changed AS TEXT), ''), ifnull(CAST(events AS INTEGER), 0), ifnull(CAST(closed AS INTEGER), 0)
    FROM cases ORDER BY julianday(changed) DESC, rowid DESC"""
_HEAD = "SELECT ifnull(CAST(events AS INTEGER), 0), ifnull(CAST(head AS BLOB), x'') FROM cases WHERE id = ?"
_LINES = "SELECT ifnull(CAST(line AS BLOB), x'') FROM events WHERE case_id = ? ORDER BY seq"
_FIRSTS = "SELECT CAST(case_id AS TEXT), ifnull(CAST(line AS BLOB), x'') FROM events WHERE seq = 1"
_HOLDING = "SELECT CAST(case_id AS TEXT), CAST(line AS BLOB) FROM events WHERE {which} ORDER BY case_id, seq"
_SPAN = """SELECT ifnull((SELECT min(seq) FROM events WHERE case_id = :case), 1),
    ifnull((SELECT max(seq) FROM events WHERE case_id = :case), 0)"""
_ROWS = "SELECT seq, ifnull(CAST(line AS BLOB), x''), hash FROM events WHERE case_id = ? ORDER BY seq"
_CONFLICT = _(
    "Somebody else added to case {case} meanwhile: it has {count} entries, and this window knows {expected}. Nothing "
    "was overwritten, and nothing of this was saved: open the case again, and then go on from there."
)
_GONE = _("There is no case {case} here; it may have been deleted in another window. Please choose another one.")


class Journal:
    """All cases of one person. To be used from the thread that made it, and closed at the end.

    Every method can raise NotStored; afterwards the journal can be used as before. A `case` is an id, as in `Case.id`;
    one that is not there raises UnknownCase.
    """

    def __init__(self, home: Path, *, read_only: bool = False) -> None:
        """Open the journal in the folder `home`, and make one if there is none yet and it is not to be read only.

        Raises Refused when the file is a link, another program's, or from a newer intake.
        """
        self._path = home.resolve() / FILE
        with explained(self._path):
            self._db = opened(self._path, read_only)

    def close(self) -> None:
        """Let the file go; a second time does nothing."""
        self._db.close()

    def create(
        self, title: str, at: str, lines: Sequence[bytes] = (), before: Callable[[str], object] | None = None
    ) -> Case:
        """A new case, begun `at` this ISO 8601 time, with `lines` as its first: all of it or nothing.

        `before` is called with its id just before it is there; what that raises leaves no case. Raises UnusableText for
        a title that cannot be kept.
        """
        title = usable_title(title)
        with explained(self._path), self._db:
            self._db.execute("BEGIN IMMEDIATE")
            case = unused_id({taken for (taken,) in self._db.execute("SELECT id FROM cases")})
            rows = chain.grown(chain.head(case, ()), 0, lines)
            row = (case, title, at, at, len(rows), False, chain.head(case, lines))
            self._db.execute("INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            self._db.executemany("INSERT INTO events VALUES (?, ?, ?, ?)", [(case, *each) for each in rows])
            if before:
                before(case)
        return Case(case, title, at, at, len(rows), closed=False)

    def cases(self) -> list[Case]:
        """All cases, the one changed last first."""
        with explained(self._path):
            return [_case(row) for row in self._db.execute(_CASES)]

    def find(self, wanted: str) -> Case:
        """The case meant by an id, the beginning of an id, or a title. Raises UnknownCase, naming the near ones."""
        return pick(self.cases(), wanted)

    def load(self, case: str) -> list[bytes]:
        """The lines of `case` in order, every one proven. Raises Damaged."""
        lines: list[bytes] = []
        with explained(self._path), self._db:
            self._db.execute("BEGIN")  # the head and the lines of one moment
            count, head = self._head(case)
            try:
                lines.extend(line for (line,) in self._db.execute(_LINES, (case,)))
            except sqlite3.DatabaseError as error:
                if code(error) == sqlite3.SQLITE_CORRUPT:
                    raise Damaged(case, len(lines) + 1) from error
                raise
            span = self._db.execute(_SPAN, {"case": case}).fetchone()
            if (len(lines), *span) != (count, 1, count) or chain.head(case, lines) != head:
                raise Damaged(case, chain.in_doubt(case, self._db.execute(_ROWS, (case,)), count))
        return lines

    def firsts(self) -> dict[str, bytes]:
        """The first line of every case that has one, by its id; not proven, as `load` does."""
        with explained(self._path):
            return dict(self._db.execute(_FIRSTS))

    def last_holding(self, parts: Sequence[bytes]) -> dict[str, bytes]:
        """The last line of every case in which one of `parts` stands, by its id; not proven, as `load` does."""
        which = " OR ".join(["instr(line, ?)"] * len(parts))
        with explained(self._path):
            return dict(self._db.execute(_HOLDING.format(which=which), parts))

    def append(self, case: str, lines: Sequence[bytes], expected: int, at: str, *, closed: bool | None = None) -> int:
        """Add `lines` after the `expected` ones the caller knows, all or none; the new count. On the disk on return.

        `at` is the ISO 8601 time of the change; `closed`, where given, becomes the case's own. Raises Conflict.
        """
        with explained(self._path), self._db:
            self._db.execute("BEGIN IMMEDIATE")
            count, head = self._head(case)
            if count != expected:
                raise Conflict(_CONFLICT.format(case=case, count=count, expected=expected))
            rows = chain.grown(head, count, lines)
            self._db.executemany("INSERT INTO events VALUES (?, ?, ?, ?)", [(case, *row) for row in rows])
            self._db.execute(
                "UPDATE cases SET events = ?, head = ?, changed = ?, closed = ifnull(?, closed) WHERE id = ?",
                (count + len(rows), rows[-1][2] if rows else head, at, closed, case),
            )
        return count + len(rows)

    def rename(self, case: str, title: str) -> None:
        """Give `case` another title. Raises UnusableText for one that cannot be kept."""
        title = usable_title(title)
        with explained(self._path), self._db:
            if not self._db.execute("UPDATE cases SET title = ? WHERE id = ?", (title, case)).rowcount:
                raise UnknownCase(_GONE.format(case=shorten(case, 40)))

    def delete(self, case: str) -> None:
        """Take `case` out for good: no byte of it stays in the files of the folder. Raises Busy while it is open.

        Raises NotWiped when the case is gone, but what it said could not be wiped yet; the next opening does that.
        """
        with self.lock(case), explained(self._path):
            with self._db:
                self._db.execute("BEGIN IMMEDIATE")
                self._db.execute("DELETE FROM cases WHERE id = ?", (case,))
                self._db.execute("INSERT INTO unwiped VALUES (?)", (case,))
            keep_draft(self.draft_file(case), "")
            wipe(self._db)
        with suppress(OSError):  # an empty lock harms nobody
            self._lock_file(case).unlink(missing_ok=True)

    def discard(self, case: str) -> None:
        """Take out `case`, which is open here and in which nobody said anything: nothing of it has to be wiped."""
        with explained(self._path), self._db:
            self._db.execute("DELETE FROM cases WHERE id = ?", (case,))
        with suppress(OSError):
            self._lock_file(case).unlink(missing_ok=True)

    def lock(self, case: str) -> CaseLock:
        """Keep `case` to this window until the lock is released. Raises Busy when another one has it."""
        with explained(self._lock_file(case)):
            self._head(case)
            return CaseLock(self._lock_file(case))

    def left_behind(self, case: str) -> bool:
        """Whether whoever had `case` open last ended without leaving it, as a process that is killed does."""
        return left_behind(self._lock_file(case))

    def owner(self, case: str) -> str | None:
        """The name of whoever has `case` open, empty where they have none; None where nobody has."""
        return owner(self._lock_file(case))

    def draft_file(self, case: str) -> Path:
        """Where words for `case` are kept that were typed and not sent (`intake.journal.drafts`)."""
        return self._path.parent / "drafts" / f"{case}.txt"

    def _lock_file(self, case: str) -> Path:
        return self._path.parent / "locks" / f"{case}.lock"

    def _head(self, case: str) -> tuple[int, bytes]:
        row = self._db.execute(_HEAD, (case,)).fetchone()
        if row is None:
            raise UnknownCase(_GONE.format(case=shorten(case, 40)))
        return row[0], row[1]


def _case(row: tuple[str, str, str, str, int, int]) -> Case:
    """What a row says; its title as it may be shown, since whoever can write to the file can write any."""
    case, title, created, changed, events, closed = row
    return Case(case, visible(title, one_line=True), created, changed, events, bool(closed))
