"""The board screen: where the person stands at each level, with what lies behind it; the sections; what is to do."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from intake.session.face import Face
from intake.tui.frame import HeaderLine, KeyLine
from intake.tui.lines import board_row, heading, listing, outline, titled
from intake.tui.requirements import Requirements
from intake.tui.rows import Rows
from intake.words import _

#: Cells at the sides of a line: padding, the mark, and the scroll bar.
_SIDES = 7

#: The least width of a terminal, in cells, with room for the sections and the lists side by side.
_SIDE_BY_SIDE = 70


class Board(Screen[None]):
    """The levels as a list; Enter opens a level's requirements."""

    ABOUT = _("Where you stand at each level: the bar and the words say how much is met by your answers.")
    AUTO_FOCUS = "#levels"
    CSS_PATH = "board.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_SIDE_BY_SIDE, "-wide")]  # noqa: RUF012 - as Screen declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", _("Back"), key_display="Esc"),
        Binding("enter", "unfold", _("Requirements"), key_display="Enter"),
        Binding("c", "app.compare", _("Compare")),
        Binding("w", "app.what_if", _("What if …")),
        Binding("t", "app.timeline", _("Timeline")),
        Binding("tab", "app.focus_next", _("To the lists below, to scroll them, and back"), show=False),
        Binding("f1", "app.help", _("Help"), key_display="F1", show=False),
        Binding("ctrl+p", "app.command_palette", _("All actions")),
    ]

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._rows = face.board()
        self._title = Static(id="board-title", markup=False)
        self._list = Rows(id="levels")
        self._outline = Static(markup=False)
        self._lists = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The levels above; the sections and what is to do, side by side, below."""
        yield HeaderLine(self._face)
        yield self._title
        yield self._list
        with VerticalScroll(id="below"), Container():
            yield self._outline
            yield self._lists
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Fill everything before the first layout, so that each part is given the height it needs."""
        self.on_resize()

    def on_resize(self) -> None:
        """Lay everything out for this width."""
        width = self.app.size.width - _SIDES
        drawn = [board_row(row, width) for row in self._rows]
        heights = [row.plain.count("\n") + 1 for row in drawn]
        self._list.show(lambda index, _width: drawn[index], len(drawn), heights=heights, picked=self._list.picked or 0)
        self._title.update(heading(_("Where you stand"), width))
        half = width // 2 - 2 if self.app.size.width >= _SIDE_BY_SIDE else width
        mine, waiting = self._face.to_do()
        endings = self._face.endings()
        ending = [titled(_("What the renewal can come to"), listing(endings, half), half)] if endings else []
        self._outline.update(titled(_("Your application"), outline(self._face.outline(), half), half))
        to_do = titled(_("To do"), listing(mine, half), half)
        waiting_on = titled(_("Waiting on others"), listing(waiting, half), half)
        self._lists.update(Content("\n\n").join([to_do, waiting_on, *ending]))

    @on(Rows.Chosen)
    def action_unfold(self) -> None:
        """Open the requirements of the level picked."""
        if self._list.picked is not None:
            self.app.push_screen(Requirements(self._face, self._rows[self._list.picked]))
