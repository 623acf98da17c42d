"""What every request passes: our own address and no other, and what a browser may do with the answer.

A site that a visitor has open elsewhere can send requests here. Three things keep it out: the header Host has to be
ours (a foreign name that was made to lead here, DNS rebinding, has its own), the header Origin too, and the cookie goes
along with our own pages' requests alone (SameSite).
"""

from collections.abc import Awaitable, Callable

from aiohttp import hdrs, web

from intake.web.address import Origin
from intake.web.pages import ELSEWHERE_ORIGIN, NOTHING_HERE, UNSUITED, Page, html

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Refusal(Exception):
    """A request that is answered with a page that says why not."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.title)
        self.page = page


def shown(page: Page) -> web.Response:
    """A page as an answer."""
    return web.Response(status=page.status, text=html(page), content_type="text/html")


def guard(app: web.Application, origin: Origin) -> None:
    """Let every request to `app`, a site at `origin`, pass the checks, and every answer carry the headers."""
    headers = _headers(origin)

    async def stamp(_request: web.Request, response: web.StreamResponse) -> None:
        for name, value in headers.items():
            response.headers.setdefault(name, value)

    @web.middleware
    async def check(request: web.Request, handler: _Handler) -> web.StreamResponse:
        try:
            if not ours(request, origin):
                raise Refusal(ELSEWHERE_ORIGIN)
            return await handler(request)
        except Refusal as refusal:
            return shown(refusal.page)
        except web.HTTPClientError as error:
            return shown(NOTHING_HERE if isinstance(error, web.HTTPNotFound) else UNSUITED)

    app.middlewares.append(check)
    app.on_response_prepare.append(stamp)


def ours(request: web.Request, origin: Origin) -> bool:
    """Whether a request is addressed to `origin`, and comes from a page of it where it could do something."""
    if request.headers.get(hdrs.HOST) != origin.netloc:
        return False
    named = request.headers.get(hdrs.ORIGIN)
    acts = request.method not in {hdrs.METH_GET, hdrs.METH_HEAD} or hdrs.UPGRADE in request.headers
    return named == str(origin) or (named is None and not acts)


def _headers(origin: Origin) -> dict[str, str]:
    # xterm.js sets the colours and the size of its cells by style elements of its own making
    policy = (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        f"font-src 'self'; connect-src 'self' {origin.sockets}; form-action 'self'; base-uri 'none'; "
        f"frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",  # with no-referrer, a form's own Origin would be "null"
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
