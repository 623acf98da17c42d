"""The site: the routes, and what of them each visitor may reach."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import NamedTuple, NoReturn

import textual_serve
from aiohttp import WSMsgType, web
from aiohttp.helpers import content_disposition_header
from textual_serve.download_manager import DownloadManager

from intake.web import pages, visitors
from intake.web.address import Origin
from intake.web.guard import Refusal, guard, shown
from intake.web.messages import Keys, Look, Size, cells, heard
from intake.web.visit import Visit, command
from intake.web.visitors import Knock, Place
from intake.words import _

#: Seconds between signs of life; a page that gives none for half as long again is taken to be gone.
HEARTBEAT = 15.0
#: Seconds that a browser remembers whose it is: a day at the desk, also when it is closed and opened again.
_DAY = 12 * 3600
#: Seconds that a page is given to say goodbye.
_GOODBYE = 1.0
_OURS = Path(__file__).with_name("static")
_THEIRS = Path(textual_serve.__file__).with_name("static")
#: Every file that is served, by its name here. There is no other way to a file of this computer.
FILES = {
    "page.css": _OURS / "page.css",
    "terminal.css": _OURS / "terminal.css",
    "terminal.js": _OURS / "terminal.js",
    "xterm.css": _THEIRS / "css" / "xterm.css",
    "textual.js": _THEIRS / "js" / "textual.js",
    "RobotoMono.ttf": _THEIRS / "fonts" / "RobotoMono-VariableFont_wght.ttf",
    "RobotoMono-Italic.ttf": _THEIRS / "fonts" / "RobotoMono-Italic-VariableFont_wght.ttf",
}
_REFUSED = {Knock.USED: pages.USED, Knock.FULL: pages.FULL, Knock.UNKNOWN: pages.WRONG}


class Office(NamedTuple):
    """What the site needs of the world around it."""

    origin: Origin
    home: Path
    as_of: str | None
    begin: Callable[[int], str]  # begins the case of the visitor of this number; its id
    say: Callable[[str], None]  # a line for the terminal that the server runs in; never anything personal


@dataclass
class Site:
    """A run of the server: its visitors, and the process of each that has the page open."""

    office: Office
    keys: list[str]
    book: visitors.Book = field(init=False)
    visits: dict[int, Visit] = field(default_factory=dict)
    files: DownloadManager = field(default_factory=DownloadManager)

    def __post_init__(self) -> None:
        self.book = visitors.opened(self.keys)
        self._wrong: tuple[float, ...] = ()
        self._coming: dict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        # cookies do not tell ports apart, and another run may have another port
        self._cookie = f"intake-{self.office.origin.port}"

    def app(self) -> web.Application:
        """The site as an application of aiohttp."""
        app = web.Application()
        guard(app, self.office.origin)
        app.add_routes(
            [
                web.get("/", self._page),
                web.get("/ws", self._talk),
                web.get("/enter/{key}", self._welcome),
                web.post("/enter/{key}", self._enter),
                web.post("/end", self._end),
                web.get("/static/{name}", _file),
                web.get("/download/{key}", self._download),
                *(web.get(path, _page_of(page)) for path, page in pages.ENDS.items()),
            ]
        )
        return app

    def link(self, key: str) -> str:
        """What to open in a browser."""
        return f"{self.office.origin}/enter/{key}"

    async def close(self) -> int:
        """End every visit; how many there were."""
        visits = list(self.visits.values())
        await asyncio.gather(*(visit.stop() for visit in visits))
        return len(visits)

    def _visitor(self, request: web.Request) -> Place:
        """Whose browser this is. Raises Refusal."""
        found = visitors.visitor(self.book, request.cookies.get(self._cookie, ""))
        if found is None:
            raise Refusal(pages.NO_LINK)
        return found

    async def _page(self, request: web.Request) -> web.Response:
        self._visitor(request)
        return web.Response(text=pages.terminal(self.office.origin.sockets), content_type="text/html")

    def _knock(self, request: web.Request) -> tuple[Knock, Place | None]:
        """What the key in a request is good for. Raises Refusal where too many were wrong of late."""
        now = monotonic()
        if visitors.guessing(self._wrong, now):
            raise Refusal(pages.GUESSING)
        answer, place = visitors.knock(self.book, request.match_info["key"])
        if answer is Knock.UNKNOWN:
            self._wrong = (*visitors.recent(self._wrong, now), now)
        return answer, place

    async def _welcome(self, request: web.Request) -> web.Response:
        """What a link shows; one's own leads on."""
        answer, place = self._knock(request)
        mine = visitors.visitor(self.book, request.cookies.get(self._cookie, ""))
        if answer is Knock.WELCOME:
            key = visitors.tidied(request.match_info["key"])
            return shown(pages.welcome(key, in_another=mine is not None))
        if mine is not None and mine == place:
            raise web.HTTPSeeOther("/")
        raise Refusal(_REFUSED[answer])

    async def _enter(self, request: web.Request) -> NoReturn:
        """Trade a key for a cookie. Whoever was in this browser before has left it for good."""
        answer, place = self._knock(request)
        if answer is not Knock.WELCOME or place is None:
            raise Refusal(_REFUSED[answer])
        before = visitors.visitor(self.book, request.cookies.get(self._cookie, ""))
        cookie = visitors.new_cookie()
        self.book = visitors.entered(self.book, place.number, cookie, self.office.begin(place.number))
        self.office.say(_("Visitor {number} has entered.").format(number=place.number))
        if before is not None:
            await self._depart(before)
        onward = web.HTTPSeeOther("/")
        onward.set_cookie(
            self._cookie,
            cookie,
            max_age=_DAY,
            path="/",
            httponly=True,
            samesite="Strict",
            secure=self.office.origin.secure,
        )
        raise onward

    async def _end(self, request: web.Request) -> NoReturn:
        """Let this browser forget its visitor."""
        await self._depart(self._visitor(request))
        onward = web.HTTPSeeOther("/ended")
        onward.del_cookie(self._cookie, path="/")
        raise onward

    async def _depart(self, place: Place) -> None:
        key = visitors.new_key()
        self.book = visitors.departed(self.book, place.number, key)
        words = _("Visitor {number} has left for good. A link for the next one: {link}")
        self.office.say(words.format(number=place.number, link=self.link(key)))
        if place.number in self.visits:
            await self._lead_away(self.visits[place.number], "/ended")

    async def _talk(self, request: web.Request) -> web.WebSocketResponse:
        """The app, as long as the page is open; a page opened later takes over from it."""
        place = self._visitor(request)
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT, timeout=_GOODBYE)
        await socket.prepare(request)
        visit = Visit(command(self.office.home, place.case, self.office.as_of), self.office.home, socket, self.files)
        try:
            await self._come(
                place.number, visit, Size(cells(request.query.get("width")), cells(request.query.get("height")))
            )
            await _converse(socket, visit)
        finally:
            await visit.stop()
            if self.visits.get(place.number) is visit:
                del self.visits[place.number]
                self.office.say(_("Visitor {number} has closed the page; all is saved.").format(number=place.number))
        return socket

    async def _come(self, number: int, visit: Visit, size: Size) -> None:
        """Start a visit once the one before, which has the case locked, has ended."""
        async with self._coming[number]:
            before, self.visits[number] = self.visits.get(number), visit
            if before is not None:
                await self._lead_away(before, "/elsewhere")
            await visit.start(size.width, size.height)
        if before is None:
            self.office.say(_("Visitor {number} has opened the page.").format(number=number))

    async def _lead_away(self, visit: Visit, path: str) -> None:
        """End a visit, and say so on its page."""
        await asyncio.gather(visit.lead(path), visit.stop())

    async def _download(self, request: web.Request) -> web.StreamResponse:
        """A file that the visitor's own process offers, once."""
        visit = self.visits.get(self._visitor(request).number)
        key = request.match_info["key"]
        try:
            offered = await self.files.get_download_metadata(key)
        except KeyError:
            raise web.HTTPNotFound from None
        if visit is None or offered.app_service is not visit:
            raise web.HTTPNotFound
        response = web.StreamResponse()
        response.content_type = "application/octet-stream"  # to be kept, whatever it is, and never shown
        response.headers["Content-Disposition"] = content_disposition_header("attachment", filename=offered.file_name)
        await response.prepare(request)
        async for chunk in self.files.download(key):
            await response.write(chunk)
        if key in visit.delivered:
            await response.write_eof()
        elif request.transport is not None:
            request.transport.abort()  # a part of a bundle has to fail in the browser, and not to look like all of it
        return response


async def _converse(socket: web.WebSocketResponse, visit: Visit) -> None:
    """Pass on what a page says, until it is closed."""
    async for message in socket:
        said = heard(message.data) if message.type is WSMsgType.TEXT else None
        if isinstance(said, Keys):
            await visit.send_bytes(said.data)
        elif isinstance(said, Size):
            await visit.set_terminal_size(said.width, said.height)
        elif isinstance(said, Look):
            await (visit.focus() if said.here else visit.blur())


async def _file(request: web.Request) -> web.FileResponse:
    path = FILES.get(request.match_info["name"])
    if path is None:
        raise web.HTTPNotFound
    return web.FileResponse(path)


def _page_of(page: pages.Page) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def show(_request: web.Request) -> web.Response:
        return shown(page)

    return show
