"""All paths through an interview, as far as its conditions can tell them apart.

What comes up depends on needs: conjunctions of schemas over answers. Following the questions in order, a state is the
set of needs that the answers so far have failed; each kind of answer (`intake.packs.checks.domain`), and none at all,
leads on. A need that nothing ahead asks about is forgotten, so states merge, and each carries how many paths lead to it
and one of them. Only answers that matter together are followed together: those that one thing depends on, with all
that they depend on in turn. That is exhaustive and exact; beyond `BOUND` states it stops, and says what is undecided.
"""

import json
from collections.abc import Collection, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from intake.packs.checks.domain import Domain, outcomes
from intake.portfolio.conditions import Need

#: The most states that are followed in one check.
BOUND = 300_000
#: One path to a state: the answer before, and the answers before that.
Path = tuple[str, "Path"] | tuple[()]
#: States, each with the number of paths to it and one of them.
Front = dict[int, tuple[int, Path]]


class Event(NamedTuple):
    """What comes up where all of `when` hold and none of `unless` does. With a domain it is an answer to be given."""

    name: str
    when: tuple[Need, ...] = ()
    unless: tuple[Need, ...] = ()
    domain: Domain | None = None


class Explored(NamedTuple):
    """What was found: the events that come up on some way, those too wide to decide, and how much was looked at."""

    reached: frozenset[str]
    undecided: frozenset[str]
    states: int
    paths: int


def explore(events: Sequence[Event], aims: Collection[str]) -> Explored:
    """Follow all paths through `events` that can decide which of `aims` come up.

    Events stand in their order, and a need names answers before it alone.
    """
    cones = _cones(events)
    reached, undecided, states, paths = set[str](), set[str](), 0, 0
    for group, decided in _groups(events, cones, aims):
        walk = _Walk(_within(events, group, decided), BOUND - states)
        try:
            paths += sum(count for count, _path in walk.follow().values())
        except OverflowError:
            undecided |= {events[n].name for n in decided} - walk.reached
        states += walk.states
        reached |= walk.reached
    return Explored(frozenset(reached), frozenset(undecided), states, paths)


def escape(events: Sequence[Event], aims: frozenset[str]) -> list[str] | None:
    """The answers of one path on which none of the events `aims` comes up; None where there is none.

    Raises OverflowError beyond the bound.
    """
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


def _within(events: Sequence[Event], group: int, decided: set[int]) -> list[Event]:
    """The events of a group, given as bits, and those that are decided in it."""
    return [events[n] for n in sorted({*_places(group), *decided})]


def _cones(events: Sequence[Event]) -> list[int]:
    """For each event the answers that decide whether it comes up, and whether those are given; bits are places."""
    place = {event.name: n for n, event in enumerate(events)}
    cones: list[int] = []
    for event in events:
        named = {place[fact] for need in (*event.when, *event.unless) for fact in need}
        cones.append(reduce(or_, (1 << n | cones[n] for n in named), 0))
    return cones


def _groups(events: Sequence[Event], cones: Sequence[int], aims: Collection[str]) -> list[tuple[int, set[int]]]:
    """Cones that are followed, each with the places of the events that are decided by it.

    An answer that another event depends on is decided with that one, and so are events of the same needs.
    """
    groups: list[tuple[int, set[int]]] = []
    leading: dict[int, set[int]] = {}
    alike: dict[str, set[int]] = {}
    for n in sorted((n for n, event in enumerate(events) if event.name in aims), key=lambda n: -cones[n].bit_count()):
        needs = json.dumps([events[n].when, events[n].unless])
        decided = leading.get(n) or alike.get(needs)
        if decided is None:
            decided = alike[needs] = set()
            groups.append((cones[n], decided))
            leading |= dict.fromkeys(_places(cones[n]), decided)
        decided.add(n)
    return groups


def _places(bits: int) -> list[int]:
    return [n for n, bit in enumerate(reversed(f"{bits:b}")) if bit == "1"]


class _Walk:
    """One group of events, followed once. A state is a number whose bits are the needs that have failed."""

    def __init__(self, events: Sequence[Event], bound: int, aims: frozenset[str] = frozenset()) -> None:
        self.events, self.bound, self.aims = events, bound, aims
        self.states, self.reached = 0, set[str]()
        self._needs: dict[str, int] = {}
        #: for each answer the schemas that are asked of it, and the needs that fail where it does not satisfy them
        self._asking: dict[str, dict[str, int]] = {}
        self._forms = [(self._mask(event.when), self._mask(event.unless)) for event in events]
        #: the bit of a state in which one of `aims` has come up
        self.aimed = 1 << len(self._needs)
        self._ahead = self._live()

    def _mask(self, needs: tuple[Need, ...]) -> int:
        """The bits of `needs`; those that say the same share one."""
        mask = 0
        for need in needs:
            key = json.dumps(need, sort_keys=True)
            if key not in self._needs:
                self._needs[key] = 1 << len(self._needs)
                for fact, schema in need.items():
                    bits = self._asking.setdefault(fact, {})
                    text = json.dumps(schema, sort_keys=True)
                    bits[text] = bits.get(text, 0) | self._needs[key]
            mask |= self._needs[key]
        return mask

    def _live(self) -> list[int]:
        """For each event, the needs that events behind it ask about."""
        live, ahead = self.aimed, []
        for when, unless in reversed(self._forms):
            ahead.append(live)
            live |= when | unless
        return ahead[::-1]

    def follow(self) -> Front:
        """The states at the end, each with the number of paths to it and one of them. Raises OverflowError."""
        front: Front = {0: (1, ())}
        for event, form, ahead in zip(self.events, self._forms, self._ahead, strict=True):
            self.states += len(front)
            if self.states > self.bound:
                raise OverflowError
            front = self._onward(front, event, form, ahead)
        return front

    def _onward(self, front: Front, event: Event, form: tuple[int, int], ahead: int) -> Front:
        """The states behind one event, as far as what is ahead asks about them."""
        when, unless = form
        answers = self._answers(event)
        onward: Front = {}
        for state, (count, path) in front.items():
            asked = not state & when and state & unless == unless
            if asked:
                self.reached.add(event.name)
            mark = self.aimed if asked and event.name in self.aims else 0
            for failed, said in answers if asked else answers[-1:]:
                after = (state | failed | mark) & ahead
                before = onward.get(after)
                step: Path = (said, path) if said and asked else path
                onward[after] = (before[0] + count, before[1]) if before else (count, step)
        return onward

    def _answers(self, event: Event) -> list[tuple[int, str]]:
        """What each kind of answer makes fail, and how it is said; last, what fails where there is none."""
        asking = self._asking.get(event.name, {})
        every = reduce(or_, asking.values(), 0)
        found: dict[int, str] = {}
        if event.domain and asking:
            schemas = [json.loads(text) for text in asking]
            bits = list(asking.values())
            for accepted in sorted(outcomes(event.domain, schemas), key=sorted):
                failed = reduce(or_, (bit for n, bit in enumerate(bits) if n not in accepted), 0)
                said = json.dumps(schemas[min(accepted)], ensure_ascii=False) if accepted else "otherwise"
                found.setdefault(failed, f"{event.name} {said}")
        found.setdefault(every, f"{event.name} not answered" if asking else "")
        return sorted(found.items(), key=lambda item: item[0] == every)
