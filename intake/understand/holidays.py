"""Holidays by the names people give them in the United States, and the day of each in a year."""

import datetime as dt
from collections.abc import Callable

from intake.portfolio.edtf import last_day
from intake.understand.words import phrases

#: Which weekdays of a month `nth_weekday` can give.
COUNTED = frozenset({-1, 1, 2, 3, 4})
_Rule = Callable[[int], dt.date]


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The first to fourth (`nth` 1 to 4) or the last (-1) `weekday` (Monday 0) of a month."""
    if nth < 0:
        last = last_day(year, month)
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _easter(year: int) -> dt.date:
    """Easter Sunday by the anonymous Gregorian computus (Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    moon = (century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 19 * golden + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def _fixed(month: int, day: int) -> _Rule:
    return lambda year: dt.date(year, month, day)


def _nth(month: int, weekday: int, nth: int, later: int = 0) -> _Rule:
    return lambda year: nth_weekday(year, month, weekday, nth) + dt.timedelta(days=later)


def _from_easter(days: int) -> _Rule:
    return lambda year: _easter(year) + dt.timedelta(days=days)


_RULES: tuple[tuple[str, _Rule], ...] = (
    ("new years day|new year day|new years|new year", _fixed(1, 1)),
    ("martin luther king day|martin luther king jr day|mlk day|mlk", _nth(1, 0, 3)),
    ("groundhog day", _fixed(2, 2)),
    ("valentines day|valentine day|valentines", _fixed(2, 14)),
    ("presidents day|president day", _nth(2, 0, 3)),
    ("saint patricks day|st patricks day|st . patricks day", _fixed(3, 17)),
    ("april fools day|april fools", _fixed(4, 1)),
    ("good friday", _from_easter(-2)),
    ("easter|easter sunday", _from_easter(0)),
    ("easter monday", _from_easter(1)),
    ("earth day", _fixed(4, 22)),
    ("may day", _fixed(5, 1)),
    ("cinco de mayo", _fixed(5, 5)),
    ("mothers day|mother day", _nth(5, 6, 2)),
    ("memorial day", _nth(5, 0, -1)),
    ("juneteenth", _fixed(6, 19)),
    ("fathers day|father day", _nth(6, 6, 3)),
    ("independence day", _fixed(7, 4)),
    ("labor day|labour day", _nth(9, 0, 1)),
    ("columbus day|indigenous peoples day", _nth(10, 0, 2)),
    ("halloween", _fixed(10, 31)),
    ("veterans day|veteran day", _fixed(11, 11)),
    ("thanksgiving|thanksgiving day|thanks giving|thanks giving day", _nth(11, 3, 4)),
    ("black friday", _nth(11, 3, 4, 1)),
    ("cyber monday", _nth(11, 3, 4, 4)),
    ("christmas eve|xmas eve", _fixed(12, 24)),
    ("christmas|christmas day|xmas|xmas day", _fixed(12, 25)),
    ("new years eve|new year eve", _fixed(12, 31)),
)

#: The names of the holidays in plain words, each with the number `holiday` knows it by.
HOLIDAYS = {name: number for number, (names, _rule) in enumerate(_RULES) for name in phrases(names)}


def holiday(number: int, year: int) -> dt.date:
    """The day in `year` of a holiday of `HOLIDAYS`."""
    return _RULES[number][1](year)
