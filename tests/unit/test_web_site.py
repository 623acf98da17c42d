"""The site: who is let in, from where, and what they may reach. The visitors' processes are not part of this."""

import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
import pytest_asyncio
from aiohttp import ClientPayloadError, WSServerHandshakeError, hdrs, web
from aiohttp.test_utils import TestClient, TestServer

from intake.web.address import Origin
from intake.web.server import Office, Site
from intake.web.visitors import MOST_WRONG

if TYPE_CHECKING:
    from textual_serve.app_service import AppService

    from intake.web.visit import Visit

Browser = TestClient[web.Request, web.Application]
ORIGIN = "http://desk.example.org:8000"
KEYS = ["key-a", "key-b"]
OURS = {hdrs.HOST: "desk.example.org:8000"}
ACTING = OURS | {hdrs.ORIGIN: ORIGIN}


class Desk:
    """A site with two places, and as many browsers as a test needs."""

    def __init__(self, folder: Path, origin: str) -> None:
        self.said: list[str] = []
        self.cases = [f"case {number}" for number in range(1, 9)]
        office = Office(Origin.parse(origin), folder, None, self._begin, self.said.append)
        self.site = Site(office, list(KEYS))
        self.server = TestServer(self.site.app())
        self.browsers: list[Browser] = []

    def _begin(self, number: int) -> str:
        return self.cases[number - 1]

    def browser(self) -> Browser:
        """Another browser, with no cookies."""
        self.browsers.append(TestClient(self.server))
        return self.browsers[-1]

    async def visitor(self, key: str) -> Browser:
        """A browser that has entered by `key`."""
        browser = self.browser()
        answer = await browser.post(f"/enter/{key}", headers=ACTING, allow_redirects=False)
        assert (answer.status, answer.headers[hdrs.LOCATION]) == (303, "/")
        return browser


@pytest_asyncio.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    desk = Desk(tmp_path, ORIGIN)
    await desk.server.start_server()
    yield desk
    for browser in desk.browsers:
        await browser.close()
    await desk.server.close()


async def test_a_link_says_what_it_is_and_a_press_of_its_button_enters(desk: Desk) -> None:
    browser = desk.browser()
    for _look in range(2):  # looking at a link, as programs do ahead of people, does not use it up
        welcome = await browser.get("/enter/key-a", headers=OURS)
        assert welcome.status == 200
        assert 'method="post" action="/enter/key-a"' in await welcome.text()
    entered = await browser.post("/enter/key-a", headers=ACTING)
    assert (entered.status, entered.url.path) == (200, "/")
    assert 'data-session-websocket-url="ws://desk.example.org:8000/ws"' in await entered.text()
    assert desk.said == ["Visitor 1 has entered."]
    again = await browser.get("/enter/key-a", headers=OURS, allow_redirects=False)
    assert (again.status, again.headers[hdrs.LOCATION]) == (303, "/")


async def test_the_cookie_is_kept_from_scripts_and_from_other_sites(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "https://desk.example.org")
    await desk.server.start_server()
    headers = {hdrs.HOST: "desk.example.org", hdrs.ORIGIN: "https://desk.example.org"}
    answer = await desk.browser().post("/enter/key-a", headers=headers, allow_redirects=False)
    (cookie,) = answer.headers.getall(hdrs.SET_COOKIE)
    assert {"HttpOnly", "SameSite=Strict", "Secure", "Path=/"} <= set(cookie.split("; "))
    await desk.browsers[0].close()
    await desk.server.close()


@pytest.mark.parametrize("path", ["/", "/ws", "/download/abc"])
async def test_without_a_link_nothing_opens(desk: Desk, path: str) -> None:
    answer = await desk.browser().get(path, headers=OURS)
    assert answer.status == 401
    assert "open the link you were given" in await answer.text()


@pytest.mark.parametrize("key", ["wrong", "key-", "KEY-C", "key-a%00", "..%2f", "é"])
async def test_a_wrong_key_is_refused_kindly(desk: Desk, key: str) -> None:
    browser = desk.browser()
    for answer in (
        await browser.get(f"/enter/{key}", headers=OURS),
        await browser.post(f"/enter/{key}", headers=ACTING),
    ):
        assert answer.status == 403
        assert "This link is not right" in await answer.text()
    assert not desk.said


async def test_a_used_link_is_refused_in_another_browser(desk: Desk) -> None:
    await desk.visitor("key-a")
    other = desk.browser()
    for answer in (await other.get("/enter/key-a", headers=OURS), await other.post("/enter/key-a", headers=ACTING)):
        assert answer.status == 403
        assert "This link has been used" in await answer.text()
    assert (await other.get("/", headers=OURS)).status == 401


async def test_one_visitor_too_many_is_told_so(desk: Desk) -> None:
    await desk.visitor("key-a")
    await desk.visitor("key-b")
    answer = await desk.browser().get("/enter/key-b", headers=OURS)
    assert answer.status == 503
    assert "Every place is taken" in await answer.text()


async def test_guessing_is_stopped_and_visitors_are_not(desk: Desk) -> None:
    visitor, guesser = await desk.visitor("key-a"), desk.browser()
    codes = [(await guesser.get(f"/enter/wrong-{n}", headers=OURS)).status for n in range(MOST_WRONG + 1)]
    assert codes == [403] * MOST_WRONG + [429]
    assert (await guesser.get("/enter/key-b", headers=OURS)).status == 429
    assert (await visitor.get("/", headers=OURS)).status == 200


async def test_each_visitor_has_a_case_of_their_own(desk: Desk) -> None:
    await desk.visitor("key-a")
    await desk.visitor("key-b")
    assert [place.case for place in desk.site.book.places] == ["case 1", "case 2"]


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "https://desk.example.org:8000", "http://desk.example.org", "null", None]
)
async def test_a_foreign_origin_can_do_nothing(desk: Desk, origin: str | None) -> None:
    visitor = await desk.visitor("key-a")
    headers = OURS | ({hdrs.ORIGIN: origin} if origin else {})
    with pytest.raises(WSServerHandshakeError) as refused:
        await visitor.ws_connect("/ws", headers=headers)
    assert refused.value.status == 403
    for path in ("/end", "/enter/key-b"):
        assert (await visitor.post(path, headers=headers)).status == 403
    if origin:
        assert (await visitor.get("/", headers=headers)).status == 403
    assert desk.said == ["Visitor 1 has entered."]


@pytest.mark.parametrize(
    "host", ["evil.example:8000", "desk.example.org", "desk.example.org:8000.evil.example", "127.0.0.1:8000"]
)
async def test_another_name_that_leads_here_leads_nowhere(desk: Desk, host: str) -> None:
    visitor = await desk.visitor("key-a")
    answer = await visitor.get("/", headers={hdrs.HOST: host})
    assert answer.status == 403
    assert "another site" in await answer.text()


@pytest.mark.parametrize(
    "path",
    ["/static", "/static/", "/static/../server.py", "/static/..%2fserver.py",
     "/static//etc/passwd", "/static/js/textual.js", "/static/%2fetc%2fpasswd", "/nothing",
     "/server.py", "/favicon.ico"],
)  # fmt: skip
async def test_there_is_no_way_to_any_other_file(desk: Desk, path: str) -> None:
    answer = await desk.browser().get(path, headers=OURS)
    assert answer.status == 404
    assert "There is nothing here" in await answer.text()


async def test_all_that_a_page_loads_comes_from_here(desk: Desk) -> None:
    visitor = await desk.visitor("key-a")
    pages = [await (await visitor.get(path, headers=OURS)).text() for path in ("/", "/left", "/enter/key-b")]
    styles = [
        await (await visitor.get(f"/static/{name}", headers=OURS)).text()
        for name in ("terminal.css", "page.css", "xterm.css")
    ]
    loaded = {path for text in (*pages, *styles) for path in re.findall(r"(?:src=|href=|url\()[\"']?([^\"')>]+)", text)}
    assert loaded
    for path in loaded - {"data:,"}:
        assert path.startswith("/")
        assert (await visitor.get(path, headers=OURS)).status == 200


def bodies() -> Iterator[tuple[str, int]]:
    """Paths with the status that each answers with."""
    yield from [("/", 401), ("/enter/key-a", 200), ("/enter/wrong", 403), ("/static/page.css", 200), ("/nothing", 404)]


@pytest.mark.parametrize(("path", "status"), bodies())
async def test_every_answer_forbids_what_a_page_need_not_do(desk: Desk, path: str, status: int) -> None:
    answer = await desk.browser().get(path, headers=OURS)
    assert answer.status == status
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "frame-ancestors 'none'" in policy
    assert "connect-src 'self' ws://desk.example.org:8000;" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "same-origin"


async def test_a_visit_that_is_ended_leaves_nothing_in_the_browser_and_its_place_to_another(desk: Desk) -> None:
    visitor = await desk.visitor("key-a")
    await desk.visitor("key-b")
    cookies = {cookie.key: cookie.value for cookie in visitor.session.cookie_jar}
    ended = await visitor.post("/end", headers=ACTING)
    assert "Your visit has ended" in await ended.text()
    assert (await visitor.get("/", headers=OURS)).status == 401
    assert (await desk.browser().get("/", headers=OURS, cookies=cookies)).status == 401
    link = desk.said[-1].rpartition(" ")[2]
    assert link.startswith(f"{ORIGIN}/enter/")
    await desk.visitor(link.removeprefix(f"{ORIGIN}/enter/"))
    assert [place.case for place in desk.site.book.places] == ["case 3", "case 2"]


async def test_somebody_else_at_the_same_browser_begins_a_case_of_their_own(desk: Desk) -> None:
    browser = await desk.visitor("key-a")
    welcome = await (await browser.get("/enter/key-b", headers=OURS)).text()
    assert "An application is open in this browser already" in welcome
    await browser.post("/enter/key-b", headers=ACTING)
    assert [place.case for place in desk.site.book.places] == ["", "case 2"]
    assert (await browser.get("/enter/key-a", headers=OURS)).status == 403


class Offering:
    """A visit whose process offers a file under the key "abc", in parts; `whole` where it comes to its end."""

    app_service_id = "offering"

    def __init__(self, site: Site, *, whole: bool) -> None:
        self._site, self._whole, self.delivered = site, whole, set[str]()
        self._parts = iter([b"a bund", b"le"])

    async def offer(self) -> None:
        """Offer the file, under a name that means harm."""
        await self._site.files.create_download(
            app_service=cast("AppService", self),
            delivery_key="abc",
            file_name='me".zip\r\nSet-Cookie: a=b',
            open_method="browser",
            mime_type="text/html",
        )

    async def send_meta(self, _request: dict[str, str | int | bool | None]) -> bool:
        part = next(self._parts, b"" if self._whole else None)
        if part == b"":
            self.delivered.add("abc")
        if part is None:
            return False
        await self._site.files.chunk_received("abc", part)
        return True


async def test_a_file_goes_to_the_visitor_it_is_for_and_to_nobody_else(desk: Desk) -> None:
    mine, other = await desk.visitor("key-a"), await desk.visitor("key-b")
    offering = Offering(desk.site, whole=True)
    desk.site.visits[1] = cast("Visit", offering)
    await offering.offer()
    for browser, status in ((desk.browser(), 401), (other, 404), (mine, 200), (mine, 404)):
        answer = await browser.get("/download/abc", headers=OURS)
        assert answer.status == status
        if status == 200:
            assert await answer.read() == b"a bundle"
            assert answer.headers[hdrs.CONTENT_TYPE] == "application/octet-stream"
            assert answer.headers[hdrs.CONTENT_DISPOSITION].startswith("attachment; ")
            assert "a=b" not in answer.headers.get(hdrs.SET_COOKIE, "")


async def test_a_part_of_a_file_is_never_taken_for_the_whole(desk: Desk) -> None:
    mine = await desk.visitor("key-a")
    offering = Offering(desk.site, whole=False)
    desk.site.visits[1] = cast("Visit", offering)
    await offering.offer()
    answer = await mine.get("/download/abc", headers=OURS)
    with pytest.raises(ClientPayloadError):
        await answer.read()
