"""The record of a call: what was told, what was said to the caller at the end, and where the rules stood. JSON."""

from typing import Annotated, Any, Final, Literal

from pydantic import Field

from intake.portfolio.records import Pinned, Record
from intake.portfolio.schema import entitled

FORMAT: Final = "intake-call/1"


class Answer(Record):
    """An answer to one of the application's own questions, in the form that the portfolio has it."""

    question: str
    item: str | None = None
    value: Any
    """null where the caller does not know"""
    said: str
    """the words that it was read from"""
    status: Literal["answered", "unsure"]
    approximate: bool = False


class SheetLine(Record):
    """A line of the call sheet, as it stood at the end."""

    id: str
    title: str
    asked: str
    known: str
    """what was told, in words; empty where nothing was"""
    state: Literal["told", "unsure", "open"]


class Standing(Record):
    """A level, or the prerequisites, by the rules named: a verdict of four, never an approval."""

    id: str
    number: str
    title: str
    verdict: Literal["met", "not_met", "need_information", "confirm"]
    met: int
    total: int
    open: list[str]


class Closing(Record):
    """What staff said at the end, as they worded it."""

    levels: str
    gaps: list[str]
    action: str


class CallRecord(Record):
    """One call."""

    format: Literal["intake-call/1"] = FORMAT
    case: str
    began: str
    """ISO 8601, by this computer's clock"""
    ended: str | None = None
    seconds: Annotated[int, Field(ge=0)]
    caller: str
    email: str
    lines: list[SheetLine]
    answers: list[Answer]
    notes: list[str]
    close: Closing
    board: list[Standing]
    disclaimer: str
    sheet: str
    sheet_version: int
    flow: Pinned
    rulebook: Pinned
    as_of: str


def call_schema() -> dict[str, Any]:
    """The schema of a call record, Draft 2020-12."""
    return entitled(CallRecord.model_json_schema(mode="validation"), "urn:intake:schema:call:1", "Record of a call")
