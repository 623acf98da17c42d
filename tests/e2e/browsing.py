"""A server and browsers as people use them: links are opened, keys are pressed, and the screen is read.

The page draws letters, so its text is read from what the server sends it, through a terminal of our own (pyte).
"""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any

import pyte
from desk import DAY, LONGEST, Desk, environment
from playwright.sync_api import Browser, BrowserContext, Page, WebSocket, sync_playwright

#: The browser of the system; none is ever downloaded.
CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
#: Milliseconds between two looks at a screen.
_LOOK = 25
_SIZE = re.compile(r'^\["resize",\{"width":(\d+),"height":(\d+)\}\]$')


class Served:
    """`intake serve` at work, at a port of its own."""

    def __init__(self, desk: Desk, *arguments: str) -> None:
        self.desk, self.said = desk, ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "intake", "serve", "--port", "0", "--as-of", DAY, "--home", desk.home, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=desk.folder,
            env=environment(desk.folder, PYTHONUNBUFFERED="1"),
            text=True,
        )
        self.until("ctrl+c closes")
        self.links: list[str] = re.findall(r"http://\S+/enter/\S+", self.said)
        self.origin = self.links[0].partition("/enter/")[0]
        self._unused = iter(enumerate(self.links, start=1))

    def until(self, words: str) -> str:
        """Read on until a line has `words`; that line."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line
            if words in line:
                return line
        raise AssertionError(self.said)

    def next(self) -> tuple[int, str]:
        """The number of the next visitor, and their link."""
        return next(self._unused)

    def processes(self) -> list[int]:
        """The visitors' processes."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return [int(number) for task in tasks for number in task.read_text().split()]

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal and see the server end; its exit code."""
        self.process.send_signal(number)
        assert self.process.stdout is not None
        self.said += self.process.stdout.read()
        return self.process.wait(LONGEST)


@contextmanager
def served(desk: Desk, *arguments: str) -> Iterator[Served]:
    """A server, ended in any case."""
    server = Served(desk, *arguments)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.end()
        assert server.process.stdout is not None
        server.process.stdout.close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class _Blank(BaseHTTPRequestHandler):
    """An empty page at every path."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Nothing."""


@contextmanager
def elsewhere() -> Iterator[str]:
    """Another site on this computer; its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Blank) as site:
        thread = Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{site.server_port}/"
        site.shutdown()
        thread.join()


class Tab:
    """One tab, and the screen of the app in it."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.page.set_default_timeout(LONGEST * 1000)
        self.foreign: list[str] = []
        self._shown: str | None = None
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        origin = address.partition("/enter/")[0]
        self.page.on("request", lambda request: self._note(request.url, origin))
        self.page.on("websocket", self._follow)
        self.status = self._open(address)

    def _open(self, address: str) -> int:
        answer = self.page.goto(address)
        assert answer is not None
        return answer.status

    def _note(self, url: str, origin: str) -> None:
        if not url.startswith((origin, "data:")):
            self.foreign.append(url)

    def _follow(self, socket: WebSocket) -> None:
        self._screen.reset()
        self._shown = None
        socket.on("framesent", self._resize)
        socket.on("framereceived", self._paint)

    def _resize(self, frame: Any) -> None:
        size = _SIZE.match(frame) if isinstance(frame, str) else None
        if size:
            self._screen.resize(columns=int(size[1]), lines=int(size[2]))

    def _paint(self, frame: Any) -> None:
        if isinstance(frame, bytes):
            self._stream.feed(frame)
            self._shown = None

    def begin(self) -> "Tab":
        """Press the button of the welcome."""
        self.page.get_by_role("button", name="Begin").click()
        return self

    def until(self, words: str) -> "Tab":
        """Wait until the screen shows `words`."""
        deadline = monotonic() + LONGEST
        while words not in self.shown:
            assert monotonic() < deadline, f"waited for {words!r} in vain at {self.page.url}; shown: {self.shown}"
            self.page.wait_for_timeout(_LOOK)  # the page's events are heard meanwhile
        return self

    @property
    def shown(self) -> str:
        """The screen, its lines joined as they are wrapped."""
        if self._shown is None:
            self._shown = " ".join(" ".join(self._screen.display).split())
        return self._shown

    def say(self, words: str) -> "Tab":
        """Type an answer and send it."""
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")
        return self
