"""Opening a case for whoever works on it: its log, its pack, its files. No conversation is held yet."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from intake.bundle.files import sweep
from intake.interview.commands import Refused
from intake.journal.cases import Case
from intake.journal.home import home_folder
from intake.journal.person import named
from intake.journal.store import Journal
from intake.packs.load import DEFAULT_FLOW, load
from intake.session.case import Clock, OpenCase
from intake.session.exchange import Exchange, OwnComputer
from intake.session.handover import Handover
from intake.words import _

LOCAL_CLOCK = "local clock, unverified"
GIVEN_CLOCK = "the day given with --as-of, not a clock"


def clock_for(as_of: dt.date | None) -> tuple[Clock, dt.date, str]:
    """The clock, today, and what the clock is. With `as_of` every run is the same: its noon in UTC is the time."""
    if as_of is not None:
        noon = dt.datetime.combine(as_of, dt.time(12), dt.UTC)
        return lambda: noon, as_of, GIVEN_CLOCK
    return lambda: dt.datetime.now().astimezone(), dt.date.today(), LOCAL_CLOCK


class Opened(NamedTuple):
    """An open case, its title, and the way in which its files come and go."""

    case: OpenCase
    title: str
    handover: Handover


def open_named(home: Path | None, case: str, as_of: dt.date | None, *, reading: bool = False) -> Opened:
    """Open `case` for one who has all of this computer. As `open_case`."""

    def find(journal: Journal, _clock: Clock) -> Case:
        return journal.find(case)

    return open_case(home, find, DEFAULT_FLOW, as_of, OwnComputer(), reading=reading)


def open_case(
    home: Path | None,
    find: Callable[[Journal, Clock], Case],
    flow: str,
    as_of: dt.date | None,
    exchange: Exchange,
    *,
    reading: bool = False,
) -> Opened:
    """Open the case that `find` finds, only to look at it with `reading`. Raises JournalError, PackError or Refused."""
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
        opened = OpenCase(journal, found.id, pack, clock, today, reading=reading, by=named())
    except BaseException:
        journal.close()
        raise
    files = folder / "files" / found.id
    if not reading:  # the case is ours alone
        sweep(files)
    return Opened(opened, found.title, Handover(opened, files, exchange, clock_name))
