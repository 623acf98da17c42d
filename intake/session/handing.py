"""Handing a case to a colleague: an event of its log."""

import datetime as dt

from intake.interview import events as ev
from intake.journal.person import named, person
from intake.journal.store import Journal
from intake.packs.load import load
from intake.session.case import OpenCase
from intake.session.opening import clock_for
from intake.text import UnusableText, accept, visible
from intake.words import _


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
