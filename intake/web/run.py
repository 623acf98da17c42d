"""Running the site: the port, the links that are printed, and an end in good order."""

import asyncio
import datetime as dt
import signal
import socket
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from aiohttp import web

from intake.journal.home import home_folder
from intake.journal.store import Journal
from intake.session.titles import VISITOR
from intake.web.address import Origin, UnusableAddress, own_computer_only, public_origin
from intake.web.server import Office, Site
from intake.web.visitors import new_key
from intake.words import _

__all__ = ["Plan", "UnusableAddress", "run"]


class Plan(NamedTuple):
    """What `intake serve` was asked for. `port` 0 stands for any that is free."""

    home: Path | None
    host: str
    port: int
    visitors: int
    origin: str | None
    as_of: dt.date | None


def run(plan: Plan) -> None:
    """Serve until ctrl+c or a signal. Raises UnusableAddress, JournalError, and OSError where the port is taken."""
    public_origin(plan.origin, plan.host, plan.port or 1)  # a wrong address is said before anything is opened
    home = home_folder(plan.home)
    with closing(Journal(home)), _listening(plan.host, plan.port) as listener:
        origin = public_origin(plan.origin, plan.host, listener.getsockname()[1])
        as_of = plan.as_of.isoformat() if plan.as_of else None
        office = Office(origin, home, as_of, lambda number: _begin(home, number), _say)
        with suppress(KeyboardInterrupt):
            asyncio.run(_serve(office, plan, listener))


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens at the address. Raises OSError in words for people."""
    try:
        family = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        text = _(
            "{host}, port {port}, cannot be listened at ({why}). Another program may have it: choose one by --port."
        )
        raise OSError(text.format(host=host, port=port, why=error.strerror or error)) from error


async def _serve(office: Office, plan: Plan, listener: socket.socket) -> None:
    site = Site(office, [new_key() for _number in range(plan.visitors)])
    runner = web.AppRunner(site.app(), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    await web.SockSite(runner, listener).start()
    _say("\n".join(_told(site, plan)))
    try:
        await _told_to_stop()
    finally:
        ended = await site.close()
        await runner.cleanup()
        text = _(
            "Closed. Pages that were open: {count}. Everything that was sent is saved; staff go on by intake resume."
        )
        _say(text.format(count=ended))


async def _told_to_stop() -> None:
    stop = asyncio.Event()
    if sys.platform != "win32":  # there, ctrl+c cancels the task
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()


def _told(site: Site, plan: Plan) -> list[str]:
    """What is said at the start: the links, and what has to be known about them."""
    origin = site.office.origin
    lines = [
        _("intake in the browser, for {count} at a time. Each link works once, for one visitor.").format(
            count=plan.visitors
        )
    ]
    lines += [f"  {VISITOR.format(number=number)}: {site.link(key)}" for number, key in enumerate(site.keys, start=1)]
    lines.append(_("Their cases are kept in {home}; intake cases lists them.").format(home=site.office.home))
    return [*lines, *_warnings(plan.host, origin), _("ctrl+c closes.")]


def _warnings(host: str, origin: Origin) -> list[str]:
    if own_computer_only(host):
        return []
    warnings = [_("Other computers can reach this. Nothing here encrypts: put a proxy with TLS before it.")]
    if not origin.secure:
        warnings.append(_("Until then everybody on the network can read along. Name the proxy's address by --origin."))
    return [_("WARNING: {text}").format(text=text) for text in warnings]


def _begin(home: Path, number: int) -> str:
    """A case for a visitor; its id."""
    with closing(Journal(home)) as journal:
        at = dt.datetime.now().astimezone().isoformat(timespec="seconds")
        return journal.create(VISITOR.format(number=number), at).id


def _say(line: str) -> None:
    with suppress(OSError):  # nobody may be reading any more; the visitors are no part of that
        print(line, flush=True)
