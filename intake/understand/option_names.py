"""The names of options, and the ways an answer can mean one: exactly, by place, by part, within more words, nearly.

Names are compared as words without case, points, apostrophes and brackets. Each function gives all options that fit.
"""

import re
from functools import lru_cache

from intake.understand.numbers import ordinal, small, split
from intake.understand.slots import Choice
from intake.understand.words import phrases, plain

Options = tuple[Choice, ...]

_LEAST_SIMILAR, _MARGIN, _SHORTEST_SIMILAR, _LONGEST_SIMILAR = 82, 8, 5, 80
_FIGURE = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)?")
_SAYS_LITTLE = frozenset(phrases("a|an|the|of|to|or|and|in|for|with|by|on|at|is|i|my|other|as|do|me"))
_ROMAN = frozenset(phrases("i|ii|iii|iv|v|vi"))


def exact(text: str, options: Options) -> Options:
    """The options one of whose names is `text`; "ph d" is "PhD"."""
    said = _key(text).replace(" ", "")
    return tuple(option for option in options if any(said == name.replace(" ", "") for name in _names(option)))


def numbered(text: str, options: Options) -> Options:
    """The option at the place that `text` gives: "2", "#2", "no. 2", "two", "second", "b", "last"."""
    place = _place(re.sub(r"^(?:no\.? |number |#)", "", text).strip(" .()"), len(options))
    return options[place - 1 : place] if 1 <= place <= len(options) else ()


def partly(text: str, options: Options) -> Options:
    """The options whose label holds all words of `text`, when those words say anything."""
    said = set(_key(text).split())
    if not said - _SAYS_LITTLE and not said & _ROMAN:
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


def similar(text: str, options: Options) -> Options:
    """The option with a name that is nearly `text`, when every other option is clearly farther off."""
    said = _key(text)
    if not _SHORTEST_SIMILAR <= len(said) <= _LONGEST_SIMILAR:
        return ()
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a misspelt choice needs it

    scores = [
        max((fuzz.ratio(said, n) for n in _names(o) if _figures(n) == _figures(said)), default=0.0) for o in options
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
    return " ".join(re.findall(r"[^\W_]+", plain(text).replace(".", "")))


def _figures(name: str) -> set[str]:
    """The words that tell like names apart: "level 3" is not nearly "level 4"."""
    return {word for word in name.split() if word[0].isdigit() or word in _ROMAN}


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
