"""Whether a time lies in a year that may begin with one month or with another."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

from intake.portfolio.edtf import bounds
from intake.portfolio.months import ONGOING
from intake.rulebook.edition import Edition

Lies = Literal["inside", "doubtful", "outside"]
#: The values that `lies` has.
LIES: tuple[Lies, ...] = ("inside", "doubtful", "outside")


def lies(time: Any, named: str, begins: Sequence[int]) -> Lies:
    """How a date or a span lies to the year of the date `named`, which may begin with any of the months `begins`.

    A year that begins with another month than January began in the calendar year before. A span that goes on, and a
    part date that may be a day on either side, lie in no year for certain.
    """
    first, last = _reach(time)
    years = [year_of(named, month) for month in begins]
    if all(begin <= first and last <= end for begin, end in years):
        return "inside"
    return "outside" if all(last < begin or end < first for begin, end in years) else "doubtful"


@lru_cache(maxsize=64)
def year_of(named: str, month: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of the year `named` that begins with `month`."""
    year = bounds(named).earliest.year
    begin = dt.date(year if month == 1 else year - 1, month, 1)
    return begin, begin.replace(year=begin.year + 1) - dt.timedelta(days=1)


def plain_day(edition: Edition, section: str, known: Mapping[str, Any], today: dt.date) -> dt.date:
    """The last day up to `today` that lies for certain in the year by which entries of `section` count.

    `today` where they count by none, where the year is not told, or where none of its certain days has come.
    """
    tests = (test for fact in edition.facts.values() if fact.section == section for test in fact.where)
    years = [year_of(known[test.year], month) for test in tests if test.year in known for month in test.begins]
    day = min([today, *(end for _begin, end in years)])
    return day if all(begin <= day for begin, _end in years) else today


def year_ends(edition: Edition, known: Mapping[str, Any]) -> tuple[dt.date, ...]:
    """The last days that a year may have which is told among the answers `known` and by which an edition counts."""
    tests = [test for fact in edition.facts.values() for test in fact.where if test.year in known]
    return tuple(sorted({year_of(known[test.year], month)[1] for test in tests for month in test.begins}))


def _reach(time: Any) -> tuple[dt.date, dt.date]:
    """The first and the last day that a time may touch."""
    if isinstance(time, str):
        return bounds(time)
    end = time["end"]
    return bounds(time["start"]).earliest, dt.date.max if end == ONGOING else bounds(end).latest
