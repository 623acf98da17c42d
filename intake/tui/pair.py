"""Two invented applicants side by side: the same questions, other answers, other verdicts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from intake.demo.player import Mode, Player
from intake.demo.stage import Stage, rehearsed_leaving
from intake.session.face import Face, told
from intake.session.views import Turn
from intake.tui.answer import AnswerBox
from intake.tui.frame import KeyLine
from intake.tui.glance import Glance
from intake.tui.interview import TALL
from intake.tui.lectern import TAKEN, Lectern
from intake.tui.lines import board_lines
from intake.tui.reading import more_below, read_on, show_beginning
from intake.tui.transcript import Transcript
from intake.tui.wall import Wall
from intake.words import _

if TYPE_CHECKING:
    from intake.tui.demo import DemoApp

#: Who is asked what the presenter types, and what the key then says.
_WHOM = (_("both are asked"), _("the left is asked"), _("the right is asked"))
#: Cells at the sides of a column.
_SIDES = 4


class Column(Vertical):
    """One applicant: who it is, the conversation, the box, and in a tall terminal where they stand."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._face: Face = stage.session
        turn = stage.open()
        messages, self._fresh = stage.shown(turn)
        self._title = Static(Content.styled(stage.script.title, "bold"), classes="column-title", markup=False)
        self._transcript = Transcript(messages, id="transcript")
        self._transcript.can_focus = False
        self._wall = Wall()
        self._board = Static(classes="column-board", markup=False)
        self._glance = Glance(stage.session)
        self.box = AnswerBox(id="answer", clears=True)
        self.box.border_title = Content(turn.prompt.where)

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield from (self._title, self._board, self._glance, self._transcript, self._wall, self.box)

    def on_resize(self) -> None:
        """Lay the levels out for this width."""
        self._show_standing()

    def _show_standing(self) -> None:
        """Bring the levels up to date: a line for each where there is room, else one for all."""
        tall = self.app.size.height >= TALL
        self._board.update(board_lines(self._face.board(), self.size.width - _SIDES))
        self.set_class(tall, "-tall")
        self._glance.refresh()

    async def say(self, words: str, *, tried: bool) -> Turn:
        """Say `words`, of the script or `tried` by the presenter, and show what came of it."""
        self.box.text = ""
        turn = self._face.say(words)
        turn = rehearsed_leaving(self._stage.session, turn) if tried else turn
        self.box.border_title = Content(turn.prompt.where)
        self._show_standing()
        self._fresh = len(self._transcript.messages)
        await self._transcript.add(told(words, replace(turn, over=False)))
        self.call_after_refresh(show_beginning, self._transcript, self._fresh)
        return turn

    async def put_up(self) -> None:
        """Bring the last exchange to the wall."""
        await self._wall.put(self._transcript.messages[self._fresh :])

    @property
    def shown(self) -> Wall | Transcript:
        """What is read: the last exchange on the wall, or the conversation."""
        return self._wall if self._wall.display else self._transcript

    def page(self, direction: int) -> None:
        """Scroll what is shown: the last exchange on the wall, or the conversation."""
        self.shown.page(direction)


class Pair(Screen[None]):
    """Two columns over one lectern. What the presenter types is said to both, or to one."""

    AUTO_FOCUS = "Lectern"
    CSS_PATH = "demo.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "clear", show=False),
        Binding("tab,shift+tab", "whom", show=False),
        Binding("ctrl+b,ctrl+r", "app.tell_alone", show=False),
    ]

    def __init__(self, stages: Sequence[Stage], presenter: "DemoApp") -> None:
        super().__init__()
        self._presenter = presenter
        self._columns = list(map(Column, stages))
        self._lectern = Lectern(presenter.player, notes=presenter.notes)
        self._keys = KeyLine(Lectern.BINDINGS)
        #: whom the presenter asks: an index into `_WHOM`
        self._asked = 0

    def compose(self) -> ComposeResult:
        """The columns, the lectern, the keys."""
        yield Horizontal(*self._columns, id="pair")
        yield from (self._lectern, self._keys)

    def on_mount(self) -> None:
        """Begin as the presenter wants it."""
        self.show(self._presenter.player)
        for shown in self.query(VerticalScroll):
            self.watch(shown, "scroll_y", self._tell_more, init=False)
        self.screen_layout_refresh_signal.subscribe(self, self._laid_out)
        self.call_after_refresh(self.lay_out, wall=self._presenter.wall)

    def on_screen_suspend(self) -> None:
        """Another screen is in front."""
        self._lectern.stand_behind(behind=True)

    def on_screen_resume(self) -> None:
        """In front again."""
        self._lectern.stand_behind(behind=False)

    def show(self, player: Player) -> None:
        """Say how the demonstration goes; whose the boxes are can be seen by the focus and by the keys."""
        self._lectern.show(player, notes=self._presenter.notes)
        taken = player.mode is Mode.TAKEN
        self._offer()
        if taken and not isinstance(self.focused, AnswerBox):
            self._columns[0].box.focus()
        elif not taken:
            self._lectern.focus()

    def _offer(self) -> None:
        """The keys; while the presenter types also whom it is typed to."""
        whom = Binding("tab", "whom", _WHOM[self._asked], key_display="Tab")
        taken = self._presenter.player.mode is Mode.TAKEN
        self._keys.offer([TAKEN[0], whom, TAKEN[-1]] if taken else Lectern.BINDINGS)

    async def lay_out(self, *, wall: bool) -> None:
        """For the wall the last exchange of each, without the levels, which are small; else all there is room for."""
        self.set_class(wall, "-wall")
        if wall:
            for column in self._columns:
                await column.put_up()

    def hold(self, words: str, actor: int = 0) -> None:
        """Let an actor's box hold words."""
        box = self._columns[actor].box
        box.text = words
        box.move_cursor(box.document.end)

    async def play(self, words: str, actor: int = 0) -> str:
        """Let an actor say words; all that came back."""
        tried = self._presenter.player.mode is Mode.TAKEN
        self._presenter.tried |= tried
        turn = await self._columns[actor].say(words, tried=tried)
        if self._presenter.wall:
            await self._columns[actor].put_up()
        if turn.over:
            self._presenter.left.add(actor)
        return turn.text

    def read_on(self) -> bool:
        """Show the next page in every column that has more; whether one had."""
        moved = [read_on(column.shown) for column in self._columns]
        return any(moved)

    def _laid_out(self, _screen: Screen[None]) -> None:
        """Only now the room for what is shown is known, and an anchored list is where it stays."""
        self._tell_more()

    def _tell_more(self) -> None:
        self._lectern.tell_more(more=any(more_below(column.shown) for column in self._columns))

    @on(AnswerBox.Sent)
    async def _ask(self, event: AnswerBox.Sent) -> None:
        actors = range(len(self._columns))
        for actor in actors if self._asked == 0 else [self._asked - 1]:
            if event.text.strip():
                await self.play(event.text.strip(), actor)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click into a box takes over."""
        if isinstance(event.widget, AnswerBox) and self._presenter.player.mode is not Mode.TAKEN:
            self._presenter.action_take()

    def action_clear(self) -> None:
        """Escape: what was notified goes. It hands nothing back; the lectern says what does."""
        self.app.clear_notifications()

    def action_whom(self) -> None:
        """While the presenter types: ask both, the one on the left, the one on the right, and both again."""
        if self._presenter.player.mode is Mode.TAKEN:
            self._asked = (self._asked + 1) % len(_WHOM)
            self._columns[max(self._asked - 1, 0)].box.focus()
            self._offer()

    def action_page(self, direction: int) -> None:
        """Scroll both conversations."""
        for column in self._columns:
            column.page(direction)
