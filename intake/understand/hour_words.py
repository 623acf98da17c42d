"""The words of an amount of hours as items, each with a one-letter code that the forms of `hours` are written in.

`n` number, `h` a time in hours, `c` CEUs, `s` sessions or days, `@` each, `*` times, `r` how often, `+` and, `p` plus,
`m` minus, `u` out of, `-` to, `f` for, `o` within, `b` between; periods are `W` week, `T` month, `Q` quarter, `Y` year.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from intake.understand.amounts import counted
from intake.understand.counts import mended_words
from intake.understand.numbers import ORDINALS, shown, take
from intake.understand.words import phrases

_HOUR, _MINUTE = 1.0, 1 / 60
_UNITS = dict.fromkeys(phrases("hour|hours|hr|hrs|h"), _HOUR) | dict.fromkeys(
    phrases("minute|minutes|min|mins|m"), _MINUTE
)
_CODES: dict[str, str] = {
    word: code
    for code, words in {
        "c": "ceu|ceus",
        "s": "session|sessions|meeting|meetings|class|classes|workshop|workshops|visit|visits|module|modules|"
        "webinar|webinars|call|calls|day|days|trainings|course|courses|seminar|seminars|conference|conferences|lesson|"
        "lessons|lecture|lectures|supervisions|groups|shifts|evenings|mornings|afternoons|"
        "mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays",
        "W": "week|weeks|wk|wks",
        "T": "month|months|mo",
        "Q": "quarter|quarters",
        "Y": "year|years|yr|yrs",
        "@": "each|per|every|apiece|/",
        "*": "x|*|times|at|@",
        "r": "once|twice",
        "+": "and|&|,",
        "p": "plus|+",
        "m": "minus|less|without",
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
#: What hours are told apart by: "40 group and 15 individual".
_SORTS = frozenset(
    phrases("group|individual|online|virtual|live|reflective|supervision|training|rs|person|clinical|contact")
)
_NOISE = _SORTS | frozenset(
    phrases(
        """clock|credit|rsc|total|worth|long|full|whole|the|in|all|of|lunch|break|breaks|continuing|education|
        professional|development|monday|tuesday|wednesday|thursday|friday|saturday|sunday|on|(|)|."""
    )
)
_KNOWN = frozenset({*_UNITS, *_CODES, *_NOISE})
_DEFINITE = frozenset(phrases("the|those|these|my|our"))
_EACH = tuple([word] for word in phrases("a|an|each|per|every|/"))
_LONGEST = 24

_DAY = "|".join((*ORDINALS, "last", "next", "other"))
_HOUR_WORDS = {
    word: n for n, word in enumerate(phrases("one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"), start=1)
} | {"noon": 12, "midnight": 12}
_MINUTE_WORDS = {"fifteen": 15, "thirty": 30, "forty five": 45, "forty-five": 45}
_HALVES = {"noon": "p", "midnight": "a"}
_CLOCK = (
    rf"([0-9]{{1,2}}|{'|'.join(_HOUR_WORDS)})(?:(:?)([0-5][05]|(?<=:)[0-5][0-9])|[ -]({'|'.join(_MINUTE_WORDS)}))?"
    r"(?: ?([ap])\.?m\b\.?)?(?![a-z0-9])"
)
_CLOCKS = re.compile(rf"(?:\b(?:from|between) )?\b{_CLOCK} ?(?:-|to|until|till|til|and) ?{_CLOCK}(?! ?h(?:ou)?rs?\b)")
_NOON, _DAY_HOURS, _LONGEST_SPAN = 12, 24, 16
#: Without "am" and "pm", a day's work begins at these hours and ends by these: "9 to 4".
_BEGINS, _ENDS = range(7, 12), range(1, 7)


class _Clock(NamedTuple):
    """A time of day: its hour of twelve with the minutes in it, "a" or "p" where told, and whether it is surely one."""

    time: float
    half: str
    sure: bool


def _clock(hour: str, colon: str, minute: str, spoken: str, half: str) -> _Clock | None:
    hours = _HOUR_WORDS.get(hour) or int(hour)
    half = half or _HALVES.get(hour, "")
    if not 1 <= hours <= _NOON:
        return None
    minutes = _MINUTE_WORDS[spoken] if spoken else int(minute or 0)
    return _Clock(hours % _NOON + minutes / 60, half, bool(colon or half or spoken))


def _elapsed(match: re.Match[str]) -> str:
    """The hours from one time of day to another: "9am to 4pm", "1-3pm", "10 to noon", "9 to 4"; else as it was."""
    parts = [part or "" for part in match.groups()]
    start, end = _clock(*parts[:5]), _clock(*parts[5:])
    if start is None or end is None:
        return match[0]
    at_work = int(start.time) in _BEGINS and int(end.time) in _ENDS
    if not (start.half or end.half) and not (at_work or (start.sure and end.sure)):
        return match[0]
    later = start.half != end.half if start.half and end.half else end.time <= start.time
    span = (end.time + _NOON * later - start.time) % _DAY_HOURS
    return f"{shown(span)} hours" if 0 < span <= _LONGEST_SPAN else match[0]


_HOURS_MINUTES = re.compile(r"\b([0-9]{1,3}) ?h(?:r|rs|our|ours)?\.? ?([0-5][05])\Z")
_BREAK = re.compile(
    r"\b(?:with|w/|w(?= )|but|less|not counting|excluding) ?(?=(?:[a-z0-9./-]+ ){1,4}(?:lunch|break|breaks)\b)"
)
#: Ways of saying a time that read word by word would be another, or nothing.
_IDIOMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str] | str], ...] = (
    (_CLOCKS, _elapsed),
    (_BREAK, "minus "),
    (re.compile(r"\b(?:each|every) time\b"), "each"),
    (re.compile(r"\bevery (?:other|second|2nd) (week|month|year)\b"), r"0.5 times per \1"),
    (re.compile(r"\b(?:fortnightly|every fortnight)\b"), "0.5 times per week"),
    (re.compile(r"\b(?:for )?(?:all of|all|the whole of|throughout) (?:last|this|the|that) year\b"), "for 1 year"),
    (_HOURS_MINUTES, r"\1 hours \2 minutes"),
    (re.compile(r"\b(?:a |one )?quarter (?:of an )?hour\b"), "15 minutes"),
    (re.compile(r"\bthree[ -]quarters of an hour\b"), "45 minutes"),
    (re.compile(r"\b(hours?) and a quarter\b"), r"\1 15 minutes"),
    (re.compile(r"\b(?:an )?hour-?long\b"), "1 hour"),
    (re.compile(r"\bceus? (?:credits?|units?)\b"), "ceus"),
    (re.compile(r"\b(?:ce|pd|cpd|cpe|cme) (?=(?:hours?|hrs?|credit hours)\b)"), ""),
    (re.compile(rf"\b(?:on )?the (?:{_DAY}) (?:day|session|week|weekend)\b"), ""),
    (re.compile(r"\bin the (?:morning|afternoon|evening)\b"), ""),
)


class Item(NamedTuple):
    """A code; for a number its value; for a time its value in hours, the hours in its unit, and how to say it."""

    code: str
    value: float = 0
    unit: float = 1
    said: str = ""


class Items(NamedTuple):
    """All items of an answer.

    Whether a number among them was a loose one, whether a word was put right, and whether times of day were read.
    """

    items: list[Item]
    loose: bool
    repaired: bool
    clocks: bool


def items(text: str) -> Items | None:
    """The items of plain `text`, or None where a part of it belongs to no amount of hours."""
    told = text
    for idiom, meant in _IDIOMS:
        told = idiom.sub(meant, told)
    words, mended = mended_words(told, "hours", "minutes", "sessions", known=_KNOWN)
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
    return Items(found, loose, mended or told != text, _CLOCKS.sub(_elapsed, text) != text)


_Step = tuple[list[Item], int, bool]


def _step(words: list[str], at: int, found: list[Item]) -> _Step | None:
    """The items found so far with those of `words[at]`, the place after it, and whether it was a loose number."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in _UNITS:
        return _time(words, at, found)
    if word == "-" and found and found[-1].code == "n" and (following in _UNITS or _CODES.get(following) == "s"):
        return found, at + 1, False
    if word in ("a", "an") and (following in _UNITS or _CODES.get(following, "") in ("s", "W", "T", "Q", "Y")):
        each = bool(found) and found[-1].code in ("h", "n", "s", "r")
        return [*found, Item("@") if each else Item("n", 1)], at + 1, False
    if word in ("a", "an") and not found and take(words, at + 1) and not take(words, at):
        return found, at + 1, False
    if word == "quarter" or not (number := take(words, at)):
        return _other(words, at, found)
    if words[number.end : number.end + 1] == ["times"] and words[number.end + 1 : number.end + 2] in _EACH:
        return [*found, Item("r", number.value)], number.end + 1, number.loose
    if number.value < 1 and len(found) > 1 and found[-1].code == "+" and found[-2].code == "h":
        return [*found[:-2], _longer(found[-2], number.value * found[-2].unit)], number.end, number.loose
    return [*found, Item("n", number.value)], number.end, number.loose


def _other(words: list[str], at: int, found: list[Item]) -> _Step | None:
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if (word, following) == ("out", "of") or (word == "of" and following in _DEFINITE and take(words, at + 2)):
        return [*found, Item("u")], at + 1 + (word == "out"), False
    if word == "of" and (take(words, at + 1) or following in ("a", "an")):
        return [*found, Item("*", said=word)], at + 1, False
    if word in _SORTS and found and found[-1].code == "n" and not _counts_more(words, at):
        value = found[-1].value
        return [*found[:-1], Item("h", value, _HOUR, counted(value, "hour"))], at + 1, False
    if _CODES.get(word) == "+" and found and found[-1].code == "+":
        return found, at + 1, False
    if word in _CODES:
        value = {"once": 1, "twice": 2}.get(word, 0)
        return [*found, *(Item(code, value, said=word) for code in _CODES[word])], at + 1, False
    return (found, at + 1, False) if word in _NOISE else None


def _counts_more(words: list[str], at: int) -> bool:
    """Whether a number before the words at `at` counts what follows those: "3 group sessions", "10 group hours"."""
    after = next((word for word in words[at:] if word not in _NOISE), "")
    return after in _UNITS or _CODES.get(after, "") in ("s", "c")


def _time(words: list[str], at: int, found: list[Item]) -> _Step | None:
    """A unit of time after its number; minutes join the hours before them: "2 hours (and) 30 minutes"."""
    unit = _UNITS[words[at]]
    if words[at + 1 : at + 2] == ["and"] and (not found or found[-1].code in "+@*"):
        return [*found, Item("h", unit, unit, counted(1, _name(unit)))], at + 1, False
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
