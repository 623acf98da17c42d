"""How the app in a visitor's process reaches the browser: Textual's driver for the web, and an end to it."""

from textual import messages
from textual.drivers.web_driver import WebDriver


class BrowserDriver(WebDriver):
    """The same, but it leaves when the server is gone, however that went, instead of waiting for it for ever."""

    def run_input_thread(self) -> None:
        """Read until there is nothing more to come."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(messages.ExitApp())
