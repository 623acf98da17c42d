"""The words and figures of dates as tokens: what the forms of `dates` are matched against.

A token is a one-letter code and a number. Codes: `y` year, `q` two figures after an apostrophe, `d` one or two figures,
`o` ordinal, `m` month, `s` season or quarter (its EDTF number), `x` decade (its first year), `w` weekday (Monday 0),
`p` and `n` a month and a year by their distance from today's, `r` last, this or next (-1, 0, 1), `t` days from today.
"""

import re
from typing import NamedTuple

from intake.understand.numbers import ordinal, small
from intake.understand.words import phrases, repaired

_NAMES = phrases("january|february|march|april|may|june|july|august|september|october|november|december")
#: Days of the week, Monday first.
DAY_NAMES = phrases("monday|tuesday|wednesday|thursday|friday|saturday|sunday")
_MONTHS = {name: n for n, name in enumerate(_NAMES, start=1)} | {name[:3]: n for n, name in enumerate(_NAMES, start=1)}
_WEEKDAYS = {name: n for n, name in enumerate(DAY_NAMES)} | {name[:3]: n for n, name in enumerate(DAY_NAMES)}
_DECADES = {"fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990}
_STEPS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_CODES: dict[str, tuple[str, int]] = (
    {word: ("m", n) for word, n in (_MONTHS | {"sept": 9}).items()}
    | {word: ("w", n) for word, n in (_WEEKDAYS | {"tues": 1, "thurs": 3}).items()}
    | {word: ("s", n) for word, n in {"spring": 21, "summer": 22, "fall": 23, "autumn": 23, "winter": 24}.items()}
    | {word: ("x", n) for word, n in _DECADES.items()}
    | {word: ("r", n) for word, n in _STEPS.items()}
    | {"yesterday": ("t", -1), "today": ("t", 0), "tomorrow": ("t", 1)}
)
_REPAIRABLE = [*_NAMES, "spring", "summer", "autumn", "winter"]
_NOT_MONTHS = frozenset({"match", "marches", "sprint"})
_SKIPPED = frozenset({"of", "the", "on", "in", ",", "a"})
_MARKS = frozenset("-/.")
_CENTURIES = {"nineteen": 1900, "twenty": 2000}
_QUARTER_CODE, _QUARTERS = 32, 4
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


def tokens(text: str) -> Tokens | None:
    """The tokens of plain `text`, or None where a part of it belongs to no date."""
    words = _WORD.findall(text)
    found: list[_Token] = []
    marks, mended, at = "", False, 0
    if len(words) > _MOST_WORDS or not _MARKS.union(_SKIPPED).isdisjoint(words[-1:]):
        return None
    while at < len(words):
        if token := _spelled(words, at) or _stepped(words, at) or _shape(words, at) or _named(words, at):
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


def _shape(words: list[str], at: int) -> _Token | None:
    """Figures: a year, a day or month, "13th", "'19", "1990s"."""
    for code, shape in _SHAPES.items():
        if match := shape.match(words[at]):
            return _quarter(words, _Token(code, int(match[0].lstrip("'")), at + 1))
    return None


def _spelled(words: list[str], at: int) -> _Token | None:
    """Numbers in words: "two thousand ten", "nineteen eighty-seven", "thirteenth", "thirteen"."""
    if words[at : at + 2] == ["two", "thousand"]:
        rest = small(words, at + 2 + (words[at + 2 : at + 3] == ["and"]))
        return _Token("y", 2000 + int(rest.value), rest.end) if rest else _Token("y", 2000, at + 2)
    if words[at] in _CENTURIES and (year := _in_century(words, at + 1)):
        return _Token("y", _CENTURIES[words[at]] + year.value, year.end)
    if place := ordinal(words, at):
        return _quarter(words, _Token("o", int(place.value), place.end))
    day = small(words, at)
    return _Token("d", int(day.value), day.end) if day else None


def _in_century(words: list[str], at: int) -> _Token | None:
    """The rest of "nineteen eighty-seven" or "twenty oh five"; a day such as "twenty second" is none."""
    zero = words[at : at + 1] in (["oh"], ["o"])
    rest = small(words, at + zero)
    if rest is None or ordinal(words, at + zero) or (rest.value >= 10) == zero:
        return None
    return _Token("y", int(rest.value), rest.end)


def _quarter(words: list[str], token: _Token) -> _Token:
    if token.code == "o" and token.value <= _QUARTERS and words[token.end : token.end + 1] == ["quarter"]:
        return _Token("s", _QUARTER_CODE + token.value, token.end + 1)
    return token


def _stepped(words: list[str], at: int) -> _Token | None:
    """Two words that are one token: "last month", "this past", "quarter 3"; and q3."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] in _STEPS and following in ("month", "year"):
        return _Token("p" if following == "month" else "n", _STEPS[words[at]], at + 2)
    if words[at] == "this" and following in ("past", "coming"):
        return _Token("r", _STEPS[following], at + 2)
    if words[at] in ("q", "quarter") and following in ("1", "2", "3", "4"):
        return _Token("s", _QUARTER_CODE + int(following), at + 2)
    return None


def _named(words: list[str], at: int) -> _Token | None:
    code, value = _CODES.get(words[at], ("", 0))
    return _Token(code, value, at + 1) if code else None
