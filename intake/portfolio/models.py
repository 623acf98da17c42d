"""The portfolio as pydantic models: the shape of `data/portfolio.json` and the source of its JSON Schema.

A field that is `None` is not known: not asked yet, skipped, or answered "not sure" (`open` says which). Dates are EDTF
strings (`intake.portfolio.edtf`), hours are clock hours. Names of sections and fields are the ids of the interview's
questions, so `work.paid` in a flow, in a rule and in the document is one thing.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from intake.portfolio.edtf import PATTERN
from intake.portfolio.rating import RatingFile, RatingRequest
from intake.portfolio.records import FORMAT, Edtf, Judged, Pinned, Record

SpanEnd = Annotated[str, StringConstraints(pattern=r"^(\.\.|" + PATTERN[1:-1] + ")$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
Hours = Annotated[float, Field(ge=0, le=100_000, description="clock hours")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
ItemId = Annotated[str, StringConstraints(pattern=r"^[a-z]+-[1-9]\d*$")]

Credential = Literal["high_school", "cda", "certificate", "associate", "bachelor", "master", "doctorate"]
Level = Literal["ifa", "ifs", "imhs", "imhm"]
Track = Literal["clinical", "policy", "research"]
Ages = Literal["birth_to_3", "ages_3_to_5", "older", "caregivers", "none"]
Role = Literal["direct", "clinical", "policy", "research", "other"]


class Span(Record):
    """From a part date to another, or to `..` while it goes on."""

    start: Edtf
    end: SpanEnd


class Applicant(Record):
    """Who applies."""

    name: Text | None = None
    email: Text | None = None
    phone: Text | None = None
    """in E.164, with ";ext=" for an extension"""
    virginia: Literal["live_and_work", "live", "work", "neither"] | None = None
    """whether the applicant lives or works in Virginia"""
    purpose: Literal["apply", "move", "renew"] | None = None


class Endorsement(Record):
    """The endorsement somebody holds already."""

    level: Level | None = None
    since: Edtf | None = None
    registry: Literal["active", "inactive", "removed"] | None = None


class Membership(Record):
    """Membership in the association."""

    current: bool | None = None
    ended: Edtf | None = None


class Target(Record):
    """What is applied for."""

    level: Level | None = None
    track: Track | None = None


class Moving(Record):
    """What was done about moving from one level to another."""

    notice: bool | None = None
    """whether written notice was given"""
    notified: Edtf | None = None
    """when it was given"""
    recipient: Text | None = None
    """to whom it was given"""
    fee: Literal["paid", "told", "not_told"] | None = None
    """whether the difference in fees is paid, or was told to the applicant"""


class Education(Record):
    """One degree, credential or certificate."""

    id: ItemId
    credential: Credential | None = None
    subject: Text | None = None
    school: Text | None = None
    awarded: Edtf | None = None
    expires: Edtf | None = None
    abroad: bool | None = None
    other_name: bool | None = None
    """whether the papers show another name than the applicant's present one"""
    transcript: Literal["not_requested", "requested", "sent", "received", "own_copy"] | None = None


class Training(Record):
    """One in-service training."""

    id: ItemId
    title: Text | None = None
    provider: Text | None = None
    date: Edtf | None = None
    hours: Hours | None = None


class Work(Record):
    """One job or unpaid post."""

    id: ItemId
    title: Text | None = None
    employer: Text | None = None
    span: Span | None = None
    schedule: Literal["full_time", "part_time"] | None = None
    hours_per_week: Annotated[float, Field(gt=0, le=168)] | None = None
    paid: bool | None = None
    ages: list[Ages] | None = None
    role: Role | None = None
    supervised: bool | None = None
    supervised_span: Span | Literal["whole"] | None = None
    abroad: bool | None = None
    description: Text | None = None


class Supervision(Record):
    """Reflective supervision with one provider."""

    id: ItemId
    provider: Text | None = None
    credential: Literal["imhs", "imhm_clinical", "ifs", "other"] | None = None
    format: Literal["individual", "group", "both", "peer"] | None = None
    span: Span | None = None
    hours: Hours | None = None


class Reference(Record):
    """One person asked for a reference rating."""

    id: ItemId
    name: Text | None = None
    relation: Literal["supervisor", "rs_provider", "endorsed", "colleague", "parent", "other"] | None = None
    status: Literal["not_asked", "asked", "agreed", "sent"] | None = None


class Exam(Record):
    """The written exam of levels III and IV."""

    status: Literal["not_registered", "registered", "taken", "passed"] | None = None
    date: Edtf | None = None


class Renewal(Record):
    """What a renewal of an endorsement asks for, for one year."""

    year: Edtf | None = None
    hours: Literal["listed", "totals"] | None = None
    """whether the hours of the year are the lists of trainings and of reflective supervision, or told in all"""
    training_hours: Hours | None = None
    supervision_hours: Hours | None = None
    attested: bool | None = None
    """whether the sanction attestation of the year was given"""


class Signature(Record):
    """A typed signature: what was signed, by which words, when, and over which portfolio."""

    document: Text
    version: Text
    shown: Text | None = None
    """the words that stood before the person who signed"""
    shown_sha256: Sha256 | None = None
    consent: Text | None = None
    """what the person agreed to about signing by a typed name"""
    intent: Text
    name: Text
    name_matches: bool
    signed_at: Text
    clock: Text
    portfolio_sha256: Sha256
    copy_given: Text | None = None
    """how whoever signed was given a copy of this record"""
    event: Annotated[int, Field(ge=1)] | None = None
    """the number of the signature among all entries of the case's log, from 1"""
    event_sha256: Sha256 | None = None
    """the hash of the log up to it: each entry's line hashed with the hash before it, that of no bytes first"""


class Ethics(Record):
    """The association's Code of Ethics."""

    read: bool | None = None
    version: Text | None = None
    signature: Signature | None = None
    lapsed: Signature | None = None
    """a signature over answers that were changed since, so that it no longer stands"""


class Attachment(Record):
    """A file that came with an item, kept byte for byte: the applicant's copy. `name` is the person's own for it."""

    item: ItemId
    name: Text
    type: Text | None = None
    """the media type that its first bytes have"""
    official: Annotated[bool, Field(json_schema_extra={"const": False})] = False
    """an official paper is sent by whoever issues it, and never by the applicant"""
    lost: bool | None = None
    """whether it was missing or changed where it had been kept, so that it is listed and not in the bundle"""
    file: Annotated[str, StringConstraints(pattern=r"^[0-9]{2,}-[a-z0-9-]+(\.[a-z0-9]+)?$")]
    sha256: Sha256
    size: Annotated[int, Field(ge=0)]


class Open(Record):
    """A question without an answer, and why."""

    question: str
    item: ItemId | None = None
    why: Literal["unanswered", "skipped", "unsure"]


class Portfolio(Record):
    """Everything that goes in: the applicant's answers first, then what the program reckoned from them."""

    format: Literal["intake-portfolio/1"] = FORMAT
    association: Text = "vaimh"
    applicant: Applicant = Applicant()
    membership: Membership = Membership()
    endorsement: Endorsement = Endorsement()
    target: Target = Target()
    moving: Moving = Moving()
    education: list[Education] = []
    training: list[Training] = []
    work: list[Work] = []
    supervision: list[Supervision] = []
    references: list[Reference] = []
    ethics: Ethics = Ethics()
    exam: Exam = Exam()
    renewal: Renewal = Renewal()
    attachments: list[Attachment] = []
    requests: list[RatingRequest] = []
    """requests for reference ratings that were made; left out where there are none"""
    ratings: list[RatingFile] = []
    """the referees' files, which the applicant has not read where they are sealed"""
    finished: list[str] | None = None
    """lists that the applicant called complete; null in a document that does not track it: all of them"""
    approximate: list[str] = []
    """answers the applicant was not certain of, as `section.field` or `item.field`"""
    open: list[Open] = []
    asked: list[Text] = []
    """the applicant's own questions for the association"""
    flow: Pinned | None = None
    judged: Judged | None = None
