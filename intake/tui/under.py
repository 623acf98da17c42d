"""The line under the answer box: how its words would be read, or a hint; at its end the keys that help to answer."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from intake.tui.lines import MUTED, ends

_GAP = 3


class Help(NamedTuple):
    """A key, what it opens, and the screen's action."""

    key: str
    words: str
    action: str


class Under(Widget):
    """One line. A help can be clicked; where not all fit beside the reading, the first one stays."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._text = Content("")
        self._helps: tuple[Help, ...] = ()

    def say(self, text: str) -> None:
        """Show this reading or hint."""
        self._text = Content(" ".join(text.split("\n")))
        self.refresh()

    def offer(self, helps: Sequence[Help]) -> None:
        """Show these helps."""
        if tuple(helps) != self._helps:
            self._helps = tuple(helps)
            self.refresh()

    def render(self) -> RenderResult:
        """The line."""
        parts = (Content.assemble((each.key, "bold"), (f" {each.words}", MUTED)) for each in self._fitting())
        return ends(self._text, Content(" " * _GAP).join(parts), self.content_size.width)

    async def on_click(self, event: events.Click) -> None:
        """Do what the help under the mouse does."""
        at = event.get_content_offset_capture(self).x
        for start, end, each in self._places():
            if start <= at < end:
                await self.screen.run_action(each.action)

    def _fitting(self) -> tuple[Help, ...]:
        """The helps that the reading leaves room for."""
        helps, room = self._helps, self.content_size.width - self._text.cell_length
        while len(helps) > 1 and sum(_length(each) + _GAP for each in helps) > room:
            helps = helps[:-1]
        return helps

    def _places(self) -> Iterator[tuple[int, int, Help]]:
        """Where each help stands, from the right edge: (first cell, cell after the last, help)."""
        end = self.content_size.width
        for each in reversed(self._fitting()):
            start = end - _length(each)
            yield start, end, each
            end = start - _GAP


def _length(each: Help) -> int:
    return Content(f"{each.key} {each.words}").cell_length
