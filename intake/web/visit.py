"""A visitor's own process, and what goes between it and the browser."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from aiohttp import web
from textual_serve._binary_encode import load as unpacked
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from intake.web.child import BUSY

#: Seconds that a process is given to end by itself; what was sent is committed by then, so ending it loses nothing.
PATIENCE = 3.0
#: What a process gets of the server's environment: its language, its day, and where its modules are.
_PASSED_ON = ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "TZ", "PYTHONPATH", "PYTHONPYCACHEPREFIX", "SYSTEMROOT")
#: The page that the end of a process leads to, by its exit code.
_PAGES = {0: "/left", BUSY: "/busy"}


def command(home: Path, case: str, as_of: str | None) -> list[str]:
    """The command line of a visitor's process. -P: no module is looked for in the folder it runs in."""
    day = ["--as-of", as_of] if as_of else []
    return [sys.executable, "-P", "-m", "intake.web.child", "--home", str(home), *day, case]


def environment(inherited: Mapping[str, str], width: int, height: int) -> dict[str, str]:
    """The environment of a visitor's process, for a terminal of `width` by `height` cells."""
    mine = {
        "TEXTUAL_DRIVER": "intake.web.driver:BrowserDriver",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "COLUMNS": str(width),
        "ROWS": str(height),
    }
    return {name: inherited[name] for name in _PASSED_ON if name in inherited} | mine


class Visit(AppService):
    """One process for one open page. It ends with the page, and the page with it."""

    def __init__(
        self, argv: Sequence[str], folder: Path, socket: web.WebSocketResponse, files: DownloadManager
    ) -> None:
        """`argv` is run in `folder`, for the page at the other end of `socket`."""
        super().__init__(
            argv[0],
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=self._close,
            download_manager=files,
        )
        self._argv, self._folder, self._socket = argv, folder, socket
        self._ending: asyncio.Task[None] | None = None
        #: The keys of the downloads that were handed over to their last byte.
        self.delivered: set[str] = set()

    async def _close(self) -> None:
        await self._socket.close()

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the process itself, with no shell between, and out of reach of a ctrl+c in the server's terminal."""
        self._process = await asyncio.create_subprocess_exec(
            *self._argv,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            cwd=self._folder,
            env=environment(os.environ, width, height),
            start_new_session=True,
        )
        self._stdin = self._process.stdin
        return self._process

    async def run(self) -> None:
        """Pass on what the process says until it ends; then lead the page to where that is said in words."""
        await super().run()
        assert self._process is not None
        code = await self._process.wait()
        if self._ending is None:
            await self.lead(_PAGES.get(code, "/stopped"))

    async def lead(self, path: str) -> None:
        """Lead the page elsewhere, if it is still there."""
        with suppress(ConnectionError):
            await self.remote_write_str(json.dumps(["open_url", {"url": path, "new_tab": False}]))
        await self.remote_close()

    async def on_data(self, payload: bytes) -> None:
        """Paint; a page that has gone is no reason to leave the process waiting for a reader."""
        with suppress(ConnectionError):
            await super().on_data(payload)

    async def on_meta(self, data: bytes) -> None:
        """Offer a file to download. Whatever else the app would do to a page is not for a guest."""
        if json.loads(data)["type"] == "deliver_file_start":
            with suppress(ConnectionError):
                await super().on_meta(data)

    async def on_packed(self, payload: bytes) -> None:
        """Pass a part of a download on; an empty one is its end."""
        match unpacked(payload):
            case ("deliver_chunk", str(key), b""):
                self.delivered.add(key)
        await super().on_packed(payload)

    async def stop(self) -> None:
        """End the process, kindly at first, and then the page. Safe to call again, and while it is ending."""
        if self._task is None:
            return
        if self._ending is None:
            self._ending = asyncio.create_task(self._end(self._task))
        await asyncio.shield(self._ending)

    async def _end(self, running: asyncio.Task[None]) -> None:
        assert self._process is not None
        await self._download_manager.cancel_app_downloads(self.app_service_id)
        try:
            async with asyncio.timeout(PATIENCE):
                await self.send_meta({"type": "quit"})
                await asyncio.shield(running)
        except TimeoutError:
            with suppress(ProcessLookupError):
                self._process.kill()
            await running
        await self.remote_close()
