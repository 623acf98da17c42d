"""Opening the conversation that a command line asks for: the newest unfinished case, a certain one, or a new one."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from intake.bundle.files import sweep
from intake.interview.commands import Refused
from intake.journal.cases import Case
from intake.journal.home import home_folder
from intake.journal.store import Journal
from intake.packs.load import DEFAULT_FLOW, load
from intake.session.case import Clock, OpenCase
from intake.session.exchange import Exchange, OwnComputer
from intake.session.handover import Handover
from intake.session.session import Session
from intake.session.titles import UNTITLED
from intake.words import _

LOCAL_CLOCK = "local clock, unverified"
GIVEN_CLOCK = "the day given with --as-of, not a clock"


def clock_for(as_of: dt.date | None) -> tuple[Clock, dt.date, str]:
    """The clock, today, and what the clock is. With `as_of` every run is the same: its noon in UTC is the time."""
    if as_of is not None:
        noon = dt.datetime.combine(as_of, dt.time(12), dt.UTC)
        return lambda: noon, as_of, GIVEN_CLOCK
    return lambda: dt.datetime.now().astimezone(), dt.date.today(), LOCAL_CLOCK


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

    return _opened(home, find, flow, as_of, OwnComputer(bundle))


def open_to_read(home: Path | None, case: str, as_of: dt.date | None) -> Session:
    """Open a case to look at it, also while it is open elsewhere; nothing can be written. As `open_session`."""
    return _opened(home, lambda journal, _clock: journal.find(case), DEFAULT_FLOW, as_of, OwnComputer(), reading=True)


def open_for_guest(home: Path | None, case: str, as_of: dt.date | None, exchange: Exchange) -> Session:
    """Open the one case that a guest of this computer has. Raises JournalError or PackError."""
    return _opened(home, lambda journal, _clock: journal.find(case), DEFAULT_FLOW, as_of, exchange)


def _opened(
    home: Path | None,
    find: Callable[[Journal, Clock], Case],
    flow: str,
    as_of: dt.date | None,
    exchange: Exchange,
    *,
    reading: bool = False,
) -> Session:
    folder = home_folder(home)
    clock, today, clock_name = clock_for(as_of)
    pack = load(flow)
    if pack.flow.records != "portfolio":
        raise Refused(
            _("{flow} holds the questions of a rating; intake rate REQUEST.json asks them.").format(flow=flow)
        )
    journal = Journal(folder)
    try:
        found = find(journal, clock)
        opened = OpenCase(journal, found.id, pack, clock, today, reading=reading)
    except BaseException:
        journal.close()
        raise
    files = folder / "files" / found.id
    if not reading:  # the case is ours alone
        sweep(files)
    return Session(opened, found.title, Handover(opened, files, exchange, clock_name))


def _find(journal: Journal, case: str | None, clock: Clock, *, new: bool, newest: bool) -> Case:
    if case is not None:
        return journal.find(case)
    cases = [] if new else sorted(journal.cases(), key=lambda c: c.closed)
    fitting = [c for c in cases if newest or not c.closed]
    return fitting[0] if fitting else journal.create(UNTITLED, clock().isoformat(timespec="seconds"))
