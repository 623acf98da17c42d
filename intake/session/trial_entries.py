"""What words add to a list, tried and not written: "24 hours of RS", "two references", "2 years as a therapist"."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from intake.interview.flow import Question, Section
from intake.portfolio.edtf import LATEST_YEAR, bounds
from intake.portfolio.months import ONE_DAY, ONGOING
from intake.rulebook.assess import Assessment
from intake.rulebook.assumed import assumed
from intake.rulebook.what_if import Added, Change, Later
from intake.rulebook.years import plain_day
from intake.session import targets
from intake.session.case import OpenCase
from intake.session.offers import takes_part
from intake.session.records import fields_of
from intake.session.wording import said
from intake.understand.distances import before_or_after
from intake.understand.facts import IMPLIED, Facts, facts
from intake.understand.lengths import length
from intake.understand.numbers import split, take
from intake.understand.option_names import contained
from intake.understand.words import plain
from intake.words import _

_TIMES = frozenset({"date", "span"})
_FIGURE = re.compile(r"-?[0-9]+")
#: The most entries that one part adds.
_MOST_ENTRIES = 20


class Tried(NamedTuple):
    """What was read of words: the changes, how they are said, what was taken for granted, and what was not read.

    `aside` is what there is to tell where nothing can be changed.
    """

    changes: tuple[Change, ...] = ()
    said: tuple[str, ...] = ()
    granted: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


class _Entry(NamedTuple):
    """A list that words may add to: what they say of an entry, how well they fit, and whether they name the list.

    `unread` where they hold a figure that none of the values stands for.
    """

    section: Section
    values: dict[str, Any]
    weight: int
    named: bool
    unread: bool


def length_of(text: str, today: dt.date) -> tuple[dt.date, str] | None:
    """The day that lies as far ahead as the length that begins `text`, and the words after it; None without one."""
    for words in (text.split(), ["a", *text.split()]):  # "another year" has lost its article
        got = length(plain(" ".join(words)))
        for n in range(1, len(words) + 1) if got and not got.upto else ():
            begun = length(plain(" ".join(words[:n])))
            if got and begun and begun.length == got.length:
                day = before_or_after(today.isoformat(), got.length, 1)
                return (dt.date.fromisoformat(day), " ".join(words[n:])) if day else None
    return None


def entry(case: OpenCase, assessment: Assessment, text: str) -> Tried | None:
    """One more entry of a list, or several; time that it takes passes."""
    ahead = length_of(text, assessment.as_of)
    fitting = _fitting(case, text, lasting=ahead is not None)
    if fitting is None or (ahead is None and fitting.unread):
        return None
    section, values, days = fitting.section, dict(fitting.values), list[dt.date]()
    if ahead:
        span = {"start": assessment.as_of.isoformat(), "end": (ahead[0] - ONE_DAY).isoformat()}
        own = next(q.field for q in section.questions if q.kind == "span")
        values = {own: span} | values
        days.append(ahead[0])
    days += _still_to_come(section, assessment, values)
    day = plain_day(assessment.edition, section.id, case.projection.known, max([assessment.as_of, *days]))
    whole_entry = assumed(assessment.edition, section.id, values, day)
    asked = {q.field for q in case.projection.asks_of(section.id, whole_entry)}
    whole_entry = {field: value for field, value in whole_entry.items() if field in asked}
    count = _count(text) if fitting.named and not ahead else 1
    return _added(section, values, whole_entry, days, 1 if count in values.values() else count)


def _added(
    section: Section, values: dict[str, Any], whole_entry: dict[str, Any], days: Sequence[dt.date], count: int
) -> Tried:
    """So many entries, of which `values` are said and the others granted, and the last of the days they take."""
    repeat = section.repeat
    assert repeat is not None, "an entry is of a list"
    told = ", ".join(_told(section.by_field[field], value) for field, value in values.items())
    named = repeat.one if count == 1 else f"{count} {repeat.many}"
    granted = tuple(
        value_said(section.by_field[field], value)
        for field, value in whole_entry.items()
        if field not in values and value not in ("", str(LATEST_YEAR))
    )
    text = _("{entry}: {values}").format(entry=named, values=told) if told else named
    added = [Added(section.id, whole_entry)] * count
    return Tried((*added, *(Later(day) for day in sorted(days)[-1:])), (text,), granted)


def _fitting(case: OpenCase, text: str, *, lasting: bool) -> _Entry | None:
    """The list that words fit best; where they say how long (`lasting`), of those whose entries have dates."""
    named = targets.section_of(case.projection, text)
    lists = [s for s in case.pack.flow.sections.values() if s.repeat and case.projection.relevant(s.id)]
    if lasting:
        lists = [section for section in lists if any(q.kind == "span" for q in section.questions)]
    weighed = [_weighed(case, section, text, named=section.id == named, lasting=lasting) for section in lists]
    best = max(weighed, key=lambda entry: entry.weight, default=None)
    return best if best and best.weight else None


def _weighed(case: OpenCase, section: Section, text: str, *, named: bool, lasting: bool) -> _Entry:
    """What words say of an entry; its weight is 0 where that is too little: a date alone is of no list."""
    got = facts(text, [f for f in fields_of(section) if takes_part(section, f.id)], case.as_of)
    values = dict(_values(section, got, text))
    alone = named and targets.known_words(case.pack.flow, text)  # "a third reference", not "my degree is from Peru"
    telling = alone or (lasting and (named or got.told)) or any(section.by_field[f].kind not in _TIMES for f in values)
    weight = 2 * got.read + got.told + 3 * named + 1 if telling else 0
    return _Entry(section, values, weight, named, _has_unread_figure(got, values, text))


def _has_unread_figure(got: Facts, values: dict[str, Any], text: str) -> bool:
    """Whether a figure in the words is part of no value, and not how many entries there are."""
    used = [words for name, (_reading, words) in got.found.items() if name.partition(".")[2] in values]
    figures = _FIGURE.findall(text)
    count = [str(_count(text))] if _count(text) > 1 else []
    return len(figures) > len(_FIGURE.findall(" ".join([*used, *count])))


def _values(section: Section, got: Facts, text: str) -> Iterator[tuple[str, Any]]:
    """What was read as a figure, a date or an option; names decide nothing, so that they are left out."""
    for question in section.questions:
        reading, _words = got.found.get(f"{section.id}.{question.field}", (None, ""))
        if reading is not None and reading.reader != IMPLIED and question.kind != "text":
            yield question.field, reading.value
        elif question.kind == "choice" and not question.cues.any:
            options = contained(text, question.slot.choices)
            if len(options) == 1:
                yield question.field, options[0].id


def _still_to_come(section: Section, assessment: Assessment, values: dict[str, Any]) -> Iterator[dt.date]:
    """The days that must have come for an entry to count: that of a degree under way, the end of a job to come."""
    for field, value in values.items():
        kind = section.by_field[field].kind
        if kind == "span" and isinstance(value, dict) and value["end"] != ONGOING:
            yield from _ahead(bounds(value["end"]).latest + ONE_DAY, assessment.as_of)
        elif kind == "date":
            others = {name: other for name, other in values.items() if name != field}
            plainly = assumed(assessment.edition, section.id, others, assessment.as_of).get(field)
            if plainly == assessment.as_of.isoformat():  # it counts once it has come
                yield from _ahead(bounds(value).latest, assessment.as_of)


def _ahead(day: dt.date, today: dt.date) -> list[dt.date]:
    return [day] if day > today else []


def _count(text: str) -> int:
    """How many entries are meant: "two references", "a training"."""
    number = take(split(plain(text)), 0)
    whole_number = int(number.value) if number and number.value == int(number.value) else 1
    return whole_number if 1 < whole_number <= _MOST_ENTRIES else 1


def _told(question: Question, value: Any) -> str:
    """A value that says by itself what it is of, or with its label."""
    return value_said(question, value) if isinstance(value, bool) else said(question, value)


def value_said(question: Question, value: Any) -> str:
    """A value with its label."""
    return _("{label}: {value}").format(label=question.label, value=said(question, value))
