"""Verdicts in the form that other programs read: what `intake assess`, `board` and `plan` print."""

from typing import Any

import msgspec

from intake.rulebook.assess import Assessment
from intake.rulebook.board import Row, board, gaps
from intake.rulebook.plan import plan
from intake.rulebook.proof import verdicts
from intake.rulebook.verdicts import WORDS, Verdict


def assessment_wire(assessment: Assessment) -> dict[str, Any]:
    """Every requirement with its proof, and every row of the board, as JSON values.

    A requirement has `id`, `group`, `level`, `track` (null where it has none), `title`, `verdict` and what it `says`,
    `rule`, `figures`,
    `counted` and `not_counted` (each with a reason), `cite` {source, section, quote}, `ask` (null where there is
    nothing to ask), `guidance`, `to_do`, `waiting`, `earliest` {strict, loose}.
    """
    mine, waiting = gaps(assessment)
    return {
        "rulebook": assessment.edition.edition,
        "as_of": assessment.as_of.isoformat(),
        "disclaimer": assessment.edition.disclaimer,
        "levels": [_row(row) for row in board(assessment)],
        "requirements": [_verdict(v) for v in verdicts(assessment)],
        "to_do": [r.to_do or r.title for r in mine],
        "waiting": [r.title for r in waiting],
    }


def plan_wire(assessment: Assessment, row: str = "") -> list[dict[str, Any]]:
    """The plan of every row of the board, or of one, as JSON values.

    A row has `gaps`, each with `id`, `title`, `turn`, what its first route `closes` besides, and `routes`, the shortest
    first: `steps` with `turn`, `text`, `fact`, `lacking` (0 where it is no amount), `share` and `on` (null or a day).
    """
    return [
        _row(one.row) | {"gaps": [msgspec.to_builtins(gap) | {"turn": gap.turn} for gap in one.gaps]}
        for one in plan(assessment, row)
    ]


def _row(row: Row) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(row)
    return {"verdict" if name == "word" else name: value for name, value in fields.items()}


def _verdict(verdict: Verdict) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(verdict)
    named = {name: fields[name] or None for name in ("level", "track", "ask", "to_do")}
    return fields | named | {"says": WORDS[verdict.verdict]}
