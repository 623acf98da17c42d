"""What an edition of the rules says of a portfolio: one verdict a requirement, with everything that led to it."""

from typing import Any, Literal

import msgspec

Word = Literal["met", "not_met", "need_information", "confirm"]

#: How each verdict is said. Never "approved", never "eligible": only the association decides.
WORDS: dict[Word, str] = {
    "met": "Met by your answers",
    "not_met": "Not met",
    "need_information": "Need more information",
    "confirm": "Confirm with the association",
}


class Cite(msgspec.Struct, frozen=True):
    """The sentence a requirement stands on: the source's title, the section in it, a short quotation.

    `seen` says of which time the source is.
    """

    source: str
    section: str
    quote: str
    seen: str = ""


class Counted(msgspec.Struct, frozen=True):
    """An item that counted toward a figure; `reason` says what of it does not, or only if the association says so."""

    item: str
    title: str
    amount: str = ""
    reason: str = ""


class NotCounted(msgspec.Struct, frozen=True):
    """An item that counted toward no figure, and why."""

    item: str
    title: str
    reason: str


class Guidance(msgspec.Struct, frozen=True):
    """What another source says on the same point; shown, never judged by."""

    text: str
    source: str


class Earliest(msgspec.Struct, frozen=True):
    """By time alone: the first days (ISO dates) on which the strict and the loose reading would be satisfied."""

    strict: str | None = None
    loose: str | None = None


class Task(msgspec.Struct, frozen=True):
    """One thing that is missing, in words; `item` is the entry that it concerns, empty where it concerns the whole."""

    text: str
    waiting: bool = False
    item: str = ""


class Verdict(msgspec.Struct, frozen=True):
    """A requirement and what it says of this portfolio.

    `group` is `prerequisites`, `level`, `portfolio`, `exam` or `renewal`; `level` and `track` are empty where a
    requirement is not of one. `rule` is made of the rule itself (`intake.rulebook.sentence`). `figures` maps a fact to
    its title, its unit, and its strict, loose and possible reading. `cite` is the sentence it stands on, `also` holds
    further ones. `ask` is empty where the requirement is met. `to_do` is said of the whole, `tasks` of single entries.
    """

    id: str
    group: str
    level: str
    track: str
    title: str
    verdict: Word
    rule: str
    figures: dict[str, dict[str, Any]]
    counted: tuple[Counted, ...]
    not_counted: tuple[NotCounted, ...]
    cite: Cite
    also: tuple[Cite, ...] = ()
    ask: str = ""
    guidance: tuple[Guidance, ...] = ()
    to_do: str = ""
    waiting: bool = False
    tasks: tuple[Task, ...] = ()
    earliest: Earliest | None = None


def wire(verdict: Verdict) -> dict[str, Any]:
    """A verdict as JSON values: all its fields, null where it has none, `tasks` only where some are; what it `says`."""
    fields: dict[str, Any] = msgspec.to_builtins(verdict)
    if not verdict.tasks:
        del fields["tasks"]
    named = {name: fields[name] or None for name in ("level", "track", "ask", "to_do")}
    return fields | named | {"says": WORDS[verdict.verdict]}
