"""The doors of the app: every action that opens a screen over the interview, or takes something away from it."""

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING

from textual.screen import Screen

from intake.session.face import Cases, Face
from intake.text import visible
from intake.tui.interview import Interview
from intake.tui.opening import Opening
from intake.tui.shell import Shell
from intake.words import _

if TYPE_CHECKING:
    from intake.interview.carrying import Purpose

#: The actions that show what rules say of the answers.
OF_RULES = frozenset({"board", "timeline", "what_if", "compare"})


class Doors(Shell):
    """Opens screens, none twice. Each is imported as it is opened, so that the first frame waits for none."""

    face: Face
    cases: Callable[[], Cases] | None

    @property
    def interview(self) -> Interview:
        """The screen that hears every turn."""
        return next(screen for screen in self.screen_stack if isinstance(screen, Interview))

    @abstractmethod
    async def switch(self, opening: Callable[[], Face]) -> None:
        """Open another case."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Where no rules judge the answers there is nothing behind the doors to the rules."""
        face = getattr(self, "face", None)  # keys come before the case is open
        return action not in OF_RULES or face is None or face.judged

    def action_help(self) -> None:
        """Open the help screen."""
        from intake.tui.help import Help

        if not isinstance(self.screen, Help):
            self.push_screen(Help(self.screen.focused or self.screen, judged=self.face.judged))

    def _over(self, kind: type[Screen[None]], screen: Callable[[], Screen[None]]) -> None:
        """Open a screen over the others, if none of its kind is open."""
        if not any(isinstance(each, kind) for each in self.screen_stack):
            self.push_screen(screen())

    def action_review(self) -> None:
        """Open the review screen."""
        from intake.tui.review import Review

        self._over(Review, lambda: Review(self.face, self.interview.hear))

    def action_board(self) -> None:
        """Open the board screen."""
        from intake.tui.board import Board

        self._over(Board, lambda: Board(self.face))

    def action_timeline(self) -> None:
        """Open the work timeline."""
        from intake.tui.timeline import WorkTimeline

        self._over(WorkTimeline, lambda: WorkTimeline(self.face))

    def action_what_if(self) -> None:
        """Open what would be if."""
        from intake.tui.what_if import WhatIf

        self._over(WhatIf, lambda: WhatIf(self.face))

    def action_compare(self) -> None:
        """Open the editions side by side."""
        from intake.tui.compare import Compare

        self._over(Compare, lambda: Compare(self.face))

    def action_call(self) -> None:
        """Take a call about the case that is open."""
        from intake.packs.finding import PackError
        from intake.session.calling import Call
        from intake.session.session import Session
        from intake.tui.call import CallSheet

        if not isinstance(self.face, Session) or self.face.guest:
            return
        try:
            call = Call(self.face)
        except PackError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self._over(CallSheet, lambda: CallSheet(call))

    def action_cases(self) -> None:
        """Open the list of cases, where there is one."""
        from intake.tui.cases import Cases as CasesScreen

        if self.cases is not None:
            shelf = self.cases()
            go = partial(self.call_later, self.switch)  # not from within the screen, which goes as well
            self._over(CasesScreen, lambda: CasesScreen(shelf, self.face.id, go))

    def action_open_bundle(self) -> None:
        """Ask for a bundle to open as a case, over the list of cases."""
        from intake.tui.cases import Cases as CasesScreen

        self.action_cases()
        if isinstance(self.screen, CasesScreen):
            self.screen.action_open_bundle()

    def go_on(self, purpose: "Purpose") -> None:
        """Go on from the case that is open: with its renewal, or with a move to another level."""
        if self.cases is not None:
            shelf, case = self.cases(), self.face.id
            self.call_later(self.switch, lambda: shelf.go_on(case, purpose))

    def action_introduce(self) -> None:
        """Say what is kept and where; the first time that is remembered."""
        from intake.tui.welcome import Welcome

        if self.home is not None:
            home = self.home
            self._over(Welcome, lambda: Welcome(home))
            self.remember(introduced=True)

    def action_command_palette(self) -> None:
        """Open the palette over a screen that has room for it."""
        from intake.tui.palette import Palette

        if not isinstance(self.screen, Palette | Opening) and not self.screen.has_class("-too-small"):
            self.push_screen(Palette())

    def action_copy_answer(self) -> None:
        """Copy the person's last words."""
        said = [message.text for message in self.interview.messages if message.kind == "you"]
        if said:
            self.copy_to_clipboard(said[-1])
        else:
            self.notify(_("There is no answer yet."), markup=False)

    def action_copy_summary(self) -> None:
        """Copy all answers, what is missing, and the questions for the association."""
        self.copy_to_clipboard(self.face.summary())

    def action_save_conversation(self) -> None:
        """Keep the whole conversation in a file; a guest downloads it."""
        from intake.session.copying import transcript_text

        text = transcript_text(self.interview.messages)
        if self.face.guest:
            self.deliver_text(StringIO(text), save_filename=_CONVERSATION)
            return
        from intake.tui.ask import Ask

        keys = _("Enter writes the file · Escape leaves it")
        asked = Ask(
            _("Where should the conversation be kept?"), partial(self._save, text), text=_CONVERSATION, keys=keys
        )
        self.push_screen(asked)

    def _save(self, text: str, words: str) -> str:
        """Write `text` where `words` say; what went wrong, in words, or nothing."""
        from intake.session.paths import path_of

        path = path_of(words)
        try:
            path.touch(mode=0o600, exist_ok=False)
            path.write_text(text, "utf-8")
        except FileExistsError:
            return _("There is a file of that name already. Choose another name.")
        except (OSError, ValueError) as error:
            return visible(
                _("It could not be written: {reason}.").format(reason=getattr(error, "strerror", None) or error)
            )
        self.notify(visible(_("Written: {path}").format(path=path), one_line=True), markup=False)
        return ""


_CONVERSATION = "conversation.txt"
