"""Opening what referees sent: each rating is held against its request and against the code that was read out."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from intake.portfolio.rating import Rating, Request
from intake.references.distinct import Person, doubles, shared
from intake.references.errors import RatingError
from intake.references.rating import code_of, guidance, read_rating, require_request
from intake.references.receipt import heard, same_code
from intake.references.request import request_of
from intake.references.sealing import is_sealed, unseal
from intake.words import _

_ID = re.compile(r"(?:rating|[0-9]{2,})-([2-9a-z]{12})\.(?:age|json)")


class Opened(NamedTuple):
    """One referee's file: its rating where it could be opened, else what is wrong with it; what there is to say."""

    file: str
    sealed: bool
    state: Literal["confirmed", "unconfirmed", "refused"]
    rating: Rating | None
    problem: str
    notes: tuple[str, ...]
    #: The receipt code that confirmed it; empty where none did.
    code: str


def codes_heard(words: Sequence[str]) -> list[str]:
    """The receipt codes that were typed. Raises RatingError for one that was misheard."""
    found = [(each, heard(each)) for each in words]
    for each, code in found:
        if code is None:
            text = _("The code {code} was misheard or mistyped: its letters of check do not fit. Ask for it again.")
            raise RatingError(text.format(code=each))
    return [code for _words, code in found if code]


def opened_ratings(
    files: Mapping[str, bytes], portfolio: Mapping[str, Any] | None, identities: Sequence[str], codes: Sequence[str]
) -> list[Opened]:
    """Each of the files, by name, opened; `portfolio` is that of their bundle, None for a file that came by itself.

    A code that the portfolio has noted confirms a rating only where it fits, as one of `codes` does.
    """
    requests = _requests(portfolio) if portfolio is not None else None
    entries = (portfolio or {}).get("ratings") or ()
    noted = {entry["file"]: str(entry["code"]) for entry in entries if entry.get("code")}
    return [_opened(name, data, requests, identities, codes, noted.get(name, "")) for name, data in files.items()]


def _requests(portfolio: Mapping[str, Any]) -> dict[str, Request]:
    return {entry["request"]["id"]: request_of(entry["request"]) for entry in portfolio.get("requests") or []}


def _opened(
    name: str,
    data: bytes,
    requests: Mapping[str, Request] | None,
    identities: Sequence[str],
    codes: Sequence[str],
    noted: str,
) -> Opened:
    sealed = is_sealed(data)
    try:
        if sealed and not identities:
            raise RatingError(_("It is sealed. Give the key that opens it: --key office.key."))
        rating = read_rating(unseal(data, identities) if sealed else data)
        _require_place(name, rating, requests)
        if rating.sealed != sealed:
            raise RatingError(_("It says of itself that it is sealed, or is not, and that is not so."))
    except RatingError as error:
        return Opened(name, sealed, "refused", None, str(error), (), "")
    own = code_of(rating)
    code = next((code for code in (*codes, noted) if same_code(own, code)), "")
    notes = [*_notes(rating), *([] if not noted or same_code(own, noted) else [_NOT_ITS_CODE.format(code=noted)])]
    return Opened(name, sealed, "confirmed" if code else "unconfirmed", rating, "", tuple(notes), code)


_NOT_ITS_CODE = _("The code that is noted for it, {code}, is not the code of this rating: it was exchanged, or forged.")


def _require_place(name: str, rating: Rating, requests: Mapping[str, Request] | None) -> None:
    """Raises RatingError where a rating does not lie where it belongs: swapped, sent again for another request."""
    found = _ID.fullmatch(name)
    if found and found[1] != rating.request.id:
        text = _("It lies in the place of another rating: it answers request {theirs}, not {ours}.")
        raise RatingError(text.format(theirs=rating.request.id, ours=found[1]))
    if requests is None:
        return
    if rating.request.id not in requests:
        text = _("It answers a request ({id}) that this portfolio has not made: it belongs to another applicant.")
        raise RatingError(text.format(id=rating.request.id))
    require_request(rating, requests[rating.request.id])


def _notes(rating: Rating) -> list[str]:
    """What staff should know of a rating that is in order."""
    said, named = guidance(rating), rating.request.referee
    if rating.rater.name and not shared(Person(rating.rater.name), Person(named)):
        said.append(
            _("The request names {named}; the rating is by {name}.").format(named=named, name=rating.rater.name)
        )
    return said


def same_people(found: Sequence[Opened], portfolio: Mapping[str, Any] | None) -> list[str]:
    """Who rated twice, or rated themselves, in words; by name, e-mail address or telephone number."""
    ratings = [one.rating for one in found if one.rating]
    people = [_rater(rating) for rating in ratings]
    applicant = (portfolio or {}).get("applicant") or {}
    own = Person(applicant.get("name") or "", applicant.get("email") or "", applicant.get("phone") or "")
    twice = _("{one} and {other} are the same person: {by}. Three different people are meant.")
    said = [twice.format(one=people[a].name, other=people[b].name, by=by) for a, b, by in doubles(people)]
    themselves = _("{name} and the applicant are the same person: {by}.")
    return said + [themselves.format(name=each.name, by=by) for each in people if (by := shared(own, each))]


def _rater(rating: Rating) -> Person:
    rater = rating.rater
    return Person(rater.name or rating.request.referee, rater.email or "", rater.phone or "")
