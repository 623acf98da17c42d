"""Handing a case to a colleague: an event of its log."""

import datetime as dt

from intake.interview import events as ev
from intake.journal.person import named, person
from intake.journal.store import Journal
from intake.packs.load import load
from intake.session.case import OpenCase
from intake.session.opening import clock_for
from intake.text import UnusableText, accept, visible
from intake.understand.read import read
from intake.understand.slots import Reading, Slot
from intake.words import _

_DATE = Slot("date", tense="future")
_DAY = len("2026-03-01")


def hand(journal: Journal, case: str, to: str, note: str, due: dt.date | None, as_of: dt.date | None) -> None:
    """Hand `case` to the colleague `to`, to be seen to by `due`. Raises UnusableText, and Busy, which says who has it.

    The journal is closed with it.
    """
    name = visible(accept(to), one_line=True)
    if not name:
        raise UnusableText(_("Please say to whom: a name."))
    day = due.isoformat() if due else ""
    handed = ev.Handed(to=name, note=visible(accept(note), one_line=True), due=day, by=person())
    clock, today, _clock_name = clock_for(as_of)
    opened = OpenCase(journal, case, load(), clock, today, by=named())
    try:
        opened.commit([handed])
    finally:
        opened.close()


def day_of(words: str, today: dt.date) -> dt.date | None:
    """The day that `words` name, to come where no year is said; None where they name none, or not one alone."""
    got = read(words, _DATE, today)
    if not isinstance(got, Reading) or len(str(got.value)) != _DAY:
        return None
    try:
        return dt.date.fromisoformat(str(got.value))
    except ValueError:
        return None
