"""Everything in a pack that a transcript can go through, and what none can, with the proof."""

from collections.abc import Iterator
from itertools import chain, combinations
from typing import Any, Literal, NamedTuple, get_args

from intake.interview.flow import Flow, Question, Section
from intake.interview.guards import need_said, question_guard
from intake.interview.standing import MORE
from intake.packs.load import Pack
from intake.portfolio.said import plainly
from intake.rulebook.edition import Edition, Requirement
from intake.rulebook.reach import Case, Reach, reach
from intake.rulebook.verdicts import WORDS, Word
from intake.words import _

Kind = Literal["question", "option", "guard", "verdict", "standing"]


class Target(NamedTuple):
    """Something to go through; its name is as `work.role`, `work.role=direct`, `exam when true`, `ifs.work met`."""

    kind: Kind
    name: str


class Impossible(NamedTuple):
    """A verdict that a requirement never gives, in so many cases of these facts."""

    requirement: str
    word: Word
    cases: int
    facts: tuple[str, ...]


class Aims(NamedTuple):
    """All targets, each with what it is in words, and the verdicts that need no transcript as nothing leads there."""

    targets: dict[Target, str]
    impossible: tuple[Impossible, ...]


def aims(pack: Pack) -> Aims:
    """What transcripts of `pack` are to go through."""
    answers = values(pack.flow)
    reached = {r.id: reach(pack.edition, r, answers) for r in pack.edition.requirements}
    targets = dict(
        chain(
            _questions(pack.flow),
            _options(pack.flow),
            _guards(pack.flow),
            *(_verdicts(r, reached[r.id]) for r in pack.edition.requirements),
            ((Target("standing", q.id), q.ask) for q in pack.edition.questions),
        )
    )
    return Aims(targets, tuple(_impossible(pack.edition, reached)))


def values(flow: Flow) -> dict[str, list[Any]]:
    """Each answer that is given once, with all its values where they can be counted."""
    questions = {f"{s.id}.{q.field}": q for s in flow.sections.values() if not s.repeat for q in s.questions}
    return {name: _values(question) for name, question in questions.items()}


def _values(question: Question) -> list[Any]:
    options = [choice.id for choice in question.choices]
    if question.kind == "choices":
        return [list(some) for n in range(len(options) + 1) for some in combinations(options, n)]
    return [True, False] if question.kind == "yes_no" else options


def gates(flow: Flow) -> list[Section]:
    """The sections that are lists."""
    return [section for section in flow.sections.values() if section.repeat]


def _questions(flow: Flow) -> Iterator[tuple[Target, str]]:
    for section in flow.sections.values():
        for question in section.questions:
            yield Target("question", f"{section.id}.{question.field}"), question.ask
        if section.repeat:
            yield Target("question", f"{section.id}.{MORE}"), section.repeat.more


def _options(flow: Flow) -> Iterator[tuple[Target, str]]:
    for section in flow.sections.values():
        for question in section.questions:
            labels = {choice.id: choice.label for choice in question.choices}
            if question.kind == "yes_no":
                labels = {"yes": plainly(True), "no": plainly(False)}
            for option, label in labels.items():
                yield Target("option", f"{section.id}.{question.field}={option}"), label
        if section.repeat:
            yield Target("option", f"{section.id}.{MORE}=yes"), _("there is one")
            yield Target("option", f"{section.id}.{MORE}=no"), _("there is no more")


def _guards(flow: Flow) -> Iterator[tuple[Target, str]]:
    for section in flow.sections.values():
        for name, need in (("when", section.when), ("unless", section.unless)):
            if need:
                yield from _both(f"{section.id} {name}", need_said(flow, need))
        for question in section.questions:
            if question.when:
                yield from _both(f"{section.id}.{question.field} when", question_guard(flow, section, question))


def _both(name: str, said: str) -> Iterator[tuple[Target, str]]:
    yield Target("guard", f"{name} true"), said
    yield Target("guard", f"{name} false"), _("not so: {what}").format(what=said)


def _verdicts(requirement: Requirement, reached: Reach) -> Iterator[tuple[Target, str]]:
    for word in reached.words if reached.decided else get_args(Word):
        case = reached.words.get(word)
        where = _(", for instance where {case}").format(case=_case(case)) if case else ""
        yield Target("verdict", f"{requirement.id} {word}"), f"{requirement.title}: {WORDS[word]}{where}"


def _case(case: Case) -> str:
    return "; ".join(f"{name}: {_reading(strict, loose, possible)}" for name, strict, loose, possible in case)


def _reading(strict: Any, loose: Any, possible: Any) -> str:
    told = [_("not known") if value is None else plainly(value) for value in (strict, loose, possible)]
    if possible is None and strict is not None:
        told[2] = _("without bound")
    names = (_("strictly {value}"), _("loosely {value}"), _("possibly {value}"))
    same = len(set(told)) == 1
    return told[0] if same else ", ".join(n.format(value=v) for n, v in zip(names, told, strict=True))


def _impossible(edition: Edition, reached: dict[str, Reach]) -> Iterator[Impossible]:
    for requirement in edition.requirements:
        tried = reached[requirement.id]
        for word in get_args(Word) if tried.decided else ():
            if word not in tried.words:
                yield Impossible(requirement.id, word, tried.cases, tried.facts)
