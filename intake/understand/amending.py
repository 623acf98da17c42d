"""The new value of an answer that is corrected: read by its own reader, or made of the old value ("2 hours more")."""

import datetime as dt
import re

import msgspec

from intake.portfolio.edtf import bounds, spoken
from intake.understand.correction_forms import STILL, Heard, How
from intake.understand.numbers import shown, tidy
from intake.understand.read import read
from intake.understand.records import Field
from intake.understand.slots import Again, Reading, Slot, Unsure
from intake.understand.words import is_unsure

READER = "corrections"
OPEN = ".."
_DATE = Slot(kind="date")
_YEAR, _MONTH = "YYYY", "YYYY-MM"
_LIKE = 60
_WITH_YEAR = re.compile(
    r"[0-9]{4}|'[0-9]{2}|[0-9]+[/.-][0-9]+[/.-][0-9]+|\b(?:ago|last|this|yesterday|today|next)\b", re.IGNORECASE
)
_CALENDAR = re.compile(
    r"[0-9]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|fall|winter)", re.IGNORECASE
)
_DAY_ALONE = re.compile(r"(?:on )?(?:the )?([0-9]{1,2})(?:st|nd|rd|th)", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:not|never|no|haven't|hasn't|didn't|don't|wasn't|isn't|won't)\b", re.IGNORECASE)
_AFFIRMS = re.compile(r"(?:yes\b|(?:i|we|it|they) (?:did|do|have|had|am|was|is|were)\b)", re.IGNORECASE)
#: What leads to the right words, follows a spelling, or explains them.
_LED = re.compile(
    r"\A(?:(?:the |my |its )?(?:full|whole|real|official|proper) name is|put|use|say|it's|it is|it was|with|to be)\s+"
    r"(?=\S)",
    re.IGNORECASE,
)
_SPELLED = re.compile(r"\s+with (?:an?|one|two|no) .*\Z", re.IGNORECASE)
_TOLD_SPELLING = re.compile(
    r"[\s,]+with(?:out)? (?:the |an? |my |any |no |one |two )?(?:hyphens?|dash(?:es)?|accents?|spaces?|periods?|"
    r"capitals?|middle (?:name|initial)|letter \w)\b.*\Z",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s+(?=\S* ?(?:is|was|i|my|that|not)\b).*\Z", re.IGNORECASE | re.DOTALL)
_START = re.compile(r"\b(?:start|started|begin|began|beginning|joined|from|first day|since)\b", re.IGNORECASE)
_END = re.compile(r"\b(?:end|ended|ending|left|finish|finished|stopped|quit|until|last day|to)\b", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:more|of them)\b", re.IGNORECASE)
_PARTS = re.compile(r"\b(month|year)\b", re.IGNORECASE)


def amended(field: Field, heard: Heard, today: dt.date) -> Reading | Again | Unsure:
    """The new value of `field`; Again, with the reason, where the words give none. Made values are read back."""
    kind, old = field.slot.kind, field.value
    if is_unsure(heard.words):
        return Unsure()
    if heard.how in ("more", "less", "times"):
        return _reckoned(field, heard, today) or Again("I could not reckon that. Please say the new number.")
    if kind == "span" and isinstance(old, dict):
        whole = read(heard.words, field.slot, today)
        part = span_part(heard.name) or _still(heard.words) or ("start" if old["end"] == OPEN else "")
        return whole if not part or isinstance(whole, Reading) else _end_of_span(old, part, heard, today)
    if kind == "date" and _still(heard.words) and any(span_part(name) == "end" for name in field.names):
        return Reading(OPEN, READER)
    if kind == "date" and isinstance(old, str) and re.match(r"[0-9]{4}", old):
        return _redated(old, heard, field.slot, today)
    if kind in ("text", "email", "phone"):
        return _worded(field, heard, today)
    reading = read(heard.words, field.slot, today)
    return (_plainly(heard.words) or reading) if kind == "yes_no" and isinstance(reading, Again) else reading


def span_part(name: str) -> str:
    """Which end of a span a name means: "start", "end", or empty."""
    start, end = bool(_START.search(name)), bool(_END.search(name))
    return "" if start == end else ("start" if start else "end")


def _part_named(name: str) -> How:
    found = _PARTS.search(name)
    return "" if found is None else ("month" if found[1].casefold() == "month" else "year")


def _reckoned(field: Field, heard: Heard, today: dt.date) -> Reading | None:
    old = field.value
    if isinstance(old, bool) or not isinstance(old, int | float):
        return None
    if heard.how == "times":
        new = old * 2 if heard.words.casefold() in ("double", "twice") else old / 2
    else:
        by = read(_MORE.sub("", heard.words), Slot(kind=field.slot.kind), today)
        if not isinstance(by, Reading) or by.upto is not None:
            return None
        new = old + by.value if heard.how == "more" else old - by.value
    value = tidy(new)
    return Reading(value, READER, confirm=f"{shown(old)} \u2192 {shown(value)}. Right?") if new >= 0 else None


def _still(words: str) -> str:
    return "end" if STILL.fullmatch(words.strip()) else ""


def _end_of_span(old: dict[str, str], part: str, heard: Heard, today: dt.date) -> Reading | Again | Unsure:
    """A span with another start or end; what is not said of that date stays."""
    if part == "end" and _still(heard.words):
        return Reading(old | {"end": OPEN}, READER)
    known = re.match(r"[0-9]{4}", old[part])
    found = _redated(old[part], heard, _DATE, today) if known else read(heard.words, _DATE, today)
    if not isinstance(found, Reading):
        return found
    value = old | {part: found.value}
    if value["end"] != OPEN and bounds(value["end"]).latest < bounds(value["start"]).earliest:
        return Again(f"Then it would end ({spoken(value['end'])}) before it starts ({spoken(value['start'])}).")
    return msgspec.structs.replace(found, value=value)


def _redated(old: str, heard: Heard, slot: Slot, today: dt.date) -> Reading | Again | Unsure:
    """A date in place of `old`; what is not said of it stays, and is read back."""
    how, words = heard.how or _part_named(heard.name), heard.words
    if how in ("earlier", "later"):
        return _shifted(old, how, words, today)
    if day := _DAY_ALONE.fullmatch(words.strip()):
        return _kept(old, f"{old[:7]}-{int(day[1]):02d}") if len(old) >= len(_MONTH) else read(words, slot, today)
    undated = _CALENDAR.search(words) is not None and not _WITH_YEAR.search(words)
    found = read(f"{words} {old[:4]}" if undated else words, slot, today)
    if not isinstance(found, Reading) or not isinstance(found.value, str):
        return read(words, slot, today)
    value = found.value
    if undated:
        return _kept(old, value + (old[7:] if len(value) == len(_MONTH) and how != "month" else ""))
    if len(value) == len(_YEAR) and old[4:5] == "-" and how != "month":
        return _kept(old, value + old[4:])
    return found


def _shifted(old: str, how: How, words: str, today: dt.date) -> Reading | Again:
    months = "month" in words
    by = read(
        re.sub(r"\s*(?:year|month)s?", "", words).replace("an", "1").replace("a", "1"), Slot(kind="number"), today
    )
    if not isinstance(by, Reading) or (months and len(old) < len(_MONTH)):
        return Again("I could not reckon that date. Please say the new one.")
    count = int(by.value) * (1 if months else 12) * (1 if how == "later" else -1)
    year, month = divmod(int(old[:4]) * 12 + int(old[5:7] or 1) - 1 + count, 12)
    return _kept(old, f"{year:04d}-{month + 1:02d}"[: len(old)] + old[7:])


def _kept(old: str, value: str) -> Reading | Again:
    """A date made of an old one, if there is such a day."""
    try:
        bounds(value)
    except ValueError as error:
        return Again(f"{error}.")
    return Reading(value, READER, confirm=_changed(old, value))


def _plainly(words: str) -> Reading | None:
    """A yes or a no that is said with the thing itself: "I did sign it", "haven't signed"."""
    if _DENIES.search(words):
        return Reading(False, READER, confirm="So the answer is no. Right?")
    return Reading(True, READER, confirm="So the answer is yes. Right?") if _AFFIRMS.match(words) else None


def _changed(old: str, new: str) -> str:
    return f"{spoken(old)} \u2192 {spoken(new)}. Right?"


def _worded(field: Field, heard: Heard, today: dt.date) -> Reading | Again | Unsure:
    """Words for words; where only a part of the old ones was named wrong, the rest stays."""
    words, old = _LED.sub("", heard.words, count=1), str(field.value or "")
    words = _TOLD_SPELLING.sub("", words)
    if heard.wrong:
        words = _SPELLED.sub("", words)
    words = _ASIDE.sub("", words).strip()
    value = _with_part(old, heard, words)
    if field.slot.kind in ("email", "phone"):
        return read(value, field.slot, today)
    made = value != _LED.sub("", heard.words, count=1)
    return Reading(value, READER if made else "words", confirm=f"{old} \u2192 {value}. Right?" if made else "")


def _with_part(old: str, heard: Heard, words: str) -> str:
    """`old` with `words` for the part that was wrong; `words` alone where they replace it as a whole."""
    name = re.search(r"\b(first|last|sur) ?name\b", heard.name, re.IGNORECASE)
    if name and " " in old and " " not in words:
        first, last = old.split(" ", 1)[0], old.rsplit(" ", 1)[0]
        return f"{words} {old[len(first) + 1 :]}" if name[1].casefold() == "first" else f"{last} {words}"
    if not heard.wrong or heard.wrong.casefold() == old.casefold() or not _alike(heard.wrong, words):
        return words
    part = re.compile(rf"(?<!\w){re.escape(heard.wrong)}(?!\w)", re.IGNORECASE)
    return part.sub(lambda _match: words, old, count=1) if part.search(old) else words


def _alike(wrong: str, words: str) -> bool:
    """Whether one is a misspelling of the other, so that it stands for a part of a longer value."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a corrected spelling needs it

    return len(wrong.split()) == len(words.split()) and fuzz.ratio(wrong.casefold(), words.casefold()) >= _LIKE
