"""The names of options, and the ways an answer can mean one: exactly, by place, by part, within more words, nearly.

Names are compared as words without case, points, apostrophes and brackets. Each function gives all options that fit.
"""

import re
from functools import lru_cache

from intake.understand.numbers import ordinal, small, split, tidy
from intake.understand.slots import Choice
from intake.understand.words import phrases, plain, repaired

Options = tuple[Choice, ...]

_LEAST_SIMILAR, _MARGIN, _SHORTEST_SIMILAR, _LONGEST_SIMILAR = 82, 8, 5, 80
_FIGURE = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)?")
_SAYS_LITTLE = frozenset(phrases("a|an|the|of|to|or|and|in|for|with|by|on|at|is|i|my|other|as|do|me"))
_ROMAN = {roman: n for n, roman in enumerate(phrases("i|ii|iii|iv|v|vi"), start=1)}
_APART = re.compile(r"\b[iv]+ [iv]+\b")
_SHORTEST_STEM = 3
_YEARS = re.compile(r"\byrs?\b")
_NEGATIONS = frozenset(phrases("no|not|never|non"))


def exact(text: str, options: Options) -> Options:
    """The options one of whose names is `text`; "ph d" is "PhD", and "AS degree" is "AS"."""
    said = _key(text).replace(" ", "")
    places = _places(options)
    found = places.get(said, frozenset()) | places.get(said.removesuffix("degree"), frozenset())
    return tuple(options[place] for place in sorted(found))


@lru_cache(maxsize=256)
def _places(options: Options) -> dict[str, frozenset[int]]:
    """The places, from 0, of the options of each name, written without blanks."""
    places: dict[str, frozenset[int]] = {}
    for place, option in enumerate(options):
        for name in _names(option):
            key = name.replace(" ", "")
            places[key] = places.get(key, frozenset()) | {place}
    return places


def named_so(word: str, options: Options) -> bool:
    """Whether `word` begins the name of an option, so that it is no slip of another word."""
    said = _key(word)
    return bool(said) and any(name.startswith(said) for option in options for name in _names(option))


def numbered(text: str, options: Options) -> Options:
    """The option at the place that `text` gives: "2", "#2", "no. 2", "two", "second", "b", "last"."""
    place = _place(re.sub(r"^(?:no\.? |number |#)", "", text).strip(" .()"), len(options))
    return options[place - 1 : place] if 1 <= place <= len(options) else ()


def apart(text: str) -> bool:
    """Whether a Roman number in `text` may have come apart: "level i i"."""
    return _APART.search(_key(text)) is not None


def abbreviated(text: str, options: Options) -> Options:
    """The options that `text` shortens: each of its words begins the next word of a name ("child dev associate")."""
    said = _key(text).split()
    long_enough = len(said) > 1 and all(len(word) >= _SHORTEST_STEM for word in said)
    return tuple(o for o in options if long_enough and any(_shortens(said, name.split()) for name in _names(o)))


def _shortens(said: list[str], name: list[str]) -> bool:
    return len(said) <= len(name) and all(full.startswith(word) for word, full in zip(said, name, strict=False))


def partly(text: str, options: Options) -> Options:
    """The options whose label holds all words of `text`, when those words say anything."""
    said = set(_key(text).split())
    if not said - _SAYS_LITTLE and not said & _ROMAN.keys():
        return ()
    return tuple(option for option in options if said <= set(_key(option.label).split()))


def contained(text: str, options: Options) -> Options:
    """The options a name of which stands within `text`; a name inside a longer one that fits does not count."""
    said = f" {_key(text)} "
    inside = {
        name: option
        for option in options
        for name in _names(option)
        if name not in _SAYS_LITTLE and f" {name} " in said
    }
    longest = [name for name in inside if not any(f" {name} " in f" {other} " for other in inside if other != name)]
    return tuple(dict.fromkeys(inside[name] for name in longest))


def rival(text: str, found: Options, options: Options) -> Options:
    """The option whose number `text` gives beside the number of the one that was found: "level 2 or 3"."""
    words = _key(text).split()  # "I" is the speaker, unless it ends the answer or follows "level"
    said = [w for n, w in enumerate(words) if w != "i" or words[n - 1 : n] == ["level"] or n + 1 == len(words)]
    places = [_ROMAN.get(word) or (int(word) if word.isdecimal() else 0) for word in said]
    numbers = {place for place in places if 1 <= place <= len(options)}
    own = {_ROMAN.get(word) or int(word) for option in found for name in _names(option) for word in _figures(name)}
    return tuple(options[place - 1] for place in sorted(numbers - own)) if numbers & own else ()


def respelled(text: str, options: Options) -> str:
    """`text` with each word put right that one letter makes a word of an option's name."""
    vocabulary = {word for option in options for name in _names(option) for word in name.split()}
    words = _key(text).split()
    return " ".join(word if word in vocabulary else repaired(word, vocabulary) or word for word in words)


def similar(text: str, options: Options) -> Options:
    """The option with a name that is nearly `text`, when every other option is clearly farther off."""
    said = _key(text)
    if not _SHORTEST_SIMILAR <= len(said) <= _LONGEST_SIMILAR:
        return ()
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a misspelt choice needs it

    scores = [
        max((fuzz.ratio(said, n) for n in _names(o) if _telling(n) == _telling(said)), default=0.0) for o in options
    ]
    best = max(scores, default=0.0)
    near = tuple(option for option, score in zip(options, scores, strict=True) if score > best - _MARGIN)
    return near if best >= _LEAST_SIMILAR else ()


@lru_cache(maxsize=1024)
def _names(option: Choice) -> tuple[str, ...]:
    """The names of an option: id, label, the label within and without its brackets, aliases."""
    bracketed = re.findall(r"\(([^)]*)\)", option.label)
    within = [name for brackets in bracketed for name in brackets.split(",")]
    without = re.sub(r"\([^)]*\)", "", option.label)
    names = [option.id.replace("_", " "), option.label, without, *within, *option.aliases]
    return tuple(dict.fromkeys(key for name in names if (key := _key(name))))


def _key(text: str) -> str:
    """`text` as words without points, small numbers in figures: "two-yr degree" is "2 year degree"."""
    words = re.findall(r"[^\W_]+", _YEARS.sub("year", plain(text).replace(".", "")))
    return " ".join(str(tidy(number.value)) if (number := small([word], 0)) else word for word in words)


def _figures(name: str) -> set[str]:
    return {word for word in name.split() if word.isdecimal() or word in _ROMAN}


def _telling(name: str) -> set[str]:
    """The words that tell like names apart: "level 3" is not nearly "level 4", nor "college" "no college"."""
    return _figures(name) | (set(name.split()) & _NEGATIONS)


def _place(text: str, count: int) -> int:
    words = split(text)
    if figure := _FIGURE.fullmatch(text):
        return int(figure[1])
    if text == "last":
        return count
    if len(text) == 1 and "a" <= text <= "z":
        return ord(text) - ord("a") + 1
    taken = small(words, 0) or ordinal(words, 0)
    return int(taken.value) if taken and taken.end == len(words) else 0
