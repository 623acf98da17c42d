"""How the fields and choices of a portfolio are called. English: a summary reads the same on every machine."""

import re
from typing import Any

from intake.portfolio.edtf import PATTERN, spoken
from intake.portfolio.names import LEVELS, TRACKS, choice, field

__all__ = ["LEVELS", "TRACKS", "answer", "day", "field", "heading", "item", "number", "question", "section", "span"]

_SECTIONS = {
    "work": "Paid and unpaid work",
    "training": "In-service training",
    "supervision": "Reflective supervision",
    "ethics": "Code of Ethics",
    "exam": "Written exam",
    "target": "Applied for",
    "endorsement": "Endorsement held already",
    "moving": "Moving to another level",
}

_DATE = re.compile(PATTERN.replace("$", r"\Z"))


def heading(name: str) -> str:
    """What a field is called at the head of a row or a column."""
    label = field(name)
    return label[0].upper() + label[1:]


def section(name: str) -> str:
    """What a section is called, as a heading."""
    return _SECTIONS.get(name, name.replace("_", " ").capitalize())


def question(name: str) -> str:
    """What a question, named `section.field`, is about."""
    place, _, about = name.partition(".")
    return f"{section(place)}: {field(about)}" if about else section(place)


def item(name: str) -> str:
    """What an item, named `section-n`, is called."""
    place, _, number = name.rpartition("-")
    return f"{place.capitalize()} {number}"


def answer(name: str, value: Any) -> str:
    """The answer to the field `name` in words; empty where there is none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, list):
        return ", ".join(answer(name, entry) for entry in value) or "none"
    if isinstance(value, dict):
        return span(value)
    return _word(name, str(value))


def span(value: dict[str, Any]) -> str:
    """A time from a part date to another, or until now."""
    end = "now" if value["end"] == ".." else spoken(value["end"])
    return f"{spoken(value['start'])} to {end}"


def number(value: float) -> str:
    """A number without a fraction that says nothing."""
    return str(int(value)) if float(value).is_integer() else str(value)


#: Fields that hold one of several choices, and fields that hold a part date; all others hold the person's own words.
_CHOSEN = frozenset(
    {"virginia", "purpose", "level", "track", "registry", "credential", "transcript", "schedule", "ages", "role"}
    | {"supervised_span", "format", "relation", "status", "kind", "fee"}
)
_DATED = frozenset({"since", "ended", "awarded", "expires", "date", "year", "notified"})


def _word(name: str, value: str) -> str:
    if name in _CHOSEN:
        return choice(value)
    return day(value) if name in _DATED else value


def day(value: str) -> str:
    """A part date in words; anything else as it is."""
    return spoken(value) if _DATE.match(value) else value
