"""Several entries of a list in one answer: "Touchpoints 24 hours March 2023, Zero to Three 6 hours May 2025".

Where the entries are people, a list of names is as many. Where each line of a paste begins with a name, each is an
entry. Within a line, one begins where a name stands before a figure of a kind that the entry before it has already.
"""

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise

from intake.understand import names
from intake.understand.excerpts import Excerpt, excerpts
from intake.understand.facts import is_name
from intake.understand.records import Field, name_words

_PART = re.compile(r"\s*[,;\n]\s*(?:(?:and|plus|then)\s+)?|\s+(?:and|plus|then)\s+", re.IGNORECASE)
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
    starts, kinds = [0], set[str]()
    parts = [0, *(gap.end() for gap in _PART.finditer(text))]
    if len(parts) > _MOST:
        return [text]
    for begin, end in zip(parts, [*parts[1:], len(text)], strict=True):
        part = _LAST_AND.sub("", text[begin:end]).strip(" ,;\n")
        cut = excerpts(part, fields, today)
        has = {excerpt.field for excerpt in cut}
        if begin and has & kinds and _name_before(part, cut, fields) and _name_before(text[starts[-1] : begin], (), ()):
            starts.append(begin)
            kinds = has
        else:
            kinds |= has
    edges = [*starts, len(text)]
    return [_LAST_AND.sub("", text[a:b]).strip(" ,;\n") for a, b in pairwise(edges)]


def _name_before(part: str, cut: Sequence[Excerpt], fields: Sequence[Field]) -> bool:
    """Whether a part begins with a name, which is none of a field: "ended May 2022" has none."""
    name = part[: cut[0].start] if cut else part
    told = {word for field in fields for called in field.names for word in name_words(called)}
    return is_name(name) and not set(name_words(name)) <= told
