"""Who may enter: places, each with a link that works once and then belongs to the browser that used it.

Pure: a book of places is a frozen value, and every step gives another one. It holds no key and no cookie, only their
SHA-256. It is of one run of the server: links and cookies end with it, the cases stay.
"""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum
from hashlib import sha256

#: What keys are made of: capitals do not matter and none is misread, as links are copied by hand from a slip of paper.
_LETTERS = "23456789bcdfghjkmnpqrstvwxyz"
#: Groups of four letters in a key: 16 letters out of 28 are 76 bits, and only a few wrong keys a minute are looked at.
_GROUPS = 4
#: So many wrong keys in so many seconds are looked at; then none until the oldest is past.
MOST_WRONG, WINDOW = 20, 60.0


class Knock(Enum):
    """What a key is good for."""

    WELCOME = "it is unused: a place is free for its bearer"
    USED = "it was used, and belongs to the browser that used it"
    FULL = "it was used, and no place is free"
    UNKNOWN = "it never was a key of this run"


@dataclass(frozen=True, slots=True)
class Place:
    """A place for one visitor. `cookie` and `case` are empty while its key is unused."""

    number: int
    key: bytes
    cookie: bytes = b""
    case: str = ""

    @property
    def free(self) -> bool:
        """Whether nobody has entered yet."""
        return not self.cookie


@dataclass(frozen=True, slots=True)
class Book:
    """All places, and the keys of those that were left."""

    places: tuple[Place, ...]
    left: frozenset[bytes] = field(default=frozenset())


def new_key() -> str:
    """A key for a link, such as "k7f2-qx9m-4rtb-hw3d"."""
    return "-".join("".join(secrets.choice(_LETTERS) for _letter in range(4)) for _group in range(_GROUPS))


def new_cookie() -> str:
    """What a browser is known by: 256 bits."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> bytes:
    """What is kept of a key or a cookie."""
    return sha256(secret.encode("utf-8", "surrogatepass")).digest()


def tidied(key: str) -> str:
    """A key as it was typed, with blanks and capitals as they were given out."""
    return key.strip().casefold()


def opened(keys: list[str]) -> Book:
    """A book with a free place for each of `keys`."""
    return Book(tuple(Place(number, digest(key)) for number, key in enumerate(keys, start=1)))


def visitor(book: Book, cookie: str) -> Place | None:
    """The place that the browser with `cookie` holds."""
    wanted = digest(cookie)
    return next((place for place in book.places if hmac.compare_digest(place.cookie, wanted)), None)


def knock(book: Book, key: str) -> tuple[Knock, Place | None]:
    """What `key` is good for, and the place that it opens or opened, if that still is."""
    wanted = digest(tidied(key))
    place = next((place for place in book.places if hmac.compare_digest(place.key, wanted)), None)
    if place is not None and place.free:
        return Knock.WELCOME, place
    if place is None and wanted not in book.left:
        return Knock.UNKNOWN, None
    return (Knock.USED if any(place.free for place in book.places) else Knock.FULL), place


def entered(book: Book, number: int, cookie: str, case: str) -> Book:
    """The book once the browser with `cookie` has taken the free place `number`, for `case`."""
    return _with(book, number, lambda place: replace(place, cookie=digest(cookie), case=case))


def departed(book: Book, number: int, key: str) -> Book:
    """The book once a visitor has left for good: their cookie means nothing, and `key` opens the place to another."""
    following = max(place.number for place in book.places) + 1
    gone = next(place.key for place in book.places if place.number == number)
    vacated = _with(book, number, lambda _place: Place(following, digest(key)))
    return replace(vacated, left=book.left | {gone})


def _with(book: Book, number: int, change: Callable[[Place], Place]) -> Book:
    places = tuple(change(place) if place.number == number else place for place in book.places)
    return replace(book, places=places)


def recent(wrong: tuple[float, ...], now: float) -> tuple[float, ...]:
    """Those times, in seconds, at which a key was `wrong` that still count."""
    return tuple(at for at in wrong if now - at < WINDOW)


def guessing(wrong: tuple[float, ...], now: float) -> bool:
    """Whether so many keys were wrong of late that none is looked at for a while."""
    return len(recent(wrong, now)) >= MOST_WRONG
