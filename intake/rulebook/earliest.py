"""By time alone: the first days on which a requirement would be met, strictly and loosely, if nothing else changed."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import pairwise

from intake.portfolio.edtf import bounds
from intake.rulebook.assess import Assessment
from intake.rulebook.edition import Edition, Fact, Requirement
from intake.rulebook.verdicts import Earliest, Word

#: How far ahead a day of fulfilment is looked for.
HORIZON = dt.timedelta(days=20 * 366)
#: How many days are looked at on which dates still to come turn; a person has a few, a hostile document thousands.
MOST_TURNS = 64
_DAY = dt.timedelta(days=1)


def earliest(assessment: Assessment, requirement: Requirement) -> Earliest | None:
    """When the requirement would be met, within HORIZON and MOST_TURNS; None where that is never, or it is met already.

    `strict` is None where that reading needs more than time; `loose` too, and where it is satisfied already.
    """
    word = assessment.word(requirement)
    if word == "met":
        return None
    strict = _first_day(assessment, requirement, {"met"})
    loose = None if word == "confirm" else _first_day(assessment, requirement, {"met", "confirm"})
    return Earliest(strict, loose) if strict or loose else None


def _first_day(assessment: Assessment, requirement: Requirement, wanted: set[Word]) -> str | None:
    """The first day after the as-of date on which the verdict is in `wanted`.

    Between two turning points months only grow, so that there the day is found by bisection.
    """
    only = _only(assessment.edition, requirement)

    def holds(day: dt.date) -> bool:
        return Assessment(only, day, assessment.answers).word(requirement) in wanted

    for before, last in pairwise(_turning_points(assessment, requirement)):
        if holds(last):
            return _bisected(before, last, holds).isoformat()
    return None


def _bisected(low: dt.date, high: dt.date, holds: Callable[[dt.date], bool]) -> dt.date:
    while high - low > _DAY:
        middle = low + (high - low) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _turning_points(assessment: Assessment, requirement: Requirement) -> list[dt.date]:
    """The as-of date; each day on which a date still to come turns, and the day before; the horizon if months grow."""
    now, facts = assessment.as_of, _facts(assessment.edition, requirement)
    last = now + HORIZON
    turns = sorted({day for fact in facts.values() for day in _turns(assessment, fact) if now < day <= last})
    grows = len(turns) <= MOST_TURNS and any(fact.op == "months" for fact in facts.values())
    turns = turns[:MOST_TURNS]
    return sorted({now, *turns, *(day - _DAY for day in turns), *([last] if grows else [])})


def _turns(assessment: Assessment, fact: Fact) -> Iterator[dt.date]:
    """The days on which a date that the fact asks about may have come, and certainly has."""
    dated = {name for name, tense in (test.name_and_tense for test in fact.where) if tense}
    for doc in assessment.answers.items(fact.section).values():
        for name in dated:
            if doc.get(name):
                yield from bounds(doc[name])


def _facts(edition: Edition, requirement: Requirement) -> dict[str, Fact]:
    """The facts that a requirement stands on, and the dates from which those are reckoned."""
    own = [edition.facts[name] for name in requirement.named if name in edition.facts]
    names = {*requirement.named, *(fact.after for fact in own)}
    return {name: fact for name, fact in edition.facts.items() if name in names}


def _only(edition: Edition, requirement: Requirement) -> Edition:
    """The edition with this one requirement and the facts it stands on."""
    return edition.model_copy(update={"facts": _facts(edition, requirement), "requirements": (requirement,)})
