"""The timeline as lines of characters, each as wide as it is asked for; every state has a glyph of its own."""

import datetime as dt
from collections.abc import Iterable

from intake.portfolio.months import Period
from intake.text import shorten
from intake.timeline.scale import Layer, Scale, painted
from intake.timeline.values import Lane, Mark, Measure, Timeline
from intake.words import _

SURE, PERHAPS, ONGOING, AHEAD = "█", "░", "▶", "┄"
SHARED, PERHAPS_SHARED = "═", "╌"
CONFIRM, UNKNOWN, OUT = "▒", "?", "×"
MARK, YEAR, DEGREE = "◆", "·", "│"

#: The least room for a name on the line of marks; a letter from here on may be wider or narrower than a cell.
_SHORTEST, _COMBINING = 12, "\u0300"
#: What the glyphs of a job, of an overlap and of a requirement mean.
LEGENDS = (
    ((SURE, _("worked")), (PERHAPS, _("perhaps: no exact date")), (ONGOING, _("goes on")), (AHEAD, _("to come"))),
    ((SHARED, _("two jobs or more")), (PERHAPS_SHARED, _("perhaps")), (MARK, _("a degree or another date"))),
    (
        (SURE, _("counts")),
        (CONFIRM, _("only if the association or an exact date says so")),
        (UNKNOWN, _("not known yet")),
        (OUT, _("does not count")),
    ),
)


def legend(entries: Iterable[tuple[str, str]]) -> str:
    """What glyphs mean, on one line."""
    return "   ".join(f"{glyph} {words}" for glyph, words in entries)


def scale_of(shown: Timeline, width: int) -> Scale:
    """The scale of a timeline for so many cells."""
    return Scale(shown.scale.start, shown.scale.end, max(width, 1))


def years(scale: Scale) -> str:
    """The years over the bars."""
    line = [" "] * int(scale.width)
    for year, cell in scale.year_cells():
        line[cell : cell + 4] = str(year)
    return "".join(line)


def ground(scale: Scale, marks: Iterable[Mark] = ()) -> str:
    """What lies under the bars: a dot where a named year begins, and a line where a mark stands."""
    line = [" "] * int(scale.width)
    for _year, cell in scale.year_cells():
        line[cell] = YEAR
    for mark in marks:
        if mark.first:
            line[scale.cell(mark.first)] = DEGREE
    return "".join(line)


def mark_line(scale: Scale, marks: Iterable[Mark]) -> str:
    """A mark at each day that matters, with its name behind it where there is room."""
    dated = [(scale.cell(mark.first), mark) for mark in marks if mark.first]
    line, free = [" "] * int(scale.width), 0
    for index, (cell, mark) in enumerate(dated):
        line[cell] = MARK
        room = (dated[index + 1][0] if index + 1 < len(dated) else len(line)) - cell - 2
        name = f" {shorten(mark.title, room)}" if room >= _SHORTEST else ""
        if name and max(name.removesuffix("…")) < _COMBINING and cell >= free:
            line[cell + 1 : cell + 1 + len(name)] = name
            free = cell + 1 + len(name)
    return "".join(line)


def lane_bar(scale: Scale, lane: Lane, under: str) -> str:
    """The bar of a job."""
    edges = [lane.perhaps] if lane.perhaps else []
    sure = [lane.sure] if lane.sure and _fills(scale, lane.sure, lane.perhaps) else []
    ahead = [lane.ahead] if lane.ahead else []
    bar = painted(scale, [Layer(ahead, AHEAD), Layer(edges, PERHAPS), Layer(sure, SURE)], under)
    if not lane.ongoing or not edges:
        return bar
    end = scale.cells(edges[0])[-1]
    return f"{bar[:end]}{ONGOING}{bar[end + 1 :]}"


def _fills(scale: Scale, sure: Period, perhaps: Period | None) -> bool:
    """Whether certain time is to be seen beside the time around it that is not."""
    around = scale.cells(perhaps) if perhaps else range(0)
    return len(around) < 2 or (sure.end - sure.start) > dt.timedelta(days=2)


def overlap_bar(scale: Scale, shown: Timeline, under: str) -> str:
    """Where jobs overlap."""
    perhaps = Layer((overlap.period for overlap in shown.overlaps), PERHAPS_SHARED)
    certain = Layer((period for overlap in shown.overlaps for period in overlap.sure), SHARED)
    return painted(scale, [perhaps, certain], under)


def measure_bar(scale: Scale, measure: Measure, under: str) -> str:
    """What counts toward a requirement, what may, and what does not."""
    layers = [
        Layer(measure.out, OUT),
        Layer(measure.unknown, UNKNOWN),
        Layer(measure.perhaps, CONFIRM),
        Layer(measure.counts, SURE),
    ]
    return painted(scale, layers, under)
