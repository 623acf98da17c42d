"""The first day on which something holds, if nothing changes but the date."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from intake.portfolio.edtf import bounds
from intake.rulebook.assess import Assessment
from intake.rulebook.edition import PAST, Edition, Fact, Requirement
from intake.rulebook.rows import day_of
from intake.rulebook.verdicts import Word

#: How far ahead such a day is looked for.
HORIZON = dt.timedelta(days=20 * 366)
#: How many days are looked at on which dates still to come turn; a person has a few, a hostile document thousands.
MOST_TURNS = 64
_DAY = dt.timedelta(days=1)


def passes(fact: Fact) -> bool:
    """Whether a fact may change by time alone: it counts months, or asks whether a date has come."""
    return fact.op == "months" or any(test.name_and_tense[1] == PAST for test in fact.where)


def first_day(assessment: Assessment, names: Iterable[str], holds: Callable[[Assessment], bool]) -> dt.date | None:
    """The first day after the as-of date on which `holds` is true of an assessment of the facts `names` alone.

    Between two days on which a date in the answers turns, months only grow, so that there it is found by bisection.
    None where it holds on none of these, within HORIZON and MOST_TURNS.
    """
    edition = only(assessment.edition, names)

    def then(day: dt.date) -> bool:
        return holds(Assessment(edition, day, assessment.answers))

    for before, last in pairwise(_turning_points(assessment, edition)):
        if then(last):
            return _bisected(before, last, then)
    return None


def begun_by(
    assessment: Assessment, requirement: Requirement, name: str, day: dt.date
) -> list[tuple[Requirement, Word]]:
    """What is said on `day` of that from which the time of a fact is counted: the degree that the same level asks for.

    Without the degree, months after it are none, however many pass. Empty where nothing is counted from.
    """
    facts = assessment.edition.facts
    after = facts[name].after
    if not after:
        return []
    group = assessment.group(requirement.group, requirement.level)
    about = [r for r in group if any(n in facts and facts[n].section == facts[after].section for n in r.needed)]
    then = Assessment(only(assessment.edition, [n for r in about for n in r.facts]), day, assessment.answers)
    return [(r, then.word(r)) for r in about]


def _bisected(low: dt.date, high: dt.date, holds: Callable[[dt.date], bool]) -> dt.date:
    """The first day after `low` on which it holds; it does on `high`, and from the first one on."""
    while high - low > _DAY:
        middle = low + (high - low) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _turning_points(assessment: Assessment, edition: Edition) -> list[dt.date]:
    """The as-of date; each day on which a date still to come turns, and the day before; the horizon if months grow."""
    now, facts = assessment.as_of, edition.facts.values()
    last = now + HORIZON
    turns = sorted({day for fact in facts for day in _turns(assessment, fact) if now < day <= last})
    grows = len(turns) <= MOST_TURNS and any(fact.op == "months" for fact in facts)
    turns = turns[:MOST_TURNS]
    return sorted({now, *turns, *(day - _DAY for day in turns), *([last] if grows else [])})


def _turns(assessment: Assessment, fact: Fact) -> Iterator[dt.date]:
    """The days on which a date that the fact asks about may have come, and certainly has."""
    dated = {name for name, tense in (test.name_and_tense for test in fact.where) if tense == PAST}
    for doc in assessment.answers.items(fact.section).values():
        for name in dated:
            if doc.get(name):
                yield from bounds(day_of(doc[name]))


def only(edition: Edition, names: Iterable[str]) -> Edition:
    """The edition with the facts `names`, those they are reckoned after, and no requirement."""
    wanted = {name for name in names if name in edition.facts}
    wanted |= {edition.facts[name].after for name in wanted if edition.facts[name].after}
    facts = {name: fact for name, fact in edition.facts.items() if name in wanted}
    return edition.model_copy(update={"facts": facts, "requirements": ()})
