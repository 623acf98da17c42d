"""What the models of a portfolio or a rating allow: sections, fields, and the values of a field that is a choice."""

from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from intake.interview.flow import Flow, Question
from intake.portfolio.document import SINGLES
from intake.portfolio.models import Portfolio, Span
from intake.portfolio.rating import Rating
from intake.portfolio.records import LISTS, Edtf
from intake.understand.slots import Kind

#: Fields that the program fills itself.
_FILLED = {("ethics", "signature"), ("ethics", "lapsed")} | {(section, "id") for section in LISTS}


#: What is made of answers: the model, and its sections that hold answers.
_RECORDS: dict[str, tuple[type[BaseModel], tuple[str, ...]]] = {
    "portfolio": (Portfolio, (*SINGLES, *LISTS)),
    "rating": (Rating, ("rater", "knowing", "areas", "word")),
}


@cache
def fields(records: str = "portfolio") -> dict[str, dict[str, frozenset[str]]]:
    """Section → field → the values it may hold; empty where it is not a choice. `records` as a flow says it."""
    model, sections = _RECORDS[records]
    return {
        section: {
            name: frozenset(_choices(info.annotation))
            for name, info in _record(model.model_fields[section].annotation).model_fields.items()
            if (section, name) not in _FILLED
        }
        for section in sections
    }


@cache
def kinds(records: str = "portfolio") -> dict[str, dict[str, frozenset[Kind]]]:
    """Section → field → the kinds of question whose answers it holds."""
    model, sections = _RECORDS[records]
    return {
        section: {
            name: _kinds(info.annotation, bool(fields(records)[section].get(name)))
            for name, info in _record(model.model_fields[section].annotation).model_fields.items()
        }
        for section in sections
    }


def _kinds(annotation: Any, chosen: bool) -> frozenset[Kind]:
    """The kinds for a field of this type; `chosen` where it is one of some literals."""
    (kind, *_none) = get_args(annotation) or (annotation,)
    if Span in get_args(annotation):
        return frozenset({"span"})
    if chosen:
        return frozenset({"choices"} if get_origin(kind) is list else {"choice"})
    if kind is bool:
        return frozenset({"yes_no"})
    if kind == Edtf:
        return frozenset({"date"})
    if get_args(kind)[:1] == (float,):
        return frozenset({"number", "hours"})
    return frozenset({"text", "email", "phone"})


def has_room_for(flow: Flow) -> bool:
    """Whether every answer that `flow` records has a place; one to an older flow may have none."""
    return all(
        question.field in fields(flow.records).get(name, {})
        and _values_fit(fields(flow.records)[name][question.field], question)
        for name, section in flow.sections.items()
        if name not in flow.finishing
        for question in section.questions
    )


def _values_fit(allowed: frozenset[str], question: Question) -> bool:
    return not allowed or all(choice.id in allowed for choice in question.choices)


def _record(annotation: Any) -> type[BaseModel]:
    record: type[BaseModel] = get_args(annotation)[0] if get_origin(annotation) is list else annotation
    return record


def _choices(annotation: Any) -> list[str]:
    """All literals within an annotation."""
    return [value for part in get_args(annotation) for value in ([part] if isinstance(part, str) else _choices(part))]
