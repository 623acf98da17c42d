"""What helps to answer beside typing: the calendar, a file to attach, chosen or dropped. It fills the answer box."""

from collections.abc import Iterator
from pathlib import Path

from textual.screen import Screen

from intake.session.face import Face
from intake.session.views import Prompt
from intake.tui.answer import AnswerBox
from intake.tui.asking import DATED
from intake.tui.under import Help
from intake.words import _


class Helpers:
    """Opens a helper over the screen and puts its words into the box, to be sent or edited; it never sends."""

    def __init__(self, screen: Screen[None], face: Face, box: AnswerBox) -> None:
        self._screen, self._face, self._box = screen, face, box
        self._folder = Path.home()

    def offered(self, prompt: Prompt, *, listed: bool) -> Iterator[Help]:
        """The keys that help at a question; `listed` where a list is being built."""
        if prompt.kind in DATED:
            yield Help("F2", _("Calendar"), "calendar")
        if prompt.item and not self._face.guest:
            yield Help("F3", _("File"), "file")
        if listed:
            yield Help("F4", _("List"), "list")

    def calendar(self, prompt: Prompt) -> None:
        """Open the calendar where a date is asked for."""
        if prompt.kind in DATED:
            from intake.tui.calendar import Calendar

            said = self._face.live(self._box.text) or prompt.current
            self._screen.app.push_screen(Calendar(said, self._face.today, span=prompt.kind == "span"), self._fill)

    def file(self) -> None:
        """Choose a file to attach, where files may be."""
        if not self._face.guest:
            from intake.tui.files import FilePicker

            self._screen.app.push_screen(FilePicker(self._folder), self._fill_file)

    def dropped(self, text: str) -> None:
        """A file that is dropped on a terminal comes as its path: offer to attach it, and lose nothing."""
        if self._face.guest:
            return
        from intake.session.paths import attaching, dropped

        path = dropped(text)
        if path is not None and (words := attaching(path)):
            self._fill(words)
            told = _("That is a file: Enter attaches it, ctrl+z keeps the words as they were.")
            self._screen.notify(told, markup=False)

    def _fill_file(self, chosen: tuple[str, Path] | None) -> None:
        if chosen is not None:
            words, self._folder = chosen
            self._fill(words)

    def _fill(self, words: str | None) -> None:
        if words is not None:
            self._box.put(words)
            self._box.focus()
