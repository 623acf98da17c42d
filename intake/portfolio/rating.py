"""A referee's rating, and the request for it, as pydantic models: the source of their JSON Schemas.

Section and field names are the ids of the questions of a rating's flow, so that its pack is checked against them.
"""

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from intake.portfolio.records import Edtf, Pinned, Record

REQUEST_FORMAT: Final = "intake-reference-request/1"
RATING_FORMAT: Final = "intake-rating/1"

RequestId = Annotated[
    str, StringConstraints(pattern=r"^[2-9a-z]{12}$"), Field(description="drawn at random, of no case")
]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
Scale = Literal["much", "some", "little", "unknown"]


class Request(Record):
    """What a referee is given: who asks whom, for which association. It holds nothing else of the applicant."""

    format: Literal["intake-reference-request/1"]
    id: RequestId
    association: Name
    """the pack's folder, such as vaimh"""
    applicant: Name
    referee: Name
    kind: Literal["supervisor", "rs_provider", "endorsed", "colleague", "parent", "other"] | None
    """how the applicant says that the referee knows the work"""
    waiver: bool
    """whether the applicant gave up the right to see the rating"""
    level: Literal["ifa", "ifs", "imhs", "imhm"] | None
    edition: Name
    made: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]
    keys: Sha256 | None
    """the fingerprint of the public keys that the applicant's pack seals to; null where it has none"""


class Rater(Record):
    """Who rates, and how staff reach them."""

    name: Name | None = None
    email: Name | None = None
    phone: Name | None = None
    endorsed: bool | None = None


class Knowing(Record):
    """How the rater knows the applicant's work."""

    capacity: Literal["supervisor", "rs_provider", "supervisee", "colleague", "parent", "other"] | None = None
    since: Edtf | None = None
    seen: Literal["directly", "told", "both"] | None = None


class Areas(Record):
    """How much of each area the rater has seen; the areas' names are the Alliance's, the scale is this program's."""

    theory: Scale | None = None
    law: Scale | None = None
    systems: Scale | None = None
    service: Scale | None = None
    others: Scale | None = None
    communicating: Scale | None = None
    thinking: Scale | None = None
    reflection: Scale | None = None


class Word(Record):
    """The rater's own words."""

    strengths: Text | None = None
    growth: Text | None = None


class Rating(Record):
    """A whole rating. It carries its request, so that it can stand for no other."""

    format: Literal["intake-rating/1"]
    request: Request
    sealed: bool
    """whether it was written to be sealed; an unsealed one can be read by whoever holds the file"""
    written: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]
    rater: Rater
    knowing: Knowing
    areas: Areas
    word: Word
    flow: Pinned
    secret: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
    """drawn at random: it keys the receipt code, so that nobody can guess a rating and try the guess on a code"""


class RatingRequest(Record):
    """A request that was made, as the portfolio lists it: for which entry, and the hash of the whole request."""

    item: Annotated[str, StringConstraints(pattern=r"^references-[1-9]\d*$")]
    request: Request
    sha256: Sha256


class RatingFile(Record):
    """A referee's file, kept unread. `file` is its name in the bundle, below data/references."""

    request: RequestId
    code: Annotated[str, StringConstraints(pattern=r"^[2-9A-Y]{4}(-[2-9A-Y]{4}){2}$")] | None = None
    """the receipt code by which staff say that they confirmed it; left out where it is unconfirmed"""
    lost: bool | None = None
    """whether it was missing or changed where it had been kept, so that it is listed and not in the bundle"""
    file: Annotated[str, StringConstraints(pattern=r"^[0-9]{2,}-[2-9a-z]{12}\.(age|json)$")]
    sha256: Sha256
    size: Annotated[int, Field(ge=0)]
