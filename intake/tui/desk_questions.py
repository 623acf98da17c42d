"""The questions for the association in all cases, each with how many have it; Enter shows those cases."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from intake.tui.frame import KeyLine
from intake.tui.lines import hanging
from intake.tui.rows import MARK, Rows
from intake.words import _

_NUMBER = 8


class DeskQuestions(Screen[None]):
    """Questions as rows of several lines; `choose` is given the one chosen."""

    ABOUT = _(
        "What the association should be asked, gathered over all cases; the number says in how many it comes up. "
        "A copy counts with the case that it is of."
    )
    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", _("Back"), key_display="Esc"),
        Binding("enter", "choose", _("Its cases"), key_display="Enter"),
        Binding("c", "copy", _("Copy all")),
        Binding("f1", "app.help", _("Help"), key_display="F1"),
    ]

    def __init__(self, questions: Sequence[tuple[str, int]], choose: Callable[[str], object]) -> None:
        super().__init__()
        self._questions = questions
        self._choose = choose
        self._rows = Rows(id="desk-questions")

    def compose(self) -> ComposeResult:
        """How many there are, and the rows."""
        said = _("Questions for the association: {n:,}").format(n=len(self._questions))
        yield Static(Content(said), id="desk-title", markup=False)
        yield self._rows
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Walk the questions."""
        self._rows.focus()

    def on_resize(self) -> None:
        """Wrap the questions for this width."""
        width = self.app.size.width - 2 * len(MARK) - 3
        drawn = [hanging(f"{count:>{_NUMBER - 2},}  ", Content(text), width) for text, count in self._questions]
        heights = [line.plain.count("\n") + 1 for line in drawn]
        at = self._rows.picked or 0
        self._rows.show(lambda index, _width: drawn[index], len(drawn), heights=heights, picked=at)

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Show the cases that have the question picked."""
        if self._rows.picked is not None:
            question = self._questions[self._rows.picked][0]
            self.dismiss()
            self._choose(question)

    def action_copy(self) -> None:
        """Copy all questions with their counts."""
        self.app.copy_to_clipboard("\n".join(f"{count}  {text}" for text, count in self._questions))
