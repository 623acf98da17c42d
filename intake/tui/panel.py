"""The side panel of a wide terminal: where the person stands, the sections, and what is to do."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from intake.session.face import Face
from intake.tui.lines import board, board_lines, listing, outline, titled
from intake.words import _

#: Cells in a line: the panel's width in `interview.tcss` less its padding and scroll bar.
WIDTH = 44

#: The height, in lines, from which each level has room for its title.
_ROOMY = 36


class SidePanel(VerticalScroll):
    """Four blocks in one text. It scrolls by mouse; by keys everything in it is on the board screen."""

    def __init__(self, face: Face) -> None:
        super().__init__(can_focus=False)
        self._face = face
        self._shown = Content("")
        self._text = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The text."""
        yield self._text

    def on_mount(self) -> None:
        """Fill it before its first layout."""
        self.show()

    def on_resize(self) -> None:
        """A lower terminal has room for less."""
        self.show()

    def show(self) -> None:
        """Bring it up to date. Lines are wrapped already, so a layout is due only where their number changes."""
        before, self._shown = self._shown, self._content()
        if not self._shown.is_same(before):
            self._text.update(self._shown, layout=_lines(before) != _lines(self._shown))

    def _content(self) -> Content:
        if not self._face.judged:
            return titled(_("Your rating"), outline(self._face.outline(), WIDTH), WIDTH)
        mine, waiting = self._face.to_do()
        levels = board if self.app.size.height >= _ROOMY else board_lines
        blocks = (
            titled(_("Where you stand"), levels(self._face.board(), WIDTH), WIDTH),
            titled(_("Your application"), outline(self._face.outline(), WIDTH), WIDTH),
            titled(_("To do"), listing(mine, WIDTH), WIDTH),
            titled(_("Waiting on others"), listing(waiting, WIDTH), WIDTH),
        )
        return Content("\n\n").join(blocks)


def _lines(content: Content) -> int:
    return content.plain.count("\n")
