"""Which verdicts a requirement can give at all, proved by trying every case of what decides it.

A figure matters to a condition only by which of its limits it reaches, so that a few values stand for all. A case gives
each fact its three readings and each answer a value or none; it keeps what holds of every portfolio: the strict reading
is never over the loose one, nor that over the possible one, and more is possible of a list until it is complete. Some
cases may not arise in life, so a word that a case gives is not proved to be given; a word that no case gives never is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import Any

import msgspec

from intake.rulebook.assess import Readings, decide
from intake.rulebook.edition import Edition, Fact, Need, Requirement, ways
from intake.rulebook.verdicts import Word

#: So many cases are tried; a requirement with more is left undecided.
MOST = 200_000
#: Answers that are never unknown, and yes or no.
ALWAYS_KNOWN = frozenset({"ethics.signed"})
#: Stands for every value that no condition names.
_OTHER = "…"

Case = tuple[tuple[str, Any, Any, Any], ...]


class Reach(msgspec.Struct, frozen=True):
    """What became of trying: the words given with a case of each, how many cases there are, and of which facts.

    A case has (name, strict, loose, possible) of each; None is "no figure". `decided` is false where not all cases were
    tried: there are more than `MOST`, or a fact is of a form whose cases cannot be listed.
    """

    words: dict[Word, Case]
    cases: int
    facts: tuple[str, ...]
    decided: bool = True


def reach(edition: Edition, requirement: Requirement, answers: Mapping[str, Sequence[Any]]) -> Reach:
    """The words that `requirement` can give; `answers` has the values of each answer, none where they are numbers."""
    needs = [way for need in (requirement.need, requirement.confirm) for way in ways(need)]
    limits = _limits([*needs, requirement.applies, requirement.unless])
    names = tuple(sorted(limits))
    if any(n in edition.facts and edition.facts[n].op == "earliest" for n in names):
        return Reach({}, 0, names, decided=False)
    lists = sorted({edition.facts[n].section for n in names if n in edition.facts} | set(_finishing(names)))
    words: dict[Word, Case] = {}
    tried = 0
    for flags in product((True, False), repeat=len(lists)):
        finished = dict(zip(lists, flags, strict=True))
        for case in product(*(_readings(edition, n, limits[n], finished, answers) for n in names)):
            tried += 1
            if tried > MOST:
                return Reach(words, tried - 1, names, decided=False)
            if _concerns(requirement, case):
                words.setdefault(decide(requirement, _three(case)), case)
    return Reach(words, tried, names)


def _limits(needs: Iterable[Need]) -> dict[str, list[Any]]:
    """Each name in a condition with the values that its schemas compare it with."""
    limits: dict[str, list[Any]] = {}
    for need in needs:
        for name, schema in need.items():
            limits.setdefault(name, []).extend(_values(schema))
    return limits


def _values(schema: dict[str, Any]) -> Iterator[Any]:
    for keyword, value in schema.items():
        if keyword == "contains":
            yield from ([one] for one in _values(value))
        elif keyword == "anyOf":
            yield from (one for inner in value for one in _values(inner))
        elif keyword == "enum":
            yield from value
        else:
            yield value


def _finishing(names: Iterable[str]) -> list[str]:
    return [n.removesuffix(".finished") for n in names if n.endswith(".finished")]


def _readings(
    edition: Edition, name: str, limits: list[Any], finished: dict[str, bool], answers: Mapping[str, Sequence[Any]]
) -> list[tuple[str, Any, Any, Any]]:
    """The readings that a fact or an answer can have, each as (name, strict, loose, possible)."""
    if name in edition.facts:
        fact = edition.facts[name]
        return [(name, *three) for three in _of_fact(fact, limits, finished=finished[fact.section])]
    if name.endswith(".finished"):
        done = finished[name.removesuffix(".finished")] or None
        return [(name, done, done, done)]
    if name in ALWAYS_KNOWN:
        return [(name, value, value, value) for value in (True, False)]
    return [(name, value, value, value) for value in [*(answers.get(name) or _any(limits)), None]]


def _any(limits: list[Any]) -> list[Any]:
    """Values that stand for all of an answer that is no choice: numbers, or what is named and anything else."""
    numbers = _numbers(limits)
    return _between(limits) if numbers else [*limits, _OTHER]


def _of_fact(fact: Fact, limits: list[Any], *, finished: bool) -> Iterator[tuple[Any, Any, Any]]:
    looser = any(test.confirm is not None for test in fact.where)
    if fact.op == "all":
        values: list[Any] = [False, True] if finished else [False]
        possible: list[Any] = [False, True]
    else:
        values = _between(limits) if fact.op in {"sum", "months"} else _whole(limits)
        possible = ([] if fact.op == "sum" else values) if finished else []
    for loose in values:
        for strict in values:
            if strict > loose or (strict != loose and not looser and fact.op != "months"):
                continue
            if fact.op == "all":
                yield from ((strict, loose, upmost) for upmost in possible if upmost >= loose)
                continue
            yield from ((strict, loose, upmost) for upmost in _upmost(fact, loose, possible, finished=finished))


def _upmost(fact: Fact, loose: Any, values: list[Any], *, finished: bool) -> Iterator[Any]:
    """What is possible beyond the loose reading; None where there is no bound."""
    if finished and (fact.takes_all or fact.op == "sum"):
        yield loose
    elif finished:
        yield from (value for value in values if value >= loose)
    if not finished or fact.op in {"sum", "months"}:
        yield None


def _whole(limits: list[Any]) -> list[Any]:
    """Whole numbers that stand for all, from zero: each limit and its neighbours."""
    return sorted({0, *(n for limit in _numbers(limits) for n in (limit - 1, limit, limit + 1) if n >= 0)})


def _between(limits: list[Any]) -> list[Any]:
    """Numbers that stand for all, from zero: each limit, one between two of them, and one above."""
    cuts = sorted({0, *_numbers(limits)})
    return [*cuts, *((a + b) / 2 for a, b in pairwise(cuts)), cuts[-1] + 1]


def _numbers(limits: list[Any]) -> list[Any]:
    return [limit for limit in limits if isinstance(limit, int | float) and not isinstance(limit, bool)]


def _concerns(requirement: Requirement, case: Case) -> bool:
    applies, unless = requirement.scope
    known = {name: strict for name, strict, _loose, _possible in case if strict is not None}
    return applies.holds(known) and not (unless and unless.holds(known))


def _three(case: Case) -> Readings:
    strict, loose, possible = ({row[0]: row[n] for row in case if row[n] is not None} for n in (1, 2, 3))
    return strict, loose, possible
