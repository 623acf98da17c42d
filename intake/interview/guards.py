"""Guards in plain words: when a section or a question is asked, said with the labels of questions and options."""

from collections.abc import Callable
from typing import Any

from intake.interview.flow import Flow, Question, Section
from intake.portfolio.conditions import Need
from intake.portfolio.said import plainly, said
from intake.words import _


def section_guard(flow: Flow, section: Section) -> str:
    """After which answers a section is asked, "only after …", "not after …", or both; empty where it always is."""
    told = [_("only after {what}").format(what=_answered(flow, section.when))] if section.when else []
    told += [_("not after {what}").format(what=_answered(flow, section.unless))] if section.unless else []
    return ", ".join(told)


def _answered(flow: Flow, need: Need) -> str:
    """The answers of a condition: an option speaks for itself, a yes needs its question."""
    return _(" and ").join(_answer(flow.question(name), name, schema) for name, schema in need.items())


def _answer(question: Question | None, name: str, schema: dict[str, Any]) -> str:
    if question and question.choices:
        return said(schema, _labels(question))
    if question and question.kind == "yes_no":
        return _("{value} to “{label}”").format(value=said(schema, plainly), label=question.label)
    return _fact(question, name, schema)


def question_guard(flow: Flow, section: Section, question: Question) -> str:
    """When a question of an asked section is asked; empty where it always is."""
    return _("only if {what}").format(what=need_said(flow, question.when, section)) if question.when else ""


def need_said(flow: Flow, need: Need, section: Section | None = None) -> str:
    """A condition in words; a fact without a section is a field of `section`."""
    return _(" and ").join(_fact(_question(flow, name, section), name, schema) for name, schema in need.items())


def _question(flow: Flow, name: str, section: Section | None) -> Question | None:
    return section.by_field.get(name) if section and "." not in name else flow.question(name)


def _fact(question: Question | None, name: str, schema: dict[str, Any]) -> str:
    label = question.label if question else name
    return _("{label} is {value}").format(label=label, value=said(schema, _labels(question)))


def _labels(question: Question | None) -> Callable[[Any], str]:
    labels = {choice.id: f"“{choice.label}”" for choice in question.choices} if question else {}
    return lambda value: labels.get(value, plainly(value)) if isinstance(value, str) else plainly(value)
