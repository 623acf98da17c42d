"""What can be done with a message picked in the conversation: change the answer, ask why, copy, go to its question."""

from collections.abc import Awaitable, Callable

from textual.screen import Screen

from intake.session.face import Face
from intake.session.views import Message, Turn
from intake.words import _

About = tuple[str, str]


class Picked:
    """Acts on messages for a screen; `heard` is told of every turn made here."""

    def __init__(self, screen: Screen[None], face: Face, heard: Callable[[Turn], Awaitable[None]]) -> None:
        self._screen, self._face, self._heard = screen, face, heard
        self._drafts: dict[About, str] = {}

    async def act(self, what: str, message: Message) -> None:
        """Do `change`, `why`, `copy` or `visit` with a message; a plain word says where there is nothing to do."""
        if what == "copy":
            self._screen.app.copy_to_clipboard(message.text)
        elif message.about is None:
            self._screen.notify(_("This message is about no single question. c copies it."), markup=False)
        elif what == "why":
            self._why(message.about)
        elif what == "visit":
            await self._heard(self._face.visit(*message.about))
        else:
            await self._change(message.about)

    def _why(self, about: About) -> None:
        from intake.tui.reason import Reason

        self._screen.app.push_screen(Reason(_("Why this is asked"), self._face.why(*about)))

    async def _change(self, about: About) -> None:
        """Open the answer for editing; a list's "any other?" is gone to, as it has no answer of its own."""
        from intake.tui.edit import Edit

        row = self._face.row(*about)
        if row is None:
            await self._heard(self._face.visit(*about))
            return

        async def edited(outcome: Turn | str | None) -> None:
            if isinstance(outcome, str):
                self._drafts[about] = outcome
            elif outcome is not None:
                self._drafts.pop(about, None)
                await self._heard(outcome)

        self._screen.app.push_screen(Edit(self._face, row, self._drafts.get(about, row.value)), edited)
