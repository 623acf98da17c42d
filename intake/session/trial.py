"""What somebody would try, in their words: "a Master's from 2024 and 24 hours of RS" → changes to the answers.

A part is read as time that passes, as an answer that becomes another, as one more entry of a list, or as an answer that
a rule waits for; by the same readers, fields and cues as an answer, so that the pack decides what belongs where.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Any

from intake.interview.flow import Question, Section
from intake.interview.state import ONLY
from intake.portfolio.edtf import bounds, spoken
from intake.rulebook.assess import Assessment
from intake.rulebook.assumed import plain_values
from intake.rulebook.steps import ways_of
from intake.rulebook.what_if import Added, Changed, Later
from intake.session import targets
from intake.session.case import OpenCase
from intake.session.offers import LONGEST, SUPPOSED
from intake.session.talk import TO
from intake.session.trial_entries import Tried, entry, length_of, value_said
from intake.session.trial_hours import other_hours
from intake.session.trial_instead import BECOMES, ONLY_WORDS, instead
from intake.session.trial_others import otherwise, without
from intake.text import shorten, visible
from intake.understand.option_names import contained
from intake.understand.read import read
from intake.understand.slots import Reading, Slot
from intake.understand.topics import topical
from intake.understand.whole import whole
from intake.words import _

#: A comma before a year is of a date: "June 1, 2027".
_PART = re.compile(r"\s*[,;]\s+(?![12][0-9]{3}\b)(?:and\s+)?|\s+(?:and|plus|&|\+)\s+", re.IGNORECASE)
#: How what is there already is spoken of; what is tried is "a job", not "the job".
_OURS = re.compile(r"\W*(?:(?:my|her|his|their|the|that|this)\b|\w+ \d{1,4}\b)", re.IGNORECASE)
_AHEAD = Slot("date", tense="future")
_MOST_PARTS = 12
#: What ends a sentence or a question, and belongs to no value.
_ENDS = " ?!."


def tries(case: OpenCase, assessment: Assessment, words: Sequence[str]) -> Tried:
    """What `words` would change in a case that is judged by `assessment`; what cannot be read changes nothing."""
    found = [one for text in words for one in _all_of(case, assessment, _plainly(text))]
    changes = tuple(change for one in found for change in one.changes)
    days = sorted(change.as_of for change in changes if isinstance(change, Later))
    return Tried(
        changes,
        (*_each(one.said for one in found), *map(_day_said, days[-1:])),
        _each(one.granted for one in found),
        _each(one.unread for one in found),
        _each(one.aside for one in found),
    )


def _plainly(text: str) -> str:
    """`text` without "what if" before it and what ends a question."""
    return SUPPOSED.sub("", text, count=1).strip(_ENDS) or text


def _each(texts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for some in texts for text in some))


def _day_said(day: dt.date) -> str:
    return _("it is {day}, and what goes on has gone on").format(day=spoken(day.isoformat()))


def _all_of(case: OpenCase, assessment: Assessment, text: str) -> list[Tried]:
    """The parts of `text`, where each can be read by itself; else the whole; else those that can."""
    if len(text) > LONGEST:
        return [_unread(text)]
    if replaced := instead(case, text):
        return [replaced]
    parts = [part for part in _PART.split(text) if part.strip()][:_MOST_PARTS]
    if len(parts) < 2 or _waiting(_bare(case, text), assessment):
        return [_one(case, assessment, text) or _unread(text)]
    apart = [_one(case, assessment, part) for part in parts]
    together = None if all(apart) else _one(case, assessment, text)
    return [together] if together else [one or _unread(part) for one, part in zip(apart, parts, strict=True)]


def _unread(text: str) -> Tried:
    return Tried(unread=(shorten(visible(text), 120),))


def _one(case: OpenCase, assessment: Assessment, text: str) -> Tried | None:
    """What one part says, read in the order of the head of this module; None where nothing in it can be tried."""
    vocabulary = case.pack.vocabulary
    spoken_words = vocabulary.spoken(text).split()
    if not spoken_words:
        return None
    bare = _bare(case, text)
    if replaced := other_hours(case, text) or instead(case, text):
        return replaced
    if not ONLY_WORDS.isdisjoint(spoken_words) and set(vocabulary.more).isdisjoint(spoken_words):
        return _no_more_than(case, assessment, text)
    if not set(vocabulary.less).isdisjoint(spoken_words):
        return (otherwise(case, bare) if _OURS.match(bare) else None) or without(case, bare)
    on_top = not set(vocabulary.more).isdisjoint(spoken_words)
    return (
        _waiting(bare, assessment)
        or _other(case, bare)
        or _there_already(case, bare)
        or (None if _OURS.match(bare) and BECOMES.search(bare) else entry(case, assessment, bare))
        or _dated(bare, assessment)
        or _awaited(case, assessment, bare, on_top=on_top)
    )


def _no_more_than(case: OpenCase, assessment: Assessment, text: str) -> Tried | None:
    """Words with "only": time, an entry that is there, or the first of a list; of any other, more would be left in."""
    freed = _bare(case, " ".join(word for word in text.split() if word.casefold() not in ONLY_WORDS))
    if found := _waiting(freed, assessment) or (otherwise(case, freed) if _OURS.match(freed) else None):
        return found
    first = entry(case, assessment, freed)
    added = [change.section for change in first.changes if isinstance(change, Added)] if first else []
    return first if added and not any(case.projection.docs[section] for section in added) else None


def _bare(case: OpenCase, text: str) -> str:
    """`text` without what leads up to it ("I had"), and without words such as "more"."""
    vocabulary = case.pack.vocabulary
    led = topical(_("what if {text}").format(text=text), vocabulary)
    words = (led[1] if led and led[0] == "whatif" else text).split()
    return " ".join(word for word in words if vocabulary.spoken(word) not in vocabulary.more) or text


def _waiting(text: str, assessment: Assessment) -> Tried | None:
    """Nothing but so much time."""
    ahead = length_of(text, assessment.as_of)
    return _until(ahead[0]) if ahead and not ahead[1] else None


def _dated(text: str, assessment: Assessment) -> Tried | None:
    """Nothing but a day to come; of a month or a year the first."""
    got = whole(text, _AHEAD, assessment.as_of)
    day = bounds(got.value).earliest if isinstance(got, Reading) else assessment.as_of
    return _until(day) if day > assessment.as_of else None


def _until(day: dt.date) -> Tried:
    return Tried((Later(day),))


def _other(case: OpenCase, text: str) -> Tried | None:
    """An answer that was given and becomes another: "the graduation date was 2020"."""
    flow = case.pack.flow
    for split_at in TO.finditer(text):
        name, words = text[: split_at.start()], text[split_at.end() :]
        found = targets.resolve(case.projection, name, case.standing) if targets.known_words(flow, name) else []
        question = flow.question(found[0].question) if len(found) == 1 else None
        answer = case.projection.answer(*found[0]) if question else None
        got = read(words, question.slot, case.as_of) if question and answer else None
        if question and question.kind == "text":  # no rule asks what something is called
            return otherwise(case, text) or _unread(text)
        if question and isinstance(got, Reading):
            section = found[0].question.partition(".")[0]
            change = Changed(section, found[0].item, {question.field: got.value})
            return Tried((change,), (value_said(question, got.value),))
    return None


def _there_already(case: OpenCase, text: str) -> Tried | None:
    """Words about an entry that is there; no new one is meant, even where they say nothing of it that can be tried."""
    if not _OURS.match(text):
        return None
    subject = BECOMES.split(text)[0]  # "the MPP was a Bachelor's" says nothing about a Bachelor's that is there
    if targets.entry_named(case.projection, subject) != targets.entry_named(case.projection, text):
        return _unread(text)
    named = targets.item_of(case.projection, text, case.standing)
    return otherwise(case, text) or (_unread(text) if named else None)


def _awaited(case: OpenCase, assessment: Assessment, text: str, *, on_top: bool) -> Tried | None:
    """An answer that a rule waits for, named by its question or its section: "membership", "I passed the exam"."""
    wanted, awaited = targets.words_of(text), _answers(case, assessment)
    scores = {name: targets.overlap(wanted, _names(case, name)) for name in awaited}
    best = max(scores.values(), default=0)
    fitting = [name for name, score in scores.items() if score == best]
    if not best or len(fitting) > 1:
        return None
    name, question = fitting[0], case.pack.flow.question(fitting[0])
    value = _value(question, text, case.as_of) if question else None
    if question and question.kind in {"hours", "number"}:
        value = value + case.projection.known.get(name, 0) if value is not None and on_top else value
    elif value is None and _says_it_is_there(case, text):
        value = next(iter(plain_values(awaited[name])), None)
    if value is None:
        return None
    section, _dot, field = name.partition(".")
    said_of_it = value_said(question, value) if question else case.pack.flow.sections[section].title
    return Tried((Changed(section, ONLY, {field: value}),), (said_of_it,))


def _says_it_is_there(case: OpenCase, text: str) -> bool:
    """Whether words name an answer and say no more than that it is there: "I become a member"."""
    words = case.pack.vocabulary.spoken(text).split()
    plain = set(case.pack.vocabulary.done)
    return all(word in plain or targets.known_words(case.pack.flow, word) for word in words)


def _answers(case: OpenCase, assessment: Assessment) -> dict[str, dict[str, Any]]:
    """The answers that a rule waits for, each with the schema that it must satisfy."""
    facts_of, sections = assessment.edition.facts, case.pack.flow.sections
    ways = (way for r in assessment.requirements() for way in ways_of(r.need))
    needed = {name: schema for way in ways for name, schema in way.items() if name not in facts_of}
    return {name: schema for name, schema in needed.items() if _in(sections, name)}


def _in(sections: dict[str, Section], name: str) -> bool:
    section, _dot, field = name.partition(".")
    return section in sections and sections[section].repeat is None and field != "finished"


def _names(case: OpenCase, name: str) -> list[str]:
    section, question = case.pack.flow.sections[name.partition(".")[0]], case.pack.flow.question(name)
    return [section.title, section.id, *section.aliases, *((question.label, *question.aliases) if question else ())]


def _value(question: Question, text: str, today: dt.date) -> Any:
    """What `text` says in answer to a question that it names; None where it says nothing more than its name."""
    if question.kind == "choice":
        options = contained(text, question.slot.choices)
        return options[0].id if len(options) == 1 else None
    got = read(text, question.slot, today) if question.kind in {"hours", "number"} else None
    return got.value if isinstance(got, Reading) else None
