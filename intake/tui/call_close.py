"""The close of a call: composed of the verdicts, reworded as staff like, said aloud, and kept."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from intake.prescreen.closing import GAPS, Close, gap_part
from intake.session.calling import Call
from intake.tui.answer import AnswerBox
from intake.tui.frame import HeaderLine, KeyLine
from intake.words import _


class CallClose(Screen[None]):
    """A box for each part of the close. Enter goes to the next, and at the last one ends the call."""

    ABOUT = _("The close: levels worth exploring, two gaps, one next step. Say them, reword them, and end the call.")
    CSS_PATH = "call_close.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", _("Next; at the last, end the call"), key_display="Enter"),
        Binding("ctrl+g", "hang_up", _("End the call")),
        Binding("escape", "back", _("Back to the call"), key_display="Esc"),
        Binding("f1", "app.help", _("Help"), show=False),
    ]

    def __init__(self, call: Call, ended: Callable[[], None]) -> None:
        super().__init__()
        self._call, self._after = call, ended
        said = call.closing()
        gaps = [*said.gaps, *[""] * (GAPS - len(said.gaps))]
        parts = [(_("Levels worth exploring"), said.levels)]
        parts += [(_("Gap {n}").format(n=n), gap) for n, gap in enumerate(gaps, start=1)]
        parts += [(_("Next step"), said.action)]
        self._parts = ["levels", *(gap_part(n) for n in range(len(gaps))), "action"]
        self._boxes = [_box(n, title, text) for n, (title, text) in enumerate(parts)]
        self._given = [box.text for box in self._boxes]
        self._problem = Static(id="close-problem", markup=False)

    def compose(self) -> ComposeResult:
        """The words to say, and the boxes."""
        yield HeaderLine(self._call.session)
        with VerticalScroll(id="close", can_focus=False):
            yield Static(Content.styled(self._call.sheet.closing, "bold"), markup=False)
            yield from self._boxes
            yield self._problem
            yield Static(Content(self._call.case.pack.edition.disclaimer), markup=False)
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Begin at the first part, after its words."""
        for one in self._boxes:
            one.move_cursor(one.document.end)
        self.set_focus(self._boxes[0])

    @on(AnswerBox.Sent)
    def action_next(self) -> None:
        """Go to the next part; at the last one end the call."""
        at = next((n for n, box in enumerate(self._boxes) if box is self.focused), 0)
        if at + 1 < len(self._boxes):
            self.set_focus(self._boxes[at + 1])
        else:
            self.action_hang_up()

    def action_back(self) -> None:
        """Back to the call; what was reworded is kept for when it is closed."""
        parts = zip(self._parts, self._boxes, self._given, strict=True)
        self._call.wording |= {part: box.text.strip() for part, box, given in parts if box.text != given}
        self.dismiss()

    def action_hang_up(self) -> None:
        """End the call with the close as it stands in the boxes."""
        levels, *gaps, action = [box.text.strip() for box in self._boxes]
        said = self._call.hang_up(Close(levels, tuple(gaps), action))
        problems = [message.text for message in said if message.kind == "problem"]
        if problems:
            self._problem.update(Content("\n".join(problems)))
        else:
            self._after()
            self.dismiss()

    def action_page(self, direction: int) -> None:
        """Scroll what does not fit."""
        self.query_one("#close").scroll_relative(y=direction, animate=False)


def _box(n: int, title: str, text: str) -> AnswerBox:
    box = AnswerBox(text, id=f"close-{n}")
    box.border_title = Content(title)
    box.placeholder = Content("")
    return box
