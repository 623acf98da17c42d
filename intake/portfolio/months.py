"""Months of work from date spans: overlaps merged, nothing counted twice, part dates read strictly or loosely.

A period is half-open, `[start, end)`: a job "until 30 June" ends on 1 July, one still going on ends on the as-of date.
Months are calendar months from a period's own first day; what is left over is days, a thirty-first of a month each, so
that no number of left-over days makes a month before the calendar does.
"""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from intake.portfolio.edtf import bounds

#: What `Span.end` holds when the work still goes on.
ONGOING = ".."
ONE_DAY = dt.timedelta(days=1)


class Period(NamedTuple):
    """A half-open stretch of days, `start <= day < end`."""

    start: dt.date
    end: dt.date


def strict_period(start: str, end: str, as_of: dt.date) -> Period:
    """The shortest reading of a span of part dates up to `as_of`; it may be empty."""
    last = as_of if end == ONGOING else min(bounds(end).earliest + ONE_DAY, as_of)
    return _period(bounds(start).latest, last)


def loose_period(start: str, end: str, as_of: dt.date) -> Period:
    """The longest reading of a span of part dates up to `as_of`; it may be empty."""
    last = as_of if end == ONGOING else min(bounds(end).latest + ONE_DAY, as_of)
    return _period(bounds(start).earliest, last)


def _period(start: dt.date, end: dt.date) -> Period:
    return Period(start, max(start, end))


def clip(period: Period, start: dt.date | None = None, end: dt.date | None = None) -> Period:
    """The part of `period` between `start` and `end`; it may be empty."""
    if (start is None or start <= period.start) and (end is None or period.end <= end):
        return period
    first = max(period.start, start) if start else period.start
    return _period(first, min(period.end, end) if end else period.end)


def merge(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The same days as sorted periods that neither overlap nor touch; empty ones are left out."""
    merged: list[Period] = []
    last = dt.date.min
    for period in sorted([p for p in periods if p.start < p.end]):
        if not merged or period.start > last:
            merged.append(period)
            last = period.end
        elif period.end > last:
            last = period.end
            merged[-1] = Period(merged[-1].start, last)
    return tuple(merged)


def without(periods: Iterable[Period], others: Iterable[Period]) -> tuple[Period, ...]:
    """The days of `periods` that are in none of `others`, as sorted periods apart from each other."""
    left: list[Period] = []
    holes = merge(others)
    at = 0
    for start, end in merge(periods):
        while at < len(holes) and holes[at].end <= start:
            at += 1
        for hole in holes[at:]:
            if hole.start >= end:
                break
            left.append(Period(start, max(start, hole.start)))
            start = min(hole.end, end)  # noqa: PLW2901 - what is left begins behind the hole
        left.append(Period(start, end))
    return tuple(period for period in left if period.start < period.end)


def shared(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The days that are in two of `periods` or more, merged."""
    found: list[Period] = []
    last = dt.date.min
    for period in sorted(p for p in periods if p.start < p.end):
        if period.start < last:
            found.append(Period(period.start, min(last, period.end)))
        last = max(last, period.end)
    return merge(found)


def months_between(start: dt.date, end: dt.date) -> Fraction:
    """Calendar months from `start` to `end`, with left-over days as thirty-firsts. Never negative."""
    if end <= start:
        return Fraction(0)
    whole = (end.year - start.year) * 12 + end.month - start.month
    if _add_months(start, whole) > end:
        whole -= 1
    return whole + Fraction((end - _add_months(start, whole)).days, 31)


def _add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month `months` later, or the first of the next where that month is too short."""
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    try:
        return dt.date(year, month, day.day)
    except ValueError:
        return dt.date(year + month // 12, month % 12 + 1, 1)


def total_months(periods: Iterable[Period]) -> Fraction:
    """Months in all of `periods` together, each day counted once."""
    return sum((months_between(p.start, p.end) for p in merge(periods)), Fraction(0))
