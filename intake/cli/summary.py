"""`intake summary`: what a case comes to in one file to read, as HTML, or as PDF with the extra `pdf`."""

import argparse
import datetime as dt
from typing import TYPE_CHECKING, Any

from intake.cli.which import case_of
from intake.words import _

if TYPE_CHECKING:
    from intake.rulebook.verdicts import Verdict
    from intake.session.session import Session

_LACKING = _(
    "A PDF needs a part that is not installed. Install it and write it in one go: "
    "uv run --extra pdf intake summary {case} --pdf FILE. The same as HTML needs nothing more."
)


def summary(options: argparse.Namespace) -> int:
    """Write the page of a case, or print it as HTML. Raises Refused, BundleError, JournalError or OSError."""
    from intake.bundle.summary import summary as page_of
    from intake.cli.written import give, save
    from intake.session.start import open_to_read

    session = open_to_read(getattr(options, "home", None), case_of(options), getattr(options, "as_of", None))
    try:
        portfolio, verdicts = _told(session)
    finally:
        session.close()
    page = page_of(portfolio, verdicts)
    if options.pdf is not None:
        save(_pdf(page, portfolio["judged"]["as_of"], case_of(options)), options.pdf)
    if options.html is not None or options.pdf is None:
        give(page, options.html)
    return 0


def _told(session: "Session") -> "tuple[dict[str, Any], tuple[Verdict, ...]]":
    """The document and its proofs, with files that were lost named as such, as a bundle has them."""
    from intake.session.document import judged_portfolio

    portfolio, verdicts = judged_portfolio(session.case)
    for entry, row in zip(portfolio["attachments"], session.files(), strict=True):
        if row.condition != "kept":
            entry["lost"] = True
    return portfolio, verdicts


def _pdf(page: str, as_of: str, case: str) -> bytes:
    from intake.interview.commands import Refused
    from intake.text import visible

    try:
        from intake.bundle.pdf import pdf
    except ModuleNotFoundError as error:
        if error.name != "typst":
            raise
        raise Refused(_LACKING.format(case=visible(case, one_line=True))) from error
    return pdf(page, dt.date.fromisoformat(as_of))
