"""What a person can do in an interview, as frozen values. `intake.interview.engine.decide` turns each into events."""

from typing import Literal

import msgspec

from intake.understand.slots import Value


class Command(msgspec.Struct, frozen=True):
    """Any command."""


class Answer(Command, frozen=True):
    """Answer a question, for the first time or again."""

    question: str
    item: str
    value: Value
    raw: str = ""
    reader: str = "keys"
    hedged: bool = False


class Pass(Command, frozen=True):
    """Skip a question for now, or say that one is not sure."""

    question: str
    item: str
    how: Literal["skipped", "unsure"]
    raw: str = ""


class Add(Command, frozen=True):
    """Begin another item of a list; `value`, where there is one, answers its first question at once."""

    section: str
    value: Value = None
    raw: str = ""
    reader: str = "keys"
    hedged: bool = False


class Fill(Command, frozen=True):
    """Answer several questions of one item at once, with its `answers` by field; of a new item where `item` is empty.

    `unsure` are the fields of which the person says not to know them, with the words;
    `recalled` names the words remembered earlier that this settles.
    """

    section: str
    item: str
    answers: dict[str, Answer]
    recalled: str = ""
    unsure: dict[str, str] = {}


class Jot(Command, frozen=True):
    """Words for a line of a call sheet that no question asks for, or, without a line, a note of the call."""

    words: str
    line: str = ""
    how: Literal["told", "unsure"] = "told"


class Take(Command, frozen=True):
    """All that one utterance on a call says, in any order: one step, whether its questions come up yet or not.

    `finished` are lists said to be complete.
    """

    fills: tuple[Fill, ...] = ()
    finished: tuple[str, ...] = ()
    jots: tuple[Jot, ...] = ()


class Remember(Command, frozen=True):
    """Keep words that belong to a list which is asked for later."""

    section: str
    words: str


class Recall(Command, frozen=True):
    """Settle words that were remembered, without taking them."""

    section: str
    words: str


class Remove(Command, frozen=True):
    """Take an item out of its list."""

    section: str
    item: str


class Reorder(Command, frozen=True):
    """Put an item at another place of its list; `to` counts from 0."""

    section: str
    item: str
    to: int


class Finish(Command, frozen=True):
    """Call a list complete, or (`left`) leave it as it is for now."""

    section: str
    left: bool = False


class Back(Command, frozen=True):
    """Go to the question before this one; nothing is blanked."""


class Onward(Command, frozen=True):
    """Leave the question visited as it is, and go on where something is open.

    An answer that needs another look has had it then.
    """


class GoTo(Command, frozen=True):
    """Go to a question or a section."""

    to: str
    item: str = ""


class Undo(Command, frozen=True):
    """Take back the last step that changed something."""


class Redo(Command, frozen=True):
    """Do again what was last taken back."""


class Ask(Command, frozen=True):
    """Put a question for the association on the list."""

    text: str


class Plan(Command, frozen=True):
    """Keep words as something that the person plans to do."""

    words: str


class Drop(Command, frozen=True):
    """Let go of the plan at a place of their list, counted from 1."""

    place: int


class Attach(Command, frozen=True):
    """Put a kept file with an item, in place of the one with the hash `instead_of`, where that is given.

    `type` is its media type.
    """

    item: str
    name: str
    sha256: str
    size: int
    type: str = ""
    instead_of: str = ""


class Detach(Command, frozen=True):
    """Take a file from an item."""

    item: str
    sha256: str


class Request(Command, frozen=True):
    """Note that a request for a rating was made for an entry of the references; it is made at the edge."""

    item: str
    request: dict[str, str | bool | None]


class Receive(Command, frozen=True):
    """Put a referee's kept file with the request that it answers."""

    request: str
    sha256: str
    size: int
    sealed: bool


class Confirm(Command, frozen=True):
    """Note that a referee's file was confirmed by its receipt code; that the code fits is found out at the edge."""

    request: str
    sha256: str
    code: str


class Sign(Command, frozen=True):
    """Sign; the signature record is made at the edge, where time and the portfolio's hash are known."""

    name: str
    signature: dict[str, str | bool]


class Refused(Exception):
    """A command that does not fit the case; the message says why, in words for the person."""
