"""An entry named by what was told of it: "the group supervision with J on March 20", "the training of May 2025"."""

import re
from typing import Any, NamedTuple

from intake.interview import commands as cmd
from intake.interview.flow import Section
from intake.session import targets
from intake.session.case import OpenCase
from intake.session.wording import items_said
from intake.understand.logged_days import MONTH, NTH
from intake.understand.read import read
from intake.understand.slots import Reading, Slot
from intake.words import _

_DAY = re.compile(
    rf"\b(?:{NTH} (?:of )?{MONTH}|{MONTH}(?: {NTH})?)(?!\w)(?:,? (?:of )?(?P<year>\d{{4}})\b)?"
    r"|\b\d\d?/\d\d?(?:/(?P<short>\d\d(?:\d\d)?))?\b|\b(?P<alone>(?:19|20)\d\d)\b|\b(?P<near>yesterday|today)\b",
    re.IGNORECASE,
)
_YEAR = len("2026")
#: Words that lead to what was told.
_LEADS = frozenset({"with", "on", "from", "by", "at", "one", "entry", "session", "meeting", "i", "had"})


class Described(NamedTuple):
    """The list that words name, and the entries of it that fit all else they say."""

    section: Section
    items: list[str]


def described(case: OpenCase, words: str) -> Described | None:
    """The entries that `words` describe by a day, by words of its names and by choices such as "group".

    None where they name no list, or say nothing that any entry of it has and no day.
    """
    days = [day for day in _DAY.finditer(words) if day[0].strip()]
    bare = _DAY.sub(" ", words)
    section = case.pack.flow.sections.get(targets.section_of(case.projection, bare) or "")
    if section is None or section.repeat is None:
        return None
    docs = case.projection.docs[section.id]
    for said, told in ((words, []), (bare, days)):
        rest = [word for word in targets.said_beside(section, said) if word not in _LEADS]
        dates = [_date(case, day) for day in told]
        fits = [item for item in docs if _fits(case, section, item, rest, dates)] if rest or told else []
        if fits:
            return Described(section, fits)
    return Described(section, []) if days and docs else None


def entry_described(case: OpenCase, words: str) -> targets.Target | None:
    """The entry that `words` describe; None where they describe none. Raises Refused where none or several fit."""
    found = described(case, words)
    return only_entry(case, found) if found else None


def only_entry(case: OpenCase, found: Described) -> targets.Target:
    """The one entry that was described. Raises Refused where that is none or several."""
    if len(found.items) == 1:
        return targets.Target(found.section.id, found.items[0])
    if not found.items:
        text = _("There is nothing like that under {list}. Say list to see what there is.")
        raise cmd.Refused(text.format(list=found.section.title))
    names = items_said(case.projection, found.section.id)
    text = _("That could be several: {some}. Say which, by its day or by its number in the list.")
    raise cmd.Refused(text.format(some="; ".join(names[item] for item in found.items)))


def _date(case: OpenCase, day: re.Match[str]) -> str:
    """A day as the end or the beginning of an EDTF date: without its year "-03-20"; as it was said where it is none."""
    got = read(day[0], Slot("date"), case.as_of)
    value = str(got.value) if isinstance(got, Reading) else day[0]
    if "/" in day[0] and len(value) < len("2026-03-20"):  # "3/50"
        return day[0]
    return value if any(day.groupdict().values()) else value[_YEAR:]


def _fits(case: OpenCase, section: Section, item: str, rest: list[str], dates: list[str]) -> bool:
    """Whether an entry has all words of `rest` in its names or in a choice, and all `dates`."""
    doc = case.projection.docs[section.id][item]
    own = _named(section, doc) | _chosen(section, doc)
    has = [date for question in section.questions for date in _dates(doc.get(question.field), question.kind)]
    return all(word in own for word in rest) and all(
        any(date.startswith(said) or (said[:1] == "-" and date[_YEAR:].startswith(said)) for date in has)
        for said in dates
    )


def _named(section: Section, doc: dict[str, Any]) -> set[str]:
    """The words of the names in an entry: its title, who offered it."""
    title = section.repeat.title if section.repeat else ()
    names = [q for q in section.questions if q.kind == "text" and (q.cues.any or q.field in title)]
    return {word for question in names for word in targets.words_of(str(doc.get(question.field, "")))}


def _chosen(section: Section, doc: dict[str, Any]) -> set[str]:
    """The words for the choices of an entry."""
    chosen = [c for q in section.questions if q.kind == "choice" for c in q.slot.choices if doc.get(q.field) == c.id]
    return {word for choice in chosen for name in (choice.label, *choice.aliases) for word in targets.words_of(name)}


def _dates(value: object, kind: str) -> list[str]:
    """The date of an answer, or both ends of a span."""
    if kind == "span" and isinstance(value, dict):
        return list(value.values())
    return [value] if kind in {"date", "span"} and isinstance(value, str) else []
