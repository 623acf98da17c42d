"""What a question expects, and what reading an answer can give."""

from typing import Any, Literal

import msgspec

#: A JSON value: what an answer holds.
Value = Any

Kind = Literal["text", "date", "span", "number", "hours", "yes_no", "choice", "choices", "email", "phone"]


class Choice(msgspec.Struct, frozen=True):
    """An option: its id, its label, and other words people use for it."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()


class Slot(msgspec.Struct, frozen=True):
    """What a question expects.

    `least` and `most` bound a number or hours (inclusive); `whole` names the value that "the whole time" stands for in
    a span, where that is an answer. `tense` says on which side of today a date without a year lies. `per` makes hours
    a rate, so that "40 hours a week" is a full answer; `ceu_hours` is the worth of one CEU in contact hours. `grain` is
    how finely a date is asked for: where a month will do, "6/19" is June 2019.
    """

    kind: Kind
    choices: tuple[Choice, ...] = ()
    least: float | None = None
    most: float | None = None
    whole: str = ""
    name: str = ""
    tense: Literal["past", "future"] = "past"
    per: Literal["", "week", "month", "quarter", "year"] = ""
    ceu_hours: float = 10
    grain: Literal["day", "month"] = "day"


class Reading(msgspec.Struct, frozen=True):
    """A value taken from an answer.

    Values by kind: text and email a string; phone one in E.164, with ";ext=" for an extension; date an EDTF string;
    span `{"start", "end"}` in EDTF with ".." for "still going on"; number and hours an int or float; yes_no a bool;
    choice an id; choices a list of ids. `reader` names what read it, `hedged` is true where the speaker was not
    certain, `confirm` holds the question to read back before it is stored ("12 × 2 hours = 24 hours. Right?"),
    empty where the reading is certain. `upto` is the upper end where a number or hours were given as a range;
    `value` is then the lower.
    """

    value: Value
    reader: str
    hedged: bool = False
    confirm: str = ""
    upto: float | None = None


class Unsure(msgspec.Struct, frozen=True):
    """The person said that they do not know."""


class Again(msgspec.Struct, frozen=True):
    """No answer could be taken; `why` is a kind, specific sentence that says what to do.

    `unread` where nothing in it was understood; else it was, and cannot be taken. `guesses` are the values it may mean.
    """

    why: str
    unread: bool = False
    guesses: tuple[Value, ...] = ()


Result = Reading | Unsure | Again
