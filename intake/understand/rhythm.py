"""How often something takes place and what for: neither a total of hours nor a part of a name.

"I meet with Denise Walker every other week for reflective supervision, 1 hr" tells a name and no total.
"""

import re
from collections.abc import Sequence

from intake.understand.excerpts import Excerpt
from intake.understand.records import Field

_TIME = r"(?:days?|weeks?|wks?|months?|mos?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)"
_OFTEN = (
    rf"(?:(?:once|twice|(?:[0-9]|one|two|three|four) times?|x)\s+)?(?:every|each|per)(?:\s+(?:other|second|single|two|"
    rf"three|few|[0-9]))?\s+{_TIME}|(?:once|twice|(?:[0-9]|one|two|three|four) times?)\s+an?\s+{_TIME}|"
    r"(?:bi-?|semi-?)?(?:weekly|monthly)|every so often|fortnightly"
)
_AMOUNT = r"(?:(?:[0-9][0-9.,/]*|an?|one|two|three|half an?)[\s-]*(?:hours?|hrs?|h|minutes?|mins?)\.?\W+(?:each\W+)?)?"
_RHYTHM = re.compile(rf"(?<![\w-]){_AMOUNT}(?:{_OFTEN})(?![\w-])")
_PURPOSE = re.compile(
    r"(?<!\w)for\s+(?:(?:my|our|some|the|reflective|clinical|group|individual|peer)\s+)*(?:supervision|consultation)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:altogether|all together|total|overall|in all|so far)\b", re.IGNORECASE)
#: The longest time, in hours, that one of many meetings takes.
_MEETING = 4


def without_meetings(text: str, cut: Sequence[Excerpt], fields: Sequence[Field]) -> list[Excerpt]:
    """The excerpts but for a total of hours that is no more than one of the meetings told of."""
    totals = {field.id for field in fields if field.slot.kind == "hours" and not field.slot.per}
    if _TOTAL.search(text) or not any(tells_often(gap) for gap in gaps(text, cut)):
        return list(cut)
    return [e for e in cut if e.field not in totals or e.reading.confirm or float(str(e.reading.value)) > _MEETING]


def tells_often(words: str) -> bool:
    """Whether words say how often something takes place."""
    return _RHYTHM.search(words) is not None


def telling(left: Sequence[str]) -> int:
    """How many of the words left out tell hours or a purpose, and not merely how often."""
    return sum(re.fullmatch(_OFTEN, words) is None for words in left)


def gaps(text: str, cut: Sequence[Excerpt]) -> list[str]:
    """The stretches of `text` between what was cut out."""
    edges = [0, *(edge for e in cut for edge in (e.start, e.end)), len(text)]
    return [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]


def apart(gap: str) -> tuple[str, list[str]]:
    """A stretch of words without how often and, where that is told, what for; and the words left out."""
    if not tells_often(gap):
        return gap, []
    left: list[str] = []
    for form in (_RHYTHM, _PURPOSE):
        left += [match[0].strip() for match in form.finditer(gap)]
        gap = form.sub(",", gap)
    return gap, left
