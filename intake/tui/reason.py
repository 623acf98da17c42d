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

#: Of the lines of a terminal, the box takes nine in ten; and so many of these are not the text's.
_SHARE, _AROUND = 0.9, 8


class Reason(ModalScreen[None]):
    """The question and the text; arrows scroll it, `c` copies it."""

    CSS_PATH = "helpers.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "more", _("More"), key_display="↓ Space"),
        Binding("c", "copy", _("Copy")),
        Binding("enter", "dismiss", show=False),
        Binding("escape", "dismiss", _("Back"), key_display="Esc"),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text
        self._keys = KeyLine(self.BINDINGS[1:])

    def compose(self) -> ComposeResult:
        """The text, which scrolls where there is no room for it."""
        with Vertical(id="helper"):
            yield Static(Content(self._title), id="helper-title", markup=False)
            with VerticalScroll(id="reason"):
                yield Static(Content(self._text), markup=False)
            yield self._keys

    def on_resize(self) -> None:
        """Leave room for the keys below the text, and among them say that there is more of it."""
        self.query_one("#reason").styles.max_height = max(int(self.size.height * _SHARE) - _AROUND, 1)
        self.call_after_refresh(self._offer)

    def _offer(self) -> None:
        more = self.query_one("#reason").max_scroll_y > 0
        self._keys.offer(self.BINDINGS if more else self.BINDINGS[1:])

    def action_more(self) -> None:
        """A page further down."""
        self.query_one("#reason").scroll_page_down(animate=False)

    def action_copy(self) -> None:
        """Copy the text, and say so."""
        self.app.copy_to_clipboard(self._text)
