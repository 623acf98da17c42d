"""Rows to walk through: a list of any length that draws only what is in view, with a mark at the row picked."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message as Event
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

#: Stands before the row picked, so that it is told without colour.
MARK = "▸ "
_GUTTER = len(MARK)

#: Draws the row of an index for a width in cells; a line break in it begins a new line of the same row.
Draw = Callable[[int, int], Content]


class Rows(ScrollView, can_focus=True):
    """Draws row `index` by `draw(index, width)`. Arrows, Page Up and Down, Home and End walk; Enter or a click chooses.

    A row is one line high unless `heights` says otherwise; drawing the rows in view is all that a long list costs.
    """

    ALLOW_SELECT = False
    auto_links = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--picked"}
    DEFAULT_CSS = """
    Rows { height: 1fr; background: $background; overflow-x: hidden; text-wrap: nowrap; text-overflow: clip; }
    Rows > .rows--picked { background: $foreground 15%; text-style: bold; }
    Rows:nocolor > .rows--picked { text-style: bold reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("pageup", "walk_page(-1)", show=False),
        Binding("pagedown", "walk_page(1)", show=False),
        Binding("home", "walk_to(0)", show=False),
        Binding("end", "walk_to(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    picked: reactive[int | None] = reactive(None)
    """The index of the row under the mark; None where no row can be picked."""

    @dataclass
    class Picked(Event):
        """The mark came to a row."""

        rows: "Rows"
        index: int

    @dataclass
    class Chosen(Event):
        """Enter on a row, or a click on it."""

        rows: "Rows"
        index: int

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._draw: Draw = lambda _index, _width: Content("")
        self._starts: Sequence[int] = range(1)
        self._headings: frozenset[int] = frozenset()
        self._drawn: dict[int, list[Strip]] = {}
        self._drawn_for = 0

    @property
    def count(self) -> int:
        """How many rows there are, headings among them."""
        return len(self._starts) - 1

    def show(
        self,
        draw: Draw,
        count: int,
        *,
        heights: Sequence[int] | None = None,
        headings: frozenset[int] = frozenset(),
        picked: int | None = 0,
    ) -> None:
        """Show these rows instead, `heights` in lines; `headings` cannot be picked. The mark goes to `picked`."""
        self._draw, self._headings = draw, headings
        self._starts = list(accumulate(heights, initial=0)) if heights else range(count + 1)
        self._drawn.clear()
        self.set_reactive(Rows.picked, None)
        self._fit()
        self.pick(picked)
        self.refresh(layout=True)

    def pick(self, index: int | None, *, step: int = 1) -> None:
        """Put the mark at row `index`, or at the nearest that can be picked, those after it (`step` 1) or before first.

        The row is scrolled to.
        """
        if index is None or not self.count:
            self.picked = None
        else:
            start = min(max(index, 0), self.count - 1)
            ways = (range(start, self.count), range(start, -1, -1))[::step]
            self.picked = next((n for way in ways for n in way if self._free(n)), None)

    def redraw(self, index: int | None = None) -> None:
        """Draw everything anew, or one row, as where what the rows say has changed and their number has not."""
        if index is None:
            self._drawn.clear()
        else:
            self._drawn.pop(index, None)
        self.refresh()

    def watch_picked(self, before: int | None, now: int | None) -> None:
        """Draw the two rows anew, keep the mark in view, and say where it is."""
        for index in (before, now):
            self._drawn.pop(-1 if index is None else index, None)
        self.refresh()
        if now is not None:
            self._reveal(now)
            self.post_message(self.Picked(self, now))

    def render_line(self, y: int) -> Strip:
        """The line at `y` of what is in view."""
        at = y + self.scroll_offset.y
        width = self._width()
        if at >= self._starts[-1]:
            return Strip.blank(width, self.rich_style)
        index = bisect_right(self._starts, at) - 1
        lines = self._drawn.get(index) or self._render_row(index, width)
        line = at - self._starts[index]
        return lines[line] if line < len(lines) else Strip.blank(width, self.rich_style)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """All lines, where the height is automatic."""
        return self._starts[-1]

    def on_resize(self) -> None:
        """Keep the mark in view."""
        self._fit()
        if self.picked is not None:
            self._reveal(self.picked)

    def notify_style_update(self) -> None:
        """Another theme: draw in its colours."""
        self._drawn.clear()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse."""
        at = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if 0 <= at < self._starts[-1]:
            index = bisect_right(self._starts, at) - 1
            if self._free(index):
                self.picked = index
                self.action_choose()

    def action_walk(self, step: int) -> None:
        """Go a row up (-1) or down (1), past headings; at the first row, show the headings above it."""
        at = 0 if self.picked is None else self.picked
        way = range(at + 1, self.count) if step > 0 else range(at - 1, -1, -1)
        to = next((index for index in way if self._free(index)), None)
        if to is not None:
            self.picked = to
        elif step < 0:
            self.scroll_home(animate=False)

    def action_walk_page(self, step: int) -> None:
        """Go a page up (-1) or down (1)."""
        if self.picked is not None:
            page = max(self.scrollable_content_region.height - 1, 1)
            line = min(max(self._starts[self.picked] + step * page, 0), self._starts[-1] - 1)
            self.pick(bisect_right(self._starts, line) - 1, step=step)

    def action_walk_to(self, end: int) -> None:
        """Go to the first row (0) or the last (-1)."""
        self.pick(self.count - 1 if end else 0, step=end or 1)

    def action_choose(self) -> None:
        """Choose the row picked."""
        if self.picked is not None:
            self.post_message(self.Chosen(self, self.picked))

    def _free(self, index: int) -> bool:
        return index not in self._headings

    def _width(self) -> int:
        """The width that rows are drawn for; at another one, what was drawn is of no use."""
        width = self.scrollable_content_region.width
        if width != self._drawn_for:
            self._drawn.clear()
            self._drawn_for = width
        return width

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._starts[-1])

    def _reveal(self, index: int) -> None:
        """Scroll to a row and to the headings above it."""
        first = index
        while first and not self._free(first - 1):
            first -= 1
        top, below = self._starts[first], self._starts[index + 1]
        if below - top > self.scrollable_content_region.height:
            top = self._starts[index]
        self.scroll_to_region(Region(0, top, 1, below - top), animate=False, force=True)

    def _picked_style(self) -> Style:
        """The style of the row picked; Textual leaves out of it that it is reversed, as it is without colour."""
        reverse = self.get_component_styles("rows--picked").text_style.reverse
        return self.get_visual_style("rows--picked") + Style(reverse=reverse)

    def _render_row(self, index: int, width: int) -> list[Strip]:
        picked = index == self.picked
        style = self._picked_style() if picked else self.visual_style
        mark = MARK if picked else " " * _GUTTER
        lines = self._draw(index, max(width - _GUTTER, 1)).split("\n", allow_blank=True)
        content = Content("\n").join(
            Content(mark if number == 0 else " " * _GUTTER) + line for number, line in enumerate(lines)
        )
        height = self._starts[index + 1] - self._starts[index]
        self._drawn[index] = Visual.to_strips(self, content, width, height, style, pad=True)
        return self._drawn[index]
