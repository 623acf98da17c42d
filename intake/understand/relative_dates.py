"""Dates told from today: "yesterday", "last December", "this past Wednesday", "two years ago", "a year ago today"."""

import datetime as dt
import re

from intake.portfolio.edtf import last_day
from intake.understand.calendar_parts import MONTHS_IN_YEAR, months_from, nearest, reading, written
from intake.understand.calendar_words import Tokens
from intake.understand.lengths import length
from intake.understand.slots import Again, Reading
from intake.understand.words import Said

#: Lengths of time beyond a long life are no date.
_FARTHEST_DAYS, _FARTHEST_MONTHS = 40_000, 1_300
_AGO = re.compile(r"(.+) ago( today)?")


def relative(found: Tokens, hedged: bool, today: dt.date) -> Reading | Again | None:
    """The reading of tokens that begin with last, this or next, or are a day's distance; None for any others."""
    if found.codes == "t":
        return reading(_day(today, found.values[0]), hedged=hedged)
    if found.codes == "rw":
        return reading(_day(today, _to_weekday(found, today)), hedged=hedged, guessed=True)
    if found.codes in ("rm", "rs"):
        return reading(_stepped(found, today), hedged=hedged, guessed=True)
    return None


def ago(said: Said, today: dt.date) -> Reading | Again | None:
    """The reading of "... ago", hedged since people round such lengths, but for "a year ago today"; else None."""
    match = _AGO.fullmatch(said.text)
    back = length(match[1]) if match else None
    if match is None or back is None or back.upto:
        return None
    months, days = round(back.length.months), round(back.length.weeks * 7 + back.length.days)
    if bool(months) == bool(days) or days > _FARTHEST_DAYS or months > _FARTHEST_MONTHS:
        return None
    if days:
        return reading(_day(today, -days), hedged=True)
    year, month = months_from(today, -months)
    if match[2]:
        return reading(written(year, month, min(today.day, last_day(year, month).day)), hedged=said.hedged)
    return reading(written(year, month if months % MONTHS_IN_YEAR else None), hedged=True)


def _day(today: dt.date, distance: int) -> str:
    return (today + dt.timedelta(days=distance)).isoformat()


def _to_weekday(found: Tokens, today: dt.date) -> int:
    """Days to the weekday before today ("last") or after it, one week at most."""
    step, weekday = found.values
    return -((today.weekday() - weekday) % 7 or 7) if step < 0 else (weekday - today.weekday()) % 7 or 7


def _stepped(found: Tokens, today: dt.date) -> str:
    """A month or season of this year, the last one that is over, or the next one to begin."""
    step, small = found.values
    if step == 0:
        return written(today.year, small)
    if step < 0:
        return nearest(small, None, today.year, -1, lambda span: span.latest < today)
    return nearest(small, None, today.year, 1, lambda span: span.earliest > today)
