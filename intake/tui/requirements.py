"""The requirements of a level with their verdicts, and the proof of the one picked."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from intake.session.face import Face
from intake.session.views import BoardRow, RequirementRow
from intake.tui.frame import HeaderLine, KeyLine
from intake.tui.lines import standing
from intake.tui.page import Page
from intake.tui.proofs import drawn, height, listed, proof_of
from intake.tui.rows import Rows
from intake.words import _

#: Cells at the sides of a line: padding, the mark, and the scroll bar.
_SIDES = 7


class Requirements(Screen[None]):
    """The requirements as a list; the proof of the one picked below it, and on a page of its own at Enter."""

    ABOUT = _("The requirements of a level, each with its verdict; below, the proof of the one picked.")
    AUTO_FOCUS = "#requirements"
    CSS_PATH = "requirements.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", _("Back"), key_display="Esc"),
        Binding("enter", "prove", _("Whole proof"), key_display="Enter"),
        Binding("c", "app.compare", _("Compare")),
        Binding("w", "app.what_if", _("What if …")),
        Binding("tab", "app.focus_next", _("To the proof, to scroll it, and back"), key_display="Tab", show=False),
        Binding("t", "app.timeline", _("Timeline")),
        Binding("f1", "app.help", _("Help"), key_display="F1", show=False),
        Binding("ctrl+p", "app.command_palette", _("All actions")),
    ]

    def __init__(self, face: Face, level: BoardRow) -> None:
        super().__init__()
        self._face = face
        self._level = level
        self._rows = face.requirements(level.id)
        self._lines = listed(self._rows)
        self._title = Static(id="level", markup=False)
        self._list = Rows(id="requirements")
        self._proof = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The level, its requirements, and a proof."""
        yield HeaderLine(self._face)
        yield self._title
        yield self._list
        with VerticalScroll(id="proof"):
            yield self._proof
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Fill everything before the first layout."""
        self.on_resize()

    def on_resize(self) -> None:
        """Lay everything out for this width."""
        width = self.app.size.width - _SIDES
        self._title.update(standing(self._level, width))
        headings = frozenset(n for n, line in enumerate(self._lines) if isinstance(line, str))
        heights = [height(line, width) for line in self._lines]

        def draw(index: int, _width: int) -> Content:
            return drawn(self._rows, self._lines[index], width)

        self._list.show(draw, len(self._lines), heights=heights, headings=headings, picked=self._list.picked or 0)
        self._show()

    @property
    def _row(self) -> RequirementRow | None:
        """The requirement under the mark."""
        line = self._lines[self._list.picked] if self._list.picked is not None else None
        return self._rows[line] if isinstance(line, int) else None

    @on(Rows.Picked)
    def _show(self) -> None:
        if self._row is not None:
            width = self.app.size.width - _SIDES
            self._proof.update(proof_of(self._row, self._face.proof(self._row.id), width))
            self.query_one("#proof").scroll_home(animate=False)

    @on(Rows.Chosen)
    def action_prove(self) -> None:
        """Open the whole proof of the requirement under the mark."""
        row = self._row
        if row is not None:
            text = self._face.proof(row.id)
            self.app.push_screen(Page(self._face, row.title, lambda width: proof_of(row, text, width)))
