"""The timeline as plain text: tables as sentences, and a chart of characters where one is wanted."""

from collections.abc import Iterator
from textwrap import wrap

from intake.portfolio.edtf import spoken
from intake.timeline import chart
from intake.timeline.table import Row, Table, amount, name_of, one_line, tables, when
from intake.timeline.values import Measure, Timeline
from intake.words import _


def summary(shown: Timeline) -> str:
    """One sentence: how much work there is, and when."""
    jobs = shown.of("work")
    if not jobs:
        return _("No job is listed yet. Whatever you list under paid work appears here, year by year.")
    as_of = spoken(shown.as_of.isoformat())
    text = _("1 job, as of {day}.") if len(jobs) == 1 else _("{n} jobs, as of {day}.")
    return text.format(n=len(jobs), day=as_of)


def words(shown: Timeline) -> str:
    """Everything in words, a line a fact."""
    return "\n".join([summary(shown), *(line for table in tables(shown) for line in _table(table))])


def _table(table: Table) -> Iterator[str]:
    if table.rows:
        yield f"{table.title}:"
        yield from (f"  {_sentence(table, row)}" for row in table.rows)


def _sentence(table: Table, row: Row) -> str:
    """A row with the head of each cell that needs one."""
    if table.id in {"work", "supervision"}:
        number, what, time, count, told = row.cells
        parts = [time, _count(count), told]
        return f"{number} {what}: " + "; ".join(part for part in parts if part)
    if table.id == "marks":
        return ": ".join(row.cells)
    if table.id == "overlaps":
        time, count, jobs = row.cells
        return f"{time} ({_count(count)}): {jobs}"
    requirement, of, needed, strict, uncertain, time, verdict = row.cells
    parts = [heading(requirement, of, strict, needed), uncertain, time, verdict]
    return "; ".join(part for part in parts if part)


def _count(count: str) -> str:
    if not count:
        return ""
    return _("1 month") if count == "1" else _("{n} months").format(n=count)


def drawn(shown: Timeline, width: int) -> str:
    """The chart, `width` cells wide; its jobs are numbered as in the words."""
    jobs, others = shown.of("work"), shown.of("supervision")
    inset = len(str(max((lane.number for lane in jobs), default=0))) + 2
    scale = chart.scale_of(shown, max(width - inset, 12))
    under, blank = chart.ground(scale, shown.marks), " " * inset
    lines = [blank + chart.years(scale)]
    if any(mark.first for mark in shown.marks):
        lines.append(blank + chart.mark_line(scale, shown.marks))
    for lane in jobs:
        bar = chart.lane_bar(scale, lane, under) if lane.perhaps or lane.ahead else one_line(when(lane))
        lines += [f"{lane.number:>{inset - 1}} {bar}"]
    if shown.overlaps:
        lines += [_("Overlaps"), blank + chart.overlap_bar(scale, shown, under)]
    for lane in others:
        lines += [
            _("Reflective supervision: {name}").format(name=one_line(lane.title)),
            blank + chart.lane_bar(scale, lane, under),
        ]
    for measure in shown.measures:
        heading_lines = wrap(measure_heading(measure), width, subsequent_indent=blank)
        lines += [*heading_lines, blank + chart.measure_bar(scale, measure, under)]
    legends = (line for entries in chart.LEGENDS for line in wrap(chart.legend(entries), width))
    return "\n".join(line.rstrip() for line in [*lines, "", *legends])


def measure_heading(measure: Measure) -> str:
    """What counts of a requirement, and what is asked for: "29 months, 24 needed · III Two years … (months …)"."""
    needed = f"{measure.needed:g}" if measure.needed else ""
    return heading(name_of(measure), one_line(measure.fact_title), amount(measure.strict), needed)


def heading(requirement: str, of: str, strict: str, needed: str) -> str:
    """How many months count, and how many are asked for, before the requirement and its fact: a narrow line is cut."""
    text = _("{a} months, {b} needed") if needed else _("{a} months")
    return f"{text.format(a=strict, b=needed)} · {requirement} ({of})"
