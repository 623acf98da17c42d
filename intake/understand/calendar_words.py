"""The words and figures of dates as tokens: what the forms of `dates` are matched against.

A token is a one-letter code and a number. Codes: `y` year, `q` two figures after an apostrophe, `d` one or two figures,
`o` ordinal, `m` month, `s` season or quarter (its EDTF number), `x` decade (its first year), `w` weekday (Monday 0),
`h` holiday (its number), `f` the last day of what follows, `v`, `p` and `n` a week, a month and a year by their
distance from today's, `r` last, this or next (-1, 0, 1), `t` days from today.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from intake.understand.holidays import HOLIDAYS
from intake.understand.numbers import Taken, ordinal, small, take
from intake.understand.words import phrases, repaired

_NAMES = phrases("january|february|march|april|may|june|july|august|september|october|november|december")
#: Days of the week, Monday first.
DAY_NAMES = phrases("monday|tuesday|wednesday|thursday|friday|saturday|sunday")
_SHORTEST_NAME = 3
_SEASONS = {"spring": 21, "summer": 22, "fall": 23, "autumn": 23, "winter": 24}
_DECADES = {"fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990}
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_UNITS = {"week": "v", "wk": "v", "month": "p", "year": "n", "yr": "n"}
_QUARTER_CODE, _QUARTERS = 32, 4


def _beginnings(names: list[str]) -> dict[str, int]:
    """Each name and each beginning of it that is still a word for it: "sept", "thurs", "mon"."""
    return {name[:end]: n for n, name in enumerate(names) for end in range(_SHORTEST_NAME, len(name) + 1)}


#: Every phrase that is one token.
_PHRASES: dict[tuple[str, ...], tuple[str, int]] = {
    tuple(phrase.split()): token
    for phrase, token in (
        {word: ("m", n + 1) for word, n in _beginnings(_NAMES).items()}
        | {word: ("w", n) for word, n in _beginnings(DAY_NAMES).items()}
        | {word: ("s", n) for word, n in _SEASONS.items()}
        | {"weds": ("w", 2)}
        | {f"{word}s": ("s", n) for word, n in _SEASONS.items()}
        | {word: ("x", n) for word, n in _DECADES.items()}
        | {word: ("r", n) for word, n in _STEPS.items()}
        | {f"this {word}": ("r", _STEPS[word]) for word in ("past", "coming")}
        | {f"{step} {unit}": (code, n) for step, n in _STEPS.items() for unit, code in _UNITS.items()}
        | {f"this past {unit}": (code, -1) for unit, code in _UNITS.items()}
        | {f"{unit} before last": (code, -2) for unit, code in _UNITS.items()}
        | {f"{unit} after next": (code, 2) for unit, code in _UNITS.items()}
        | {f"{name} {n}": ("s", _QUARTER_CODE + n) for n in range(1, _QUARTERS + 1) for name in ("q", "quarter", "qtr")}
        | {name: ("h", n) for name, n in HOLIDAYS.items()}
        | {"yesterday": ("t", -1), "today": ("t", 0), "tomorrow": ("t", 1)}
        | {"day before yesterday": ("t", -2), "day after tomorrow": ("t", 2), "last day": ("f", 1)}
        | {"todays date": ("t", 0), "past day": ("t", -1), "this day": ("t", 0), "next day": ("t", 1)}
    ).items()
}
_LONGEST_PHRASE = max(map(len, _PHRASES))
_REPAIRABLE = [*_NAMES, *DAY_NAMES, *phrases("spring|summer|autumn|winter|yesterday|tomorrow|thanksgiving|christmas")]
_NOT_MONTHS = frozenset({"match", "marches", "sprint", "springs", "sundays", "mondays"})
_DANGLING = frozenset({"of", "the", "on", "in", ",", "a"})
_SKIPPED = _DANGLING | {"semester", "term"}
_MARKS = frozenset("-/.")
_CENTURIES = {"nineteen": 1900, "twenty": 2000}
_MOST_WORDS = 12

_WORD = re.compile(r"'?[0-9]+(?:(?:st|nd|rd|th|s)(?![a-z]))?|[a-z]+|\S")
_SHAPES = {
    "y": re.compile(r"[0-9]{4}\Z"),
    "d": re.compile(r"[0-9]{1,2}\Z"),
    "o": re.compile(r"[0-9]{1,2}(?=(?:st|nd|rd|th)\Z)"),
    "q": re.compile(r"'[0-9]{2}\Z"),
    "x": re.compile(r"'?(?:[0-9]{2})?[0-9]0(?=s\Z)"),
}


class Tokens(NamedTuple):
    """An answer as tokens: `codes` and `values` side by side, the `marks` between them, if spelling was repaired."""

    codes: str
    values: tuple[int, ...]
    marks: str
    repaired: bool


class _Token(NamedTuple):
    code: str
    value: int
    end: int


@lru_cache(maxsize=64)  # the sides of a span are looked at several ways
def tokens(text: str) -> Tokens | None:
    """The tokens of plain `text`, or None where a part of it belongs to no date."""
    words = _WORD.findall(text)
    found: list[_Token] = []
    marks, mended, at = "", False, 0
    if len(words) > _MOST_WORDS or not (_MARKS | _DANGLING).isdisjoint(words[-1:]):
        return None
    while at < len(words):
        if token := _ago(words, at) or _phrase(words, at) or _spelled(words, at) or _shape(words, at):
            found, at = [*found, token], token.end
        elif words[at] in _SKIPPED or (words[at] == "." and words[at - 1].isalpha()):
            at += 1
        elif words[at] in _MARKS and found:
            marks, at = marks + words[at], at + 1
        elif name := repaired(words[at], _REPAIRABLE, _NOT_MONTHS):
            words[at], mended = name, True
        else:
            return None
    return Tokens("".join(t.code for t in found), tuple(t.value for t in found), marks, mended)


def _phrase(words: list[str], at: int) -> _Token | None:
    """The longest phrase of `_PHRASES` that begins at `words[at]`."""
    for length in range(_LONGEST_PHRASE, 0, -1):
        if token := _PHRASES.get(tuple(words[at : at + length])):
            return _Token(*token, at + length)
    return None


def _ago(words: list[str], at: int) -> _Token | None:
    """Years or months before today's: "two years ago", with a month beside it."""
    if "ago" not in words:
        return None
    back = take(words, at) or (Taken(1, at + 1) if words[at] == "a" else None)
    unit, ago = words[back.end : back.end + 2] if back and len(words) > back.end + 1 else ("", "")
    code = _UNITS.get(unit.removesuffix("s"), "v")
    return _Token(code, -int(back.value), back.end + 2) if back and ago == "ago" and code in "np" else None


def _shape(words: list[str], at: int) -> _Token | None:
    """Figures: a year, a day or month, "13th", "'19", "1990s"."""
    for code, shape in _SHAPES.items():
        if match := shape.match(words[at]):
            return _counted(words, _Token(code, int(match[0].lstrip("'")), at + 1))
    return None


def _spelled(words: list[str], at: int) -> _Token | None:
    """Numbers in words: "two thousand ten", "nineteen eighty-seven", "thirteenth", "thirteen"."""
    if words[at : at + 2] == ["two", "thousand"]:
        rest = small(words, at + 2 + (words[at + 2 : at + 3] in (["and"], ["oh"])))
        return _Token("y", 2000 + int(rest.value), rest.end) if rest else _Token("y", 2000, at + 2)
    if words[at] in _CENTURIES and (year := _in_century(words, at + 1)):
        return _Token("y", _CENTURIES[words[at]] + year.value, year.end)
    if place := ordinal(words, at):
        return _counted(words, _Token("o", int(place.value), place.end))
    day = small(words, at)
    return _Token("d", int(day.value), day.end) if day else None


def _in_century(words: list[str], at: int) -> _Token | None:
    """The rest of "nineteen eighty-seven" or "twenty oh five"; a day such as "twenty second" is none."""
    at += words[at : at + 1] == ["-"]
    zero = words[at : at + 1] in (["oh"], ["o"])
    rest = small(words, at + zero)
    if rest is None or ordinal(words, at + zero) or (rest.value >= 10) == zero:
        return None
    return _Token("y", int(rest.value), rest.end)


def _counted(words: list[str], token: _Token) -> _Token:
    """An ordinal with what it counts: "third quarter" is a quarter, "third day" the third."""
    counted = words[token.end] if token.code == "o" and token.end < len(words) else ""
    if counted in ("quarter", "qtr") and token.value <= _QUARTERS:
        return _Token("s", _QUARTER_CODE + token.value, token.end + 1)
    return token._replace(end=token.end + 1) if counted == "day" else token
