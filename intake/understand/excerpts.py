"""The figures, dates and choices that stand among other words, each with its place in the text.

Runs of words that can belong to an amount or a date are cut out and given to the readers; what no reader takes as a
whole is no excerpt. So nothing is read here that would not be an answer by itself.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from intake.understand.emails import email
from intake.understand.option_names import exact
from intake.understand.records import Field, name_words
from intake.understand.slots import Again, Reading, Result, Slot
from intake.understand.whole import whole
from intake.understand.words import phrases

#: The reader of a yes or no that is told by a cue.
CUES = "cues"
_TOKEN = re.compile(r"[,;()]|[^\s,;()]+")
_MOST_TOKENS, _REACH, _MOST_TRIES, _LONGEST_OPTION = 60, 8, 18, 6
_HOUR_UNIT = re.compile(
    r"(?:[0-9.]+|[a-z]+)?-?(?:hours?|hrs?|minutes?|mins?|ceus?|contact|clock)\.?|[0-9.]+h(?:[0-9]{2})?", re.IGNORECASE
)
_BESIDE_HOURS = frozenset(
    phrases(
        """one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|half|
        a|an|quarter|couple|dozen|x|*|\u00d7|+|of|each|and|per|every|sessions|session|times|days|day|weeks|week|weekly|
        month|months|monthly|year|years|total|about|around|roughly|approximately|for|long|hours|hour|contact|clock|
        credit|to|or|/|classes|meetings|groups"""
    )
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATED = re.compile(
    rf"{_MONTH}|'?[0-9]{{2}}|(?:19|20)[0-9]{{2}}s?|[0-9]{{1,2}}(?:st|nd|rd|th)?|[0-9]+(?:[/.-][0-9]+)+|"
    rf"{_MONTH}[-/][0-9]+|(?:19|20)[0-9]{{2}}-(?:present|now|current|today)|"
    r"yesterday|today|ago|last|next|spring|summer|fall|autumn|winter",
    re.IGNORECASE,
)
_BESIDE_DATES = frozenset(
    phrases(
        """to|or|-|\u2013|\u2014|through|thru|until|till|til|from|between|and|in|of|on|the|since|started|began|ended|left|
        finished|completed|graduated|still|there|working|here|present|now|current|currently|ongoing|date|early|late|mid|
        about|around|ago|last|this|next|year|yr|month|week|just|one|day|i|was|it|years|months|two|three|four|five|class|
        sometime|today|im|i'm|am|do|work|getting"""
    )
)
#: A date among other words has a year, or says how far off it is; "3-5" may be ages.
_CERTAIN = re.compile(
    r"(?:19|20)[0-9]{2}|'[0-9]{2}|\b(?:ago|last|this|next|yesterday|today)\b|[0-9]/[0-9]+/[0-9]|"
    rf"\b{_MONTH}\s+[0-9]|[0-9](?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b|"
    r"\b(?:graduated|class of|grad)\s+'?[0-9]{2}\Z",
    re.IGNORECASE,
)
#: The kinds that are read out of figures, and the numbers in words that a name may hold.
_OF_FIGURES = frozenset({"date", "span", "hours"})
_NUMBER_WORDS = frozenset(
    phrases("zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third")
)
_FROM_BIRTH = frozenset(phrases("birth|zero|0"))
_LINKS = frozenset(phrases("to|of|and|&|for"))
_IN_A_NAME, _AGES = "\N{BULLET}", 2
#: Names of options that say something else among other words.
_GENERAL = frozenset(phrases("yes|no|none|other|both|i|ii|iii|iv|done|sent|asked|work|part|full|half"))


class Token(NamedTuple):
    """A word or a mark, and where it stands."""

    text: str
    start: int
    end: int


class Excerpt(msgspec.Struct, frozen=True):
    """What a stretch of text, from `start` to `end`, was read as, for a field; `words` is that stretch."""

    field: str
    reading: Reading
    start: int
    end: int
    words: str


def tokens(text: str) -> list[Token]:
    """The words and marks of `text`; of a long text only the first."""
    return [Token(m[0], m.start(), m.end()) for _n, m in zip(range(_MOST_TOKENS), _TOKEN.finditer(text), strict=False)]


def excerpts(text: str, fields: Sequence[Field], today: dt.date) -> list[Excerpt]:
    """What of `text` can be read for `fields` that are no plain words; each field at most once, nothing twice."""
    found: list[Excerpt] = []
    words = tokens(text)
    figures = outside_names(words)
    for kinds, finder in _FINDERS:
        for field in fields:
            if field.slot.kind in kinds and not _second_date(text, field, found, fields):
                among = figures if field.slot.kind in _OF_FIGURES else words
                free = [t for t in among if not any(e.start < t.end and t.start < e.end for e in found)]
                found += [e for e in [finder(text, free, field, today)] if e]
    return sorted(found, key=lambda excerpt: excerpt.start)


def outside_names(words: Sequence[Token]) -> list[Token]:
    """The words, with a mark in place of each number that is a part of a name: "Zero to Three", "Three Rivers"."""
    return [token._replace(text=_IN_A_NAME) if _in_a_name(words, n) else token for n, token in enumerate(words)]


def _in_a_name(words: Sequence[Token], n: int) -> bool:
    """Whether the word at `n` is a number beside which a name goes on: in capitals, or "birth to three"."""
    word = words[n].text
    before = [token.text for token in words[max(0, n - 2) : n]]
    after = words[n + 1].text if n + 1 < len(words) else ""
    ages = len(before) == _AGES and before[1].casefold() == "to" and before[0].casefold() in _FROM_BIRTH
    if ages and word.casefold() in ("three", "3") and not _HOUR_UNIT.fullmatch(after):
        return True
    if word.casefold() not in _NUMBER_WORDS or not word[0].isupper():
        return False
    linked = len(before) == _AGES and before[1].casefold() in _LINKS and before[0][0].isupper()
    follows = bool(before) and _capital_name(before[-1]) and not after[:1].islower()
    return (linked and not _beside_hours(after or ".")) or follows or _capital_name(after) or after.casefold() == "to"


def _capital_name(word: str) -> bool:
    """Whether a word is written as a name is, and belongs to no amount or date."""
    return word[:1].isupper() and not (_beside_hours(word) or _beside_dates(word))


def of_time(text: str) -> bool:
    """Whether `text` is made of the words and figures of dates and amounts alone."""
    words = [token.text for token in tokens(text)]
    words = [word.lstrip("-+") or word for word in words]
    return any(w[0].isdigit() for w in words) and all(_beside_dates(w) or _beside_hours(w) for w in words)


def _second_date(text: str, field: Field, found: Sequence[Excerpt], fields: Sequence[Field]) -> bool:
    """Whether a date is found already, and the text does not name another: an expiry is said to be one."""
    dated = {f.id for f in fields if f.slot.kind in ("date", "span")}
    if field.id not in dated or not any(excerpt.field in dated for excerpt in found):
        return False
    said = set(name_words(text))
    return not any(said & set(name_words(name)) for name in field.names)


def _hours(text: str, free: list[Token], field: Field, today: dt.date) -> Excerpt | None:
    anchors = [n for n, token in enumerate(free) if _HOUR_UNIT.fullmatch(token.text)]
    return _longest(text, free, anchors, _beside_hours, field, today)


def _beside_hours(word: str) -> bool:
    if _YEAR.fullmatch(word):
        return False
    return word.casefold() in _BESIDE_HOURS or word[0].isdigit() or _HOUR_UNIT.fullmatch(word) is not None


def _dates(text: str, free: list[Token], field: Field, today: dt.date) -> Excerpt | None:
    anchors = [n for n, token in enumerate(free) if _DATED.fullmatch(token.text.rstrip(".")) or _apart(token.text)]
    return _longest(text, free, anchors, _beside_dates, field, today)


def _apart(word: str) -> bool:
    """Two dates with a dash between them, in one word."""
    left, dash, right = word.partition("-") if "-" in word else word.partition("\u2013")
    return bool(dash) and bool(_DATED.fullmatch(left) and (not right or _DATED.fullmatch(right)))


def _beside_dates(word: str) -> bool:
    return word == "," or word.casefold().rstrip(".") in _BESIDE_DATES or bool(_DATED.fullmatch(word.rstrip(".")))


def _emails(_text: str, free: list[Token], field: Field, _today: dt.date) -> Excerpt | None:
    for token in free:
        if "@" in token.text and (reading := email(token.text)):
            return Excerpt(field.id, reading, token.start, token.end, token.text)
    return None


def _longest(
    text: str, free: list[Token], anchors: list[int], beside: Callable[[str], bool], field: Field, today: dt.date
) -> Excerpt | None:
    """The longest run round one of `anchors` that is an answer to `field`."""
    best: tuple[int, Excerpt] | None = None
    done, tries = -1, 0
    for anchor in anchors:
        if anchor <= done or tries > _MOST_TRIES:
            continue
        first, done = _run(free, anchor, beside)
        for a, b in _shrinking(first, done):
            if free[a].text in ",)" or free[b].text in ",(":
                continue
            words = text[free[a].start : free[b].end].strip(" ,.;")
            got, tries = _taken(words, field.slot, today), tries + 1
            if isinstance(got, Again):  # "35 hours a week" is understood, and no total: nor is a part of it
                break
            reading = got
            if reading and (best is None or b - a > best[0]):
                best = b - a, Excerpt(field.id, reading, free[a].start, free[b].end, words)
            if reading or tries > _MOST_TRIES:
                break
    return best[1] if best else None


def _run(free: list[Token], anchor: int, beside: Callable[[str], bool]) -> tuple[int, int]:
    first = last = anchor
    while first > 0 and anchor - first < _REACH and beside(free[first - 1].text):
        first -= 1
    while last + 1 < len(free) and last - anchor < _REACH and beside(free[last + 1].text):
        last += 1
    return first, last


def _shrinking(first: int, last: int) -> list[tuple[int, int]]:
    """Runs within a run, the longest first."""
    spans = [(a, b) for a in range(first, last + 1) for b in range(a, last + 1)]
    return sorted(spans, key=lambda span: span[0] - span[1])


def _taken(words: str, slot: Slot, today: dt.date) -> Reading | Again | None:
    if slot.kind in ("date", "span") and not _CERTAIN.search(words):
        return None
    return _read(words, msgspec.structs.replace(slot, name="", choices=()), today)


@lru_cache(maxsize=256)
def _read(words: str, slot: Slot, today: dt.date) -> Reading | Again | None:
    """A run as an answer; kept for a while, as the same run is tried for like fields of several sections."""
    got: Result = whole(words, slot, today)
    if isinstance(got, Again) and slot.kind == "hours" and not got.unread:
        return got
    return got if isinstance(got, Reading) and got.value is not None else None


def _choices(text: str, free: list[Token], field: Field, _today: dt.date) -> Excerpt | None:
    """The longest name of an option; a short one only where it is written as an abbreviation or begins the text."""
    for size in range(min(_LONGEST_OPTION, len(free)), 0, -1):
        for n in range(len(free) - size + 1):
            run = free[n : n + size]
            words = text[run[0].start : run[-1].end].strip(" .")
            if any(token.text in ",;()" for token in run) or not _telling(words, n):
                continue
            options = exact(words, field.slot.choices)
            if len(options) == 1:
                value = options[0].id if field.slot.kind == "choice" else [options[0].id]
                return Excerpt(field.id, Reading(value, "choices"), run[0].start, run[-1].end, words)
    return None


def _telling(words: str, place: int) -> bool:
    if words.casefold() in _GENERAL or words.isdigit() or words in ("as", "do"):
        return False
    letters = words.replace(".", "")
    return len(letters) > 2 or letters.isupper() or (len(letters) == 2 and letters[1].isupper()) or place == 0


def _flags(text: str, free: list[Token], field: Field, _today: dt.date) -> Excerpt | None:
    for value, cues in ((False, field.cues.no), (True, field.cues.yes)):
        for cue in cues:
            match = re.search(rf"(?<![\w-]){re.escape(cue)}(?![\w-])", text, re.IGNORECASE)
            if match and any(match.start() <= t.start and t.end <= match.end() for t in free):
                return Excerpt(field.id, Reading(value, CUES), match.start(), match.end(), match[0])
    return None


_FINDERS: tuple[tuple[tuple[str, ...], Callable[[str, list[Token], Field, dt.date], Excerpt | None]], ...] = (
    (("email",), _emails),
    (("hours",), _hours),
    (("span",), _dates),
    (("date",), _dates),
    (("choice", "choices"), _choices),
    (("yes_no",), _flags),
)
