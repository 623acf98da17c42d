"""What happened in a case, as frozen values. The log of these events is the case; every state is a fold over it.

A *question* is named `section.field`, an *item* `section-n` (empty for a section that does not repeat). Events name
questions and items, never machine states, so a log outlives any change of the statechart.
"""

from collections.abc import Sequence
from typing import Literal

import msgspec

from intake.interview.present import Present
from intake.interview.steps import Step
from intake.understand.slots import Value


class _Event(
    msgspec.Struct, frozen=True, tag_field="kind", tag=str.lower, forbid_unknown_fields=True, omit_defaults=True
):
    """msgspec rather than pydantic: 5,000 of these are read back in 8 ms instead of 40."""


class Started(_Event, frozen=True):
    """A case began, bound to this version of a flow.

    One that goes on from another case names it by its id, and is for the purpose `to`: what stood there and still
    counts is `Restored`.
    """

    flow: str
    version: int
    sha256: str
    case: str = ""
    to: Literal["", "move", "renew"] = ""


class Opened(_Event, frozen=True):
    """A case was opened from a bundle: bound to the version of a flow that the bundle names, and where it came from.

    `bundle` is the SHA-256 of the bundle's file, `name` what that file was called.
    """

    flow: str
    version: int
    sha256: str
    bundle: str
    name: str


class Restored(_Event, frozen=True):
    """All that stands in a bundle stands in the case; undo does not lead behind it."""

    present: Present


class Migrated(_Event, frozen=True):
    """The case was brought to this version of its flow by `steps`, which the log needs no pack to do again.

    `finishing` names the sections whose answers lapsed on a change under the version before, so that what was said
    under it is replayed as it was.
    """

    flow: str
    version: int
    sha256: str
    from_version: int
    from_sha256: str
    steps: tuple[Step, ...]
    finishing: tuple[str, ...]


class Answered(_Event, frozen=True):
    """A question was answered. `raw` holds the person's words, `reader` what read them."""

    question: str
    value: Value
    item: str = ""
    raw: str = ""
    reader: str = "keys"
    hedged: bool = False


class Passed(_Event, frozen=True):
    """A question was passed over: skipped for now, or answered "not sure"."""

    question: str
    how: Literal["skipped", "unsure"]
    item: str = ""
    raw: str = ""


class Added(_Event, frozen=True):
    """An item was begun in a list."""

    section: str
    item: str


class Removed(_Event, frozen=True):
    """An item was taken out of a list."""

    section: str
    item: str


class Reordered(_Event, frozen=True):
    """An item was put at another place of its list, counted from 0."""

    section: str
    item: str
    to: int


class Finished(_Event, frozen=True):
    """A list was called complete, or (`left`) left as it is for now, so that the interview goes on."""

    section: str
    left: bool = False


class Focused(_Event, frozen=True):
    """The person went somewhere: to a question, a section, a phase; or (`to` empty) back to the first open question."""

    to: str
    item: str = ""


class Attached(_Event, frozen=True):
    """A file was put with an item; its bytes are kept under its hash. `type` is what its first bytes say it is."""

    item: str
    name: str
    sha256: str
    size: int
    type: str = ""


class Detached(_Event, frozen=True):
    """A file was taken from an item again."""

    item: str
    sha256: str


class Requested(_Event, frozen=True):
    """A request for a rating was made for an entry of the references; the request stands by itself."""

    item: str
    request: dict[str, str | bool | None]


class Received(_Event, frozen=True):
    """A referee's file for a request came; its bytes are kept under its hash, unread."""

    request: str
    sha256: str
    size: int
    sealed: bool


class Confirmed(_Event, frozen=True):
    """Staff heard from the referee the receipt code of the file, by its hash, that came for a request."""

    request: str
    sha256: str
    code: str


class Handed(_Event, frozen=True):
    """The case was handed to a colleague, with a note, to be seen to by the ISO date `due` if one was given."""

    to: str
    note: str = ""
    due: str = ""
    by: str = ""


class Asked(_Event, frozen=True):
    """The person put a question for the association on the list."""

    text: str


class Remembered(_Event, frozen=True):
    """The person said something that belongs to a list which is asked for later."""

    section: str
    words: str


class Recalled(_Event, frozen=True):
    """Words that were remembered were offered, and taken or not."""

    section: str
    words: str


class Planned(_Event, frozen=True):
    """The person plans to do something, in their own words; it answers no question."""

    words: str


class Dropped(_Event, frozen=True):
    """Something that was planned is not planned any more."""

    words: str


class Called(_Event, frozen=True):
    """A call was taken up with this sheet; one gone on with began `since`, took `before` seconds, ended at `until`."""

    sheet: str
    version: int
    since: str = ""
    before: int = 0
    until: str = ""


class Jotted(_Event, frozen=True):
    """Words of a call that answer no question of the interview, for a line of the call sheet; without one a note."""

    words: str
    line: str = ""
    how: Literal["told", "unsure"] = "told"


class Hung(_Event, frozen=True):
    """A call ended with this close, as staff worded it; `onward` where the case went on as an application."""

    levels: str
    gaps: tuple[str, ...]
    action: str
    onward: bool = False


class Signed(_Event, frozen=True):
    """A document was signed; the signature stands by itself."""

    signature: dict[str, str | bool]


class Exported(_Event, frozen=True):
    """A bundle of this state was written."""

    sha256: str
    complete: bool


class Closed(_Event, frozen=True):
    """The person called the case finished; `intake` begins a new one next time."""


class Undone(_Event, frozen=True):
    """The last step that changed something was taken back."""


class Redone(_Event, frozen=True):
    """The last step taken back was done again."""


Event = (
    Started | Opened | Restored | Migrated | Answered | Passed | Added | Removed | Reordered | Finished
    | Focused | Attached | Detached | Requested | Received | Confirmed | Handed | Asked | Remembered | Recalled
    | Planned | Dropped | Called | Jotted | Hung | Signed | Exported | Closed | Undone | Redone
)  # fmt: skip


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An event in its place in the log.

    `seq` counts events from 1, `step` counts commands: events of one command share it. `at` is an ISO 8601 time with
    offset. `by` is the name of whoever sat at the keyboard, where one was given.
    """

    seq: int
    step: int
    at: str
    event: Event
    by: str = ""


def bound_to(entries: Sequence[Entry]) -> Started | Opened | Migrated | None:
    """The event that bound a case to the version of its flow that holds; None where nothing did yet."""
    return next((e.event for e in reversed(entries) if isinstance(e.event, Started | Opened | Migrated)), None)


_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(Entry)


def dump(entry: Entry) -> bytes:
    """`entry` as one line of UTF-8 JSON; `load` gives it back."""
    return _ENCODER.encode(entry)


def load(line: bytes) -> Entry:
    """An entry from its JSON. Raises msgspec.ValidationError or msgspec.DecodeError on anything else."""
    return _DECODER.decode(line)
