"""The board screen: where the person stands at each level, with the proof behind it; the sections; what is to do."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from intake.session.face import Face
from intake.tui.frame import HeaderLine, KeyLine
from intake.tui.lines import board_row, heading, listing, outline, proof, titled
from intake.words import _

_SIDES = 8
_BACK = Binding("escape", "app.pop_screen", _("Back"), key_display="Esc")
_COMMON: list[BindingType] = [
    Binding("f1", "app.help", _("Help"), key_display="F1"),
    Binding("ctrl+p", "app.command_palette", _("All actions")),
]


class Board(Screen[None]):
    """The levels as a list; Enter opens a level's proof."""

    CSS_PATH = "board.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        _BACK,
        Binding("enter", "prove", _("Proof"), key_display="Enter"),
        Binding("c", "app.compare", _("Compare")),
        Binding("w", "app.what_if", _("What if …")),
        Binding("t", "app.timeline", _("Timeline"), show=False),
        *_COMMON,
    ]

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._rows = face.board()
        self._title = Static(markup=False)
        self._list = OptionList(id="levels", markup=False)
        self._outline = Static(markup=False)
        self._lists = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The levels above; the sections and what is to do, side by side, below."""
        yield HeaderLine(self._face)
        with VerticalScroll(id="standing", can_focus=False):
            yield self._title
            yield self._list
            with Horizontal(id="below"):
                yield self._outline
                yield self._lists
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Fill everything before the first layout, so that each part is given the height it needs."""
        self._lay_out()

    def on_resize(self) -> None:
        """Lay everything out for this width."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.app.size.width - _SIDES
        at = self._list.highlighted or 0
        self._list.set_options(Option(board_row(row, width), id=row.id) for row in self._rows)
        self._list.highlighted = at if self._rows else None
        self._title.update(heading(_("Where you stand"), width))
        half = width // 2 - 2
        mine, waiting = self._face.to_do()
        self._outline.update(titled(_("Your application"), outline(self._face.outline(), half), half))
        to_do = titled(_("To do"), listing(mine, half), half)
        waiting_on = titled(_("Waiting on others"), listing(waiting, half), half)
        self._lists.update(Content("\n\n").join([to_do, waiting_on]))

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_prove()

    def action_prove(self) -> None:
        """Open the highlighted level's proof."""
        at = self._list.highlighted
        if at is not None:
            row = self._rows[at]
            title = " ".join(part for part in (row.number, row.title) if part)
            self.app.push_screen(Proof(self._face, title, self._face.proof(row.id)))


class Proof(Screen[None]):
    """The rule, the figures, what counted and what did not, and the source, for each requirement of a level."""

    CSS_PATH = "board.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [_BACK, *_COMMON]

    def __init__(self, face: Face, title: str, text: str) -> None:
        super().__init__()
        self._face = face
        self._title = title
        self._text = text
        self._page = Static(markup=False)

    def compose(self) -> ComposeResult:
        """One long text to scroll."""
        yield HeaderLine(self._face)
        with VerticalScroll(id="proof"):
            yield Static(Content.styled(self._title, "bold"), id="proof-title", markup=False)
            yield self._page
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Fill the page before the first layout."""
        self.on_resize()

    def on_resize(self) -> None:
        """Lay the text out for this width."""
        self._page.update(proof(self._text, self.app.size.width - _SIDES))
