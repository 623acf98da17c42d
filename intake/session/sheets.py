"""The hand-over sheet within the conversation: what to copy into the association's online system."""

from typing import TYPE_CHECKING

from intake.words import _

if TYPE_CHECKING:
    from intake.session.case import OpenCase


def sheet_text(case: "OpenCase", *, guest: bool) -> str:
    """The sheet of a case as text, with how to have it as a file where the computer is the person's own."""
    from intake.handout.sheet import sheet
    from intake.handout.sheet_forms import SHEETS
    from intake.session.document import portfolio_of

    text = SHEETS["text"](sheet(portfolio_of(case)))
    how = _("As a file, for a browser or a spreadsheet: intake handover {case} --format html --to sheet.html")
    return text.rstrip("\n") if guest else f"{text}\n{how.format(case=case.id)}"
