"""Typed words made comparable: one case, one blank, no apostrophes; hesitation taken off, hedges noticed.

Every list here is plain data in the form `plain` gives: lower case, "dont" for "don't".
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

#: The longest answer, in characters, that can be a date, a number or a choice; a longer one is a story.
LONGEST_SHORT_ANSWER = 300

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2192", "-"),
        **dict.fromkeys("\u201c\u201d\u00ab\u00bb", '"'),
        "\u00d7": "x",
        "\u00bd": " 1/2",
        "\u00bc": " 1/4",
        "\u00be": " 3/4",
        "\u2026": ".",
    }
)
_DASHES = re.compile(r"-{2,}|-?->")
_APOSTROPHE = re.compile(r"'(?![0-9]{2}(?![0-9]))")
_MOST_HESITATION = 10
_EDGES = ' ,;:!"()[]<>'

_FILLERS = """
    um|umm|ummm|uh|uhh|uhm|er|erm|hm|hmm|well|so|oh|ok|okay|ah|let me see|lets see|let me think|it was|it is|its|
    that was|thats|that is|that would be|itd be|it would be|itd have been|it would have been|thatd be|honestly|
    actually|basically|just|only|exactly|sorry|the answer is|my answer is
"""
_HEDGES = """
    i think|i believe|i guess|i suppose|id guess|id say|i would say|i want to say|im guessing|if i remember right|
    if i remember correctly|maybe|perhaps|probably|possibly|most likely|likely|about|abt|around|approximately|approx|
    aprox|roughly|circa|ca|~|somewhere around|somewhere about|something like|like|more or less|close to|almost|nearly|
    just over|a little over|a bit over|well over|over|more than|at least|not sure but|im not sure but|not sure|
    im not sure|pretty sure|im pretty sure|fairly sure|must have been|might have been|could have been|
    may have been|sort of|kind of
"""
_TAIL_FILLERS = "please|thanks|thank you|exactly"
_TAIL_HEDGES = """
    i think|i believe|i guess|i suppose|id say|or so|ish|-ish|give or take|or thereabouts|maybe|perhaps|probably|
    more or less|roughly|approximately|approx|or more|on average|if i remember right|if i remember correctly|
    im pretty sure|not sure|im not sure|but im not sure|or something|or something like that|+|plus
"""
_UNSURE = """
    not sure|im not sure|unsure|im unsure|not certain|im not certain|no idea|i have no idea|no clue|
    i have no clue|i dont know|i do not know|dont know|i really dont know|i dont know yet|dont know yet|
    not sure yet|im not sure yet|dunno|i dunno|idk|cant remember|i cant remember|cannot remember|
    i cannot remember|dont remember|i dont remember|i do not remember|cant recall|i cant recall|dont recall|
    i dont recall|i forget|i forgot|ive forgotten|beats me|who knows|hard to say|its hard to say|i couldnt say|
    i couldnt tell you|i cant say|i cant tell|couldnt tell you|couldnt say|cant say|cant tell you|i cant tell you|
    id have to check|i have to check|i need to check|id have to look it up|i have to look it up|id have to look|
    not sure about that|im not sure about that|unknown|i dont have that|i dont have that handy|
    i dont have that with me|no memory of it|i honestly dont know|i would have to check|
    i honestly couldnt tell you|i really couldnt say|i really couldnt tell you
"""


class Said(NamedTuple):
    """What is left of an answer once hesitation is taken off; `hedged` where the speaker was not certain."""

    text: str
    hedged: bool


def phrases(block: str) -> list[str]:
    """The phrases of a block in which they are parted by "|"."""
    return [part.strip() for part in block.split("|")]


def plain(text: str) -> str:
    """`text` in lower case with single blanks and plain punctuation; apostrophes go, but not the one of '19."""
    return _DASHES.sub("-", _APOSTROPHE.sub("", " ".join(text.translate(_TYPOGRAPHY).lower().split())))


def bare(text: str) -> str:
    """`text` without the punctuation around it; the point of ".5" and the sign of "-5" stay."""
    return text.rstrip(_EDGES + ".").lstrip(_EDGES)


def trimmer(fillers: str = "", hedges: str = "", tails: str = "", kept: str = "") -> Callable[[str], Said]:
    """A function that takes hesitation off plain text, with more fillers, hedges and closing fillers of one kind.

    Phrases in `kept` stay: they mean something to that kind. Something is always left.
    """
    stay = {"", *phrases(kept)}
    leads = dict.fromkeys(phrases(f"{_FILLERS}|{fillers}"), False) | dict.fromkeys(phrases(f"{_HEDGES}|{hedges}"), True)
    ends = dict.fromkeys(phrases(f"{_TAIL_FILLERS}|{tails}"), False) | dict.fromkeys(phrases(_TAIL_HEDGES), True)
    first = sorted(leads.keys() - stay, key=len, reverse=True)
    last = sorted(ends.keys() - stay, key=len, reverse=True)

    def trim(text: str) -> Said:
        hedged = text.rstrip(" .!)").endswith("?")
        text = bare(text).rstrip(_EDGES + ".?")
        for _ in range(_MOST_HESITATION):
            lead = next((phrase for phrase in first if _begins_with(text, phrase)), "")
            if not lead:
                break
            hedged |= leads[lead]
            text = bare(_after(text, lead))
        for _ in range(_MOST_HESITATION):
            end = next((phrase for phrase in last if _ends_with(text, phrase)), "")
            if not end:
                break
            hedged |= ends[end]
            text = bare(text[: -len(end)])
        return Said(text, hedged)

    return trim


def _begins_with(text: str, lead: str) -> bool:
    if not text.startswith(lead):
        return False
    follows, next_one = text[len(lead) : len(lead) + 1], text[len(lead) + 1 : len(lead) + 2]
    initial = follows == "." and next_one.isalpha()
    parted = not (follows.isalnum() or follows in ("'", "-") or initial) or not lead[-1].isalnum()
    return parted and bool(_after(text, lead))


def _after(text: str, lead: str) -> str:
    """What follows `lead`, without the marks between; the point of ".5" stays."""
    rest = text[len(lead) :].lstrip(_EDGES)
    return rest.lstrip(_EDGES + ".") if rest.startswith(".") and not rest[1:2].isdigit() else rest


def _ends_with(text: str, end: str) -> bool:
    before = text[-len(end) - 1 : -len(end)]
    return text.endswith(end) and before != "" and (not before.isalpha() or not end[0].isalpha())


_off = trimmer(kept="not sure|im not sure|well|like|over|about")
_UNSURE_PHRASES = frozenset(phrases(_UNSURE))


def is_unsure(text: str, *, whole: bool = False) -> bool:
    """Whether `text` says that the person does not know; with `whole`, no hesitation around it is forgiven."""
    said = bare(plain(text))
    return said in _UNSURE_PHRASES or (not whole and _off(said).text.strip("?") in _UNSURE_PHRASES)


def one_edit(word: str, other: str) -> bool:
    """Whether a letter put in, left out, changed, or two neighbours swapped makes `word` into `other`."""
    if abs(len(word) - len(other)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    rest, other_rest = word[same:], other[same:]
    swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return swapped or rest[1:] == other_rest[1:] or rest == other_rest[1:] or rest[1:] == other_rest


_SHORTEST_REPAIRED = 5


def repaired(
    word: str, vocabulary: Iterable[str], never: frozenset[str] = frozenset(), shortest: int = _SHORTEST_REPAIRED
) -> str | None:
    """The one word of `vocabulary` that `word` misspells by one letter; None where none or several fit.

    The first letter must be right and words of fewer letters than `shortest` are left alone: "none" is not "nine", nor
    "right" "eight".
    """
    if len(word) < shortest or word in never:
        return None
    near = {known for known in vocabulary if known[0] == word[0] and one_edit(word, known)}
    return near.pop() if len(near) == 1 else None


def capital(text: str) -> str:
    """`text` with its first letter in upper case, as a sentence begins."""
    return text[:1].upper() + text[1:]


_CONTRACTED = re.compile(
    r"\b(it|that|what|he|she)s\b|\bi(m|ve)\b|\bthey(re)\b|\b(was|is|are|were|have|did|do|does|should|could|has)nt\b",
    re.IGNORECASE,
)


def apostrophes(text: str) -> str:
    """`text` with the apostrophes that hurried people leave out: "its", "im", "wasnt"."""

    def put_in(match: re.Match[str]) -> str:
        if match[4]:
            return f"{match[4]}n't"
        ending = match[2] or match[3] or "s"
        return f"{match[0][: -len(ending)]}'{ending}"

    return _CONTRACTED.sub(put_in, text.replace("\u2019", "'"))
