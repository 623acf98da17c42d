"""Where everything of a timeline's picture stands: rows of words with a bar below each, under a scale of years."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from intake.interview.diagram.metrics import wrapped
from intake.portfolio.months import Period
from intake.timeline.scale import Scale
from intake.timeline.table import months, when
from intake.timeline.text import measure_heading
from intake.timeline.values import Lane, Mark, Measure, Timeline
from intake.words import _

WIDTH = 880.0
#: The size of letters, by what they say.
SIZES = {"heading": 18, "part": 15, "row": 12, "year": 12, "legend": 12}
BOLD = ("heading", "part")
_FRAME, _BAR, _LEADING, _GAP = 24.0, 14.0, 1.35, 10.0


class Words(NamedTuple):
    """One line of text: where it begins, its baseline, and what it is (a key of `SIZES`)."""

    x: float
    y: float
    words: str
    kind: str


class Bar(NamedTuple):
    """A rectangle; `kind` is `sure`, `perhaps`, `ahead`, `shared`, `unknown`, `out` or `lane` (its ground)."""

    x: float
    y: float
    width: float
    height: float
    kind: str


class Arrow(NamedTuple):
    """The head at the end of a bar that goes on, with its point at `x`."""

    x: float
    y: float
    height: float


class Diamond(NamedTuple):
    """A day that matters."""

    x: float
    y: float


class Line(NamedTuple):
    """An upright line; `kind` is `year` or `mark`."""

    x: float
    top: float
    bottom: float
    kind: str


Shape = Words | Bar | Arrow | Diamond | Line


class Picture(NamedTuple):
    """Everything drawn, from back to front, and the height of it all."""

    height: float
    shapes: tuple[Shape, ...]


def picture(shown: Timeline, title: str) -> Picture:
    """The picture of a timeline."""
    scale = Scale(shown.scale.start, shown.scale.end, WIDTH - 2 * _FRAME)
    heading = _text(title, "heading", _FRAME, 16)
    top = _below(heading, 16) + 14
    years = [Words(_x(scale, dt.date(y, 1, 1)) + 4, top + 12, str(y), "year") for y in _named(scale)]
    body: list[Shape] = []
    below = top + 24
    for part in _parts(scale, shown):
        if part.rows:
            body += _text(part.title, "part", _FRAME, below + 8)
            below = _below(body, below) + 6
        for words, shapes in part.rows:
            lines = _text(words, "row", _FRAME, below)
            at = _below(lines, below) + 3
            body += [*lines, Bar(_FRAME, at, scale.width, _BAR, "lane"), *_moved(shapes, at)]
            below = at + _BAR + _GAP
    grid = [Line(_x(scale, dt.date(y, 1, 1)), top, below, "year") for y in _named(scale)]
    dated = [mark.first for mark in shown.marks if mark.first]
    lines_of_marks = [Line(_x(scale, day), top + 18, below, "mark") for day in dated]
    legend = _legend(below + 12)
    return Picture(_below(legend, below) + 20, (*heading, *grid, *lines_of_marks, *years, *body, *legend))


class _Part(NamedTuple):
    title: str
    rows: list[tuple[str, list[Shape]]]


def _parts(scale: Scale, shown: Timeline) -> Iterator[_Part]:
    yield _Part(_("Degrees and other dates"), [_mark(scale, mark) for mark in shown.marks])
    yield _Part(_("Jobs"), [_lane(scale, lane) for lane in shown.of("work")])
    yield _Part(_("Reflective supervision"), [_lane(scale, lane) for lane in shown.of("supervision")])
    perhaps = _bars(scale, [overlap.period for overlap in shown.overlaps], "perhaps")
    certain = _bars(scale, [period for overlap in shown.overlaps for period in overlap.sure], "shared")
    overlaps = [(_("Time with two jobs or more; it is counted once"), [*perhaps, *certain])]
    yield _Part(_("Overlaps"), overlaps if shown.overlaps else [])
    yield _Part(_("What counts"), [_measure(scale, measure) for measure in shown.measures])


def _mark(scale: Scale, mark: Mark) -> tuple[str, list[Shape]]:
    words = f"{mark.title}: {mark.when or _('no date told')}"
    if mark.first is None or mark.last is None:
        return words, []
    about = _bars(scale, [Period(mark.first, mark.last + dt.timedelta(days=1))], "perhaps")
    return words, [*(about if mark.first < mark.last else []), Diamond(_x(scale, mark.first), _BAR / 2)]


def _lane(scale: Scale, lane: Lane) -> tuple[str, list[Shape]]:
    count = months(lane.months)
    parts = (f"{lane.number} {lane.title}", when(lane), _("months: {n}").format(n=count) if count else "")
    times = ((lane.ahead, "ahead"), (lane.perhaps, "perhaps"), (lane.sure, "sure"))
    bars: list[Shape] = [bar for time, kind in times if time for bar in _bars(scale, [time], kind)]
    goes_on = lane.perhaps.end if lane.ongoing and lane.perhaps else None
    return " · ".join(filter(None, parts)), [*bars, *([Arrow(_x(scale, goes_on), 0, _BAR)] if goes_on else [])]


def _measure(scale: Scale, measure: Measure) -> tuple[str, list[Shape]]:
    times = ((measure.out, "out"), (measure.unknown, "unknown"), (measure.perhaps, "perhaps"), (measure.counts, "sure"))
    return measure_heading(measure), [bar for periods, kind in times for bar in _bars(scale, periods, kind)]


def _bars(scale: Scale, periods: Iterable[Period], kind: str) -> list[Shape]:
    """Bars at the height 0, each at least wide enough to be seen and never beyond the scale."""
    found: list[Shape] = []
    for period in periods:
        start, end = scale.at(period.start), scale.at(period.end)
        start = min(start, scale.width - 2)
        found.append(Bar(_FRAME + start, 0, max(end - start, 2), _BAR, kind))
    return found


def _moved(shapes: Iterable[Shape], down: float) -> Iterator[Shape]:
    """The shapes of a row, drawn at the height 0, where the row stands."""
    for shape in shapes:
        if not isinstance(shape, Line):
            yield shape._replace(y=shape.y + down)


def _legend(top: float) -> list[Shape]:
    entries = (
        ("sure", _("certain; counts")),
        ("perhaps", _("perhaps: no exact date, or only if the association says so")),
        ("ahead", _("to come")),
        ("unknown", _("not known yet")),
        ("out", _("does not count")),
        ("shared", _("two jobs or more")),
    )
    found: list[Shape] = []
    for number, (kind, words) in enumerate(entries):
        x, y = _FRAME + (number % 2) * 280, top + number // 2 * 22
        found += [Bar(x, y, 36, _BAR, kind), Words(x + 44, y + 11, words, "legend")]
    return found


def _named(scale: Scale) -> list[int]:
    return [year for year in scale.years(44) if dt.date(year, 1, 1) < scale.last]


def _x(scale: Scale, day: dt.date) -> float:
    return _FRAME + scale.at(day)


def _text(words: str, kind: str, x: float, top: float) -> list[Shape]:
    size = SIZES[kind]
    lines = wrapped(words, size * (1.15 if kind in BOLD else 1), WIDTH - _FRAME - x)
    return [Words(x, top + size * (1 + n * _LEADING), line, kind) for n, line in enumerate(lines)]


def _below(shapes: Iterable[Shape], top: float) -> float:
    """The lowest point of words and bars, at least `top`."""
    lowest = (
        s.y + s.height if isinstance(s, Bar) else s.y + SIZES[s.kind] * 0.35
        for s in shapes
        if isinstance(s, Bar | Words)
    )
    return max(lowest, default=top)
