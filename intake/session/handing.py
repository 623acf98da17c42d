"""Handing a case to a colleague: an event of its log."""

import datetime as dt

from intake.interview import events as ev
from intake.journal.person import named, person
from intake.journal.store import Journal
from intake.packs.load import load
from intake.portfolio.edtf import spoken
from intake.session.case import OpenCase
from intake.session.opening import clock_for
from intake.text import UnusableText, accept, shorten, visible
from intake.understand.read import read
from intake.understand.slots import Again, Reading, Slot
from intake.words import _

_DATE = Slot("date", tense="future")
_DAY = len("2026-03-01")
_SHOWN = 40
_NO_DAY = _("I could not read a day in “{words}”. Write it as March 5, or as 2026-03-05.")
_PAST = _("{day} has passed. Please give a day that is still to come.")


def hand(journal: Journal, case: str, to: str, note: str, due: dt.date | None, as_of: dt.date | None) -> ev.Handed:
    """Hand `case` to the colleague `to`, to be seen to by `due`; gives what was kept.

    Raises UnusableText, and Busy, which says who has it. The journal is closed with it.
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
    return handed


def day_of(words: str, today: dt.date) -> dt.date | None:
    """The day that `words` name, to come where no year is said; None where there are no words.

    Raises UnusableText, which says why, where they name none, not one alone, or one that has passed.
    """
    if not words.strip():
        return None
    got = read(words, _DATE, today)
    if isinstance(got, Again) and not got.unread:
        raise UnusableText(got.why)
    day = _whole(str(got.value)) if isinstance(got, Reading) else None
    if day is None:
        raise UnusableText(_NO_DAY.format(words=shorten(words, _SHOWN)))
    if day < today:
        raise UnusableText(_PAST.format(day=spoken(day.isoformat())))
    return day


def _whole(date: str) -> dt.date | None:
    """The day of an EDTF date; None where it is only a part of one."""
    try:
        return dt.date.fromisoformat(date) if len(date) == _DAY else None
    except ValueError:
        return None
