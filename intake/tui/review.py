"""The review screen: every answer by section, gaps marked; to search, to change on the spot, to go to, to take back."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from intake.session.face import Face
from intake.session.signatures import NAME as SIGNING
from intake.session.views import ReviewRow, Turn
from intake.tui.answers import (
    Line,
    arranged,
    drawn,
    fitting,
    next_gap,
    nothing_found,
    still_missing,
    summary,
    title,
    whole,
)
from intake.tui.edit import Edit
from intake.tui.frame import HeaderLine, KeyLine
from intake.tui.lines import ends, listing, titled
from intake.tui.page import Page
from intake.tui.rows import Rows
from intake.tui.search import Search
from intake.words import _

#: Cells at the sides of a line of text: padding and scroll bar.
_SIDES = 5


class Review(Screen[None]):
    """A list of all answers. `heard` is told of every turn made here."""

    ABOUT = _("Every answer by section; ○ marks what is missing, ! what needs another look, ~ what is approximate.")
    AUTO_FOCUS = "#answers"
    CSS_PATH = "review.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - as Screen declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", _("Back"), key_display="Esc"),
        Binding("enter", "change", _("Change"), key_display="Enter"),
        Binding("n", "next_gap", _("Next gap")),
        Binding("f", "gaps_first", _("Gaps first")),
        Binding("slash", "search", _("Search"), key_display="/"),
        Binding("f1", "app.help", _("Help"), key_display="F1"),
        Binding("g", "visit", _("Go to the question in the conversation"), show=False),
        Binding("t", "to_do", _("List what is still missing, and what waits on others"), show=False),
        Binding("tab", "app.focus_next", _("To the whole of a long answer, to scroll it, and back"), show=False),
        Binding("u,ctrl+z", "say('undo')", _("Undo the last answer"), key_display="u, ctrl+z", show=False),
        Binding("ctrl+y", "say('redo')", _("Redo the answer undone"), show=False),
        Binding("ctrl+p", "app.command_palette", _("All actions"), show=False),
    ]

    def __init__(self, face: Face, heard: Callable[[Turn], Awaitable[None]]) -> None:
        super().__init__()
        self._face = face
        self._heard = heard
        self._rows: Sequence[ReviewRow] = ()
        self._lines: Sequence[Line] = ()
        self._gaps_first = False
        self._drafts: dict[tuple[str, str], str] = {}
        self._summary = Static(id="summary", markup=False)
        self._search = Search(_("Words in a section, a label or an answer"), id="search")
        self._list = Rows(id="answers")
        self._title = Static(id="whole-title", markup=False)
        self._whole = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The summary, the search, the list, and the whole of the answer picked."""
        yield HeaderLine(self._face)
        yield self._summary
        yield self._search
        yield self._list
        yield self._title
        with VerticalScroll(id="whole"):
            yield self._whole
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Read the answers."""
        self._read()

    def on_resize(self) -> None:
        """Lay out what depends on the width; the list does so by itself."""
        self._sum_up()
        self._show_whole()

    def _read(self) -> None:
        """Read the answers anew. The mark stays at its answer, or in its place where gaps come first: at the next."""
        place, row = self._list.picked, self._row()
        self._rows = self._face.review()
        self._arrange(None if self._gaps_first else row, place)

    def _arrange(self, row: ReviewRow | None, place: int | None = 0) -> None:
        """Show the lines that fit what is searched for, with the mark at `row` if it is among them, else at `place`."""
        self._lines = arranged(self._rows, fitting(self._rows, self._search.value), gaps_first=self._gaps_first)
        headings = frozenset(n for n, line in enumerate(self._lines) if isinstance(line, str))
        self._list.show(self._draw, len(self._lines), headings=headings, picked=self._place(row, place or 0))
        self._sum_up()
        self._show_whole()

    def _place(self, row: ReviewRow | None, otherwise: int) -> int:
        if row is None:
            return otherwise
        same = (n for n, line in enumerate(self._lines) if isinstance(line, int) and _same(self._rows[line], row))
        return next(same, otherwise)

    def _draw(self, index: int, width: int) -> Content:
        return drawn(self._rows, self._lines[index], width)

    def _row(self) -> ReviewRow | None:
        """The answer under the mark."""
        place = self._list.picked
        line = self._lines[place] if place is not None else None
        return self._rows[line] if isinstance(line, int) else None

    def _sum_up(self) -> None:
        shown = sum(isinstance(line, int) for line in self._lines)
        told = Content(summary(self._rows, shown, self._search.value, gaps_first=self._gaps_first))
        missing = Content(still_missing(*map(len, self._face.to_do())))
        width = self.app.size.width - _SIDES
        room = told.cell_length + missing.cell_length + 2 <= width
        self._summary.update(ends(told, missing if room else Content(""), width), layout=False)

    @on(Rows.Picked)
    def _show_whole(self) -> None:
        """Show all of the answer under the mark, in as many lines as it needs, up to two fifths of the screen."""
        row, width, most = self._row(), self.app.size.width - _SIDES, max(self.app.size.height * 2 // 5 - 2, 1)
        lines = whole(row, width) if row else nothing_found(self._search.value).wrap(width)
        self._title.update(title(row, width, hidden=max(len(lines) - most, 0)) if row else "", layout=False)
        self._whole.update(Content("\n").join(lines))
        box = self.query_one("#whole")
        box.styles.height = min(len(lines), most)
        box.scroll_home(animate=False)

    @on(Rows.Chosen)
    async def action_change(self) -> None:
        """Open the answer under the mark for editing, with words left there before; signing is done at its question."""
        row = self._row()
        if row is not None and row.question == SIGNING:
            await self.action_visit()
        elif row is not None:
            draft = self._drafts.get((row.question, row.item), row.value)
            self.app.push_screen(Edit(self._face, row, draft), partial(self._edited, row))

    async def _edited(self, row: ReviewRow, outcome: Turn | str | None) -> None:
        """Take in a saved change, or keep the words of one that was left."""
        if isinstance(outcome, str):
            self._drafts[row.question, row.item] = outcome
        elif outcome is not None:
            self._drafts.pop((row.question, row.item), None)
            await self._hear(outcome)

    async def _hear(self, turn: Turn) -> None:
        await self._heard(turn)
        self._read()
        self.query_one(HeaderLine).refresh()

    async def action_say(self, words: str) -> None:
        """Undo or redo, and say what that did."""
        turn = self._face.say(words)
        await self._hear(turn)
        self.notify("\n".join(message.text for message in turn.messages), timeout=2, markup=False)

    async def action_visit(self) -> None:
        """Leave for the question of the answer under the mark."""
        row = self._row()
        if row is not None:
            await self._heard(self._face.visit(row.question, row.item))
            self.dismiss()

    def action_next_gap(self) -> None:
        """Go to the next gap, from the top again after the last."""
        place = next_gap(self._rows, self._lines, self._list.picked or 0)
        if place is not None:
            self._list.pick(place)
        self._list.focus()

    def action_gaps_first(self) -> None:
        """Put the gaps of all sections at the top, or everything in its order again."""
        self._gaps_first = not self._gaps_first
        self._arrange(None if self._gaps_first else self._row())

    def action_to_do(self) -> None:
        """List what is still missing."""
        mine, waiting = self._face.to_do()

        def draw(width: int) -> Content:
            parts = ((_("To do"), mine), (_("Waiting on others"), waiting))
            return Content("\n\n").join(titled(name, listing(items, width), width) for name, items in parts)

        self.app.push_screen(Page(self._face, _("What is still missing"), draw))

    def action_search(self) -> None:
        """Open the line to search in."""
        self._search.open()

    def action_back(self) -> None:
        """Leave the search, and then the screen."""
        if self._search.display:
            row = self._row()
            self._search.clear_away()
            self._arrange(row)
            self._list.focus()
        else:
            self.app.pop_screen()

    @on(Input.Changed)
    def _narrow_down(self) -> None:
        self._arrange(self._row())

    @on(Input.Submitted)
    def _to_list(self) -> None:
        self._list.focus()


def _same(one: ReviewRow, other: ReviewRow) -> bool:
    return (one.question, one.item) == (other.question, other.item)
