"""Facts: figures reduced from the lists of a portfolio, each in three readings.

*strict* counts what certainly counts, part dates read short; *loose* adds what counts only if the association says so,
part dates read long; *possible* adds what is not known yet. None stands for "no figure": nothing known, or no bound.
A fact is kept by item: an item that changes costs itself, not the list.
"""

import datetime as dt
from collections.abc import Hashable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import msgspec

from intake.portfolio.months import Period, clip, total_months
from intake.rulebook.edition import Fact
from intake.rulebook.rows import ORDER, Class, Row, decide, measured, profile

Reading = Literal["strict", "loose", "possible"]
#: The standing up to which an item counts in each reading.
_WORST: dict[Reading, Class] = {"strict": "counted", "loose": "confirm", "possible": "unknown"}
#: The first possible date where no item can give one.
NEVER = dt.date.max.isoformat()


class Figure(msgspec.Struct, frozen=True):
    """A fact's three readings."""

    strict: Any
    loose: Any
    possible: Any


class Sheet:
    """All facts over one section. Items that are alike in what the facts test are decided once."""

    def __init__(self, facts: dict[str, Fact], as_of: dt.date) -> None:
        """An empty sheet of `facts`, reckoned on the day `as_of`."""
        self.as_of = as_of
        self.ledgers = {name: Ledger(fact) for name, fact in facts.items()}
        self._profile = profile(facts.values(), as_of)
        self._decided: dict[Hashable, tuple[Row | None, ...]] = {}

    def put(self, item: str, doc: dict[str, Any] | None) -> None:
        """Take an item in, anew, or (None) out."""
        ledgers = self.ledgers.values()
        if doc is None:
            for ledger in ledgers:
                ledger.put(item, None)
            return
        key = self._profile(doc)
        decided = self._decided.get(key)
        if decided is None:
            decided = self._decided[key] = tuple([decide(ledger.fact, doc, self.as_of) for ledger in ledgers])
        for ledger, row in zip(ledgers, decided, strict=True):
            ledger.put(item, measured(ledger.fact, row, doc, self.as_of) if row and ledger.fact.measures else row)


class Ledger:
    """One fact over one list, kept up to date item by item."""

    def __init__(self, fact: Fact) -> None:
        """An empty ledger of `fact`."""
        self.fact = fact
        self.rows: dict[str, Row] = {}
        #: how many rows stand so, and for a sum what they amount to
        self.counts: dict[Class, int] = dict.fromkeys(ORDER, 0)
        self.sums: dict[Class, Decimal] = dict.fromkeys(ORDER, Decimal(0))

    def put(self, item: str, row: Row | None) -> None:
        """Take an item in, anew, or (None) out."""
        if item in self.rows:
            self._tally(self.rows.pop(item), -1)
        if row is not None:
            self.rows[item] = row
            self._tally(row, 1)

    def _tally(self, row: Row, by: Literal[1, -1]) -> None:
        self.counts[row.standing] += by
        if self.fact.op == "sum":
            self.sums[row.standing] += by * row.amount

    def figure(self, finished: bool, after: Figure | None) -> Figure:
        """The fact's readings; of a list that is not complete, more is always possible."""
        return _REDUCTIONS[self.fact.op](self, finished, after)

    def upto(self, worst: Class) -> list[Row]:
        """The rows that stand no worse than `worst`."""
        return [row for row in self.rows.values() if ORDER[row.standing] <= ORDER[worst]]


def _count(ledger: Ledger, finished: bool, _after: Figure | None) -> Figure:
    counts = ledger.counts
    loose = counts["counted"] + counts["confirm"]
    return Figure(counts["counted"], loose, loose + counts["unknown"] if finished else None)


def _sum(ledger: Ledger, finished: bool, _after: Figure | None) -> Figure:
    sums = ledger.sums
    loose = sums["counted"] + sums["confirm"]
    bounded = finished and not ledger.counts["unknown"]
    return Figure(_number(sums["counted"]), _number(loose), _number(loose) if bounded else None)


def _distinct(ledger: Ledger, finished: bool, _after: Figure | None) -> Figure:
    strict, loose, possible = (
        len({row.key for row in ledger.upto(worst) if row.key}) for worst in ("counted", "confirm", "unknown")
    )
    nameless = sum(not row.key for row in ledger.upto("unknown"))  # each may yet be another one
    return Figure(strict, loose, possible + nameless if finished else None)


def _all(ledger: Ledger, finished: bool, _after: Figure | None) -> Figure:
    total, counts = len(ledger.rows), ledger.counts
    sure = finished and counts["counted"] == total
    maybe = finished and counts["counted"] + counts["confirm"] == total
    return Figure(sure, maybe, not counts["out"])


class Floors(msgspec.Struct, frozen=True):
    """The first day that counts in each reading."""

    strict: dt.date = dt.date.min
    loose: dt.date = dt.date.min
    possible: dt.date = dt.date.min


def _months(ledger: Ledger, finished: bool, after: Figure | None) -> Figure:
    floors = floors_of(ledger.fact, after)
    strict = _float(total_months(periods(ledger, "strict", floors)))
    loose = _float(total_months(periods(ledger, "loose", floors)))
    if not finished or not all(r.loose for r in ledger.upto("unknown")):
        return Figure(strict, loose, None)
    if not ledger.counts["unknown"] and floors.possible == floors.loose:
        return Figure(strict, loose, loose)
    return Figure(strict, loose, _float(total_months(periods(ledger, "possible", floors))))


def periods(ledger: Ledger, reading: Reading, floors: Floors) -> Iterator[Period]:
    """The time of each item that counts in a reading, from the day on which it begins to; some of it may be empty."""
    floor: dt.date = getattr(floors, reading)
    for row in ledger.upto(_WORST[reading]):
        period = row.strict if reading == "strict" else row.loose
        if period:
            yield clip(period, floor)


def floors_of(fact: Fact, after: Figure | None) -> Floors:
    """The days from which time counts: the very first where nothing must come before, none where that is not known."""
    if not fact.after or after is None:
        return Floors()
    strict = dt.date.fromisoformat(after.strict or NEVER)
    if fact.before == "confirm":
        return Floors(strict=strict)
    possible = dt.date.fromisoformat(after.possible) if after.possible else dt.date.min
    return Floors(strict, dt.date.fromisoformat(after.loose or NEVER), possible)


def _earliest(ledger: Ledger, finished: bool, _after: Figure | None) -> Figure:
    """The first date: the last day it may mean is the strict reading, the first the loose one.

    While an item may come or its date is not known, any earlier date is possible.
    """
    sure = [r.strict.end.isoformat() for r in ledger.upto("counted") if r.strict]
    maybe = [r.loose.start.isoformat() for r in ledger.upto("confirm") if r.loose]
    undecided = ledger.upto("unknown")
    bounded = finished and all(r.loose for r in undecided)
    possible = min((r.loose.start.isoformat() for r in undecided if r.loose), default=NEVER) if bounded else None
    return Figure(min(sure, default=None), min(maybe, default=None), possible)


_REDUCTIONS = {
    "count": _count,
    "sum": _sum,
    "distinct": _distinct,
    "all": _all,
    "months": _months,
    "earliest": _earliest,
}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _float(months: Fraction) -> int | float:
    return int(months) if months.denominator == 1 else float(months)
