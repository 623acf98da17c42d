"""What somebody says that they had: "1.5 h RS with J. today", "Touchpoints training, 6 hours, last Friday".

The ways in which such a note is jotted down are written plainly first; what is in it is then found as in any sentence.
"""

import datetime as dt
import re
from typing import Literal, NamedTuple

import msgspec

from intake.understand.facts import Facts, facts
from intake.understand.logged_days import dated
from intake.understand.logged_doubts import QUOTED, unread
from intake.understand.logged_hours import in_all
from intake.understand.records import Field
from intake.understand.slots import Reading

Had = Literal["training", "supervision"]
READER = "log"
_I = re.IGNORECASE
_REFLECTIVE = re.compile(
    r"\b(?:of |in |for )?"
    r"(?:reflective (?:supervision|consultation|practice|sup)(?: group)?|reflective(?= group)|rsc|rs)\b:?",
    _I,
)
#: What may have been reflective supervision, and may not: meetings that are called so, or a person and no more.
_SUPERVISED = re.compile(r"\bsupervis(?:ion|ed|or)\b|\bsup\b|\bconsultation\b|\bw(?:ith\b|/)", _I)
_CALLED_REFLECTIVE = re.compile(r"\b(?:reflective|supervision)\b", _I)
_KINDS = "training|webinar|workshop|course|conference|class|seminar|institute|lecture"
_TAUGHT = re.compile(rf"\b(?:{_KINDS})s?\b", _I)
_HAD = re.compile(
    r"\A[^\w\"“]*(?:log(?:ged)?\b\W*)?(?:i |we )?(?:just )?"
    r"(?:(?:had|did|took|attended|went to|have had|got|finished|completed|spent|met)\s+)?",
    _I,
)
#: What is written otherwise, and stands plainly here: hours, how one met, and titles before a name.
_PLAINER = (
    (re.compile(r"(?<!with )\bw(?:/\s*|/?\s+(?=[^\W\d_]))"), "with "),
    (re.compile(r"\b(?:by|via|over|on) (?:tele)?(?:phone|zoom|teams|video|skype|webex|facetime)\b", _I), " "),
    (re.compile(r"\b(dr|mrs?|ms|prof)\.\s", _I), r"\1 "),
    (re.compile(r"(?<![\d.,])(\d+),(\d\d?)(?=\s*h(?:rs?|ours?)?\b)", _I), r"\1.\2"),
    (re.compile(r"\b(\d+)[- ](minute|hour)(?=\s+[a-z])", _I), r"\1 \2s"),
    (re.compile(r"\b(?:for )?(?:an|1|one) h(?:ou)?r (?:and|&) (?:a|1/2|one) half\b", _I), "1.5 hours"),
    (re.compile(r"\bfor (?=(?:an?|half an|[\d.]+) ?(?:min(?:ute)?s?|h(?:(?:ou)?rs?)?)\b)", _I), ""),
    (re.compile(rf"\b(?:an? |the )?({_KINDS}) of ([\d.]+ ?(?:min(?:ute)?s?|h(?:(?:ou)?rs?)?))\b", _I), r"\2 \1"),
    (re.compile(r"\b(?:contact|clock) (?=h(?:ou)?rs?\b)", _I), ""),
)
_HOURS_AND_MINUTES = re.compile(
    r"\b(\d+)\s*(?:h(?:rs?|ours?)?\.?,?\s*(?:and )?(\d{1,2})\s*m(?:in(?:ute)?s?)?\b\.?"
    r"|h(\d\d)\b|:([0-5]\d)\s*h(?:rs?|ours?)?\b)",
    _I,
)
_HOURS = re.compile(r"(\d)\s*(?:h|hrs?)\b\.?", _I)
#: A word for the kind of training that is no part of its title: "a webinar on sleep", "training: Touchpoints".
_OF_A_KIND = re.compile(
    rf"(?:\b(?:for |an? |the |in |online |virtual |live |all-day |free )*\b(?:{_KINDS})s?\b)"
    r"(?:\s*:\s*|\s+(?=(?:on|about|called|titled|named)\b))",
    _I,
)


class Note(NamedTuple):
    """The facts of a note, and the pieces of it that speak of an amount or a time and are in none of them."""

    told: Facts
    unread: tuple[str, ...]


def taught(words: str) -> bool:
    """Whether words call something a training, or give it a title in quotation marks."""
    return bool(_TAUGHT.search(words) or QUOTED.search(words))


def had(words: str) -> Had | None:
    """What was had; None where it was with somebody, or supervision, and nobody says that it was reflective.

    What is called a training is one, also on reflective supervision; and so is whatever has a title in quotation marks.
    """
    if taught(words):
        return "training"
    if _REFLECTIVE.search(words) or re.search(r"\breflective\b", words, _I):
        return "supervision"
    return None if _SUPERVISED.search(words) else "training"


def logged(words: str, fields: list[Field], today: dt.date, within: dt.date) -> Note:
    """The facts of `fields` in `words`; a day without its year is the last one up to `within`."""
    said = _plainer(_HAD.sub("", words))
    if had(words) == "supervision":
        said = _REFLECTIVE.sub(" ", said) if _REFLECTIVE.search(said) else _CALLED_REFLECTIVE.sub(" ", said)
        said = dated(said, today, within)
        told = facts(said, fields, today, totals=False)
        return Note(told, unread(said, told, ("supervision.provider",)))
    title = QUOTED.search(said)
    said = _OF_A_KIND.sub(" ", said.replace(title[0], " ") if title else said)
    said = dated(said, today, within)
    told = facts(said, fields, today, totals=False)
    lost = unread(said, told, ())
    return Note(_entitled(told, title[1], fields) if title else told, lost)


def _plainer(said: str) -> str:
    for way, plain in _PLAINER:
        said = way.sub(plain, said)
    said = in_all(said)
    return _HOURS.sub(r"\1 hours", _HOURS_AND_MINUTES.sub(_in_hours, said))


def _in_hours(said: re.Match[str]) -> str:
    """Hours and minutes as hours: "1h30" is 1.5 hours."""
    minutes = next(int(part) for part in said.groups()[1:] if part)
    return f"{round(int(said[1]) + minutes / 60, 2):g} hours"


def _entitled(told: Facts, title: str, fields: list[Field]) -> Facts:
    """What was told, with the title that stood in quotation marks; what was taken for one is left over."""
    name = next(field.id for field in fields if field.id.endswith(".title"))
    taken = (told.found[name][1],) if name in told.found else ()
    found = told.found | {name: (Reading(title.strip(), READER), title)}
    return msgspec.structs.replace(told, found=found, left=(*told.left, *taken))
