"""A box over the interview with one text to read, such as why a question is asked."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from intake.tui.frame import KeyLine
from intake.words import _


class Reason(ModalScreen[None]):
    """The question and the text; arrows scroll it, `c` copies it."""

    CSS_PATH = "helpers.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", _("Copy")),
        Binding("enter", "dismiss", show=False),
        Binding("escape", "dismiss", _("Back"), key_display="Esc"),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """The text, which scrolls where there is no room for it."""
        with Vertical(id="helper"):
            yield Static(Content(self._title), id="helper-title", markup=False)
            with VerticalScroll(id="reason"):
                yield Static(Content(self._text), markup=False)
            yield KeyLine(self.BINDINGS)

    def action_copy(self) -> None:
        """Copy the text, and say so."""
        self.app.copy_to_clipboard(self._text)
