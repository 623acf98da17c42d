"""What a requirement still takes: the routes to it, the shortest first, and whose turn each step is.

A way of a need is a route. Of the facts that do not hold yet, each is a step: something to tell more about, a day that
comes by time alone, or an amount to reach, reckoned from the need's minimum and the fact's strict figure. What holds,
or will hold, on the loose reading alone leaves the association to confirm it.

The shorter of two routes is the one with nothing left to do but to tell, to wait for others or to ask; then the one by
time alone, the earlier day first; then the one of which the smaller part is lacking: 4 of 24 hours is a sixth, a degree
that is not there a whole, and steps add up. Of two alike, the one that the rule names first.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Literal

import msgspec

from intake.portfolio.conditions import Condition, Need
from intake.rulebook.assess import Assessment
from intake.rulebook.edition import Requirement
from intake.rulebook.forecast import begun_by, first_day, passes
from intake.rulebook.lacking import asked_said, lacking_said, missing_said, open_said
from intake.rulebook.proof import waits_now
from intake.rulebook.tasks import entry_tasks

Turn = Literal["yours", "others", "time", "association"]


class Step(msgspec.Struct, frozen=True):
    """One thing that a route takes, and whose turn it is.

    `fact` is what it changes, `lacking` how much of that is (in the fact's unit; 0 where it is no amount), `share` the
    part that is left to do, from 0 (nothing but to tell or to wait) to 1; `on` the day on which it is to come.
    """

    turn: Turn
    text: str
    fact: str = ""
    lacking: float = 0
    share: float = 0
    on: dt.date | None = None


class Route(msgspec.Struct, frozen=True):
    """Steps that together lead to a requirement."""

    steps: tuple[Step, ...]

    @property
    def turn(self) -> Turn:
        """Whose turn it is first: the person's, else others', else time's, else the association's."""
        turns = {step.turn for step in self.steps}
        return next((turn for turn in _TURNS if turn in turns), "association")


_TURNS: tuple[Turn, ...] = ("yours", "others", "time")


def length(route: Route) -> tuple[int, float, dt.date, int]:
    """How long a route is, to be compared: see the head of this module."""
    left = sum(step.share for step in route.steps)
    day = max((step.on for step in route.steps if step.on), default=dt.date.min)
    rank = 2 if left else 1 if day > dt.date.min else 0
    return rank, left, day, len(route.steps)


def routes(assessment: Assessment, requirement: Requirement) -> tuple[Route, ...]:
    """The routes to a requirement, the shortest first; none where it is met."""
    if assessment.word(requirement) == "met":
        return ()
    found = list(dict.fromkeys(_found(assessment, requirement)))
    shortest = [route for route in found if not any(_within(other, route) for other in found)]
    return tuple(sorted(shortest, key=length)) or (Route((_to_do(assessment, requirement),)),)


def _found(assessment: Assessment, requirement: Requirement) -> Iterator[Route]:
    for way in ways_of(requirement.need):
        for trusting in (True, False):
            yield from _route(assessment, requirement, way, trusting=trusting)
    for way in ways_of(requirement.confirm):
        if _ruled_out(assessment, way):
            continue
        for route in _route(assessment, requirement, way, trusting=True):
            yield _of([*route.steps, _ask(requirement)])


def _ruled_out(assessment: Assessment, way: Need) -> bool:
    """Whether a choice that was made closes a looser way: what is told is as it is, such as the level that is held."""
    choices = {
        name: schema
        for name, schema in way.items()
        if name not in assessment.edition.facts and {"const", "enum"} & schema.keys()
    }
    return not Condition(choices).possible(assessment.readings(frozenset(choices))[1])


def _of(steps: Sequence[Step]) -> Route:
    """A route of `steps`, each once, what the association is to say last."""
    return Route(tuple(sorted(dict.fromkeys(steps), key=lambda step: step.turn == "association")))


def ways_of(need: Need | tuple[Need, ...] | None) -> tuple[Need, ...]:
    """The ways of a need, of which one is enough."""
    if need is None:
        return ()
    return (need,) if isinstance(need, dict) else need


def _within(shorter: Route, route: Route) -> bool:
    """Whether `route` takes all that `shorter` takes, and more."""
    return set(shorter.steps) < set(route.steps)


def _ask(requirement: Requirement) -> Step:
    return Step("association", requirement.ask or requirement.title)


def _route(assessment: Assessment, requirement: Requirement, way: Need, *, trusting: bool) -> list[Route]:
    """The route by one way, `trusting` that the association confirms what holds loosely; none where it is closed."""
    steps: list[Step] = []
    for name, schema in way.items():
        more = _steps(assessment, requirement, name, schema, trusting=trusting)
        if more is None:
            return []
        steps += more
    return [_of(steps)]


def _steps(
    assessment: Assessment, requirement: Requirement, name: str, schema: dict[str, Any], *, trusting: bool
) -> list[Step] | None:
    """What it takes that one fact holds; None where more of anything only leads away from it."""
    need = Condition({name: schema})
    strict, loose, _possible = assessment.readings(need.facts)
    if need.holds(strict):
        return []
    if trusting and need.holds(loose):
        return [_ask(requirement)]
    if {"maximum", "exclusiveMaximum"} & schema.keys() and name in strict:
        return None
    if (told := open_said(assessment, name, need)) is not None:
        return [Step("yours", told, name)]
    if (waited := _in_time(assessment, requirement, name, schema, trusting=trusting)) is not None:
        return waited
    return _each(assessment, requirement, name) or [_amount(assessment, requirement, name, schema)]


def _each(assessment: Assessment, requirement: Requirement, name: str) -> list[Step]:
    """The steps entry by entry, which together are the whole; none where the requirement is not told so."""
    found = entry_tasks(assessment, requirement, name)
    return [
        Step("others", task.text, name) if task.waiting else Step("yours", task.text, name, share=1 / len(found))
        for task in found
    ]


def _in_time(
    assessment: Assessment, requirement: Requirement, name: str, schema: dict[str, Any], *, trusting: bool
) -> list[Step] | None:
    """That the dates as told lead there, and what the association must confirm for it to; None where they do not."""
    need = Condition({name: schema})
    day = _day(assessment, name, need, trusting=trusting)
    if day is None:
        return None
    counted_from = begun_by(assessment, requirement, name, day)
    if any(word not in {"met", "confirm"} for _from, word in counted_from):
        return None
    sure = not trusting or day == _day(assessment, name, need, trusting=False)
    asks = [*([] if sure else [_ask(requirement)]), *(_ask(r) for r, word in counted_from if word == "confirm")]
    text = asked_said(assessment, name, schema, day, sure=not asks)
    turn: Turn = "time" if assessment.edition.facts[name].op == "months" else "yours"
    return [Step("association" if asks else turn, text, name, on=day), *asks]


def _day(assessment: Assessment, name: str, need: Condition, *, trusting: bool) -> dt.date | None:
    """The day on which the fact holds by time alone, on its strict or (`trusting`) its loose reading."""
    fact = assessment.edition.facts.get(name)
    if fact is None or not passes(fact):
        return None
    return first_day(assessment, need.facts, lambda later: need.holds(later.readings(need.facts)[int(trusting)]))


def _amount(assessment: Assessment, requirement: Requirement, name: str, schema: dict[str, Any]) -> Step:
    fact, least = assessment.edition.facts.get(name), schema.get("minimum")
    have = assessment.figure(name).strict or 0
    if least is None or isinstance(have, str) or (fact is None and have == 0):
        return _to_do(assessment, requirement, name)
    lacking = least - have
    turn, text = _turn(assessment, requirement), lacking_said(fact, requirement, lacking, least)
    return Step(turn, text, name, lacking, lacking / least if turn == "yours" else 0)


def _to_do(assessment: Assessment, requirement: Requirement, name: str = "") -> Step:
    """What is no amount: done, answered, or in other people's hands."""
    turn = _turn(assessment, requirement)
    if turn == "others":
        return Step(turn, requirement.title, name)
    unknown = bool(name) and assessment.figure(name).strict is None
    text = missing_said(requirement, unknown=unknown)
    return Step(turn, text, name, share=0 if unknown else 1)


def _turn(assessment: Assessment, requirement: Requirement) -> Turn:
    """Whether what is to do is in other people's hands already."""
    return "others" if waits_now(assessment, requirement) else "yours"
