"""What is painted first, while the case is being opened: reading the pack and the log waits for this one frame."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from intake.words import _

if TYPE_CHECKING:
    from intake.session.face import Face


class Opening(Screen[None]):
    """The program's name and one line. It opens the case after the first paint and says how that went."""

    class Opened(Message):
        """The case is open."""

        def __init__(self, face: "Face") -> None:
            super().__init__()
            self.face = face

    class Failed(Message):
        """The case could not be opened."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def __init__(self, opening: Callable[[], "Face"]) -> None:
        super().__init__()
        self._opening = opening

    def compose(self) -> ComposeResult:
        """The frame."""
        yield Static(Content.assemble(("intake", "bold"), "   ", _("Opening …")), id="opening")

    def on_mount(self) -> None:
        """Open once this has been painted."""
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        try:
            face = self._opening()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again once the terminal is restored
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Opened(face))
