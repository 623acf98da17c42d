"""The numbers of a rule: each stands in its quotation, in words that state it.

One is no number here: it means "there is any".
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from intake.packs.checks.domain import Schema
from intake.packs.checks.fault import At, Fault, fault
from intake.portfolio.conditions import Ways, ways, within
from intake.rulebook.edition import Edition, Requirement
from intake.understand.numbers import split, take, tidy
from intake.understand.words import phrases, plain

#: Keywords whose value is one number, or may be.
_NAMING = ("const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_YEARS = frozenset(phrases("year|years|yr|yrs"))
_TIMES = _YEARS | frozenset(phrases("month|months|mo|week|weeks|day|days|hour|hours|hr|hrs|h"))


class Number(NamedTuple):
    """A number above one that a rule names: under which key, and whether it is one of months."""

    value: float
    key: str
    months: bool


def check_figures(at: At, requirement: Requirement, edition: Edition) -> Iterator[Fault]:
    """Every number of a requirement without words for it, and all words that are no such words."""
    name, named = requirement.id, numbers(requirement, edition)
    for number in named.values():
        words = requirement.figures.get(number.value)
        if words is None:
            yield fault("figure-missing", (*at, number.key), name=name, value=f"{number.value:g}")
        elif not any(_stands(words, cite.quote) for cite in requirement.citations):
            yield fault("figure-not-quoted", (*at, "figures"), name=name, value=repr(words))
        elif number.value not in stated(words, months=number.months):
            yield fault("figure-wrong", (*at, "figures"), name=name, value=f"{number.value:g}", words=repr(words))
    for value in sorted(requirement.figures.keys() - named.keys()):
        yield fault("figure-unused", (*at, "figures"), name=name, value=f"{value:g}")


def numbers(requirement: Requirement, edition: Edition) -> dict[float, Number]:
    """The numbers of a requirement's conditions, by value; of months where any fact that is in months has it."""
    found: dict[float, Number] = {}
    for key, need in (("need", requirement.need), ("confirm", requirement.confirm)):
        for fact, schema in _tests(need):
            months = fact in edition.facts and edition.facts[fact].op == "months"
            for value in sorted(_named(schema)):
                known = found.setdefault(value, Number(value, key, months))
                found[value] = known._replace(months=known.months or months)
    return found


def stated(text: str, *, months: bool) -> set[float]:
    """The numbers that a text states; in `months`, those of years as so many months: "2 years" is 24."""
    words, found, at = split(plain(text)), set[float](), 0
    while at < len(words):
        taken = take(words, at)
        if taken:
            unit = next((word for word in words[taken.end :] if word in _TIMES), "")
            found.add(tidy(taken.value * (12 if months and unit in _YEARS else 1)))
        elif months and words[at] == "a" and words[at + 1 : at + 2] == ["year"]:
            found.add(12)
        at = taken.end if taken else at + 1
    return found


def _tests(need: Ways | None) -> list[tuple[str, Schema]]:
    return [test for way in ways(need) for test in way.items()]


def _named(schema: Schema) -> set[float]:
    """The numbers above one in a schema."""
    values: list[Any] = [*(schema[word] for word in _NAMING if word in schema), *schema.get("enum", [])]
    own = {value for value in values if isinstance(value, int | float) and value > 1}
    return own.union(*map(_named, within(schema)))


def _stands(words: str, quote: str) -> bool:
    """Whether words stand in a quotation, and not as part of longer ones: "3" does not in "30 hours"."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", quote) is not None
