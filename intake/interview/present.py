"""What stands in a case, as one document: `data/answers.json` of a bundle, from which the case can be opened again.

A portfolio holds the values that are asked for. A conversation that is to go on elsewhere needs more: the words an
answer was given in, how certain it was, what was passed over, what is kept for later and where the person was. All of
that is here. What is not: answers that were corrected, undone or deleted, and in which order things were said, which
concern nobody but the applicant; plans, which are the applicant's own; and files of entries that are not asked for.
So two conversations that come to the same give the same document.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from intake.text import LONGEST_ANSWER, UnusableText, accept, visible

FORMAT: Literal["intake-answers/1"] = "intake-answers/1"

Words = Annotated[str, Meta(max_length=LONGEST_ANSWER)]
SectionId = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*~*$", max_length=200)]
QuestionId = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*~*\.[a-z][a-z0-9_]*$", max_length=200)]
PlaceId = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*~*(\.[a-z][a-z0-9_]*)?$", max_length=200)]
#: An item of a list; empty in a section that is asked once.
ItemId = Annotated[str, Meta(pattern=r"^([a-z][a-z0-9_]*~*-[1-9][0-9]{0,8})?$", max_length=200)]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Meta(ge=0, le=999_999_999)]
#: What an answer can hold: a span is an object of two dates, several choices are a list.
Said = Words | bool | int | float | list[Words] | dict[Words, Words] | None


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Strict about names. What is as always is left out."""


class Pin(_Part, frozen=True):
    """The version of the questions under which everything was said."""

    id: Annotated[str, Meta(pattern=r"^[a-z0-9_]+/[a-z0-9_]+$", max_length=200)]
    version: Annotated[int, Meta(ge=1, le=999_999_999)]
    sha256: Sha256


class Given(_Part, frozen=True):
    """An answer that stands, or a question passed over. `look` says why it needs another look, where it does."""

    question: QuestionId
    item: ItemId = ""
    status: Literal["answered", "skipped", "unsure"] = "answered"
    value: Said = None
    raw: Words = ""
    reader: Words = ""
    hedged: bool = False
    look: Words = ""


class Aside(_Part, frozen=True):
    """An answer whose question the flow does not have any more; `label` is what it was called."""

    given: Given
    label: Words = ""


class Listed(_Part, frozen=True):
    """A list: its items in order; how many it ever had, which numbers the next one; whether it is asked for no more."""

    section: SectionId
    items: tuple[ItemId, ...] = ()
    count: Count = 0
    finished: bool = False
    left: bool = False


class File(_Part, frozen=True):
    """A file that lies beside this document, under `data/attachments/`."""

    item: ItemId
    name: Words
    sha256: Sha256
    size: Annotated[int, Meta(ge=0)]
    type: Words = ""


class Request(_Part, frozen=True):
    """A request for a rating, made for an entry of the references, as its referee was given it."""

    item: ItemId
    request: dict[Words, Words | bool | None]


class Rating(_Part, frozen=True):
    """A referee's file that lies under `data/references/`, for a request's id; with its code once confirmed."""

    request: Words
    sha256: Sha256
    size: Annotated[int, Meta(ge=0)]
    sealed: bool
    code: Words = ""


class Waiting(_Part, frozen=True):
    """Words kept for a list that is asked for later."""

    section: SectionId
    words: Words


class Signature(_Part, frozen=True):
    """A signature's record, with its place in the log it was made in; `stale` where an answer was changed since."""

    record: dict[Words, Words | bool | int]
    stale: bool = False


class Place(_Part, frozen=True):
    """A question, a list's gate or a section; and the item."""

    to: PlaceId
    item: ItemId = ""


class Present(_Part, frozen=True):
    """All that stands. `focus` is where the person went on purpose, `last` the question answered last."""

    flow: Pin
    format: Literal["intake-answers/1"]
    answers: tuple[Given, ...] = ()
    lists: tuple[Listed, ...] = ()
    aside: tuple[Aside, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    asked: tuple[Words, ...] = ()
    files: tuple[File, ...] = ()
    requests: tuple[Request, ...] = ()
    ratings: tuple[Rating, ...] = ()
    signature: Signature | None = None
    focus: Place | None = None
    last: Place | None = None


class Unfit(ValueError):
    """A document that no conversation leads to; the message begins with the place in it, and says what is wrong."""


def require_sound(present: Present) -> None:
    """Raises Unfit at the first thing in `present` that no conversation of any flow could have said."""
    _require_texts(msgspec.to_builtins(present), "")
    items = {item: listed.section for listed in present.lists for item in listed.items}
    _require_lists(present)
    seen: set[tuple[str, str]] = set()
    for place, given in enumerate(present.answers):
        where = f"answers.{place}"
        section = given.question.partition(".")[0]
        if (given.question, given.item) in seen:
            raise Unfit(f"{where} answers {given.question} a second time")
        if given.item and items.get(given.item) != section:
            raise Unfit(f"{where}.item names an entry that is not in the list {section}")
        seen.add((given.question, given.item))
    for given, where in _all(present):
        if (given.value is None) != (given.status != "answered"):
            raise Unfit(f"{where}.value does not go with the status {given.status}")
    for place, file in enumerate(present.files):
        if file.item not in items:
            raise Unfit(f"files.{place}.item names an entry that is not there")
    if len({(file.item, file.sha256) for file in present.files}) < len(present.files):
        raise Unfit("files names the same file of an entry twice")
    _require_requests(present, {item for item, section in items.items() if section == "references"})


def _require_requests(present: Present, references: set[str]) -> None:
    ids = [made.request.get("id") for made in present.requests]
    if len(set(ids)) < len(ids) or len({made.item for made in present.requests}) < len(ids):
        raise Unfit("requests names an entry or a request twice")
    if not {made.item for made in present.requests} <= references:
        raise Unfit("requests names an entry that is not there")
    answered = [rating.request for rating in present.ratings]
    if len(set(answered)) < len(answered) or not set(answered) <= set(ids):
        raise Unfit("ratings names a request twice, or one that is not there")


def _all(present: Present) -> Iterator[tuple[Given, str]]:
    """Every answer that stands or is kept aside, with its place."""
    yield from ((given, f"answers.{place}") for place, given in enumerate(present.answers))
    yield from ((aside.given, f"aside.{place}.given") for place, aside in enumerate(present.aside))


def _require_lists(present: Present) -> None:
    if len({listed.section for listed in present.lists}) < len(present.lists):
        raise Unfit("lists names a section twice")
    for place, listed in enumerate(present.lists):
        numbers = {int(item.rpartition("-")[2]) for item in listed.items if item.rpartition("-")[0] == listed.section}
        if len(numbers) < len(listed.items):
            raise Unfit(f"lists.{place}.items holds an entry twice, or one of another list")
        if max(numbers, default=0) > listed.count:
            raise Unfit(f"lists.{place}.count is less than the number of an entry")


def _require_texts(value: Any, where: str) -> None:
    """Every text must be as it would have been kept when somebody typed it."""
    if isinstance(value, str):
        try:
            accept(value)
        except UnusableText as error:
            raise Unfit(f"{where} cannot be kept: {error}") from error
        if visible(value) != value:
            raise Unfit(f"{where} holds characters that a terminal would obey and not show")
    elif isinstance(value, dict):
        for name, part in value.items():
            _require_texts(name, where)
            _require_texts(part, f"{where}.{name}" if where else name)
    elif isinstance(value, list | tuple):
        for place, part in enumerate(value):
            _require_texts(part, f"{where}.{place}")
