"""An entry of a list corrected after it was told: "it was 24 hours, 2023", "the webinars were in 2024, not May 2025".

What is found is an offer for that entry, never a new one, and is read back with the values that it replaces.
"""

import re
from collections.abc import Iterable

from intake.interview import commands as cmd
from intake.interview.flow import Section
from intake.interview.standing import MORE, Standing
from intake.session import targets
from intake.session.case import OpenCase
from intake.session.described import Described, described, only_entry
from intake.session.records import fields_of
from intake.understand.facts import facts
from intake.understand.read import read
from intake.understand.records import Field, holding, name_words
from intake.understand.slots import Reading
from intake.understand.understanding import Statement
from intake.words import _

#: What a slip of the tongue begins with, and what leads to a value.
MARKS = r"\A\W*(?:(?:no|wait|oh|actually|sorry|oops|i mean)\b[\s,.!]*)*"
_IT_WAS = re.compile(
    rf"{MARKS}(?:it|that|that one|this one|they|those)(?:\s+(?:was|were|is|are|should be)|'s|s)\b\s*", re.IGNORECASE
)
_CONTRAST = re.compile(
    rf"{MARKS}(?:the|my|that|those)\s+(?P<name>[^,]+?)\s+(?:was|were|is|are)\s+(?P<new>[^,]+?),?\s+"
    r"(?:and\s+)?not\s+(?P<old>.+?)\W*\Z",
    re.IGNORECASE,
)
_ANEW = re.compile(
    rf"{MARKS}(?:the|my|that)\s+(?P<name>[^,;]+?)\s+(?:was|were|is|lasted|took|should be|should have been)\s+"
    r"(?:(?:only|actually|really|just)\s+)*(?P<new>[^,;]+?)(?:,?\s+(?:and\s+)?not\s+(?P<old>[^,;]+?))?\W*\Z",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:with|by|from)\b", re.IGNORECASE)
LEAD = re.compile(r"\A(?:in|on|at|by|from|with|for)\s+", re.IGNORECASE)
_Change = tuple[Section, str, str, Reading]


def amendment(case: OpenCase, standing: Standing, words: str) -> Statement | None:
    """The change of a known entry that `words` tell; None where they tell none.

    Raises Refused where the next entry is asked for and the words correct one that is not to be found.
    """
    if changed := _of_described(case, standing, words):
        return changed
    if contrast := _CONTRAST.match(words):
        return _contrasted(case, standing, contrast)
    told = _IT_WAS.match(words)
    return _last(case, standing, words, words[told.end() :]) if told and standing.field == MORE else None


def _of_described(case: OpenCase, standing: Standing, words: str) -> Statement | None:
    """What is said anew of an entry that is described: "the supervision with J on March 20 was 2 hours"."""
    told = _ANEW.match(words)
    found = _meant(case, standing, told["name"]) if told else None
    if told is None or found is None:
        return None
    got = facts(told["new"], fields_of(found.section), case.as_of)
    if not got.found or got.left:
        return None
    new = {name.partition(".")[2]: value for name, value in got.found.items()}
    if not found.items and ("date" in found.section.by_field or new.keys() != {"hours"}):
        return None  # told for the first time, all at once
    if old := told["old"]:
        found = found._replace(items=[item for item in found.items if _held(case, found.section, item, set(new), old)])
    return Statement(found.section.id, only_entry(case, found).item, new, words)


def _meant(case: OpenCase, standing: Standing, name: str) -> Described | None:
    """The entries that `name` describes; none where it names a list elsewhere whose entries are others."""
    section = case.pack.flow.sections.get(targets.section_of(case.projection, name) or "")
    elsewhere = section is not None and section.id != standing.section and case.projection.docs[section.id]
    none = Described(section, []) if section and section.repeat and elsewhere and _WITH.search(name) else None
    return described(case, name) or none


def _held(case: OpenCase, section: Section, item: str, names: set[str], old: str) -> bool:
    """Whether one of the answers `names` of an entry is `old`."""
    fields = fields_of(section, case.projection.docs[section.id][item])
    told = [field for field in fields if field.id.partition(".")[2] in names and field.value is not None]
    return any(_is(field, old, case) for field in told)


def _last(case: OpenCase, standing: Standing, words: str, said: str) -> Statement | None:
    """What is said of the entry told last; its title stays."""
    last, section = case.state.content.last, case.pack.flow.sections[standing.section]
    if last is None or last.to.partition(".")[0] != section.id or not last.item:
        return None
    doc = case.projection.docs[section.id].get(last.item, {})
    kept = section.repeat.title if section.repeat else ()
    asked = {question.field for question in case.projection.asks_of(section.id, doc)} - set(kept)
    got = facts(said, [field for field in fields_of(section) if field.id.partition(".")[2] in asked], case.as_of)
    if not got.read:
        return None
    found = {name.partition(".")[2]: value for name, value in got.found.items()}
    return Statement(section.id, last.item, found, words, got.left)


def _contrasted(case: OpenCase, standing: Standing, contrast: re.Match[str]) -> Statement | None:
    """The one entry that holds the old value, or has the name, with the new value."""
    named = set(name_words(contrast["name"]))
    changes = list(_changes(case, contrast["old"], LEAD.sub("", contrast["new"])))
    entitled = [change for change in changes if named & _title(case, change)]
    here = [change for change in entitled or changes if change[0].id == standing.section]
    found = here or entitled or changes
    if len(found) == 1:
        section, item, name, reading = found[0]
        return Statement(section.id, item, {name: (reading, contrast["new"])}, contrast[0])
    if standing.field == MORE:
        raise cmd.Refused(_("I could not tell which entry that changes. Say for instance: change the date of … to …"))
    return None


def _changes(case: OpenCase, old: str, new: str) -> Iterable[_Change]:
    """Each answer in a list whose value is `old`, with `new` in its place."""
    for section in (section for section in case.pack.flow.sections.values() if section.repeat):
        for item, doc in case.projection.docs[section.id].items():
            for field in fields_of(section, doc):
                reading = read(new, field.slot, case.as_of)
                if field.value is not None and _is(field, old, case) and isinstance(reading, Reading):
                    yield section, item, field.id.partition(".")[2], reading


def _is(field: Field, old: str, case: OpenCase) -> bool:
    if field.slot.kind == "text":
        return bool(holding((field,), old))
    reading = read(LEAD.sub("", old), field.slot, case.as_of)
    return isinstance(reading, Reading) and reading.value == field.value


def _title(case: OpenCase, change: _Change) -> set[str]:
    section, item, _name, _reading = change
    doc = case.projection.docs[section.id][item]
    return {
        word for name in (section.repeat.title if section.repeat else ()) for word in name_words(str(doc.get(name, "")))
    }
