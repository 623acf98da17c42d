"""A case for tests: the real engine, projection and rulebook over a journal that only remembers."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from intake.interview import events as ev
from intake.interview.fold import fold
from intake.interview.standing import Standing
from intake.interview.state import State
from intake.journal.store import Journal
from intake.packs.load import load
from intake.session.case import OpenCase

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
AS_OF = NOON.date()


class _Lock:
    def release(self) -> None:
        """Nobody else is here."""


class MemoryJournal:
    """What `OpenCase` needs of a journal, without a disk."""

    def __init__(self, lines: Sequence[bytes] = ()) -> None:
        self.lines = list(lines)

    def lock(self, _case: str) -> _Lock:
        return _Lock()

    def rename(self, _case: str, title: str) -> None:
        self.title = title

    def draft_file(self, case: str) -> Path:
        return Path("no such folder") / case

    def close(self) -> None:
        """Nothing to let go."""

    def load(self, _case: str) -> list[bytes]:
        return list(self.lines)

    def append(self, _case: str, lines: Sequence[bytes], expected: int, _at: str, **_more: Any) -> int:
        assert expected == len(self.lines)
        self.lines += lines
        return len(self.lines)


def case(lines: Sequence[bytes] = (), as_of: dt.date = AS_OF) -> OpenCase:
    """An open case over `lines`, as of 1 March 2026."""
    return OpenCase(cast("Journal", MemoryJournal(lines)), "test", load(), lambda: NOON, as_of)


def lines_of(opened: OpenCase) -> list[bytes]:
    """The lines that the case's journal holds."""
    return cast("MemoryJournal", opened.journal).lines


def replayed(opened: OpenCase) -> State:
    """The state that follows from the serialised log alone."""
    return fold([ev.load(line) for line in lines_of(opened)], opened.pack.flow.finishing)


def at(question: str, item: str = "") -> Standing:
    """A place in the interview."""
    return Standing(question, item)
