"""An entry called by its name and told otherwise: "oh, Denise started in Feb 2023, not Jan, and it was 40 hours".

Such a sentence begins with words of an entry's title, or with its place in a list, and corrects: it says what was wrong
or begins as a slip of the tongue does. It is offered for that entry, with the values that it replaces, and never as a
new one; where several entries have that name and the change, it is asked which one.
"""

import re
from collections.abc import Iterable

from intake.interview import commands as cmd
from intake.session import targets
from intake.session.amendments import LEAD, MARKS
from intake.session.case import OpenCase
from intake.session.records import fields_of
from intake.session.wording import item_said
from intake.understand.amending import amended, span_part
from intake.understand.correction_forms import Heard
from intake.understand.read import read
from intake.understand.records import Field
from intake.understand.slots import Reading, Result, Value
from intake.understand.understanding import Statement
from intake.words import _

_HAPPENED = r"started|began|joined|ended|left|finished|stopped|expired|expires|was|were|is|are"
_TOLD = re.compile(
    rf"(?P<marks>{MARKS[2:]})(?:(?:the|my|that)\s+)?(?P<name>[^,;]{{2,60}}?)\s+(?P<verb>{_HAPPENED})\s+(?P<said>.+)",
    re.IGNORECASE | re.DOTALL,
)
_CLAUSE = re.compile(
    r"\s*[,;](?!\s*(?:(?:and|but)\s+)?not\b)\s*(?:(?:and|but)\s+)?|\s+(?:and|but)\s+(?!not\b)", re.IGNORECASE
)
_AGAIN = re.compile(rf"\A(?:(?:it|that|this|he|she|they|i)\s+)?(?P<verb>{_HAPPENED})\s+", re.IGNORECASE)
_NOT = re.compile(r"[\s,]+(?:and\s+)?(?:not|instead of|rather than)\s+(?P<wrong>.+)\Z", re.IGNORECASE)
_LONGEST = 160
_Found = dict[str, tuple[Reading, str]]


def retold(case: OpenCase, words: str) -> Statement | None:
    """The change of the one entry that `words` name and tell otherwise; None where they do not.

    Raises Refused where they may mean several entries.
    """
    told = _TOLD.fullmatch(words.strip(" .!")) if len(words) <= _LONGEST else None
    if told is None or not (told["marks"].strip() or _NOT.search(words)):
        return None
    said = [(told["verb"], part) for part in _CLAUSE.split(told["said"])]
    tried = ((entry, _changed(case, entry, said)) for entry in _called(case, told["name"]))
    found = [(entry, changes) for entry, changes in tried if changes]
    if len(found) > 1:
        named = "; ".join(item_said(case.projection, *entry) for entry, _changes in found)
        raise cmd.Refused(_("That could be said of several: {some}. Which one?").format(some=named))
    return Statement(found[0][0].question, found[0][0].item, found[0][1], words) if found else None


def _called(case: OpenCase, name: str) -> list[targets.Target]:
    """The entries whose titles have all of the name; else the one whose place in its list is the name."""
    if entitled := targets.all_entitled(case.projection, name):
        return entitled
    entry = targets.entry_named(case.projection, name)
    return [entry] if entry and targets.names_alone(case.projection, name, entry) else []


def _changed(case: OpenCase, entry: targets.Target, said: Iterable[tuple[str, str]]) -> _Found:
    """What the clauses change of an entry; nothing where one of them does not fit it."""
    section = case.pack.flow.sections[entry.question]
    doc = case.projection.docs[entry.question][entry.item]
    fields = [f for f in fields_of(section, doc) if f.value is not None and f.slot.kind in ("date", "span", "hours")]
    found: _Found = {}
    for verb, part in said:
        again = _AGAIN.match(part)
        clause = part[again.end() :] if again else part
        told = [(f, got) for f in fields if (got := _read(case, f, again["verb"] if again else verb, clause))]
        if len(told) != 1:
            return {}
        field, reading = told[0]
        found[field.id.partition(".")[2]] = (reading, part)
    return found


def _read(case: OpenCase, field: Field, verb: str, clause: str) -> Reading | None:
    """The new value of a field that a clause gives; None where what it calls wrong is not what stands."""
    wrong = _NOT.search(clause)
    name = verb if span_part(verb) else ""
    if bool(name) != (field.slot.kind == "span"):
        return None
    said = clause[: wrong.start()] if wrong else clause
    whole = wrong is not None and _value(read(wrong["wrong"], field.slot, case.as_of)) == field.value
    new = read(LEAD.sub("", said), field.slot, case.as_of) if whole else _amended(case, field, name, said)
    fits = whole or wrong is None or _value(_amended(case, field, name, wrong["wrong"])) == field.value
    return new if fits and isinstance(new, Reading) and new.value != field.value else None


def _amended(case: OpenCase, field: Field, name: str, words: str) -> Result:
    return amended(field, Heard("correct", name=name, words=LEAD.sub("", words)), case.as_of)


def _value(got: Result) -> Value:
    return got.value if isinstance(got, Reading) else None
