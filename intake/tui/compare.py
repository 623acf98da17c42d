"""Two editions side by side: the one that judges this case, and any other one, line by line.

The list is painted first; each edition judges the answers after that, and then says beside its name how much differs.
"""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from intake.session.face import Face
from intake.session.views import Beside
from intake.tui.frame import HeaderLine, KeyLine
from intake.tui.lines import fit, heading, proof
from intake.tui.rows import Rows
from intake.words import _

_SIDES = 8


class Compare(Screen[None]):
    """The other editions as a list; the one picked is compared below. Tab goes to what is below, to scroll it."""

    ABOUT = _("What another edition of the rules says of your answers; nothing of your case changes.")
    AUTO_FOCUS = "#editions"
    CSS_PATH = "compare.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", _("Back"), key_display="Esc"),
        Binding("tab", "app.focus_next", _("To the lines, and back"), key_display="Tab"),
        Binding("f1", "app.help", _("Help"), key_display="F1"),
        Binding("ctrl+p", "app.command_palette", _("All actions")),
    ]

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._editions = face.editions()
        self._title = Static(markup=False)
        self._list = Rows(id="editions")
        self._judged: dict[str, Beside] = {}
        self._chosen = False
        self._page = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The editions above, what changes under the one picked below."""
        yield HeaderLine(self._face)
        yield self._title
        yield self._list
        with VerticalScroll(id="changes"):
            yield self._page
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Fill everything before the first layout."""
        self._list.show(self._draw, len(self._editions))
        self.call_after_refresh(self._judge_next)

    def on_resize(self) -> None:
        """Lay everything out for this width."""
        width = self.app.size.width - _SIDES
        self._title.update(heading(_("What would change under another edition"), width))
        self._show()

    def _draw(self, index: int, width: int) -> Content:
        name, title = self._editions[index]
        judged = self._judged.get(name)
        return fit(f"{title} ({name})" + (f": {judged.summary}" if judged else ""), width)

    def _judge_next(self) -> None:
        """One edition after another, so that keys are heard between them; then the mark goes to one that differs."""
        waiting = [name for name, _title in self._editions if name not in self._judged]
        if waiting and self.is_attached:
            self._judged[waiting[0]] = self._face.comparison(waiting[0])
            self._list.redraw()
            if waiting[0] == self._edition:
                self._show()
            self.call_after_refresh(self._judge_next)
        elif not self._chosen:
            differing = (n for n, (name, _title) in enumerate(self._editions) if self._judged[name].differs)
            self._list.picked = next(differing, self._list.picked)

    @property
    def _edition(self) -> str:
        """The edition under the mark; empty where there is none."""
        return self._editions[self._list.picked][0] if self._list.picked is not None else ""

    def _show(self) -> None:
        judged = self._judged.get(self._edition)
        self._page.update(proof(judged.text if judged else _("Comparing …"), self.app.size.width - _SIDES))

    @on(Rows.Picked)
    def _compare(self, event: Rows.Picked) -> None:
        self._chosen = self._chosen or event.index > 0
        self._show()
        self.query_one("#changes").scroll_home(animate=False)
