"""Dates a length of time away: "two years ago", "in 2 months", "a week from Friday", "the Tuesday after Labor Day"."""

import datetime as dt
import re
from collections.abc import Callable

from intake.portfolio.edtf import bounds
from intake.understand.calendar_parts import MONTHS_IN_YEAR, in_month, months_from, reading, written
from intake.understand.calendar_words import tokens
from intake.understand.date_forms import HEDGES, TAILS
from intake.understand.lengths import Length, length
from intake.understand.relative_dates import DAYS_IN_WEEK, from_now
from intake.understand.slots import Again, Reading
from intake.understand.words import Said, trimmer

#: Lengths of time beyond a long life are no date.
_FARTHEST_DAYS, _FARTHEST_MONTHS = 40_000, 1_300
_YEAR, _DAY = len("2013"), len("2013-05-10")
_AGO = re.compile(r"(?P<ago>.+) (?:ago|back)(?: (?:on )?(?P<day>[a-z]+))?")
_AHEAD = re.compile(r"in (?P<in>.+?)(?: time)?|(?P<hence>.+) (?:from now|hence|later)")
_MAYBE = re.compile(r"\b(?:ago|back|in|hence|later|now)\b")
_BESIDE = re.compile(
    r"(?P<far>.+?) (?:right |just |immediately |directly )?(?P<side>after|following|from|before|prior to|preceding) "
    r"(?P<day>.+)"
)
_BACK = frozenset({"before", "prior to", "preceding"})
#: Which weekday after a day can be counted.
_MOST_WEEKS = 10
_FORTNIGHT = re.compile(r"\b(?:a|one|1) fortnight\b")
_TRIM = trimmer(
    fillers="""i graduated|graduated|i finished|finished|i started|started|i began|i joined|sometime|some time|i got it|
        it expires|completed|i completed it|it will be|within the""",
    hedges=HEDGES,
    tails=TAILS,
    kept="over|well over|more than|at least|plus|+|or so",
)


def away(text: str, today: dt.date) -> Reading | Again | None:
    """The reading of "... ago" and "in ...", hedged since people round such lengths; None for anything else."""
    if not _MAYBE.search(text):
        return None
    said = _TRIM(text)
    text = _FORTNIGHT.sub("2 weeks", said.text)
    match, sign = _AGO.fullmatch(text), -1
    if match is None:
        match, sign = _AHEAD.fullmatch(text), 1
    how_long = length(next(filter(None, match.groups()))) if match else None
    if match is None or how_long is None:
        return None
    if how_long.upto:
        ends = [moved(today, each, sign) for each in (how_long.length, how_long.upto)]
        years = sorted(end for end in ends if end and end.isdecimal())
        return reading(f"[{','.join(years)}]", hedged=True) if _adjacent(years) else None
    if sign < 0 and match["day"]:
        return _ago_on(match["day"], how_long.length, said.hedged, today)
    day = moved(today, how_long.length, sign)
    return reading(day, hedged=True) if day else None


def _adjacent(years: list[str]) -> bool:
    return len(years) > 1 and int(years[1]) - int(years[0]) == 1


def moved(today: dt.date, by: Length, sign: int) -> str | None:
    """EDTF of the time that lies a length before (-1) or after (1) today, as finely as the length was said."""
    far = _calendar_length(by)
    if far is None:
        return None
    months, days = far
    if days:
        return _shifted(today, sign * months, sign * days)
    year, month = months_from(today, sign * months)
    return written(year, month if months % MONTHS_IN_YEAR else None)


def _ago_on(name: str, by: Length, hedged: bool, today: dt.date) -> Reading | Again | None:
    """As long before a day as was said: "a year ago today", "a week ago Tuesday"."""
    day = tokens(name)
    if day is None or day.codes not in ("t", "w") or (day.codes == "w" and by.months):
        return None
    found = before_or_after(from_now(day, "past", today) or "", by, -1)
    return reading(found, hedged=hedged, guessed=day.codes == "w") if found else None


def beside(said: Said, dated: Callable[[str, bool], Reading | Again | None]) -> Reading | Again | None:
    """The reading of a date told by another, which `dated` reads: as one ahead where it is told "from" it."""
    match = _BESIDE.fullmatch(said.text)
    other = dated(match["day"], match["side"] == "from") if match else None
    if match is None or not isinstance(other, Reading):
        return other
    sign = -1 if match["side"] in _BACK else 1
    by = length(match["far"]) or length(f"a {match['far']}")
    if by is None:
        found = _weekday_beside(match["far"], other.value, sign)
    else:
        found = None if by.upto else before_or_after(other.value, by.length, sign)
    named = tokens(match["day"])
    reckoned = named is None or named.codes != "t"
    return reading(found, hedged=said.hedged or other.hedged, guessed=reckoned) if found else None


def _weekday_beside(far: str, edtf: str, sign: int) -> str | None:
    """The nearest such weekday, or "the third Tuesday", after or before a day."""
    named = tokens(far)
    if named is None or named.codes not in ("w", "ow") or len(edtf) != _DAY or not edtf[:_YEAR].isdecimal():
        return None
    nth, weekday = (1, *named.values)[-2:]
    day = dt.date.fromisoformat(edtf)
    near = sign * (weekday - day.weekday()) % DAYS_IN_WEEK or DAYS_IN_WEEK
    days = near + DAYS_IN_WEEK * (nth - 1)
    return _shifted(day, 0, sign * days) if 1 <= nth <= _MOST_WEEKS else None


def before_or_after(edtf: str, by: Length, sign: int) -> str | None:
    """EDTF of a date a length before (-1) or after (1) another, as finely as that is known; None where it cannot be."""
    far = _calendar_length(by)
    if far is None or not edtf[:_YEAR].isdecimal():
        return None
    months, days = far
    first, last = bounds(edtf)
    if first == last:
        return _shifted(first, sign * months, sign * days)
    small = int(edtf[_YEAR + 1 :] or 0)
    if not days and 0 < small <= MONTHS_IN_YEAR:
        return written(*months_from(first, sign * months))
    if days or months % MONTHS_IN_YEAR:
        return None
    return written(int(edtf[:_YEAR]) + sign * months // MONTHS_IN_YEAR, small)


def _calendar_length(by: Length) -> tuple[int, int] | None:
    """A length in whole months and days; None where it is nothing or beyond a long life."""
    months, days = round(by.months), round(by.weeks * DAYS_IN_WEEK + by.days)
    near = days <= _FARTHEST_DAYS and months <= _FARTHEST_MONTHS
    return (months, days) if near and (months or days) else None


def _shifted(day: dt.date, months: int, days: int) -> str:
    return (in_month(*months_from(day, months), day.day) + dt.timedelta(days=days)).isoformat()
