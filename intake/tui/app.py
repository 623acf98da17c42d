"""The Textual app: themes, keys that work everywhere, leaving, and what happens when the terminal goes away."""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.screen import Screen

from intake.session.face import Cases, Face
from intake.text import visible
from intake.tui.ahead import Typed, meant
from intake.tui.answer import AnswerBox
from intake.tui.doors import Doors
from intake.tui.interview import Interview
from intake.tui.opening import Opening
from intake.words import _

if TYPE_CHECKING:
    from rich.console import RenderableType

#: Seconds within which a second ctrl+c or ctrl+q means it.
_TWICE = 10.0
#: Seconds within which the words for another case, or its line in the list, are given a second time.
_RETYPED = 30.0
#: Seconds between two looks at what is typed.
_LOOK = 1.0


def _actions() -> type[Provider]:
    from intake.tui.palette import Actions  # only once the palette is opened

    return Actions


class IntakeApp(Doors):
    """One face over a session. It commits nothing itself, so nothing is lost however it ends."""

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_actions}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", _("Save and leave"), show=False, priority=True),
        Binding("f1", "help", _("Help"), show=False),
        Binding("ctrl+o", "cases", _("Open another case"), show=False),
    ]

    face: Face

    def __init__(
        self,
        opening: Callable[[], Face],
        *,
        cases: Callable[[], Cases] | None = None,
        home: Path | None = None,
        calling: Callable[[Face], bool] = lambda _face: False,
    ) -> None:
        super().__init__(home)
        self._calling = calling
        self._opening = opening
        self.cases = cases
        self.failure: Exception | None = None
        self._left = False
        self.hold_keys()
        self._warned_at: dict[str, float] = {}

    def get_default_screen(self) -> Opening:
        """The first frame; the interview comes over it."""
        return Opening(self._opening)

    @on(Opening.Opened)
    async def _begin(self, event: Opening.Opened) -> None:
        self.face = event.face
        calling = self._calling(event.face)
        # Textual cannot switch its default screen for another.
        await self.push_screen(self.over(event.face, takes_draft=not calling))
        if calling:
            self.action_call()
        self.screen.call_later(self.call_later, self._begun)

    def _begun(self) -> None:
        """The screen is there: say what is kept, to whom it was not said and who does not type, and obey the keys."""
        self._sift()
        new_here = not self.settings.introduced and not self.face.history()
        if new_here and not self.ahead and isinstance(self.screen, Interview):
            self.action_introduce()
        self.obey_keys()

    def _sift(self) -> None:
        self.ahead = deque(self.meant())

    def meant(self) -> list[Typed]:
        """What was typed while the case was opened; words do not join those that were not sent the last time."""
        return meant(self.ahead, words=not self.face.draft)

    def over(self, face: Face, *, takes_draft: bool = True) -> Screen[None]:
        """The screen on which a face is talked to, with the words that were not sent where it `takes_draft`."""
        return Interview(face, takes_draft=takes_draft)

    @on(Opening.Failed)
    def _give_up(self, event: Opening.Failed) -> None:
        self.failure = event.error
        self.exit(return_code=1)

    def on_mount(self) -> None:
        """Keep an eye on words that are not sent."""
        self.set_interval(_LOOK, self._look)

    def to_interview(self) -> None:
        """Close every screen above the interview."""
        while not isinstance(self.screen, Interview):
            self.pop_screen()

    async def converse(self, words: str) -> None:
        """Say `words` from wherever the person is."""
        self.to_interview()
        await self.interview.say(words)

    def to_walk(self) -> None:
        """Walk the conversation from wherever the person is."""
        self.to_interview()
        self.interview.action_walk()

    def to_file(self) -> None:
        """Choose a file to attach, from wherever the person is."""
        self.to_interview()
        self.interview.action_file()

    async def visit(self, question: str, item: str) -> None:
        """Go to a question from wherever the person is."""
        self.to_interview()
        await self.interview.hear(self.face.visit(question, item))

    def copy_to_clipboard(self, text: str) -> None:
        """Copy, and say so."""
        super().copy_to_clipboard(text)
        self.notify(_("Copied."), timeout=2, markup=False)

    async def action_quit(self) -> None:
        """Leave. Everything sent is saved, and words not sent are kept; a change of an answer is asked about once."""
        if self._changing() and not self._again("ctrl+q"):
            told = _("This change is not saved yet. Enter saves it; ctrl+q again leaves without it.")
            self.notify(told, severity="warning", timeout=_TWICE, markup=False)
            return
        told = _("{what} is not done yet. ctrl+q again leaves without it; everything else is saved.")
        if not self._copying(told, "ctrl+q"):
            self.exit()

    def exit(self, result: None = None, return_code: int = 0, message: "RenderableType | None" = None) -> None:
        """Leave, by whatever way, and keep the words that were typed and not sent for the next time."""
        self._keep_draft()
        self._left = True
        super().exit(result, return_code, message)

    def action_help_quit(self) -> None:
        """Ctrl+c with nothing selected: the second one leaves."""
        told = _("{what} is not done yet. ctrl+c again leaves without it; everything else is saved.")
        if not self._again("ctrl+c"):
            told_how = _("Nothing is selected to copy. Press ctrl+c again to save and leave.")
            self.notify(told_how, timeout=_TWICE, markup=False)
        elif not self._copying(told, "ctrl+c"):
            self.exit()

    @property
    def has_cases(self) -> bool:
        """Whether there are other cases to go to."""
        return self.cases is not None

    async def reopen(self) -> None:
        """Show the case that is open from the beginning, as it stands."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        await self.push_screen(self.over(self.face))

    async def switch(self, opening: Callable[[], Face], *, calling: bool = False) -> None:
        """Open another case, and put the one that is open away once that went well; `calling`, to take a call."""
        told = _("{what} is not done yet. Once more opens the other case without it; everything else is saved.")
        if self._copying(told, "switch", _RETYPED):
            return
        try:
            face = opening()
        except Exception as error:  # noqa: BLE001 - whatever it is, the case that is open stays open
            self.ahead.clear()  # it was meant for the other case
            self.notify(visible(str(error)), severity="error", markup=False)
            return
        self._keep_draft()
        self.face.close()
        self.face = face
        await self.reopen()
        if calling:
            self.action_call()
        self.screen.call_later(self.call_later, self._sift)

    async def action_to_case(self, case: str) -> None:
        """Go on with the case of an id."""
        if self.cases is not None:
            cases = self.cases()
            await self.switch(lambda: cases.open(case))

    async def intend(self, plans: tuple[str, ...]) -> None:
        """Keep what was tried as plans."""
        for words in plans:
            await self.converse(f"/intend {words}")

    def action_theme(self, name: str) -> None:
        """Use a theme, and remember it."""
        self.theme = name
        self.remember(theme=name)

    def _changing(self) -> bool:
        """Whether an answer given before is being changed, in a box that is of this moment alone."""
        return any(box.unsent for box in self.screen.query(AnswerBox)) and not hasattr(self.screen, "ready")

    def _unsent(self) -> str:
        boxes = (box for screen in self.screen_stack for box in screen.query(AnswerBox))
        return "\n".join(box.text for box in boxes if box.unsent)

    def _look(self) -> None:
        """Keep what is typed also where the process is killed."""
        if self._settled() and self._unsent() != self.face.draft:
            self._keep_draft()

    def _keep_draft(self) -> None:
        if self._settled():
            self.face.keep_draft(self._unsent())

    def _settled(self) -> bool:
        """Whether the boxes say what is not sent: once they hold the words of the last time, until one leaves."""
        begun = any(isinstance(screen, Interview) for screen in self.screen_stack)
        return not self._left and begun and all(getattr(screen, "ready", True) for screen in self.screen_stack)

    def _copying(self, told: str, key: str, within: float = _TWICE) -> bool:
        """Whether `key` would stop long work and nothing was said of it a moment ago; then `told` is said."""
        errand = self.face.errands.taken
        if errand is None or self._again(f"{key} while copying", within):
            return False
        self.notify(told.format(what=errand.what), severity="warning", timeout=min(within, _TWICE), markup=False)
        return True

    def _again(self, key: str, within: float = _TWICE) -> bool:
        """Whether `key` was pressed a moment ago already."""
        before, self._warned_at[key] = self._warned_at.get(key, float("-inf")), monotonic()
        return self._warned_at[key] - before < within

    def _fatal_error(self) -> None:
        """Keep the words that were typed and not sent, and leave."""
        with suppress(Exception):  # what is broken may be the box itself
            self._keep_draft()
        super()._fatal_error()
