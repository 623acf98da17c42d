"""Addresses: the one origin that visitors come by, and whether a host is this computer alone. Pure."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Self
from urllib.parse import urlsplit

from intake.words import _

_DEFAULT_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9.:-]+")
_NOT_AN_ORIGIN = _("{text} is no address of a site. Write it as https://desk.example.org or http://192.168.1.5:8000.")


class UnusableAddress(ValueError):
    """An address that cannot be served by; the message says why, and what to write."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and port of a site, as a browser names it in the header Origin."""

    scheme: str
    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """The origin that `text` writes out. Raises UnusableAddress, also where there is more than an origin."""
        try:
            parts = urlsplit(text.strip())
            port = parts.port
        except ValueError:
            raise UnusableAddress(_NOT_AN_ORIGIN.format(text=text)) from None
        more = parts.path not in {"", "/"} or parts.query or parts.fragment or parts.username is not None
        if parts.scheme not in _DEFAULT_PORTS or not _HOST.fullmatch(parts.hostname or "") or more:
            raise UnusableAddress(_NOT_AN_ORIGIN.format(text=text))
        return cls(parts.scheme, parts.hostname or "", port or _DEFAULT_PORTS[parts.scheme])

    @property
    def netloc(self) -> str:
        """Host and port as a browser names them in the header Host."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def secure(self) -> bool:
        """Whether it is encrypted on the way."""
        return self.scheme == "https"

    @property
    def sockets(self) -> str:
        """The origin of its websockets."""
        return f"{'wss' if self.secure else 'ws'}://{self.netloc}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.netloc}"


def own_computer_only(host: str) -> bool:
    """Whether only programs of this computer reach `host`."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def public_origin(given: str | None, host: str, port: int) -> Origin:
    """The origin that visitors come by: the one `given`, else that of `host`. Raises UnusableAddress."""
    if given is not None:
        return Origin.parse(given)
    if host in {"", "0.0.0.0", "::"}:  # noqa: S104 - refused, not bound
        text = _("{host} stands for every address of this computer. Say by --origin which one visitors come by.")
        raise UnusableAddress(text.format(host=host or "''"))
    return Origin("http", host.casefold(), port)
