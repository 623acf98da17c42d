"""Whether a value that was given as an answer is one that a question can have."""

from collections.abc import Callable
from typing import Any

from intake.interview.flow import Question
from intake.portfolio.edtf import bounds
from intake.portfolio.months import ONGOING


def fits(question: Question, value: Any) -> bool:
    """Whether `value` is of the kind that `question` asks for, and among its choices.

    Bounds are not looked at: a number that was read under other bounds is still what the person said.
    """
    return _FITS.get(question.kind, _is_text)(question, value)


def _is_text(_question: Question, value: Any) -> bool:
    return isinstance(value, str)


def _is_yes_no(_question: Question, value: Any) -> bool:
    return isinstance(value, bool)


def _is_number(_question: Question, value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_date(_question: Question, value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(bounds(value))
    except ValueError:
        return False


def _is_span(question: Question, value: Any) -> bool:
    if not isinstance(value, dict):
        return bool(question.whole) and value == question.whole
    ended = value.get("end") == ONGOING or _is_date(question, value.get("end"))
    return value.keys() == {"start", "end"} and _is_date(question, value["start"]) and ended


def _is_choice(question: Question, value: Any) -> bool:
    return value in [choice.id for choice in question.choices]


def _is_choices(question: Question, value: Any) -> bool:
    return isinstance(value, list) and all(_is_choice(question, one) for one in value)


#: What each kind of question takes; any other takes text.
_FITS: dict[str, Callable[[Question, Any], bool]] = {
    "yes_no": _is_yes_no,
    "number": _is_number,
    "hours": _is_number,
    "date": _is_date,
    "span": _is_span,
    "choice": _is_choice,
    "choices": _is_choices,
}
