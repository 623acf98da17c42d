"""The request that a referee is given, one file each."""

import json
import re

from intake.canonical import digest
from intake.portfolio.rating import REQUEST_FORMAT, Request
from intake.references.reading import LARGEST_REQUEST, document
from intake.words import _

#: The letters of a request's id: none that looks like another.
_LETTERS = "23456789acdefghjkmnpqrtuwxy"
_LONG = 12
#: How a referee's file is called: by the request that it answers, and by whether it is sealed.
RATING_NAME = re.compile(r"rating-([2-9a-z]{12})\.(age|json)")


def request_id(random: bytes) -> str:
    """A request's id from at least 8 `random` bytes. It is made of nothing else, so it tells nothing of a case."""
    number, letters = int.from_bytes(random, "big"), ""
    for _place in range(_LONG):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return letters


def fingerprint(keys: dict[str, str]) -> str | None:
    """The SHA-256 of an association's public keys; None where it has none."""
    return digest(keys) if keys else None


def request_of(fields: dict[str, str | bool | None]) -> Request:
    """The request with these fields."""
    return Request.model_validate({"format": REQUEST_FORMAT} | fields)


def request_digest(request: Request) -> str:
    """The SHA-256 of a whole request, by which a rating is tied to it."""
    return digest(request.model_dump(mode="json"))


def request_bytes(request: Request) -> bytes:
    """The text of a request file."""
    return (json.dumps(request.model_dump(mode="json"), indent=2, ensure_ascii=False) + "\n").encode()


def request_name(request: Request) -> str:
    """The name of a request file."""
    return f"request-{request.id}.json"


def rating_name(request: str, *, sealed: bool) -> str:
    """The name of the file that answers the request of an id."""
    return f"rating-{request}.{'age' if sealed else 'json'}"


def read_request(data: bytes) -> Request:
    """The request in a file from a stranger. Raises RatingError."""
    return document(data, Request, LARGEST_REQUEST, _("The request"))
