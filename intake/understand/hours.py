"""Hours in all: "12.5 hours", "90 minutes", "twelve two-hour sessions", "2 hours a month for a year", "1.5 CEUs".

The answer becomes a string of codes (`hour_words`); the whole string has one of the forms below, or it is no amount.
Sums, products and rates are worked out and read back, never taken in silence.
"""

import re
from collections.abc import Callable

from intake.understand.amounts import Amount, counted, refused, roughly, settled
from intake.understand.counts import NOTHING
from intake.understand.hour_words import Item, items
from intake.understand.numbers import shown
from intake.understand.slots import Again, Reading, Slot
from intake.understand.words import bare, plain, trimmer

READER = "hours"

_TRIM = trimmer(
    fillers="""
        i have|i had|ive had|i did|ive done|i got|i got credit for|credit for|i received|i completed|there were|
        a total of|total of|total|in total|from|it took|it lasted|the|it came to|i was there for|that comes to
    """,
    tails="in total|total|altogether|in all|so far|overall|all together|long|in length",
)
_NO_HOURS = NOTHING | {"no hours", "zero hours", "no hours yet"}
_TIMES = "\u00d7"
_PRODUCT = re.compile(r"nhs|nsh@?|ns\+?h@s?|n[sWT]?\*h@?|h\*n[sWT]?|hn\*|h@s[fo*+]?ns|h@s\*n|h@[fo+]?ns|n\*n")
_RATE = re.compile(r"h@([WTQY])[fo*+]?n([WTQY])|n([WTQY])[*+]?h@([WTQY])")
_SUM = re.compile(r"h(?:\+h)+")
_RANGE = re.compile(r"n-n|n-h|h-h|bn[+-]n|bn[+-]h|bh[+-]h")
_PACE = re.compile(r"[nh]@([WTQYs]?)")
_WITHIN = re.compile(r"[nh]on[WTQY]")
_PERIODS = {"W": "week", "T": "month", "Q": "quarter", "Y": "year"}
_MONTHS = {"T": 1, "Q": 3, "Y": 12}
_WEEKS_A_MONTH = 52 / 12


def hours(text: str, slot: Slot) -> Reading | Again | None:
    """The hours that all of `text` states; Again where it gives a pace or a limit instead of a total; else None."""
    whole = bare(plain(text))
    if whole in _NO_HOURS:
        return settled(Amount(0), slot, "hour", READER)
    said = roughly(_TRIM(whole))
    if no := refused(said.text):
        return no
    found = items(said.text)
    if found is None:
        return None
    result = _amount("".join(item.code for item in found.items), found.items, slot)
    if not isinstance(result, Amount):
        return result
    hedged = said.hedged or found.loose
    return settled(result._replace(hedged=hedged, repaired=result.repaired or found.repaired), slot, "hour", READER)


def _amount(codes: str, found: list[Item], slot: Slot) -> Amount | Again | None:
    if codes in ("n", "h"):
        return Amount(found[0].value)
    if codes == "nc":
        value = found[0].value
        return Amount(
            value * slot.ceu_hours, work=counted(value, "CEU"), after=f", at {shown(slot.ceu_hours)} contact hours each"
        )
    forms: tuple[tuple[re.Pattern[str], Callable[..., Amount | Again | None]], ...] = (
        (_PACE, _pace), (_WITHIN, _within), (_RATE, _rate), (_SUM, _sum), (_RANGE, _range), (_PRODUCT, _product),
    )  # fmt: skip
    for form, work_out in forms:
        if match := form.fullmatch(codes):
            return work_out(found, slot, match)
    return None


def _pace(found: list[Item], slot: Slot, match: re.Match[str]) -> Amount | Again:
    period = _PERIODS.get(match[1], "day or session")
    if slot.per == period:
        return Amount(found[0].value)
    if slot.per:
        return Again(f"That is for a {period}. How many hours was it in a {slot.per}?")
    return Again(f"That is for one {period}. How many hours was it in all?")


def _within(found: list[Item], _slot: Slot, _match: re.Match[str]) -> Amount:
    """A total said with the time it took: "50 hours over 2 years"; read back, since a pace sounds much like it."""
    return Amount(found[0].value, repaired=True)


def _rate(found: list[Item], _slot: Slot, match: re.Match[str]) -> Amount | Again | None:
    """Hours a period, over so many periods; weeks do not fit into months evenly, so there only the total will do."""
    each, over = (match[1], match[2]) if match[1] else (match[4], match[3])
    time, count = _first(found, "h"), _first(found, "n").value
    if each == over:
        return _times(count, time)
    if each in _MONTHS and over in _MONTHS:
        times = count * _MONTHS[over] / _MONTHS[each]
        return _times(times, time) if times == int(times) else None
    if each != "W":
        return None
    about = round(time.value * count * _MONTHS[over] * _WEEKS_A_MONTH)
    return Again(f"With no week left out that would be about {shown(about)} hours. How many hours was it in all?")


def _product(found: list[Item], _slot: Slot, _match: re.Match[str]) -> Amount:
    count = _first(found, "n")
    time = next((item for item in found if item.code == "h"), None)
    if time is None:
        other = next(item for item in found if item.code == "n" and item is not count)
        time = other._replace(said=counted(other.value, "hour"))
    return _times(count.value, time)


def _times(count: float, time: Item) -> Amount:
    return Amount(count * time.value, work=f"{shown(count)} {_TIMES} {time.said}")


def _sum(found: list[Item], _slot: Slot, _match: re.Match[str]) -> Amount:
    times = [item for item in found if item.code == "h"]
    return Amount(sum(item.value for item in times), work=" + ".join(item.said for item in times))


def _range(found: list[Item], _slot: Slot, _match: re.Match[str]) -> Amount | None:
    low, high = (item for item in found if item.code in "nh")
    least = low.value * (high.unit if low.code == "n" else 1)
    return Amount(least, high.value) if least < high.value else None


def _first(found: list[Item], code: str) -> Item:
    return next(item for item in found if item.code == code)
