"""The rows of the timeline as styled lines: bars of a chart, or cells of a table. Pure; widths are in cells."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from intake.timeline import chart
from intake.timeline.scale import Scale
from intake.timeline.table import Row, Table, months, one_line, when
from intake.timeline.text import measure_heading
from intake.timeline.values import Lane, Measure, Share, Timeline
from intake.tui.lines import MUTED, fit, hanging
from intake.words import _

#: How wide the columns are, in shares of the line.
_SHARES = {
    "work": (2, 12, 10, 4, 12),
    "supervision": (2, 12, 10, 4, 12),
    "marks": (2, 1),
    "overlaps": (3, 1, 5),
    "counts": (7, 6, 2, 2, 4, 6, 4),
}
#: The tables whose rows are numbered.
_SPANS = frozenset({"work", "supervision"})
#: From how many cells on a row of a table fits on one line.
ONE_LINE = 90
_MONTHS = 9


class Chart:
    """The chart of a timeline for a width: labels at the left, bars, months at the right."""

    def __init__(self, shown: Timeline, width: int) -> None:
        """Reckon the columns."""
        self._shown = shown
        self._labels = max(min(width // 3, 36), 8)
        self.scale: Scale = chart.scale_of(shown, width - self._labels - _MONTHS - 2)
        self._under = chart.ground(self.scale, shown.marks)

    def head(self) -> Content:
        """The years, and the days that matter where there are any."""
        lines = [self._line(Content(""), Content.styled(chart.years(self.scale), MUTED), _("months"))]
        if any(mark.first for mark in self._shown.marks):
            marks = Content.styled(chart.mark_line(self.scale, self._shown.marks), "$text-primary")
            lines.append(self._line(Content(_("Degrees, dates")), marks))
        return Content("\n").join(lines)

    def lane(self, lane: Lane) -> Content:
        """A job with its bar."""
        dated = lane.perhaps or lane.ahead
        bar = chart.lane_bar(self.scale, lane, self._under) if dated else when(lane)
        label = Content(one_line(f"{lane.number} {lane.title}"))
        return self._line(label, fit(one_line(bar), int(self.scale.width)), months(lane.months))

    def shared(self) -> Content:
        """Where jobs overlap; empty where none do."""
        if not self._shown.overlaps:
            return Content("")
        bar = Content.styled(chart.overlap_bar(self.scale, self._shown, self._under), "$text-warning")
        return self._line(Content(_("Overlaps")), bar)

    def measure(self, measure: Measure, place: str, chosen: bool) -> Content:
        """What counts toward a requirement: in words, and as a bar; a mark tells the one that is chosen."""
        width = self._labels + int(self.scale.width) + _MONTHS + 2
        words = Content(("▸ " if chosen else "") + measure_heading(measure)).truncate(width, ellipsis=True)
        bar = Content.styled(chart.measure_bar(self.scale, measure, self._under), "$text-success")
        return Content("\n").join(
            [words.stylize("bold" if chosen else "not bold"), self._line(Content(place).stylize(MUTED), bar)]
        )

    def _line(self, label: Content, bar: Content, count: str = "") -> Content:
        left = label.truncate(self._labels, ellipsis=True, pad=True)
        return left + Content(" ") + bar + Content(count.rjust(_MONTHS + 1))


def legend(shown: Timeline, width: int) -> Content:
    """What the glyphs that occur in the chart mean, wrapped."""
    parts = [Content(f"{glyph} {words}") for glyph, words, there in _glyphs(shown) if there]
    lines = [Content("")]
    for part in parts:
        joined = Content("   ").join([lines[-1], part]) if lines[-1] else part
        if joined.cell_length <= width:
            lines[-1] = joined
        else:
            lines.append(part)
    return Content("\n").join(lines)


def _glyphs(shown: Timeline) -> Iterator[tuple[str, str, bool]]:
    """Each glyph, what it means, and whether it occurs."""
    lanes, overlaps, measures = shown.lanes, shown.overlaps, shown.measures
    yield chart.SURE, _("worked, or counts"), True
    yield chart.PERHAPS, _("no exact date"), any(lane.perhaps != lane.sure for lane in lanes)
    yield chart.ONGOING, _("goes on"), any(lane.ongoing for lane in lanes)
    yield chart.AHEAD, _("to come"), any(lane.ahead for lane in lanes)
    yield chart.PERHAPS_SHARED, _("perhaps two jobs"), any((overlap.period,) != overlap.sure for overlap in overlaps)
    yield chart.OUT, _("does not count"), any(measure.out for measure in measures)
    yield chart.UNKNOWN, _("not known yet"), any(measure.unknown for measure in measures)
    yield chart.CONFIRM, _("if the association or an exact date says so"), any(m.perhaps for m in measures)


def table_head(table: Table, width: int) -> Content:
    """The title of a table, and the heads of its columns where they stand over columns."""
    title = Content.styled(table.title, "bold $text-primary")
    if width < ONE_LINE:
        return Content("\n").join([Content(""), title])
    return Content("\n").join([Content(""), title, _columns(table, table.heads, width).stylize(MUTED)])


def table_row(table: Table, row: Row, width: int) -> Content:
    """A row: in columns, or on two lines where they would be too narrow."""
    if width >= ONE_LINE:
        return _columns(table, row.cells, width)
    at = 2 if table.id in _SPANS else 1
    rest = " · ".join(cell for cell in row.cells[at:] if cell)
    return Content("\n").join([fit(" ".join(row.cells[:at]), width), fit(f"  {rest}", width).stylize(MUTED)])


def _columns(table: Table, cells: Sequence[str], width: int) -> Content:
    shares = _SHARES[table.id]
    widths = [width * share // sum(shares) for share in shares]
    return Content("").join(fit(cell, w - 1) + Content(" ") for cell, w in zip(cells, widths, strict=True))


def about_row(table: Table, row: Row, width: int) -> Content:
    """All cells of a row in full, each after its head."""
    at = 1 if table.id in _SPANS else 0
    pairs = [(f"{head}: ", cell) for head, cell in zip(table.heads, row.cells, strict=True) if cell][at:]
    return Content("\n").join(hanging(head, Content(cell), width) for head, cell in pairs)


def about_lane(lane: Lane, measure: Measure | None, share: Share | None, width: int) -> Content:
    """A job in words: when it was, what was told of it, and how it counts toward the requirement chosen."""
    return Content("\n").join(
        hanging("", Content(one_line(line)), width) for line in _about(lane, measure, share) if line
    )


def _about(lane: Lane, measure: Measure | None, share: Share | None) -> Iterator[str]:
    count = months(lane.months)
    yield f"{lane.title} · {when(lane)}" + (_(" · months: {n}").format(n=count) if count else "")
    if share and measure:
        words = STANDINGS[share.standing]
        amount = f" ({share.amount})" if share.amount else ""
        reason = f": {share.reason}" if share.reason else ""
        yield _("Toward {title}: {standing}").format(title=measure.title, standing=words) + amount + reason
    yield "; ".join(f"{label}: {value}" for label, value in lane.facts)


#: How an item stands toward a requirement, as it is said.
STANDINGS = {
    "counted": _("counts"),
    "confirm": _("only if the association says so"),
    "unknown": _("not known yet"),
    "out": _("does not count"),
}
