"""Answers under an edition of the rules that the command line names, or under two of them side by side."""

import argparse
import datetime as dt
from typing import TYPE_CHECKING

from intake.cli.written import print_json

if TYPE_CHECKING:
    from intake.portfolio.document import Answers
    from intake.rulebook.assess import Assessment


def judge(options: argparse.Namespace, own: str, answers: "Answers", as_of: dt.date) -> int:
    """Print what `--rulebook`, else the edition `own`, says of the answers; with `--compare`, what changes there."""
    from intake.packs.load import load_edition
    from intake.rulebook.assess import Assessment

    here = Assessment(load_edition(options.rulebook or own)[0], as_of, answers)
    if options.compare:
        return _side_by_side(here, Assessment(load_edition(options.compare)[0], as_of, answers), options.json)
    return _alone(here, options.json)


def _alone(assessment: "Assessment", as_json: bool) -> int:
    from intake.rulebook.proof import verdicts
    from intake.session.proofs import proof_text
    from intake.session.wire import assessment_wire

    if as_json:
        print_json(assessment_wire(assessment))
    else:
        print(assessment.edition.disclaimer + "\n")
        print("\n\n".join(f"{v.id}\n{proof_text(v)}" for v in verdicts(assessment)))
    return 0


def _side_by_side(here: "Assessment", there: "Assessment", as_json: bool) -> int:
    from intake.rulebook.compare import compare
    from intake.session.comparing import comparison_text, comparison_wire

    comparison = compare(here, there)
    if as_json:
        print_json(
            {"as_of": here.as_of.isoformat(), "disclaimer": here.edition.disclaimer} | comparison_wire(comparison)
        )
    else:
        print(f"{here.edition.disclaimer}\n\n{comparison_text(comparison)}")
    return 0
