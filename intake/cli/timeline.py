"""`intake timeline`: the jobs of a case over the years and which months count, as text, JSON or a picture."""

import argparse
import shutil
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from intake.cli.which import case_of

if TYPE_CHECKING:
    from intake.rulebook.assess import Assessment
    from intake.session.case import OpenCase
    from intake.timeline.values import Timeline

#: How wide the chart is where nobody watches, and at most.
_WIDTH, _WIDEST = 100, 160


def timeline(options: argparse.Namespace) -> int:
    """Print the timeline of a case, or write it to a file. Raises PackError, Refused, JournalError or OSError."""
    from intake.cli.written import as_json, give
    from intake.session.start import open_to_read

    session = open_to_read(getattr(options, "home", None), case_of(options), getattr(options, "as_of", None))
    try:
        assessment = _assessment(session.case, options.rulebook)
        shown = _shown(session.case, assessment, options.level)
        wire = _wire(session.case, assessment, shown) if options.json else None
    finally:
        session.close()
    if wire is not None:
        print(as_json(wire))
        return 0
    picture = options.to is not None and options.to.suffix.lower() == ".svg"
    give(_picture(shown, session.title) if picture else _text(assessment, shown), options.to)
    return 0


def _assessment(case: "OpenCase", rulebook: str | None) -> "Assessment":
    """The case as the edition `rulebook` judges it, else as its own does."""
    from intake.packs.load import load_edition
    from intake.rulebook.assess import Assessment

    own = case.assessment
    return own if rulebook is None else Assessment(load_edition(rulebook)[0], own.as_of, own.answers)


def _shown(case: "OpenCase", assessment: "Assessment", level: str | None) -> "Timeline":
    """The timeline, with what counts for the level that is named alone."""
    from intake.session.planning import row_of
    from intake.session.timelines import timeline_of

    whole = timeline_of(case, assessment)
    if level is None:
        return whole
    row = row_of(case, assessment, level)
    return replace(whole, measures=tuple(m for m in whole.measures if m.level == row))


def _wire(case: "OpenCase", assessment: "Assessment", shown: "Timeline") -> dict[str, Any]:
    from intake.timeline.measures import shares
    from intake.timeline.wire import wire

    head = {"case": case.id, "rulebook": assessment.edition.edition, "disclaimer": assessment.edition.disclaimer}
    found = {lane.item: shares(assessment, shown.measures, lane.item) for lane in shown.lanes}
    return head | wire(shown, found)


def _text(assessment: "Assessment", shown: "Timeline") -> str:
    from intake.timeline.text import drawn, words

    columns = shutil.get_terminal_size((_WIDTH, 24)).columns if sys.stdout.isatty() else _WIDTH
    parts = [assessment.edition.disclaimer, words(shown)]
    return "\n\n".join([*parts, drawn(shown, min(columns, _WIDEST))] if shown.lanes else parts) + "\n"


def _picture(shown: "Timeline", title: str) -> str:
    from intake.timeline.svg import svg

    return svg(shown, title)
