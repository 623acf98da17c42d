"""A desk of 50,000 cases: how soon it is there, how soon a search shows, and what it holds in memory.

    uv run python tests/bench/desk.py

The cases are made first: the logs of the ten invented applicants over and over, each under an id and a title of its
own, with what a desk knows of them. Looking at a case that has changed is measured by itself, on a sample of them.

- Opening: in a terminal of 120 × 40, from the start of the process until the first rows stand on the screen. Bar: 1 s.
  Beside it, without a bar: until all are read, and can be searched.
- Searching: from a key of a word, the slowest of all, until the number of those found stands there. Bar: 100 ms.
- Memory: the most that the process ever held, after both. Bar: 150 MB.

Each is the median of several runs. Searching in SQL is measured beside searching in memory, in this process, without a
bar. Ends with 1 where a bar is missed.
"""

import fcntl
import os
import pty
import select
import sqlite3
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from contextlib import closing
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import msgspec  # noqa: E402 - found through the path set above
import personas  # noqa: E402

from intake.journal import chain  # noqa: E402
from intake.journal.cases import ALPHABET  # noqa: E402
from intake.journal.database import FILE, opened  # noqa: E402
from intake.session.brief import Brief  # noqa: E402
from intake.session.desk import Desk  # noqa: E402
from intake.session.desk_rows import searched  # noqa: E402
from intake.text import folded  # noqa: E402

CASES, SAMPLE, RUNS = 50_000, 200, 5
#: Seconds after which what is awaited is not going to come.
LONGEST = 10
OPEN_BAR, SEARCH_BAR, MEMORY_BAR = 1.0, 0.1, 150.0
#: The words searched for, by which one case is found, and many; the last letter finds fewer.
WANTED = ("00347", "keisha 4", "transcript 9")
COMMAND = [sys.executable, "-m", "intake", "desk", "--as-of", personas.AS_OF.isoformat()]


def make(home: Path) -> float:
    """The cases, with their digests; the milliseconds that looking at one takes."""
    for name in personas.NAMES:
        personas.run(name, home, home.parent / f"{name}.zip")
    with Desk(home, personas.AS_OF) as desk:
        list(desk.refresh())
    with closing(opened(home / FILE, read_only=False)) as db:
        _multiply(db)
        db.execute("UPDATE digests SET head = x'00' WHERE rowid IN (SELECT rowid FROM digests LIMIT ?)", (SAMPLE,))
    with Desk(home, personas.AS_OF) as desk:
        began, left = time.perf_counter(), desk.outdated()
        list(desk.refresh())
        return (time.perf_counter() - began) * 1000 / left


def _multiply(db: sqlite3.Connection) -> None:
    """Copy the cases that are there until there are enough, in one transaction."""
    models = [(row, _lines(db, row[0]), _digest(db, row[0])) for row in db.execute("SELECT * FROM cases").fetchall()]
    with db:
        db.execute("BEGIN")
        for number in range(CASES - len(models)):
            _copy(db, number, *models[number % len(models)])


def _lines(db: sqlite3.Connection, case: str) -> list[bytes]:
    return [line for (line,) in db.execute("SELECT line FROM events WHERE case_id = ? ORDER BY seq", (case,))]


def _digest(db: sqlite3.Connection, case: str) -> tuple[tuple[str, str, bytes, bytes], list[int]]:
    kept = db.execute("SELECT mark, day, line, more FROM digests WHERE case_id = ?", (case,)).fetchone()
    return kept, [topic for (topic,) in db.execute("SELECT topic FROM case_topics WHERE case_id = ?", (case,))]


def _copy(
    db: sqlite3.Connection,
    number: int,
    row: tuple[str, str, str, str, int, int, bytes],
    lines: list[bytes],
    known: tuple[tuple[str, str, bytes, bytes], list[int]],
) -> None:
    case, title = _id(number), f"{row[1]} {number:05}"
    (mark, day, line, more), topics = known
    rows = chain.grown(chain.head(case, ()), 0, lines)
    changed = f"2026-{1 + number % 12:02}-{1 + number % 28:02}T{number % 24:02}:{number % 60:02}:00+00:00"
    brief, words = msgspec.json.decode(line, type=tuple[Brief, str])
    line = msgspec.json.encode((brief, f"{words} {folded(title)}@example.org"))
    db.execute("INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?)", (case, title, row[2], changed, *row[4:6], rows[-1][2]))
    db.executemany("INSERT INTO events VALUES (?, ?, ?, ?)", [(case, *each) for each in rows])
    db.execute("INSERT INTO digests VALUES (?, ?, ?, ?, ?, ?)",
               (case, rows[-1][2], mark, day, line, more))  # fmt: skip
    db.executemany("INSERT INTO case_topics VALUES (?, ?)", [(case, topic) for topic in topics])


def _id(number: int) -> str:
    """A case's id of its own: 2 and then the number in the letters of ids."""
    letters = ""
    for _place in range(5):
        number, place = divmod(number, len(ALPHABET))
        letters = ALPHABET[place] + letters
    return f"2{letters}"


class Terminal:
    """The desk in a terminal of 120 × 40."""

    def __init__(self, home: Path) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        env = os.environ | {"INTAKE_HOME": str(home), "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}
        self.began = time.perf_counter()
        self._app = subprocess.Popen(
            COMMAND, env=env, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)
        self._shown = b""

    def until(self, *texts: str) -> float:
        """The time at which the last of `texts` has come to stand on the screen since it was looked at last."""
        wanted = [text.encode() for text in texts]
        while not all(text in self._shown for text in wanted):
            if not select.select([self._ours], [], [], LONGEST)[0]:
                sys.exit(f"waited in vain for {texts}; shown: {self._shown[-2000:]!r}")
            self._shown += os.read(self._ours, 1 << 16)
        self._shown = b""
        return time.perf_counter()

    def press(self, keys: str) -> float:
        """Type `keys`; the time of the last."""
        for key in keys:
            os.write(self._ours, key.encode())
        return time.perf_counter()

    def most_memory(self) -> float:
        """The most that the process held so far, in MB."""
        status = Path(f"/proc/{self._app.pid}/status").read_text("ascii")
        return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) / 1024

    def end(self) -> None:
        """Kill it."""
        self._app.kill()
        self._app.wait()
        os.close(self._ours)


def measured(home: Path, found: dict[str, int]) -> tuple[float, float, float, float]:
    """Seconds to open, and until all can be searched; the most to search for any word; the most memory in MB."""
    app = Terminal(home)
    try:
        opened_in = app.until("▸ ") - app.began
        all_in = app.until(f"Cases: {CASES:,} · waiting:") - app.began
        searching = 0.0
        for words in WANTED:
            app.press("/")
            app.until(" name, an address")
            for end, key in enumerate(words, start=1):
                pressed = app.press(key)
                searching = max(searching, app.until(_title(found[words[:end]])) - pressed)
            app.press("\x1b")
            app.until(f"Cases: {CASES:,} ")
        return opened_in, all_in, searching, app.most_memory()
    finally:
        app.end()


def _title(count: int) -> str:
    """How the title tells that so many were found; its line says no more then."""
    return f"Cases: {count:,} of" if count < CASES else f"Cases: {count:,}\x1b"


def best(work: Callable[[], object]) -> float:
    """The least milliseconds of five."""
    took = []
    for _round in range(5):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    return min(took)


def compared(home: Path) -> dict[str, int]:
    """Print what reading and both ways of searching cost; how many are found by the words as they are typed."""
    with Desk(home, personas.AS_OF) as desk, closing(opened(home / FILE, read_only=True)) as db:
        print(f"reading all rows: {best(desk.rows):.0f} ms; what is outdated: {best(desk.outdated):.0f} ms")
        rows = desk.rows()
        for words in WANTED:
            likes = [f"%{word}%" for word in words.split()]
            query = "SELECT case_id FROM digests WHERE " + " AND ".join("line LIKE ?" for _like in likes)
            memory, sql = best(lambda: searched(rows, words)), best(lambda: db.execute(query, likes).fetchall())  # noqa: B023
            print(f"“{words}” in memory: {memory:.0f} ms, by LIKE: {sql:.0f} ms")
        print(f"questions with their counts: {best(desk.questions):.0f} ms ({len(desk.questions())} of them)")
        typed = {words[:end] for words in WANTED for end in range(1, len(words) + 1)}
        return {words: len(searched(rows, words)) for words in typed}


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        home.mkdir(mode=0o700)
        print(f"looking at a case that has changed: {make(home):.1f} ms")
        found = compared(home)
        rounds = list(islice(iter(lambda: measured(home, found), None), RUNS))
    opening, all_in, searching, memory = (statistics.median(each) for each in zip(*rounds, strict=True))
    print(f"opening a desk of {CASES:,}: {opening:.2f} s (bar {OPEN_BAR:g} s), all of them {all_in:.2f} s")
    print(f"a search shows after {searching * 1000:.0f} ms (bar {SEARCH_BAR * 1000:.0f} ms)")
    print(f"memory: {memory:.0f} MB (bar {MEMORY_BAR:.0f} MB)")
    return 0 if opening <= OPEN_BAR and searching <= SEARCH_BAR and memory <= MEMORY_BAR else 1


if __name__ == "__main__":
    sys.exit(main())
