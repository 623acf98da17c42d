"""What is shown in place of everything else while the terminal is too small."""

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from intake.words import _


class TooSmall(ModalScreen[None]):
    """Stays until the terminal grows; nothing typed meanwhile goes anywhere."""

    DEFAULT_CSS = """
    TooSmall { align: center middle; color: $foreground; background: $background; }
    TooSmall Static { text-align: center; }
    """

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Static(Content(_("This terminal is too small. Make it at least 40 × 10. All is saved.")), markup=False)
