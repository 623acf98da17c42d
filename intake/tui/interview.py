"""The main screen: the conversation, the answer box with its choices, and where the person stands."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static, TextArea

from intake.session.face import Face, told
from intake.session.views import Message, Prompt, Turn
from intake.tui.answer import AnswerBox
from intake.tui.choices import Choices
from intake.tui.frame import HeaderLine, KeyLine
from intake.tui.lines import ends, fold
from intake.tui.panel import SidePanel
from intake.tui.transcript import Transcript
from intake.words import _

#: The narrowest terminal, in cells, that has room for the side panel.
WIDE = 100

#: Seconds without typing before the reading under the box is brought up to date.
_PAUSE = 0.08

#: An answer longer than this, in characters, goes back to the box when it could not be taken: retyping it is work.
_LONG = 80


#: The kinds of question whose options are numbered on the screen alone.
_BY_LABEL = frozenset({"yes_no", "gate", "phase"})
_DIGITS = 3


class Interview(Screen[None]):
    """One question at a time. Every answer is committed by the face before it is shown."""

    AUTO_FOCUS = "#answer"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Screen declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", _("Help"), key_display="F1"),
        Binding("ctrl+z", "say('undo')", _("Undo")),
        Binding("ctrl+b", "app.board", _("Board")),
        Binding("ctrl+r", "app.review", _("Review")),
        Binding("ctrl+p", "app.command_palette", _("All actions")),
        Binding("ctrl+q", "app.quit", _("Save and leave")),
        Binding("ctrl+y", "say('redo')", show=False),
        Binding("escape", "to_box", show=False),
    ]

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._pending: Timer | None = None
        self._laid_out_for = Size()
        self._panel: SidePanel | None = None
        turn = face.open()
        self._prompt: Prompt = turn.prompt
        self._transcript = Transcript([*face.history(), *told("", turn)], id="transcript")
        self._choices = Choices(id="choices")
        self._box = AnswerBox(id="answer")
        self._live = Static(id="live", markup=False)
        self._fold = Static(id="fold", markup=False)

    def compose(self) -> ComposeResult:
        """Everything but the side panel, which comes after the first paint."""
        yield HeaderLine(self._face)
        with Horizontal(id="body"), Vertical(id="talk"):
            yield self._transcript
            yield self._fold
            with VerticalScroll(id="options", can_focus=False):
                yield self._choices
            yield self._box
            yield self._live
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Put the question that stands, then bring the rest in."""
        self._put(self._prompt)
        self.call_after_refresh(self._show_standing)
        if self._face.draft:
            self._box.load_text(self._face.draft)
            self._box.move_cursor(self._box.document.end)
            self.notify(_("These words were not sent when you left. Enter sends them."), markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Bring in what this width has room for, once: a layout of our own sends another event of the same size."""
        if event.size != self._laid_out_for:
            self._laid_out_for = event.size
            self.call_after_refresh(self._show_standing)

    def on_screen_resume(self) -> None:
        """Coming back from another screen, the terminal may have another size."""
        self.call_after_refresh(self._show_standing)

    def on_key(self, event: events.Key) -> None:
        """Typing anywhere else returns to the box."""
        if self.has_class("-too-small"):
            return
        if event.is_printable and event.character and self.focused is not self._box:
            event.stop()
            self._box.focus()
            self._box.insert(event.character)

    async def hear(self, turn: Turn, words: str = "") -> None:
        """Show what a turn led to, wherever it was begun, and put the question that stands now."""
        if turn.over:
            self.app.exit()
            return
        with self.app.batch_update():  # one layout for all of it
            self._put(turn.prompt)
            self._show_standing()
            self.query_one(HeaderLine).refresh()
            await self._transcript.add(told(words, turn))

    async def say(self, words: str) -> None:
        """Say `words` to the face. A long answer that could not be taken goes back to the box."""
        turn = self._face.say(words)
        await self.hear(turn, words)
        if len(words) > _LONG and _refused(turn.messages):
            self._box.text = words
            self._box.move_cursor(self._box.document.end)

    @on(AnswerBox.Sent)
    async def _send(self, event: AnswerBox.Sent) -> None:
        words = self._named(event.text.strip()) or self._chosen()
        if words:
            self._box.text = ""
            await self.say(words)

    @on(AnswerBox.Pointed)
    async def _point(self, event: AnswerBox.Pointed) -> None:
        if event.key != "space":
            self._choices.move(event.key)
        elif self._choices.marked is not None:
            self._choices.toggle(self._choices.marked)

    @on(Choices.Chosen)
    async def _chosen_by_mouse(self, event: Choices.Chosen) -> None:
        await self._choose(event.index)

    @on(TextArea.Changed)
    def _read_soon(self) -> None:
        if self._pending is not None:
            self._pending.stop()
        self._pending = self.set_timer(_PAUSE, self._read)

    def _read(self) -> None:
        """Say under the box how its words would be read; while it is empty, what an answer looks like."""
        reading = self._face.live(self._box.text) if self._box.unsent else ""
        under = f"→ {reading}" if reading else "" if self._box.unsent else _hint(self._prompt)
        self._live.update(Content(under), layout=False)

    async def _choose(self, index: int) -> None:
        if self._choices.several:
            self._choices.toggle(index)
        else:
            await self.say(self._choices.labels[index])

    def _named(self, words: str) -> str:
        """The label of the option whose number was sent, where the reader knows no numbers: to yes or no."""
        number = int(words) if words.isdecimal() and len(words) < _DIGITS else 0
        if self._prompt.kind in _BY_LABEL and 1 <= number <= len(self._choices.labels):
            return self._choices.labels[number - 1]
        return words

    def _chosen(self) -> str:
        """What Enter means in the empty box: the options taken, the one marked, or the answer kept; else nothing."""
        if self._choices.picked:
            return ", ".join(self._choices.labels[index] for index in sorted(self._choices.picked))
        if self._choices.marked is not None and not self._choices.several:
            return self._choices.labels[self._choices.marked]
        return "keep" if self._prompt.current else ""

    def _put(self, prompt: Prompt) -> None:
        """Lay the question's heading, choices and hints out around the box."""
        self._prompt = prompt
        labels = _labels(prompt)
        several = prompt.kind == "choices"
        self._choices.show(labels, several=several, marked=_kept(prompt, labels))
        self._box.point_with(arrows=bool(labels), space=several)
        self._box.border_title = Content(prompt.where)
        self._read()

    def _show_standing(self) -> None:
        """Bring the side panel, or in a narrow terminal its one line, up to date."""
        if self.size.width < WIDE:
            mine, waiting = self._face.to_do()
            line = fold(self._prompt, self._face.outline(), len(mine), len(waiting))
            self._fold.update(ends(Content(line), Content(_("^b board")), self._fold.content_size.width))
        elif self._panel is None:
            self._panel = SidePanel(self._face)
            self.query_one("#body").mount(self._panel)
        else:
            self._panel.show()

    async def action_say(self, words: str) -> None:
        """Say a command by key or from the palette; what is typed stays."""
        await self.say(words)

    def action_to_box(self) -> None:
        """Go back to the answer box."""
        self._box.focus()

    def action_page(self, direction: int) -> None:
        """Scroll the conversation."""
        self._transcript.page(direction)


def _labels(prompt: Prompt) -> list[str]:
    """The labels of the choices, in order, and "not sure" where it may be said in place of one."""
    labels = [option.label for option in prompt.options]
    return [*labels, _("Not sure")] if labels and prompt.unsure and prompt.kind != "choices" else labels


def _kept(prompt: Prompt, labels: list[str]) -> int | None:
    """The index of the choice kept so far, or marked from the start; None where none is, or where several may be."""
    folded = [label.casefold() for label in labels]
    current = (prompt.current or prompt.marked).casefold()
    return folded.index(current) if current in folded and prompt.kind != "choices" else None


def _hint(prompt: Prompt) -> str:
    """The dim line while nothing is typed."""
    if prompt.current:
        return _("Now: {answer}. Enter keeps it.").format(answer=prompt.current)
    if prompt.marked:
        return _("Enter takes {answer}; or say no, or what is different.").format(answer=prompt.marked)
    if prompt.example:
        return _("for example: {example}").format(example=prompt.example)
    return _("Mark all that fit, by number or with the space bar; Enter sends.") if prompt.kind == "choices" else ""


def _refused(messages: Sequence[Message]) -> bool:
    return any(message.kind == "problem" for message in messages)
