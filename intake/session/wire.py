"""Verdicts in the form that other programs read: what `intake assess --json` and `intake board --json` print."""

from typing import Any

import msgspec

from intake.rulebook.assess import Assessment
from intake.rulebook.board import Row, board, gaps
from intake.rulebook.proof import verdicts
from intake.rulebook.verdicts import WORDS, Verdict


def assessment_wire(assessment: Assessment) -> dict[str, Any]:
    """Every requirement with its proof, and every row of the board, as JSON values.

    A requirement has `id`, `group`, `level`, `track` (null where it has none), `title`, `verdict` and what it `says`,
    `rule`, `figures`, `counted` and `not_counted` (each with a reason), `cite` {source, section, quote} and `also`
    further ones, `ask` (null where there is nothing to ask), `guidance`, `to_do`, `waiting`, and `earliest`
    {strict, loose}.
    """
    mine, waiting = gaps(assessment)
    return {
        "rulebook": assessment.edition.edition,
        "as_of": assessment.as_of.isoformat(),
        "disclaimer": assessment.edition.disclaimer,
        "levels": [row_wire(row) for row in board(assessment)],
        "requirements": [verdict_wire(v) for v in verdicts(assessment)],
        "to_do": [r.to_do or r.title for r in mine],
        "waiting": [r.title for r in waiting],
    }


def row_wire(row: Row) -> dict[str, Any]:
    """A row of the board as JSON values."""
    fields: dict[str, Any] = msgspec.to_builtins(row)
    return {"verdict" if name == "word" else name: value for name, value in fields.items()}


def verdict_wire(verdict: Verdict) -> dict[str, Any]:
    """A verdict with its proof as JSON values."""
    fields: dict[str, Any] = msgspec.to_builtins(verdict)
    named = {name: fields[name] or None for name in ("level", "track", "ask", "to_do")}
    return fields | named | {"says": WORDS[verdict.verdict]}
