"""The box that answers are typed in: many lines, Enter sends, and nothing in it that the terminal would obey."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message as Event
from textual.widgets import TextArea

from intake.text import LONGEST_ANSWER, visible
from intake.words import _

_BREAKS = {"ctrl+j", "shift+enter"}
_CORNER = 3
_ARROWS = {"left", "right", "up", "down"}


class AnswerBox(TextArea):
    """A TextArea that posts `Sent` on Enter, and `Pointed` for the keys that choose while it is empty."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "screen.page(-1)", show=False),
        Binding("pagedown", "screen.page(1)", show=False),
    ]

    @dataclass
    class Sent(Event):
        """Enter was pressed; `text` is all that the box holds."""

        text: str

    @dataclass
    class Pointed(Event):
        """An arrow or the space bar was pressed in the empty box."""

        key: str

    @dataclass
    class Pasted(Event):
        """Something was pasted into the empty box; `text` is as the box holds it."""

        text: str

    def __init__(self, text: str = "", *, id: str, clears: bool = False) -> None:
        super().__init__(visible(text), id=id, highlight_cursor_line=False, placeholder=Content(_("Type your answer")))
        self.cursor_blink = False
        #: Whether it is empty at once when its words are sent, so that what is typed meanwhile is the next answer.
        self._clears = clears
        self.tell("")
        self._given = self.text.strip()
        #: The keys that point at options while the box is empty; others are typed.
        self.pointers: frozenset[str] = frozenset()

    @property
    def unsent(self) -> bool:
        """Whether it holds words that are neither sent nor what it was given to begin with."""
        return self.text.strip() not in {"", self._given}

    def point_with(self, *, arrows: bool, space: bool) -> None:
        """While the box is empty, let arrows and the space bar point. A digit is typed: "20 hours" begins with one.

        Up and down always point, as there is nothing to walk in.
        """
        self.pointers = frozenset((_ARROWS if arrows else {"up", "down"}) | ({"space"} if space else set()))

    def put(self, words: str) -> None:
        """Hold `words` instead, with the cursor after them; undo gives back what was there."""
        self.history.checkpoint()
        self.replace(visible(words), self.document.start, self.document.end, maintain_selection_offset=False)
        self.history.checkpoint()
        self.move_cursor(self.document.end)

    def on_key(self, event: events.Key) -> None:
        """Send, break the line, or point; every other key is left to the TextArea."""
        if event.key == "enter":
            self._send()
        elif event.key in _BREAKS:
            self.replace("\n", *self.selection, maintain_selection_offset=False)
        elif event.key in self.pointers and not self.text:
            self.post_message(self.Pointed(event.key))
        else:
            return
        event.stop()
        event.prevent_default()

    def tell(self, words: str) -> None:
        """Say `words` on the lower border, before the word that sends."""
        self.border_subtitle = Content(" · ".join(part for part in (words, _("Send")) if part))

    def on_click(self, event: events.Click) -> None:
        """Send, where the word on the lower border is clicked: the mouse has no Enter."""
        start = self.outer_size.width - Content(_("Send")).cell_length - _CORNER
        if event.y == self.outer_size.height - 1 and event.x >= start:
            event.stop()
            self._send()

    def _send(self) -> None:
        text = self.text
        if self._clears:
            self.text = ""
        self.post_message(self.Sent(text))

    def on_paste(self, event: events.Paste) -> None:
        """Take a paste with all its lines, its control characters made visible; refuse what no answer can hold."""
        event.stop()
        event.prevent_default()
        if len(event.text) > LONGEST_ANSWER:
            self.notify(_too_long(len(event.text)), severity="warning", markup=False)
        else:
            alone = not self.text
            self.replace(visible(event.text), *self.selection, maintain_selection_offset=False)
            if alone:
                self.post_message(self.Pasted(self.text))

    def action_paste(self) -> None:
        """Paste what was copied in this program."""
        self.replace(visible(self.app.clipboard), *self.selection, maintain_selection_offset=False)

    def action_undo(self) -> None:
        """Take typing back; with nothing typed, let the screen take the last answer back."""
        if not self.text:
            raise SkipAction
        self.undo()

    def action_redo(self) -> None:
        """Do typing again; with none taken back, let the screen do an answer again."""
        if not self.history.redo_stack:
            raise SkipAction
        self.redo()


def _too_long(length: int) -> str:
    return _("That is {length:,} characters, and one answer can hold {most:,}. Nothing was pasted.").format(
        length=length, most=LONGEST_ANSWER
    )
