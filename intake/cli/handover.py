"""`intake handover`: what to copy into the association's online system, with tables and a calendar."""

import argparse
import datetime as dt

from intake.cli.which import case_of
from intake.words import _


def handover(options: argparse.Namespace) -> int:
    """Write the sheet, or the tables or the calendar instead of it. Raises Refused, JournalError or OSError."""
    from intake.cli.written import give
    from intake.handout.calendar import calendar
    from intake.handout.sheet import sheet
    from intake.handout.sheet_forms import SHEETS
    from intake.handout.spreadsheet import TABLES, table
    from intake.rulebook.years import year_ends
    from intake.session.document import portfolio_of
    from intake.session.start import open_session

    session = open_session(getattr(options, "home", None), case=case_of(options), as_of=getattr(options, "as_of", None))
    try:
        portfolio, changed = portfolio_of(session.case), session.case.state.at
        today, ends = session.case.as_of, year_ends(session.case.pack.edition, session.case.projection.known)
    finally:
        session.close()
    if options.csv is not None:
        options.csv.mkdir(parents=True, exist_ok=True)
        for name in TABLES:
            give(table(portfolio, name), options.csv / name)
    if options.ics is not None:
        days = calendar(portfolio, dt.datetime.fromisoformat(changed), today, ends)
        if days:
            give(days, options.ics)
        else:
            print(_("Nothing that was told expires or is to be renewed, so there is no calendar to write."))
    if options.to is not None or (options.csv is None and options.ics is None):
        give(SHEETS[options.format](sheet(portfolio)), options.to)
    return 0
