"""What a conversation needs of the portfolio's models, apart from them: building all takes a tenth of a start."""

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from intake.portfolio.edtf import PATTERN

FORMAT: Final = "intake-portfolio/1"
#: The sections that hold any number of items.
LISTS = ("education", "training", "work", "supervision", "references")

Edtf = Annotated[str, StringConstraints(pattern=PATTERN), Field(description="a date or part date in EDTF")]


class Record(BaseModel):
    """Frozen, and strict about names: a misspelt field is an error, never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Pinned(Record):
    """The version of a pack that a document was made with."""

    id: str
    version: int
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Ending(Record):
    """What a renewal can come to, as things stood, and the sentence of the source that says so."""

    title: str
    says: str
    source: str
    section: str
    quote: str


class Judged(Record):
    """What an edition of the rules said of the portfolio when the document was made; anyone can recompute it."""

    rulebook: Pinned
    as_of: Edtf
    totals: dict[str, Any]
    verdicts: dict[str, Literal["met", "not_met", "need_information", "confirm"]]
    gaps: list[str]
    """requirements that leave something for the applicant to do, for what is applied for"""
    waiting: list[str]
    """requirements that wait for other people"""
    questions: list[str]
    """questions for the association that come from the rules"""
    complete: bool
    endings: list[Ending] = []
    """what the renewal can come to; empty where nothing is renewed"""
