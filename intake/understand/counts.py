"""A bare number: "12", "twenty-four", "three of them", "12 families", "two or three"."""

import re

from intake.understand.amounts import Amount, refused, roughly, settled
from intake.understand.numbers import NOT_NUMBERS, NUMBER_WORDS, Taken, split, take
from intake.understand.slots import Again, Reading, Slot
from intake.understand.words import bare, phrases, plain, repaired, trimmer

READER = "numbers"

#: Ways of saying none at all, for hours too.
NOTHING = frozenset(phrases("none|none yet|zero|nothing|nothing yet|nil|none at all|not any|none so far"))
_TRIM = trimmer(
    fillers="i have|i had|ive had|i did|ive done|there are|there were|we have|a total of|total of|number|the|all",
    tails="of them|in total|total|altogether|in all|so far|overall|all together",
)
#: At most three words after a number, none of them another number: what is counted.
_COUNTED = re.compile(r" ?[a-z/-]+(?: [a-z/-]+){0,2}")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


def count(text: str, slot: Slot) -> Reading | Again | None:
    """The number that all of `text` states; Again for a limit, a vague or a negative one; None where it is none."""
    whole = bare(plain(text)).lstrip("#")
    if whole in NOTHING:
        return settled(Amount(0), slot, "", READER)
    said = roughly(_TRIM(whole))
    if no := refused(said.text):
        return no
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
    return settled(Amount(first.value, None, said.hedged or first.loose, repaired=mended or named), slot, "", READER)


def mended_words(text: str, *units: str, known: frozenset[str] = frozenset()) -> tuple[list[str], bool]:
    """The words of `text`, misspelt numbers and `units` put right, and whether one was; `known` words stay.

    1.200 counts as misspelt too: in some countries the point parts thousands.
    """
    words, vocabulary = split(text), (*NUMBER_WORDS, *units)
    stay = known | NOT_NUMBERS
    mended = [word if word in vocabulary else repaired(word, vocabulary, stay) or word for word in words]
    return mended, mended != words or any(_THOUSANDS.fullmatch(word) for word in words)


def _named(rest: list[str]) -> bool | None:
    """Whether words follow that name what is counted; None where what follows is something else."""
    if not rest:
        return False
    return True if _COUNTED.fullmatch(" ".join(rest)) and not set(rest) & {*NUMBER_WORDS, "half"} else None


def _range(low: Taken, high: Taken, words: list[str], slot: Slot) -> Reading | Again | None:
    if _named(words[high.end :]) is None or low.value >= high.value:
        return None
    return settled(Amount(low.value, high.value), slot, "", READER)
