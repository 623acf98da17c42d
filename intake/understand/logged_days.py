"""The days in a note of what was had, each as a date that cannot be misread."""

import datetime as dt
import re

from intake.understand.calendar_words import DAY_NAMES
from intake.understand.holidays import HOLIDAYS
from intake.understand.read import read
from intake.understand.slots import Reading, Slot

_WEEKDAY = (
    rf"(?:this |last |the )*(?:{'|'.join(DAY_NAMES)})|(?:(?:on|this|last) )+(?:mon|tues?|weds?|thurs?|thur|fri|sat|sun)"
)
#: A day of the week in short that stands by itself, as a word that ends a piece of a note or comes before its hours.
#: "Sun" is a name as well, and so is what is written like one.
_SHORT = r"(?-i:mon|tue|wed|thu|fri|sat|(?:[Tt]ues|[Ww]eds|[Tt]hurs?))"
_SHORTLY = (
    r"(?<!\band )(?<!\bthe )(?<!\bof )(?<!\ba )(?<!\ban )(?<!\bin )(?<!\bwith )"
    rf"{_SHORT}(?:\.(?=\s)|\.?(?=\s*(?:[,;:)]|\Z|\d|(?:for|from|at|an?|half|morning|afternoon|evening)\b)))"
)
_NEAR_TODAY = (
    r"(?:the )?day before yesterday|yesterday|this morning|this afternoon|tonight|today|tomorrow|"
    r"(?:an?|one|two|three|four|five|six|\d+) (?:day|week)s? ago"
)
#: A month by its name, long or short.
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
#: A day of a month, in figures.
NTH = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
#: Behind a day: no year, no further day, and nothing that makes hours of it ("1/2 hour").
_ALONE = r"(?![\d/]|,? ?(?:19|20)\d\d|[-.]\d|\s*(?:an? )?h(?:ou)?rs?\b)"
_HOLIDAY = "|".join(re.sub(r"s\b", "['’]?s", re.escape(name).replace(r"\ ", " ")) for name in HOLIDAYS)
_OF_WEEK = rf"(?:{'|'.join(DAY_NAMES)}|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)"
#: Behind a day of the week that is told with its date: "Friday 2/13".
_NO_DATE = rf"(?!\.?,? (?:the )?(?:{MONTH} \d|\d\d?/\d|\d\d?(?:st|nd|rd|th)))"
#: Days that are told from today, and days of which the year is not said.
_NEAR = re.compile(rf"(?:\b(?:on )?(?:{_WEEKDAY}|{_NEAR_TODAY})\b|\b{_SHORTLY}){_NO_DATE}", re.IGNORECASE)
_OF_A_YEAR = re.compile(
    rf"\b(?:on )?(?:{_OF_WEEK}\.?,? )?(?:the )?(?:{MONTH} {NTH} ?(?:-|–|to|and) ?(?P<last>{NTH}){_ALONE}"
    rf"|{MONTH} {NTH}{_ALONE}|{NTH} (?:of )?{MONTH}{_ALONE}|(?<![\d/.-])\d\d?/\d\d?{_ALONE})"
    rf"|\bon the {NTH}{_ALONE}|\bon (?:{_HOLIDAY})(?!\w)",
    re.IGNORECASE,
)
_THIS_DAY = re.compile(r"this morning|this afternoon|tonight", re.IGNORECASE)
_OF_SEVERAL = re.compile(rf"({MONTH} )\d.*?({NTH})\Z", re.IGNORECASE)
_HEADING = re.compile(r"(\d{4}-\d\d-\d\d):")


def dated(said: str, today: dt.date, within: dt.date) -> str:
    """`said` with its days as dates; a day without its year is the last one up to `within`, of several the last."""
    said = _NEAR.sub(lambda day: _written("today" if _THIS_DAY.search(day[0]) else day[0], today), said)
    said = _OF_A_YEAR.sub(lambda day: _written(_last(day) if day["last"] else day[0], within), said)
    return _HEADING.sub(r"\1,", said)


def several_days(said: str) -> bool:
    """Whether several days of a month are told: "Feb 6-7"."""
    return any(days["last"] for days in _OF_A_YEAR.finditer(said))


def _last(days: re.Match[str]) -> str:
    """The last of several days of a month: of "Feb 6-7" the 7th."""
    return _OF_SEVERAL.sub(r"\1\2", days[0])


def _written(day: str, by: dt.date) -> str:
    """A day as a date; as it was said where it cannot be read."""
    got = read(day, Slot("date"), by)
    return str(got.value) if isinstance(got, Reading) else day
