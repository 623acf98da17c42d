"""What is shown in place of everything else while the terminal is too small."""

from textual.content import Content
from textual.widgets import Static

from intake.words import _


class TooSmall(Static):
    """One sentence, over a screen whose other parts are hidden; nothing typed meanwhile goes anywhere."""

    DEFAULT_CSS = """
    TooSmall { width: 1fr; height: 1fr; content-align: center middle; text-align: center; }
    """

    def __init__(self) -> None:
        super().__init__(
            Content(_("This terminal is too small. Make it at least 40 × 10. All is saved.")), markup=False
        )
