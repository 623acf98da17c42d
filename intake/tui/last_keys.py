"""The keys of the last moment: Textual throws away what is typed while an app ends, and here another one follows it."""

import signal

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from intake.tui.ahead import Ahead, Typed


class LastKeys(LinuxDriver):
    """The driver of an app that may be followed by another.

    Once its app holds its keys, what is typed waits in `ahead`, or, where nobody listens any more, in the terminal.
    """

    def process_message(self, message: Message) -> None:
        """Hand a message on, in the thread that reads; what is typed waits at once where it will not be obeyed here."""
        if isinstance(message, Typed) and self._followed:
            self._app.ahead.append(message)  # type: ignore[attr-defined]
        else:
            super().process_message(message)

    def disable_input(self) -> None:
        """Hear no more keys, and take none from the app that follows."""
        if not self._followed:
            super().disable_input()
        elif self._key_thread is not None:
            signal.signal(signal.SIGWINCH, signal.SIG_DFL)
            self._disable_mouse_support()
            self.exit_event.set()
            self._key_thread.join()
            self._key_thread = None

    @property
    def _followed(self) -> bool:
        return isinstance(self._app, Ahead) and self._app.holds_keys
