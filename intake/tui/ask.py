"""A box over a screen that asks for a few words, such as another title."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from intake.tui.answer import AnswerBox
from intake.words import _


class Ask(ModalScreen[None]):
    """Enter gives the words to `take`, which says what is wrong with them, or nothing; then the box closes."""

    CSS_PATH = "edit.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.pop_screen", show=False)]

    def __init__(self, question: str, take: Callable[[str], str], *, text: str = "", keys: str = "") -> None:
        super().__init__()
        self._question = question
        self._take = take
        self._keys = keys or _("Enter saves · Escape leaves it as it was")
        self._box = AnswerBox(text, id="edit-box")
        self._box.placeholder = Content("")
        self._problem = Static(id="edit-problem", markup=False)

    def compose(self) -> ComposeResult:
        """The question, the box, and what Enter and Escape do."""
        with Vertical(id="edit"):
            yield Static(Content.styled(self._question, "bold"), markup=False)
            yield self._box
            yield self._problem
            yield Static(Content(self._keys), id="edit-keys", markup=False)

    def on_mount(self) -> None:
        """Select the words, to be typed over."""
        self._box.focus()
        self._box.select_all()

    @on(AnswerBox.Changed)
    def _forget_the_problem(self) -> None:
        self._problem.update()

    @on(AnswerBox.Sent)
    def _send(self, event: AnswerBox.Sent) -> None:
        event.stop()
        problem = self._take(event.text.strip())
        if problem:
            self._problem.update(Content(problem))
        else:
            self.dismiss()
