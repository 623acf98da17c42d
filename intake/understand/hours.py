"""Hours in all: "12.5 hours", "90 minutes", "twelve two-hour sessions", "2 hours a month for a year", "9am to 4pm".

The answer becomes a string of codes (`hour_words`); the whole string has one of the forms below, or it is no amount.
Sums, products and rates are worked out and read back, never taken in silence.
"""

import re
from collections.abc import Callable

from intake.understand.amounts import HEDGES, Amount, counted, refused, roughly, settled, unframed
from intake.understand.counts import is_nothing, is_nothing_explained
from intake.understand.hour_words import Item, items
from intake.understand.numbers import shown
from intake.understand.slots import Again, Reading, Slot
from intake.understand.words import bare, plain, trimmer

READER = "hours"

_TRIM = trimmer(
    fillers="""
        i have|i had|ive had|i did|ive done|i got|i got credit for|credit for|i received|i completed|there were|
        a total of|total of|total|in total|from|it took|it lasted|the|it came to|i was there for|that comes to|
        anywhere|somewhere|ive completed|it was a|the training was
    """,
    hedges=HEDGES,
    tails="in total|total|altogether|in all|so far|overall|all together|long|in length|even",
)
#: A pace that means two things.
_TWO_PACES = re.compile(r"\b(bi-?weekly|bi-?monthly|semi-?monthly)\b")
#: What was got of more: "they wanted 12, I only got 5".
_ONLY_GOT = re.compile(
    r"[^0-9]{1,40}[0-9]{1,4}(?: hours| hrs)?,? (?:but )?(?:i|we) (?:only |just |actually )?"
    r"(?:got|did|attended|had|finished|completed|received) (?=[0-9a-z])"
)
_NO_HOURS = frozenset({"no hours", "no hours yet"})
_TIMES, _LESS = "\u00d7", "\u2212"
_SUM = re.compile(r"h(?:[+p]h)+|[nh](?:p[nh])+")
_LEFT = re.compile(r"h\+?m[nh]f?")
_PRODUCT = re.compile(
    r"nhs|nsh@?|ns\+?h@s?|n[sWT]?\*h@?[sWT]?|h\*n[sWT]?|n[WTQY]\+?h@|h@[WTQY]?\*ns?|ns\*n|hn\*|h@s[fo*+]?ns|h@s\*n|h@[fo+]?ns|n\*n|"
    r"ns[+f@]{1,2}h@?|n@[WTQY]hs|n@[WTQY]s[+*@]?h@?"
)
_AND_MINUTES = re.compile(r"h\+n")
_PART = re.compile(r"[nh]u[nh]")
_AT, _EACH, _OVER = r"r?@[WTQY]", "h@?", r"[fo*+]{0,2}n[WTQY]"
_RATE = re.compile(
    rf"(?:[hn]{_AT}|{_EACH}\+?{_AT}|{_AT}\+?{_EACH}){_OVER}|{_AT}{_OVER}\+?{_EACH}|n[WTQY][*+]?(?:h{_AT}|{_AT}\+?{_EACH})"
)
_RANGE = re.compile(r"n-n|n-h|h-h|h-n|bn[+-]n|bn[+-]h|bh[+-]h")
_PACE = re.compile(r"[nh]r?@([WTQYs]?)")
_WITHIN = re.compile(r"[nh]on[WTQY]")
_PERIODS = {"W": "week", "T": "month", "Q": "quarter", "Y": "year"}
_MONTHS = {"T": 1, "Q": 3, "Y": 12}
_WEEKS_A_MONTH = 52 / 12
_HOW_OFTEN = {0.5: "every other", 1: "a", 2: "twice a"}
#: Up to so many hours, a number after them is of minutes: "an hour and fifteen".
_MOST_BEFORE_MINUTES, _MINUTES = 3, range(5, 60, 5)


def hours(text: str, slot: Slot) -> Reading | Again | None:
    """The hours that all of `text` states; Again where it gives a pace or a limit instead of a total; else None."""
    whole = bare(plain(text))
    if whole in _NO_HOURS or is_nothing(text) or is_nothing_explained(text):
        return settled(Amount(0, repaired=is_nothing_explained(text)), slot, "hour", READER)
    if whole.count("=") == 1:
        return _equal(whole, slot)
    whole, only = _ONLY_GOT.subn("", whole, count=1) if _ONLY_GOT.match(whole) else (whole, 0)
    framed, in_frame = unframed(whole, _TRIM)
    said = roughly(framed)
    if no := refused(plain(text)) or refused(said.text):
        return no
    if pace := _TWO_PACES.search(said.text):
        return Again(f"\u201c{pace[1]}\u201d means two things. How many hours was it in all?")
    found = items(said.text)
    if found is None:
        return None
    codes = "".join(item.code for item in found.items)
    if slot.per and found.clocks:
        return Again(f"That is for a day. How many hours was it in a {slot.per}?")
    result = _amount(codes, found.items, slot)
    if not isinstance(result, Amount):
        return result
    asks = result.repaired or found.repaired or in_frame or only > 0
    hedged = result.hedged or said.hedged or found.loose
    return settled(result._replace(hedged=hedged, repaired=asks), slot, "hour", READER)


def _equal(text: str, slot: Slot) -> Reading | None:
    """The hours of "12 x 2 hours = 24", where both sides come to the same."""
    sides = [hours(side, slot) for side in text.split("=")]
    told = [side for side in sides if isinstance(side, Reading)]
    return told[0] if len(sides) == len(told) and len({side.value for side in told}) == 1 else None


def _amount(codes: str, found: list[Item], slot: Slot) -> Amount | Again | None:
    if slot.per and codes[-2:-1] == "@" and _PERIODS.get(codes[-1]) == slot.per:
        codes, found = codes[:-2], found[:-2]
    if codes in ("n", "h") or (codes == "hs" and _one(found[1])):
        return Amount(found[0].value)
    if codes == "nc":
        value = found[0].value
        return Amount(
            value * slot.ceu_hours, work=counted(value, "CEU"), after=f", at {shown(slot.ceu_hours)} contact hours each"
        )
    forms: tuple[tuple[re.Pattern[str], Callable[..., Amount | Again | None]], ...] = (
        (_PACE, _pace), (_WITHIN, _within), (_SUM, _sum), (_LEFT, _left), (_RATE, _rate), (_RANGE, _range),
        (_PART, _part), (_AND_MINUTES, _and_minutes), (_PRODUCT, _product),
    )  # fmt: skip
    for form, work_out in forms:
        if match := form.fullmatch(codes):
            return work_out(found, slot, match)
    return None


def _one(sessions: Item) -> bool:
    """Whether the word for sessions says that there was one: "a 90-minute webinar"."""
    return sessions.said == "class" or not sessions.said.endswith("s")


def _pace(_found: list[Item], slot: Slot, match: re.Match[str]) -> Again:
    period = _PERIODS.get(match[1], "day or session")
    if slot.per:
        return Again(f"That is for a {period}. How many hours was it in a {slot.per}?")
    return Again(f"That is for one {period}. How many hours was it in all?")


def _within(found: list[Item], _slot: Slot, _match: re.Match[str]) -> Amount:
    """A total said with the time it took: "50 hours over 2 years"; read back, since a pace sounds much like it."""
    return Amount(found[0].value, repaired=True)


def _part(found: list[Item], _slot: Slot, _match: re.Match[str]) -> Amount | None:
    """What was got of a whole: "16 of the 20 hours"."""
    got, whole = (item for item in found if item.code in "nh")
    unit = whole.unit if got.code == "n" and whole.code == "h" else 1
    value = got.value * unit
    return Amount(value, repaired=True) if value <= whole.value else None


def _and_minutes(found: list[Item], _slot: Slot, _match: re.Match[str]) -> Amount | None:
    """Hours and a number that can only be of minutes: "an hour and fifteen"."""
    time, number = (item for item in found if item.code in "nh")
    if time.unit != 1 or time.value > _MOST_BEFORE_MINUTES or number.value not in _MINUTES:
        return None
    return Amount(time.value + number.value / 60, work=f"{time.said} and {shown(number.value)} minutes")


def _rate(found: list[Item], _slot: Slot, match: re.Match[str]) -> Amount | None:
    """Hours a period, over so many periods; a week's over months are as many as a year of 52 weeks has."""
    each, over = re.search(r"@([WTQY])", match[0]), re.search(r"n([WTQY])", match[0])
    if each is None or over is None:
        return None
    count = found[over.start()].value
    often = next((item.value for item in found if item.code == "r"), 1)
    bare = next(item for n, item in enumerate(found) if item.code in "nh" and n != over.start())
    time = bare if bare.code == "h" else bare._replace(said=counted(bare.value, "hour"))
    ratio = _ratio(each[1], over[1])
    times = count * often * ratio
    if ratio and times == int(times) and (each[1] == "W") == (over[1] == "W"):
        return _times(times, time)
    if each[1] != "W" or over[1] == "W":
        return None
    pace = f"{_HOW_OFTEN.get(often) or f'{shown(often)} times a'} week"
    how_long = f"a {_PERIODS[over[1]]}" if count == 1 else counted(count, _PERIODS[over[1]])
    return Amount(time.value * round(times), hedged=True, work=f"{time.said} {pace} for {how_long}")


def _ratio(each: str, over: str) -> float:
    """How many of one period another has."""
    if each == "W":
        return 1 if over == "W" else _MONTHS[over] * _WEEKS_A_MONTH
    return _MONTHS[over] / _MONTHS[each] if over in _MONTHS else 0


def _product(found: list[Item], _slot: Slot, _match: re.Match[str]) -> Amount | None:
    count = next(item for item in found if item.code == "n")
    time = next((item for item in found if item.code == "h"), None)
    if time is None:
        other = next(item for item in found if item.code == "n" and item is not count)
        time = other._replace(said=counted(other.value, "hour"))
    ambiguous = any(item.said == "of" for item in found) and not any(item.code == "s" for item in found)
    return None if ambiguous and count.value <= time.value else _times(count.value, time)


def _times(count: float, time: Item) -> Amount:
    return Amount(count * time.value, work=f"{shown(count)} {_TIMES} {time.said}")


def _sum(found: list[Item], _slot: Slot, _match: re.Match[str]) -> Amount:
    times = [item for item in found if item.code in "nh"]
    said = [item.said or counted(item.value, "hour") for item in times]
    return Amount(sum(item.value for item in times), work=" + ".join(said))


def _left(found: list[Item], _slot: Slot, _match: re.Match[str]) -> Amount | None:
    """What is left of a time when a part of it did not count: "8 hours minus an hour for lunch"."""
    whole, off = (item for item in found if item.code in "nh")
    work = f"{whole.said} {_LESS} {off.said or counted(off.value, 'hour')}"
    return Amount(whole.value - off.value, work=work) if off.value < whole.value else None


def _range(found: list[Item], _slot: Slot, _match: re.Match[str]) -> Amount | None:
    ends = [item for item in found if item.code in "nh"]
    unit = next((item.unit for item in ends if item.code == "h"), 1)
    least, most = (item.value * (unit if item.code == "n" else 1) for item in ends)
    return Amount(least, most) if least < most else None
