"""What every app of this program does alike: its themes, small terminals, signals, and how it ends when it breaks."""

import asyncio
import signal
import sys
import traceback
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.constants import DEFAULT_THEME
from textual.geometry import Size
from textual.reactive import Reactive
from textual.types import CSSPathType

from intake.tui import settings, terminal
from intake.tui.ahead import Ahead
from intake.tui.themes import THEMES, first_theme
from intake.words import _

#: Seconds between two looks at the terminal.
_LOOK = 1.0


class Shell(Ahead):
    """An app with a person's wishes, which are kept in the folder `home`; without one they hold for this time."""

    TITLE = "intake"
    CSS_PATH: ClassVar[CSSPathType | None] = "interview.tcss"  # the default screen's own path is not read by Textual

    theme: Reactive[str] = Reactive("textual-dark")  # Textual's filters are chosen by it before ours are registered

    def __init__(self, home: Path | None) -> None:
        super().__init__()
        if sys.platform != "win32":
            from intake.tui.hearing import hear_kindly

            hear_kindly()
        self.home = home
        self.settings = settings.read(home / settings.FILE) if home else settings.Settings(introduced=True)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = first_theme(DEFAULT_THEME, self.settings.theme)
        self.animation_level = "none"

    def on_mount(self) -> None:
        """Keep an eye on the terminal."""
        self._at_terminal = terminal.is_there() and not self.is_headless
        self.set_interval(_LOOK, self._look_at_terminal)

    def _look_at_terminal(self) -> None:
        """Leave where the terminal went away without a word; of several signals at once an old size may come last."""
        if self._at_terminal and not terminal.is_there():
            self.exit(return_code=128 + signal.SIGHUP)
        elif self._at_terminal and (size := terminal.size()).area and size != self.size:
            self.post_message(events.Resize(size, size))

    def on_load(self) -> None:
        """Leave in good order when told to by a signal, from the first moment: all that was sent is committed."""
        self.screen_change_signal.subscribe(self, lambda _screen: self._fit(self.size), immediate=True)
        if sys.platform == "win32":
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self.exit, None, 128 + number)

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the terminal is too small, and go on when it is not any more."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        from intake.tui.small import cover

        for screen in self.screen_stack:
            cover(screen, size)

    def remember(self, **wishes: str | bool) -> None:
        """Keep a person's wishes for the next time; where the disk does not take them, they hold for this time."""
        self.settings = replace(self.settings, **wishes)  # type: ignore[arg-type]
        if self.home is not None:
            with suppress(OSError):
                settings.write(self.home / settings.FILE, self.settings)

    def _fatal_error(self) -> None:
        """Leave with where it broke, without the values at hand: a report must hold nobody's answers."""
        kind, _value, trace = sys.exc_info()
        where = "".join(traceback.format_tb(trace))
        self.bell()
        self.panic(_FAILED + f"\n\n{where}{kind.__name__ if kind else ''}")


_FAILED = _(
    "intake met an error of its own and has to stop. Every answer you sent is saved. Start it again to go on;\n"
    "if this comes back, please report the lines below. They hold none of your answers."
)
