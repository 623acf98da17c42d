"""Verdicts in the form that other programs read: what `intake assess`, `board` and `plan` print."""

from collections.abc import Iterable
from typing import Any

import msgspec

from intake.rulebook.assess import Assessment
from intake.rulebook.board import Row, board, to_do
from intake.rulebook.edition import Requirement
from intake.rulebook.outcomes import endings
from intake.rulebook.plan import plan
from intake.rulebook.proof import prove
from intake.rulebook.verdicts import wire


def proofs_wire(assessment: Assessment, chosen: Iterable[Requirement]) -> dict[str, Any]:
    """The requirements `chosen`, each with its proof, under the edition and the day that they were judged by."""
    return {
        "rulebook": assessment.edition.edition,
        "as_of": assessment.as_of.isoformat(),
        "disclaimer": assessment.edition.disclaimer,
        "requirements": [wire(prove(assessment, requirement)) for requirement in chosen],
    }


def assessment_wire(assessment: Assessment) -> dict[str, Any]:
    """Every requirement with its proof, and every row of the board, as JSON values.

    A requirement has `id`, `group`, `level`, `track` (null where it has none), `title`, `verdict` and what it `says`,
    `rule`, `figures`, `counted` and `not_counted` (each with a reason), `cite` {source, section, quote} and `also`
    further ones, `ask` (null where there is nothing to ask), `guidance`, `to_do`, `waiting`, `tasks` for single entries
    {text, waiting, item}, and `earliest` {strict, loose}. `endings` are what a renewal can come to: `id`, `title`, what
    is said of it, and its `cite`. `to_do` and `waiting` tell all that is missing, a line each.
    """
    mine, waiting = to_do(assessment)
    return proofs_wire(assessment, assessment.requirements()) | {
        "levels": [row_wire(row) for row in board(assessment)],
        "endings": msgspec.to_builtins(endings(assessment)),
        "to_do": [task.text for task in mine],
        "waiting": [task.text for task in waiting],
    }


def plan_wire(assessment: Assessment, row: str = "") -> list[dict[str, Any]]:
    """The plan of every row of the board, or of one, as JSON values.

    A row has `gaps`, each with `id`, `title`, `turn`, what its first route `closes` besides, and `routes`, the shortest
    first: `steps` with `turn`, `text`, `fact`, `lacking` (0 where it is no amount), `share` and `on` (null or a day).
    """
    return [
        row_wire(one.row) | {"gaps": [msgspec.to_builtins(gap) | {"turn": gap.turn} for gap in one.gaps]}
        for one in plan(assessment, row)
    ]


def row_wire(row: Row) -> dict[str, Any]:
    """A row of the board as JSON values."""
    fields: dict[str, Any] = msgspec.to_builtins(row)
    return {"verdict" if name == "word" else name: value for name, value in fields.items()}
