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
from textual.widgets import TextArea

from intake.session.face import Face, told
from intake.session.views import Message, Prompt, Turn
from intake.session.wording import labels_of
from intake.tui.answer import AnswerBox
from intake.tui.asking import aimed, hint, kept, named, refused
from intake.tui.choices import Choices
from intake.tui.frame import HeaderLine, KeyLine
from intake.tui.helpers import Helpers
from intake.tui.long_work import LongWork, leave
from intake.tui.picked import Picked
from intake.tui.rows import Rows
from intake.tui.surroundings import WIDE, Surroundings
from intake.tui.transcript import Transcript
from intake.tui.under import Under
from intake.words import _

#: The lowest terminal, in lines, that has room for the list being built.
TALL = 30
#: Under this many rows, choices scroll.
_LOW = 20
#: Seconds without typing before the reading under the box is brought up to date.
_PAUSE = 0.08

#: An answer longer than this, in characters, goes back to the box when it could not be taken: retyping it is work.
_LONG = 80


_BOARD = Binding("ctrl+b", "app.board", _("Board"))


class Interview(Screen[None]):
    """One question at a time. Every answer is committed by the face before it is shown."""

    AUTO_FOCUS = "#answer"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Screen declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (_LOW, "-short"), (TALL, "-tall")]  # noqa: RUF012 - as Screen declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", _("Help"), key_display="F1"),
        Binding("ctrl+z", "say('undo')", _("Undo")),
        _BOARD,
        Binding("ctrl+r", "app.review", _("Review")),
        Binding("ctrl+p", "app.command_palette", _("All actions")),
        Binding("ctrl+q", "app.quit", _("Save and leave")),
        Binding("ctrl+y", "say('redo')", show=False),
        Binding("ctrl+up", "walk", show=False),
        Binding("f2", "calendar", show=False),
        Binding("f3", "file", show=False),
        Binding("f4", "list", show=False),
        Binding("escape", "to_box", show=False),
    ]

    def __init__(self, face: Face, *, takes_draft: bool = True, turn: Turn | None = None) -> None:
        """Talk to `face`; words that were not sent the last time go into the box, unless another screen takes them.

        `turn` is how it is opened, where it was already.
        """
        super().__init__()
        self._face, self._draft = face, face.draft if takes_draft else ""
        self._pending: Timer | None = None
        #: whether the words of the last time are in the box, so that it can be asked what is not sent
        self.ready = False
        #: whether the focus is on its way to the box
        self._returning = False
        self._laid_out_for = Size()
        turn = turn or face.open()
        self._prompt: Prompt = turn.prompt
        self._transcript = Transcript([*face.history(), *told("", turn)], id="transcript")
        self._choices = Choices(id="choices")
        self._box = AnswerBox(id="answer", clears=True)
        self._under = Under(id="live")
        self._answering = [key for key in self.BINDINGS if face.judged or key is not _BOARD]
        self._keys = KeyLine(self._answering)
        self._picked = Picked(self, face, self.hear)
        self._helpers = Helpers(self, face, self._box)
        self._around = Surroundings(self, face)
        self._long = LongWork(face, self._box, self.settled)

    def compose(self) -> ComposeResult:
        """Everything but the side panel, which comes after the first paint."""
        yield HeaderLine(self._face)
        with Horizontal(id="body"), Vertical(id="talk"):
            yield self._transcript
            yield self._around.fold
            with VerticalScroll(id="options", can_focus=False):
                yield self._choices
            yield self._box
            yield self._under
        yield from (self._keys, self._long)

    def on_mount(self) -> None:
        """Put the question that stands, then bring the rest in."""
        self._put(self._prompt)
        self.call_after_refresh(self._show_standing)
        if self._draft:
            self._box.load_text(self._draft)
            self._box.move_cursor(self._box.document.end)
            self.notify(_("These words are not written down yet. Enter sends them."), markup=False)
        self.ready = True

    def on_resize(self, event: events.Resize) -> None:
        """Bring in what this width has room for, once: a layout of our own sends another event of the same size."""
        if event.size != self._laid_out_for:
            self._laid_out_for = event.size
            self.call_after_refresh(self._show_standing)

    def on_screen_resume(self) -> None:
        """Coming back from another screen, the terminal may have another size."""
        self.call_after_refresh(self._show_standing)

    def on_key(self, event: events.Key) -> None:
        """Typing anywhere else returns to the box; but for the letters that act on the message picked.

        Keys that come in one burst while the focus is on its way there, or nowhere, as right after the terminal was too
        small, follow in their order; Enter among them.
        """
        if self.has_class("-too-small") or (self._transcript.message and event.key in Transcript.LETTERS):
            return
        astray = self._returning or self.focused is None
        if (event.is_printable and self.focused is not self._box) or (
            astray and (event.is_printable or event.key == "enter")
        ):
            event.stop()
            self._returning = True
            self.set_focus(self._box)
            self._box.post_message(events.Key(event.key, event.character))

    async def hear(self, turn: Turn, words: str = "") -> None:
        """Show what a turn led to, wherever it was begun, and put the question that stands now."""
        if turn.over and not refused(turn.messages):
            leave(self.app, self._face)
            return
        if turn.other:
            self.app.call_later(self.app.run_action, f"to_case('{turn.other}')")
        if self.focused is self._transcript:
            self.action_to_box()
        with self.app.batch_update():  # one layout for all of it
            self._put(turn.prompt)
            self._box.tell(_("✓ saved {time}").format(time=self._face.saved_at) if turn.saved else "")
            self._show_standing()
            self.query_one(HeaderLine).refresh()
            await self._transcript.add(told(words, turn))
        self._long.begin()

    async def settled(self, turn: Turn) -> None:
        """Show how long work ended."""
        await self.hear(turn)

    async def say(self, words: str) -> None:
        """Say `words` to the face. A long answer that could not be taken goes back to the box."""
        turn = self._face.say(words)
        await self.hear(turn, words)
        if len(words) > _LONG and refused(turn.messages):
            self._box.text = words
            self._box.move_cursor(self._box.document.end)

    @on(AnswerBox.Sent)
    async def _send(self, event: AnswerBox.Sent) -> None:
        keep = "keep" if self._prompt.current else ""
        words = named(self._prompt, self._choices.labels, event.text.strip()) or self._choices.taken or keep
        if words:
            await self.say(words)

    @on(AnswerBox.Pointed)
    async def _point(self, event: AnswerBox.Pointed) -> None:
        if event.key == "up" and self._choices.at_top:
            self.action_walk()
        elif event.key == "down" and not self._choices.labels:
            self.action_calendar()
        elif event.key != "space":
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
        reading = self._reading(self._box.text.strip()) if self._box.unsent else ""
        self._choices.aim(aimed(self._choices.labels, reading, several=self._choices.several))
        self._under.say(f"→ {reading}" if reading else "" if self._box.unsent else hint(self._prompt))

    def _reading(self, words: str) -> str:
        label = named(self._prompt, self._choices.labels, words)
        return label if label != words else self._face.live(words)

    async def _choose(self, index: int) -> None:
        if self._choices.several:
            self._choices.toggle(index)
        else:
            await self.say(self._choices.labels[index])

    def _put(self, prompt: Prompt) -> None:
        """Lay the question's heading, choices and hints out around the box."""
        self._prompt = prompt
        labels = labels_of(prompt)
        several = prompt.kind == "choices"
        self._choices.show(labels, several=several, marked=kept(prompt, labels))
        self._box.point_with(arrows=bool(labels), space=several)
        self._box.border_title = Content(prompt.where)
        self._read()

    def _show_standing(self) -> None:
        """Bring what stands round the conversation up to date."""
        self._around.show(self._prompt)
        self._under.offer(tuple(self._helpers.offered(self._prompt, listed=self._around.listed is not None)))

    @on(Transcript.Walked)
    def _walked(self) -> None:
        self._keys.offer(Transcript.BINDINGS if self._transcript.message else self._answering)

    @on(Transcript.Left)
    def action_to_box(self) -> None:
        """Go back to the answer box."""
        self._box.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Where the box has the focus again, the list folds if there is no room; the keys are those of answering."""
        if event.widget is self._box:
            self._returning = False
            self.remove_class("-list-open")
            self._keys.offer(self._answering)

    def action_walk(self) -> None:
        """Enter the conversation at its last message."""
        self._transcript.focus(scroll_visible=False)
        self._transcript.action_walk(-1)

    async def action_picked(self, what: str) -> None:
        """Change, explain, copy or go to the message picked."""
        if self._transcript.message is not None:
            await self._picked.act(what, self._transcript.message)

    def action_list(self) -> None:
        """Walk the list being built, unfolded where there was no room for it."""
        if listed := self._around.listed:
            self.add_class("-list-open")
            listed.rows.focus()
            self._keys.offer(listed.BINDINGS)

    def action_open_entry(self) -> None:
        """Go to the entry under the mark."""
        if listed := self._around.listed:
            listed.rows.action_choose()

    @on(Rows.Chosen)
    async def _go_to_entry(self, event: Rows.Chosen) -> None:
        if listed := self._around.listed:
            entry = listed.entry(event.index)
            self.action_to_box()
            await self.hear(self._face.visit(entry.question, entry.item))

    def action_calendar(self) -> None:
        """Open the calendar where a date is asked for."""
        self._helpers.calendar(self._prompt)

    def action_file(self) -> None:
        """Choose a file to attach."""
        self._helpers.file()

    @on(AnswerBox.Pasted)
    def _offer_file(self, event: AnswerBox.Pasted) -> None:
        self._helpers.dropped(event.text)

    @property
    def messages(self) -> Sequence[Message]:
        """All that was said in this case, before this opening and in it."""
        return self._transcript.messages

    async def action_say(self, words: str) -> None:
        """Say a command by key or from the palette; what is typed stays."""
        await self.say(words)

    def action_page(self, direction: int) -> None:
        """Scroll the conversation."""
        self._transcript.page(direction)
