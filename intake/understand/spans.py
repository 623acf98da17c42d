"""From one date to another: "Feb 2021 to June 2023", "since feb 2021", "2015 - 2019", "started 9/3/2024, still there".

An answer is cut at each word or mark that can part two dates; both sides have to be dates, or the second a word for
"still". One cut that works is a span; cuts that disagree are none.
"""

import datetime as dt
import re
from collections.abc import Iterator

from intake.portfolio.edtf import bounds, spoken
from intake.understand.dates import LONGEST_DATE, framed, stated
from intake.understand.frames import unled
from intake.understand.reckoned_spans import OPEN, READER, reckoned
from intake.understand.slots import Again, Reading, Slot
from intake.understand.span_notes import noted, unmeasured
from intake.understand.span_sides import Sides, lent, short_years, turned
from intake.understand.still import still
from intake.understand.words import capital, phrases, plain, trimmer

__all__ = ["OPEN", "READER", "half_open", "span"]

_THE = re.compile(r"\b(?:teh|hte|th|te)\b")
_WHOLE = frozenset(phrases("the whole time|whole time|all of it|the entire time|entire time|all the time|throughout"))
_TRIM = trimmer(
    fillers="""i worked there|i worked here|ive worked there|ive worked here|i was there|ive been there|been there|
        i have been there|been here|ive been here|i have been here|i did that|i did it|from|during|ever|
        dates|the dates were|dates were""",
    kept="plus|+|over|well over|more than|at least|about|around|maybe|i think|roughly|since|like",
)
_BARE = trimmer(kept="plus|+|over|well over|more than|at least|like")
_LABELLED = re.compile(
    r"start(?:ed|ing)?(?: date)?:? (?P<start>.+?)[,;.]? (?:and )?end(?:ed|ing)?(?: date)?:? (?P<end>.+)"
)
_CUT = re.compile(
    r",? (to|through to|through|thru to|thru|until|untill|till|til|up to|upto|up until|up till|back to|and|&|but)"
    r"(?: about| around)? | ?(-) ?|([,;]) ?| (?=(?:left|quit|ended|finished|retired|still|present|ongoing)\b)"
)
_TO_NOW = re.compile(r"(?P<start>.+?)(?: ?-|,? (?:on|onwards?|forward|to date|to now|and on))|since (?P<since>.+)")
_NOW_FIRST = re.compile(
    r"(?:currently|current|present|presently|still|still (?:there|here|working (?:there|here)|employed)|ongoing),? "
    r"(?:and )?(?:have been |been )?(?:there |here )?(?:since|started(?: in| on)?|from) (?P<start>.+)"
)
_WHEN = r"(?: there| here| it| that| working| work| (?:the|that|this|my) job)*(?: was| is)?(?: in| on| around)? "
_ENDED = re.compile(
    r"(?:and |then |but )*(?:i )?(?:left|ended|finished|stopped|quit|retired|resigned|until|untill|till|til|up to|"
    r"up until|through|to|(?:my )?(?:last|end) (?:day|date))" + _WHEN
)
_BEGAN = re.compile(
    r"(?:and |then )*(?:i )?(?:started|began|joined|starting|beginning|hired|was hired|got hired|"
    r"(?:my )?(?:first|start) (?:day|date))" + _WHEN
)
_ALL_OF = re.compile(
    r"(?:only )?(?:one|a single|single) day[,:]? (?:only )?(?:on )?(?P<day>.+)|(?P<only>.+) only"
    r"|(?:for )?(?:all(?: of| through)?|(?:the )?(?:whole|entire|full)|throughout)(?: of)?"
    r"(?: (?:the )?(?:year|month))?(?: of)? (?P<all>.+)"
    r"|(?P<whole>.+?),? (?:all year(?: long)?|(?:for |through )?(?:the )?(?:whole|entire|full) (?:year|month|time))"
)
_MOST_CUTS = 12


def span(text: str, slot: Slot, today: dt.date) -> Reading | Again | None:
    """The span that all of `text` states; Again if half of it is missing or it is reversed; None if it is none."""
    whole = plain(text)
    if slot.whole and _THE.sub("the", _TRIM(whole).text) in _WHOLE:
        return Reading(slot.whole, READER)
    note = noted(whole)
    if found := reckoned(_BARE(note.text).text, slot, today):
        return found
    note = unmeasured(note)
    said, unsure = _TRIM(note.text)
    led = unled(said)
    found = _read(said, slot, today) or (_read(_TRIM(led).text, slot, today) if led != said else None)
    if not isinstance(found, Reading) or not (unsure or note.doubtful):
        return found
    return _read_back(found, found.hedged or unsure or note.hedged)


def _read(said: str, slot: Slot, today: dt.date) -> Reading | Again | None:
    if half := _half(said, slot, today):
        return half
    joined = [one for cut in [*_open_ended(said), *_cuts(said)] if (one := _joined(cut, slot, today))]
    good = {str(one.value): one for one in joined if isinstance(one, Reading)}
    if good:
        return next(iter(good.values())) if len(good) == 1 else None
    return joined[0] if joined else None


def half_open(text: str, slot: Slot, today: dt.date) -> Reading | None:
    """A start or an end said alone ("left in March 2022"): the other is None; None where that is not what was said."""
    return _one_end(_TRIM(unled(noted(plain(text)).text)).text, slot, today)


def _one_end(said: str, slot: Slot, today: dt.date) -> Reading | None:
    for form, side, other in ((_ENDED, "end", "start"), (_BEGAN, "start", "end")):
        if (match := form.match(said)) and isinstance(only := stated(said[match.end() :], slot, today), Reading):
            return Reading({side: only.value, other: None}, READER, only.hedged, only.confirm)
    return None


def _read_back(found: Reading, hedged: bool) -> Reading:
    """A span said with a doubt, with pauses in it, or with a length beside it, and its question."""
    confirm = found.confirm or f"{capital(spoken(found.value['start']))} to {_until(found.value['end'])}. Right?"
    return Reading(found.value, READER, hedged, confirm)


def _half(said: str, slot: Slot, today: dt.date) -> Reading | Again | None:
    """A single date: all of it as a whole, or a start or an end that lacks the other."""
    if whole := _ALL_OF.fullmatch(said):
        all_of = stated(next(filter(None, whole.groups())), slot, today)
        if isinstance(all_of, Reading):
            return Reading({"start": all_of.value, "end": all_of.value}, READER, all_of.hedged, all_of.confirm)
    if half := _one_end(said, slot, today):
        if end := half.value["end"]:
            return Again(f"I have {spoken(end)} as the end. When did it start? For example: Feb 2021 to June 2023.")
        return _without_end(half.value["start"])
    only = stated(said, slot, today)
    if only is None or said.startswith("since "):
        return None
    if isinstance(only, Again):
        return None if _CUT.search(said) else only
    return _without_end(only.value)


def _without_end(start: str) -> Again:
    example = "For example: Feb 2021 to June 2023, or since Feb 2021."
    return Again(f"I have {spoken(start)} as the start. When did it end? {example}")


def _open_ended(said: str) -> Iterator[Sides]:
    if match := _LABELLED.fullmatch(said):
        yield Sides(match["start"], match["end"])
    if match := _TO_NOW.fullmatch(said):
        yield Sides(match["start"] or match["since"], "now", sure=not said.endswith("-"))
    if match := _NOW_FIRST.fullmatch(said):
        yield Sides(match["start"], "now")


def _cuts(said: str) -> Iterator[Sides]:
    """The ways to part `said` in two. "and" says less than "to", and a comma parts only what names its own side."""
    announced = said.startswith("between ")
    said = said.removeprefix("between ")
    for match in list(_CUT.finditer(said))[:_MOST_CUTS]:
        start, end = said[: match.start()].strip(" ,;"), said[match.end() :].strip(" ,;")
        if max(len(start), len(end)) > LONGEST_DATE:
            continue
        if (left := _ENDED.match(start)) and (began := _BEGAN.match(end)):
            yield Sides(end[began.end() :], start[left.end() :])
        elif (ended := _ENDED.match(end)) and (began := _BEGAN.match(start)):
            yield Sides(start[began.end() :], end[ended.end() :])
        elif ended:
            yield Sides(start, end[ended.end() :], sure=False)
        elif still(end) or (match[3] is None and match[1] != "but"):
            said_to = (match[1] or match[2]) not in ("and", "&", None)
            yield Sides(start, end, sure=said_to or announced or bool(still(end)))


def _joined(cut: Sides, slot: Slot, today: dt.date) -> Reading | Again | None:
    """The span of both sides, in the first way to understand them that makes one; None where one is no date."""
    ways = lent(cut)
    found = [one for way in ways or [cut] if (one := _paired(way, slot, today))]
    if not (found and ways):
        again = Again("Which years were these? For example: Feb 2021 to June 2023.") if found else None
        return _in_years(cut, slot, today) or again
    if isinstance(found[0] if found else None, Again) and (back := turned(ways)):
        other = _paired(back, slot, today)
        found.append(_turned_round(other) if isinstance(other, Reading) else found[0])
    return next((one for one in found if isinstance(one, Reading)), found[0] if found else None)


def _turned_round(found: Reading) -> Reading:
    """A span told with its end first, and the question whether it is meant so."""
    meant = f"{spoken(found.value['start'])} to {_until(found.value['end'])}"
    confirm = f"That ends before it starts. Do you mean {meant}?"
    return Reading(found.value, READER, found.hedged, confirm)


def _in_years(cut: Sides, slot: Slot, today: dt.date) -> Reading | None:
    """The span of sides that have a year of two figures each, where that has been."""
    way = short_years(cut)
    found = _paired(way, slot, today) if way else None
    return found if isinstance(found, Reading) and bounds(found.value["end"]).earliest <= today else None


def _paired(way: Sides, slot: Slot, today: dt.date) -> Reading | Again | None:
    whole = stated(way.start, slot, today)
    start = whole or framed(way.start, slot, today)
    ongoing = still(way.end)
    until = stated(way.end, slot, today)
    end = Reading(OPEN, READER) if ongoing else until or (framed(way.end, slot, today) if way.sure else None)
    if start is None or end is None:
        return None
    if isinstance(start, Again) or isinstance(end, Again):
        return start if isinstance(start, Again) else end
    return _checked(start, end, way.sure and bool(whole and (until or ongoing == "sure")))


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
    words = _until(side.value)
    return f"about {words}" if side.hedged else words


def _until(end: str) -> str:
    return "now" if end == OPEN else spoken(end)
