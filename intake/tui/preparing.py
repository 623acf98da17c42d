"""What stands on the screen while the cases of a demonstration are made."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from intake.demo.script import Script
from intake.session.face import Face
from intake.tui.opening import Opening
from intake.words import _


class Preparing(Opening):
    """The first frame of a demonstration."""

    def __init__(self, opening: Callable[[], Face], scripts: Sequence[Script]) -> None:
        super().__init__(opening)
        self._titles = [script.title for script in scripts]

    def compose(self) -> ComposeResult:
        """What is to be played."""
        told = _("Preparing: {titles}").format(titles=" · ".join(self._titles))
        yield Static(Content.assemble(("intake demo", "bold"), "   ", told), id="opening")
