"""Other working hours, tried on the jobs that go on: "she works half time", "20 hours a week", "I only work part time".

Words that say more than this are of something else: "a part-time job" is one more job, "job 1 was part-time" names one.
"""

import re
from collections.abc import Sequence
from typing import Any

from intake.interview.flow import Section
from intake.portfolio.months import ONGOING
from intake.rulebook.what_if import Changed
from intake.session.case import OpenCase
from intake.session.talk import about, title
from intake.session.trial_entries import Tried, value_said
from intake.session.wording import item_said, said
from intake.understand.option_names import exact
from intake.understand.read import read
from intake.understand.slots import Reading
from intake.understand.words import phrases
from intake.words import _

#: From so many hours a week on work is taken for full-time where no more is said, as in the nation's labor statistics.
_FULL_TIME = 35
_WORK, _SCHEDULE, _HOURS, _SPAN = "work", "schedule", "hours_per_week", "span"
#: By these words every job is meant.
_EVERY = frozenset({"jobs", "positions", "all"})
_A_WEEK = re.compile(r"\S+[ -](?:hours?|hrs?)(?: of work)? (?:a|per|each|every) (?:week|wk)", re.IGNORECASE)
#: What is said around it: whose job, and that it is so, was so, or becomes so.
_BESIDE = frozenset(
    phrases(
        """i|me|my|we|our|she|he|they|her|his|their|it|the|that|this|all|only|just|merely|about|
        around|roughly|really|work|works|worked|working|job|jobs|position|positions|is|are|am|was|
        were|be|been|being|has|have|had|would|will|goes|go|going|went|gone|down|back|to|cut|cuts|
        cutting|switch|switches|switched|switching|drop|drops|dropped|reduce|reduces|reduced|at|on|now|
        still"""
    )
)


def other_hours(case: OpenCase, text: str) -> Tried | None:
    """Other hours of the jobs that go on; of all jobs where "jobs" are named. None where `text` says anything else.

    Where there is no such job, nothing changes, and what the pack tells about part-time work is told.
    """
    section = case.pack.flow.sections.get(_WORK)
    if section is None or not case.projection.relevant(_WORK):
        return None
    values, granted = _told(case, section, text)
    if not values:
        return None
    named = (value_said(section.by_field[field], value) for field, value in values.items() if field != _SCHEDULE)
    told = ", ".join([said(section.by_field[_SCHEDULE], values[_SCHEDULE]), *named])
    items = _meant(case, text)
    if not items:
        return Tried(said=(told,), aside=(_("No job that goes on is listed."), about(case, "part_time")))
    names = (item_said(case.projection, _WORK, item) for item in items)
    return Tried(
        tuple(Changed(_WORK, item, values) for item in items),
        tuple(_("{entry}: {values}, all along").format(entry=name, values=told) for name in names),
        granted,
    )


def _told(case: OpenCase, section: Section, text: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The schedule that `text` tells and nothing beside, with the weekly hours; and what is taken for granted of it."""
    schedule = section.by_field[_SCHEDULE]
    if weekly := _A_WEEK.search(text):
        got = read(weekly[0], section.by_field[_HOURS].slot, case.as_of)
        if not isinstance(got, Reading) or _left(case, text.replace(weekly[0], " ")):
            return {}, ()
        part = float(got.value) < _FULL_TIME
        value = "part_time" if part else "full_time"
        return {_SCHEDULE: value} | ({_HOURS: got.value} if part else {}), (value_said(schedule, value),)
    found = exact(" ".join(_left(case, text)), schedule.slot.choices)
    return ({_SCHEDULE: found[0].id}, ()) if len(found) == 1 else ({}, ())


def _left(case: OpenCase, text: str) -> list[str]:
    """The words of `text` that say something of their own: not "she works", nor the person's name."""
    vocabulary = case.pack.vocabulary
    own_name = vocabulary.spoken(title(case)).split()
    return [word for word in vocabulary.spoken(text).split() if word not in _BESIDE and word not in own_name]


def _meant(case: OpenCase, text: str) -> Sequence[str]:
    """The jobs that go on, or every one where `text` says so."""
    docs = case.projection.docs[_WORK]
    if not _EVERY.isdisjoint(case.pack.vocabulary.spoken(text).split()):
        return list(docs)
    return [item for item, doc in docs.items() if _goes_on(doc.get(_SPAN))]


def _goes_on(span: Any) -> bool:
    return isinstance(span, dict) and span["end"] == ONGOING
