"""The months that requirements ask for, with the stretches of time that the rules counted: reckoned by them alone."""

from collections.abc import Iterable, Iterator, Mapping

from intake.portfolio.conditions import ways
from intake.portfolio.months import Period, merge, without
from intake.rulebook.assess import Assessment
from intake.rulebook.counting import share
from intake.rulebook.edition import Requirement
from intake.rulebook.facts import floors_of, periods
from intake.timeline.values import Measure, Share

#: Section → the time of its lanes, part dates read long.
Times = Mapping[str, Iterable[Period]]


def measures(assessment: Assessment, times: Times) -> tuple[Measure, ...]:
    """A measure for each fact of months of every requirement that concerns the case.

    What several requirements of a level would accept in place of their own months stands there once.
    """
    asked = [(r, name) for r in assessment.requirements() for name in r.named if _is_months(assessment, name)]
    once = {(r.level, name if name not in r.needed else r.id + name): (r, name) for r, name in reversed(asked)}
    return tuple(_measure(assessment, r, name, times) for r, name in asked if (r, name) in once.values())


def _is_months(assessment: Assessment, name: str) -> bool:
    fact = assessment.edition.facts.get(name)
    return fact is not None and fact.op == "months"


def _measure(assessment: Assessment, requirement: Requirement, name: str, times: Times) -> Measure:
    fact, figure, ledger = assessment.edition.facts[name], assessment.figure(name), assessment.ledgers[name]
    floors = floors_of(fact, assessment.figure(fact.after) if fact.after else None)
    counts = merge(periods(ledger, "strict", floors))
    loose = merge(periods(ledger, "loose", floors))
    possible = merge((*loose, *periods(ledger, "possible", floors)))
    level = next((level for level in assessment.edition.levels if level.id == requirement.level), None)
    return Measure(
        requirement=requirement.id,
        level=requirement.level,
        number=level.number if level else "",
        title=requirement.title,
        verdict=assessment.word(requirement),
        fact=name,
        fact_title=fact.title,
        section=fact.section,
        needed=max(_asked(requirement, name), default=0),
        strict=figure.strict,
        loose=figure.loose,
        possible=figure.possible,
        counts=counts,
        perhaps=without(loose, counts),
        unknown=without(possible, loose),
        out=without(times.get(fact.section, ()), possible),
    )


def _asked(requirement: Requirement, name: str) -> Iterator[float]:
    """How many months each way of the requirement asks for."""
    for way in (*ways(requirement.need), *ways(requirement.confirm)):
        if name in way:
            yield way[name].get("minimum", 0)


def shares(assessment: Assessment, found: Iterable[Measure], item: str) -> tuple[Share, ...]:
    """What an item is to each of the measures `found`."""
    parts = ((n, share(assessment, measure.fact, item)) for n, measure in enumerate(found))
    return tuple(Share(n, part.standing, part.amount, part.reason) for n, part in parts if part)
