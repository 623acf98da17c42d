"""The keys of the last moment: Textual throws away what is typed while an app ends, and here another one follows it."""

import asyncio
import signal

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from intake.tui.ahead import Ahead, Typed


class LastKeys(LinuxDriver):
    """The driver of an app that may be followed by another.

    What is typed is in the app's `ahead` from the moment it was read, whether or not the app still listens; once that
    holds its keys, the rest waits in the terminal.
    """

    def send_message(self, message: Message) -> None:
        """Hand a message on, in the thread that reads."""
        if isinstance(message, Typed) and isinstance(self._app, Ahead):
            self._app.ahead.append(message)
            asyncio.run_coroutine_threadsafe(_wake(self._app), loop=self._loop)
        else:
            super().send_message(message)

    def disable_input(self) -> None:
        """Hear no more keys, and take none from the app that follows."""
        if not (isinstance(self._app, Ahead) and self._app.holds_keys):
            super().disable_input()
        elif self._key_thread is not None:
            signal.signal(signal.SIGWINCH, signal.SIG_DFL)
            self._disable_mouse_support()
            self.exit_event.set()
            self._key_thread.join()
            self._key_thread = None


async def _wake(app: Ahead) -> None:
    app.call_later(app.obey_waiting)
