"""The review screen: every answer by section, gaps marked; any of them can be changed on the spot."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from intake.session.face import Face
from intake.session.views import ReviewRow, Turn
from intake.tui.edit import Edit
from intake.tui.frame import HeaderLine, KeyLine
from intake.tui.lines import review_row
from intake.words import _

#: Cells at the sides of a row: padding and scroll bar.
_SIDES = 8


class Review(Screen[None]):
    """A list of all answers. `heard` is told of every turn made here."""

    CSS_PATH = "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", _("Back"), key_display="Esc"),
        Binding("enter", "change", _("Change"), key_display="Enter"),
        Binding("g", "visit", _("Go to the question")),
        Binding("n", "next_gap", _("Next gap")),
        Binding("f1", "app.help", _("Help"), key_display="F1"),
        Binding("ctrl+p", "app.command_palette", _("All actions")),
    ]

    def __init__(self, face: Face, heard: Callable[[Turn], Awaitable[None]]) -> None:
        super().__init__()
        self._face = face
        self._heard = heard
        self._rows: Sequence[ReviewRow] = ()
        self._drafts: dict[tuple[str, str], str] = {}
        self._summary = Static(id="summary", markup=False)
        self._list = OptionList(id="answers", markup=False)

    def compose(self) -> ComposeResult:
        """The summary and the list, filled on the first resize, when the width is known."""
        yield HeaderLine(self._face)
        yield self._summary
        yield self._list
        yield KeyLine(self.BINDINGS)

    def on_resize(self) -> None:
        """Lay the rows out for this width."""
        self._fill()

    def _fill(self) -> None:
        """Read the rows anew, and stay at the one that was highlighted."""
        at = self._row()
        self._rows = self._face.review()
        gaps = sum(not row.value for row in self._rows)
        self._summary.update(Content(_summary(len(self._rows), gaps)))
        self._list.set_options(_options(self._rows, self.app.size.width - _SIDES))
        self._highlight(at if at is not None else 0)

    def _row(self) -> int | None:
        """The index of the highlighted row; None where there is none."""
        option = self._list.highlighted_option
        return None if option is None or option.id is None else int(option.id)

    def _highlight(self, index: int) -> None:
        if self._rows:
            self._list.highlighted = self._list.get_option_index(str(min(index, len(self._rows) - 1)))

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_change()

    def action_change(self) -> None:
        """Open the highlighted answer for editing, with words left there before."""
        index = self._row()
        if index is not None:
            row = self._rows[index]
            draft = self._drafts.get((row.question, row.item), row.value)
            self.app.push_screen(Edit(self._face, row, draft), partial(self._edited, row))

    async def _edited(self, row: ReviewRow, outcome: Turn | str | None) -> None:
        """Take in a saved change, or keep the words of one that was left."""
        if isinstance(outcome, str):
            self._drafts[row.question, row.item] = outcome
        elif outcome is not None:
            self._drafts.pop((row.question, row.item), None)
            await self._heard(outcome)
            self._fill()
            self.query_one(HeaderLine).refresh()

    async def action_visit(self) -> None:
        """Leave for the highlighted question."""
        index = self._row()
        if index is not None:
            row = self._rows[index]
            await self._heard(self._face.visit(row.question, row.item))
            self.dismiss()

    def action_next_gap(self) -> None:
        """Highlight the next question without an answer, from the top again after the last."""
        at = self._row() or 0
        order = [*range(at + 1, len(self._rows)), *range(at + 1)]
        gap = next((index for index in order if not self._rows[index].value), None)
        if gap is not None:
            self._highlight(gap)


def _summary(total: int, gaps: int) -> str:
    if not gaps:
        return _("Review · {total} answers, none missing").format(total=total)
    return _("Review · {total} questions, {gaps} without an answer (marked ○)").format(total=total, gaps=gaps)


def _options(rows: Sequence[ReviewRow], width: int) -> Iterator[Option]:
    """A heading before each section, which cannot be highlighted, and an option a row, named by its index."""
    section = None
    for index, row in enumerate(rows):
        if row.section != section:
            section = row.section
            yield Option(Content.styled(("\n" if index else "") + section, "bold $text-primary"), disabled=True)
        yield Option(review_row(row, width), id=str(index))
