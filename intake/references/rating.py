"""A rating as the bytes that are sealed, and read back: whom it is for, and what other guidance says of it."""

import json
from typing import Any

from intake.portfolio.rating import RATING_FORMAT, Areas, Rating, Request
from intake.references.errors import RatingError
from intake.references.reading import LARGEST_RATING, document
from intake.references.receipt import receipt_code
from intake.words import _

#: How many "not enough information" answers make a rating void, as Alabama's association has it (AL-11).
VOID_FROM = 6
#: The sections of a rating that are answers.
ANSWERS = ("rater", "knowing", "areas", "word")


def rating_of(
    request: Request,
    answers: dict[str, dict[str, Any]],
    flow: dict[str, Any],
    written: str,
    secret: bytes,
    sealed: bool,
) -> Rating:
    """The rating of these answers (section → field → value), `written` on a day, YYYY-MM-DD."""
    parts = {section: answers.get(section, {}) for section in ANSWERS}
    head = {"format": RATING_FORMAT, "request": request.model_dump(mode="json"), "sealed": sealed, "written": written}
    return Rating.model_validate(head | parts | {"flow": flow, "secret": secret.hex()})


def rating_bytes(rating: Rating) -> bytes:
    """The text of a rating."""
    return json.dumps(rating.model_dump(mode="json"), indent=1, ensure_ascii=False).encode()


def read_rating(data: bytes) -> Rating:
    """The rating in a file that was opened. Raises RatingError."""
    return document(data, Rating, LARGEST_RATING, _("The rating"))


def code_of(rating: Rating) -> str:
    """The receipt code that this rating has, for the request that it carries."""
    return receipt_code(rating_bytes(rating), bytes.fromhex(rating.secret))


def require_request(rating: Rating, request: Request) -> None:
    """Raises RatingError unless the rating is for this very request: not another applicant's, nor of another time."""
    theirs = rating.request
    if theirs.id != request.id:
        text = _(
            "It answers another request ({theirs}, not {ours}). It belongs to another referee, or was sent before."
        )
        raise RatingError(text.format(theirs=theirs.id, ours=request.id))
    if theirs.applicant != request.applicant:
        text = _("It rates somebody else: {theirs}, not {ours}.")
        raise RatingError(text.format(theirs=theirs.applicant, ours=request.applicant))
    if theirs != request:
        odd = sorted(n for n, v in request.model_dump().items() if getattr(theirs, n) != v)
        text = _("The request in it is not the one in the portfolio; it differs in: {odd}.")
        raise RatingError(text.format(odd=", ".join(odd)))


def unknowns(areas: Areas) -> int:
    """How many areas were answered "not enough information"."""
    return sum(value == "unknown" for value in areas.model_dump().values())


def guidance(rating: Rating) -> list[str]:
    """What other guidance than the source page says against a rating; each with its label."""
    said = []
    if (count := unknowns(rating.areas)) >= VOID_FROM:
        text = _(
            "{n} answers are “not enough information”. Other guidance: with six or more a rating is void (Alabama)."
        )
        said.append(text.format(n=count))
    missing = sum(value is None for value in rating.areas.model_dump().values())
    if missing:
        said.append(_("{n} of the areas were passed over without an answer.").format(n=missing))
    return said
