"""A list told in one breath under a line that keeps words: "a training on trauma, 6 hours, and one on ethics"."""

import datetime as dt
import re
from collections.abc import Iterable

from intake.understand.excerpts import excerpts
from intake.understand.records import Field

#: What begins something else: somebody who does something, or how long something lasts.
_BEGINS = re.compile(
    r"(?:(?:and|but|so|also|then|plus)\s+)*(?:(?:I|my|we|no|not|never|been|since|until|till|still|work|worked|works|want|"
    r"have|live|need|know|am|is|was)\b|I['\u2019])",
    re.IGNORECASE,
)
#: One more of what is listed, also in a sentence of its own.
_ONE_MORE = re.compile(
    r"(?:(?:and|also|then|plus)\s+)*(?:another|one(?:\s+more)?)\s+(?:on|about|in|at|from|by)\b", re.IGNORECASE
)

_FIGURE = re.compile(r"[0-9]")
#: Where and when something was: "at VCU in 2023".
_WHERE = re.compile(
    r"(?:at|in|by|through|with|from)\s+[^,;]*?\b(?:in|of)\s+(?:\w+\s+)?(?:19|20)[0-9]{2}", re.IGNORECASE
)


def lists_on(words: str, fields: Iterable[Field], today: dt.date, *, new_sentence: bool) -> bool:
    """Whether `words` go on with a list of things told before: they tell of nobody, and name no answer of `fields`."""
    if new_sentence or _BEGINS.match(words):
        return bool(_ONE_MORE.match(words))
    among = list(fields)
    if excerpts(words, [field for field in among if field.slot.kind in ("choice", "email")], today):
        return False
    if excerpts(words, [field for field in among if field.slot.kind == "choices"], today) and not _FIGURE.search(words):
        return False
    said = {word.strip(".,:;\"'").casefold() for word in words.split()}
    return bool(_WHERE.fullmatch(words)) or not any(said & {*field.cues.heads} for field in among)
