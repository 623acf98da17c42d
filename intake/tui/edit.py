"""The box in which one answer is changed on the review screen."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from intake.session.face import Face
from intake.session.views import ReviewRow, Turn
from intake.session.wording import labels_of
from intake.tui.answer import AnswerBox
from intake.tui.answers import capital
from intake.tui.asking import kept, named
from intake.tui.choices import Choices
from intake.words import _


class Edit(ModalScreen[Turn | str | None]):
    """Enter saves and gives the turn back. Escape leaves the answer as it was and gives the words typed, if any.

    Where the words have to be read back, that is done here: Enter once more takes them so, other words are read anew.
    """

    CSS_PATH = "edit.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, face: Face, row: ReviewRow, text: str) -> None:
        super().__init__()
        self._face = face
        self._asked = row
        self._box = AnswerBox(text, id="edit-box")
        self._problem = Static(id="edit-problem", markup=False)
        self._read_back = ""
        self._prompt = face.asked(row.question, row.item)
        self._choices = Choices(id="edit-choices")

    def compose(self) -> ComposeResult:
        """The question, its options, the box, and what Enter and Escape do."""
        with Vertical(id="edit"):
            yield Static(Content.styled(capital(self._asked.label), "bold"), markup=False)
            if self._prompt.options:
                yield self._choices
            yield self._box
            yield self._problem
            keys = _("Enter saves · Escape, or a click outside, leaves it as it was")
            yield Static(Content(keys), id="edit-keys", markup=False)

    def on_mount(self) -> None:
        """Select an answer of one line, to be typed over; put the cursor after a longer one."""
        labels = labels_of(self._prompt)
        self._choices.show(labels, several=self._prompt.kind == "choices", marked=kept(self._prompt, labels))
        if self._box.document.line_count == 1:
            self._box.select_all()
        else:
            self._box.move_cursor(self._box.document.end)

    @on(AnswerBox.Sent)
    def _save(self, event: AnswerBox.Sent) -> None:
        event.stop()
        self._answer(named(self._prompt, self._choices.labels, event.text.strip()))

    @on(Choices.Chosen)
    def _choose(self, event: Choices.Chosen) -> None:
        """One of several is written into the box; the only one that can be is the answer."""
        event.stop()
        if self._choices.several:
            self._choices.toggle(event.index)
            self._box.put(self._choices.taken)
        else:
            self._answer(self._choices.labels[event.index])

    def on_click(self, event: events.Click) -> None:
        """A click outside leaves as Escape does."""
        if event.widget is self:
            self.action_leave()

    def _answer(self, words: str) -> None:
        if words and words == self._read_back:
            self.dismiss(self._face.say(_("yes")))
            return
        turn = self._face.change(self._asked.question, self._asked.item, words)
        self._read_back = words if turn.prompt.marked and not turn.saved else ""
        problems = [message.text for message in turn.messages if message.kind == "problem"]
        if self._read_back:
            told = _("{ask} Enter says yes; or type it differently.").format(ask=turn.prompt.ask)
            self._problem.update(Content(told))
        elif problems:
            self._problem.update(Content("\n".join(problems)))
        else:
            self.dismiss(turn)

    def action_leave(self) -> None:
        """Leave the answer as it was; the words typed are there when it is opened again."""
        if self._read_back:
            self._face.say(_("no"))
        self.dismiss(self._box.text if self._box.unsent else None)
