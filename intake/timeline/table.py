"""The timeline as tables of words: the same facts as the chart, for who reads or hears them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from intake.portfolio.edtf import spoken
from intake.portfolio.months import Period
from intake.rulebook.verdicts import WORDS
from intake.text import visible
from intake.timeline.values import Lane, Mark, Measure, Overlap, Timeline
from intake.words import _


@dataclass(frozen=True)
class Row:
    """Cells under the table's heads, safe to show, and the question and item that they come from; empty for none."""

    cells: tuple[str, ...]
    question: str = ""
    item: str = ""


@dataclass(frozen=True)
class Table:
    """A title, the heads of the columns, the rows, and what is said where there are none."""

    id: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    empty: str = ""


def tables(shown: Timeline) -> tuple[Table, ...]:
    """Jobs, supervision where there is any, dates, overlaps, and what counts."""
    heads = (_("No."), _("What"), _("When"), _("Months"), _("As told"))
    jobs = Table("work", _("Jobs"), heads, tuple(_lanes(shown, "work")), _("No job is listed yet."))
    supervision = Table("supervision", _("Reflective supervision"), heads, tuple(_lanes(shown, "supervision")))
    dates = Table("marks", _("Degrees and other dates"), (_("What"), _("When")), tuple(map(_mark, shown.marks)))
    names = {lane.item: f"{lane.number} {one_line(lane.title)}" for lane in shown.of("work")}
    overlaps = Table(
        "overlaps",
        _("Overlaps, counted once"),
        (_("When"), _("Months"), _("Jobs")),
        tuple(_overlap(shown, overlap, names) for overlap in shown.overlaps),
    )
    columns = (_("Requirement"), _("Of"), _("Asked"), _("Count"), _("Not certain"), _("Which time"), _("Verdict"))
    counts = Table("counts", _("What counts"), columns, tuple(_measure(shown, m) for m in shown.measures))
    return tuple(table for table in (jobs, supervision, dates, overlaps, counts) if table.rows or table.empty)


def one_line(text: str) -> str:
    """Words of a person, safe to show on one line."""
    return visible(text, one_line=True)


def _lanes(shown: Timeline, section: str) -> Iterator[Row]:
    for lane in shown.of(section):
        told = "; ".join(f"{label}: {value}" for label, value in lane.facts)
        cells = (str(lane.number), lane.title, when(lane), months(lane.months), told)
        yield Row(tuple(map(one_line, cells)), f"{section}.span", lane.item)


def when(lane: Lane) -> str:
    """When a job was, in words."""
    text = lane.when or _("no dates told")
    return _("about {when}").format(when=text) if lane.approximate else text


def months(readings: tuple[int, int] | None) -> str:
    """Months in two readings: "61", "12 to 24"; nothing where no dates were told."""
    if readings is None:
        return ""
    low, high = readings
    return str(low) if low == high else _("{a} to {b}").format(a=low, b=high)


def _mark(mark: Mark) -> Row:
    cells = (mark.title, mark.when or _("no date told"))
    return Row(tuple(map(one_line, cells)), mark.question, mark.item)


def _overlap(shown: Timeline, overlap: Overlap, names: dict[str, str]) -> Row:
    jobs = "; ".join(names[item] for item in overlap.items)
    return Row((_days(overlap.period, shown.as_of), months(overlap.months), jobs))


def _measure(shown: Timeline, measure: Measure) -> Row:
    return Row(
        (
            name_of(measure),
            one_line(measure.fact_title),
            f"{measure.needed:g}" if measure.needed else "",
            amount(measure.strict),
            uncertain(measure),
            "; ".join(stretches(shown, measure)),
            WORDS[measure.verdict],
        )
    )


def name_of(measure: Measure) -> str:
    """A requirement with the number of its level, safe to show."""
    return one_line(f"{measure.number} {measure.title}".strip())


def amount(count: float) -> str:
    """Full months, as the proof of a verdict shows them."""
    return str(int(count))


def uncertain(measure: Measure) -> str:
    """How many months there may be beside those that count."""
    parts = []
    if int(measure.loose) > int(measure.strict):
        text = _("up to {n} if the association or an exact date says so")
        parts.append(text.format(n=amount(measure.loose)))
    if measure.possible is None:
        parts.append(_("more may come, as not all is known yet"))
    elif int(measure.possible) > int(measure.loose):
        parts.append(_("up to {n} with what is not known yet").format(n=amount(measure.possible)))
    return "; ".join(parts)


def stretches(shown: Timeline, measure: Measure) -> Iterator[str]:
    """Which time counts, which may, and which does not, in words."""
    kinds = (
        (_("counts: {days}"), measure.counts),
        (_("only if the association or an exact date says so: {days}"), measure.perhaps),
        (_("not known yet: {days}"), measure.unknown),
        (_("does not count: {days}"), measure.out),
    )
    for text, periods in kinds:
        if periods:
            yield text.format(days=", ".join(_days(period, shown.as_of) for period in periods))


def _days(period: Period, as_of: dt.date) -> str:
    """The first and the last day of a period."""
    first, last = spoken(period.start.isoformat()), spoken((period.end - dt.timedelta(days=1)).isoformat())
    return f"{first} – {_('now') if period.end == as_of else last}"
