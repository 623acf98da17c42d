"""What is shown in place of everything else while the terminal is too small."""

from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from intake.words import _

#: The smallest terminal that the screens are laid out for, in columns and lines.
SMALLEST = (40, 10)


class TooSmall(Static):
    """One sentence, over a screen whose other parts are hidden; nothing typed meanwhile goes anywhere."""

    DEFAULT_CSS = """
    TooSmall { width: 1fr; height: 1fr; content-align: center middle; text-align: center; }
    """

    def __init__(self, focused: Widget | None) -> None:
        """`focused` is what has the focus before it is hidden, which takes that away."""
        self.focused = focused
        super().__init__(
            Content(_("This terminal is too small. Make it at least 40 × 10. All is saved.")), markup=False
        )


def cover(screen: Screen[object], size: Size) -> None:
    """Cover `screen` while a terminal of `size` is too small for it; afterwards the focus is where it was."""
    small = size.width < SMALLEST[0] or size.height < SMALLEST[1]
    screen.set_class(small, "-too-small")
    signs = screen.query(TooSmall)
    if small and not signs:
        screen.mount(TooSmall(screen.focused))
    elif not small:
        for sign in signs:
            if sign.focused is not None:
                screen.call_after_refresh(sign.focused.focus)
        signs.remove()
