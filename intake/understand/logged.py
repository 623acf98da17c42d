"""What somebody says that they had: "1.5 h RS with J. today", "Touchpoints training, 6 hours, last Friday"."""

import datetime as dt
import re
from typing import Literal

from intake.understand.facts import Facts, facts
from intake.understand.read import read
from intake.understand.records import Field
from intake.understand.slots import Reading, Slot

Had = Literal["training", "supervision"]
_REFLECTIVE = re.compile(
    r"\b(?:of |in )?(?:(?:reflective )(?:supervision|consultation|practice)(?: group)?|rsc|rs)\b", re.IGNORECASE
)
_SUPERVISED = re.compile(r"\bsupervis(?:ion|ed|or)\b|\bconsultation\b", re.IGNORECASE)
_TAUGHT = re.compile(
    r"\b(?:training|webinar|workshop|course|conference|class|seminar|institute|lecture)s?\b", re.IGNORECASE
)
_HAD = re.compile(
    r"\A\W*(?:i |we )?(?:had|did|took|attended|went to|have had|got|finished|completed)\s+", re.IGNORECASE
)
_BESIDE = re.compile(r"\bw/\s*", re.IGNORECASE)
_HOURS = re.compile(r"(\d)\s*(?:h|hrs?)\b\.?", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?:(?:on|this|last|the)\s+)*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:this morning|this afternoon|tonight)\b",
    re.IGNORECASE,
)
_TODAY = re.compile(r"this morning|this afternoon|tonight", re.IGNORECASE)


def had(words: str) -> Had | None:
    """What was had; None where it was supervision of which nobody says that it was reflective.

    What is called a training is one, also on reflective supervision; and so is whatever is called nothing.
    """
    if _TAUGHT.search(words):
        return "training"
    if _REFLECTIVE.search(words):
        return "supervision"
    return None if _SUPERVISED.search(words) else "training"


def logged(words: str, fields: list[Field], today: dt.date) -> Facts:
    """The facts of `fields` that are in `words`; a weekday is one that is past."""
    said = _HOURS.sub(r"\1 hours", _BESIDE.sub("with ", _HAD.sub("", words)))
    if had(words) == "supervision":
        said = _REFLECTIVE.sub(" ", said)
    return facts(_DAY.sub(lambda day: _dated(day[0], today), said), fields, today)


def _dated(day: str, today: dt.date) -> str:
    """A day that is named by the week, as a date that cannot be misread; as it was said where it cannot be read."""
    got = read("today" if _TODAY.search(day) else day, Slot("date"), today)
    return str(got.value) if isinstance(got, Reading) else day
