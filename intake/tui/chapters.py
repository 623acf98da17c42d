"""A box over a demonstration with its chapters, to go to one of them."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from intake.demo.player import Player
from intake.tui.frame import KeyLine
from intake.tui.lines import fit
from intake.tui.rows import Rows
from intake.words import _


class Chapters(ModalScreen[int | None]):
    """The chapters; gives the index of the one chosen, None for none."""

    ABOUT = _("The chapters: arrows or a number pick one, and Enter begins it, with all that comes before it said.")
    AUTO_FOCUS = "#chapters"
    CSS_PATH = ["helpers.tcss", "demo.tcss"]  # noqa: RUF012 - as Screen declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", _("Begin there"), key_display="Enter"),
        Binding("escape", "dismiss", _("Back"), key_display="Esc"),
    ]

    def __init__(self, player: Player) -> None:
        super().__init__()
        self._player = player
        self._rows = Rows(id="chapters")
        self._number = ""

    def compose(self) -> ComposeResult:
        """The list, with the mark at the chapter that plays."""
        with Vertical(id="helper"):
            yield Static(Content(self._player.script.title), id="helper-title", markup=False)
            yield self._rows
            yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Fill the list."""
        titles = [chapter.title for chapter in self._player.script.chapters]
        self._rows.show(lambda index, width: fit(titles[index], width), len(titles), picked=self._player.chapter)

    def on_key(self, event: events.Key) -> None:
        """A number puts the mark at the chapter of that number, digit by digit."""
        if event.character is None or not event.character.isdecimal():
            self._number = ""
            return
        for number in (self._number + event.character, event.character):
            if 1 <= int(number) <= self._rows.count:
                self._number = number
                self._rows.pick(int(number) - 1)
                return

    def action_choose(self) -> None:
        """Choose the chapter under the mark, by a click on the key."""
        self._rows.action_choose()

    @on(Rows.Chosen)
    def _go(self, event: Rows.Chosen) -> None:
        self.dismiss(event.index)
