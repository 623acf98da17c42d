"""What a piece of a call says of its section: values by field, each with its words, and nothing by mere order."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from intake.prescreen.halves import without_half
from intake.prescreen.naming import CLAUSE, is_marked, sound
from intake.prescreen.parting import Section, holds
from intake.prescreen.people import person
from intake.prescreen.sheet import Take
from intake.understand.excerpts import excerpts
from intake.understand.facts import facts
from intake.understand.phones import phone
from intake.understand.read import read
from intake.understand.records import Field
from intake.understand.slots import Reading

_READER = "call sheet"
_UNSURE = re.compile(
    r"\b(?:(?:i(?:'m| am) )?(?:(?:not|(?:is|are|was|ai)n['\u2019]?t) "
    r"(?:(?:really|too|so|quite|very|all that|entirely|exactly) )?|un\s?)(?:sure|certain)|"
    r"(?:i )?(?:really )?(?:(?:do|does|did|ca|could)n['\u2019]?t|(?:do|does|did|could|can) ?not) "
    r"(?:really )?(?:know|remember|recall)|"
    r"(?:no|not a|haven'?t (?:a|the foggiest)) (?:idea|clue)|(?:never|haven'?t|have not|hadn'?t) heard of|"
    r"dunno|idk|unsure|unknown|would have to (?:check|look))\b",
    re.IGNORECASE,
)
_WONDERS = re.compile(rf"(?:{_UNSURE.pattern})\s+(?:if|whether|that|when|about|of|which|how|who|what)\b", re.IGNORECASE)
#: After these only a yes or no is in doubt, and no name or date: "not sure whether the job counts".
_WHETHER = re.compile(rf"(?:{_UNSURE.pattern})\s+(?:if|whether|that)\b", re.IGNORECASE)
_WHOLE = ("the whole time", "whole time", "all along", "throughout", "all of it", "the entire time")
_CUT = " , "
#: What may follow a caller's name and is none of it: "this is Dana calling from Norfolk". In small letters alone.
_AFTER_A_NAME = re.compile(r"\s+(?:calling|speaking|here|on|over|from|at|with|in|for|about|again)\b")
_OVER = r"\b(?:inactive|lapsed?|expired?|ended|until|till?|ran out|run out|removed|taken off|dropped)\b"
#: What says when something was over, as far as the next thing that is said: no date of when it began.
_ENDED = re.compile(rf"{_OVER}.*?(?=[,;](?!\s*(?:19|20)[0-9]{{2}}\b)|\.\s+\D|\bsince\b|\Z)", re.IGNORECASE | re.DOTALL)
_STOP = re.compile(r"[,;\n]|\.(?=\s|\Z)|\s+and\s")
_FIGURES = re.compile(r"\+?[0-9(][0-9 ().-]{5,}[0-9](?:\s*(?:x|ext\.?|extension)\s*[0-9]+)?", re.IGNORECASE)
_STOP_BEFORE_WORDS = re.compile(r"[,;.](?=\s+[^\W\d])")
_PLAIN = re.compile(r"[^\W\d_]{2,}")
_DENIAL = re.compile(
    r"\b(?:no|not|without|never|isn't|don't have|haven't)\s+(?:an?\s+|any\s+|my\s+|got\s+)*\Z", re.IGNORECASE
)
#: After these an option's name is a part of a longer one: "Healthy Families", also in small letters.
_NAMING = (["healthy"],)
#: A place where somebody works: "at a preschool", "a daycare, a preschool and EHS".
_AT_A_PLACE = re.compile(
    r"\bat\s+(?:(?:an?|the|my)\s+)?(?:[\w'-]+(?:\s+and)?\s+(?:an?|the)\s+|(?-i:[a-z-]+)\s+)?\Z", re.IGNORECASE
)
#: Names of options that say something else among other words: "nobody supervises".
_GENERAL = frozenset(["nobody", "none"])
Found = dict[str, tuple[Reading, str]]


class Told(NamedTuple):
    """Values by field with the words that gave each, the fields not known, and the words that fitted nowhere."""

    found: Found
    unsure: dict[str, str]
    left: tuple[str, ...]


def told(words: str, section: Section, takes: Sequence[Take], meant: Sequence[Take], today: dt.date) -> Told:
    """What `words` say of `section`, whose questions are taken as `takes` say; those of `meant` may be not known.

    Of "no idea if she is on the registry" nothing is known, whatever is named in it.
    """
    got = _said(words, section, takes, meant, today)
    doubtful = {name: words for name, (_reading, said) in got.found.items() if _asks_itself(words, said)}
    sure = {name: value for name, value in got.found.items() if name not in doubtful}
    kinds = {field.id: field.slot.kind for field in section.fields}
    asked = section.repeats and _WHETHER.search(words)
    unsure = {name: said for name, said in got.unsure.items() if not asked or kinds[name] == "yes_no"}
    return Told(sure, unsure | doubtful, got.left)


def _asks_itself(words: str, said: str) -> bool:
    """Whether `said` stands in what is not known: after "not sure if", and before anything else begins."""
    doubt, place = _WONDERS.search(words), words.find(said)
    return doubt is not None and place >= doubt.end() and not _STOP.search(words, doubt.end(), place)


def _said(words: str, section: Section, takes: Sequence[Take], meant: Sequence[Take], today: dt.date) -> Told:
    fields = {field.id: field for field in section.fields}
    found: Found = {}
    barred = {take.question for take in takes if any(holds(words, phrase) for phrase in take.unless)}
    takes = [take for take in takes if take.question not in barred]
    heads = frozenset(head for field in section.fields for head in field.cues.heads)
    for take in takes:
        field = fields[take.question]
        value, words = _apart(words, field, take, heads, today, section_repeats=section.repeats)
        found |= {field.id: value} if value else {}
    blocked = {take.question for take in takes if take.needs or take.options} | found.keys() | barred
    rest = [
        field
        for field in section.fields
        if field.id not in blocked and field.slot.kind != "choices" and not _both_ways(words, field)
    ]
    if not section.repeats:
        found |= {e.field: (e.reading, e.words) for e in excerpts(words, rest, today)}
        return Told(found, _unknown(words, found, meant), ())
    words = _without_denied(words, rest, today)
    if not any(field.slot.kind == "span" for field in section.fields):
        words = without_half(words, today)
    got = facts(words, rest, today)
    names = {name: value for name, told in got.found.items() if (value := sound(words, fields[name], told, section))}
    marked = {name: value for name, value in names.items() if is_marked(words, fields[name], value, section)}
    named = {name: said for name, said in got.unsure.items() if name not in found}
    named_by = [take for take in takes if not take.yes]  # of a yes or no its needs are no names
    if doubted(words) and (about := [t.question for t in named_by if any(holds(words, need) for need in t.needs)]):
        named = {name: words for name in about if name not in found}
    unused = (said for name, (_value, said) in got.found.items() if name not in marked)
    return Told(found | marked, named, (*got.left, *unused))


def _both_ways(words: str, field: Field) -> bool:
    """Whether both a yes and a no to a question are said: "unpaid at first, paid since 2022"."""
    rest = words
    for phrase in field.cues.no:
        if match := holds(rest, phrase):
            rest = f"{rest[: match.start()]}{_CUT}{rest[match.end() :]}"
    return rest != words and any(holds(rest, phrase) for phrase in field.cues.yes)


def _without_denied(words: str, fields: Iterable[Field], today: dt.date) -> str:
    """The words without an option that is named only to say that it is not so: "no masters"."""
    choices = [field for field in fields if field.slot.kind == "choice"]
    for one in excerpts(words, choices, today):
        if denies := _DENIAL.search(words[: one.start]):
            words = f"{words[: denies.start()]}{_CUT}{words[one.end :]}"
    return words


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
    words: str, field: Field, take: Take, heads: frozenset[str], today: dt.date, *, section_repeats: bool
) -> tuple[tuple[Reading, str] | None, str]:
    """A value that the sheet says how to find, and the words without it."""
    if take.needs:
        return _after(words, field, take.needs, today)
    if field.slot.kind == "choices":
        return _several(words, field, heads)
    if take.options:
        return _chosen(words, take.options)
    if field.slot.kind == "phone":
        got, figures = phone(words), _FIGURES.search(words)
        return ((got, figures[0] if figures else words), words) if got else (None, words)
    if field.cues.person and section_repeats and (name := person(words)):
        return (Reading(name, _READER), name), words.replace(name, _CUT, 1)
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
    began = field.slot.kind == "date" and not any(map(_ENDED.match, needs))
    looked = _ENDED.sub(lambda over: " " * len(over[0]), after) if began else after
    first = _STOP_BEFORE_WORDS.split(looked, maxsplit=1)[0]
    for one in excerpts(first, [field], today) or excerpts(looked, [field], today):
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
    for name in sorted(names.keys() - _GENERAL, key=len, reverse=True):
        match = holds(words, name)
        if match and not _within_a_name(words, match, heads):
            chosen[names[name]] = match[0]
            words = f"{words[: match.start()]}{_CUT}{words[match.end() :]}"
    order = [choice.id for choice in field.slot.choices if choice.id in chosen]
    return ((Reading(order, _READER), ", ".join(chosen.values())), words) if order else (None, words)


def _within_a_name(words: str, match: re.Match[str], heads: frozenset[str]) -> bool:
    before = words[: match.start()].split()[-1:]
    capital = bool(match.start()) and match[0][0].isupper() and not match[0].isupper()
    if [word.casefold() for word in before] in _NAMING or _AT_A_PLACE.search(words[: match.start()]):
        return True
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
        close = _STOP.search(words, match.end()) or CLAUSE.search(words, match.end())
        stop = match.end() + end.start() if end else close.start() if close else len(words)
        if not gap and (more := _AFTER_A_NAME.search(words, match.end(), stop)):
            stop = more.start()
        value = words[match.end() : stop].strip(" :\"'")
        if _PLAIN.search(value) and not _STOP.search(value) and not (gap and CLAUSE.search(value)):
            rest = match.end() + end.end() if end else stop
            return (Reading(value, _READER), value), f"{words[: match.start()]}{_CUT}{words[rest:]}"
    return None, words
