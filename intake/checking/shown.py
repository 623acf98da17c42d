"""Outcomes as text, as a JSON array, as a table for a spreadsheet: each bundle as soon as it is done."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from typing import Any, Protocol

import msgspec

from intake.bundle.report import Finding
from intake.checking.outcome import Anew, Outcome
from intake.rulebook.verdicts import WORDS
from intake.text import visible
from intake.words import _

#: The columns of the table.
COLUMNS = (
    "path", "verdict", "complete", "applicant", "level", "rulebook", "as_of", "reasons", "messages", "noted",
    "judged_anew_by", "judged_anew_as_of", "complete_anew", "differs",
)  # fmt: skip
#: What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class Shape(Protocol):
    """A form of output: what comes first, what stands for an outcome, what comes last."""

    def first(self) -> str:
        """Before all."""

    def each(self, outcome: Outcome) -> str:
        """One outcome."""

    def last(self) -> str:
        """After all, also where the check was stopped."""


class Text:
    """For people."""

    def first(self) -> str:
        """Nothing."""
        return ""

    def each(self, outcome: Outcome) -> str:
        """The verdict and the reasons, on lines of their own."""
        return "".join(f"{line}\n" for line in _told(outcome))

    def last(self) -> str:
        """Nothing."""
        return ""


class Json:
    """A JSON array, a bundle a line."""

    def __init__(self) -> None:
        """Begin."""
        self._between = "\n"

    def first(self) -> str:
        """The array's opening."""
        return "["

    def each(self, outcome: Outcome) -> str:
        """One object."""
        between, self._between = self._between, ",\n"
        return between + visible(json.dumps(wire(outcome), ensure_ascii=False), one_line=True)

    def last(self) -> str:
        """The array's end."""
        return "\n]\n"


class Csv:
    """A table, with nothing in it that a spreadsheet would reckon with."""

    def first(self) -> str:
        """The names of the columns."""
        return _row(COLUMNS)

    def each(self, outcome: Outcome) -> str:
        """One row."""
        return _row(map(cell, _cells(outcome)))

    def last(self) -> str:
        """Nothing."""
        return ""


def wire(outcome: Outcome) -> dict[str, Any]:
    """An outcome as JSON values; what only some have is left out where it is empty."""
    fields: dict[str, Any] = {"path": outcome.path, "verdict": outcome.verdict} | msgspec.to_builtins(outcome)
    return {
        name: value
        for name, value in fields.items()
        if value or name not in {"error", "anew", "sha256", "noted", "bag"}
    }


def cell(text: str) -> str:
    """`text` for a cell: on one line, and marked as text where a spreadsheet would take it for a formula."""
    shown = visible(text, one_line=True)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def _row(cells: Any) -> str:
    made = StringIO()
    csv.writer(made, lineterminator="\n").writerow(cells)
    return made.getvalue()


def _cells(outcome: Outcome) -> Iterator[str]:
    anew = outcome.anew
    yield from (
        outcome.path,
        outcome.verdict,
        "" if outcome.bag else _yes(outcome.complete),
        outcome.applicant,
        outcome.level,
    )
    yield from (outcome.rulebook, outcome.as_of)
    yield "; ".join(f"{f.code} {f.where}".strip() for f in outcome.findings)
    yield outcome.error or " ".join(f.message for f in outcome.findings)
    yield "; ".join(f"{f.code} {f.where}" for f in outcome.noted)
    if anew:
        yield from (anew.rulebook, anew.as_of, _yes(anew.complete))
        yield "; ".join(f"{d.id}: {d.recorded or 'none'} → {d.anew or 'none'}" for d in anew.differs)
    else:
        yield from ("", "", "", "")


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _told(outcome: Outcome) -> Iterator[str]:
    if outcome.error:
        yield f"{outcome.path}: {outcome.error}"
        return
    if outcome.ok and outcome.bag:
        yield _("{path}: a valid bag; {bag}").format(path=outcome.path, bag=outcome.bag)
    elif outcome.ok:
        yield _("{path}: in order; {state}").format(path=outcome.path, state=_state(outcome.complete))
    else:
        yield _("{path}: found wanting").format(path=outcome.path)
    if outcome.ok and outcome.signature == "stale":
        yield _("  It was signed before answers were changed, so the signature no longer stands.")
    yield from _reasons(outcome.findings)
    yield from _reasons(outcome.noted)
    if outcome.anew:
        yield from _compared(outcome.complete, outcome.anew)


def _state(complete: bool) -> str:
    return _("complete") if complete else _("incomplete, with its list of what is missing")


def _reasons(findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in findings:
        yield f"  {finding.code} {finding.where}"
        yield f"    {finding.message}"


def _compared(complete: bool, anew: Anew) -> Iterator[str]:
    under = _("Under {rulebook}, as of {as_of}").format(rulebook=anew.rulebook, as_of=anew.as_of)
    if complete != anew.complete:
        yield f"  {under}: {_state(anew.complete)}"
    if not anew.differs:
        yield "  " + _("{under}: all {count} verdicts are the same.").format(under=under, count=anew.verdicts)
        return
    yield "  " + _("{under}, these verdicts differ:").format(under=under)
    for name, recorded, later in ((d.id, d.recorded, d.anew) for d in anew.differs):
        yield f"    {name}: {_word(recorded)} → {_word(later)}"


def _word(verdict: str) -> str:
    return next((words for word, words in WORDS.items() if word == verdict), _("not asked"))
