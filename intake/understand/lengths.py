"""Lengths of time: "two and a half years", "18 months", "a year and 3 months", "6-8 weeks", "a year or two".

A length is kept as whole months, weeks, days and minutes, which need no calendar to add up.
"""

import re
from typing import NamedTuple

from intake.understand.amounts import FRAME, HEDGES, roughly, unframed
from intake.understand.counts import mend
from intake.understand.numbers import NOT_NUMBERS, NUMBER_WORDS, NUMERIC, Taken, split, take, tidy
from intake.understand.words import phrases, trimmer

_MEASURES: dict[str, tuple[str, float]] = {
    word: (measure, size)
    for words, measure, size in (
        ("decade|decades", "months", 120),
        ("year|years|yr|yrs|y", "months", 12),
        ("month|months|mo|mos|m", "months", 1),
        ("fortnight|fortnights", "weeks", 2),
        ("week|weeks|wk|wks|w", "weeks", 1),
        ("day|days|d", "days", 1),
        ("hour|hours|hr|hrs|h", "minutes", 60),
        ("minute|minutes|min|mins", "minutes", 1),
    )
    for word in phrases(words)
}
#: "6m" is six months more likely than six minutes.
_DOUBTFUL = frozenset({"m"})
_PLURALS = ("years", "months", "weeks", "hours")
_ONE = frozenset(phrases("a|an|the|all|full|whole"))
_INSIDE = frozenset(phrases("of|full|whole|solid|straight|calendar|long|-|a|an|.|)"))
_LINKS = frozenset(phrases("and|,|&|plus|+|."))
_TO = frozenset(phrases("or|to|-|maybe"))
_NOTHING = frozenset(phrases("none|no time|no time at all|zero|nothing"))
_TRIM = trimmer(
    fillers="""for|it took|it lasted|i have|from|anywhere|somewhere|the past|the last|past|last|over the past|
        over the last""",
    hedges=f"{HEDGES}|going on|coming up on|just shy of|just under|not quite|a little under|a bit under|almost",
    tails="now|so far|ago|total|in total|altogether|there|all together|overall|long",
)
#: What may follow a length and leaves it as it is: "in the field", "as a home visitor", "and counting".
_REST = re.compile(
    r"(?:and (?:counting|change|a bit|some|then some)|(?:of|in|at|as|with|on|full|part|experience|working|"
    r"teaching|doing|here|program|course|class|training|internship|placement|practicum|fellowship|residency|job|stint|"
    r"contract|total|altogether)(?: [a-z]+){0,6})"
)
#: A sentence that says how long with "for": "I was away for two weeks".
_FOR = re.compile(r"(?:[a-z]+ ){1,7}for ")
_TURNS = NUMERIC | set(
    phrases(
        """not|never|no|without|less|under|fewer|dont|wont|didnt|except|since|until|till|before|after|by|next|last|but|
        or|another|more|january|february|march|april|may|june|july|august|september|october|november|december|spring|
        summer|fall|autumn|winter"""
    )
)
#: What joins lengths that add up: "3 years in Lima plus 2 here".
_PLUS = re.compile(
    r",? ?(?:\+|\b(?:plus|(?:and )?then|followed by|and (?:also|another|(?=[0-9.]+ (?:more|here|there)\b)))\b)[ ,]*"
)
_MORE = re.compile(r"^((?:[a-z]+|[0-9.]+)(?: and a half)?) (?:more|others?|extra)\b")
_MOST_SUMMED = 4
#: What comes down to a length at last: "Feb 2021 to June 2023, so 2 years and 5 months".
_SO = re.compile(r"\b(?:so|thats|that makes|makes)\b(?: what\b)?[ ,]*(?=[0-9a-z])")
#: Words for a time that is no length, beside one: "since May of last year", "as of 2024", "and some days".
_MONTHS = r"jan[a-z]*|feb[a-z]*|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug[a-z]*|sep[a-z]*|oct[a-z]*|nov[a-z]*|dec[a-z]*"
_WHEN = re.compile(
    rf"\b(?:(?:last|this|next|past) (?:year|month|week|semester|spring|summer|fall|autumn|winter|{_MONTHS})|"
    rf"(?:since|in|of|by|from|{_MONTHS}) (?:19|20)[0-9]{{2}}|and (?:some|a few|several) (?:days|weeks|months))\b"
)
#: What beside a length may make it another one.
_UNDONE = NUMERIC | set(
    phrases(
        """not|never|no|without|less|under|fewer|dont|wont|didnt|doesnt|except|until|till|before|after|or|another|more|minus|
        short|shy|ago|wait|actually|sorry|mean|only"""
    )
)
_NEVER = re.compile(
    r"(?:(?:ive|i have|i|we|weve|we have) )?never (?:worked|done|did|had|been|taught|volunteered)\b[a-z ,.-]*"
)
_LONGEST_LIFE = 100
_WORTH = {"months": 30.4, "weeks": 7.0, "days": 1.0, "minutes": 1 / 1440}


class Length(NamedTuple):
    """A length of time in months, weeks, days and minutes."""

    months: float = 0
    weeks: float = 0
    days: float = 0
    minutes: float = 0

    def iso(self) -> str:
        """The length as ISO 8601 writes it: "P2Y6M", "P6W", "P1.5M", "PT1H30M", "P0D"."""
        years, months = divmod(self.months, 12)
        hours, minutes = divmod(self.minutes, 60)
        date = _written((years, "Y"), (months, "M"), (self.weeks, "W"), (self.days, "D"))
        time = _written((hours, "H"), (minutes, "M"))
        return f"P{date}T{time}" if time else f"P{date or '0D'}"


class Read(NamedTuple):
    """What was read: the length, the upper one where a range was said, and whether there is a doubt about it."""

    length: Length
    upto: Length | None
    hedged: bool


class _Part(NamedTuple):
    """A part of an answer: a length, or a number that leans on the `unit` of another; and the place after it."""

    length: Length | None
    number: float
    unit: str
    end: int
    loose: bool


def length(text: str) -> Read | None:
    """The length that all of plain `text` states, or None."""
    if _TRIM(text).text in _NOTHING:
        return Read(Length(), None, _TRIM(text).hedged)
    lead = _FOR.match(text)
    led = lead is not None and not FRAME.issuperset(lead[0].split()) and _TURNS.isdisjoint(lead[0].split())
    framed, _ = unframed(text[lead.end() :] if lead and led else text, _TRIM)
    said = roughly(framed)
    words = [_mended(word) for word in split(said.text)]
    low, high, end = _ends(words)
    rest = words[end:]
    if low is None or (rest and not (_REST.fullmatch(" ".join(rest)) and not {*rest} & {*_TURNS, *_MEASURES})):
        return None
    return Read(low.length or Length(), high and high.length, said.hedged or led or low.loose or bool(rest))


def how_long(text: str, unit: str = "") -> Read | None:
    """The length that an answer to "how long?" states: more than `length` takes, and all of that to be read back.

    A bare number is one of `unit`; lengths told one after another add up; what stands beside a length is an aside.
    """
    if got := length(text):
        return got
    if _NEVER.fullmatch(text) and not {*split(text)} & {*NUMERIC, *_MEASURES}:
        return Read(Length(), None, hedged=True)
    *_, last = _SO.split(text)
    found = (length(last) if last != text else None) or _bare(text, unit) or _summed(text) or _opening(text)
    return found and found._replace(hedged=True)


def _bare(text: str, unit: str) -> Read | None:
    """A number, or two, that only lacks its unit."""
    words = split(unframed(text, _TRIM)[0].text)
    number = next(filter(None, (take(words, at) for at in (0, 1))), None)
    return length(f"{text} {unit}s") if unit and number and number.value < _LONGEST_LIFE else None


def _summed(text: str) -> Read | None:
    """Lengths that add up; a number after the first leans on its unit."""
    first, *others = _PLUS.split(text)
    read = _opening(first)
    if not read or not 0 < len(others) < _MOST_SUMMED:
        return None
    unit = next((word for word in split(first) if word in _MEASURES), "")
    parts = [read, *(_opening(_MORE.sub(r"\1", other), unit) for other in others)]
    if any(part is None or part.upto for part in parts):
        return None
    return Read(Length(*map(sum, zip(*(part.length for part in parts if part), strict=True))), None, hedged=True)


def _opening(text: str, unit: str = "") -> Read | None:
    """The length that begins `text`, where nothing beside it may belong to it or be another."""
    words = [_mended(word) for word in split(roughly(unframed(text, _TRIM)[0]).text)]
    low, high, end = _ends(words)
    if low is None and unit and (number := take(words, 0)):
        low, end = _Part(_of(number.value, unit), 0, unit, number.end, number.loose), number.end
    beside = split(_WHEN.sub("", " ".join(words[end:])))
    if low is None or {*beside} & {*_UNDONE, *_MEASURES} or any(word[0].isdigit() for word in beside):
        return None
    return Read(low.length or Length(), high and high.length, hedged=True)


def _written(*parts: tuple[float, str]) -> str:
    return "".join(f"{tidy(number)}{unit}" for number, unit in parts if number)


def _mended(word: str) -> str:
    known = {*NUMBER_WORDS, *_MEASURES}
    return word if word in known else mend(word, known, _PLURALS, NOT_NUMBERS)


def _ends(words: list[str]) -> tuple[_Part | None, _Part | None, int]:
    """The length that `words` begin with, the upper one where they begin with a range, and the place after both."""
    between = words[:1] == ["between"] and "and" in words
    low = _part(words[: words.index("and")], 1) if between else _part(words, 0)
    if low is None:
        return None, None, 0
    if words[low.end : low.end + 1] and words[low.end] in ({"and"} if between else _TO):
        high = _part(words, low.end + 1)
        if high is None:
            return None, None, 0
        low, high = _leaning(low, high.unit), _leaning(high, low.unit)
        rising = low.length and high.length and _days(low.length) < _days(high.length)
        return (low, high, high.end) if rising else (None, None, 0)
    return (low, None, low.end) if low.length and not between else (None, None, 0)


def _leaning(part: _Part, unit: str) -> _Part:
    return part._replace(length=_of(part.number, unit)) if part.length is None and unit else part


def _part(words: list[str], at: int) -> _Part | None:
    """The sum of "number unit" pairs, each unit once; only a fraction may lean on the unit before it; or a number."""
    total, unit, end, loose, seen = Length(), "", at, False, set[tuple[str, float]]()
    while number := _number(words, at):
        after = _past(words, number.end, _INSIDE)
        if words[after : after + 1] and words[after] in _MEASURES and _MEASURES[words[after]] not in seen:
            unit, end = words[after], after + 1
        elif unit and number.value < 1:
            end = number.end
        else:
            return (
                _Part(total, 0, unit, end, loose) if unit else _Part(None, number.value, "", number.end, number.loose)
            )
        total = Length(*(a + b for a, b in zip(total, _of(number.value, unit), strict=True)))
        loose |= number.loose or (unit in _DOUBTFUL and not seen)
        seen.add(_MEASURES[unit])
        at = _past(words, end, _LINKS)
    return _Part(total, 0, unit, end, loose) if unit else None


def _number(words: list[str], at: int) -> Taken | None:
    """The number at a place; "a year", "all day" and "year and a half" are of one, but "a ten week course" of ten."""
    if number := take(words, at):
        return number
    if words[at : at + 1] and words[at] in _ONE:
        return _number(words, at + 1) or Taken(1, at + 1)
    bare = at == 0 and words[:1] and words[0] in _MEASURES and words[1:2] == ["and"]
    return Taken(1, at) if bare else None


def _past(words: list[str], at: int, skipped: frozenset[str]) -> int:
    while at < len(words) and words[at] in skipped:
        at += 1
    return at


def _of(value: float, unit: str) -> Length:
    measure, size = _MEASURES[unit]
    return Length()._replace(**{measure: value * size})


def _days(length: Length) -> float:
    return sum(value * worth for value, worth in zip(length, _WORTH.values(), strict=True))
