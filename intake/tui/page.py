"""A page to read and scroll: one text under a title."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from intake.session.face import Face
from intake.tui.frame import HeaderLine, KeyLine
from intake.words import _

_SIDES = 8


class Page(Screen[None]):
    """Shows what `draw(width)` gives, at any width in cells."""

    CSS_PATH = "page.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", _("Back"), key_display="Esc"),
        Binding("f1", "app.help", _("Help"), key_display="F1"),
        Binding("ctrl+p", "app.command_palette", _("All actions")),
    ]

    def __init__(self, face: Face, title: str, draw: Callable[[int], Content]) -> None:
        super().__init__()
        self._face = face
        self._title = title
        self._draw = draw
        self._page = Static(markup=False)

    def compose(self) -> ComposeResult:
        """One long text to scroll."""
        yield HeaderLine(self._face)
        with VerticalScroll(id="page"):
            yield Static(Content.styled(self._title, "bold"), id="page-title", markup=False)
            yield self._page
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Fill the page before the first layout."""
        self.on_resize()

    def on_resize(self) -> None:
        """Lay the text out for this width."""
        self._page.update(self._draw(self.app.size.width - _SIDES))
