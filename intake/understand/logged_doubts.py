"""What stands against writing a note down: no such day, less than no hours, figures that went unread."""

import datetime as dt
import re

from intake.portfolio.edtf import bounds
from intake.understand.calendar_words import DAY_NAMES
from intake.understand.facts import Facts
from intake.understand.logged_days import MONTH, several_days
from intake.understand.read import read
from intake.understand.slots import Again, Reading, Slot

_BELOW_ZERO = re.compile(
    r"(?:\A\W*(?:minus|negative) |(?:\A|(?<=[\s,(]))[-–−])(?=\.?\d)\S+(?: (?:h|m)\w*)?", re.IGNORECASE
)
#: What stands in quotation marks, such as a title.
QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")
_NTH = r"\d\d?(?:st|nd|rd|th)?"
#: What is written as a day, be there such a day or not. "1/2 hour" is none; "3.11." is one day here and another there.
_DAY = re.compile(
    rf"\b(?:{MONTH} {_NTH}\b|{_NTH} (?:of )?{MONTH}(?!\w)|(?<![\d/.-])\d\d?/\d\d?|(?<![\d/.-])\d\d?\.\d\d?\.)"
    r"(?P<year>(?:,? |[/-])?(?:19|20)\d\d\b|/\d\d\b)?(?![\d/]|\s*(?:of )?(?:an? )?h(?:(?:ou)?rs?)?\b)",
    re.IGNORECASE,
)
#: Figures and words of time: where they are not read, or are taken for a part of a name, something would be lost.
_TELLING = re.compile(
    rf"\d|\b(?:every|each|per|weekly|monthly|daily|twice|since|until|till|ago|yesterday|today|tomorrow|{'|'.join(DAY_NAMES)}"
    rf"|(?:hour|minute|day|week|month|year)s?|(?:in|of|from|to|last|next|this|early|late|mid)[ -]{MONTH})(?!\w)",
    re.IGNORECASE,
)
#: What says of which kind a training was: "a two-day workshop".
_DAY_LONG = re.compile(r"\b(?:\d|one|two|three|four|five|half|full|all|whole)[- ]day\b", re.IGNORECASE)
#: A surname, or a day of the week in short.
_LIKE_A_DAY = re.compile(r"(?<!\S)(?:mon|tue|wed|fri|sat|sun)\.?\Z", re.IGNORECASE)
_DAYS_LONG = re.compile(
    r"\b(?:(?:[2-9]|\d\d|two|three|four|five|six|seven)[- ]days?|week(?:end)?s?|week-?long|month)\b", re.IGNORECASE
)
_CHANGES = re.compile(
    r"\A\W*(?:please )?(?:(?:undo|delete|erase)\b|(?:remove|change|correct|fix|cancel|scratch|take (?:back|off|out))"
    r" (?:the|my|that|this|it|last)\b|(?:oh\W+)?(?:(?:no|wait|sorry|oops|actually|correction|i meant?)\b[\s,.:!]*)+"
    r"(?:\d|an? |it\b|that\b|not\b)|(?:it|that|they) (?:was|were|should)\b)"
    r"|\bnot \d+(?:[.,]\d+)?(?: ?h(?:ou)?rs?)?\W*\Z",
    re.IGNORECASE,
)
_HOURS = re.compile(r"\b\d[\d.,]* (?:hour|minute)s\b", re.IGNORECASE)
_ONE_HOUR = re.compile(r"(\A1 \w+?)s\Z")
_PIECES = re.compile(r"[,;()\n]+|\s{2,}|\.(?:\s|\Z)")


def below_zero(words: str) -> str:
    """Hours that are less than none, as they were written: "-3 hours"; empty where there are none."""
    found = _BELOW_ZERO.search(words)
    return found[0].strip() if found else ""


def lasted(words: str) -> bool:
    """Whether what was had went on over days, or may have: "Feb 6-7", "a two-day workshop", "a conference all week"."""
    return several_days(words) or bool(_DAYS_LONG.search(words))


def no_day(words: str, within: dt.date) -> tuple[str, Again] | None:
    """What is written as a day in `words` and is none, such as "Feb 30", and why not; without a year up to `within`."""
    for day in _DAY.finditer(QUOTED.sub(" ", words)):
        got = read(day[0], Slot("date"), within)
        why = got if isinstance(got, Again) or day["year"] else _in_no_year(day[0], within)
        if isinstance(why, Again):
            return day[0], why
    return None


def _in_no_year(day: str, within: dt.date) -> Again | None:
    """Why neither the year of `within` nor the one before has had such a day: "March 50", "2/29"."""
    read_in = [read(f"{day}, {year}", Slot("date"), within) for year in (within.year, within.year - 1)]
    if any(isinstance(got, Reading) and bounds(got.value).earliest <= within for got in read_in):
        return None
    return next((got for got in read_in if isinstance(got, Again)), None)


def _unsure_day(words: str, told: Facts) -> bool:
    """Whether words end as a day of the week does where no day is told: "Ann Sun"."""
    return bool(_LIKE_A_DAY.search(words)) and not any(name.endswith(".date") for name in told.found)


def changes(words: str) -> bool:
    """Whether words are about an entry that was written down before: "no, it was 2 hours", "delete the last one"."""
    return bool(_CHANGES.search(QUOTED.sub(" ", words)))


def unread(said: str, told: Facts, names: tuple[str, ...]) -> tuple[str, ...]:
    """The pieces of `said` that went into none of the facts `told` though they speak of an amount or of a time.

    So does a time within what was taken for one of `names`: "J since March" is nobody's name, and "J Mon" may be none.
    Of hours that are told more than once, all are unread.
    """
    rest = _DAY_LONG.sub(" ", said)
    for _reading, words in told.found.values():
        rest = rest.replace(words, "  ", 1)
    if len(hours := _HOURS.findall(said)) > 1:
        return tuple(_ONE_HOUR.sub(r"\1", hour) for hour in hours)
    pieces = [piece.strip() for piece in _PIECES.split(rest)]
    taken = [told.found[name][1] for name in names if name in told.found]
    return tuple(piece for piece in (*pieces, *taken) if _TELLING.search(piece) or _unsure_day(piece, told))
