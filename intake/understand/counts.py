"""A bare number: "12", "twenty-four", "three of them", "12 families", "my caseload is about 12", "two or three"."""

import re
from collections.abc import Iterable

from intake.understand.amounts import HEDGES, Amount, refused, roughly, settled, unframed
from intake.understand.numbers import NOT_NUMBERS, NUMBER_WORDS, NUMERIC, Taken, split, take
from intake.understand.slots import Again, Reading, Slot
from intake.understand.words import bare, phrases, plain, repaired, trimmer

READER = "numbers"

_TRIM = trimmer(
    fillers="""i have|i had|ive had|i did|ive done|there are|there were|we have|a total of|total of|the|all|anywhere|
        from|a full caseload of|full caseload of""",
    hedges=HEDGES,
    tails="""of them|in total|total|altogether|in all|so far|overall|all together|right now|at the moment|currently|now|
        at this time|yet|even""",
)
_NOTHING = frozenset(
    phrases(
        """none|zero|nothing|nil|none at all|not any|not one|not a one|not a single one|havent any|dont have any|
        do not have any|i dont have any|i do not have any|we dont have any|havent done any|i havent done any|
        i have not done any|havent had any|i havent had any|i havent got any|no one|nobody|naught|nought"""
    )
)
#: At most three words after a number, none of them another number: what is counted.
_COUNTED = re.compile(r" ?[a-z/-]+(?: [a-z/-]+){0,3}")
#: Words after a number that make it another one, or a limit.
_NOT_COUNTED = NUMERIC | set(
    phrases(
        """max|maximum|tops|most|min|minimum|not|but|or|except|ago|out|th|st|nd|rd|km|ml|-|
        january|february|march|april|may|june|july|august|september|october|november|december"""
    )
)
_NUMBERED = re.compile(r"(?:#|nos?\b\.?|number\b) ?(?=[0-9])")
#: A figure with a letter at its end is a code or a measure, but for thousands: "29km", "12th"; 555-0123 is a telephone.
_CODE = re.compile(r"[0-9](?!k\b)[a-z]|\b[0-9]{3}-[0-9]{4}\b")
_MARK = re.compile(r"[,.;]| - ")
_BUT_SOME = NUMERIC | set(phrases("but|except|only|wait|actually|until|till|besides|sorry|mean|than"))
_SHORTEST_UNIT = 4
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


def is_nothing(text: str) -> bool:
    """Whether `text` is a way of saying none at all."""
    whole = bare(plain(text))
    return whole in _NOTHING or _TRIM(whole).text in _NOTHING


def is_nothing_explained(text: str) -> bool:
    """Whether `text` says none at all and then why: "zero, I don't carry a caseload"."""
    head, *reason = _MARK.split(text, maxsplit=1)
    words = split(plain(" ".join(reason)))
    return bool(words) and is_nothing(head) and not any(word in _BUT_SOME or word[0].isdigit() for word in words)


def count(text: str, slot: Slot) -> Reading | Again | None:
    """The number that all of `text` states; Again for a limit, a vague or a negative one; None where it is none."""
    if is_nothing(text) or is_nothing_explained(text):
        return settled(Amount(0, repaired=not is_nothing(text)), slot, "", READER)
    framed, in_frame = unframed(_NUMBERED.sub("", bare(plain(text)), count=1), _TRIM)
    said = roughly(framed)
    if no := refused(plain(text)) or refused(said.text):
        return no
    if _CODE.search(said.text):
        return None
    words, mended = mended_words(said.text.lstrip("#"))
    between = words[:1] == ["between"]
    first = take(words, int(between))
    if first is None:
        return None
    if words[first.end : first.end + 1] and words[first.end] in (("and",) if between else ("or", "to", "-")):
        high = take(words, first.end + 1)
        return _range(first, high, words, slot) if high else None
    named = _named(words[first.end :])
    if named is None or between:
        return None
    asks = mended or named or in_frame
    return settled(Amount(first.value, None, said.hedged or first.loose, repaired=asks), slot, "", READER)


def mended_words(text: str, *units: str, known: frozenset[str] = frozenset()) -> tuple[list[str], bool]:
    """The words of `text`, misspelt numbers and `units` put right, and whether one was; `known` words stay.

    1.200 counts as misspelt too: in some countries the point parts thousands.
    """
    words, vocabulary = split(text), (*NUMBER_WORDS, *units)
    stay = known | NOT_NUMBERS
    mended = [word if word in vocabulary else mend(word, vocabulary, units, stay) for word in words]
    return mended, mended != words or any(_THOUSANDS.fullmatch(word) for word in words)


def mend(word: str, vocabulary: Iterable[str], units: Iterable[str], stay: frozenset[str]) -> str:
    """`word` spelled as the one word of `vocabulary` it comes near to; for one of `units`, four letters are enough."""
    return repaired(word, vocabulary, stay) or repaired(word, units, stay, _SHORTEST_UNIT) or word


def _named(rest: list[str]) -> bool | None:
    """Whether words follow that name what is counted; None where what follows is something else."""
    if not rest:
        return False
    return True if _COUNTED.fullmatch(" ".join(rest)) and not set(rest) & _NOT_COUNTED else None


def _range(low: Taken, high: Taken, words: list[str], slot: Slot) -> Reading | Again | None:
    if _named(words[high.end :]) is None or low.value >= high.value:
        return None
    return settled(Amount(low.value, high.value), slot, "", READER)
