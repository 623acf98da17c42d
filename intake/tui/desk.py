"""The desk: all cases as rows to search, filter and order, with all that is known of the one picked below them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from time import monotonic
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from intake.collecting import keep
from intake.journal.errors import JournalError
from intake.session.desk import Desk
from intake.session.desk_forms import page
from intake.session.desk_rows import DeskRow, Rows, searched
from intake.session.desk_wish import Wish, next_order, next_side, place, said, wished
from intake.tui.ahead import Typed
from intake.tui.desk_lines import head, page_lines, row_line
from intake.tui.frame import KeyLine
from intake.tui.rows import MARK
from intake.tui.rows import Rows as RowList
from intake.tui.search import Search
from intake.words import _

#: So many cases are there with the first frame; the others are read beside it.
_AT_ONCE = 200
#: Seconds after which it is asked whether another program has written; reading anew is at rest ten times as long.
_LOOK, _REST = 2.0, 10


class DeskScreen(Screen[None]):
    """The cases; looking at those that have changed goes on beside it, and each row follows."""

    ABOUT = _("The desk: every case and call on this computer, what each waits for, what is due, and who has it.")
    CSS_PATH = "desk.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-middle"), (30, "-tall")]  # noqa: RUF012 - as Screen declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", _("Open"), key_display="Enter"),
        Binding("slash", "search", _("Search"), key_display="/"),
        Binding("w", "waiting", _("Waiting for")),
        Binding("s", "order", _("Order"), show=False),
        Binding("g", "give", _("Hand over")),
        Binding("q", "questions", _("Questions")),
        Binding("n", "begin", _("Begin a new case"), show=False),
        Binding("c", "call", _("Take a call"), show=False),
        Binding("l", "log", _("Who did what in it, and back"), show=False),
        Binding("f5", "reload", _("Read the list anew"), key_display="F5", show=False),
        Binding("f1", "app.help", _("Help"), key_display="F1", show=False),
        Binding("escape", "back", _("End the search, then the filter"), key_display="Esc", show=False),
        Binding("ctrl+q", "app.quit", _("Leave"), key_display="ctrl+q"),
    ]

    @dataclass
    class Chosen(Message):
        """A case is to be opened, a new one where `case` is empty; on the call sheet where it is a `call`.

        `wish` is what one comes back to, and `typed` what was typed since, which is for the case.
        """

        case: str
        wish: Wish
        call: bool = False
        typed: tuple[Typed, ...] = ()

    def __init__(self, desk: Desk, wish: Wish, notice: str = "") -> None:
        super().__init__()
        self._desk, self._wish, self._notice = desk, wish, notice
        self._all: list[DeskRow] = []
        #: all that fit but for the search, in their order, and of them those that were found
        self._fitting: Rows = ()
        self._found: Rows = ()
        self._newer: dict[str, DeskRow] = {}
        self._total = self._left = 0
        self._rests_until = 0.0
        self._log = False
        self._title = Static(id="desk-title", markup=False)
        self._head = Static(id="desk-head", markup=False)
        self._search = Search(_("A name, an address, a colleague, what is missing"), id="desk-search")
        self._rows = RowList(id="desk-rows")
        self._page = Static(id="desk-page", markup=False)

    def compose(self) -> ComposeResult:
        """The title, the search box, which is hidden until it is asked for, the rows, and the case picked."""
        yield self._title
        yield self._search
        yield self._head
        yield self._rows
        with VerticalScroll(id="desk-below"):
            yield self._page
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Read the cases, stand where one stood, and look at those that have changed."""
        if self._wish.search:
            with self.prevent(Input.Changed):
                self._search.value = self._wish.search
            self._search.display = True
        self._rows.focus()
        self._all, self._total = self._desk.first(_AT_ONCE), self._desk.count()
        self._show()
        self.call_after_refresh(self._read)
        self.set_interval(_LOOK, self._follow)
        if self._notice:
            self.notify(self._notice, severity="warning", markup=False)

    def on_resize(self) -> None:
        """Lay the head and the case picked out for this width, once it is known how much the rows have."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        self._head.update(Content(" " * len(MARK)) + head(self._width()))
        self._show_page()

    def _width(self) -> int:
        return self._rows.scrollable_content_region.width - len(MARK)

    def action_reload(self) -> None:
        """Read the list anew, and look at every case that has changed."""
        self._read()

    def _follow(self) -> None:
        """Read the list anew where a colleague, or another window, has written."""
        if not self._left and monotonic() > self._rests_until and self._desk.moved():
            self._read()

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        """Read all cases and look at what has changed, over a connection of its own, until the desk is left."""
        worker, began = get_current_worker(), monotonic()
        try:
            with self._desk.beside() as desk:
                self.app.call_from_thread(self._have, desk.rows(), desk.outdated())
                self._rests_until = monotonic() + _REST * (monotonic() - began)
                for cases in desk.refresh():
                    if worker.is_cancelled:
                        return
                    self.app.call_from_thread(self._looked, desk.rows_of(cases))
        except JournalError as error:
            self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)

    def _have(self, rows: list[DeskRow], left: int) -> None:
        """Show all cases, of which `left` are still to be looked at."""
        self._all, self._left, self._total = rows, left, len(rows)
        keep()
        self._newer.clear()
        self._show()

    def _looked(self, rows: Iterable[DeskRow]) -> None:
        """Show what was seen where each row stands; the order is as it was until another is asked for."""
        seen = {row.id: row for row in rows}
        self._newer |= seen
        self._left = max(self._left - len(seen), 0)
        if not self._left:
            self._show()
            return
        self._rows.redraw()
        self._say()
        self._show_page()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        before = self._wish
        self._wish = replace(before, search=event.value)
        grown = before.search and event.value.startswith(before.search)
        self._show(self._found if grown else self._fitting)  # who types on finds fewer of the same

    def _wishes(self, **changes: object) -> None:
        self._wish = replace(self._wish, **changes)  # type: ignore[arg-type]
        self._show()

    def _show(self, among: Rows | None = None) -> None:
        """Show what is wished for, of all cases or of those `among` which it is, at the case that was picked before."""
        if self._newer:
            self._all = [self._newer.get(row.id, row) for row in self._all]
            self._newer.clear()
            among = None
        wish, at = self._wish, self._picked()
        asking = self._desk.asking(wish.question) if wish.question else None
        if among is None:  # sorted once, and not at each letter
            self._fitting = wished(self._all, replace(wish, search=""), self._desk.as_of, asking)
        self._found = searched(self._fitting if among is None else among, wish.search)
        self._say()
        self._rows.show(self._draw, len(self._found), picked=place(self._found, at, wish))
        if not self._found:
            self._show_page()  # no row comes under the mark, which would show it

    def _draw(self, index: int, width: int) -> Content:
        return row_line(self._now(self._found[index]), width, self._desk.as_of, self._wish.whom)

    def _now(self, row: DeskRow) -> DeskRow:
        return self._newer.get(row.id, row)

    def _say(self) -> None:
        if len(self._all) < self._total:
            self._title.update(Content(_("Cases: {n:,} · reading them …").format(n=self._total)))
        else:
            self._title.update(Content(said(self._found, self._total, self._wish, self._left)))

    def _picked(self) -> DeskRow | None:
        at = self._rows.picked
        return None if at is None or at >= len(self._found) else self._now(self._found[at])

    @on(RowList.Picked)
    def _show_page_after(self) -> None:
        self.call_after_refresh(self._show_page)  # the rows are there first

    def _show_page(self) -> None:
        row = self._picked()
        if self._width() <= 0:
            return  # before the first layout
        if row is None:
            self._page.update(Content(_("No case fits.") if self._all else _("There are no cases yet. n begins one.")))
            return
        try:
            parts = (
                [(row.title, self._desk.deeds(row.id))]
                if self._log
                else page(row, self._desk.more(row.id), self._desk.as_of, self._desk.opened_by(row.id))
            )
        except JournalError as error:
            parts = [("", [row.title, str(error)])]
        self._page.update(page_lines(parts, self._width()))

    @on(Input.Submitted)
    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Open the case picked, unless a colleague has it."""
        row = self._picked()
        if row is None:
            return
        try:
            self._desk.must_be_free(row.id)
        except JournalError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self.post_message(self.Chosen(row.id, replace(self._wish, picked=row.id), call=_is_call(row)))

    def action_begin(self) -> None:
        """Begin a new case."""
        self.post_message(self.Chosen("", self._wish))

    def action_call(self) -> None:
        """Take a call: a new case, begun with the call sheet."""
        self.post_message(self.Chosen("", self._wish, call=True))

    def action_search(self) -> None:
        """Show the search box; what is typed there narrows the rows."""
        self._search.open()

    def action_waiting(self) -> None:
        """Only the cases that wait for something from one side; the next one each time, then all again."""
        self._wishes(whom=next_side(self._wish))

    def action_order(self) -> None:
        """Another order."""
        self._wishes(order=next_order(self._wish))

    def action_log(self) -> None:
        """Who did what in the case picked, in place of what it waits for; and back."""
        self._log = not self._log
        self._show_page()

    def action_give(self) -> None:
        """Hand the case picked to a colleague."""
        from intake.tui.desk_giving import ask

        row = self._picked()
        if row is not None:
            ask(self.app, row.title, self._desk.as_of, lambda *handed: self._given(row.id, *handed))

    def _given(self, case: str, name: str, note: str, due: dt.date | None) -> None:
        self.notify(self._desk.give(case, name, note, due), markup=False)
        self.action_reload()

    def action_questions(self) -> None:
        """The questions for the association over all cases; one chosen shows its cases."""
        from intake.tui.desk_questions import DeskQuestions

        self.app.push_screen(DeskQuestions(self._desk.questions(self._all), lambda asked: self._wishes(question=asked)))

    def action_back(self) -> None:
        """End the search, else what else was wished for."""
        if self._search.display:
            self._search.clear_away()
            self._rows.focus()
        else:
            self._wishes(whom=None, question="")


def _is_call(row: DeskRow) -> bool:
    return row.brief is not None and row.brief.kind == "call"
