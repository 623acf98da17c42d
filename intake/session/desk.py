"""The desk: every case of a folder in a row, without opening any; one that has changed is looked at again.

What is known of each case is kept beside its log (`intake.journal.digests`), so that a list of thousands is there at
once. Looking at those that changed may be done beside it: whoever lists them sees what is known so far, and which.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from intake.bundle import bag
from intake.canonical import digest
from intake.collecting import uncollected
from intake.interview import events as ev
from intake.journal.digests import Digest, Digests, Listed
from intake.journal.errors import JournalError
from intake.journal.home import home_folder
from intake.journal.person import named, person
from intake.journal.store import Journal
from intake.packs.load import load
from intake.packs.yaml import PackError
from intake.resources import packs_here
from intake.session.brief import Brief, More, brief, folded, unreadable
from intake.session.case import OpenCase
from intake.session.deeds import deeds
from intake.session.desk_rows import DeskRow
from intake.session.start import clock_for
from intake.text import UnusableText, accept, visible
from intake.words import _

#: What digests hold is of this shape; those of another are made again.
_SHAPE = 1
#: So many cases are looked at before what is known of them is kept, at about 5 ms each.
_BATCH = 32
_BRIEFS = msgspec.json.Decoder(Brief)
_MORE = msgspec.json.Decoder(More)


class Desk:
    """All cases in a folder, as of a day. To be used from the thread that made it; methods can raise JournalError."""

    def __init__(self, home: Path | None, as_of: dt.date | None = None) -> None:
        """Open the folder `home`; without `as_of` the day is today. Raises JournalError, OSError."""
        self.home = home_folder(home)
        self._given = as_of
        self._clock, self.as_of, _name = clock_for(as_of)
        self._digests = Digests(self.home, digest([_SHAPE, bag.agent(), packs_here("*/**/*.yaml")]))

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

    def rows(self) -> list[DeskRow]:
        """Every case, the one changed last first."""
        with uncollected():
            return [_row(case) for case in self._digests.all()]

    def row(self, wanted: str) -> DeskRow:
        """The case that is meant by an id, the beginning of one, or a title. Raises UnknownCase."""
        with closing(Journal(self.home)) as journal:
            found = journal.find(wanted).id
        return next(row for row in self.rows() if row.id == found)

    def more(self, case: str) -> More | None:
        """The rest of what is known of a case; None where it was not looked at yet."""
        found = self._digests.more(case)
        return _MORE.decode(found) if found else None

    def outdated(self) -> int:
        """How many cases are to be looked at."""
        return len(self._digests.outdated(self.as_of.isoformat()))

    def refresh(self) -> Iterator[int]:
        """Look at every case that is to be looked at; says after each few how many are done, and keeps them."""
        waiting = iter(self._digests.outdated(self.as_of.isoformat()))
        done = 0
        with closing(Journal(self.home)) as journal:
            while some := list(islice(waiting, _BATCH)):
                self._digests.keep([self._looked_at(journal, case, head) for case, head in some])
                done += len(some)
                yield done

    def questions(self) -> list[tuple[str, int]]:
        """The questions for the association in all cases, each with how many have it, the most frequent first."""
        return self._digests.topics()

    def asking(self, question: str) -> frozenset[str]:
        """The ids of the cases that have a question."""
        return self._digests.having(question)

    def give(self, case: str, to: str, note: str = "", due: dt.date | None = None) -> None:
        """Hand a case to a colleague, to be seen to by `due`; the log says who did. Raises UnusableText, and Busy."""
        name = visible(accept(to), one_line=True)
        if not name:
            raise UnusableText(_("Please say to whom: a name."))
        day = due.isoformat() if due else ""
        handed = ev.Handed(to=name, note=visible(accept(note), one_line=True), due=day, by=person())
        with closing(Journal(self.home)) as journal:
            opened = OpenCase(journal, journal.find(case).id, load(), self._clock, self.as_of, by=named())
            try:
                opened.commit([handed])
            finally:
                opened.close()

    def deeds(self, case: str) -> list[str]:
        """Who did what in a case, and when, in lines."""
        with closing(Journal(self.home)) as journal:
            return deeds(map(ev.load, journal.load(case)))

    def _looked_at(self, journal: Journal, case: str, head: bytes) -> Digest:
        day = self.as_of.isoformat()
        try:
            known = brief(OpenCase(journal, case, load(), self._clock, self.as_of, reading=True))
        except (JournalError, PackError) as error:
            known = unreadable(str(error), day)
        shown, more, questions = known
        return Digest(case, head, day, msgspec.json.encode(shown), msgspec.json.encode(more), questions)


def _row(case: Listed) -> DeskRow:
    title = visible(case.title, one_line=True)
    known = None if case.line is None else _known(case.line)
    words = f"{folded(title)} {case.id} {known.words if known else ''}"
    changed = case.changed[:16].replace("T", " ")
    return DeskRow(case.id, title, changed, bool(case.closed), known, bool(case.current), words)


def _known(line: bytes) -> Brief | None:
    """A digest; None for one of another shape, which is going to be made again."""
    try:
        return _BRIEFS.decode(line)
    except msgspec.MsgspecError:
        return None
