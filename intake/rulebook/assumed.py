"""A tried entry made whole: what was not said of it, and a rule asks for, is taken as that which counts plainly.

So a Master's degree that is tried counts as one: awarded by now, in the United States, its transcript sent. Of several
values that count, the one is taken that goes with what was said, else the one that counts at most levels. An amount is
never taken for granted: a job without dates begins on the day, and hours not said are none.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from intake.portfolio.edtf import LATEST_YEAR
from intake.portfolio.months import ONGOING
from intake.rulebook.edition import Edition, Fact, Where
from intake.rulebook.rows import classify

Values = dict[str, Any]


class _Judging(NamedTuple):
    """A fact that requirements stand on, and their levels."""

    fact: Fact
    levels: frozenset[str]


class _Asking(NamedTuple):
    """A test of a field that has no value yet, and the fact that it is of."""

    test: Where
    by: _Judging


def assumed(edition: Edition, section: str, said: Values, as_of: dt.date) -> Values:
    """The values of an entry of which `said` are known, by field; an empty text stands for a name of its own."""
    values, judging = _begun(edition, section, as_of) | said, list(_judging(edition, section))
    while asking := list(_asking(judging, values, as_of)):
        field = asking[0].test.name_and_tense[0]
        about = [one for one in asking if one.test.name_and_tense[0] == field]
        values[field] = _plainest(about, said, as_of)
    blank = {"distinct": "", "sum": 0}
    for fact, _levels in judging:
        if fact.op in blank:
            values.setdefault(fact.field, blank[fact.op])
        if fact.during and _undecided(fact, values, as_of):
            values[fact.during] = "whole"
    return {field: value for field, value in values.items() if value is not None}


def _begun(edition: Edition, section: str, as_of: dt.date) -> Values:
    """The spans of which months are counted, by field: each from this day on."""
    spans = {fact.field for fact in edition.facts.values() if fact.section == section and fact.op == "months"}
    return {field: {"start": as_of.isoformat(), "end": ONGOING} for field in spans}


def _judging(edition: Edition, section: str) -> Iterator[_Judging]:
    for name, fact in edition.facts.items():
        names = {name, *(other for other, after in edition.facts.items() if after.after == name)}
        levels = frozenset(r.level for r in edition.requirements if not names.isdisjoint(r.facts))
        if fact.section == section and levels:
            yield _Judging(fact, levels)


def _asking(judging: Iterable[_Judging], values: Values, as_of: dt.date) -> Iterator[_Asking]:
    """The tests on fields without a value, of the facts that the entry may still count for."""
    for by in judging:
        if by.fact.considers.holds(values) and _undecided(by.fact, values, as_of):
            yield from (_Asking(test, by) for test in by.fact.where if test.name_and_tense[0] not in values)


def _undecided(fact: Fact, values: Values, as_of: dt.date) -> bool:
    """Whether a value that is not known yet decides if the entry counts."""
    row = classify(fact, values, as_of)
    return row is not None and row.standing == "unknown"


def _plainest(asking: Sequence[_Asking], said: Values, as_of: dt.date) -> Any:
    """The value of a field that counts plainly: of a date, today or one that does not come for long."""
    if any(one.test.name_and_tense[1] for one in asking):
        come = [one.test.counts.is_valid(True) for one in asking if not one.test.year]
        return as_of.isoformat() if all(come) else str(LATEST_YEAR)
    found = [value for one in asking for value in plain_values(one.test.is_)]

    def weight(value: Any) -> tuple[int, int]:
        passed = [one.by for one in asking if one.test.counts.is_valid(value)]
        close = sum(any(test.name_and_tense[0] in said for test in by.fact.where) for by in passed)
        return close, len(frozenset().union(*(by.levels for by in passed)))

    return max(found, key=weight, default=None)


def plain_values(schema: Values) -> list[Any]:
    """Values that a schema takes, as far as it names them; the least first."""
    if "contains" in schema:
        return [[value] for value in plain_values(schema["contains"])]
    if "const" in schema:
        return [schema["const"]]
    return list(schema.get("enum", [schema[name] for name in ("minimum", "maximum") if name in schema]))
