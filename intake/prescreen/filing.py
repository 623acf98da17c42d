"""What a piece of a call says of its section: values by field, each with its words, and nothing by mere order."""

import datetime as dt
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from intake.prescreen.parting import Section, holds
from intake.prescreen.sheet import Take
from intake.understand.excerpts import excerpts
from intake.understand.facts import IMPLIED, facts
from intake.understand.phones import phone
from intake.understand.read import read
from intake.understand.records import Field
from intake.understand.slots import Reading

_READER = "call sheet"
_UNSURE = re.compile(
    r"\b(?:(?:i(?:'m| am) )?(?:not|un)\s?(?:sure|certain)|"
    r"(?:i )?(?:don'?t|do not|can'?t|cannot) (?:know|remember|recall)|"
    r"no idea|unsure|unknown|would have to (?:check|look))\b",
    re.IGNORECASE,
)
_WHOLE = ("the whole time", "whole time", "all along", "throughout", "all of it", "the entire time")
_CUT = " , "
#: What stands at the end of words that lead to a name: "this is Dana calling".
_TRAILING = re.compile(r"\s+(?:calling|speaking|here|on the (?:phone|line))\W*\Z", re.IGNORECASE)
#: What leads to an agency or to those who are served: "with EHS", "with kids".
_LOOSE = re.compile(r"(?<!been )\bwith\s+\Z|(?<!work )(?<!worked )(?<!working )\bfor\s+(?:my\s+)?\Z", re.IGNORECASE)
_STOP = re.compile(r"[,;\n]|\.(?=\s|\Z)|\s+and\s")
_PLAIN = re.compile(r"[^\W\d_]{2,}")
Found = dict[str, tuple[Reading, str]]


class Told(NamedTuple):
    """Values by field with the words that gave each, the fields not known, and the words that fitted nowhere."""

    found: Found
    unsure: dict[str, str]
    left: tuple[str, ...]


def told(words: str, section: Section, takes: Sequence[Take], meant: Sequence[Take], today: dt.date) -> Told:
    """What `words` say of `section`, whose questions are taken as `takes` say; those of `meant` may be not known."""
    fields = {field.id: field for field in section.fields}
    found: Found = {}
    heads = frozenset(head for field in section.fields for head in field.cues.heads)
    for take in takes:
        field = fields[take.question]
        value, words = _apart(words, field, take, heads, today)
        found |= {field.id: value} if value else {}
    blocked = {take.question for take in takes if take.needs or take.options} | found.keys()
    rest = [field for field in section.fields if field.id not in blocked and field.slot.kind != "choices"]
    if not section.repeats:
        found |= {e.field: (e.reading, e.words) for e in excerpts(words, rest, today)}
        return Told(found, _unknown(words, found, meant), ())
    got = facts(words, rest, today)
    leading = {word for field in section.fields for word in field.cues.after}
    marked = {name: value for name, value in got.found.items() if _is_marked(words, fields[name], value, leading)}
    named = {name: said for name, said in got.unsure.items() if name not in found}
    if doubted(words) and (about := [t.question for t in takes if any(holds(words, need) for need in t.needs)]):
        named = {name: words for name in about if name not in found}
    unused = (said for name, (_value, said) in got.found.items() if name not in marked)
    return Told(found | marked, named, (*got.left, *unused))


def doubted(words: str) -> bool:
    """Whether `words` say that something is not known."""
    return _UNSURE.search(words) is not None


def _unknown(words: str, found: Found, takes: Sequence[Take]) -> dict[str, str]:
    """The question of which the words say that it is not known: one that they name, else the first."""
    if not doubted(words):
        return {}
    named = [take.question for take in takes if any(holds(words, need) for need in take.needs)]
    meant = named or [take.question for take in takes[:1] if not found]
    return {name: words for name in meant if name not in found}


def _apart(
    words: str, field: Field, take: Take, heads: frozenset[str], today: dt.date
) -> tuple[tuple[Reading, str] | None, str]:
    """A value that the sheet says how to find, and the words without it."""
    if take.needs:
        return _after(words, field, take.needs, today)
    if field.slot.kind == "choices":
        return _several(words, field, heads)
    if take.options:
        return _chosen(words, take.options)
    if field.slot.kind == "phone":
        got = phone(words)
        return ((got, words), words) if got else (None, words)
    if take.leads and field.slot.kind == "text":
        return _led(words, take.leads)
    return None, words


def _after(words: str, field: Field, needs: Iterable[str], today: dt.date) -> tuple[tuple[Reading, str] | None, str]:
    """A value that stands after one of the words it needs."""
    places = [match.start() for need in needs if (match := holds(words, need))]
    if not places:
        return None, words
    place = min(places) if field.slot.kind in ("date", "span") else 0
    before, after = words[:place], words[place:]
    if field.slot.whole:
        for phrase in _WHOLE:
            if match := holds(after, phrase):
                got = read(_WHOLE[0], field.slot, today)
                rest = f"{before}{after[: match.start()]}{_CUT}{after[match.end() :]}"
                return ((got, match[0]), rest) if isinstance(got, Reading) else (None, words)
    for one in excerpts(after, [field], today):
        return (one.reading, one.words), f"{before}{after[: one.start]}{_CUT}{after[one.end :]}"
    return None, words


def _chosen(words: str, options: Mapping[str, Iterable[str]]) -> tuple[tuple[Reading, str] | None, str]:
    """The option with the longest name that is said."""
    names = {name: option for option, own in options.items() for name in own}
    for name in sorted(names, key=len, reverse=True):
        if match := holds(words, name):
            return (Reading(names[name], _READER), match[0]), f"{words[: match.start()]}{_CUT}{words[match.end() :]}"
    return None, words


def _several(words: str, field: Field, heads: frozenset[str]) -> tuple[tuple[Reading, str] | None, str]:
    """All options that are named, the longest name first; none within a name, as in "NICU nurse"."""
    names = {name: c.id for c in field.slot.choices for name in (c.label, *c.aliases)}
    chosen: dict[str, str] = {}
    for name in sorted(names, key=len, reverse=True):
        match = holds(words, name)
        if match and not _within_a_name(words, match, heads):
            chosen[names[name]] = match[0]
            words = f"{words[: match.start()]}{_CUT}{words[match.end() :]}"
    order = [choice.id for choice in field.slot.choices if choice.id in chosen]
    return ((Reading(order, _READER), ", ".join(chosen.values())), words) if order else (None, words)


def _within_a_name(words: str, match: re.Match[str], heads: frozenset[str]) -> bool:
    capital = bool(match.start()) and match[0][0].isupper() and not match[0].isupper()
    after = words[match.end() :].split()[:1]
    return capital or any(word.strip(".,").casefold() in heads for word in after)


def _led(words: str, leads: Iterable[str]) -> tuple[tuple[Reading, str] | None, str]:
    """The name after a lead, or between the two halves of one."""
    for lead in sorted(leads, key=len, reverse=True):
        first, gap, last = (part.strip() for part in lead.partition("\u2026"))
        match = holds(words, first)
        end = (holds(words[match.end() :], last) if gap else None) if match else None
        if not match or (gap and not end):
            continue
        close = _STOP.search(words, match.end())
        stop = match.end() + end.start() if end else close.start() if close else len(words)
        value = _TRAILING.sub("", words[match.end() : stop]).strip(" :\"'")
        if _PLAIN.search(value) and not _STOP.search(value):
            rest = match.end() + end.end() if end else stop
            return (Reading(value, _READER), value), f"{words[: match.start()]}{_CUT}{words[rest:]}"
    return None, words


def _is_marked(words: str, field: Field, value: tuple[Reading, str], leading: Container[str]) -> bool:
    """Whether something speaks for a plain-word value being this field's: a cue before, in or after it, or capitals."""
    reading, said = value
    if field.slot.kind != "text" or reading.reader == IMPLIED:
        return True
    heads = {word.strip(".,:;\"'").casefold() for word in said.split()} & {*field.cues.heads}
    before = words[: max(words.find(said), 0)].split()[-1:]
    led = any(word.casefold() in field.cues.after for word in before) and not _LOOSE.search(words[: words.find(said)])
    after = words[words.find(said) + len(said) :].split()[:1]
    begins = not before and any(word.casefold() in leading for word in after)
    return led or begins or bool(heads) or any(word[:1].isupper() for word in said.split())
