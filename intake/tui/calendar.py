"""A calendar over the interview: months of a year first, days on demand; it puts words into the answer box."""

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from intake.tui.almanac import COLUMNS, MONTHS, WEEKDAYS, Page, begun, in_year, moved, weeks, with_days, words
from intake.tui.frame import KeyLine
from intake.tui.lines import MUTED
from intake.tui.rows import MARK
from intake.words import _

_MONTH_WIDTH = 11
_DAY_WIDTH = 4
_HEAD = 2
_YEAR_DIGITS = 4
_NOW = Binding("n", "now", _("Until now"))


class Sheet(Widget):
    """Draws a page; the mark stands before what Enter takes. A click takes what is under the mouse."""

    ALLOW_SELECT = False

    page: reactive[Page] = reactive(Page(2000, 1), layout=True)

    class Taken(Message):
        """A month or a day was clicked."""

    def render(self) -> RenderResult:
        """The title, the heads of the columns, and the cells."""
        page = self.page
        title = f"{MONTHS[page.month - 1]} {page.year}" if page.day else str(page.year)
        heads = "".join(name.rjust(_DAY_WIDTH) for name in WEEKDAYS) if page.day else ""
        cells = list(self._cells())
        rows = range(_HEAD, cells[-1][0].y + 1)
        drawn = (Content("").join(self._cell(*cell) for cell in cells if cell[0].y == y) for y in rows)
        return Content("\n").join([Content.styled(f"‹ {title} ›", "bold"), Content.styled(heads, MUTED), *drawn])

    def on_click(self, event: events.Click) -> None:
        """Take the month or the day; the ends of the title turn the page."""
        at = event.get_content_offset_capture(self)
        if at.y == 0:
            self.page = moved(self.page, "pageup" if at.x < _HEAD else "pagedown")
            return
        for region, text, page in self._cells():
            if text and region.contains_point(Offset(at.x, at.y)):
                self.page = page
                self.post_message(self.Taken())

    def _cell(self, region: Region, text: str, page: Page) -> Content:
        picked = bool(text) and page == self.page
        cell = Content(f"{MARK if picked else '  '}{text}")
        return (cell.stylize("bold reverse") if picked else cell).truncate(region.width, pad=True)

    def _cells(self) -> Iterator[tuple[Region, str, Page]]:
        """Every cell: where it stands, what it says (nothing for a day of another month), and its page."""
        page = self.page
        if not page.day:
            for index, name in enumerate(MONTHS):
                y, x = divmod(index, COLUMNS)
                yield Region(x * _MONTH_WIDTH, _HEAD + y, _MONTH_WIDTH, 1), name, Page(page.year, index + 1)
            return
        for y, week in enumerate(weeks(page)):
            for x, day in enumerate(week):
                text = str(day).rjust(2) if day else ""
                yield Region(x * _DAY_WIDTH, _HEAD + y, _DAY_WIDTH, 1), text, Page(page.year, page.month, day)


class Calendar(ModalScreen[str | None]):
    """Gives the date in words, or of a span both ends; None where it was left with Escape. It sends nothing."""

    ABOUT = _("The calendar: it puts a date into the answer box, where Enter sends it")
    CSS_PATH = "helpers.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", _("Take it"), key_display="Enter"),
        Binding("d", "days", _("Days")),
        Binding("y", "year", _("Year alone")),
        _NOW,
        Binding("pageup", "move('pageup')", show=False),
        Binding("pagedown", "move('pagedown')", show=False),
        Binding("escape", "leave", _("Back"), key_display="Esc"),
        *(Binding(key, f"move('{key}')", show=False) for key in ("left", "right", "up", "down")),
    ]

    def __init__(self, said: str, today: dt.date, *, span: bool) -> None:
        super().__init__()
        self._span = span
        self._start = ""
        self._typed = ""
        self._sheet = Sheet(id="sheet")
        self._sheet.set_reactive(Sheet.page, begun(said, today))
        self._title = Static(id="helper-title", markup=False)
        self._hint = Static(id="helper-hint", markup=False)

    def compose(self) -> ComposeResult:
        """What is asked, the page, and the keys."""
        with Vertical(id="helper"):
            yield self._title
            yield self._sheet
            yield self._hint
            yield KeyLine([key for key in self.BINDINGS if self._span or key != _NOW])

    def on_mount(self) -> None:
        """Say what is asked."""
        self._say()

    def on_key(self, event: events.Key) -> None:
        """Four digits go to a year."""
        if event.character is None or not event.character.isdecimal() or not event.character.isascii():
            self._typed = ""
            return
        event.stop()
        self._typed += event.character
        if len(self._typed) == _YEAR_DIGITS:
            self._sheet.page = in_year(self._sheet.page, int(self._typed))
            self._typed = ""
        self._say()

    @on(Sheet.Taken)
    def action_take(self) -> None:
        """Take what is marked."""
        self._take(words(self._sheet.page))

    def action_year(self) -> None:
        """Take the year alone."""
        self._take(str(self._sheet.page.year))

    def action_now(self) -> None:
        """Of a span whose start is taken: it goes on."""
        if self._start:
            self._take(_("now"))

    def action_days(self) -> None:
        """Show the days of the month, or the months again."""
        self._sheet.page = with_days(self._sheet.page, days=not self._sheet.page.day)
        self._say()

    def action_move(self, key: str) -> None:
        """Walk by a key."""
        self._sheet.page = moved(self._sheet.page, key)
        self._say()

    def action_leave(self) -> None:
        """A level back: from days to months, from the end to the start, and out."""
        if self._sheet.page.day:
            self.action_days()
        elif self._start:
            self._start = ""
            self._say()
        else:
            self.dismiss(None)

    def _take(self, said: str) -> None:
        if self._span and not self._start:
            self._start = said
            self._sheet.page = with_days(self._sheet.page, days=False)
            self._say()
        else:
            self.dismiss(f"{self._start} – {said}" if self._start else said)

    def _say(self) -> None:
        ask = _("When did it begin?") if self._span else _("Which month, or which day?")
        if self._start:
            ask = _("From {start}. Until when? n: until now").format(start=self._start)
        self._title.update(Content(ask))
        typed = _("Year: {digits}…").format(digits=self._typed)
        self._hint.update(Content(typed if self._typed else _("Page Up, Down · or type a year")))
