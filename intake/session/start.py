"""Opening the conversation that a command line asks for: the newest unfinished case, a certain one, or a new one."""

import datetime as dt
from pathlib import Path

from intake.journal.cases import Case
from intake.journal.store import Journal
from intake.packs.load import DEFAULT_FLOW
from intake.session.case import Clock
from intake.session.exchange import Exchange, OwnComputer
from intake.session.opening import open_case, open_named
from intake.session.session import Session
from intake.session.titles import UNTITLED


def open_session(
    home: Path | None,
    *,
    case: str | None = None,
    new: bool = False,
    newest: bool = False,
    as_of: dt.date | None = None,
    bundle: Path | None = None,
    flow: str = DEFAULT_FLOW,
) -> Session:
    """Open `case`, a `new` one, or the newest unfinished one, else a new one; with `newest` a finished one before that.

    Raises JournalError or PackError.
    """

    def find(journal: Journal, clock: Clock) -> Case:
        return _find(journal, case, clock, new=new, newest=newest)

    return Session(*open_case(home, find, flow, as_of, OwnComputer(bundle)))


def open_to_read(home: Path | None, case: str, as_of: dt.date | None) -> Session:
    """Open a case to look at it, also while it is open elsewhere; nothing can be written. As `open_session`."""
    return Session(*open_named(home, case, as_of, reading=True))


def open_for_guest(home: Path | None, case: str, as_of: dt.date | None, exchange: Exchange) -> Session:
    """Open the one case that a guest of this computer has. Raises JournalError or PackError."""
    return Session(*open_case(home, lambda journal, _clock: journal.find(case), DEFAULT_FLOW, as_of, exchange))


def _find(journal: Journal, case: str | None, clock: Clock, *, new: bool, newest: bool) -> Case:
    if case is not None:
        return journal.find(case)
    cases = [] if new else sorted(journal.cases(), key=lambda c: c.closed)
    fitting = [c for c in cases if newest or not c.closed]
    return fitting[0] if fitting else journal.create(UNTITLED, clock().isoformat(timespec="seconds"))
