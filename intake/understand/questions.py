"""Whether something is asked, or only explains a command, rather than answers.

A question is known by how it begins, or by its question mark and what it speaks of; what explains is a clause of its
own in which nothing could be a value.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from intake.understand.numbers import NUMBER_WORDS
from intake.understand.slots import Choice, Reading
from intake.understand.vocabulary import Vocabulary
from intake.understand.words import phrases, plain
from intake.understand.yes_no import yes_no

_ASKING = frozenset(phrases("what|why|who|whom|whose|which|when|where|how"))
_AUXILIARIES = frozenset(
    phrases("is|are|was|were|do|does|did|can|could|should|would|will|must|may|might|has|have|had|am")
)
_SUBJECTS = frozenset(phrases("i|you|it|this|that|there|we|they|he|she|someone|anyone|people|vaimh"))
_THINGS = frozenset(phrases("the|my|your|these|those|any|all|part|full|volunteer|unpaid"))
#: By which word the order has turned: "what forms do I need".
_TURNED_BY = 5
#: What follows the asking word where the order of words does not tell: "how many", "what about", "what if".
_FOLLOWS = frozenset(phrases("much|many|long|often|far|soon|old|about|if|else|kind|kinds|type|types|happens|counts"))
#: Words with which a clause, not an answer said with doubt, ends in a question mark.
_SPEAKS_OF = re.compile(
    r"\b(?:counts?|needs?|needed|matters?|means?|required|allowed|okay|ok|enough|accepted|accepts?|happens?|have to|"
    r"either|what|who|how|why|when|where|which)\b"
)
#: A clause that begins with one of these asks without a question mark where it also speaks of something.
_INVERTED = frozenset(phrases("is|are|does|can|could|should|would|will"))
#: With these an answer in any words may begin too, so that it is asked back what was meant: "what works in homes".
_MAYBE = frozenset(phrases("what|how|who|is|are|does|can|could|should|would"))
#: These need a question mark: "have a CDA" and "do it later" ask nothing.
_ALSO_SAY = frozenset(phrases("have|has|had|may|might|must|do"))

#: With which words a clause begins that says why, and a request after such a clause.
_CLAUSES = frozenset(
    phrases("i|we|my|our|the|it|this|that|they|he|she|someone|somebody|baby|kid|kids|client|boss|phone|when|once|until")
    + phrases("got|need|have|will|can|must|going|because|since|sorry|is|do|does|how|what")
)
_REQUESTS = frozenset(phrases("i|we|can|could|may|might|would|will|let|please|ask|save|skip|remind|sorry|got"))
#: A clause does not end with these: "they asked if | I can come back later".
_DANGLING = frozenset(
    phrases("if|that|whether|when|where|why|how|what|who|which|while|until|till|before|after|because|than|to|not|never")
    + phrases("said|say|says|told|think|thought|know|knew|believe|always|usually|sometimes|a|an|the|my|or|of|at|in|on")
    + phrases("do|did|does|can|could|will|would|should|let|made")
)
_SHORTEST_CLAUSE, _SHORTEST_OPTION, _SHORT_ANSWER = 3, 3, 3
#: An hour of the day says when somebody is busy, and is no value.
_CLOCK = re.compile(r"\b(?:at|by|til|till|until|before) \d{1,2}(?::\d\d)?(?: ?[ap]\.?m\b| ?o'?clock)?(?! ?[\w%/:.-])")
_VALUES = set(NUMBER_WORDS) - {"one"} | set(
    phrases("january|february|march|april|may|june|july|august|september|october|november|december")
    + phrases("jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec")
    + phrases("monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday")
    + phrases("spring|summer|fall|autumn|winter|hundreds|thousands|dozens|couple|half|once|twice|last|ago|percent")
    + phrases("hours|hrs|days|weeks|months|years|yrs|semesters|decades")
    + [
        f"{which} {unit}"
        for which in phrases("a|an|one|per|each|every|this|that|next|the|first|full")
        for unit in phrases("hour|hr|day|week|month|year|yr|semester|decade|time")
    ]
)
_YES_OR_NO = re.compile(
    r"\W*(?:y|n|yes|yeah|yep|yup|no|nope|nah|not(?! sure)|never(?! heard)|sure|correct|right|true|false)\b"
)


class Piece(NamedTuple):
    """What may be a command at one end of an utterance, the rest of it, and whether a sign stands between."""

    said: str
    rest: str
    marked: bool


def asks(text: str, vocabulary: Vocabulary) -> bool:
    """Whether `text` is a question. A guess, as "2017?" or "was it May 2017?", is an answer said with doubt."""
    words = vocabulary.spoken(text).split()
    marked = text.rstrip(" \"'”)").endswith("?")
    if len(words) < 2 or words[-1].isdigit():
        return False
    if any(_begins(words[start:], marked=marked) for start, end in vocabulary.freed(words) if end == len(words)):
        return True
    return marked and len(words) > 3 and _SPEAKS_OF.search(" ".join(words)) is not None


def might_ask(text: str, vocabulary: Vocabulary) -> bool:
    """Whether `text` begins as a question does, and may be one, where any words are an answer."""
    words = vocabulary.spoken(text).split()
    return len(words) > 2 and words[0] in _MAYBE


def _begins(words: list[str], *, marked: bool) -> bool:
    first, second = ([*words, "", ""])[:2]
    if first in _ASKING:
        turned = any(one in _AUXILIARIES and other in _SUBJECTS for one, other in pairwise(words[1:_TURNED_BY]))
        return marked or turned or (len(words) > 2 and second in _AUXILIARIES | _FOLLOWS)
    if first not in _AUXILIARIES or len(words) < 3:
        return False
    if marked or (second in _SUBJECTS | _THINGS and first not in _ALSO_SAY):
        return True
    return first in _INVERTED and _SPEAKS_OF.search(" ".join(words[2:])) is not None


def pieces(text: str, vocabulary: Vocabulary) -> Iterator[Piece]:
    """Where `text` may be a command beside a clause that explains it: the command last or first, the longest first."""
    tokens = vocabulary.tokens(text)
    words = [token.word for token in tokens]
    parted = [
        (at, Piece(text[after.start :], text[: before.end], bool(text[before.end : after.start].strip())))
        for at, (before, after) in enumerate(pairwise(tokens), start=1)
        if before.start < after.start
    ]
    for at, piece in parted:
        if words[at - 1] not in _DANGLING and (piece.marked or _requests(words, at, vocabulary)):
            yield piece
    for at, (after, before, marked) in reversed(parted):
        if _is_clause(words[at:], vocabulary):
            yield Piece(before, after, marked)


def _is_clause(words: list[str], vocabulary: Vocabulary) -> bool:
    return len(words) > 1 and any(words[start] in _CLAUSES for start, _end in vocabulary.freed(words))


def _requests(words: list[str], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a request begins at a place in `words`, after a whole clause."""
    return at >= _SHORTEST_CLAUSE and words[at] in _REQUESTS and _is_clause(words[:at], vocabulary)


def explains(rest: str, text: str, options: tuple[Choice, ...]) -> bool:
    """Whether the `rest` of `text` only explains: nothing in it could be a value, a yes or no, or one of `options`."""
    told = plain(rest)
    words = re.findall(r"\w+", _CLOCK.sub(" ", told))
    said = {*words, *map(" ".join, pairwise(words))}
    if _YES_OR_NO.match(plain(text)) or said & _VALUES or any(word[0].isdigit() for word in words):
        return False
    if len(words) <= _SHORT_ANSWER and isinstance(yes_no(told), Reading):
        return False
    names = (plain(name) for option in options for name in (option.label, *option.aliases))
    return not any(len(name) >= _SHORTEST_OPTION and f" {name} " in f" {' '.join(words)} " for name in names)
