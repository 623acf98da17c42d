"""A date as people write it → EDTF, by a small grammar: the whole answer has one of `FORMS`, or it is no date.

US order: 5/6/2023 is May 6. Read back are a hedge, a year of two figures or none, a repaired month, a day put first.
"""

import datetime as dt
import re
from functools import lru_cache

import msgspec

from intake.portfolio.edtf import bounds, spoken
from intake.understand.calendar_parts import MONTHS_IN_YEAR, MOST_DAYS, edtf, full_year, impossible, reading, written
from intake.understand.calendar_words import DAY_NAMES, Tokens, tokens
from intake.understand.date_forms import FORMS, plainest, trimmed
from intake.understand.distances import away, beside
from intake.understand.frames import unframed
from intake.understand.holidays import COUNTED
from intake.understand.relative_dates import relative
from intake.understand.restated import restated
from intake.understand.slots import Again, Reading, Slot
from intake.understand.words import Said, plain

_YEAR_LAST, _TWO_FIGURES, _FIGURE = re.compile(r"[0-9]{4}\Z"), re.compile(r"'?[0-9]{2}"), re.compile(r"[0-9]")
_LONE_FIGURE_LAST = re.compile(r"(?<![0-9])[0-9]\Z")
_TWO_FIGURES_FROM = 10
_FAR_AHEAD = 10
#: The most characters that say one date, hesitation included.
LONGEST_DATE = 90
_LONGEST_IN_SET = len("2013-05")


def date(text: str, slot: Slot, today: dt.date) -> Reading | Again | None:
    """The date that `text` states, alone or in a frame; Again for one that cannot be; None where it is no date."""
    said = plain(text)
    return framed(said, slot, today) or restated(said, lambda part: framed(part, slot, today))


def framed(text: str, slot: Slot, today: dt.date) -> Reading | Again | None:
    """As `date`, of plain text that tells its date once."""
    return next((got for part in unframed(text) if (got := stated(part, slot, today))), None)


@lru_cache(maxsize=512)  # an answer is cut in many ways, and its parts are the same ones again and again
def stated(text: str, slot: Slot, today: dt.date) -> Reading | Again | None:
    """As `date`, of plain text that is all date."""
    if len(text) > LONGEST_DATE:
        return None
    text = plainest(text)
    if told := away(text, today):
        return told
    said = trimmed(text)
    ahead = msgspec.structs.replace(slot, tense="future")
    if told := beside(said, lambda day, onward: stated(day, ahead if onward else slot, today)):
        return told
    left, either, right = said.text.partition(" or ")
    return _one_of(left, right, slot, today) if either else _formed(said, slot, today)


def _formed(said: Said, slot: Slot, today: dt.date) -> Reading | Again | None:
    found = tokens(said.text)
    if found is None:
        return None
    if told := relative(found, said.hedged, slot.tense, today):
        return told
    parts = _parts(found, slot, today)
    lone = _LONE_FIGURE_LAST.search(said.text) is not None
    if not lone and _as_month(parts, found, slot, today):
        parts = {"m": parts["m"], "z": parts["d"]}
    if not parts or ("z" in parts and lone) or parts.get("k", 1) not in COUNTED:
        return None
    placed = _placed(parts, found, said.hedged or " ago" in said.text, slot, today)
    weekdays = [value for code, value in zip(found.codes, found.values, strict=True) if code == "w"]
    return _on(weekdays[0], placed) if weekdays and "k" not in parts and isinstance(placed, Reading) else placed


def _parts(found: Tokens, slot: Slot, today: dt.date) -> dict[str, int]:
    """The numbers of tokens by role; empty where they have none of the forms. A weekday beside a date is left out."""
    pairs = list(zip(found.codes, found.values, strict=True))
    if found.codes not in FORMS:
        pairs = [(code, value) for code, value in pairs if code != "w"]
    roles = _roles("".join(code for code, _ in pairs), found, slot, today)
    parts = dict(zip(roles, (value for _, value in pairs), strict=False))
    if parts.keys() == {"m", "d"} and _is_year(parts["d"], slot, today):
        return {"m": parts["m"], "z": parts["d"]}
    return parts


def _roles(codes: str, found: Tokens, slot: Slot, today: dt.date) -> str:
    marks, last = found.marks, found.values[-1] if found.values else 0
    if codes == "d" and _is_year(last, slot, today):
        return "z"
    if (codes, marks) == ("md", "-") and last >= _TWO_FIGURES_FROM and _has_been(last, slot, today):
        return "mz"  # Jan-20 is a month and a year; Jan 20 and Jan-2 are days
    if codes == "dd" and marks not in ("/", "-") and not (marks == "." and last > MONTHS_IN_YEAR):
        return ""  # 12.5 is no date, 4.22 may be one
    if (codes, marks) == ("ddd", "--") and found.values[0] > MONTHS_IN_YEAR:
        return ""  # 20-05-08 may begin with its year or its day
    return FORMS.get(codes, "")


def _is_year(short: int, slot: Slot, today: dt.date) -> bool:
    """Whether two figures can only be a year: 98 is no day, and 1998 has been."""
    return short > MOST_DAYS and _has_been(short, slot, today)


def _has_been(short: int, slot: Slot, today: dt.date) -> bool:
    return slot.tense == "future" or full_year(short, slot.tense, today) <= today.year


def _placed(said: dict[str, int], found: Tokens, hedged: bool, slot: Slot, today: dt.date) -> Reading | Again:
    """The reading of parts by role; a year short, missing or far ahead is guessed and read back."""
    parts = _turned(said, found.codes)
    if wrong := impossible(parts):
        return Again(wrong)
    unsaid = not set(parts) & set("ynpx") or parts.get("y", 0) > today.year + _FAR_AHEAD
    guessed = parts != said or found.repaired or unsaid
    other = _otherwise(parts, found, slot, today)
    return reading(edtf(parts, slot.tense, today), hedged=hedged or "x" in parts, guessed=guessed, instead_of=other)


def _as_month(parts: dict[str, int], found: Tokens, slot: Slot, today: dt.date) -> bool:
    """Whether 6/19 and June 19 are a month and a year: where a month is asked for, and the year fits the question."""
    if slot.grain == "day" or found.codes not in ("md", "dd") or parts.keys() != {"m", "d"}:
        return False
    year = full_year(parts["d"], slot.tense, today)
    in_time = year >= today.year if slot.tense == "future" else year <= today.year
    return in_time and parts["m"] <= MONTHS_IN_YEAR


def _otherwise(parts: dict[str, int], found: Tokens, slot: Slot, today: dt.date) -> str:
    """What else 6/19 and June 19 can be, a day or a month and year; empty where they can be one thing only."""
    if found.codes not in ("md", "dd"):
        return ""
    if "d" in parts:
        as_year = found.marks or parts["d"] >= _TWO_FIGURES_FROM
        return written(full_year(parts["d"], slot.tense, today), parts["m"]) if as_year else ""
    day = {"m": parts["m"], "d": parts["z"]}
    return "" if impossible(day) else edtf(day, slot.tense, today)


def _turned(parts: dict[str, int], codes: str) -> dict[str, int]:
    """Figures in the one order that is possible: 13/5/2023 has the day first."""
    if codes.startswith("dd") and "d" in parts and parts["m"] > MONTHS_IN_YEAR >= parts["d"]:
        return parts | {"m": parts["d"], "d": parts["m"]}
    return parts


def _one_of(left: str, right: str, slot: Slot, today: dt.date) -> Reading | Again | None:
    """A choice of two years or months ("May or June 2014", "2016 or 17"), each lending the other what it lacks."""
    left, right = left.removeprefix("either "), trimmed(right).text
    years = _YEAR_LAST.search(left), _YEAR_LAST.search(right)
    if years[1] and not _FIGURE.search(left):
        left = f"{left} {years[1][0]}"
    elif years[0] and not _FIGURE.search(right):
        right = f"{right} {years[0][0]}"
    elif years[0] and _TWO_FIGURES.fullmatch(right):
        right = years[0][0][:2] + right.lstrip("'")
    values = []
    for part in (left, right):
        one = _formed(trimmed(part), slot, today)
        if not isinstance(one, Reading) or len(one.value) > _LONGEST_IN_SET:
            return one if isinstance(one, Again) else None
        values.append(one.value)
    unlike = sorted(set(values))
    return reading(f"[{','.join(unlike)}]" if len(unlike) > 1 else unlike[0], hedged=True)


def _on(weekday: int, placed: Reading) -> Reading | Again | None:
    """`placed` if its day is the weekday said; with less than a day, a day of the week makes no sense."""
    first, last = bounds(placed.value)
    if first != last:
        return None
    if first.weekday() == weekday:
        return placed
    day = DAY_NAMES[first.weekday()].capitalize()
    return Again(f"{spoken(placed.value)} is a {day}. Which is right, the date or the day of the week?")
