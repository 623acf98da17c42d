"""A date told twice: in two ways that agree ("Nov 30, 8 days from now"), or put right ("2019, no wait, 2020").

What one telling leaves out it takes from the other, and the reading is always read back.
"""

import datetime as dt
import re
from collections.abc import Callable

import msgspec

from intake.portfolio.edtf import Bounds, bounds, spoken
from intake.understand.date_forms import trimmed
from intake.understand.slots import Again, Reading
from intake.understand.words import capital

Dated = Callable[[str], Reading | Again | None]

_PUT_RIGHT = re.compile(
    r"\b(?:no,? wait|wait,? no|no,? sorry|sorry|no,? actually|actually,? no|oops|i mean|i meant|scratch that|"
    r"make that|or rather|correction)\b"
)
_APOLOGIES = frozenset({"", "sorry", "im sorry", "oops", "no", "wait"})
_APART = re.compile(r"[,;(] ?| so | - |\.+ ")
_CLAUSE = re.compile(r"[,;] ?|\.+ ")
_YEAR_SAID = re.compile(
    r"(?:19|20)[0-9]{2}|'[0-9]{2}(?![0-9])|[0-9]/[0-9]+/[0-9]|\b(?:ago|last|this|next|from|yesterday|today|tomorrow)\b"
)
_FOUR_FIGURES = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_DAY_ALONE = re.compile(r"(?:.* )?[0-9]{1,2}(?:st|nd|rd|th)")
_DATELIKE = re.compile(
    r"[0-9]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|"
    r"\b(?:spring|summer|fall|winter|ago|last|next|before|after|not)\b"
)
#: A season at school runs on for weeks: fall semester ends in December.
_SEASON, _SLACK = re.compile(r"[0-9]{4}-2[1-3]"), dt.timedelta(days=31)
_YEAR, _MONTH = len("2013"), len("2013-05")
_LONGEST = 160
_EDGES = " ,.;:(-"


def restated(text: str, dated: Dated) -> Reading | None:
    """The date that plain `text` tells in two ways; None where it does not, or where they disagree."""
    if len(text) > _LONGEST:
        return None
    if corrections := list(_PUT_RIGHT.finditer(text)):
        before, after = _around(text, corrections[-1])
        found = _put_right(before, after, dated)
    else:
        marks = list(_APART.finditer(text))
        before, after = _around(text, marks[0]) if len(marks) == 1 else ("", "")
        found = _agreed(before, after, dated) if before and after else None
    return found and msgspec.structs.replace(found, confirm=f"{capital(spoken(found.value))}. Right?")


def _around(text: str, mark: re.Match[str]) -> tuple[str, str]:
    return text[: mark.start()].strip(_EDGES), text[mark.end() :].strip(f"{_EDGES})")


def _put_right(before: str, after: str, dated: Dated) -> Reading | None:
    """The date said last: all of it, or the one clause that has a date where the others cannot have."""
    if before not in _APOLOGIES and not _DATELIKE.search(before):
        return None
    for said in dict.fromkeys([after, *_CLAUSE.split(after)]):
        others = after.replace(said, "", 1)
        if not _DATELIKE.search(others) and (found := _completed(said, before, dated)):
            return found
    return None


def _agreed(left: str, right: str, dated: Dated) -> Reading | None:
    """The finer of two dates, one of which lies in the other."""
    one, other = _completed(left, right, dated), _completed(right, left, dated)
    if one is None or other is None:
        return None
    for finer, coarser in ((one, other), (other, one)):
        if _within(bounds(finer.value), coarser.value):
            return finer
    return None


def _within(finer: Bounds, edtf: str) -> bool:
    first, last = bounds(edtf)
    slack = _SLACK if _SEASON.fullmatch(edtf) else dt.timedelta()
    return first - slack <= finer.earliest and finer.latest <= last + slack


def _completed(said: str, other: str, dated: Dated) -> Reading | None:
    """The date that is `said`, with the year, or the month and year, that it leaves out and `other` has."""
    own = dated(said)
    if not isinstance(own, Reading) or _YEAR_SAID.search(said) or len(own.value) == _YEAR:
        return own if isinstance(own, Reading) else None
    lent = _lent(said, other, dated(other))
    found = dated(f"{trimmed(said).text} {lent}") if lent else own
    return msgspec.structs.replace(found, hedged=own.hedged or found.hedged) if isinstance(found, Reading) else None


def _lent(said: str, other: str, lender: Reading | Again | None) -> str:
    if not isinstance(lender, Reading) or not lender.value[:_YEAR].isdecimal():
        years = set(_FOUR_FIGURES.findall(other))
        return years.pop() if len(years) == 1 else ""
    if _DAY_ALONE.fullmatch(said) and len(lender.value) >= _MONTH:
        return spoken(lender.value[:_MONTH]).lower()
    return str(lender.value[:_YEAR])
