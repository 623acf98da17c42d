"""All paths through an interview, as far as its conditions can tell them apart.

What comes up depends on clauses: conjunctions of schemas over answers. Following the questions in order, a state is the
set of clauses that the answers so far have failed; each kind of answer (`intake.packs.checks.domain`), and none at all,
leads on. A clause that nothing ahead asks about is forgotten, so states merge, and each carries how many paths lead to
it and one of them. Only answers that matter together are followed together: those that one thing depends on, with all
that they depend on in turn. That is exhaustive and exact; beyond `BOUND` cases it stops, and says what is undecided.
"""

import json
from collections.abc import Collection, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from intake.packs.checks.domain import MOST_KINDS, Domain, outcomes
from intake.portfolio.conditions import Need

#: The most cases that are followed in one check: a kind of answer in a state.
BOUND = 100_000
#: What is followed at most, in words.
LIMITS = f"{BOUND:,} cases, {MOST_KINDS} kinds of one answer"
#: Answers by name, each with the schema, as JSON, that it must satisfy; all of them must.
Clause = tuple[tuple[str, str], ...]
#: One path to a state: the answer before, and the answers before that.
Path = tuple[str, "Path"] | tuple[()]
#: States, each with the number of paths to it and one of them.
Front = dict[int, tuple[int, Path]]


class Event(NamedTuple):
    """What comes up where all of `when` hold and none of `unless` does. With a domain it is an answer to be given."""

    name: str
    when: tuple[Clause, ...] = ()
    unless: tuple[Clause, ...] = ()
    domain: Domain | None = None


class Explored(NamedTuple):
    """What was found: the events that come up on some path, those too wide to decide, and how much was looked at."""

    reached: frozenset[str]
    undecided: frozenset[str]
    states: int
    paths: int


def clauses(*needs: Need) -> tuple[Clause, ...]:
    """Needs as clauses; one that needs nothing is none."""
    return tuple(
        tuple((fact, json.dumps(need[fact], sort_keys=True, ensure_ascii=False)) for fact in sorted(need))
        for need in needs
        if need
    )


def explore(events: Sequence[Event], aims: Collection[str]) -> Explored:
    """Follow all paths through `events` that can decide which of `aims` come up.

    Events stand in their order, and a clause names answers before it alone.
    """
    cones = _cones(events)
    reached, undecided, states, cases, paths = set[str](), set[str](), 0, 0, 0
    for group, decided in reversed(_groups(events, cones, aims)):  # the narrow ones first, while there is room
        walk = _Walk(_within(events, group, decided), BOUND - cases)
        try:
            paths += sum(count for count, _path in walk.follow().values())
        except OverflowError:
            undecided |= {events[n].name for n in decided} - walk.reached
        states, cases = states + walk.states, cases + walk.cases
        reached |= walk.reached
    return Explored(frozenset(reached), frozenset(undecided), states, paths)


def escape(events: Sequence[Event], aims: frozenset[str]) -> list[str] | None:
    """The answers of one path on which none of the events `aims` comes up; None where there is none.

    Raises OverflowError beyond the bound.
    """
    if any(event.name in aims and not event.when and not event.unless for event in events):
        return None
    cones = _cones(events)
    decided = {n for n, event in enumerate(events) if event.name in aims}
    walk = _Walk(_within(events, reduce(or_, (cones[n] for n in decided), 0), decided), BOUND, aims)
    ends = walk.follow()
    return next((_steps(path) for state, (_count, path) in ends.items() if not state & walk.aimed), None)


def _steps(path: Path) -> list[str]:
    steps = []
    while path:
        steps.append(path[0])
        path = path[1]
    return steps[::-1]


def _cones(events: Sequence[Event]) -> list[int]:
    """For each event the answers that decide whether it comes up, and whether those are given; bits are places."""
    place = {event.name: n for n, event in enumerate(events)}
    cones: list[int] = []
    for event in events:
        named = {place[fact] for clause in (*event.when, *event.unless) for fact, _schema in clause}
        cones.append(reduce(or_, (1 << n | cones[n] for n in named), 0))
    return cones


def _groups(events: Sequence[Event], cones: Sequence[int], aims: Collection[str]) -> list[tuple[int, set[int]]]:
    """Cones that are followed, each with the places of the events that are decided by it.

    An answer that another event depends on is decided with that one, and so are events of the same clauses.
    """
    groups: list[tuple[int, set[int]]] = []
    leading: dict[int, set[int]] = {}
    alike: dict[tuple[tuple[Clause, ...], tuple[Clause, ...]], set[int]] = {}
    for n in sorted((n for n, event in enumerate(events) if event.name in aims), key=lambda n: -cones[n].bit_count()):
        decided = leading.get(n) or alike.get(events[n][1:3])
        if decided is None:
            decided = alike[events[n][1:3]] = set()
            groups.append((cones[n], decided))
            leading |= dict.fromkeys(_places(cones[n]), decided)
        decided.add(n)
    return groups


def _within(events: Sequence[Event], group: int, decided: set[int]) -> list[Event]:
    """The events of a group, given as bits, and those that are decided in it."""
    return [events[n] for n in sorted({*_places(group), *decided})]


def _places(bits: int) -> list[int]:
    places = []
    while bits:
        places.append((bits & -bits).bit_length() - 1)
        bits &= bits - 1
    return places


class _Walk:
    """One group of events, followed once. A state is a number whose bits are the clauses that have failed."""

    def __init__(self, events: Sequence[Event], bound: int, aims: frozenset[str] = frozenset()) -> None:
        self.events, self.bound, self.aims = events, bound, aims
        self.states, self.cases, self.reached = 0, 0, set[str]()
        self._bits: dict[Clause, int] = {}
        #: for each answer the schemas that are asked of it, and the clauses that fail where it does not satisfy them
        self._asking: dict[str, dict[str, int]] = {}
        #: the bit of a state in which one of `aims` has come up
        self.aimed = 1

    def follow(self) -> Front:
        """The states at the end, each with the number of paths to it and one of them. Raises OverflowError."""
        front: Front = {0: (1, ())}
        if len(self.events) > self.bound:
            raise OverflowError
        forms = [(self._mask(event.when), self._mask(event.unless)) for event in self.events]
        for event, form, ahead in zip(self.events, forms, self._ahead(forms), strict=True):
            answers = self._answers(event)
            self.states += len(front)
            self.cases += len(front) * len(answers)
            if self.cases > self.bound:
                raise OverflowError
            front = self._onward(front, event.name, form, [(failed & ahead, said) for failed, said in answers], ahead)
        return front

    def _mask(self, needed: tuple[Clause, ...]) -> int:
        """The bits of clauses; those that say the same share one."""
        mask = 0
        for clause in needed:
            if clause not in self._bits:
                bit = self._bits[clause] = 2 << len(self._bits)
                for fact, schema in clause:
                    asked = self._asking.setdefault(fact, {})
                    asked[schema] = asked.get(schema, 0) | bit
            mask |= self._bits[clause]
        return mask

    def _ahead(self, forms: list[tuple[int, int]]) -> list[int]:
        """For each event, the clauses that events behind it ask about."""
        live, ahead = self.aimed, []
        for when, unless in reversed(forms):
            ahead.append(live)
            live |= when | unless
        return ahead[::-1]

    def _onward(
        self, front: Front, name: str, form: tuple[int, int], answers: list[tuple[int, str]], ahead: int
    ) -> Front:
        """The states behind one event, as far as what is ahead asks about them."""
        when, unless = form
        mark = self.aimed if name in self.aims else 0
        onward: Front = {}
        for state, (count, path) in front.items():
            asked = not state & when and state & unless == unless
            if asked:
                self.reached.add(name)
            for failed, said in answers if asked else answers[-1:]:
                after = state & ahead | failed | (mark if asked else 0)
                before = onward.get(after)
                step: Path = (said, path) if said and asked else path
                onward[after] = (before[0] + count, before[1]) if before else (count, step)
        return onward

    def _answers(self, event: Event) -> list[tuple[int, str]]:
        """What each kind of answer makes fail, and how it is said; last, what fails where there is none."""
        asked = self._asking.get(event.name, {})
        every = reduce(or_, asked.values(), 0)
        found: dict[int, str] = {}
        if event.domain and asked:
            schemas, bits = tuple(asked), tuple(asked.values())
            for accepted in sorted(outcomes(event.domain, schemas), key=sorted):
                failed = reduce(or_, (bit for n, bit in enumerate(bits) if n not in accepted), 0)
                found.setdefault(failed, f"{event.name} {schemas[min(accepted)] if accepted else 'otherwise'}")
        found.setdefault(every, f"{event.name} not answered" if asked else "")
        return sorted(found.items(), key=lambda item: item[0] == every)
