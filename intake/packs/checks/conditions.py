"""The conditions of a flow, each by itself: it names answers given before it, and values that they can have."""

import json
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import NamedTuple

from intake.interview.flow import Flow
from intake.packs.checks.domain import Domain, Schema, of_question, outcomes, strangers, unfit
from intake.packs.checks.fault import At, Fault, fault
from intake.packs.checks.form import sections
from intake.portfolio.conditions import Need

#: An answer by its whole name, what it may be, and its place in the order of the interview.
Answer = tuple[str, Domain, int]


class Guard(NamedTuple):
    """A condition of a flow, the section or question it stands at, and what is answered before it.

    `answers` are all answers given once, `local` those of the section by their short names.
    """

    at: At
    name: str
    need: Need
    place: int
    answers: Mapping[str, Answer]
    local: Mapping[str, Answer]

    def known(self, fact: str) -> Answer | None:
        """The answer that `fact` names, if it is given before this condition."""
        answer = self.local.get(fact) or self.answers.get(fact)
        return answer if answer and answer[2] < self.place else None

    def sound(self) -> Need:
        """The need by the whole names of answers, without what is faulty."""
        known = {fact: self.known(fact) for fact in self.need}
        return {
            answer[0]: self.need[fact]
            for fact, answer in known.items()
            if answer and not any(value_faults((), fact, answer[1], self.need[fact]))
        }


def guards(flow: Flow) -> Iterator[Guard]:
    """Every condition of a flow, in the order of the interview; those of a section come before its questions'."""
    answers: dict[str, Answer] = {}
    place = 0
    for at, section in sections(flow):
        yield Guard((*at, "when"), section.id, section.when, place, answers, {})
        yield Guard((*at, "unless"), section.id, section.unless, place, answers, {})
        local: dict[str, Answer] = {}
        for n, question in enumerate(section.questions):
            name = f"{section.id}.{question.field}"
            yield Guard((*at, "questions", n, "when"), name, question.when, place, answers, local)
            answer = local.setdefault(question.field, (name, of_question(question), place))
            if section.repeat is None:
                answers.setdefault(name, answer)
            place += 1


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
            if answer := guard.known(fact):
                yield from value_faults(at, fact, answer[1], schema)
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
            answer = guard.known(fact)
            if schema and answer and answer[0] in sound and all(outcomes(answer[1], (json.dumps(schema),))):
                yield fault("guard-idle", (*guard.at, fact), name=guard.name, value=fact)


def _overlaps(every: list[Guard]) -> Iterator[Fault]:
    """Answers by which a section comes up, and is left out after all; `every` holds the two of a section in a row."""
    for when, unless in pairwise(every):
        if when.name != unless.name:
            continue
        for fact in when.sound().keys() & unless.sound().keys():
            schemas = json.dumps(when.need[fact]), json.dumps(unless.need[fact])
            answer = when.known(fact)
            if answer and frozenset({0, 1}) in outcomes(answer[1], schemas):
                yield fault("guard-overlap", (*unless.at, fact), name=when.name, value=fact)


def value_faults(at: At, name: str, domain: Domain, schema: Schema) -> Iterator[Fault]:
    """Values that never occur, and keywords that say nothing of such values."""
    for value in strangers(domain, schema):
        yield fault("value-unknown", at, name=name, value=repr(value), allowed=domain.said())
    for keyword in unfit(domain, schema):
        yield fault("keyword-unfit", at, name=name, value=keyword, allowed=domain.said())
