"""The paths through a flow: every question comes up on one of them, and every one of them ends in the last stage."""

from collections.abc import Iterator, Sequence
from typing import Any

from intake.interview.flow import Flow, Question, Section
from intake.packs.checks.conditions import guards
from intake.packs.checks.domain import BOOL, TRUE, dated, of_question
from intake.packs.checks.explore import LIMITS, Clause, Event, Explored, clauses, escape
from intake.packs.checks.fault import Fault, fault, listed
from intake.packs.checks.form import questions, sections
from intake.portfolio.conditions import Need

#: The question at which a bundle is written, by the name that the conversation knows it by.
EXPORT = "export.write"
SIGNED = "ethics.signed"


def events(flow: Flow) -> list[Event]:
    """What comes up in the interview, in its order: sections, questions, lists called complete, and the signature."""
    sound = {name: (clauses(*when), clauses(*unless)) for name, (when, unless) in _sound(flow).items()}
    found: dict[str, Event] = {}
    for _at, section in sections(flow):
        when, unless = sound[section.id]
        found[section.id] = Event(section.id, when, unless)
        for question in section.questions:
            found |= _asked(section, question, sound)
        if section.repeat:
            done = Event(f"{section.id}.finished", when, unless, TRUE)
            found[done.name] = done
        if section.id == "sign":
            found[SIGNED] = Event(SIGNED, when, unless, BOOL)
    return list(found.values())


def _asked(
    section: Section, question: Question, sound: dict[str, tuple[tuple[Clause, ...], tuple[Clause, ...]]]
) -> dict[str, Event]:
    """A question; of a date or a span also whether it has come, which a rule may ask."""
    name = f"{section.id}.{question.field}"
    (when, unless), (own, _none) = sound[section.id], sound[name]
    asked = {name: Event(name, (*when, *own), unless, of_question(question))}
    if dated(question):
        past = f"{name}:past"
        asked[past] = Event(past, (*when, *own), unless, BOOL)
    return asked


def _sound(flow: Flow) -> dict[str, tuple[tuple[Need, ...], tuple[Need, ...]]]:
    """The sound conditions of each section and question: those that must hold, and those that must not."""
    found: dict[str, tuple[tuple[Need, ...], tuple[Need, ...]]] = {}
    for guard in guards(flow):
        when, unless = found.get(guard.name, ((), ()))
        sound = guard.sound()
        if guard.at[-1] == "unless":
            whole = bool(sound) and len(sound) == len(guard.need)  # with a part left out it would hold too often
            found[guard.name] = (when, (*unless, sound) if whole else unless)
        else:
            found[guard.name] = ((*when, sound) if sound else when, unless)
    return found


def check_paths(flow: Flow, every: Sequence[Event], explored: Explored) -> Iterator[Fault]:
    """Every fault of the paths through a flow, whose events are `every`."""
    away: set[str] = set()
    for at, section in sections(flow):
        if section.id not in explored.reached:
            away.add(section.id)
            yield _unreached("section-unreachable", at, section.id, [section.when, section.unless], explored)
    for at, section, question in questions(flow):
        name = f"{section.id}.{question.field}"
        if name not in explored.reached and section.id not in away:
            yield _unreached("question-unreachable", at, name, [section.when, section.unless, question.when], explored)
    yield from _ends(flow, every)


def _unreached(code: str, at: Any, name: str, needs: list[Need], explored: Explored) -> Fault:
    if name in explored.undecided:
        return fault("unproven", at, name=name, bound=LIMITS)
    return fault(code, at, name=name, guards=listed({fact for need in needs for fact in need}))


def _ends(flow: Flow, every: Sequence[Event]) -> Iterator[Fault]:
    """Every path through the interview comes by the finishing stage, and one of them by the bundle."""
    last = next(((("stages", n), s) for n, s in enumerate(flow.stages) if s.id == flow.finish), None)
    if last is None:
        return
    at, stage = last
    aims = frozenset(f"{section.id}.{q.field}" for section in stage.sections for q in section.questions)
    if EXPORT not in aims:
        yield fault("export-missing", at, name=stage.id)
    try:
        path = escape(every, aims)
    except OverflowError:
        yield fault("unproven", at, name=stage.id, bound=LIMITS)
        return
    if path is not None:
        yield fault("dead-end", at, path="; ".join(path) or "any answers", name=stage.id)
