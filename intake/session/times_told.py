"""Times that a caller tells by halves: what makes a whole one with what is known of the entry, or was kept before."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.portfolio.months import ONGOING
from intake.prescreen.filing import Found
from intake.prescreen.halves import Half, goes_on, half, lasted, whole, within
from intake.prescreen.parting import Section, holds, lines_of
from intake.prescreen.sheet import Sheet
from intake.understand.records import Field
from intake.understand.slots import Reading
from intake.words import _

_READER = "halves"
Kept = Sequence[ev.Jotted | cmd.Jot]


def times(section: Section) -> list[Field]:
    """The times that an entry of a list has: how long it lasted, then those within that."""
    return [field for field in section.fields if field.slot.kind == "span"] if section.repeats else []


def halves_of(kept: Kept, lines: Iterable[str], today: dt.date) -> list[Half]:
    """The halves of a time among what was kept as words for `lines`, the last one first."""
    there = {*lines}
    return [one for jot in reversed(kept) if jot.line in there and (one := half(jot.words, today))]


def timed(
    found: Found,
    section: Section,
    doc: Mapping[str, Any],
    words: str,
    before: Mapping[str, Sequence[Half]],
    today: dt.date,
) -> Found:
    """The times that `words` complete, for an entry of which `doc` is known and `found` was said.

    `before` are the halves told before by field, each for this entry alone.
    """
    if not times(section):
        return {}
    own, *parts = times(section)
    said, known = half(words, today), doc.get(_name(own))
    made: Found = {}
    denied = any(reading.value is False for reading, _words in found.values())
    of_part = next((part for part in parts if any(holds(words, need) for need in section.needs.get(part.id, ()))), None)
    if own.id not in found and not of_part and (span := _own(said, known, words, before.get(own.id, ()))):
        made[own.id] = Reading(span, _READER, bool(said and said.reading.hedged)), said.words if said else words
    lasted = made[own.id][0].value if own.id in made else found[own.id][0].value if own.id in found else known
    for part in parts:
        ends = [said] if said and part is of_part else before.get(part.id, ()) if _name(part) not in doc else ()
        if part.id not in found and not denied and isinstance(lasted, dict) and (span := within(lasted, ends)):
            check = _("From the beginning?")
            made[part.id] = Reading(span, _READER, ends[0].reading.hedged, check), ends[0].words
    return made


def _own(
    said: Half | None, known: Mapping[str, str] | None, words: str, before: Sequence[Half]
) -> Mapping[str, str] | None:
    if said:
        return whole(said, known, before)
    if not goes_on(words):
        return None
    if known:
        return known if known["end"] == ONGOING else None
    began = next((one for one in before[:1] if one.side == "start"), None)
    return {"start": str(began.reading.value), "end": ONGOING} if began else None


def line_of_time(sheet: Sheet, section: Section, line: str, words: str, today: dt.date) -> str:
    """The line under which `words` that tell of a time in part are kept: one that takes a time, else `line`."""
    fields = times(section)
    if not fields or not (half(words, today) or goes_on(words) or lasted(words)):
        return line
    takes = {name for field in fields for name in lines_of(sheet, section.id, [_name(field)])}
    return line if line in takes else next(iter(lines_of(sheet, section.id, [_name(fields[0])])), line)


def asked_of(words: str, today: dt.date) -> str:
    """What to ask where `words` tell only half of a time, or how long it was; nothing where they do not."""
    told = half(words, today)
    if told is None:
        return _(" Still ask: from when to when?") if lasted(words) else ""
    return _(" Still ask: since when?") if told.side == "end" else _(" Still ask: until when, or still there?")


def _name(field: Field) -> str:
    return field.id.partition(".")[2]
