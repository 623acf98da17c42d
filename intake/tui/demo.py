"""The app as a demonstration: it plays a script over a case of its own, and the presenter decides when and how fast."""

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from intake.demo import player as playing
from intake.demo.pace import reading_on, wait
from intake.demo.player import Mode, Player, Send, Type
from intake.demo.script import Script
from intake.demo.stage import NO_FILES, Mark, Stage
from intake.demo.topics import topics
from intake.demo.weave import weave
from intake.session.face import Face
from intake.tui.ahead import Typed
from intake.tui.app import IntakeApp
from intake.tui.opening import Opening
from intake.tui.playing import Playing
from intake.tui.preparing import Preparing
from intake.words import _

#: Seconds between two looks at whether what the script waits for is done.
_GLANCE = 0.2


class DemoApp(IntakeApp):
    """Plays one script, or two side by side. Whoever has it calls `close` at the end."""

    TITLE = "intake demo"
    ABOUT = _("Wherever you are in the demonstration")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "take", _("Take over, hand back"), show=False, key_display="F5")
    ]

    def __init__(self, scripts: Sequence[Script], *, timed: bool = True) -> None:
        """Play `scripts`, by the clock or (`timed` false) as `act` is called."""
        super().__init__(self._open)
        self._scripts, self._timed = scripts, timed
        #: two are woven once the first frame is painted: that plays both
        self.player = Player(scripts[0])
        self.stages: list[Stage] = []
        self.notes = self.wall = False
        #: the actors who left their cases, told to by the script or by the presenter
        self.left: set[int] = set()
        #: whether anything was said that is not the script's
        self.tried = False
        self._marks: list[Mark] = []
        self._timer: asyncio.TimerHandle | None = None
        self._one_at_a_time = asyncio.Lock()

    def get_default_screen(self) -> Opening:
        """The first frame says what is being prepared."""
        return Preparing(self._open, self._scripts)

    def _open(self) -> Face:
        if len(self._scripts) > 1:
            self.player = Player(_woven(*self._scripts))
        self.stages = [Stage(script) for script in self._scripts]
        self._marks = [stage.mark for stage in self.stages]
        return self.stages[0].session

    def close(self) -> None:
        """Delete all that was played."""
        for stage in self.stages:
            stage.close()

    def over(self, face: Face, *, takes_draft: bool = True) -> Screen[None]:  # noqa: ARG002 - the stages have theirs
        """The screen that is played on."""
        from intake.tui.pair import Pair
        from intake.tui.presenting import Presenting

        if len(self.stages) == 1:
            return Presenting(self.stages[0], self)
        return Pair(self.stages, self)

    @property
    def playing(self) -> Playing | None:
        """The screen that is played on, where it is in front and all of it stands."""
        from intake.tui.pair import Pair
        from intake.tui.presenting import Presenting

        screen = self.screen
        return screen if isinstance(screen, Presenting | Pair) and screen.is_mounted else None

    async def act(self) -> float | None:
        """Do what is next in the script; the seconds until what comes after it, None where the presenter is waited for.

        While another screen is in front, or a file is being written, nothing is done.
        """
        async with self._one_at_a_time:
            if not self.player.running:
                return None
            busy = any(stage.session.errands.taken for stage in self.stages)
            if busy or self.playing is None:
                return _GLANCE
            if self.player.mode is Mode.PLAYING and self.player.typed == 0 and self.playing.read_on():
                return reading_on(self.player)
            if self.player.typed == 0:
                await self._mend()
            return await self._perform()

    async def _perform(self) -> float:
        actor = self.player.script.lines[self.player.at].actor
        self.player, act = playing.advance(self.player)
        answer = ""
        screen = self.playing
        assert screen is not None, "nothing was opened since it was in front"
        match act:
            case Type(words):
                screen.hold(words, actor)
            case Send(words):
                answer = await screen.play(words, actor)
                self._marks[actor] = self.stages[actor].mark
        self._show()
        return wait(self.player, act, answer)

    async def _mend(self) -> None:
        """See to it that the script goes on where it was, whatever was tried meanwhile."""
        if self.tried or any(stage.mark != mark for stage, mark in zip(self.stages, self._marks, strict=True)):
            await self._bring()
        elif self.left:
            for actor in self.left:
                self.stages[actor].reopen()
            await self._restage()

    async def _bring(self) -> None:
        """New cases in which all lines before the one that is next are said."""
        said = self.player.script.lines[: self.player.at]
        for actor, stage in enumerate(self.stages):
            stage.bring(sum(line.actor == actor for line in said))
        await self._restage()

    async def _restage(self) -> None:
        """Open the screen anew over the cases as they are."""
        self.left, self.tried, self._marks = set(), False, [stage.mark for stage in self.stages]
        self.face = self.stages[0].session
        await self.reopen()

    def _change(self, change: Callable[[Player], Player]) -> None:
        """Change how it goes, and go on at once if it goes."""
        self.player = change(self.player)
        self._show()
        self._go_on_in(0.0 if self.player.running else None)

    async def _tick(self) -> None:
        self._go_on_in(await self.act())

    def _go_on_in(self, seconds: float | None) -> None:
        """Act again in so many seconds, or not. Textual's own timers are lost where a short one comes late."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if seconds is not None and self._timed:
            self._timer = asyncio.get_running_loop().call_later(seconds, self.call_later, self._tick)

    def _show(self) -> None:
        if self.playing is not None:
            self.playing.show(self.player)

    def action_go_on(self) -> None:
        """Pause, or go on."""
        self._change(playing.toggle)

    def action_step(self) -> None:
        """Type and send one line."""
        self._change(playing.step)

    def action_pace(self, by: int) -> None:
        """Faster or slower."""
        self.player = playing.change_pace(self.player, by)
        self._show()

    def action_take(self) -> None:
        """Take over, or hand back: then what was tried is put aside, and the script goes on where it was.

        Whatever stands before the conversation is closed.
        """
        while self.stages and self.playing is None and len(self.screen_stack) > 1:
            self.pop_screen()
        if self.player.mode is not Mode.TAKEN:
            self.take_over()
        else:
            self._change(playing.hand_back)
            self.call_later(self._handed_back)  # not from within the screen, which may go as well

    def take_over(self) -> None:
        """Let the presenter type."""
        self._change(playing.take_over)
        self._clear()

    async def _handed_back(self) -> None:
        async with self._one_at_a_time:
            if self.playing is not None:
                self._clear()
                await self._mend()

    def _clear(self) -> None:
        """Let every box be empty."""
        if self.playing is not None:
            for actor in range(len(self.stages)):
                self.playing.hold("", actor)

    def action_chapters(self) -> None:
        """Open the list of chapters."""
        from intake.tui.chapters import Chapters

        self.push_screen(Chapters(self.player), self._chosen)

    def _chosen(self, chapter: int | None) -> None:
        if chapter is not None:
            self.call_later(self._jump, chapter)

    async def _jump(self, chapter: int) -> None:
        async with self._one_at_a_time:
            self.player = playing.jump(self.player, chapter)
            await self._bring()
        self._change(lambda player: player)

    def action_rule(self) -> None:
        """Reveal why the question on the wall is asked, and the rules behind it."""
        from intake.tui.reason import Reason

        if self.playing is not None:
            actor = self.player.script.lines[max(self.player.at - 1, 0)].actor
            session = self.stages[actor].session
            standing = session.case.standing
            asked, item = standing.question, standing.item
            self.push_screen(Reason(session.asked(asked, item).ask or _("Why this is asked"), session.why(asked, item)))

    def action_notes(self) -> None:
        """Show the presenter's notes, or hide them; say so where there are none."""
        if not self.player.script.noted:
            self.notify(_("This one has no notes for the presenter; the tour has."), timeout=3, markup=False)
            return
        self.notes = not self.notes
        self._show()

    async def action_wall(self) -> None:
        """Show one exchange at a time, or all of the conversation."""
        self.wall = not self.wall
        if self.playing is not None:
            await self.playing.lay_out(wall=self.wall)

    async def action_quit(self) -> None:
        """Leave; before the end only where it is pressed twice, as a room is watching."""
        self._leave("ctrl+q", asks=self.player.at > 0 and self.player.mode is not Mode.OVER)

    def action_help_quit(self) -> None:
        """Ctrl+c: the second one leaves."""
        self._leave("ctrl+c", asks=True)

    def _leave(self, key: str, *, asks: bool) -> None:
        if asks and not self._again(key):
            self.notify(_("{key} again ends the demonstration.").format(key=key), timeout=3, markup=False)
        else:
            self.exit()

    def meant(self) -> list[Typed]:
        """Keys that come before the screen does are no answer."""
        return []

    def action_command_palette(self) -> None:
        """All actions, where there is one conversation that they can be about."""
        if len(self.stages) == 1:
            super().action_command_palette()
        elif self.stages:
            self.action_tell_alone()

    def action_tell_alone(self) -> None:
        """Say why a key that is about one conversation does nothing."""
        told = _("With two side by side there is no board, review or list of actions. One alone has them.")
        self.notify(told, timeout=5, markup=False)

    def action_save_conversation(self) -> None:
        """Say why nothing is kept of it."""
        self.notify(NO_FILES, markup=False)

    def _unsent(self) -> str:
        """What stands in the box is the script's, and is kept for nobody."""
        return ""


def _woven(one: Script, other: Script) -> Script:
    return weave(one, other, [topics(one), topics(other)])
