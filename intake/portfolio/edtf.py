"""Part dates, written in the Extended Date/Time Format (EDTF, ISO 8601-2) and read as the days they may mean.

Supported: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, seasons `YYYY-21` to `-24`, quarters `YYYY-33` to `-36`, decades `YYYX`,
and one of a set, `[2013,2014]`. Anything else is refused.
"""

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

PATTERN = (
    r"^([0-9]{3}X|[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-2[1-4]|-3[3-6])?"
    r"|\[[0-9]{4}(-[0-9]{2})?(,[0-9]{4}(-[0-9]{2})?)+\])$"
)
_SHAPE = re.compile(PATTERN.replace("$", r"\Z"), re.ASCII)
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
EARLIEST_YEAR, LATEST_YEAR = 1900, 2200


class Bounds(NamedTuple):
    """The first and the last day that a part date may mean, both inclusive."""

    earliest: dt.date
    latest: dt.date


def last_day(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds:
    """The days `edtf` may mean. Raises ValueError, in plain words, on another shape, no such day or a far-off year."""
    if not _SHAPE.match(edtf):
        raise ValueError(f"{edtf!r} is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")
    if edtf.startswith("["):
        parts = [bounds(part) for part in edtf[1:-1].split(",")]
        return Bounds(min(p.earliest for p in parts), max(p.latest for p in parts))
    year, *rest = (int(part) for part in edtf.replace("X", "0").split("-"))
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(f"the year {year} is too far off; years from {EARLIEST_YEAR} to {LATEST_YEAR} can be recorded")
    if not rest:
        return Bounds(dt.date(year, 1, 1), dt.date(year + 9 * edtf.endswith("X"), 12, 31))
    if len(rest) == 1:
        return Bounds(*_span_of_months(year, rest[0]))
    try:
        return Bounds(day := dt.date(year, rest[0], rest[1]), day)
    except ValueError:
        raise ValueError(f"there is no such day as {edtf}") from None


def _span_of_months(year: int, code: int) -> tuple[dt.date, dt.date]:
    if code == 24:  # "winter 2020" is said of both winters that touch 2020
        return dt.date(year - 1, 12, 1), last_day(year + 1, 2)
    if code >= 33:
        first = (code - 33) * 3 + 1
        return dt.date(year, first, 1), last_day(year, first + 2)
    first, last = _SEASON_MONTHS.get(code, (code, code))
    return dt.date(year, first, 1), last_day(year, last)


_MONTHS = ["January", "February", "March", "April", "May", "June"]
_MONTHS += ["July", "August", "September", "October", "November", "December"]
_SEASONS = {21: "spring", 22: "summer", 23: "fall", 24: "winter"}


def spoken(edtf: str) -> str:
    """`edtf` as a person would say it: "May 2017", "May 13, 2023", "fall 2019", "2013 or 2014"."""
    if edtf.startswith("["):
        return " or ".join(spoken(part) for part in edtf[1:-1].split(","))
    if edtf.endswith("X"):
        return f"the {edtf[:3]}0s"
    year, *rest = edtf.split("-")
    if not rest:
        return year
    code = int(rest[0])
    if len(rest) == 2:
        return f"{_MONTHS[code - 1]} {int(rest[1])}, {year}"
    if code in _SEASONS:
        return f"{_SEASONS[code]} {year}"
    return f"quarter {code - 32} of {year}" if code >= 33 else f"{_MONTHS[code - 1]} {year}"
