"""Numbers in figures and words: "1,200", "twenty-four", "one and a half", "two thirds", "half a million", "1.2k".

`take` reads the number that begins at a place of a list of words and says where it ends; the kinds that hold numbers
(numbers, hours, lengths of time, spelled years) are built on it. Nothing is guessed: "twenty twelve" is two numbers.
"""

import re
from typing import NamedTuple

from intake.understand.words import phrases

#: Numbers from here on cannot be recorded: nothing an applicant counts comes near.
TOO_LARGE = 1_000_000_000

_UNITS = {w: n for n, w in enumerate(phrases("zero|one|two|three|four|five|six|seven|eight|nine"))}
_TEEN_WORDS = phrases("ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen")
_TEENS = {w: n for n, w in enumerate(_TEEN_WORDS, start=10)}
_TENS = {w: 10 * n for n, w in enumerate(phrases("twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"), start=2)}
_LARGE = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
_SCALES = {"hundred": 100, "k": 1_000, "dozen": 12, "dozens": 12, **_LARGE}
_PAIRS = {"couple": True, "pair": False}
_DIVIDED = phrases("half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth")
#: What a thing is divided into: "third" 3, "quarters" 4.
_PARTS = {w: n for n, w in enumerate(_DIVIDED, start=2)} | {"fourth": 4, "halve": 2}

#: Every word that can be part of a number, for the repair of spelling.
NUMBER_WORDS = (*_UNITS, *_TEENS, *_TENS, "hundred", "thousand", "million", "dozen")
_ORDINAL_WORDS = phrases(
    """first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|
    sixteenth|seventeenth|eighteenth|nineteenth|twentieth"""
)
#: Ordinal words, first to twentieth and thirtieth, with the number each stands for.
ORDINALS = {w: n for n, w in enumerate(_ORDINAL_WORDS, start=1)} | {"thirtieth": 30}
#: Words that are no misspelling of a number, however near they come to one.
NOT_NUMBERS = frozenset(
    {*ORDINALS, "there", "forth", "thirsty", "hundreds", "thousands", "dozens", "millions", "nights", "tenth"}
)
#: Words that make a number beside them another one, or none: "twenty-something", "30 percent", "two thirds".
NUMERIC = frozenset(
    {*NUMBER_WORDS, *ORDINALS, *_SCALES, *_PARTS, *(f"{part}s" for part in (*ORDINALS, *_PARTS, *_SCALES)), "halves"}
    | {*phrases("something|some|odd|score|percent|pct|minus|point|plus|times|lakh|lakhs|crore|crores|x|e|m|b|g|o|l")}
)

_WORD = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9,])|[0-9]*\.?[0-9]+|[a-z]+|\S")
_FIGURES = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?\Z|[0-9]*\.?[0-9]+\Z")
_FRACTION = re.compile(r"([0-9])/([0-9])")
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")
_MOST_FIGURES = 12


class Taken(NamedTuple):
    """A number, the place after it, and whether the word for it was a loose one ("a couple")."""

    value: float
    end: int
    loose: bool = False


def split(text: str) -> list[str]:
    """Plain text as words, figures ("1,200" is one) and single marks."""
    return _WORD.findall(_HYPHEN.sub(" ", text))


def take(words: list[str], at: int) -> Taken | None:
    """The longest number that begins at `words[at]`, or None."""
    pair = _past(words, at, "a", "the")
    if _at(words, pair) in _PAIRS:
        return _scaled(words, Taken(2, _past(words, pair + 1, "of"), loose=_PAIRS[words[pair]]))
    if part := _part(words, at):
        return _scaled(words, part._replace(end=_past(words, part.end, "a", "an")))
    if _at(words, at) in ("a", "an"):
        return _after_article(words, at + 1)
    if _at(words, at) == "point":
        pointed = _point(words, Taken(0, at))
        return pointed if pointed.end > at else None
    whole = _figures(words, at) or _cardinal(words, at)
    return whole and _repeated(words, _with_fraction(words, whole))


def ordinal(words: list[str], at: int) -> Taken | None:
    """The ordinal that begins at `words[at]`: "third", "twenty-third"; or None."""
    word = _at(words, at)
    if word in ORDINALS:
        return Taken(ORDINALS[word], at + 1)
    unit = _past(words, at + 1, "-")
    if word in _TENS and _at(words, unit) in ORDINALS and ORDINALS[words[unit]] in range(1, 10):
        return Taken(_TENS[word] + ORDINALS[words[unit]], unit + 1)
    return None


def small(words: list[str], at: int) -> Taken | None:
    """The number below a hundred in words that begins at `words[at]`: "seven", "eighty-seven"; or None."""
    word = _at(words, at)
    if word in _UNITS or word in _TEENS:
        return Taken((_UNITS | _TEENS)[word], at + 1)
    if word not in _TENS:
        return None
    unit = _past(words, at + 1, "-")
    if _UNITS.get(_at(words, unit), 0):
        return Taken(_TENS[word] + _UNITS[words[unit]], unit + 1)
    return Taken(_TENS[word], at + 1)


def tidy(value: float) -> float:
    """`value` as an int where it is whole, and free of the dust of arithmetic otherwise."""
    value = round(value, 6)
    return int(value) if value == int(value) else value


def shown(value: float) -> str:
    """`value` as people write it: "1,200", "12.5"."""
    return f"{tidy(value):,}"


def _at(words: list[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _past(words: list[str], at: int, *skipped: str) -> int:
    return at + 1 if _at(words, at) in skipped else at


def _figures(words: list[str], at: int) -> Taken | None:
    word = _at(words, at)
    if not _FIGURES.match(word) or len(word) > _MOST_FIGURES:
        return None
    fraction = _slash(words, at)
    return fraction or _scaled(words, Taken(float(word.replace(",", "")), at + 1))


def _slash(words: list[str], at: int) -> Taken | None:
    """A fraction in figures, such as 1/2: one figure on each side."""
    figures = _FRACTION.fullmatch("".join(words[at : at + 3]))
    if not figures or not 0 < int(figures[1]) < int(figures[2]):
        return None
    return Taken(int(figures[1]) / int(figures[2]), at + 3)


def _scaled(words: list[str], taken: Taken) -> Taken:
    scale = _SCALES.get(_at(words, taken.end))
    return Taken(taken.value * scale, taken.end + 1, taken.loose) if scale else taken


def _after_article(words: list[str], at: int) -> Taken | None:
    if _at(words, at) not in _SCALES:
        return None
    rest = _cardinal(["one", *words[at:]], 0)
    return rest and Taken(rest.value, rest.end - 1 + at)


def _part(words: list[str], at: int) -> Taken | None:
    """A fraction in words: "half", "a quarter", "one third", "three fifths"; bare, "quarter" and "third" are not."""
    named = _past(words, at, "a", "an", "one")
    part = _PARTS.get(_at(words, named), 0)
    if part == 2 or (part and (named > at or _at(words, named + 1) == "of")):
        return Taken(1 / part, named + 1)
    many, part = _UNITS.get(_at(words, at), 0), _PARTS.get(_at(words, at + 1).removesuffix("s"), 0)
    return Taken(many / part, at + 2) if 1 < many < part else None


def _cardinal(words: list[str], at: int) -> Taken | None:
    """A number in words: groups below a thousand, each with a smaller scale than the one before."""
    total, below, end, group = 0.0, float("inf"), at, _group(words, at)
    while group:
        scale = _LARGE.get(_at(words, group.end), 1)
        if scale >= below:
            break
        total, below, end = total + group.value * scale, scale, group.end + (scale > 1)
        group = _group(words, _past(words, end, "and")) if scale > 1 else None
    return Taken(total, end) if end > at else None


def _group(words: list[str], at: int) -> Taken | None:
    """A number below a thousand in words: "nine", "twenty-four", "one hundred and twenty"; "two dozen" as well."""
    first = small(words, at)
    if not first or _at(words, first.end) not in ("hundred", "dozen", "dozens"):
        return first
    value = first.value * _SCALES[words[first.end]]
    after = first.end + 1
    rest = small(words, _past(words, after, "and")) if words[first.end] == "hundred" else None
    return Taken(value + rest.value, rest.end) if rest else Taken(value, after)


def _with_fraction(words: list[str], whole: Taken) -> Taken:
    """`whole` with what may follow: "and a half", "and three quarters", "point five", "-1/2"."""
    if _at(words, whole.end) == "point":
        return _point(words, whole)
    slash = _slash(words, _past(words, whole.end, "-", "and", "&"))
    if slash and whole.value == int(whole.value):
        return Taken(whole.value + slash.value, slash.end)
    part = _part(words, whole.end + 1) if _at(words, whole.end) in ("and", "&") else None
    return Taken(whole.value + part.value, part.end) if part else whole


def _repeated(words: list[str], taken: Taken) -> Taken:
    """Past "two (2)" and "2 (two)", where the number is given twice."""
    again = take(words, taken.end + 1) if _at(words, taken.end) == "(" else None
    return Taken(taken.value, _past(words, again.end, ")")) if again and again.value == taken.value else taken


def _point(words: list[str], whole: Taken) -> Taken:
    end, figures = whole.end + 1, ""
    while _at(words, end) in _UNITS or (not figures and _at(words, end).isdecimal()):
        figures, end = figures + str(_UNITS.get(words[end], words[end])), end + 1
    return _scaled(words, Taken(float(f"{whole.value:.0f}.{figures}"), end)) if figures else whole
