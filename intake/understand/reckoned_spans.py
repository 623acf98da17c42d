"""Spans told by a length: "the last five years", "for 2 years until 2019", "from 2015 for three years", "last week".

One end is reckoned from the other or from today, so every one of these is read back.
"""

import datetime as dt
import re

from intake.portfolio.edtf import spoken
from intake.understand.calendar_words import tokens
from intake.understand.dates import stated
from intake.understand.distances import before_or_after, moved
from intake.understand.lengths import length
from intake.understand.relative_dates import week
from intake.understand.slots import Again, Reading, Slot
from intake.understand.words import capital

READER = "spans"
#: The end of a span that is still going on.
OPEN = ".."

_SO_FAR = re.compile(
    r"(?:for |over |during |in )?(?:the |these )?(?:last|past) (?P<last>.+)"
    r"|(?:ive|i have|been|still)(?: been| worked| working| employed| there| here)*(?: for)? (?P<been>.+)"
    r"|going on (?P<nearly>.+)"
    r"|(?:for )?(?P<now>.+?),? (?:now|so far|to date|and counting|and still (?:there|here|going|working))"
)
_UNTIL = re.compile(
    r"(?:for )?(?P<length>.+?),? (?:until|till|til|up to|up until|ending(?: in| on)?|through|"
    r"(?:and )?(?:then )?(?:i )?(?:left|ended|finished|quit|stopped|retired)(?: there| here| it)?(?: in| on)?)"
    r" (?P<date>.+)"
)
_SINCE = re.compile(r"(?:for )?(?P<length>.+?),? (?:from|starting|beginning)(?: in| on| from)? (?P<date>.+)")
_FROM = re.compile(
    r"(?:from |starting(?: in| on)? )?(?P<date>.+?),? (?:and )?(?:for|stayed(?: for)?|lasting) (?P<length>.+)"
)


def reckoned(said: str, slot: Slot, today: dt.date) -> Reading | Again | None:
    """The span that plain `said` tells by a length of time or a week; None where it tells none so."""
    if said.endswith(" ago") or " ago " in said:
        return None
    found = tokens(said)
    if found and found.codes == "v":
        return told(*week(found.values, today))
    if match := _SO_FAR.fullmatch(said):
        how_long = length(next(filter(None, match.groups())))
        in_months = how_long is not None and not (how_long.upto or how_long.length.weeks or how_long.length.days)
        if how_long and in_months and (start := moved(today, how_long.length, -1)):
            return told(start, OPEN, hedged=True)
    for form, sign in ((_UNTIL, -1), (_SINCE, 1), (_FROM, 1)):
        if (match := form.fullmatch(said)) and (span := _beside(match["date"], match["length"], sign, slot, today)):
            return span
    return None


def _beside(date: str, said_length: str, sign: int, slot: Slot, today: dt.date) -> Reading | Again | None:
    """The span between a date and the time a length before (-1) or after (1) it."""
    how_long = length(said_length)
    known = stated(date, slot, today) if how_long and not how_long.upto else None
    if how_long is None or not isinstance(known, Reading):
        return known
    other = before_or_after(known.value, how_long.length, sign)
    if other is None:
        return None
    hedged = known.hedged or how_long.hedged
    return told(other, known.value, hedged=hedged) if sign < 0 else told(known.value, other, hedged=hedged)


def told(start: str, end: str, *, hedged: bool = False) -> Reading:
    """The reading of a span that was reckoned, with its question."""
    until = "now" if end == OPEN else spoken(end)
    return Reading({"start": start, "end": end}, READER, hedged, capital(f"{spoken(start)} to {until}. Right?"))
