"""The two sides of a span, each lending the other what it lacks: "June to August 2021", "May 3-7, 2021", "2015-19".

What was left out may be meant in two ways ("nov to feb 2020"): all are given, the likeliest first.
"""

import re
from typing import NamedTuple

from intake.understand.calendar_words import Tokens, tokens

_YEARLESS = frozenset({"m", "s", "h", "md", "mo", "dm", "om", "dd"})
_WITH_DAY = frozenset({"md", "mo", "dm", "om"})
_DAY = r"(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?"
_MONTH_AND_DAY = re.compile(rf"([a-z]+)\.? {_DAY}")
_DAY_FIRST = re.compile(rf"{_DAY}(?:,?(?: of)? (?:[0-9]{{4}}|'[0-9]{{2}}))?")
_DAY_ALONE, _DAY_AND_MONTH = re.compile(_DAY), re.compile(rf"{_DAY}(?: of)? ([a-z].*)")
_SEASONS = re.compile(r"(?:the |every )?(springs?|summers?|falls?|autumns?|winters?)(?: of)? .*")
_YEAR_ALONE = re.compile(r"[0-9]{4}")
_SHORT_YEAR = re.compile(r"'?([0-9]{2})")
_MONTH_AND_YEAR = re.compile(r"([0-9]{1,2})/([0-9]{2})")
_MONTH_AND_SHORT_YEAR = re.compile(r"([a-z]+)\.? ([0-9]{2})")
_CENTURY = 100


class Sides(NamedTuple):
    """A start and an end as words; `sure` is false where something was lent or read into them."""

    start: str
    end: str
    sure: bool = True


def lent(sides: Sides) -> list[Sides]:
    """The ways to understand `sides`, the likeliest first; none where both leave out the year."""
    start, end, sure = sides
    month = _MONTH_AND_DAY.fullmatch(start)
    if month and _DAY_FIRST.fullmatch(end):
        end, sure = f"{month[1]} {end}", False
    if _DAY_ALONE.fullmatch(start) and (month := _DAY_AND_MONTH.fullmatch(end)):
        start, sure = f"{start} {month[1]}", False
    if (season := _SEASONS.fullmatch(start)) and _YEAR_ALONE.fullmatch(end):
        start, end, sure = start.removeprefix("every "), f"{season[1]} {end}", False
    if _YEAR_ALONE.fullmatch(start) and (short := _SHORT_YEAR.fullmatch(end)):
        end, sure = start[:2] + short[1], False
    return _with_years(_as_months(Sides(start, end, sure)))


def short_years(sides: Sides) -> Sides | None:
    """Sides of two figures each, or of a month and two figures, as years: "08 to 12", "Feb 21 to June 23"."""
    if not sides.sure:
        return None
    if (first := _SHORT_YEAR.fullmatch(sides.start)) and (last := _SHORT_YEAR.fullmatch(sides.end)):
        return Sides(f"'{first[1]}", f"'{last[1]}", False)
    first, last = (_MONTH_AND_SHORT_YEAR.fullmatch(side) for side in sides[:2])
    if first is None or last is None or first[1] == last[1]:
        return None
    return Sides(f"{first[1]} '{first[2]}", f"{last[1]} '{last[2]}", False)


def turned(ways: list[Sides]) -> Sides | None:
    """The sides the other way round, where each says its own year."""
    if len(ways) != 1 or not all(_says_year(tokens(side)) for side in ways[0][:2]):
        return None
    return Sides(ways[0].end, ways[0].start, False)


def _says_year(part: Tokens | None) -> bool:
    return part is not None and (not {"y", "q"}.isdisjoint(part.codes) or len(part.codes) > len("md"))


def _as_months(sides: Sides) -> Sides:
    """8/16 beside a side without a day is August 2016, as in a résumé; beside a day it is one."""
    figures = [_MONTH_AND_YEAR.fullmatch(side) for side in sides[:2]]
    parts = [tokens(side) for side in sides[:2]]
    if not any(figures) or any(
        part and not figure and (len(part.codes) > 2 or part.codes in (*_WITH_DAY, "dd"))
        for part, figure in zip(parts, figures, strict=True)
    ):
        return sides
    start, end = (f"{f[1]}/'{f[2]}" if f else side for f, side in zip(figures, sides[:2], strict=True))
    return Sides(start, end, False)


def _with_years(sides: Sides) -> list[Sides]:
    start, end = tokens(sides.start), tokens(sides.end)
    if _yearless(start) and _yearless(end):
        return []
    if _yearless(start) and (years := _years(end, -1)):
        return [Sides(_dated(sides.start, year), sides.end, False) for year in years]
    if _yearless(end) and (years := _years(start, 1)):
        return [Sides(sides.start, _dated(sides.end, year), False) for year in years]
    return [sides]


def _yearless(part: Tokens | None) -> bool:
    """Whether a side says no year; Jan-20 says one."""
    return part is not None and part.codes.replace("w", "") in _YEARLESS and (part.codes, part.marks) != ("md", "-")


def _years(part: Tokens | None, step: int) -> list[str]:
    """The year of one side, and the year `step` from it, as they are written."""
    if part is None or not set(part.codes) & {"y", "q"}:
        return []
    at = next(n for n, code in enumerate(part.codes) if code in "yq")
    year, short = part.values[at], part.codes[at] == "q"
    return [f"'{y % _CENTURY:02}" if short else f"{y:04}" for y in (year, year + step)]


def _dated(side: str, year: str) -> str:
    return f"{side}/{year}" if "/" in side else f"{side} {year}"
