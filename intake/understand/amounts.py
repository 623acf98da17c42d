"""An amount, however it was worked out, made into a reading; and the ways of saying one that are no amount yet."""

import re
from typing import NamedTuple

from intake.understand.numbers import TOO_LARGE, shown, tidy
from intake.understand.slots import Again, Reading, Slot
from intake.understand.words import Said

_BELOW_ZERO = re.compile(r"(?:-|minus|negative) ?\.?[0-9a-z]")
_LIMIT = re.compile(r"(less than|under|fewer than|up to|at most|no more than|not more than)\b")
_BETWEEN = re.compile(r"(?<=[0-9])\+(?= ?[a-z])|(?<=[0-9y])-?ish(?= )| or (?:so|more)(?= )")
_VAGUE = re.compile(r"\b(a few|few|several|a lot|lots|many|plenty|tons|some)\b")


def roughly(said: Said) -> Said:
    """`said` without a hedge that stands between a number and its unit: "30+ hours", "30 or so hours"."""
    text, hedges = _BETWEEN.subn("", said.text)
    return Said(text, said.hedged or hedges > 0)


class Amount(NamedTuple):
    """A number with what is doubtful about it.

    `upto` is the upper end of a range, `work` the arithmetic done ("12 × 2 hours"), `after` what it rests on; a
    `repaired` one had its spelling put right.
    """

    value: float
    upto: float | None = None
    hedged: bool = False
    work: str = ""
    after: str = ""
    repaired: bool = False


def refused(text: str) -> Again | None:
    """Why plain `text` states no amount although it speaks of one: below zero, a limit, or a vague word."""
    if _BELOW_ZERO.match(text):
        return Again("That is below zero, which cannot be recorded. Please give the number itself, such as 5.")
    if limit := _LIMIT.match(text):
        return Again(
            f"You said \u201c{limit[1]}\u201d, which leaves many numbers open. Please give one, such as 20 or about 20."
        )
    if vague := _VAGUE.search(text):
        return Again(
            f"You said \u201c{vague[1]}\u201d, which could be many numbers. Your best estimate will do: about 5, say."
        )
    return None


def settled(amount: Amount, slot: Slot, unit: str, reader: str) -> Reading | Again:
    """The reading of `amount` in `unit` (empty for a bare number), read back if doubtful; Again if out of bounds."""
    highest = amount.value if amount.upto is None else amount.upto
    most = TOO_LARGE if slot.most is None else min(slot.most, TOO_LARGE)
    if highest > most:
        return Again(f"{_with(highest, unit)} is too much here: {_with(most, unit)} is the most. Please check it.")
    if slot.least is not None and amount.value < slot.least:
        least = _with(slot.least, unit)
        return Again(f"{_with(amount.value, unit)} is too little here: {least} is the least. Please check it.")
    upto = None if amount.upto is None else tidy(amount.upto)
    return Reading(tidy(amount.value), reader, amount.hedged or upto is not None, _question(amount, unit), upto)


def _question(amount: Amount, unit: str) -> str:
    if amount.upto is not None:
        both = f"{shown(amount.value)} to {_with(amount.upto, unit)}"
        return f"You said {both}. Shall I write down {_with(amount.value, unit)}, the lower figure?"
    if amount.work:
        return f"{amount.work} = {_with(amount.value, unit)}{amount.after}. Right?"
    if amount.hedged:
        return f"About {_with(amount.value, unit)}. Right?"
    return f"{_with(amount.value, unit)}. Right?" if amount.repaired else ""


def _with(value: float, unit: str) -> str:
    return counted(value, unit) if unit else shown(value)


def counted(value: float, unit: str) -> str:
    """`value` and its unit in words: "1 hour", "12.5 hours"."""
    return f"{shown(value)} {unit}" if value == 1 else f"{shown(value)} {unit}s"
