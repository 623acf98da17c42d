"""What is kept of each case so that a desk can list it without reading its log: bytes, and the topics it belongs to.

A digest carries the hash of the case's last line at the time it was made, so one that was made of an older log is known
as such, whatever happened in between: a crash, another version of intake, a colleague. Digests can all be made again.
They live beside the logs, and go with their case when it is deleted.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from intake.journal.database import FILE, opened
from intake.journal.errors import explained

#: A topic that no digest names is taken away with the last, as it may be in a person's own words.
_TABLES = (
    """CREATE TABLE IF NOT EXISTS digests (
        case_id TEXT PRIMARY KEY REFERENCES cases ON DELETE CASCADE, head BLOB NOT NULL, mark TEXT NOT NULL,
        day TEXT NOT NULL, line BLOB NOT NULL, more BLOB NOT NULL)""",
    "CREATE TABLE IF NOT EXISTS topics (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
    """CREATE TABLE IF NOT EXISTS case_topics (
        case_id TEXT NOT NULL REFERENCES digests ON DELETE CASCADE, topic INTEGER NOT NULL REFERENCES topics,
        PRIMARY KEY (case_id, topic)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS cases_of_topic ON case_topics (topic)",
    """CREATE TRIGGER IF NOT EXISTS unused_topic AFTER DELETE ON case_topics
        WHEN NOT EXISTS (SELECT 1 FROM case_topics WHERE topic = OLD.topic)
        BEGIN DELETE FROM topics WHERE id = OLD.topic; END""",
)
# Values are cast and times compared as in the list of cases (`intake.journal.store`). A left join keeps the order of
# its left side.
_ALL = """SELECT ifnull(CAST(c.id AS TEXT), ''), ifnull(CAST(c.title AS TEXT), ''),
    ifnull(CAST(c.changed AS TEXT), ''), ifnull(CAST(c.events AS INTEGER), 0), ifnull(CAST(c.closed AS INTEGER), 0),
    CAST(d.line AS BLOB), d.head IS c.head
    FROM {cases} c LEFT JOIN digests d ON d.case_id = c.id"""
_LATEST = "(SELECT * FROM cases ORDER BY julianday(changed) DESC, rowid DESC LIMIT ?)"
_NO_LIMIT = -1
_OUTDATED = """SELECT CAST(c.id AS TEXT), CAST(c.head AS BLOB) FROM cases c LEFT JOIN digests d ON d.case_id = c.id
    WHERE d.head IS NOT c.head OR d.mark IS NOT :mark OR (d.day IS NOT :day AND NOT c.closed)
    ORDER BY d.head IS c.head, julianday(c.changed) DESC"""
_PUT = """INSERT INTO digests SELECT id, :head, :mark, :day, :line, :more FROM cases WHERE id = :case
    ON CONFLICT (case_id) DO UPDATE SET head = :head, mark = :mark, day = :day, line = :line, more = :more"""
_PUT_TOPIC = "INSERT INTO topics (text) VALUES (?) ON CONFLICT (text) DO NOTHING"
_JOIN = """INSERT INTO case_topics SELECT digests.case_id, topics.id FROM digests, topics
    WHERE digests.case_id = ? AND topics.text = ?"""
_COUNTS = """SELECT CAST(text AS TEXT), count(*) FROM topics JOIN case_topics ON topic = id
    GROUP BY id ORDER BY count(*) DESC, text"""
_OF_TOPIC = "SELECT CAST(case_id AS TEXT) FROM case_topics JOIN topics ON topic = id WHERE text = ?"
_TOPICS_OF = "SELECT CAST(text AS TEXT) FROM topics JOIN case_topics ON topic = id WHERE case_id = ?"


class Digest(NamedTuple):
    """What is kept of a case whose last line had the hash `head`, as of the ISO date `day`; each topic once.

    `line` is read with every listing, `more` only where the case is looked at.
    """

    case: str
    head: bytes
    day: str
    line: bytes
    more: bytes = b""
    topics: tuple[str, ...] = ()


class Listed(NamedTuple):
    """A case as it is listed; `line` is its digest's, None before the first, and `current` whether its log is as then.

    `changed` is an ISO 8601 time, `events` counts its lines. The title is as it is stored: to be made visible.
    """

    id: str
    title: str
    changed: str
    events: int
    closed: int
    line: bytes | None
    current: int


class Digests:
    """The digests in one folder, over a connection of their own; every method can raise NotStored.

    A `mark` names what digests are made by, such as the rules; those made by another are outdated.
    """

    def __init__(self, home: Path) -> None:
        """Open the journal in `home`, and make room for digests where there is none. To be used from this thread."""
        self._path = home.resolve() / FILE
        with explained(self._path):
            self._db = opened(self._path, read_only=False)
            self._db.text_factory = partial(str, encoding="utf-8", errors="replace")  # half the time of the usual one
            with self._db:
                self._db.execute("BEGIN IMMEDIATE")
                for table in _TABLES:
                    self._db.execute(table)

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def all(self) -> Iterator[Listed]:
        """Every case, the one changed last first; of those changed in the same millisecond, the one made last."""
        return self.latest(_NO_LIMIT)

    def latest(self, most: int) -> Iterator[Listed]:
        """Those changed last, at the most so many, for a list that is not to wait for the others; the last first."""
        return self._listed(_LATEST, most)

    def version(self) -> int:
        """A number that is another one once anything was written to the file over another connection."""
        with explained(self._path):
            return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def count(self) -> int:
        """How many cases there are."""
        with explained(self._path):
            return int(self._db.execute("SELECT count(*) FROM cases").fetchone()[0])

    def listed(self, case: str) -> Listed | None:
        """One case; None where it is not there."""
        return next(self._listed("(SELECT * FROM cases WHERE id = ?)", case), None)

    def outdated(self, mark: str, day: str) -> list[tuple[str, bytes]]:
        """The cases without a digest of their log as it is, each with the hash of its last line; then those of old.

        Of old are digests by another mark, and of another day where the case is not closed: time alone moves those.
        """
        with explained(self._path):
            return list(self._db.execute(_OUTDATED, {"mark": mark, "day": day}))

    def keep(self, mark: str, digests: Iterable[Digest]) -> None:
        """Keep digests, all or none; one of a case that was deleted meanwhile is left out."""
        with explained(self._path), self._db:
            self._db.execute("BEGIN IMMEDIATE")
            for digest in digests:
                self._put(mark, digest)

    def more(self, case: str) -> bytes | None:
        """The second part of a case's digest; None where there is none."""
        with explained(self._path):
            found = self._db.execute("SELECT CAST(more AS BLOB) FROM digests WHERE case_id = ?", (case,)).fetchone()
        return found[0] if found else None

    def topics(self) -> list[tuple[str, int]]:
        """Every topic with the number of cases that have it, the most frequent first."""
        with explained(self._path):
            return list(self._db.execute(_COUNTS))

    def topics_of(self, case: str) -> frozenset[str]:
        """The topics of a case."""
        with explained(self._path):
            return frozenset(text for (text,) in self._db.execute(_TOPICS_OF, (case,)))

    def having(self, topic: str) -> frozenset[str]:
        """The cases that have a topic."""
        with explained(self._path):
            return frozenset(case for (case,) in self._db.execute(_OF_TOPIC, (topic,)))

    def _listed(self, cases: str, *values: object) -> Iterator[Listed]:
        with explained(self._path):
            yield from map(Listed._make, self._db.execute(_ALL.format(cases=cases), values))

    def _put(self, mark: str, digest: Digest) -> None:
        self._db.execute(_PUT, digest._asdict() | {"mark": mark, "topics": None})
        self._put_topics(digest.case, digest.topics)

    def _put_topics(self, case: str, topics: Sequence[str]) -> None:
        self._db.execute("DELETE FROM case_topics WHERE case_id = ?", (case,))
        self._db.executemany(_PUT_TOPIC, [(topic,) for topic in topics])
        self._db.executemany(_JOIN, [(case, topic) for topic in topics])
