"""What stands round the conversation: the list being built, and how far one is, in a panel or a line."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from intake.session.face import Face
from intake.session.views import Entries, Prompt
from intake.tui.lines import ends, fold
from intake.tui.panel import SidePanel
from intake.words import _

if TYPE_CHECKING:
    from intake.tui.listed import Listed

#: The narrowest terminal, in cells, that has room for the side panel.
WIDE = 100


class Surroundings:
    """The widgets beside and below the conversation of `screen`; each comes once there is something to show in it."""

    def __init__(self, screen: Screen[None], face: Face) -> None:
        self._screen, self._face = screen, face
        self._panel: SidePanel | None = None
        self._listed: Listed | None = None
        #: how far one is, in one line
        self.fold = Static(id="fold", markup=False)

    @property
    def listed(self) -> "Listed | None":
        """The list being built; None while none is."""
        return None if self._listed is None or self._listed.has_class("-empty") else self._listed

    def show(self, prompt: Prompt) -> None:
        """Bring all of it up to date."""
        self._show_list(self._face.entries())
        if self._screen.size.width < WIDE:
            mine, waiting = self._face.to_do()
            line = fold(prompt, self._face.outline(), len(mine), len(waiting))
            key = Content(_("^b board") if self._face.judged else _("^r review"))
            self.fold.update(ends(Content(line), key, self.fold.content_size.width))
        elif self._panel is None:
            self._panel = SidePanel(self._face)
            self._screen.query_one("#body").mount(self._panel)
        else:
            self._panel.show()

    def _show_list(self, entries: Entries | None) -> None:
        if self._listed is not None:
            self._listed.set_class(entries is None, "-empty")
            if entries is not None:
                self._listed.show(entries)
        elif entries is not None:
            from intake.tui.listed import Listed

            self._listed = Listed(entries, id="listed")
            self._screen.query_one("#talk").mount(self._listed, before=self.fold)
