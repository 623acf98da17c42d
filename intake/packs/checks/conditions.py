"""The conditions of a flow, each by itself: it names answers given before it, and values that they can have."""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import NamedTuple

from intake.interview.flow import Flow
from intake.packs.checks.domain import Domain, of_question, outcomes, strangers, unfit
from intake.packs.checks.fault import At, Fault, fault
from intake.packs.checks.form import sections
from intake.portfolio.conditions import Need

#: What is known where a condition stands: the names it may use, each with the answer's whole name and its domain.
Known = Mapping[str, tuple[str, Domain]]


class Guard(NamedTuple):
    """A condition of a flow, the section or question it stands at, and what is known there."""

    at: At
    name: str
    need: Need
    known: Known

    def sound(self) -> Need:
        """The need by the whole names of answers, without what is faulty."""
        return {
            self.known[fact][0]: schema
            for fact, schema in self.need.items()
            if fact in self.known and not any(value_faults((), fact, self.known[fact][1], schema))
        }


def guards(flow: Flow) -> Iterator[Guard]:
    """Every condition of a flow, in the order of the interview; those of a section come before its questions'."""
    known: dict[str, tuple[str, Domain]] = {}
    for at, section in sections(flow):
        before = dict(known)
        yield Guard((*at, "when"), section.id, section.when, before)
        yield Guard((*at, "unless"), section.id, section.unless, before)
        local: dict[str, tuple[str, Domain]] = {}
        for n, question in enumerate(section.questions):
            name = f"{section.id}.{question.field}"
            seen = ChainMap(dict(local), before) if question.when else before
            yield Guard((*at, "questions", n, "when"), name, question.when, seen)
            local[question.field] = name, of_question(question)
            if section.repeat is None:
                known[name] = local[name] = local[question.field]


def check_conditions(flow: Flow) -> Iterator[Fault]:
    """Every fault of a condition by itself, and of conditions that wait for each other."""
    every = list(guards(flow))
    chain = _cycle(flow, every)
    if chain:
        at = next(guard.at for guard in every if guard.name in chain and guard.need)
        yield fault("condition-cycle", at, chain=" → ".join(chain))
    for guard in every:
        for fact, schema in guard.need.items():
            at = (*guard.at, fact)
            if fact in guard.known:
                yield from value_faults(at, fact, guard.known[fact][1], schema)
            elif not {guard.name, _whole(guard, fact)} <= set(chain):
                yield fault("condition-unknown", at, name=guard.name, value=fact)
    yield from _idle(every)
    yield from _overlaps(every)


def _cycle(flow: Flow, every: list[Guard]) -> list[str]:
    """The names of questions and sections each of which waits for the next, the last for the first; or none."""
    waits = {f"{section.id}.{q.field}": {section.id} for _at, section in sections(flow) for q in section.questions}
    for guard in every:
        waits.setdefault(guard.name, set()).update(_whole(guard, fact) for fact in guard.need)
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        return list(error.args[1])[::-1]
    return []


def _whole(guard: Guard, fact: str) -> str:
    """A fact by its whole name."""
    return fact if "." in fact else f"{guard.name.partition('.')[0]}.{fact}"


def _idle(every: list[Guard]) -> Iterator[Fault]:
    """Conditions that every answer satisfies; the empty schema means "has an answer" and is none."""
    for guard in every:
        sound = guard.sound()
        for fact, schema in guard.need.items():
            name, domain = guard.known.get(fact, ("", None))
            if schema and domain and name in sound and all(outcomes(domain, [schema])):
                yield fault("guard-idle", (*guard.at, fact), name=guard.name, value=fact)


def _overlaps(every: list[Guard]) -> Iterator[Fault]:
    """Answers by which a section comes up, and is left out after all; `every` holds the two of a section in a row."""
    for when, unless in pairwise(every):
        if when.name != unless.name:
            continue
        for fact in when.sound().keys() & unless.sound().keys():
            kinds = outcomes(when.known[fact][1], [when.need[fact], unless.need[fact]])
            if frozenset({0, 1}) in kinds:
                yield fault("guard-overlap", (*unless.at, fact), name=when.name, value=fact)


def value_faults(at: At, name: str, domain: Domain, schema: dict[str, object]) -> Iterator[Fault]:
    """Values that never occur, and keywords that say nothing of such values."""
    for value in strangers(domain, schema):
        yield fault("value-unknown", at, name=name, value=repr(value), allowed=domain.said())
    for keyword in unfit(domain, schema):
        yield fault("keyword-unfit", at, name=name, value=keyword, allowed=domain.said())
