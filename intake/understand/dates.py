"""A date as people write it → EDTF, by a small grammar: the whole answer has one of `_FORMS`, or it is no date.

US order: 5/6/2023 is May 6. Read back are a hedge, a year of two figures or none, a repaired month, a day put first.
"""

import datetime as dt
import re

from intake.portfolio.edtf import bounds, spoken
from intake.understand.calendar_parts import MONTHS_IN_YEAR, MOST_DAYS, edtf, full_year, impossible, reading, written
from intake.understand.calendar_words import DAY_NAMES, Tokens, tokens
from intake.understand.relative_dates import ago, relative
from intake.understand.slots import Again, Reading, Slot
from intake.understand.words import Said, plain, trimmer

#: Codes of tokens (`calendar_words`) → the role of each (`calendar_parts.edtf`). A form without y, z, n, p or x
#: leaves the year to be guessed.
_FORMS = {
    "y": "y", "my": "my", "ym": "ym", "dy": "my", "yd": "ym", "n": "n", "mn": "mn", "p": "p", "op": "dp", "x": "x",
    "mdy": "mdy", "moy": "mdy", "dmy": "dmy", "omy": "dmy", "ymd": "ymd", "ddy": "mdy", "ydd": "ymd",
    "mdn": "mdn", "mon": "mdn", "dmn": "dmn", "omn": "dmn",
    "mdd": "mdz", "mod": "mdz", "dmd": "dmz", "omd": "dmz", "ddd": "mdz",
    "mdq": "mdz", "moq": "mdz", "dmq": "dmz", "omq": "dmz", "ddq": "mdz", "mq": "mz", "dq": "mz", "q": "z",
    "sy": "sy", "ys": "ys", "sn": "sn", "sq": "sz", "sd": "sz",
    "md": "md", "mo": "md", "dm": "dm", "om": "dm", "dd": "md", "m": "m", "s": "s",
}  # fmt: skip
_TRIM = trimmer(
    fillers="""
        i graduated|graduated|i finished|finished|i started|started|i began|i joined|back in|in|on|sometime in|sometime|
        some time in|as of|the|i got it|it expires|expires|expired|it expired|expected|class of|i earned it|completed|
        i completed it|it will be|the year|my diploma says|dated|awarded|conferred|received|since|ive had it since
    """,
    hedges="early|late|mid|beginning of|end of|middle of|start of",
    kept="over|well over|more than|at least|plus|+",
)
_YEAR_LAST, _TWO_FIGURES, _FIGURE = re.compile(r"[0-9]{4}\Z"), re.compile(r"'?[0-9]{2}"), re.compile(r"[0-9]")
_LONGEST_IN_SET = len("2013-05")


def date(text: str, slot: Slot, today: dt.date) -> Reading | Again | None:
    """The date that all of `text` states; Again for one that cannot be; None where it is no date."""
    said = _TRIM(plain(text).replace("mid-", "mid "))
    left, either, right = said.text.partition(" or ")
    if either:
        return _one_of(left, right, slot, today)
    return ago(said, today) or _formed(said, slot, today)


def _formed(said: Said, slot: Slot, today: dt.date) -> Reading | Again | None:
    found = tokens(said.text)
    if found is None:
        return None
    if found.codes.startswith(("r", "t")):
        return relative(found, said.hedged, today)
    pairs = list(zip(found.codes, found.values, strict=True))
    codes = found.codes.replace("w", "")
    parts = dict(zip(_roles(codes, found.marks), (value for code, value in pairs if code != "w"), strict=False))
    if not parts:
        return None
    placed = _placed(parts, found, said.hedged, slot, today)
    weekdays = [value for code, value in pairs if code == "w"]
    return _on(weekdays[0], placed) if weekdays and isinstance(placed, Reading) else placed


def _roles(codes: str, marks: str) -> str:
    if (codes, marks) == ("md", "-"):
        return "mz"  # Jan-20 is a month and a year; Jan 20 is a day
    return "" if codes == "dd" and marks not in ("/", "-") else _FORMS.get(codes, "")


def _placed(said: dict[str, int], found: Tokens, hedged: bool, slot: Slot, today: dt.date) -> Reading | Again:
    """The reading of parts by role; a year short or missing is guessed and read back."""
    parts = _turned(said, found.codes)
    if wrong := impossible(parts):
        return Again(wrong)
    guessed = parts != said or found.repaired or not set(parts) & set("ynpx")
    as_year = found.codes in ("md", "dd") and "d" in parts and (found.marks or parts["d"] > 9)  # 6/19, June 19: 2019?
    other = written(full_year(parts["d"], slot.tense, today), parts["m"]) if as_year else ""
    return reading(edtf(parts, slot.tense, today), hedged=hedged or "x" in parts, guessed=guessed, instead_of=other)


def _turned(parts: dict[str, int], codes: str) -> dict[str, int]:
    """Figures in the one order that is possible: 13/5/2023 has the day first, 6/98 is a month and a year."""
    if codes.startswith("dd") and len(codes) == len("ddy") and parts["m"] > MONTHS_IN_YEAR >= parts["d"]:
        return parts | {"m": parts["d"], "d": parts["m"]}
    if codes == "dd" and parts["d"] > MOST_DAYS:
        return {"m": parts["m"], "z": parts["d"]}
    return parts


def _one_of(left: str, right: str, slot: Slot, today: dt.date) -> Reading | Again | None:
    """A choice of two years or months ("May or June 2014", "2016 or 17"), each lending the other what it lacks."""
    left, right = left.removeprefix("either "), _TRIM(right).text
    years = _YEAR_LAST.search(left), _YEAR_LAST.search(right)
    if years[1] and not _FIGURE.search(left):
        left = f"{left} {years[1][0]}"
    elif years[0] and not _FIGURE.search(right):
        right = f"{right} {years[0][0]}"
    elif years[0] and _TWO_FIGURES.fullmatch(right):
        right = years[0][0][:2] + right.lstrip("'")
    values = []
    for part in (left, right):
        one = _formed(_TRIM(part), slot, today)
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
