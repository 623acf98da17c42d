"""The first day on which something holds, if nothing changes but the date."""

import datetime as dt
from collections.abc import Callable, Iterable

from intake.portfolio.edtf import bounds
from intake.rulebook.assess import Assessment
from intake.rulebook.edition import Edition, Fact

#: How far ahead such a day is looked for.
HORIZON = dt.timedelta(days=20 * 366)


def passes(fact: Fact) -> bool:
    """Whether a fact may change by time alone: it counts months, or asks whether a date has come."""
    return fact.op == "months" or any(test.name_and_tense[1] for test in fact.where)


def first_day(assessment: Assessment, names: Iterable[str], holds: Callable[[Assessment], bool]) -> dt.date | None:
    """The first day after the as-of date on which `holds` is true of an assessment of the facts `names` alone.

    It is looked for, by bisection, before each day on which a date in the answers comes, since what holds from then on
    may end again, and before the horizon. None where it holds on none of these.
    """
    edition = only(assessment.edition, names)

    def then(days: int) -> bool:
        return holds(Assessment(edition, assessment.as_of + dt.timedelta(days=days), assessment.answers))

    ends = [*_comings(assessment, edition), HORIZON.days]
    for low, high in zip([0, *ends], ends, strict=False):
        if then(high):
            return assessment.as_of + dt.timedelta(days=_first(low, high, then))
    return None


def _first(low: int, high: int, then: Callable[[int], bool]) -> int:
    """The first number after `low` for which `then` is true; it is for `high`, and from the first one on."""
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if then(middle) else (middle, high)
    return high


def only(edition: Edition, names: Iterable[str]) -> Edition:
    """The edition with the facts `names`, those they are reckoned after, and no requirement."""
    wanted = {name for name in names if name in edition.facts}
    wanted |= {edition.facts[name].after for name in wanted if edition.facts[name].after}
    facts = {name: fact for name, fact in edition.facts.items() if name in wanted}
    return edition.model_copy(update={"facts": facts, "requirements": ()})


def _comings(assessment: Assessment, edition: Edition) -> list[int]:
    """In how many days each date comes that a fact of the edition waits for; only what lies before the horizon."""
    tests = [(fact.section, *test.name_and_tense) for fact in edition.facts.values() for test in fact.where]
    asked = {(section, field) for section, field, tense in tests if tense}
    dates = {
        bounds(doc[field]).latest
        for section, field in asked
        for doc in assessment.answers.lists.get(section, {}).values()
        if field in doc
    }
    days = {(date - assessment.as_of).days for date in dates}
    return sorted(day for day in days if 0 < day < HORIZON.days)
