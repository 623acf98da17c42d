"""What words take away, or say otherwise of what is there: "without the first job", "the first job was unpaid"."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from intake.interview.flow import Section
from intake.interview.state import ONLY
from intake.rulebook.what_if import Changed, Removed
from intake.session import targets
from intake.session.case import OpenCase
from intake.session.records import fields_of
from intake.session.targets import Target
from intake.session.trial_entries import Tried, value_said
from intake.session.wording import item_said
from intake.understand.amending import amended, span_part
from intake.understand.correction_forms import Heard
from intake.understand.facts import facts
from intake.understand.option_names import contained
from intake.understand.records import Field
from intake.understand.slots import Reading
from intake.words import _


def without(case: OpenCase, text: str) -> Tried | None:
    """An entry or an answer taken away, where words that say so name nothing else: "no CDA", "I lost my membership".

    An entry that ended was there: only words by which it never was take it away.
    """
    vocabulary = case.pack.vocabulary
    said = {word: vocabulary.spoken(word) for word in text.split()}
    negated = {heard for heard in said.values() if heard in vocabulary.less}
    name = " ".join(word for word, heard in said.items() if heard not in {*vocabulary.less, *vocabulary.done})
    entry = _one_entry(case, name) if negated <= set(vocabulary.absent) else None
    if entry:
        return Tried((Removed(*entry),), (_("without {entry}").format(entry=_called(case, entry)),))
    return _not_so(case, name)


def _not_so(case: OpenCase, name: str) -> Tried | None:
    """A yes that becomes a no, where a question or its section is named and no more is said."""
    words = set(targets.words_of(name))
    found = [one for one in _affirmed(case) if words and words <= set(targets.words_of(" ".join(_names(case, one))))]
    if len(found) != 1:
        return None
    section, question = found[0].partition(".")[0], case.pack.flow.question(found[0])
    assert question is not None, "an answer is of a question"
    return Tried((Changed(section, ONLY, {question.field: False}),), (value_said(question, False),))


def _affirmed(case: OpenCase) -> Iterator[str]:
    sections = case.pack.flow.sections
    for name, value in case.projection.known.items():
        section = sections.get(name.partition(".")[0])
        if value is True and section and section.repeat is None and case.pack.flow.question(name):
            yield name


def _names(case: OpenCase, name: str) -> list[str]:
    section, question = case.pack.flow.sections[name.partition(".")[0]], case.pack.flow.question(name)
    return [section.title, section.id, *section.aliases, *((question.label, *question.aliases) if question else ())]


def otherwise(case: OpenCase, text: str) -> Tried | None:
    """Other values of an entry that is named: "the first job was part time", "job 2 started in September 2022"."""
    entry = targets.entry_named(case.projection, text)
    if entry is None:
        return None
    section = case.pack.flow.sections[entry.question]
    doc = case.projection.docs[section.id][entry.item]
    values = _values(case, section, entry, text)
    values = {field: value for field, value in values.items() if value != doc.get(field)}
    if not values:
        return None
    told = ", ".join(value_said(section.by_field[field], value) for field, value in values.items())
    said = _("{entry}: {values}").format(entry=_called(case, entry), values=told)
    return Tried((Changed(section.id, entry.item, values),), (said,))


def _values(case: OpenCase, section: Section, entry: Target, text: str) -> dict[str, Any]:
    """What `text` says of an entry, as far as it is no name; of dates that were told, the end that is named."""
    doc = case.projection.docs[section.id][entry.item]
    asked = {question.field for question in case.projection.asks_of(section.id, doc)}
    fields = [f for f in fields_of(section, doc) if f.id.partition(".")[2] in asked and f.slot.kind != "text"]
    for field in (field for field in fields if field.slot.kind == "span" and field.value is not None):
        if (span := _another_end(field, text, case.as_of)) is not None:
            return {field.id.partition(".")[2]: span}
    found = facts(text, fields, case.as_of).found
    return {name.partition(".")[2]: reading.value for name, (reading, _words) in found.items()}


def _another_end(field: Field, text: str, today: dt.date) -> Any:
    """The dates of `field` with the start or the end that `text` ends with: "job 1 ended in June 2025"."""
    words = text.split()
    tails = (" ".join(words[n:]) for n in range(len(words)))
    got = (amended(field, Heard("correct", tail, tail), today) for tail in tails if span_part(tail))
    return next((one.value for one in got if isinstance(one, Reading)), None)


def _called(case: OpenCase, entry: Target) -> str:
    return item_said(case.projection, entry.question, entry.item)


def _one_entry(case: OpenCase, name: str) -> Target | None:
    """The one entry that `name` names and says nothing more of; else the one with the option that it names."""
    named = targets.entry_named(case.projection, name)
    if named and targets.names_alone(case.projection, name, named):
        return named
    chosen = list(_with_option(case, name))
    return chosen[0] if len(chosen) == 1 else None


def _with_option(case: OpenCase, name: str) -> Iterator[Target]:
    """The entries with an option that `name` is: those with a CDA."""
    for section in (section for section in case.pack.flow.sections.values() if section.repeat):
        for question in (question for question in section.questions if question.choices):
            said = [option.id for option in contained(name, question.slot.choices)]
            for item, doc in case.projection.docs[section.id].items():
                if len(said) == 1 and doc.get(question.field) == said[0]:
                    yield Target(section.id, item)
