"""What was typed, read as the value a question expects: the one entry point to all readers.

An answer is read as a whole. Where that fails, the one value that a clause of it gives ("zero, I don't carry a
caseload"), or that stands alone among its words, is offered with a read-back; two different ones are none.
"""

import datetime as dt
import re
from collections.abc import Iterable

import msgspec

from intake.portfolio.edtf import bounds, spoken
from intake.understand.excerpts import excerpts
from intake.understand.numbers import shown
from intake.understand.option_names import contained
from intake.understand.records import Field
from intake.understand.slots import Again, Kind, Reading, Result, Slot, Unsure
from intake.understand.spans import OPEN
from intake.understand.unused import not_used, unused
from intake.understand.whole import whole
from intake.understand.words import LONGEST_SHORT_ANSWER, is_unsure

_CLAUSE = re.compile(
    r"\s*(?:[,;!?()]|\.{2,}|\.(?=\s|\Z)|\s[-\u2013\u2014]+\s)\s*|"
    r"\s+(?=(?:but|because|bc|cuz|tho|though|so|when|while|which|and i|and im|and i'm|now|thats|that's|it says|says|"
    r"if you)\b)",
    re.IGNORECASE,
)
#: What begins a clause that decides: "40 group and 15 individual, so 55".
_DECIDES = re.compile(r"(?:so|now|total|that makes|makes|wait|no wait|actually|sorry)\b[\s,:]*", re.IGNORECASE)
_LEADS = re.compile(
    r"(?:so|now|but|and|that's|thats|it's|its|it|says|said|total|i have|im|i'm|i|certificate|diploma|letter|wait|the|"
    r"my)\s+",
    re.IGNORECASE,
)
#: "It was 2013" is a date, and no yes.
_IT_WAS = re.compile(r"\W*(?:it was|it is|it's|its|that was)\b[^0-9]*[0-9]", re.IGNORECASE)
_ONE_NUMBER = re.compile(r"(?<![\w./-])[0-9][0-9,]*(?:\.[0-9]+)?(?![\w/-])")
_COUNTS = (
    r"[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|dozen|couple)\b"
)
_CALENDAR = (
    r"[0-9]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:spring|summer|fall|autumn|winter)\b|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:last|next|first|eve|ago|yesterday|today|tomorrow|semester)\b"
)
_TURNED = (
    r"\b(?:not|never|before|after|later|earlier|except|without|instead|than|school year|academic year|"
    r"(?:is|are|was|were|do|does|did|has|have|had|would|could|should|ca|wo)n'?t)\b"
)
_REPEATED = (
    r"\b(?:hours?|hrs?|minutes?|each|every|twice|weekly|monthly|sessions|webinars|trainings|classes|meetings|workshops|"
    r"days|weeks|months|years|\w+days)\b"
)
#: What must not stand beside a value that is taken out of an answer: it may belong to it, turn it, or be another one.
_RIVALS: dict[Kind, re.Pattern[str]] = {
    "date": re.compile(rf"{_CALENDAR}|{_TURNED}", re.IGNORECASE),
    "span": re.compile(rf"{_CALENDAR}|{_TURNED}|\b(?:years?|months?)\b", re.IGNORECASE),
    "number": re.compile(rf"{_COUNTS}|{_CALENDAR}|{_TURNED}|[/$%]", re.IGNORECASE),
    "hours": re.compile(rf"{_COUNTS}|{_REPEATED}|{_TURNED}|[/$%]", re.IGNORECASE),
}
#: A number of an option and a clause of its own after it.
_NUMBERED = re.compile(
    r"\s*#?([0-9]{1,2})\s*[,;.:)-]*\s+((?:but|because|bc|cuz|though|tho|although|except|and i)\b.+)", re.IGNORECASE
)
#: What follows "no clue" where the answer itself is not known: "when it expires" of a date.
_OF_IT = r"(?:it|that|this|they|i (?:got|had|did|took|finished) (?:it|that))\b[\w' ]{0,30}\W*\Z"
_ASKS: dict[Kind, re.Pattern[str]] = {
    **dict.fromkeys(("date", "span"), re.compile(rf"\swhen {_OF_IT}", re.IGNORECASE)),
    **dict.fromkeys(("hours", "number"), re.compile(rf"\show (?:many|long|much)(?: hours)? {_OF_IT}", re.IGNORECASE)),
}
_MOST_CLAUSES, _MOST_LEADS = 8, 3
_BY_PLACE: frozenset[Kind] = frozenset({"date", "span", "hours"})
_BY_CLAUSE: frozenset[Kind] = _BY_PLACE | {"number", "yes_no", "choice"}


def read(text: str, slot: Slot, today: dt.date) -> Result:
    """`text` as an answer to `slot`, never an exception; `today` is the day that "last year" counts from."""
    if slot.kind == "choice" and (first := _numbered(text, slot, today) or _for_both(text, slot, today)):
        return first
    if (asks := _ASKS.get(slot.kind)) and (unknown := asks.search(text)) and is_unsure(text[: unknown.start()]):
        return Unsure()
    got = _read(text, slot, today)
    if slot.kind not in ("yes_no", "choice") or not isinstance(got, Reading) or not got.confirm:
        return got
    beside = unused(text, clauses(text), slot)
    return msgspec.structs.replace(got, confirm=f"{got.confirm} {not_used(beside)}") if beside else got


def _read(text: str, slot: Slot, today: dt.date) -> Result:
    got = whole(text, slot, today)
    if isinstance(got, Reading):
        return _doubted(got, text, slot, today)
    if not isinstance(got, Again) or got.guesses or len(text) > LONGEST_SHORT_ANSWER:
        return got
    if not got.unread and slot.kind != "choice":
        return got
    found = _by_place(text, slot, today) or _by_clause(text, slot, today)
    return msgspec.structs.replace(found, confirm=found.confirm or _asked(slot, found.value)) if found else got


def _doubted(got: Reading, text: str, slot: Slot, today: dt.date) -> Result:
    """A reading with what is to be doubted of it: a beginning still to come, and a date where a yes is asked for."""
    if slot.kind == "yes_no" and got.confirm and _IT_WAS.match(text):
        return Again("I could not tell whether that is a yes. Please answer yes or no.", unread=True)
    if slot.kind == "span" and isinstance(got.value, dict) and slot.tense == "past" and not got.confirm:
        start = got.value["start"]
        if start and bounds(start).earliest > today:
            return msgspec.structs.replace(got, confirm=f"{spoken(start)} is still to come. {_asked(slot, got.value)}")
    return got


def _numbered(text: str, slot: Slot, today: dt.date) -> Reading | None:
    """The option whose number stands before words that say more of it: "2, but I work in Maryland half the time"."""
    found = _NUMBERED.fullmatch(text)
    got = whole(found[1], slot, today) if found else None
    if found is None or not isinstance(got, Reading):
        return None
    return msgspec.structs.replace(got, confirm=f"{_asked(slot, got.value)} {not_used(found[2].strip())}")


def _for_both(text: str, slot: Slot, today: dt.date) -> Reading | None:
    """The option "both" before words that tell the two apart: "both, I live in Petersburg and work in Hopewell"."""
    first, comma, rest = text.partition(",")
    got = whole(first, slot, today) if comma and first.strip().casefold() in ("both", "neither") else None
    if not isinstance(got, Reading):
        return None
    return msgspec.structs.replace(got, confirm=f"{_asked(slot, got.value)} {not_used(rest.strip())}")


def clauses(text: str) -> list[str]:
    """The clauses of `text`; none where it is a single one, or a story."""
    parts = [part.strip() for part in _CLAUSE.split(" ".join(text.split())) if part and part.strip()]
    return parts if 1 < len(parts) <= _MOST_CLAUSES else []


def _by_clause(text: str, slot: Slot, today: dt.date) -> Reading | None:
    """The one value that clauses of `text` give; of several, the one that a deciding clause gives."""
    parts = clauses(text) if slot.kind in _BY_CLAUSE else []
    if slot.kind == "choice":  # by their names: neither a figure in brackets nor "the only one" chooses
        parts = [part for part in parts if contained(part, slot.choices)]
    readings = [(part, _clause(part, slot, today)) for part in parts]
    deciding = [got for part, got in readings if got and _DECIDES.match(part)]
    if deciding and slot.kind not in ("date", "span"):
        return _only(deciding)
    if any(got is None and not _alone(slot.kind, part) for part, got in readings):
        return None
    return _only(got for _part, got in readings if got)


def _clause(part: str, slot: Slot, today: dt.date) -> Reading | None:
    for _ in range(_MOST_LEADS):
        got = whole(part, slot, today)
        if isinstance(got, Reading):
            return got
        shorter = _LEADS.sub("", part, count=1) if _LEADS.match(part) else part
        if shorter == part:
            break
        part = shorter
    return None


def _by_place(text: str, slot: Slot, today: dt.date) -> Reading | None:
    """The one value that stands among other words, none of which may belong to it."""
    if slot.kind in _BY_PLACE:
        found = excerpts(text, [Field("", slot)], today)
        beside = text[: found[0].start] + " \N{BULLET} " + text[found[0].end :] if found else ""
        return found[0].reading if found and _alone(slot.kind, beside) else None
    figures = _ONE_NUMBER.findall(text) if slot.kind == "number" else []
    got = whole(figures[0], slot, today) if len(figures) == 1 else None
    beside = text.replace(figures[0], "", 1) if got else ""
    return got if isinstance(got, Reading) and _alone("number", beside) else None


def _alone(kind: Kind, beside: str) -> bool:
    """Whether nothing in the words beside a value may belong to it, turn it, or be another one."""
    rivals = _RIVALS.get(kind)
    return rivals is None or not (rivals.search(beside) or any(letter.isnumeric() for letter in beside))


def _only(readings: Iterable[Reading]) -> Reading | None:
    """The reading, where all of them are of one value."""
    distinct = {str(reading.value): reading for reading in readings}
    return next(iter(distinct.values())) if len(distinct) == 1 else None


def _asked(slot: Slot, value: object) -> str:
    """The question that reads a value back."""
    if isinstance(value, bool):
        return f"I take that as {'yes' if value else 'no'}. Right?"
    if isinstance(value, dict):
        end = "now" if value["end"] == OPEN else spoken(value["end"])
        return f"{spoken(value['start'])} \u2013 {end}. Right?"
    if slot.kind == "date":
        return f"{spoken(str(value))}. Right?"
    if slot.kind == "choice":
        return f"{next(option.label for option in slot.choices if option.id == value)}. Right?"
    return (
        f"{shown(value)}{' hours' if slot.kind == 'hours' else ''}. Right?"
        if isinstance(value, int | float)
        else f"{value}. Right?"
    )
