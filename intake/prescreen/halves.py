"""Half of a time: a beginning or an end that is said alone, as in "hired jan 2018" and "was there until 2019"."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from intake.portfolio.edtf import bounds
from intake.portfolio.months import ONGOING
from intake.understand.excerpts import excerpts
from intake.understand.records import Field
from intake.understand.slots import Reading, Slot
from intake.understand.still import still
from intake.understand.words import plain

_DATE = Field("", Slot("date", grain="month"))
_SPAN = Field("", Slot("span", grain="month"))
_BEGINS = r"hired|started|began|joined"
_UNTIL = r"until|untill|till?|thru|through|up to|left|quit|retired|resigned"
#: After these a date may as well be that of a degree.
_DONE = r"ended|finished|stopped"
_BETWEEN = r"(?:\s+(?:there|here|it|that|working|the|this|my|job|was|i|in|on|at|around|about|(?-i:[A-Z][\w-]*)))*?\s+"
_FORM = r"\b(?:(?P<start>{begins})|(?P<end>{ends})){between}(?=[\w'])"
_NO_AWARD = re.compile(_FORM.format(begins=_BEGINS, ends=_UNTIL, between=_BETWEEN), re.IGNORECASE)
_ANY = re.compile(_FORM.format(begins=_BEGINS, ends=f"{_UNTIL}|{_DONE}", between=_BETWEEN), re.IGNORECASE)


#: How long, and nothing beside it.
_LASTED = re.compile(
    r"(?:(?:and|so|for|(?:I|she|he)(?:['\u2019](?:m|ve|s))?|have|has|been|was|worked|working|at it|there|here|"
    r"doing (?:it|this|that)|about|around|maybe|almost|over|like|roughly|only|just)\s+)*"
    r"(?:[0-9]+(?:\.5|\s*-\s*[0-9]+)?|an?|a few|several|many|a couple(?: of)?|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\+?"
    r"(?:\s+and a half)?\s*(?:y|yrs?|years?|months?|mos?)"
    r"(?:\s+(?:there|here|now|total|in total|altogether|(?:of\s+)?experience|in the field|full[- ]time|part[- ]time|"
    r"or so))*\W*",
    re.IGNORECASE,
)
_AT_WORK = re.compile(r"\b(?:worked|working|been there|been doing|experience|in the field)\b", re.IGNORECASE)


class Half(NamedTuple):
    """One side of a time, as a date, and the words that said it."""

    side: Literal["start", "end"]
    reading: Reading
    words: str


def half(words: str, today: dt.date) -> Half | None:
    """The side of a time that `words` say alone; None where they say none, or both."""
    return _half(words, _ANY, today)


def without_half(words: str, today: dt.date) -> str:
    """The words without one that is no date of a degree: "was there until 2019"."""
    found = _half(words, _NO_AWARD, today)
    return words.replace(found.words, " , ", 1) if found else words


def _half(words: str, form: re.Pattern[str], today: dt.date) -> Half | None:
    lead = form.search(words)
    if lead is None or excerpts(words, [_SPAN], today):
        return None
    for lead in form.finditer(words):
        dates = excerpts(words[lead.end() :], [_DATE], today)
        if dates and dates[0].start == 0:
            end = lead.end() + dates[0].end
            return Half("start" if lead["start"] else "end", dates[0].reading, words[lead.start() : end])
    return None


def goes_on(words: str) -> bool:
    """Whether a part of `words` says no more than that something still goes on: "she's still there, full time"."""
    return any(still(plain(part.strip())) == "sure" for part in re.split(r"[,;.]", words))


def lasted(words: str, *, at_work: bool = False) -> bool:
    """Whether `words` say no more than how long something lasted; and that it was work, where that is wanted."""
    return bool(_LASTED.fullmatch(words)) and (not at_work or bool(_AT_WORK.search(words)))


def whole(told: Half, span: Mapping[str, str] | None, before: Iterable[Half]) -> dict[str, str] | None:
    """The time that `told` makes with the `span` known, or with the half that was told `before`; None with neither.

    An end closes or moves a span; a beginning only says one more closely.
    """
    one = str(told.reading.value)
    made: dict[str, str] = {}
    if span is None:
        other = next((each for each in before if each.side != told.side), None)
        made = {told.side: one, other.side: str(other.reading.value)} if other else {}
    elif told.side == "end" or one.startswith(span["start"]):
        made = {**span, told.side: one}
    return made if made and in_order(made) else None


def within(lasted: Mapping[str, str], before: Iterable[Half]) -> dict[str, str] | None:
    """The part from the beginning of what `lasted` up to an end that was told; None where that is not within it."""
    end = next((str(one.reading.value) for one in before if one.side == "end"), "")
    made = {"start": lasted["start"], "end": end}
    return made if end and in_order(made) and in_order({"start": end, "end": lasted["end"]}) else None


def in_order(span: Mapping[str, str]) -> bool:
    """Whether a span does not end before it begins."""
    return span["end"] == ONGOING or bounds(span["start"]).earliest <= bounds(span["end"]).latest
