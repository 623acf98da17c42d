"""The form of a flow: its names are told apart, and every answer has a place in the portfolio, of its own kind."""

from collections import Counter
from collections.abc import Iterable, Iterator

from intake.interview.flow import Flow, Question, Section
from intake.packs.checks.fault import At, Fault, fault, listed
from intake.packs.shape import fields, kinds
from intake.portfolio.records import LISTS
from intake.words import _


def sections(flow: Flow) -> Iterator[tuple[At, Section]]:
    """Each section of the file, with the keys that lead to it."""
    for n, stage in enumerate(flow.stages):
        for m, section in enumerate(stage.sections):
            yield ("stages", n, "sections", m), section


def questions(flow: Flow) -> Iterator[tuple[At, Section, Question]]:
    """Each question of the file, with the keys that lead to it and its section."""
    for at, section in sections(flow):
        for n, question in enumerate(section.questions):
            yield (*at, "questions", n), section, question


def told_apart(flow: Flow) -> bool:
    """Whether no two sections, and no two questions of a section, have one name, so that its paths can be followed."""
    names = [section.id for _at, section in sections(flow)]
    names += [f"{section.id}.{question.field}" for _at, section, question in questions(flow)]
    return len(names) == len(set(names))


def check_form(flow: Flow) -> Iterator[Fault]:
    """Every fault of a flow that can be seen without following its conditions."""
    yield from _stages(flow)
    yield from _ids(flow)
    yield from _names(flow)
    if not flow.finishing:  # which sections are of the portfolio is not known then
        yield fault("finish-unknown", ("finish",), name=flow.finish)
        return
    yield from _bindings(flow)
    for at, section, question in questions(flow):
        yield from _question(at, f"{section.id}.{question.field}", question, section, flow)


def _stages(flow: Flow) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for n, stage in enumerate(flow.stages):
        if first.setdefault(stage.id, n) != n:
            yield fault("stage-twice", ("stages", n, "id"), name=stage.id)


def _ids(flow: Flow) -> Iterator[Fault]:
    seen: set[str] = set()
    for at, section in sections(flow):
        if section.id in seen:
            yield fault("section-twice", (*at, "id"), name=section.id)
        seen.add(section.id)
        for n, field in enumerate(section.repeat.title if section.repeat else ()):
            if field not in section.by_field:
                yield fault("title-unknown", (*at, "repeat", "title", n), name=f"{section.id}.{field}")
        asked: set[str] = set()
        for n, question in enumerate(section.questions):
            if question.field in asked:
                where = (*at, "questions", n, "field")
                yield fault("question-twice", where, name=f"{section.id}.{question.field}")
            asked.add(question.field)


def _names(flow: Flow) -> Iterator[Fault]:
    owners = [((*at, "aliases"), s.id, s.aliases) for at, s in sections(flow)]
    yield from _shared("section-alias-twice", owners)
    for at, section in sections(flow):
        named = [
            ((*at, "questions", n), f"{section.id}.{q.field}", (q.label, *q.aliases))
            for n, q in enumerate(section.questions)
        ]
        yield from _shared("question-alias-twice", named)


def _shared(code: str, owners: Iterable[tuple[At, str, tuple[str, ...]]]) -> Iterator[Fault]:
    """Names that two owners have; an owner that stands twice shares nothing with itself."""
    first: dict[str, str] = {}
    for at, owner, names in owners:
        for name in dict.fromkeys(name.casefold() for name in names):
            if first.setdefault(name, owner) != owner:
                yield fault(code, at, value=repr(name), name=owner, other=first[name])


def _bindings(flow: Flow) -> Iterator[Fault]:
    """Every list is asked as one, and every field of the portfolio is asked for."""
    recorded = {s.id: (at, s) for at, s in sections(flow) if s.id not in flow.finishing}
    for name, (at, section) in recorded.items():
        if (section.repeat is not None) != (name in LISTS):
            kind = "asked once" if section.repeat is None else "a list"
            yield fault("repeat-wrong", at, name=name, kind=kind)
    for name, record in fields(flow.records).items():
        at, asked = (recorded[name][0], recorded[name][1].by_field) if name in recorded else ((), {})
        for field in sorted(record.keys() - asked.keys()):
            yield fault("field-not-asked", at, name=f"{name}.{field}")


def _question(at: At, name: str, question: Question, section: Section, flow: Flow) -> Iterator[Fault]:
    record = {} if section.id in flow.finishing else fields(flow.records).get(section.id, {})
    if section.id not in flow.finishing:
        if question.field not in record:
            yield fault("field-unknown", (*at, "field"), name=name)
        elif question.kind not in (fit := kinds(flow.records)[section.id][question.field]):
            yield fault("kind-wrong", (*at, "kind"), name=name, kind=question.kind, holds=listed(fit))
    allowed = record.get(question.field, frozenset())
    yield from _choices(at, name, question, allowed)
    if question.whole and not (question.kind == "span" and question.whole in allowed):
        whole = listed(allowed) if question.kind == "span" and allowed else _("none")
        yield fault("whole-wrong", (*at, "whole"), name=name, value=question.whole, allowed=whole)
    if question.least is not None and question.most is not None and question.least > question.most:
        yield fault("bounds-wrong", (*at, "least"), name=name)


def _choices(at: At, name: str, question: Question, allowed: frozenset[str]) -> Iterator[Fault]:
    if (question.kind in {"choice", "choices"}) != bool(question.choices):
        yield fault("choices-wrong", at, name=name)
    for n, choice in enumerate(question.choices):
        if allowed and choice.id not in allowed:
            yield fault("choice-unknown", (*at, "choices", n), name=name, value=choice.id, allowed=listed(allowed))
    for missing in sorted(allowed - {c.id for c in question.choices}) if question.choices else ():
        yield fault("choice-missing", (*at, "choices"), name=name, value=missing)
    words = Counter(n for c in question.choices for n in {a.casefold() for a in (c.id, c.label, *c.aliases)})
    for alias in (word for word, count in words.items() if count > 1):
        yield fault("alias-twice", (*at, "choices"), name=name, value=repr(alias))
