"""Phrases written short: `skip (this|it) [please]` stands for four phrases; round brackets choose, square ones may go.

"…" stands for what a command names, as in `go to …`. Brackets do not nest, and stand between whole words. A pattern is
followed through words as a set of places reached, so that no text takes long.
"""

import re
from collections.abc import Callable, Iterator
from itertools import product
from math import prod
from typing import NamedTuple

#: What a command names.
BLANK = "\u2026"
#: The most phrases that one pattern may stand for where all of them are listed.
MOST_LISTED = 5_000
_WHOLE = re.compile(r"\s*(?:(?:[^()\[\]|\s]+|(?:\([^()\[\]\u2026]*\)|\[[^()\[\]\u2026]*\])[,.;:!?]*)(?:\s+|\Z))+")
_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]|([^()\[\]]+)")


class Part(NamedTuple):
    """Alternatives at one place of a pattern, how many words they have, and whether the place may be empty."""

    phrases: frozenset[str]
    lengths: frozenset[int]
    optional: bool


class Pattern(NamedTuple):
    """The parts before and after the blank, and the most words before it; `after` is None where there is no blank."""

    before: tuple[Part, ...]
    after: tuple[Part, ...] | None
    longest: int


def well_formed(texts: tuple[str, ...]) -> tuple[str, ...]:
    """`texts` themselves. Raises ValueError where one is no pattern."""
    for text in texts:
        if not _WHOLE.fullmatch(text) or not _WORD.search(text):
            raise ValueError(f"{text!r}: a phrase has words; brackets pair, do not nest, and stand between whole words")
        if text.count(BLANK) > 1:
            raise ValueError(f"{text!r}: a phrase holds one … at the most")
    return texts


def few(texts: tuple[str, ...]) -> tuple[str, ...]:
    """`texts` themselves. Raises ValueError where one stands for more phrases than can be listed."""
    for text in texts:
        if size(pattern(text, str)) > MOST_LISTED:
            raise ValueError(
                f"{text!r}: stands for more than {MOST_LISTED:,} phrases; write several with fewer choices"
            )
    return texts


def size(one: Pattern) -> int:
    """How many phrases a pattern stands for."""
    return prod(len(part.phrases) + part.optional for part in (*one.before, *(one.after or ())))


def openings(text: str) -> list[str]:
    """What the words are that a pattern can begin with; "" where it can begin with its blank."""
    words: list[str] = []
    for part in _PART.finditer(text):
        chosen, optional, fixed = part.groups()
        first = [phrase.split(maxsplit=1)[0] for phrase in (chosen or optional or fixed).split("|") if phrase.strip()]
        words += first
        if first and not optional:
            break
    return ["" if word == BLANK else word for word in words]


def pattern(text: str, spoken: Callable[[str], str]) -> Pattern:
    """What a pattern is made of, its words made comparable by `spoken`."""
    before, blank, after = text.partition(BLANK)
    parts = _parts(before, spoken)
    return Pattern(parts, _parts(after, spoken) if blank else None, sum(max(part.lengths) for part in parts))


def reached(parts: tuple[Part, ...], words: list[str], start: int) -> set[int]:
    """The places in `words` at which `parts` can end when they begin at `start`."""
    places = {start}
    for part in parts:
        further = set(places) if part.optional else set()
        for place in places:
            further |= {place + n for n in part.lengths if " ".join(words[place : place + n]) in part.phrases}
        if not further:
            return further
        places = further
    return {place for place in places if place <= len(words)}


def expanded(parts: tuple[Part, ...]) -> Iterator[str]:
    """Every phrase that `parts` stand for."""
    choices = [sorted(part.phrases) + [""] * part.optional for part in parts]
    return (" ".join(filter(None, chosen)) for chosen in product(*choices))


def shared(one: Pattern, other: Pattern) -> str | None:
    """A phrase that both patterns stand for, with "…" where they name something; None where there is none."""
    if (one.after is None) != (other.after is None):
        return None
    before = _common(one.before, other.before)
    if before is None or one.after is None or other.after is None:
        return before
    after = _common(one.after, other.after)
    return None if after is None else f"{before} {BLANK} {after}".strip()


#: A place within parts: how many are behind, and what is left to say of a phrase that was begun.
_Place = tuple[int, str]


def _common(one: tuple[Part, ...], other: tuple[Part, ...]) -> str | None:
    """Words that lead through both; every pair of places is visited once."""
    start: tuple[_Place, _Place] = ((0, ""), (0, ""))
    open_ends, seen = [(start, "")], {start}
    while open_ends:
        (here, there), said = open_ends.pop()
        if _may_end(one, here) and _may_end(other, there):
            return said
        onward: dict[str, list[_Place]] = {}
        for word, place in _steps(other, there):
            onward.setdefault(word, []).append(place)
        for word, place in _steps(one, here):
            for pair in ((place, match) for match in onward.get(word, ())):
                if pair not in seen:
                    seen.add(pair)
                    open_ends.append((pair, f"{said} {word}".strip()))
    return None


def _steps(parts: tuple[Part, ...], place: _Place) -> Iterator[tuple[str, _Place]]:
    """The words that can come next, each with the place that it leads to."""
    behind, left = place
    if left:
        word, _blank, rest = left.partition(" ")
        yield word, (behind, rest)
        return
    for at in range(behind, len(parts)):
        for phrase in sorted(parts[at].phrases):
            word, _blank, rest = phrase.partition(" ")
            yield word, (at + 1, rest)
        if not parts[at].optional:
            return


def _may_end(parts: tuple[Part, ...], place: _Place) -> bool:
    return not place[1] and all(part.optional for part in parts[place[0] :])


def _parts(text: str, spoken: Callable[[str], str]) -> tuple[Part, ...]:
    parts = []
    for chosen, optional, fixed in _PART.findall(text):
        words = [spoken(phrase) for phrase in (chosen or optional or fixed).split("|")]
        phrases = frozenset(filter(None, words))
        if phrases:
            parts.append(Part(phrases, frozenset(phrase.count(" ") + 1 for phrase in phrases), bool(optional)))
    return tuple(parts)
