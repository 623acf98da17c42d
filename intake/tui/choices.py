"""The options of a question, numbered, in columns: for the mouse and, while the answer box is empty, for keys."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message as Event
from textual.reactive import reactive
from textual.widget import Widget

_GAP = 2


@dataclass(frozen=True)
class Cell:
    """An option's place: column and line of its first cell, its width, and its label's lines."""

    x: int
    y: int
    width: int
    lines: tuple[Content, ...]


def place(labels: Sequence[str], width: int) -> tuple[Cell, ...]:
    """The labels in as many equal columns as fit `width` cells, in reading order; too long ones wrap in one column."""
    if not labels:
        return ()
    longest = max(Content(label).cell_length for label in labels)
    columns = max(1, min(len(labels), (width + _GAP) // (longest + _GAP)))
    if columns == 1:
        return tuple(_stack(labels, max(width, 1)))
    return tuple(
        Cell(index % columns * (longest + _GAP), index // columns, longest, (Content(label),))
        for index, label in enumerate(labels)
    )


def _stack(labels: Sequence[str], width: int) -> Iterator[Cell]:
    y = 0
    for label in labels:
        lines = tuple(Content(label).wrap(width))
        yield Cell(0, y, width, lines)
        y += len(lines)


def _height(cells: Sequence[Cell]) -> int:
    return max((cell.y + len(cell.lines) for cell in cells), default=1)


class Choices(Widget):
    """Shows the options and posts `Chosen`. It never takes the focus, which stays in the answer box.

    Without options it keeps one blank line: a widget without lines costs Textual one more layout of the whole screen.
    """

    ALLOW_SELECT = False

    marked: reactive[int | None] = reactive(None)
    """The option under the marker, which Enter chooses; None until an arrow is pressed."""

    picked: reactive[frozenset[int]] = reactive(frozenset[int]())
    """The options taken so far where several may be."""

    aimed: reactive[frozenset[int]] = reactive(frozenset[int]())
    """The options that the words in the answer box name; while there are any, they are shown in place of the others."""

    @dataclass
    class Chosen(Event):
        """The person pointed at an option, by mouse or digit."""

        index: int

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.labels: tuple[str, ...] = ()
        self.several = False

    def show(self, labels: Sequence[str], *, several: bool, marked: int | None) -> None:
        """Show these options instead, with the marker at `marked`."""
        self.labels, self.several = tuple(labels), several
        self.set_reactive(Choices.picked, frozenset())
        self.set_reactive(Choices.aimed, frozenset())
        self.marked = marked
        self.refresh(layout=True)

    @property
    def at_top(self) -> bool:
        """Whether there is no option above the marker."""
        cells = self._cells(self.content_size.width)
        return self.marked is None or not cells or cells[self.marked].y == 0

    @property
    def taken(self) -> str:
        """What Enter sends: the labels of the options taken, or that of the one marked; empty where there is none."""
        if self.picked:
            return ", ".join(self.labels[index] for index in sorted(self.picked))
        return "" if self.several or self.marked is None else self.labels[self.marked]

    def aim(self, options: frozenset[int]) -> None:
        """Show these options as the ones that would be taken, and bring the first of them into view."""
        self.aimed = options
        if options:
            self._reveal(min(options))

    def move(self, key: str) -> None:
        """Move the marker by an arrow key; the first arrow sets it on the first option."""
        columns = sum(cell.y == 0 for cell in self._cells(self.content_size.width))
        step = {"left": -1, "right": 1, "up": -columns, "down": columns}[key]
        start = -1 if self.marked is None else self.marked + step
        self.marked = 0 if start < 0 else min(start, len(self.labels) - 1)
        self._reveal(self.marked)

    def toggle(self, index: int) -> None:
        """Take the option, or leave it again."""
        self.picked = self.picked ^ {index}

    def render(self) -> RenderResult:
        """The options in their columns."""
        cells = self._cells(self.content_size.width)
        return Content("\n").join(self._line(cells, y) for y in range(_height(cells)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """How many lines the options take at `width` cells."""
        return _height(self._cells(width))

    def on_click(self, event: events.Click) -> None:
        """Choose the option under the mouse."""
        at = event.get_content_offset_capture(self)
        for index, cell in enumerate(self._cells(self.content_size.width)):
            if Region(cell.x, cell.y, cell.width, len(cell.lines)).contains_point(at):
                self.post_message(self.Chosen(index))

    def _cells(self, width: int) -> tuple[Cell, ...]:
        return place([self._label(index) for index in range(len(self.labels))], width)

    def _label(self, index: int) -> str:
        box = ("[x] " if index in (self.aimed or self.picked) else "[ ] ") if self.several else ""
        mark = "❯" if self._is_marked(index) else " "
        return f"{mark} {index + 1} {box}{self.labels[index]}"

    def _is_marked(self, index: int) -> bool:
        return index in self.aimed if self.aimed else index == self.marked

    def _line(self, cells: tuple[Cell, ...], y: int) -> Content:
        line = Content("")
        for index, cell in enumerate(cells):
            if cell.y <= y < cell.y + len(cell.lines):
                part = cell.lines[y - cell.y]
                line = line.truncate(cell.x, pad=True) + (part.stylize("bold") if self._is_marked(index) else part)
        return line

    def _reveal(self, index: int) -> None:
        cell = self._cells(self.content_size.width)[index]
        region = Region(cell.x, cell.y, cell.width, len(cell.lines)).translate(self.virtual_region.offset)
        if isinstance(self.parent, Widget):
            self.parent.scroll_to_region(region, animate=False)
