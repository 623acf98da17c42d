"""An amount, however it was worked out, made into a reading; and the ways of saying one that are no amount yet."""

import re
from collections.abc import Callable
from typing import NamedTuple

from intake.understand.numbers import NUMBER_WORDS, TOO_LARGE, shown, tidy
from intake.understand.slots import Again, Reading, Slot
from intake.understand.words import Said, phrases

_BELOW_ZERO = re.compile(r"(?:-|minus|negative) ?\.?[0-9a-z]")
_LIMIT = re.compile(r"(less than\b|under\b|fewer than\b|up to\b|at most\b|no more than\b|not more than\b|<)")
_BETWEEN = re.compile(
    r"(?<=[0-9])\+(?= ?[a-z])|[ -]plus(?= (?:hours|hrs|years|yrs|months)\b)|(?<=[0-9y])-?ish(?= )| or (?:so|more)(?= )"
)
_OR_MAYBE = re.compile(
    r"([0-9](?: ?(?:hours|hrs|years|yrs|months))?),? (?:or )?(?:maybe|possibly|perhaps|might be) (?=[0-9])"
)
_COUNTING = re.compile(r",? (?:if (?:you|we|i) (?:count|include|add)|counting|including)\b[a-z ]*\Z")
_VAGUE = re.compile(r"\b(a few|few|several|a lot|lots|many|plenty|tons|some|a bunch|a handful)\b")
_ISH = re.compile(r"\b([a-z]+)-?ish\b")
#: Hedges of amounts, beside those of `words`.
HEDGES = (
    "upwards of|easily|a good|a solid|a minimum of|minimum of|no less than|no fewer than|just about|"
    "a little more than|little over|little more than|on average|an average of|average of|usually|normally|typically|>"
)
#: What may lead up to an amount and says nothing about it: "my caseload is", "the training was".
FRAME = frozenset(
    phrases(
        """i|ive|im|we|weve|my|our|the|there|theyre|its|it|that|thats|a|this|been|am|are|is|was|were|be|would|have|had|has|
        got|get|carry|see|saw|serve|served|serving|work|worked|working|with|for|did|do|done|doing|run|ran|lead|led|
        supervise|supervised|teach|taught|support|supported|hold|held|attend|attended|complete|completed|logged|earned|
        received|took|lasted|totaled|about|currently|right|now|present|presently|at|moment|total|of|caseload|number|as|today|theres|here|
        count|answer|training|course|class|workshop|webinar|conference|seminar|roughly|case|load|so|far|have|already"""
    )
)
_ARTICLE = re.compile(
    r"a (?:lot|few|bunch|handful|couple|pair|half|quarter|third|hundred|thousand|million|dozen|"
    r"(?:decade|fortnight|year|month|week|day|hour)s?)\b"
)
_LONGEST_FRAME = 10


def roughly(said: Said) -> Said:
    """`said` without what hedges its number: "30+ hours", "80, maybe 82", "58 if you count the webinars"."""
    text, hedges = _BETWEEN.subn("", _OR_MAYBE.sub(r"\1 or ", said.text))
    text, asides = _COUNTING.subn("", text)
    exact = _ISH.sub(lambda ish: ish[1] if ish[1] in NUMBER_WORDS else ish[0], text)
    return Said(exact, said.hedged or hedges + asides > 0 or exact != text)


def unframed(text: str, trim: Callable[[str], Said]) -> tuple[Said, bool]:
    """Plain `text` without what leads up to its amount, and whether that was more than hesitation."""
    said, framed = trim(text), False
    for _ in range(_LONGEST_FRAME):
        first, _, rest = said.text.partition(" ")
        if first.strip(",:") not in FRAME or not rest or _ARTICLE.match(said.text):
            break
        after = trim(rest)
        said, framed = Said(after.text, said.hedged or after.hedged), framed or first != "a"
    return said, framed


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
