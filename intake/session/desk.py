"""The desk: every case of a folder in a row, without opening any; one that has changed is looked at again.

What is known of each case is kept beside its log (`intake.journal.digests`), so that a list of thousands is there at
once. Looking at those that changed may be done beside it: whoever lists them sees what is known so far, and which.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from intake.canonical import digest
from intake.collecting import uncollected
from intake.journal.digests import Digests, Listed
from intake.journal.home import home_folder
from intake.journal.store import Journal
from intake.resources import packs_here
from intake.session.brief import Brief, More
from intake.session.desk_rows import DeskRow, Rows, originals
from intake.text import folded, visible
from intake.words import _

#: What digests hold is of this shape; those of another are made again.
_SHAPE = 7
#: So many cases are looked at before what is known of them is kept, at about 5 ms each.
_BATCH = 32
_LINES = msgspec.json.Decoder(tuple[Brief, str])
_MORE = msgspec.json.Decoder(More)


class Desk:
    """All cases in a folder, as of a day. To be used from the thread that made it; methods can raise JournalError."""

    def __init__(self, home: Path | None, as_of: dt.date | None = None) -> None:
        """Open the folder `home`; without `as_of` the day is today. Raises JournalError, OSError."""
        self.home = home_folder(home)
        self._given, self.as_of = as_of, as_of or dt.date.today()
        self._digests = Digests(self.home)
        self._version = self._digests.version()

    def close(self) -> None:
        """Let the folder go."""
        self._digests.close()

    def __enter__(self) -> Self:
        """The desk itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let the folder go, whatever happened."""
        self.close()

    def beside(self) -> "Desk":
        """The same desk for another thread."""
        return Desk(self.home, self._given)

    @cached_property
    def _mark(self) -> str:
        """What digests are made by: the program, all packs that are here, and the shape of what is kept."""
        from importlib.metadata import version  # costs 60 ms, which the list does not wait for

        return digest([_SHAPE, version("intake"), packs_here("**/*.yaml")])

    def _outdated(self) -> list[tuple[str, bytes]]:
        return self._digests.outdated(self._mark, self.as_of.isoformat())

    def rows(self) -> list[DeskRow]:
        """Every case, the one changed last first.

        Rows made in the order in which they are gone through lie side by side in memory: a search takes half the time.
        """
        with uncollected():
            return [_row(case) for case in self._digests.all()]

    def first(self, most: int) -> list[DeskRow]:
        """The first of `rows`, at the most so many."""
        return [_row(case) for case in self._digests.latest(most)]

    def count(self) -> int:
        """How many cases there are."""
        return self._digests.count()

    def moved(self) -> bool:
        """Whether the folder was written to since this was asked last, by another desk or `beside` this one."""
        before, self._version = self._version, self._digests.version()
        return before != self._version

    def row(self, wanted: str) -> DeskRow:
        """The case that is meant by an id, the beginning of one, or a title. Raises UnknownCase."""
        with closing(Journal(self.home)) as journal:
            found = journal.find(wanted).id
        return self.rows_of([found])[0]

    def rows_of(self, cases: Iterable[str]) -> list[DeskRow]:
        """These cases, without those that are not there any more."""
        return [_row(found) for case in cases if (found := self._digests.listed(case))]

    def must_be_free(self, case: str) -> None:
        """Raises Busy, which says who has it, where a case is open elsewhere, and UnknownCase where it is gone."""
        with closing(Journal(self.home)) as journal:
            journal.lock(case).release()

    def opened_by(self, case: str) -> str:
        """Who has a case open elsewhere, in words; empty where nobody has."""
        with closing(Journal(self.home)) as journal:
            name = journal.owner(case)
        if name is None:
            return ""
        text = _("Open in another window of intake, by {name}") if name else _("Open in another window of intake")
        return text.format(name=name)

    def more(self, case: str) -> More | None:
        """The rest of what is known of a case; None where it was not looked at yet."""
        found = self._digests.more(case)
        return _MORE.decode(found) if found else None

    def outdated(self) -> int:
        """How many cases are to be looked at."""
        return len(self._outdated())

    def refresh(self) -> Iterator[list[str]]:
        """Look at every case that is to be looked at, and keep what is seen; gives the ids of each few once done."""
        outdated = self._outdated()
        if not outdated:
            return
        from intake.session.looking_at import digested  # all that a conversation needs, beside a person who searches

        waiting = iter(outdated)
        with closing(Journal(self.home)) as journal:
            while some := list(islice(waiting, _BATCH)):
                self._digests.keep(self._mark, [digested(journal, case, head, self.as_of) for case, head in some])
                yield [case for case, _head in some]

    def questions(self, rows: Rows | None = None, among: Rows | None = None) -> list[tuple[str, int]]:
        """The questions for the association in all cases, each with how many have it, the most frequent first.

        A copy that asks what its original asks counts with it; `rows` are all cases where they are at hand. Of `among`,
        where given, alone, what is asked in those.
        """
        counts = dict(self._digests.topics())
        if among is not None:
            ids = {row.id for row in among}
            counts = {question: len(self.asking(question) & ids) for question in counts}
            rows = among
        for copy, original in originals(self.rows() if rows is None else rows).items():
            for question in self._digests.topics_of(copy) & self._digests.topics_of(original):
                counts[question] -= 1
        return sorted(((each, n) for each, n in counts.items() if n), key=lambda each: (-each[1], each[0]))

    def asking(self, question: str) -> frozenset[str]:
        """The ids of the cases that have a question."""
        return self._digests.having(question)

    def give(self, case: str, to: str, note: str = "", due: dt.date | None = None) -> str:
        """Hand a case to a colleague, to be seen to by `due`; the log says who did. Gives what was kept, in words.

        Raises UnusableText, and Busy.
        """
        from intake.session.deeds import handed_said
        from intake.session.handing import hand

        with closing(Journal(self.home)) as journal:
            found = journal.find(case)
            handed = hand(journal, found.id, to, note, due, self._given)
        title = visible(found.title, one_line=True)
        return _("“{title}” handed to {to}").format(title=title, to=handed_said(handed))

    def deeds(self, case: str) -> list[str]:
        """Who did what in a case, and when, in lines."""
        from intake.session.deeds import deeds

        with closing(Journal(self.home)) as journal:
            return deeds(journal.load(case))


def _row(case: Listed) -> DeskRow:
    title = visible(case.title, one_line=True)
    known, words = (None, "") if case.line is None else _known(case.line)
    words = f"{folded(title)} {case.id} {words}"
    return DeskRow(case.id, title, case.changed, bool(case.closed), known, bool(case.current), words)


def _known(line: bytes) -> tuple[Brief | None, str]:
    """A digest and its words; none of one of another shape, which is going to be made again."""
    try:
        return _LINES.decode(line)
    except msgspec.MsgspecError:
        return None, ""
