"""The interview as a demonstration plays it: the same screen, with a lectern below and the presenter's keys."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from intake.demo.player import Mode, Player
from intake.demo.stage import NO_FILES, Stage, rehearsed_leaving
from intake.session.views import Turn
from intake.tui.glance import Glance
from intake.tui.interview import Interview
from intake.tui.lectern import TAKEN, Lectern
from intake.tui.reading import more_below, read_on, show_beginning
from intake.tui.transcript import Transcript
from intake.tui.wall import Wall

if TYPE_CHECKING:
    from intake.tui.demo import DemoApp


class Presenting(Interview):
    """The box is the script's until the presenter takes over; the focus says whose it is."""

    AUTO_FOCUS = "Lectern"
    CSS_PATH = "demo.tcss"

    def __init__(self, stage: Stage, presenter: "DemoApp") -> None:
        opened = stage.open()
        super().__init__(stage.session, turn=opened)
        messages, self._fresh = stage.shown(opened)
        self._transcript = Transcript(messages, id="transcript")
        self._stage, self._presenter = stage, presenter
        self._lectern = Lectern(presenter.player, notes=presenter.notes)
        self._told = ""
        self._wall = Wall(id="wall")
        self._glance = Glance(stage.session)

    def compose(self) -> ComposeResult:
        """The interview, and the lectern below it."""
        yield from super().compose()
        yield self._lectern

    def on_mount(self) -> None:
        """Begin as the presenter wants it."""
        self.query_one("#talk").mount_all([self._glance, self._wall], before=self._transcript)
        for shown in (self._wall, self._transcript):
            self.watch(shown, "scroll_y", self._tell_more, init=False)
        self.screen_layout_refresh_signal.subscribe(self, self._laid_out)
        self.show(self._presenter.player)
        self.call_after_refresh(self.lay_out, wall=self._presenter.wall)

    def on_screen_suspend(self) -> None:
        """Another screen is in front."""
        self._lectern.stand_behind(behind=True)

    def on_screen_resume(self) -> None:
        """In front again."""
        self._lectern.stand_behind(behind=False)

    def show(self, player: Player) -> None:
        """Say how the demonstration goes; whose the box is can be seen by the focus and by the keys."""
        self._lectern.show(player, notes=self._presenter.notes)
        taken = player.mode is Mode.TAKEN
        self._answering = TAKEN if taken else Lectern.BINDINGS
        if self.focused is not self._transcript:
            self._keys.offer(self._answering)
            (self._box if taken else self._lectern).focus()

    async def lay_out(self, *, wall: bool) -> None:
        """For the wall show the last exchange alone; else the whole conversation."""
        self.set_class(wall, "-wall")
        if wall:
            await self._wall.put(self.messages[self._fresh :])

    def hold(self, words: str, actor: int = 0) -> None:  # noqa: ARG002 - one actor alone
        """Let the box hold words that the script is typing."""
        self._box.text = words
        self._box.move_cursor(self._box.document.end)
        self._read()

    async def play(self, words: str, actor: int = 0) -> str:  # noqa: ARG002
        """Say words of the script; all that came back."""
        self._box.text = ""
        await self._put_up(self._face.say(words), words)
        return self._told

    async def settled(self, turn: Turn) -> None:
        """Show how long work ended, whoever began it."""
        await self._put_up(turn)

    async def hear(self, turn: Turn, words: str = "") -> None:
        """Show what the presenter did, who has it from then on: a change of an answer takes over as typing does."""
        if self._presenter.player.mode is not Mode.TAKEN:
            self._presenter.take_over()
            self.hold("")
            self.show(self._presenter.player)
        self._presenter.tried = True
        await self._put_up(rehearsed_leaving(self._stage.session, turn), words)

    async def _put_up(self, turn: Turn, words: str = "") -> None:
        """Show what a turn led to. Whoever leaves the case does not leave the demonstration."""
        if turn.over:
            self._presenter.left.add(0)
            turn = replace(turn, prompt=replace(turn.prompt, ask=""), over=False)
        self._fresh = len(self.messages)
        self._told = turn.text
        await super().hear(replace(turn, other=""), words)
        self._glance.refresh()
        await self.lay_out(wall=self._presenter.wall)
        self.call_after_refresh(show_beginning, self._transcript, self._fresh)

    def read_on(self) -> bool:
        """Show the next page of what came back, where there is more of it; whether there was."""
        return read_on(self._wall if self._wall.display else self._transcript)

    def _laid_out(self, _screen: Screen[None]) -> None:
        """Only now the room for what is shown is known, and an anchored list is where it stays."""
        self._tell_more()

    def _tell_more(self) -> None:
        self._lectern.tell_more(more=more_below(self._wall) or more_below(self._transcript))

    def action_page(self, direction: int) -> None:
        """Scroll what is shown: on the wall the last exchange."""
        if self._presenter.wall:
            self._wall.page(direction)
        else:
            super().action_page(direction)

    def action_file(self) -> None:
        """Say why no file is chosen here."""
        self.notify(NO_FILES, markup=False)

    def on_key(self, event: events.Key) -> None:
        """While the script has the box, letters are no answer."""
        if self._presenter.player.mode is not Mode.TAKEN:
            event.prevent_default()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click into the box takes over."""
        if event.widget is self._box and self._presenter.player.mode is not Mode.TAKEN:
            self._presenter.action_take()

    @on(Transcript.Left)
    def _leave_transcript(self, event: Transcript.Left) -> None:
        event.prevent_default()
        self.action_to_box()

    def action_to_box(self) -> None:
        """Escape: what was notified goes, and the box or the lectern has the keys. It hands nothing back."""
        self.app.clear_notifications()
        (self._box if self._presenter.player.mode is Mode.TAKEN else self._lectern).focus()
