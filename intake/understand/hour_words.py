"""The words of an amount of hours as items, each with a one-letter code that the forms of `hours` are written in.

`n` number, `h` a time in hours, `c` CEUs, `s` sessions or days, `@` each, `*` times, `+` and, `-` to, `f` for,
`o` within, `b` between, and the periods `W` week, `T` month, `Q` quarter, `Y` year.
"""

from typing import NamedTuple

from intake.understand.amounts import counted
from intake.understand.counts import mended_words
from intake.understand.numbers import take
from intake.understand.words import phrases

_HOUR, _MINUTE = 1.0, 1 / 60
_UNITS = dict.fromkeys(phrases("hour|hours|hr|hrs|h"), _HOUR) | dict.fromkeys(
    phrases("minute|minutes|min|mins"), _MINUTE
)
_CODES: dict[str, str] = {
    word: code
    for code, words in {
        "c": "ceu|ceus",
        "s": "session|sessions|meeting|meetings|class|classes|workshop|workshops|visit|visits|module|modules|"
        "webinar|webinars|call|calls|day|days|trainings",
        "W": "week|weeks|wk|wks",
        "T": "month|months|mo",
        "Q": "quarter|quarters",
        "Y": "year|years|yr|yrs",
        "@": "each|per|every|apiece|/",
        "*": "x|*|times|at",
        "+": "plus|+|and|&|,",
        "-": "-|to|or",
        "f": "for",
        "o": "over|within|across|during",
        "b": "between",
        "@W": "weekly",
        "@T": "monthly",
        "@Q": "quarterly",
        "@Y": "yearly|annually",
    }.items()
    for word in phrases(words)
}
_NOISE = frozenset(
    phrases(
        """clock|contact|credit|training|reflective|supervision|rs|rsc|group|individual|total|worth|long|full|whole|the|in|
        all|of|monday|tuesday|wednesday|thursday|friday|saturday|sunday|on|(|)|."""
    )
)
_KNOWN = frozenset({*_UNITS, *_CODES, *_NOISE})
_LONGEST = 24


class Item(NamedTuple):
    """A code; for a number its value; for a time its value in hours, the hours in its unit, and how to say it."""

    code: str
    value: float = 0
    unit: float = 1
    said: str = ""


class Items(NamedTuple):
    """All items of an answer, whether a number among them was a loose one, and whether spelling was repaired."""

    items: list[Item]
    loose: bool
    repaired: bool


def items(text: str) -> Items | None:
    """The items of plain `text`, or None where a part of it belongs to no amount of hours."""
    words, mended = mended_words(text, "hours", "minutes", "sessions", known=_KNOWN)
    if len(words) > _LONGEST:
        return None
    found: list[Item] = []
    at, loose = 0, False
    while at < len(words):
        step = _step(words, at, found)
        if step is None:
            return None
        found, at, vague = step
        loose |= vague
    return Items(found, loose, mended)


_Step = tuple[list[Item], int, bool]


def _step(words: list[str], at: int, found: list[Item]) -> _Step | None:
    """The items found so far with those of `words[at]`, the place after it, and whether it was a loose number."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in _UNITS:
        return _time(words, at, found)
    if word == "-" and found and found[-1].code == "n" and (following in _UNITS or _CODES.get(following) == "s"):
        return found, at + 1, False
    if word in ("a", "an") and (following in _UNITS or _CODES.get(following, "") in ("s", "W", "T", "Q", "Y")):
        each = bool(found) and found[-1].code in ("h", "n", "s")
        return [*found, Item("@") if each else Item("n", 1)], at + 1, False
    if word in ("a", "an") and not found and take(words, at + 1) and not take(words, at):
        return found, at + 1, False
    if word == "quarter" or not (number := take(words, at)):
        return _other(words, at, found)
    if number.value < 1 and len(found) > 1 and found[-1].code == "+" and found[-2].code == "h":
        return [*found[:-2], _longer(found[-2], number.value * found[-2].unit)], number.end, number.loose
    return [*found, Item("n", number.value)], number.end, number.loose


def _other(words: list[str], at: int, found: list[Item]) -> _Step | None:
    word = words[at]
    if word == "of" and at + 1 < len(words) and take(words, at + 1):
        return [*found, Item("*")], at + 1, False
    if word in _CODES:
        return [*found, *map(Item, _CODES[word])], at + 1, False
    return (found, at + 1, False) if word in _NOISE else None


def _time(words: list[str], at: int, found: list[Item]) -> _Step | None:
    """A unit of time after its number; minutes join the hours before them: "2 hours (and) 30 minutes"."""
    unit = _UNITS[words[at]]
    if not found and words[at + 1 : at + 2] == ["and"]:
        return [Item("h", unit, unit, counted(1, _name(unit)))], at + 1, False
    if not found or found[-1].code != "n":
        return None
    number = found[-1].value
    before = found[:-1]
    if before and before[-1].code == "+":
        before = before[:-1]
    if unit == _MINUTE and before and before[-1].code == "h" and before[-1].unit == _HOUR:
        return [*before[:-1], _longer(before[-1], number * unit)], at + 1, False
    return [*found[:-1], Item("h", number * unit, unit, counted(number, _name(unit)))], at + 1, False


def _longer(time: Item, more: float) -> Item:
    value = time.value + more
    return Item("h", value, time.unit, counted(value / time.unit, _name(time.unit)))


def _name(unit: float) -> str:
    return "hour" if unit == _HOUR else "minute"
