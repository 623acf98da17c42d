"""The list that is being built, as a table above the answer box: one entry a row, of which those in view are drawn."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from intake.session.views import Entries, Entry
from intake.tui.lines import MUTED, fit
from intake.tui.rows import MARK, Rows
from intake.words import _

_GAP = 2
#: Rows looked at, around the one marked, to tell how wide each column should be.
_SAMPLE = 20
_LEAST = 6
#: Ends the entry that is being asked, which need not be the one under the mark.
_HERE = " ←"


class Listed(Vertical):
    """The title, the columns, and the entries. Where the screen is short it is folded away until a key opens it."""

    ABOUT = _("The list that is being built: Enter goes to an entry")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.open_entry", _("Go to it"), key_display="Enter"),
        Binding("f1", "app.help", _("Help"), key_display="F1"),
        Binding("escape", "screen.to_box", _("Back to the box"), key_display="Esc"),
    ]

    def __init__(self, entries: Entries, *, id: str) -> None:
        super().__init__(id=id)
        self._entries = self._latest = entries
        self._widths: dict[int, tuple[int, ...]] = {}
        self._lines: dict[int, Content] = {}
        self._head = Static(id="listed-head", markup=False)
        self.rows = Rows(id="listed-rows")

    def compose(self) -> ComposeResult:
        """The head and the rows."""
        yield self._head
        yield self.rows

    def on_show(self) -> None:
        """Fill it, as it was folded away until then."""
        self.show(self._latest)

    def on_resize(self) -> None:
        """Lay the head out for this width."""
        self._show_head()

    def show(self, entries: Entries) -> None:
        """Show these entries, once it is unfolded; the mark is at the one being asked."""
        self._latest = entries
        if not self.display:
            return
        same = (entries.section, len(entries.rows)) == (self._entries.section, self.rows.count)
        self._entries = entries
        self._widths.clear()
        at = len(entries.rows) - 1 if entries.at is None else entries.at
        if same:
            self._redraw()
            if not self.rows.has_focus:  # else somebody walks it
                self.rows.pick(at)
        else:
            self._lines.clear()
            self.rows.show(self._draw, len(entries.rows), picked=at)
        self._show_head()

    def _redraw(self) -> None:
        """Draw the rows in view anew that say something else, mostly the one being asked; forget the others."""
        top = self.rows.scroll_offset.y
        in_view = range(top, top + self.rows.size.height)
        if any(index not in in_view for index in self._lines):
            self._lines.clear()
            self.rows.redraw()
        for index, line in list(self._lines.items()):
            if not self._draw(index, line.cell_length).is_same(line):
                self.rows.redraw(index)

    def entry(self, index: int) -> Entry:
        """The entry of a row."""
        return self._entries.rows[index]

    def _show_head(self) -> None:
        width = self.size.width
        if width:
            room = width - len(MARK) - 1
            line = head(self._entries, self._given(room), room).stylize(MUTED)
            self._head.update(Content(" " * len(MARK)) + line, layout=False)

    def _draw(self, index: int, width: int) -> Content:
        self._lines[index] = row(self._entries, index, self._given(width), width)
        return self._lines[index]

    def _given(self, width: int) -> tuple[int, ...]:
        if width not in self._widths:
            self._widths[width] = widths(self._entries, width)
        return self._widths[width]


def head(entries: Entries, given: Sequence[int], width: int) -> Content:
    """The columns' labels; over the numbers, how many entries there are."""
    return _line(f"{len(entries.rows)}×", entries.columns, given, width)


def row(entries: Entries, index: int, given: Sequence[int], width: int) -> Content:
    """An entry's number and cells; what has no answer yet is a ring, and an arrow ends the one being asked."""
    cells = [cell or "○" for cell in entries.rows[index].cells]
    number = str(index + 1).rjust(_number_width(entries))
    line = _line(number, cells, given, width - len(_HERE))
    return line + Content(_HERE if index == entries.at else " " * len(_HERE))


def widths(entries: Entries, width: int) -> tuple[int, ...]:
    """How wide each column is: what its cells need, of those around the entry being asked; less where room is short."""
    width -= len(_HERE)
    at = len(entries.rows) - 1 if entries.at is None else entries.at
    sample = [each.cells for each in entries.rows[max(at - _SAMPLE, 0) : at + _SAMPLE]]
    needed = [
        max(Content(text).cell_length for text in (label, *(cells[column] for cells in sample)))
        for column, label in enumerate(entries.columns)
    ]
    return _shared(needed, width - _number_width(entries) - _GAP * len(needed))


def _shared(needed: Sequence[int], room: int) -> tuple[int, ...]:
    """The widths needed, the widest cut first until they fit `room`; no column is narrower than the least."""
    given = [min(one, max(room, _LEAST)) for one in needed]
    while sum(given) > room and max(given) > _LEAST:
        widest = given.index(max(given))
        given[widest] -= 1
    return tuple(given)


def _number_width(entries: Entries) -> int:
    return len(str(len(entries.rows))) + 1


def _line(number: str, cells: Sequence[str], given: Sequence[int], width: int) -> Content:
    gap = Content(" " * _GAP)
    parts = [fit(cell, room) for cell, room in zip(cells, given, strict=True)]
    return gap.join([Content(number), *parts]).truncate(max(width, 0), ellipsis=True, pad=True)
