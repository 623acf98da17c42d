"""`intake board`: where a case stands, under its own rules or another edition's, and why."""

import argparse
from typing import TYPE_CHECKING, Any

from intake.cli.which import case_of
from intake.cli.written import print_json

if TYPE_CHECKING:
    from intake.rulebook.assess import Assessment
    from intake.rulebook.edition import Requirement
    from intake.session.session import Session


def board(options: argparse.Namespace) -> int:
    """Print where a case stands; with --why the proof of one rule, or of those of a row of the board."""
    from intake.cli.judging import judge
    from intake.session.start import open_to_read

    session = open_to_read(getattr(options, "home", None), case_of(options), getattr(options, "as_of", None))
    try:
        assessment = _assessment(session, options.rulebook)
        if options.compare:
            return judge(options, session.case.pack.edition_pin.id, session.case.answers(), session.case.as_of)
        if options.why is None:
            _print_board(session, assessment, as_json=options.json)
        else:
            _print_why(session, assessment, options.why, as_json=options.json)
    finally:
        session.close()
    return 0


def _assessment(session: "Session", rulebook: str | None) -> "Assessment":
    """The case as the edition `rulebook` judges it, else as its own does."""
    from intake.packs.load import load_edition
    from intake.rulebook.assess import Assessment

    own = session.case.assessment
    return own if rulebook is None else Assessment(load_edition(rulebook)[0], own.as_of, own.answers)


def _print_board(session: "Session", assessment: "Assessment", *, as_json: bool) -> None:
    from intake.rulebook import board as rows
    from intake.rulebook.naming import by_id
    from intake.session.looks import board_text
    from intake.session.wire import assessment_wire

    if as_json:
        asked = rows.questions(assessment, session.case.state.content.asked)
        print_json(_case(session) | assessment_wire(assessment) | {"questions": asked})
        return
    print(board_text(assessment))
    for row in rows.board(assessment):
        print("\n" + f"{row.number} {row.title}".strip())
        _print_proofs(assessment, by_id(assessment.requirements(), row.id))


def _print_why(session: "Session", assessment: "Assessment", name: str, *, as_json: bool) -> None:
    from intake.session.rules import rules_named
    from intake.session.wire import proofs_wire

    chosen = rules_named(assessment, session.case.pack.vocabulary, name)
    if as_json:
        print_json(_case(session) | proofs_wire(assessment, chosen))
        return
    print(f"{assessment.edition.disclaimer}\n\n{assessment.edition.title}")
    _print_proofs(assessment, chosen)


def _print_proofs(assessment: "Assessment", chosen: "list[Requirement]") -> None:
    from intake.rulebook.proof import prove
    from intake.session.proofs import proof_text

    print("\n" + "\n\n".join(f"{r.id}\n{proof_text(prove(assessment, r))}" for r in chosen))


def _case(session: "Session") -> dict[str, Any]:
    return {"case": session.case.id, "title": session.title}
