"""The app of the desk: it ends with the case that is to be opened, which has an app of its own."""

import datetime as dt
import sys
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.types import CSSPathType

from intake.session.desk import Desk
from intake.session.desk_wish import Wish
from intake.tui.desk import DeskScreen
from intake.tui.shell import Shell
from intake.words import _


class DeskApp(Shell):
    """One desk. `chosen` is what is to be opened once it has ended; None where it was left."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["interview.tcss", "desk.tcss"]  # the default screen's is not read
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", _("Leave"), show=False, priority=True),
        Binding("f1", "help", _("Help"), show=False),
    ]

    def __init__(self, desk: Desk, wish: Wish, notice: str = "") -> None:
        super().__init__(desk.home)
        if sys.platform != "win32":
            from intake.tui.last_keys import LastKeys

            self.driver_class = LastKeys
        self._desk, self._wish, self._notice = desk, wish, notice
        self.chosen: DeskScreen.Chosen | None = None

    def get_default_screen(self) -> DeskScreen:
        """The desk."""
        return DeskScreen(self._desk, self._wish, self._notice)

    @on(DeskScreen.Chosen)
    def _leave_for(self, event: DeskScreen.Chosen) -> None:
        self.chosen = event
        self.hold_keys()
        self.exit()

    def action_help(self) -> None:
        """Open the help screen."""
        from intake.tui.help import Help

        if not isinstance(self.screen, Help):
            self.push_screen(Help(self.screen.focused or self.screen, asking=False))


def run(home: Path | None, as_of: dt.date | None, wish: Wish, notice: str = "") -> tuple[DeskScreen.Chosen | None, int]:
    """Show the desk until it is left: what was chosen there, and the exit status. Raises JournalError."""
    with Desk(home, as_of) as desk:
        app = DeskApp(desk, wish, notice)
        app.run()
        if app.chosen is not None:
            app.chosen.typed = tuple(app.ahead)
        return app.chosen, app.return_code or 0
