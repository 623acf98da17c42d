"""`intake plan`: the shortest route to each level, and what would move if something were different."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from intake.cli.written import as_json

if TYPE_CHECKING:
    from intake.rulebook.assess import Assessment
    from intake.session.case import OpenCase


def plan(options: argparse.Namespace) -> int:
    """Print the plan of a case, or with `--what-if` what would move. Nothing of the case changes."""
    from intake.packs.load import load_edition
    from intake.rulebook.assess import Assessment
    from intake.session.start import open_to_read

    home, as_of = getattr(options, "home", None), getattr(options, "as_of", None)
    edition = load_edition(options.rulebook)[0] if options.rulebook else None
    session = open_to_read(home, options.case, as_of)
    try:
        case = session.case
        assessment = Assessment(edition, case.as_of, case.answers()) if edition else case.assessment
        wire, text = _tried(case, assessment, options) if options.what_if else _planned(case, assessment, options)
    finally:
        session.close()
    print(as_json(wire) if options.json else text)
    return 0


def _planned(case: "OpenCase", assessment: "Assessment", options: argparse.Namespace) -> tuple[dict[str, Any], str]:
    from intake.session import planning
    from intake.session.wire import plan_wire

    row = _row(case, assessment, options.level)
    wire = {"levels": plan_wire(assessment, row), "planned": list(case.state.content.planned)}
    return _head(case, assessment) | wire, planning.plan_text(case, assessment, row)


def _tried(case: "OpenCase", assessment: "Assessment", options: argparse.Namespace) -> tuple[dict[str, Any], str]:
    """What the words would move, in one row of the board where a level is named. Raises Refused."""
    from intake.interview.commands import Refused
    from intake.session import planning
    from intake.text import accept

    row = _row(case, assessment, options.level)
    found = planning.trial(case, assessment, [accept(words) for words in options.what_if], row)
    if found.unread:
        raise Refused(planning.unread_said(found.unread))
    return _head(case, assessment) | asdict(found), planning.trial_text(found)


def _row(case: "OpenCase", assessment: "Assessment", level: str | None) -> str:
    """The id of the row of the board that is named, empty where none is. Raises Refused on another name."""
    from intake.session import planning

    return planning.row_of(case, assessment, level) if level else ""


def _head(case: "OpenCase", assessment: "Assessment") -> dict[str, Any]:
    return {
        "case": case.id,
        "rulebook": assessment.edition.edition,
        "as_of": assessment.as_of.isoformat(),
        "disclaimer": assessment.edition.disclaimer,
    }
