"""How long something was, in a note: "from 9 to 10:30", "3 x 1 hour", "two 90-minute sessions", as hours in all."""

import re

from intake.understand.words import phrases

_WORDS = phrases("one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve")
_NUMBERS = {word: n for n, word in enumerate(_WORDS, start=1)} | {"a": 1, "an": 1, "half an": 0.5}
_TIME = r"(?P<{0}>[01]?\d|2[0-3])(?:[:.](?P<{0}m>[0-5]\d))?(?:\s*(?P<{0}h>[ap]\.?m\b\.?))?"
_SPAN = re.compile(
    rf"(?<![\d/.:-])\b(?P<said>from |between )?{_TIME.format('a')}\s*(?:-|–|to|till?|until|and)\s*{_TIME.format('b')}"
    r"(?![\d/:%-]|[.,]\d| ?(?:st|nd|rd|th|of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"| ?(?:h|min|day|week|month|year))",
    re.IGNORECASE,
)
_LENGTH = r"(?P<length>\d+(?:[.,]\d+)?|an?|one|two|three|half an)[- ]?(?P<unit>h(?:ou)?rs?|h|min(?:ute)?s?)\b\.?"
_COUNT = rf"(?<![\d.,/:-])\b(?P<count>\d\d?|{'|'.join(_WORDS)})"
_MEETINGS = r"(?:sessions?|meetings?|times|calls?|visits?)\b"
_TIMES = tuple(
    re.compile(way, re.IGNORECASE)
    for way in (
        rf"{_COUNT}\s*(?:x|×|\*)\s*{_LENGTH}(?: each)?",
        rf"{_COUNT}[ -]{_LENGTH}[ -]{_MEETINGS}",
        rf"{_COUNT} {_MEETINGS},? (?:of|at|for) {_LENGTH}(?: each)?",
    )
)
_HOURS = re.compile(r"\d\s*h\b|\b(?:h(?:ou)?rs?|min(?:ute)?s?)\b", re.IGNORECASE)
_NOON, _HALF_DAY, _DAY = 12, 12 * 60, 24 * 60


def in_all(said: str) -> str:
    """`said` with times of the day and lengths told several times as hours, where that can be read in one way only."""
    if not _HOURS.search(said):
        return _SPAN.sub(_between, said, count=1)
    for way in _TIMES:
        if found := way.search(said):
            return f"{said[: found.start()]}{_product(found)}{said[found.end() :]}"
    return said


def _between(said: re.Match[str]) -> str:
    """From one time of the day to another; of two that do not say so, it was the shorter way round the clock."""
    if not (said["said"] or said["am"] or said["bm"] or said["ah"] or said["bh"]):
        return said[0]
    start, end = _minutes(said, "a"), _minutes(said, "b")
    whole = (said["ah"] and said["bh"]) or max(int(said["a"]), int(said["b"])) > _NOON
    length = (end - start) % (_DAY if whole else _HALF_DAY)
    return _hours(length) if length else said[0]


def _minutes(said: re.Match[str], side: str) -> int:
    hour, half = int(said[side]), (said[f"{side}h"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour * 60 + int(said[f"{side}m"] or 0)


def _product(said: re.Match[str]) -> str:
    minutes = 1 if said["unit"].lower().startswith("m") else 60
    return _hours(_number(said["count"]) * _number(said["length"]) * minutes)


def _number(word: str) -> float:
    return _NUMBERS[word.lower()] if word.lower() in _NUMBERS else float(word.replace(",", "."))


def _hours(minutes: float) -> str:
    return f"{round(minutes / 60, 2):g} hours"
