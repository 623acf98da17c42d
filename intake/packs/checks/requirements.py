"""The requirements of an edition, each by itself: its names lead somewhere, and its numbers stand in its quotation."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from intake.interview.flow import Flow
from intake.packs.checks.conditions import value_faults
from intake.packs.checks.domain import BOOL, TRUE, Domain, of_fact, of_question
from intake.packs.checks.fault import At, Fault, fault, listed
from intake.portfolio.conditions import Need, Ways, ways, within
from intake.portfolio.models import LISTS
from intake.rulebook.edition import Edition, Requirement

#: What a fact or an answer may be, by its name; None where there is neither.
Domains = Callable[[str], Domain | None]
_LIMITS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")


class Stated(NamedTuple):
    """A need as it stands in the file: the keys that lead to it, and whose it is."""

    at: At
    name: str
    need: Need


def domains(edition: Edition, flow: Flow) -> Domains:
    """What there is to stand on: the edition's facts, answers given once, and what the program knows by itself."""
    answers = {f"{s.id}.{q.field}": q for s in flow.sections.values() if s.repeat is None for q in s.questions}
    known = {f"{name}.finished": TRUE for name in LISTS} | {"ethics.signed": BOOL}
    known |= {name: of_question(question) for name, question in answers.items()}
    known |= {name: of_fact(fact) for name, fact in edition.facts.items()}
    return known.get


def check_requirements(edition: Edition, flow: Flow) -> Iterator[Fault]:
    """Every fault of requirements, levels and questions for the association that can be seen one by one."""
    domain = domains(edition, flow)
    yield from _twice("requirement-twice", "requirements", [requirement.id for requirement in edition.requirements])
    yield from _twice("asks-twice", "questions", [question.id for question in edition.questions])
    yield from _levels(edition, flow)
    levels = {level.id: level.tracks for level in edition.levels}
    for n, requirement in enumerate(edition.requirements):
        at = ("requirements", n)
        yield from _place(at, requirement, edition, levels)
        yield from _figures(at, requirement)
        if requirement.need is None and requirement.confirm is None:
            yield fault("requirement-empty", at, name=requirement.id)
    for n, question in enumerate(edition.questions):
        if question.source:
            yield from _source(("questions", n, "source"), question.id, question.source, edition)
    for stated in _stated(edition):
        for fact, schema in stated.need.items():
            kinds = domain(fact)
            if fact in edition.facts and {"applies", "unless"} & set(stated.at):
                yield fault("scope-unknown", (*stated.at, fact), name=stated.name, value=fact)
            elif kinds is None:
                yield fault("fact-unknown", (*stated.at, fact), name=stated.name, value=fact)
            else:
                yield from value_faults((*stated.at, fact), fact, kinds, schema)


def _twice(code: str, key: str, names: list[str]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for n, name in enumerate(names):
        if first.setdefault(name, n) != n:
            yield fault(code, (key, n, "id"), name=name)


def _stated(edition: Edition) -> Iterator[Stated]:
    for n, requirement in enumerate(edition.requirements):
        for key in ("need", "confirm", "applies", "unless", "waiting"):
            yield from _each(("requirements", n, key), requirement.id, getattr(requirement, key))
    for n, question in enumerate(edition.questions):
        yield from _each(("questions", n, "when"), question.id, question.when)


def _each(at: At, name: str, stated: Ways | None) -> Iterator[Stated]:
    for n, need in enumerate(ways(stated)):
        yield Stated(at if isinstance(stated, dict) else (*at, n), name, need)


def _levels(edition: Edition, flow: Flow) -> Iterator[Fault]:
    """Every level and track is asked for something, and can be aimed at."""
    aimed = flow.question("target.level")
    offered = {choice.id for choice in aimed.choices} if aimed else set()
    for n, level in enumerate(edition.levels):
        asked = {r.track for r in edition.requirements if r.level == level.id}
        if not asked:
            yield fault("level-empty", ("levels", n), name=level.id)
        for track in level.tracks.keys() - asked if asked else ():
            yield fault("track-empty", ("levels", n, "tracks", track), name=f"{level.id}.{track}")
        if offered and level.id not in offered:
            yield fault("level-not-offered", ("levels", n), name=level.id, allowed=listed(offered))


def _place(
    at: At, requirement: Requirement, edition: Edition, levels: Mapping[str, Mapping[str, str]]
) -> Iterator[Fault]:
    """The level, track and source that a requirement names."""
    name, level, track = requirement.id, requirement.level, requirement.track
    if level and level not in levels:
        yield fault("level-unknown", (*at, "level"), name=name, value=level, allowed=listed(levels))
    elif track and track not in levels.get(level, {}):
        yield fault("track-unknown", (*at, "track"), name=name, value=track)
    for n, cite in enumerate(requirement.citations):
        where = (*at, "also", n - 1, "source") if n else (*at, "cite", "source")
        yield from _source(where, name, cite.source, edition)


def _source(at: At, name: str, source: str, edition: Edition) -> Iterator[Fault]:
    if source not in edition.sources:
        yield fault("source-unknown", at, name=name, value=source, allowed=listed(edition.sources))


def _figures(at: At, requirement: Requirement) -> Iterator[Fault]:
    """A number in a rule stands in its quotation; one is no number here, it means "there is any"."""
    needed, confirmed = _limits(requirement.need), _limits(requirement.confirm)
    for limit in sorted(needed):
        words = requirement.figures.get(limit)
        if words is None:
            yield fault("figure-missing", (*at, "need"), name=requirement.id, value=f"{limit:g}")
        elif not any(words in cite.quote for cite in requirement.citations):
            yield fault("figure-not-quoted", (*at, "figures"), name=requirement.id, value=repr(words))
    for limit in sorted(requirement.figures.keys() - needed - confirmed):
        yield fault("figure-unused", (*at, "figures"), name=requirement.id, value=f"{limit:g}")


def _limits(need: Ways | None) -> set[float]:
    """The thresholds above one that a need compares with."""
    schemas = [schema for way in ways(need) for schema in way.values()]
    found: set[float] = set()
    while schemas:
        schema = schemas.pop()
        found |= {schema[word] for word in _LIMITS if word in schema and schema[word] > 1}
        schemas += within(schema)
    return found
