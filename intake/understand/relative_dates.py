"""Dates told from today: "yesterday", "last December", "this past Wednesday", "Friday", "the 15th"."""

import datetime as dt
from collections.abc import Callable

from intake.understand.calendar_parts import Tense, in_month, in_year, months_from, nearest, reading, written
from intake.understand.calendar_words import DAY_NAMES, Tokens
from intake.understand.holidays import COUNTED, nth_weekday
from intake.understand.slots import Again, Reading
from intake.understand.words import capital

_MONTHS_SEARCHED = 60
DAYS_IN_WEEK = 7

_Values = tuple[int, ...]


def relative(found: Tokens, hedged: bool, tense: Tense, today: dt.date) -> Reading | Again | None:
    """The reading of tokens that count from today without a year; None for any others."""
    if found.codes == "rw" and found.values[0] == 1 and today.weekday() < found.values[1]:
        name = capital(DAY_NAMES[found.values[1]])
        return Again(f"People mean two days by \u201cnext {name}\u201d. Please give its date.")
    day = from_now(found, tense, today)
    return reading(day, hedged=hedged, guessed=found.codes != "t" or found.repaired) if day else None


def from_now(found: Tokens, tense: Tense, today: dt.date) -> str | None:
    """EDTF of tokens that count from today without a year; None for any others."""
    make = _FORMS.get(found.codes)
    return make(found.values, tense, today) if make else None


def _day(values: _Values, _tense: Tense, today: dt.date) -> str:
    return (today + dt.timedelta(days=values[0])).isoformat()


def _near(values: _Values, tense: Tense, today: dt.date) -> str:
    """The weekday before today, or after it where the question looks ahead: one week off at most."""
    return _to_weekday((1 if tense == "future" else -1, *values), tense, today)


def _to_weekday(values: _Values, _tense: Tense, today: dt.date) -> str:
    step, weekday = values
    ahead = (weekday - today.weekday()) % DAYS_IN_WEEK or DAYS_IN_WEEK
    back = (today.weekday() - weekday) % DAYS_IN_WEEK or DAYS_IN_WEEK
    return (today + dt.timedelta(days=-back if step < 0 else ahead)).isoformat()


def _of_week(values: _Values, _tense: Tense, today: dt.date) -> str:
    """A weekday of a week that begins on a Monday, so many weeks from this one."""
    weeks, weekday = values
    return (today + dt.timedelta(days=weeks * DAYS_IN_WEEK + weekday - today.weekday())).isoformat()


def _day_of_month(values: _Values, tense: Tense, today: dt.date) -> str:
    """The nearest such day of a month, of that weekday if one is said first."""
    *weekday, day = values
    for step in range(_MONTHS_SEARCHED):
        year, month = months_from(today, step if tense == "future" else -step)
        found = in_month(year, month, day)
        in_time = found >= today if tense == "future" else found <= today
        if found.day == day and in_time and weekday in ([], [found.weekday()]):
            return found.isoformat()
    return written(today.year, today.month, day)


def _of_this_month(values: _Values, _tense: Tense, today: dt.date) -> str | None:
    nth, weekday = values
    return nth_weekday(today.year, today.month, weekday, nth).isoformat() if nth in COUNTED else None


def _stepped(values: _Values, role: str, today: dt.date) -> str:
    """A month, season or holiday of this year, the last one that is over, or the next one to begin."""
    step, parts = values[0], dict(zip(role, values[1:], strict=True))
    if step == 0:
        return in_year(parts, today.year)
    if step < 0:
        return nearest(parts, today.year, -1, lambda span: span.latest < today)
    return nearest(parts, today.year, 1, lambda span: span.earliest > today)


def _steps(role: str) -> Callable[[_Values, Tense, dt.date], str]:
    return lambda values, _tense, today: _stepped(values, role, today)


_FORMS: dict[str, Callable[[_Values, Tense, dt.date], str | None]] = {
    "t": _day,
    "w": _near,
    "rw": _to_weekday,
    "vw": _of_week,
    "wv": lambda values, tense, today: _of_week(values[::-1], tense, today),
    "o": _day_of_month,
    "wo": _day_of_month,
    "ow": _of_this_month,
    "wd": _day_of_month,
    "rm": _steps("m"),
    "rs": _steps("s"),
    "rh": _steps("h"),
    "rmd": _steps("md"),
    "rmo": _steps("md"),
}


def week(values: _Values, today: dt.date) -> tuple[str, str]:
    """The Monday and the Sunday of the week so many weeks from this one."""
    return _of_week((values[0], 0), "past", today), _of_week((values[0], 6), "past", today)
