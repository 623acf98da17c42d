"""Lengths of time: "two and a half years", "18 months", "a year and 3 months", "6-8 weeks".

A length is kept as whole months or whole weeks, the two measures that never need a calendar to add up.
"""

from typing import NamedTuple

from intake.understand.numbers import NOT_NUMBERS, NUMBER_WORDS, Taken, split, take
from intake.understand.words import repaired, trimmer

_MONTHS = {
    "year": 12,
    "years": 12,
    "yr": 12,
    "yrs": 12,
    "month": 1,
    "months": 1,
    "mo": 1,
    "mos": 1,
    "decade": 120,
    "decades": 120,
}
_WEEKS = {"week": 1, "weeks": 1, "wk": 1, "wks": 1}
_DAYS = {"day": 1, "days": 1}
_UNITS = {*_MONTHS, *_WEEKS, *_DAYS}
_NOISE = {"of", "experience", "course", "total", "full", "whole", "solid", "long", "-", "and", ","}
_NOTHING = {"none", "no time", "no time at all", "zero", "nothing"}
_trim = trimmer(
    fillers="for|been here|ive been here|i have been here|ive worked there|i worked there|it took|it lasted|i have",
    tails="now|so far|ago|total|in total|altogether|there",
)


class Length(NamedTuple):
    """A length of time in months, weeks and days."""

    months: float = 0
    weeks: float = 0
    days: float = 0

    def iso(self) -> str:
        """The length as ISO 8601 writes it: "P2Y6M", "P6W", "P0D"."""
        years, months = divmod(round(self.months), 12)
        parts = [(years, "Y"), (months, "M"), (round(self.weeks), "W"), (round(self.days), "D")]
        return "P" + ("".join(f"{n}{unit}" for n, unit in parts if n) or "0D")


class Read(NamedTuple):
    """What was read: the length, the upper one where a range was said, and whether the speaker was not certain."""

    length: Length
    upto: Length | None
    hedged: bool


def length(text: str) -> Read | None:
    """The length that all of plain `text` states, or None."""
    said = _trim(text)
    if said.text in _NOTHING:
        return Read(Length(), None, said.hedged)
    words = [_mended(word) for word in split(said.text)]
    low = take(words, _past_noise(words, 0))
    if low and words[low.end : low.end + 1] and words[low.end] in ("or", "to", "-"):
        high = take(words, low.end + 1)
        if high and low.value < high.value:
            return _range(words, low, high, said.hedged)
    total = _sum(words)
    return total and Read(total, None, said.hedged or bool(low and low.loose))


def _mended(word: str) -> str:
    known = {*NUMBER_WORDS, *_UNITS}
    return word if word in known else repaired(word, known, NOT_NUMBERS) or word


def _article(words: list[str], at: int) -> Taken | None:
    """An article as a number: "a year" is one; but "a ten week course" is ten."""
    if words[at : at + 1] not in (["a"], ["an"]):
        return None
    return take(words, at + 1) or Taken(1, at + 1)


def _range(words: list[str], low: Taken, high: Taken, hedged: bool) -> Read | None:
    rest = [word for word in words[high.end :] if word not in _NOISE]
    if len(rest) != 1 or rest[0] not in _UNITS:
        return None
    return Read(_of(low.value, rest[0]), _of(high.value, rest[0]), hedged)


def _sum(words: list[str]) -> Length | None:
    """The sum of "number unit" pairs; only a fraction, as in "a year and a half", may lean on the unit before it."""
    total, unit, at = Length(), "", _past_noise(words, 0)
    while at < len(words):
        number = take(words, at) or _article(words, at)
        if number is None:
            return None
        after = _past_noise(words, number.end)
        if words[after : after + 1] and words[after] in _UNITS:
            unit, after = words[after], after + 1
        elif not unit or number.value >= 1:
            return None
        total = Length(*(a + b for a, b in zip(total, _of(number.value, unit), strict=True)))
        at = _past_noise(words, after)
    return total if unit else None


def _past_noise(words: list[str], at: int) -> int:
    while at < len(words) and words[at] in _NOISE:
        at += 1
    return at


def _of(value: float, unit: str) -> Length:
    return Length(value * _MONTHS.get(unit, 0), value * _WEEKS.get(unit, 0), value * _DAYS.get(unit, 0))
