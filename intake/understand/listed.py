"""Several entries of a list in one answer: "Touchpoints 24 hours March 2023, Zero to Three 6 hours May 2025".

Where the entries are people, a list of names is as many. Where each line of a paste begins with a name, each is an
entry. Within a line, one begins where a name stands before a figure of a kind that the entry before it has already, at
another degree, at the dates of "before that", and at "my boss Tamika Jones" after the name of somebody else.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from intake.understand import names
from intake.understand.excerpts import Excerpt, excerpts
from intake.understand.facts import is_name
from intake.understand.records import Field, name_words
from intake.understand.slots import Value

_EARLIER = r"(?:(?:before|after|prior to) that|previously|earlier)\b"
_PART = re.compile(
    r"\s*[,;\n]\s*(?:(?:and|plus|then|also)\s+)?|\s+(?:and also|and|plus|then|also)\s+|"
    rf"[.!]\s+(?=(?:i|my|and|also|then|plus)\b)|\s+(?={_EARLIER})",
    re.IGNORECASE,
)
_BEFORE_THAT = re.compile(rf"\W*{_EARLIER}", re.IGNORECASE)
_SOMEBODY = re.compile(r"(?:(?i:my|our)\s+[a-z -]{2,30}\s+[A-Z][\w'\u2019-]+\s+[A-Z]|(?i:dr|mr|mrs|ms|prof)\b\.?\s+\w)")
_LAST_AND = re.compile(r"[\s,;]+(?:(?:and|plus|then)\s+)?\Z|\s+(?:and|plus|then)\s+\Z", re.IGNORECASE)
#: The most parts of an answer that are looked at.
_MOST = 60


def entries_said(text: str, fields: Sequence[Field], today: dt.date) -> list[str]:
    """The words of each entry, in order; all of `text` where it tells of one."""
    if fields and fields[0].cues.person and (people := names.people(text)):
        return people
    lines = [line.strip(" ,;\t") for line in text.split("\n") if line.strip(" ,;\t")]
    if len(lines) > 1 and all(_name_before(line, excerpts(line, fields, today), fields) for line in lines):
        return [entry for line in lines for entry in _within(line, fields, today)]
    return _within(text, fields, today)


def _within(text: str, fields: Sequence[Field], today: dt.date) -> list[str]:
    """The entries of one line."""
    starts, seen = [0], dict[str, Value]()
    places = [0, *(gap.end() for gap in _PART.finditer(text))]
    if len(places) > _MOST:
        return [text]
    parts = [(begin, _trimmed(text[begin:end])) for begin, end in pairwise([*places, len(text)])]
    parts = [piece for begin, part in parts for piece in _at_options(begin, part, fields[:1], today)]
    cuts = [excerpts(part, fields, today) for _begin, part in parts]
    for (begin, part), cut, then in zip(parts, cuts, [*cuts[1:], []], strict=True):
        has = {excerpt.field: excerpt.reading.value for excerpt in cut}
        if begin and _begins(part, cut, then, seen, fields) and _named(text[starts[-1] : begin], seen, fields):
            starts.append(begin)
            seen = has
        else:
            seen |= has
    return [_trimmed(text[a:b]) for a, b in pairwise([*starts, len(text)])]


def _trimmed(part: str) -> str:
    return _LAST_AND.sub("", part).strip(" ,;\n")


def _at_options(begin: int, part: str, first: Sequence[Field], today: dt.date) -> list[tuple[int, str]]:
    """A part from `begin` on, in two where it has two options of the first field: "a BA before the MSW"."""
    for one in excerpts(part, first, today) if first[0].slot.kind == "choice" else ():
        for other in excerpts(part[one.end :], first, today):
            if other.reading.value != one.reading.value:
                at = one.end + other.start
                return [(begin, part[:at]), (begin + at, part[at:])]
    return [(begin, part)]


def _begins(
    part: str, cut: Sequence[Excerpt], then: Sequence[Excerpt], seen: Mapping[str, Value], fields: Sequence[Field]
) -> bool:
    """Whether a part, and what comes `then`, begin another entry than the one of which these values were `seen`."""
    first = fields[0]
    if first.cues.person:
        return _SOMEBODY.match(part) is not None
    if any(e.field == first.id and seen.get(first.id, e.reading.value) != e.reading.value for e in cut):
        return True
    if not any(e.field in seen for e in cut or then):
        return False
    leads = any(part.split(maxsplit=1)[0].casefold() in field.cues.after for field in fields if not cut)
    return _BEFORE_THAT.match(part) is not None or (_name_before(part, cut, fields) and not leads)


def _named(before: str, seen: Mapping[str, Value], fields: Sequence[Field]) -> bool:
    """Whether the entry before it has a name, or an option in its place."""
    return fields[0].id in seen or _name_before(before, (), ())


def _name_before(part: str, cut: Sequence[Excerpt], fields: Sequence[Field]) -> bool:
    """Whether a part begins with a name, which is none of a field: "ended May 2022" has none."""
    name = part[: cut[0].start] if cut else part
    told = {word for field in fields for called in field.names for word in name_words(called)}
    return is_name(name) and not set(name_words(name)) <= told
