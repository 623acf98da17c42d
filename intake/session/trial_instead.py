"""What is tried in the place of what is there: "only a Bachelor's", "my MSW was a Bachelor's", "a CDA, not an MSW".

It is about lists whose first question asks what an entry is, and about words that say no more than that; of others
nothing is guessed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from intake.interview.flow import Section
from intake.rulebook.what_if import Change, Changed, Removed
from intake.session import targets
from intake.session.case import OpenCase
from intake.session.records import fields_of
from intake.session.talk import title
from intake.session.trial_entries import Tried
from intake.session.wording import item_said, said
from intake.understand.facts import facts
from intake.understand.option_names import exact
from intake.understand.read import read
from intake.understand.slots import Choice, Reading
from intake.words import _

#: Words by which there is nothing else of the kind; "just another one" comes on top all the same.
ONLY_WORDS = frozenset({"only", "just", "merely", "solely"})
_SOMEBODY = frozenset({"she", "he", "they", "her", "his", "their"})
#: How what is there becomes something else: "my MSW was a Bachelor's".
BECOMES = re.compile(r"\s+(?:is|was|were|had been|would be|had only been)\s+", re.IGNORECASE)
#: When it was got: "a Bachelor's from 2020".
_GOT = re.compile(r"\s*,?\s+(?:from|of|in|got in|awarded(?: in)?)\s+(?P<day>\S.*)", re.IGNORECASE)
_NEW_FIRST = re.compile(
    r"(?P<new>.+?)\s*,?\s+(?:instead of|rather than|in place of|(?:and |but )?not|(?:and|but) no)\s+(?P<old>.+)",
    re.IGNORECASE,
)
_OLD_FIRST = re.compile(
    r"(?P<before>.*?)\b(?:instead of|rather than|in place of|not|no|without)\s+(?P<old>.+?)"
    r"(?:\s*,\s*(?:but\b)?|\s+(?:but|only|just)\b)\s*(?P<new>.+)",
    re.IGNORECASE,
)


class _New(NamedTuple):
    """What an entry becomes: the values of its fields, and how they are said."""

    values: dict[str, Any]
    said: str


def instead(case: OpenCase, text: str) -> Tried | None:
    """What `text` puts in the place of entries that are there; None where it says anything else, too."""
    for section in _kinds(case):
        if found := _swapped(case, section, text) or _turned(case, section, text) or _alone(case, section, text):
            return found
    return None


def _kinds(case: OpenCase) -> Iterator[Section]:
    sections = (part for part in case.pack.flow.sections.values() if part.repeat and case.projection.relevant(part.id))
    return (section for section in sections if section.questions[0].kind == "choice")


def _swapped(case: OpenCase, section: Section, text: str) -> Tried | None:
    """One kind for another: "a Bachelor's instead of a Master's", "no Master's but a Bachelor's"."""
    for match in filter(None, (_OLD_FIRST.fullmatch(text), _NEW_FIRST.fullmatch(text))):
        new, old = _named(case, section, match["new"]), _entries(case, section, match["old"])
        if new and old and not _left(case, match.groupdict().get("before", "")):
            return _put(case, section, new, old)
    return None


def _turned(case: OpenCase, section: Section, text: str) -> Tried | None:
    """An entry that is named, and is of another kind: "my MSW was a Bachelor's"."""
    for match in BECOMES.finditer(text):
        new, old = _named(case, section, text[match.end() :]), _entries(case, section, text[: match.start()])
        if new and len(old) == 1:
            return _put(case, section, new, old)
    return None


def _alone(case: OpenCase, section: Section, text: str) -> Tried | None:
    """Nothing but one kind: "only a Bachelor's" takes away the rest, of which one becomes it where it is not there."""
    new, docs = _named(case, section, text), case.projection.docs[section.id]
    if new is None or not docs or ONLY_WORDS.isdisjoint(text.casefold().split()):
        return None
    kind = section.questions[0].field
    others = [item for item, doc in docs.items() if doc.get(kind) != new.values[kind]]
    kept = [item for item in docs if item not in others]
    if not kept:
        return _put(case, section, new, others)
    changes: tuple[Change, ...] = (
        Changed(section.id, kept[0], new.values),
        *(Removed(section.id, item) for item in others),
    )
    only = _("only {entry}").format(entry=new.said)
    return Tried(changes, (only, *(_without(case, section, item) for item in others)))


def _put(case: OpenCase, section: Section, new: _New, old: Sequence[str]) -> Tried:
    """The highest of `old` becomes `new`, the others are gone; the pack names kinds from the lowest to the highest."""
    kind, docs = section.questions[0], case.projection.docs[section.id]
    order = [choice.id for choice in kind.slot.choices]
    replaced = max(old, key=lambda item: order.index(docs[item][kind.field]) if kind.field in docs[item] else -1)
    gone = [item for item in old if item != replaced]
    changes: tuple[Change, ...] = (
        Changed(section.id, replaced, new.values),
        *(Removed(section.id, item) for item in gone),
    )
    was = item_said(case.projection, section.id, replaced)
    text = _("{entry} instead of {old}").format(entry=new.said, old=was)
    return Tried(changes, (text, *(_without(case, section, item) for item in gone)))


def _without(case: OpenCase, section: Section, item: str) -> str:
    return _("without {entry}").format(entry=item_said(case.projection, section.id, item))


def _left(case: OpenCase, text: str) -> str:
    """The words of `text` that say something of their own: not "she only had a"."""
    vocabulary = case.pack.vocabulary
    own_name = vocabulary.spoken(title(case)).split()
    little = {*vocabulary.light, *vocabulary.done, *ONLY_WORDS, *_SOMEBODY, *own_name}
    return " ".join(word for word in text.split() if vocabulary.spoken(word) not in little)


def _named(case: OpenCase, section: Section, text: str) -> _New | None:
    """The kind that `text` names, and when it was got if it says so, and nothing more."""
    kind = section.questions[0]
    if found := _option(case, section, text):
        return _New({kind.field: found.id}, said(kind, found.id))
    got, when = _GOT.search(text), next((each for each in section.questions if each.kind == "date"), None)
    found = _option(case, section, text[: got.start()]) if got else None
    day = read(got["day"], when.slot, case.as_of) if got and when else None
    if found is None or when is None or not isinstance(day, Reading) or day.confirm:
        return None
    values = {kind.field: found.id, when.field: day.value}
    return _New(values, ", ".join((said(kind, found.id), said(when, day.value))))


def _option(case: OpenCase, section: Section, text: str) -> Choice | None:
    """The kind that `text` names and says nothing more of."""
    found = exact(_left(case, text), section.questions[0].slot.choices)
    return found[0] if len(found) == 1 else None


def _entries(case: OpenCase, section: Section, text: str) -> list[str]:
    """The entries that `text` names outright or by kind, with what goes without saying of it: an MSW's subject."""
    named = _option(case, section, text)
    if named is None:
        entry = (
            targets.entry_named(case.projection, text)
            if targets.known_words(case.pack.flow, _left(case, text))
            else None
        )
        return [entry.item] if entry and entry.question == section.id else []
    found = facts(_left(case, text), fields_of(section), case.as_of).found
    implied = {name.partition(".")[2]: str(reading.value).casefold() for name, (reading, _words) in found.items()}
    implied |= {section.questions[0].field: named.id}
    return [
        item
        for item, doc in case.projection.docs[section.id].items()
        if all(value in str(doc.get(field, "")).casefold() for field, value in implied.items())
    ]
