"""A timeline from what is known of a case and from what the rules count of it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Protocol

from intake.portfolio.document import Answers
from intake.portfolio.edtf import bounds
from intake.portfolio.months import ONGOING, Period, clip, loose_period, shared, strict_period, total_months
from intake.rulebook.assess import Assessment
from intake.timeline.measures import measures
from intake.timeline.values import Lane, Mark, Overlap, Timeline

#: The sections whose items take time: jobs first.
LANES = ("work", "supervision")
#: The fields that are told beside the span.
_TOLD = ("schedule", "hours_per_week", "paid", "role", "supervised", "supervised_span", "format", "hours")
#: Dates by section and field.
_MARKS = (("education", "awarded"), ("education", "expires"), ("endorsement", "since"), ("exam", "date"))


class Words(Protocol):
    """How a case is said: by its flow in a session, by fixed labels in a bundle."""

    def entry(self, section: str, item: str) -> str:
        """What an item is called, or a section that is asked once."""
        ...

    def place(self, section: str, item: str) -> int:
        """The place of an item in its list, from 1."""
        ...

    def label(self, question: str) -> str:
        """What a question such as `work.paid` is about, in two or three words."""
        ...

    def value(self, question: str, value: Any) -> str:
        """A value as a person would say it."""
        ...


def timeline(assessment: Assessment, words: Words, approximate: Iterable[str] = ()) -> Timeline:
    """The timeline of a case on the day it is judged; `approximate` names uncertain answers, such as `work-1.span`."""
    told = work_told(assessment.answers, assessment.as_of, words, approximate)
    times = {section: [p for lane in told.of(section) if (p := lane.perhaps)] for section in LANES}
    return replace(told, measures=measures(assessment, times))


def work_told(answers: Answers, as_of: dt.date, words: Words, approximate: Iterable[str] = ()) -> Timeline:
    """The timeline of what was told as of a day, without what any rule counts of it."""
    unsure = frozenset(approximate)
    lanes = tuple(lane for section in LANES for lane in _lanes(answers, section, words, as_of, unsure))
    marks = tuple(_marks(answers, words))
    return Timeline(
        as_of=as_of,
        aimed=str(answers.known.get("target.level", "")),
        scale=_scale(lanes, marks, as_of),
        lanes=lanes,
        marks=marks,
        overlaps=_overlaps([lane for lane in lanes if lane.section == "work"]),
        measures=(),
    )


def _lanes(answers: Answers, section: str, words: Words, as_of: dt.date, unsure: frozenset[str]) -> list[Lane]:
    found = [_lane(section, item, doc, words, as_of, unsure) for item, doc in answers.items(section).items()]
    return sorted(found, key=_order)


def _order(lane: Lane) -> tuple[dt.date, dt.date]:
    time = lane.perhaps or lane.ahead
    return (time.start, time.end) if time else (dt.date.max, dt.date.max)


def _lane(section: str, item: str, doc: dict[str, Any], words: Words, as_of: dt.date, unsure: frozenset[str]) -> Lane:
    span: dict[str, str] | None = doc.get("span")
    sure, perhaps, ahead = _times(span, as_of) if span else (None, None, None)
    return Lane(
        section=section,
        item=item,
        number=words.place(section, item),
        title=words.entry(section, item),
        when=words.value(f"{section}.span", span) if span else "",
        approximate=f"{item}.span" in unsure,
        ongoing=span is not None and span["end"] == ONGOING,
        sure=sure,
        perhaps=perhaps,
        ahead=ahead,
        facts=tuple(
            (words.label(f"{section}.{field}"), words.value(f"{section}.{field}", doc[field]))
            for field in _TOLD
            if field in doc
        ),
    )


def _times(span: dict[str, str], as_of: dt.date) -> tuple[Period | None, Period | None, Period | None]:
    """The time of a span that is certain, that may be, and that is ahead; None for each that is empty."""
    start, end = span["start"], span["end"]
    last = bounds(start if end == ONGOING else end).latest + dt.timedelta(days=1)
    ahead = _filled(clip(loose_period(start, end, last), as_of)) if last > as_of else None
    return _filled(strict_period(start, end, as_of)), _filled(loose_period(start, end, as_of)), ahead


def _filled(period: Period) -> Period | None:
    return period if period.start < period.end else None


def _marks(answers: Answers, words: Words) -> Iterator[Mark]:
    """The days that matter, in the order of time, those without a date at the end."""
    found = [
        _mark(section, item, field, doc.get(field), words)
        for section, field in _MARKS
        for item, doc in answers.items(section).items()
        if field in doc or (field == "awarded" and doc)
    ]
    yield from sorted(found, key=lambda mark: mark.first or dt.date.max)


def _mark(section: str, item: str, field: str, value: str | None, words: Words) -> Mark:
    question, own = f"{section}.{field}", "" if item == section else item
    title = words.entry(section, own)
    shown = title if field == "awarded" else f"{title}: {words.label(question)}"
    when = words.value(question, value) if value else ""
    return Mark(question, own, shown, when, *(bounds(value) if value else (None, None)))


def _overlaps(lanes: list[Lane]) -> tuple[Overlap, ...]:
    """Where jobs overlap, in the order of time."""
    times = [(lane.perhaps, lane.item) for lane in lanes if lane.perhaps]
    certain = shared(lane.sure for lane in lanes if lane.sure)
    return tuple(_overlap(period, certain, times) for period in shared(time for time, _item in times))


def _overlap(period: Period, certain: Iterable[Period], times: list[tuple[Period, str]]) -> Overlap:
    sure = tuple(p for p in certain if period.start <= p.start and p.end <= period.end)
    items = tuple(item for time, item in times if time.start < period.end and period.start < time.end)
    return Overlap(period, sure, items, (_months(sure), _months([period])))


def _months(periods: Iterable[Period]) -> int:
    return int(total_months(periods))


def _scale(lanes: Iterable[Lane], marks: Iterable[Mark], as_of: dt.date) -> Period:
    """From the first of January of the first year to the end of the last month; at least the year of reckoning."""
    times = [time for lane in lanes for time in (lane.perhaps, lane.ahead) if time]
    days = [as_of, *(time.start for time in times), *(m.first for m in marks if m.first)]
    ends = [as_of, *(time.end for time in times), *(m.last for m in marks if m.last)]
    last = max(ends)
    return Period(dt.date(min(days).year, 1, 1), dt.date(last.year + last.month // 12, last.month % 12 + 1, 1))
