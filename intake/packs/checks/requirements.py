"""The requirements of an edition, each by itself: its names lead somewhere, and its numbers stand in its quotation."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from intake.interview.flow import Flow
from intake.packs.checks.conditions import value_faults
from intake.packs.checks.domain import BOOL, TRUE, Domain, of_fact, of_question
from intake.packs.checks.fault import At, Fault, fault, listed
from intake.packs.checks.figures import check_figures
from intake.packs.shape import fields
from intake.portfolio.conditions import Need, Ways, ways
from intake.portfolio.records import LISTS
from intake.rulebook.edition import Each, Edition, Requirement

#: What a fact or an answer may be, by its name; None where there is neither.
Domains = Callable[[str], Domain | None]
#: Groups whose requirements are of a level each.
_OF_LEVELS = frozenset({"level", "exam"})


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
    yield from _twice("level-twice", "levels", [level.id for level in edition.levels])
    yield from _twice("level-twice", "levels", [level.number for level in edition.levels], "number")
    yield from _levels(edition, flow)
    yield from _required(edition)
    for n, question in enumerate(edition.questions):
        if question.source:
            yield from _source(("questions", n, "source"), question.id, question.source, edition)
    for n, outcome in enumerate(edition.outcomes):
        yield from _source(("outcomes", n, "cite", "source"), outcome.id, outcome.cite.source, edition)
        for k, told in enumerate(outcome.told):
            yield from _source(("outcomes", n, "told", k, "cite", "source"), outcome.id, told.cite.source, edition)
    for name in edition.answers:
        if name in edition.facts or domain(name) is None:
            yield fault("answer-unknown", ("answers", name), name=name)
    for at, name, stated in _conditions(edition):
        if stated == ():
            yield fault("ways-empty", at, name=name, value=at[-1])
        for each in _each(at, name, stated):
            yield from _stands(each, edition, domain)


def _required(edition: Edition) -> Iterator[Fault]:
    levels = {level.id: level.tracks for level in edition.levels}
    for n, requirement in enumerate(edition.requirements):
        at = ("requirements", n)
        yield from _place(at, requirement, edition, levels)
        yield from check_figures(at, requirement, edition)
        if requirement.need is None and requirement.confirm is None:
            yield fault("requirement-empty", at, name=requirement.id)
        for k, each in enumerate(requirement.each):
            yield from _entries((*at, "each", k), requirement.id, each, edition)


def _entries(at: At, name: str, each: Each, edition: Edition) -> Iterator[Fault]:
    """What is told entry by entry stands on facts of the edition, and on a field of their entries."""
    unknown = [key for key in ("of", "on_the_way") if getattr(each, key) not in edition.facts]
    yield from (fault("fact-unknown", (*at, key), name=name, value=getattr(each, key)) for key in unknown)
    if each.of in edition.facts and each.says not in fields().get(section := edition.facts[each.of].section, {}):
        yield fault("fact-field-unknown", (*at, "says"), name=name, value=f"{section}.{each.says}")


def _stands(stated: Stated, edition: Edition, domain: Domains) -> Iterator[Fault]:
    """What a need names that it cannot stand on, and the values that never occur there."""
    for fact, schema in stated.need.items():
        kinds = domain(fact)
        if fact in edition.facts and {"applies", "unless"} & set(stated.at):
            yield fault("scope-unknown", (*stated.at, fact), name=stated.name, value=fact)
        elif kinds is None:
            yield fault("fact-unknown", (*stated.at, fact), name=stated.name, value=fact)
        else:
            yield from value_faults((*stated.at, fact), fact, kinds, schema)


def _twice(code: str, key: str, names: list[str], called: str = "id") -> Iterator[Fault]:
    first: dict[str, int] = {}
    for n, name in enumerate(names):
        if first.setdefault(name, n) != n:
            yield fault(code, (key, n, called), name=name)


def _conditions(edition: Edition) -> Iterator[tuple[At, str, Ways | None]]:
    """Every condition as it stands in the file, where, and whose it is."""
    for n, requirement in enumerate(edition.requirements):
        for key in ("need", "confirm", "applies", "unless", "waiting"):
            yield ("requirements", n, key), requirement.id, getattr(requirement, key)
    for n, question in enumerate(edition.questions):
        yield ("questions", n, "when"), question.id, question.when
    for n, outcome in enumerate(edition.outcomes):
        yield from ((("outcomes", n, "told", k, "when"), outcome.id, t.when) for k, t in enumerate(outcome.told))


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
    if (requirement.group in _OF_LEVELS) != bool(level):
        code = "level-spare" if level else "level-missing"
        yield fault(code, (*at, "level" if level else "group"), name=name, group=requirement.group)
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
