"""Parts of a date (year, month or season, day) put together as EDTF, checked, and made into a reading.

A year that was not said, or in two figures, is taken to be the nearest that makes sense; the reading says so by asking.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Literal

from intake.portfolio.edtf import EARLIEST_YEAR, LATEST_YEAR, Bounds, bounds, last_day, spoken
from intake.understand.holidays import holiday, nth_weekday
from intake.understand.slots import Again, Reading
from intake.understand.words import capital

READER = "dates"
MONTHS_IN_YEAR, MOST_DAYS = 12, 31
Tense = Literal["past", "future"]

#: Two figures for a year reach this many years ahead of today ("expires 5/10/29"), and otherwise back.
_YEARS_AHEAD = {"past": 10, "future": 50}
_YEARS_SEARCHED = 9
_CENTURY = 100
_LEAP_YEAR = 2024


def reading(edtf: str, *, hedged: bool = False, guessed: bool = False, instead_of: str = "") -> Reading | Again:
    """The reading of `edtf`, read back where hedged or guessed; Again where no calendar or record can hold it."""
    try:
        bounds(edtf)
    except ValueError as wrong:
        return Again(f"{capital(str(wrong))}. Please check the date.")
    if not (hedged or guessed):
        return Reading(edtf, READER)
    other = f" (not {spoken(instead_of)})" if instead_of else ""
    said = f"About {spoken(edtf)}" if hedged and not edtf.startswith("[") else capital(spoken(edtf))
    return Reading(edtf, READER, hedged=hedged, confirm=f"{said}{other}. Right?")


def impossible(parts: Mapping[str, int]) -> str:
    """Why no calendar has a day of such a month (`m`), day (`d`) and year (`y`), for the person; empty if it may."""
    month, day = parts.get("m", 1), parts.get("d", 1)
    if not 1 <= month <= MONTHS_IN_YEAR:
        return f"There is no month {month}. Please give the month first, as in 6/2019 or 5/13/2023."
    days = last_day(2000 + parts.get("y", _LEAP_YEAR) % 400, month).day  # leap years repeat every 400
    if "m" not in parts or 1 <= day <= days:
        return ""
    name = spoken(f"2000-{month:02}").split()[0]
    has = f"{name} {parts['y']}" if "y" in parts else name
    return f"There is no {name} {day}: {has} has {days} days. Which day was it?"


def edtf(parts: Mapping[str, int], tense: Tense, today: dt.date) -> str:
    """EDTF of parts by role: those of `impossible`, s season, h holiday, x decade, z short year, and the rest.

    `f` is the last day, `w` and `k` a weekday and which of the month it is, `n` and `p` years and months from today.
    """
    if "x" in parts:
        first = parts["x"] if parts["x"] >= _CENTURY else full_year(parts["x"], tense, today)
        return f"{first // 10:03}X"
    if "p" in parts:
        year, month = months_from(today, parts["p"])
        return in_year({**parts, "m": month}, year)
    if "y" in parts:
        return in_year(parts, parts["y"])
    if "n" in parts:
        return in_year(parts, today.year + parts["n"])
    if "z" in parts:
        return in_year(parts, full_year(parts["z"], tense, today))
    if tense == "future":
        return nearest(parts, today.year, 1, lambda span: span.latest >= today)
    return nearest(parts, today.year, -1, lambda span: span.earliest <= today)


def in_year(parts: Mapping[str, int], year: int) -> str:
    """EDTF of the month, season, day or holiday of `parts` in `year`."""
    month, small = parts.get("m", MONTHS_IN_YEAR), parts.get("m", parts.get("s"))
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return written(year)
    if "h" in parts:
        return holiday(parts["h"], year).isoformat()
    if "k" in parts:
        return nth_weekday(year, month, parts["w"], parts["k"]).isoformat()
    return written(year, month, last_day(year, month).day) if "f" in parts else written(year, small, parts.get("d"))


def written(year: int, small: int | None = None, day: int | None = None) -> str:
    """EDTF of a year, a month or season if any, a day if any."""
    return f"{year:04}" + (f"-{small:02}" if small else "") + (f"-{day:02}" if day else "")


def full_year(short: int, tense: Tense, today: dt.date) -> int:
    """The year that two figures stand for."""
    this = today.year // _CENTURY * _CENTURY + short
    return this if this <= today.year + _YEARS_AHEAD[tense] else this - _CENTURY


def nearest(parts: Mapping[str, int], year: int, step: int, fits: Callable[[Bounds], bool]) -> str:
    """EDTF of `parts` in the first year, from `year` on by `step`, in which `fits` holds."""
    for candidate in range(year, year + step * _YEARS_SEARCHED, step):
        found = in_year(parts, candidate)
        try:
            if fits(bounds(found)):
                return found
        except ValueError:  # February 29, in a year that has none
            continue
    return in_year(parts, year)


def in_month(year: int, month: int, day: int) -> dt.date:
    """Such a day of a month, or its last day where it has no such day."""
    return dt.date(year, month, min(day, last_day(year, month).day))


def months_from(today: dt.date, months: int) -> tuple[int, int]:
    """The year and month that lie `months` after today's, or before it where negative."""
    year, month = divmod(today.year * MONTHS_IN_YEAR + today.month - 1 + months, MONTHS_IN_YEAR)
    return year, month + 1
