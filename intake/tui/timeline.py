"""The work timeline: jobs as bars over the years, what overlaps, and which months count; or the same as a table."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from intake.session.face import Face
from intake.timeline.table import Row, Table, one_line, tables
from intake.timeline.text import summary
from intake.timeline.values import Lane, Measure
from intake.tui.frame import HeaderLine, KeyLine
from intake.tui.lines import heading
from intake.tui.rows import Rows
from intake.tui.timeline_rows import (
    ONE_LINE,
    Chart,
    about_lane,
    about_row,
    legend,
    table_head,
    table_row,
)
from intake.words import _

#: Cells at the sides: padding, the mark before a row, and the scroll bar.
_SIDES = 9
#: Below this width and height the table comes first.
_ROOM = (60, 20)
#: The most lines that everything but the rows takes; where all rows fit beside it, nothing is left empty among them.
_BESIDE = 22


class WorkTimeline(Screen[None]):
    """A bar a job; left and right choose the requirement whose months are shown; `t` shows the table instead."""

    ABOUT = _("Your work over the years: a bar a job, what overlaps, and which months count toward the rule chosen.")
    CSS_PATH = "timeline.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", _("Back"), key_display="Esc"),
        Binding("enter", "choose", _("Open"), key_display="Enter"),
        Binding("right", "measure(1)", _("What counts"), key_display="← →"),
        Binding("left", "measure(-1)", show=False),
        Binding("t", "table", _("Table")),
        Binding("f1", "app.help", _("Help"), key_display="F1"),
        Binding("ctrl+p", "app.command_palette", _("All actions")),
    ]

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._shown = face.timeline()
        self._lanes: list[Lane | None] = []
        self._entries: list[tuple[Table, Row | None]] = []
        self._at = next((n for n, m in enumerate(self._shown.measures) if m.level == self._shown.aimed), 0)
        self._as_table: bool | None = None
        self._laid_out_for = Size()
        self._width = 0
        self._title = Static(id="timeline-title", markup=False)
        self._years = Static(id="years", markup=False)
        self._rows = Rows(id="timeline")
        self._shared = Static(id="shared", markup=False)
        self._measure = Static(id="measure", markup=False)
        self._legend = Static(id="legend", markup=False)
        self._about = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The scale, the rows, what counts, the glyphs, and the row picked in words."""
        yield HeaderLine(self._face)
        yield self._title
        yield self._years
        yield self._rows
        yield self._shared
        yield self._measure
        yield self._legend
        with VerticalScroll(id="about", can_focus=False):
            yield self._about
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Fill everything before the first layout."""
        self._lay_out()
        self._rows.focus()

    def on_resize(self) -> None:
        """Lay everything out for this size, unless it is laid out for it."""
        if self._laid_out_for != self.app.size:
            self._lay_out()

    @property
    def _tabled(self) -> bool:
        """Whether the table is shown: as was chosen, else where a chart has no room."""
        size = self.app.size
        small = size.width < _ROOM[0] or size.height < _ROOM[1]
        return small if self._as_table is None else self._as_table

    @property
    def _chosen(self) -> Measure | None:
        measures = self._shown.measures
        return measures[self._at] if measures else None

    def _lay_out(self) -> None:
        self._laid_out_for = self.app.size
        self._width = max(self._laid_out_for.width - _SIDES, 20)
        self.set_class(self._tabled, "-table")
        self.set_class(not self._shown.lanes, "-none")
        self.set_class(not self._shown.overlaps, "-apart")
        self._title.update(heading(summary(self._shown), self._width))
        picked = self._rows.picked or 0
        if self._tabled:
            self._show_table(picked)
        else:
            self._show_chart(picked)
        self._tell()

    def _show_chart(self, picked: int) -> None:
        jobs, others = self._shown.of("work"), self._shown.of("supervision")
        self._lanes = [*jobs, *([None, *others] if others else [])]
        drawing = Chart(self._shown, self._width)
        rule = heading(_("Reflective supervision"), self._width)

        def draw(index: int, _width: int) -> Content:
            lane = self._lanes[index]
            return drawing.lane(lane) if lane else rule

        headings = frozenset(n for n, lane in enumerate(self._lanes) if lane is None)
        self._rows.set_class(len(self._lanes) <= self.app.size.height - _BESIDE, "-all")
        self._rows.show(draw, len(self._lanes), headings=headings, picked=picked)
        self._years.update(drawing.head())
        self._shared.update(drawing.shared())
        self._legend.update(legend(self._shown, self._width))
        self._draw_measure(drawing)

    def _draw_measure(self, drawing: Chart) -> None:
        """The requirement chosen; all of them where there is room."""
        measures = self._shown.measures
        roomy = len(self._lanes) + 2 * len(measures) <= self.app.size.height - _BESIDE
        parts = [
            drawing.measure(
                measure, _("What counts, {n} of {total}").format(n=n + 1, total=len(measures)), n == self._at
            )
            for n, measure in enumerate(measures)
            if roomy or n == self._at
        ]
        self._measure.update(Content("\n").join(parts))

    def _show_table(self, picked: int) -> None:
        self._entries = [entry for table in tables(self._shown) for entry in [(table, None), *_rows_of(table)]]
        wide = self._width >= ONE_LINE

        def draw(index: int, _width: int) -> Content:
            table, row = self._entries[index]
            if row is None:
                return table_head(table, self._width)
            return table_row(table, row, self._width)

        heights = [(3 if wide else 2) if row is None else (1 if wide else 2) for _table, row in self._entries]
        headings = frozenset(n for n, (_table, row) in enumerate(self._entries) if row is None)
        self._rows.remove_class("-all")
        self._rows.show(draw, len(self._entries), heights=heights, headings=headings, picked=picked)

    @on(Rows.Picked)
    def _tell(self) -> None:
        """The row picked, in words."""
        index = self._rows.picked
        if index is None:
            self._about.update(Content(summary(self._shown)))
        elif self._tabled:
            table, row = self._entries[index]
            self._about.update(about_row(table, row, self._width) if row else Content(table.empty))
        elif lane := self._lanes[index]:
            shares = {share.measure: share for share in self._face.shares(self._shown, lane.item)}
            self._about.update(about_lane(lane, self._chosen, shares.get(self._at), self._width))

    def action_measure(self, step: int) -> None:
        """Show the months of the next requirement, or of the one before."""
        if self._shown.measures and not self._tabled:
            self._at = (self._at + step) % len(self._shown.measures)
            self._draw_measure(Chart(self._shown, self._width))
            self._tell()

    def action_table(self) -> None:
        """Show the table instead of the chart, or the chart again; the same entry stays picked."""
        entry = self._entry()
        self._as_table = not self._tabled
        self._lay_out()
        self._rows.pick(self._index_of(entry))

    def action_choose(self) -> None:
        """Choose the row picked, as Enter and a click on it do."""
        self._rows.action_choose()

    @on(Rows.Chosen)
    def _go(self) -> None:
        """Leave for the question that the row comes from; of a requirement, open its proof."""
        from intake.tui.app import IntakeApp

        assert isinstance(self.app, IntakeApp)
        question, item = self._entry()
        if question:
            self.app.call_later(self.app.visit, question, item)
        elif measure := self._measure_picked():
            from intake.tui.lines import proof
            from intake.tui.page import Page

            text = self._face.proof(measure.requirement)
            self.app.push_screen(Page(self._face, one_line(measure.title), lambda width: proof(text, width)))

    def _entry(self) -> tuple[str, str]:
        """The question and the item of the row picked; empty where it comes from none."""
        index = self._rows.picked
        if index is None:
            return "", ""
        if self._tabled:
            row = self._entries[index][1]
            return (row.question, row.item) if row else ("", "")
        lane = self._lanes[index]
        return (f"{lane.section}.span", lane.item) if lane else ("", "")

    def _index_of(self, entry: tuple[str, str]) -> int:
        if self._tabled:
            places = (n for n, (_t, row) in enumerate(self._entries) if row and (row.question, row.item) == entry)
        else:
            places = (n for n, lane in enumerate(self._lanes) if lane and (f"{lane.section}.span", lane.item) == entry)
        return next(places, 0)

    def _measure_picked(self) -> Measure | None:
        """The measure whose row of the table is picked."""
        index = self._rows.picked
        if index is None or not self._tabled or self._entries[index][0].id != "counts":
            return None
        table, row = self._entries[index]
        return self._shown.measures[table.rows.index(row)] if row else None


def _rows_of(table: Table) -> list[tuple[Table, Row | None]]:
    return [(table, row) for row in table.rows]
