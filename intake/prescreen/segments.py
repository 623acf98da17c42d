"""Where one thing that a caller says may end and another begin: at marks, at "then", and where a new clause begins."""

import re
from collections.abc import Iterable, Iterator

from intake.understand.words import phrases

#: Where one thing ends and another may begin: not before a year ("May 10, 2027").
_END = re.compile(
    r"\s*(?:[,;](?!\s*(?:19|20)[0-9]{2}\b)|[.!?](?=\s|\Z)|\n)\s*|"
    r"\s+(?:and\s+)?(?:then|before that)\s+|"
    r"\s+(?:and|but|plus)\s+(?=(?:also\s+)?(?:i|i'm|i've|my|no|not|never|am|have|been|is|was|do|don't|haven't|know|want|"
    r"need|hold|working (?:on|towards?)|studying for|pursuing|finishing|enrolled|still in school)\b|"
    r"(?-i:[A-Z]\w+ [A-Z]))",
    re.IGNORECASE,
)
#: A verb with which a clause begins though nothing parts it from the one before: "a masters from VCU been with EHS".
_CLAUSE = re.compile(
    r"\s+(?=(?:been|lives|works|worked|teaches|taught|wants?|moved|leads|publishes|speaks|stayed|hired|supervised|never|"
    r"(?:has|have)\s+(?:an?|my|no|never|[0-9]+)|I(?:['\u2019](?:m|ve|d|ll))?)\s)"
)
#: After these a verb goes on with what was begun.
_BINDS = frozenset(
    phrases(
        """i|and|or|but|who|that|which|to|not|no|never|also|she|he|it|they|we|has|have|had|i've|i'm|i'd|was|is|been|am|be|
        still|now|currently|only|just|got|mostly|do|don't|does|did|ever|where|when|if|because|as|before|after|since|while|grant|
        boss|employer|agency|state|funder|husband|wife|partner|mother|mom|father|dad|sister|brother|daughter|son|friend|
        manager|director"""
    )
)


def segments(text: str, denials: Iterable[str]) -> list[tuple[int, int]]:
    """The stretches of `text`, by where they begin and end; one of the `denials` ("no membership") begins one."""
    denied = "|".join(re.escape(phrase) for phrase in denials)
    begun = [*_CLAUSE.finditer(text), *re.finditer(rf"\s+(?=(?:{denied})(?!\w))", text, re.IGNORECASE)]
    cuts = [cut.span() for cut in _END.finditer(text)]
    cuts += [cut.span() for cut in begun if not _binds(text[: cut.start()])]
    edges = [0, *(edge for cut in _outside(sorted(cuts)) for edge in cut), len(text)]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]


def _binds(before: str) -> bool:
    """Whether words end with one that something has to follow."""
    return before.casefold().split()[-1:] == [] or before.casefold().split()[-1] in _BINDS


def _outside(cuts: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The cuts that do not begin within the one before."""
    end = -1
    for cut in cuts:
        if cut[0] >= end:
            yield cut
            end = cut[1]
