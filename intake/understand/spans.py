"""From one date to another: "Feb 2021 to June 2023", "since feb 2021", "2015 - 2019", "started 9/3/2024, still there".

An answer is cut at each word or mark that can part two dates; both sides have to be dates, or the second a word for
"still". One cut that works is a span; cuts that disagree are none.
"""

import datetime as dt
import re
from collections.abc import Iterator

from intake.portfolio.edtf import bounds, spoken
from intake.understand.dates import date
from intake.understand.slots import Again, Reading, Slot
from intake.understand.span_sides import Sides, lent
from intake.understand.words import capital, phrases, plain, trimmer

READER = "spans"
OPEN = ".."

_WHOLE = frozenset(phrases("the whole time|whole time|all of it|the entire time|entire time|all the time|throughout"))
_STILL = frozenset(
    phrases(
        """
        now|right now|the present|present|present day|the present day|today|current|currently|ongoing|date|on|onward|
        onwards|to date|to now|-|still|still there|still here|still going|still ongoing|still do|still am|
        still employed|still working there|still working here|still work there|still work here|i still work there|
        i still work here|i still do|i still am|im still there|im still here|i am still there|i am still here|
        is still going"""
    )
)
_TRIM = trimmer(
    fillers="""i worked there|i worked here|ive worked there|ive worked here|i was there|ive been there|been there|
        i have been there|been here|ive been here|i have been here|i did that|i did it|from|between|during""",
    kept="plus|+|over|well over|more than|at least|about|around|maybe|i think|roughly",
)
_CUT = re.compile(r" (to|through|thru|until|till|til|up to|up until|and|&) | ?(-) ?|(,) ?")
_TO_NOW = re.compile(r"(?P<start>.+?) (?:-|on|onwards?|to date|to now)|since (?P<since>.+)")
_ENDED = re.compile(
    r"(?:and )?(?:i )?(?:left|ended|finished|stopped|quit|until|till|til|up to)(?: there)?(?: in| on)? "
)
_BEGAN = re.compile(r"(?:and )?(?:i )?(?:started|began|joined)(?: there)?(?: in| on)? ")
_ONE_DAY = re.compile(r"(?:only )?one day,? (?:only )?(?:on )?(.+)")
_MOST_CUTS = 12


def span(text: str, slot: Slot, today: dt.date) -> Reading | Again | None:
    """The span that all of `text` states; Again if half of it is missing or it is reversed; None if it is none."""
    whole = plain(text)
    said = _TRIM(whole).text
    if slot.whole and said in _WHOLE:
        return Reading(slot.whole, READER)
    if half := _half(said, slot, today):
        return half
    cuts = [*_open_ended(said), *_cuts(said, whole.startswith("between"))]
    found = [one for cut in cuts if (one := _joined(cut, slot, today))]
    good = {str(one.value): one for one in found if isinstance(one, Reading)}
    if good:
        return next(iter(good.values())) if len(good) == 1 else None
    return found[0] if found else None


def _half(said: str, slot: Slot, today: dt.date) -> Reading | Again | None:
    """A single date: one day as a whole, or a start or an end that lacks the other."""
    if (one_day := _ONE_DAY.fullmatch(said)) and isinstance(day := date(one_day[1], slot, today), Reading):
        return Reading({"start": day.value, "end": day.value}, READER, day.hedged, day.confirm)
    ended = _ENDED.match(said)
    only = date(said[ended.end() :] if ended else said, slot, today)
    if only is None or said.startswith("since "):
        return None
    if isinstance(only, Again):
        return None if _CUT.search(said) else only
    if ended:
        return Again(f"I have {spoken(only.value)} as the end. When did it start? For example: Feb 2021 to June 2023.")
    example = "For example: Feb 2021 to June 2023, or since Feb 2021."
    return Again(f"I have {spoken(only.value)} as the start. When did it end? {example}")


def _open_ended(said: str) -> Iterator[Sides]:
    if match := _TO_NOW.fullmatch(said):
        yield Sides(match["start"] or match["since"], "now", sure=not said.endswith("-"))


def _cuts(said: str, announced: bool) -> Iterator[Sides]:
    """The ways to part `said` in two. "and" says less than "to", and a comma parts only what names its own side."""
    for match in list(_CUT.finditer(said))[:_MOST_CUTS]:
        start, end = said[: match.start()].strip(), said[match.end() :].strip()
        if (ended := _ENDED.match(start)) and (began := _BEGAN.match(end)):
            yield Sides(end[began.end() :], start[ended.end() :])
        elif (began := _BEGAN.match(start)) and (ended := _ENDED.match(end)):
            yield Sides(start[began.end() :], end[ended.end() :])
        elif match[3] is None or end in _STILL:
            yield Sides(start, end, sure=match[1] not in ("and", "&") or announced or end in _STILL)


def _joined(cut: Sides, slot: Slot, today: dt.date) -> Reading | Again | None:
    """The span of both sides, in the first way to understand them that makes one; None where one is no date."""
    ways = lent(cut)
    found = [one for way in ways or [cut] if (one := _paired(way, slot, today))]
    if found and not ways:
        return Again("Which years were these? For example: Feb 2021 to June 2023.")
    return next((one for one in found if isinstance(one, Reading)), found[0] if found else None)


def _paired(way: Sides, slot: Slot, today: dt.date) -> Reading | Again | None:
    start = date(way.start, slot, today)
    end = Reading(OPEN, READER) if way.end in _STILL else date(way.end, slot, today)
    if start is None or end is None:
        return None
    if isinstance(start, Again) or isinstance(end, Again):
        return start if isinstance(start, Again) else end
    return _checked(start, end, way.sure)


def _checked(start: Reading, end: Reading, sure: bool) -> Reading | Again:
    if end.value != OPEN and bounds(end.value).latest < bounds(start.value).earliest:
        return Again(
            f"That ends before it starts: from {spoken(start.value)} to {spoken(end.value)}. "
            "Please give the start first, then the end."
        )
    said = f"{_say(start)} to {_say(end)}. Right?"
    asks = not sure or start.confirm or end.confirm
    value = {"start": start.value, "end": end.value}
    return Reading(value, READER, start.hedged or end.hedged, capital(said) if asks else "")


def _say(side: Reading) -> str:
    words = "now" if side.value == OPEN else spoken(side.value)
    return f"about {words}" if side.hedged else words
