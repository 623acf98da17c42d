"""An answer with its durable commit, and resuming, at growing sizes of a case.

    uv run python tests/bench/answers.py

Prints, for each size, the median time of one answer (decided, committed with synchronous=FULL, folded, facts and next
question brought forward) beside the floor, a bare durable SQLite commit of the same line in the same folder; the ratio
of 5,000 items to 100; and the time to resume. Bars: 0.5 ms at 1,000 items, ratio at most 1.2, resume at most 50 ms.
"""

import datetime as dt
import sqlite3
import statistics
import tempfile
import time
import timeit
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from transitions import Machine

from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.journal.store import Journal
from intake.packs.load import load
from intake.rulebook.board import board
from intake.session.case import OpenCase

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
ROUNDS = 300
SIZES = (100, 1_000, 5_000)


def opened(home: Path, case: str | None = None) -> OpenCase:
    """An open case in `home`; a new one where none is named."""
    journal = Journal(home)
    name = case or journal.create("bench", NOON.isoformat()).id
    return OpenCase(journal, name, load(), lambda: NOON, NOON.date())


def filled(home: Path, items: int) -> OpenCase:
    """A case with so many trainings, each of five events."""
    case = opened(home)
    case.do(cmd.Answer("applicant.purpose", "", "apply"))
    batch: list[ev.Event] = []
    for n in range(1, items + 1):
        item = f"training-{n}"
        batch.append(ev.Added(section="training", item=item))
        batch += [
            ev.Answered(question=f"training.{field}", item=item, value=value, raw=str(value))
            for field, value in (("title", f"Training {n}"), ("provider", "VAIMH"), ("date", "2025-03"), ("hours", 1.5))
        ]
    entries = [ev.Entry(case.state.seq + n, case.state.step + n, NOON.isoformat(), e) for n, e in enumerate(batch, 1)]
    case.journal.append(case.id, [ev.dump(e) for e in entries], case.state.seq, NOON.isoformat())
    case.close()
    return opened(home, case.id)


def floor(folder: Path) -> Callable[[int], None]:
    """A bare durable commit of one line in `folder`."""
    db = sqlite3.connect(folder / "floor.sqlite3", isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("CREATE TABLE lines (n INTEGER PRIMARY KEY, line BLOB)")

    def once(n: int) -> None:
        db.execute("INSERT INTO lines VALUES (?, ?)", (n, b"x" * 200))

    return once


def answer(case: OpenCase) -> Callable[[int], None]:
    """One answer with what a front end then shows."""
    case.do(cmd.Add("training"))
    item = case.standing.item

    def once(n: int) -> None:
        case.do(cmd.Answer("training.hours", item, n / 4, raw=str(n / 4)))
        _ = case.standing, board(case.assessment)

    return once


def medians(tasks: dict[str, Callable[[int], None]]) -> dict[str, float]:
    """The median milliseconds of each task, taken in turn, so that a machine that slows down does so for all."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for n in range(ROUNDS):
        for name, task in tasks.items():
            started = time.perf_counter()
            task(n)
            times[name].append(time.perf_counter() - started)
    return {name: statistics.median(taken) * 1000 for name, taken in times.items()}


def resume(home: Path, case: str) -> float:
    """The best milliseconds of five resumes: load, verify, replay, project, reckon."""
    times = []
    for _round in range(5):
        started = time.perf_counter()
        again = opened(home, case)
        times.append(time.perf_counter() - started)
        again.close()
    return min(times) * 1000


def trigger() -> float:
    """The best microseconds of one trigger of a flat `transitions` machine: how quick this machine is just now."""

    class Model:
        def flip(self) -> bool:
            """Replaced by the machine."""
            raise NotImplementedError

    model = Model()
    Machine(
        model,
        states=["on", "off"],
        transitions=[["flip", "on", "off"], ["flip", "off", "on"]],
        initial="on",
        auto_transitions=False,
        model_override=True,
    )
    return min(timeit.repeat(model.flip, number=1_000, repeat=5)) * 1000


def main() -> None:
    """Measure and print."""
    load()
    print(f"one flat trigger: {trigger():.1f} µs (5 on the machine on which the bars were set)")
    with ExitStack() as stack:
        homes = {items: Path(stack.enter_context(tempfile.TemporaryDirectory())) for items in SIZES}
        cases = {items: filled(home, items) for items, home in homes.items()}
        taken = medians({str(items): answer(case) for items, case in cases.items()} | {"floor": floor(homes[SIZES[0]])})
        for items, case in cases.items():
            case.close()
            ratio = taken[str(items)] / taken["floor"]
            print(f"{items:5} items: answer {taken[str(items)]:.3f} ms, {ratio:.2f} x bare commit", end=", ")
            print(f"resume {resume(homes[items], case.id):.1f} ms")
        print(f"bare commit {taken['floor']:.3f} ms; 5,000 to 100: {taken['5000'] / taken['100']:.2f}")


if __name__ == "__main__":
    main()
