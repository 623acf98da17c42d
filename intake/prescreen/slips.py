"""A slip put right in the same breath: "she started in 2018, sorry, 2019 at Head Start" is one that started in 2019.

The value after the slip takes the place of the last one of its kind before it, and of nothing else: a date that of a
date, a degree that of a degree. Where that is not sure the words are left as they are.
"""

import datetime as dt
import re
from collections.abc import Iterable

from intake.understand.excerpts import Excerpt, excerpts
from intake.understand.records import Field
from intake.understand.slots import Slot

_FIGURES = (Field("", Slot("date", grain="month")), Field("", Slot("hours")))
#: Kinds of answers that have a name or a cue of their own among other words.
_NAMED = frozenset({"choice", "yes_no"})
_SLIP = re.compile(
    r"(?<=[\w.)])[\s,;.?\u2013\u2014-]+(?:oh[\s,]+)?"
    r"(?:no[\s,]+(?:no[\s,]+)?(?:sorry|wait|actually|i mean|make that)|"
    r"(?:sorry|wait|oops)[\s,]+(?:no|i mean|make that)|scratch that|"
    r"sorry|wait|oops|i mean|i meant|make that|or rather|actually|correction)\b[\s,:;-]*(?=\S)",
    re.IGNORECASE,
)
#: A no to what was read back, with what is right.
_NO = re.compile(
    r"(?:oh[\s,]+)?(?:no|nope|nah)(?:[\s,]+(?:sorry|wait|actually))*(?:[,.:;-]+\s*|\s+)(?=\S)", re.IGNORECASE
)
#: A yes to what was read back, and nothing beside it.
_YES = re.compile(
    r"(?:(?:oh|ok|okay|yes|yeah|yep|yup|correct|right|exactly|sure|perfect|good|thanks|thank you|sounds (?:right|good)|"
    r"(?:that|it)(?:['\u2019]?s| is) (?:all )?(?:right|correct|it|good|fine|true))[\s,.!]*)+",
    re.IGNORECASE,
)
#: What leads to a value, before it is said again.
_SAID_AGAIN = re.compile(
    r"(?:(?:it['\u2019]?s|it was|it is|that was|that['\u2019]?s|make that|more like|i mean|i meant|i have|"
    r"i had|she has|he has|she had|he had|an?|the|my|in|since|on|from)\s+)+",
    re.IGNORECASE,
)
#: What leads to a date, and stays.
_LEAD = re.compile(
    r"(?:(?:since|in|on|from|to|until|till?|about|around|of|the|graduated|started|began|ended|left|finished|completed)"
    r"\s+)+",
    re.IGNORECASE,
)
#: How a sentence goes on after a value that was put right.
_GOES_ON = re.compile(
    r"\s*(?:[,.;!?]|\Z|(?:and|at|with|from|for|to|in|on|there|here|until|till|through)\b)", re.IGNORECASE
)
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


def agrees(words: str) -> bool:
    """Whether `words` say nothing but yes to what was read back: "yes that's right"."""
    return _YES.fullmatch(words) is not None


def put_right(words: str, fields: Iterable[Field], today: dt.date) -> str:
    """`words` with the value that they take back put right; empty where they take none back, or not surely."""
    among = list(fields)
    for slip in _SLIP.finditer(words):
        before, after = words[: slip.start()], words[slip.end() :]
        if mended := _mended(before, after, among, today):
            return put_right(mended, among, today) or mended
    return ""


def retold(words: str, after: str, fields: Iterable[Field], today: dt.date) -> bool:
    """Whether `after` begins with a value such as `words` before it name: another degree for the degree."""
    lead = _SAID_AGAIN.match(after)
    better = after[lead.end() :] if lead else after
    pairs = ((_last(words, field, today), field) for field in fields if field.slot.kind in _NAMED)
    return any(old and _again(better, field, old, today)[0] for old, field in pairs)


def after_a_no(before: str, words: str, fields: Iterable[Field], today: dt.date) -> str:
    """What was told `before`, put right by a no to it ("no, 24"); empty where `words` say more, or nothing like it."""
    no = _NO.match(words)
    denies = no is not None and no[0].strip().isalpha()  # "no reflective supervision" is no correction
    return _mended(before, words[no.end() :].rstrip(" .!"), [] if denies else fields, today) if no else ""


def _mended(before: str, after: str, fields: Iterable[Field], today: dt.date) -> str:
    lead = _SAID_AGAIN.match(after)
    better = after[lead.end() :] if lead else after
    for field in (*_FIGURES, *(field for field in fields if field.slot.kind in _NAMED)):
        old = _last(before, field, today)
        new, end = _again(better, field, old, today) if old else ("", 0)
        if old is None or not new or not _GOES_ON.match(better, end):
            continue
        between, rest = before[old.end :], better[end:].rstrip(" .!")
        if not rest or not between.strip(" ,.!"):
            return f"{before[: old.start]}{_kept(old)}{new}{between}{rest}"
    return ""


def _again(words: str, field: Field, old: Excerpt, today: dt.date) -> tuple[str, int]:
    """The value with which `words` begin, and where it ends there; of hours also a number alone."""
    if field.slot.kind == "hours" and (number := _NUMBER.fullmatch(words.rstrip(" .!"))):
        return _NUMBER.sub(number[0], old.words, count=1), len(words)
    found = next((one for one in excerpts(words, [field], today) if one.start == 0), None)
    return (found.words, len(found.words)) if found else ("", 0)


def _last(words: str, field: Field, today: dt.date) -> Excerpt | None:
    """The last value of a field in `words`, by its place in all of them."""
    last, at = None, 0
    while found := excerpts(words[at:], [field], today):
        start = at + found[0].start
        last = Excerpt(field.id, found[0].reading, start, start + len(found[0].words), found[0].words)
        at = last.end
    return last


def _kept(old: Excerpt) -> str:
    lead = _LEAD.match(old.words) if old.field == "" else None
    return lead[0] if lead else ""
