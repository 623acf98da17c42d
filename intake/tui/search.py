"""The line in which one searches a list while it stays in sight."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from intake.text import visible

_LONGEST = 200


class Search(Input):
    """One line; what it holds is always safe to show. Hidden until it is opened; Enter and Down lead to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "submit", show=False)]

    def __init__(self, hint: str, *, id: str) -> None:
        super().__init__(placeholder=hint, id=id, max_length=_LONGEST, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self.display = False

    def validate_value(self, value: str) -> str:
        """Show control characters instead of obeying them."""
        return visible(value, one_line=True)

    def open(self) -> None:
        """Show it, and type in it."""
        self.display = True
        self.focus()

    def clear_away(self) -> None:
        """Empty it and hide it."""
        self.value = ""
        self.display = False
