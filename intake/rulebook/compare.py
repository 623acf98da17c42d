"""Two editions beside each other: what changes, line by line, where the same answers are judged by both.

A line is a requirement by its id, or a row of the board. Pure: two assessments in, a frozen value out.
"""

from collections.abc import Callable, Iterable
from typing import Any, Generic, Literal, TypeVar

import msgspec

from intake.rulebook.assess import Assessment
from intake.rulebook.board import Row, board, open_questions
from intake.rulebook.edition import Edition, Requirement
from intake.rulebook.proof import verdicts
from intake.rulebook.verdicts import Verdict, Word

#: The verdict differs; it is the same by another rule; only what other sources say of it differs; nothing differs; the
#: line stands on one side alone.
Change = Literal["other_verdict", "other_rule", "other_guidance", "same", "only_here", "only_there"]
_Side = TypeVar("_Side", Row, Verdict)


class Line(msgspec.Struct, Generic[_Side], frozen=True):
    """A line on both sides: `here` under the first edition, `there` under the second; None where it does not stand."""

    id: str
    change: Change
    here: _Side | None
    there: _Side | None


class Comparison(msgspec.Struct, frozen=True):
    """All rows of the board and all requirements that concern the case under either edition, the first one's first.

    `here` and `there` name the editions; `asks_here` and `asks_there` are the questions for the association that come
    up under that edition alone.
    """

    here: str
    there: str
    rows: tuple[Line[Row], ...]
    requirements: tuple[Line[Verdict], ...]
    asks_here: tuple[str, ...]
    asks_there: tuple[str, ...]


def compare(here: Assessment, there: Assessment) -> Comparison:
    """What changes between two editions, of which each has judged the same answers on the same day."""
    rules = [{r.id: _rule(side.edition, r) for r in side.edition.requirements} for side in (here, there)]
    asks = [open_questions(side) for side in (here, there)]
    return Comparison(
        here=here.edition.edition,
        there=there.edition.edition,
        rows=_lines(_by_id(board(here)), _by_id(board(there)), lambda row: row.word, lambda a, b: a == b),
        requirements=_lines(
            _by_id(verdicts(here)),
            _by_id(verdicts(there)),
            lambda verdict: verdict.verdict,
            lambda a, b: rules[0][a.id] == rules[1][b.id],
            lambda a, b: a.guidance == b.guidance,
        ),
        asks_here=tuple(text for ask, text in asks[0].items() if ask not in asks[1]),
        asks_there=tuple(text for ask, text in asks[1].items() if ask not in asks[0]),
    )


def _by_id(sides: Iterable[_Side]) -> dict[str, _Side]:
    return {side.id: side for side in sides}


def _lines(
    here: dict[str, _Side],
    there: dict[str, _Side],
    word: Callable[[_Side], Word],
    alike: Callable[[_Side, _Side], bool],
    told: Callable[[_Side, _Side], bool] = lambda _here, _there: True,
) -> tuple[Line[_Side], ...]:
    def change(name: str) -> Change:
        if name not in there:
            return "only_here"
        if name not in here:
            return "only_there"
        if word(here[name]) != word(there[name]):
            return "other_verdict"
        if not alike(here[name], there[name]):
            return "other_rule"
        return "same" if told(here[name], there[name]) else "other_guidance"

    return tuple(Line(name, change(name), here.get(name), there.get(name)) for name in here | there)


def _rule(edition: Edition, requirement: Requirement) -> tuple[Any, ...]:
    """What decides a requirement: whom it concerns, its needs, the facts they stand on, and the sentences."""
    facts = [edition.facts[name] for name in sorted(requirement.facts & edition.facts.keys())]
    dates = [edition.facts[fact.after] for fact in facts if fact.after]
    quotes = tuple(cite.quote for cite in requirement.citations)
    scope = (requirement.applies, requirement.unless)
    return (scope, requirement.need, requirement.confirm, facts, dates, quotes)
