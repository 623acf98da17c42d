"""What is under way, as callers say it: "still in school for my MSW", "I'll be done in May". It is no degree yet."""

import datetime as dt
import re

from intake.prescreen.parting import Section
from intake.understand.excerpts import excerpts
from intake.understand.records import Field

_TO_COME = (
    r"(?:will|\w+['\u2019]ll|going to|gonna|should|about to|almost|nearly|not yet|"
    r"(?:hop(?:e|es|ing)|plan(?:s|ning)?|expect(?:s|ing|ed)?)(?: to)?)"
)
_ENDS = r"(?:done|finish(?:ed|ing)?|complet\w+|graduat\w+|through|earn\w*|receiv\w+|in\s+(?:19|20)|my\b|it\b|by\b)"
_SCHOOL = r"(?:school|college|university|program|class|classes|courses?)"
_DEGREE = r"(?:msw|med|ba|bs|ma|ms|phd|degree|(?:master|bachelor)(?:['\u2019]?s)?|doctoral|graduate|grad)"
_UNDER_WAY = re.compile(
    rf"\b{_TO_COME}\s+(?:(?:be|have|get)\s+)?{_ENDS}|"
    r"\b(?:work(?:ing)?\s+(?:on|towards?)|stud(?:y|ying)\s+(?:for|towards?))\b|"
    rf"\b(?:still|back|currently|now)\s+(?:in|at)\s+(?:\w+\s+){{0,2}}{_SCHOOL}\b|\bin\s+(?:\w+\s+)?school\s+(?:for|to)\b|"
    rf"\b(?:some|started|began)\s+(?:\w+\s+)?{_SCHOOL}\b|"
    r"\b(?:pursuing|enrolled|in progress|under ?way|half ?way|part ?way|in the middle of)\b|"
    r"\bstill (?:studying|finishing|doing)\b|"
    r"\b(?:finishing|completing)(?:\s+up)?\s+(?:my|an?|the)\b|\bI (?:graduate|finish)\b|\bgraduates\b|"
    r"\b(?:expected|anticipated)\b|"
    r"\bin\s+(?:my|an?|the)\s+(?:[\w'\u2019]+\s+){0,2}(?:program|(?:year|semester)\s+(?:of|in|at|for))\b|"
    rf"\b{_DEGREE}\s+(?:student|candidate)\b",
    re.IGNORECASE,
)


def under_way(words: str, section: Section) -> bool:
    """Whether `words` tell of a degree or the like that has no end yet: an entry that is called by what was earned."""
    return bool(_earned(section)) and _UNDER_WAY.search(words) is not None


def end_ahead(words: str, section: Section, today: dt.date) -> str:
    """The words for the day to come on which what was told before ends; empty where there is none, or more is named."""
    dates = [field for field in section.fields if field.slot.kind == "date" and field.id not in section.needs]
    days = excerpts(words, dates, today)
    ahead = len(days) == 1 and str(days[0].reading.value) > today.isoformat()
    return days[0].words if ahead and not excerpts(words, _earned(section), today) else ""


def _earned(section: Section) -> list[Field]:
    """The choice that an entry is called by."""
    first = f"{section.id}.{section.title[0]}" if section.repeats else ""
    return [field for field in section.fields if field.id == first and field.slot.kind == "choice"]
