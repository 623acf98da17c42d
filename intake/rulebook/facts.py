"""Facts: figures reduced from the lists of a portfolio, each in three readings.

*strict* counts what certainly counts, part dates read short; *loose* adds what counts only if the association says so,
part dates read long; *possible* adds what is not known yet. None stands for "no figure": nothing known, or no bound.
A fact is kept by item: an item that changes costs itself, not the list.
"""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import msgspec

from intake.portfolio.edtf import bounds
from intake.portfolio.months import ONGOING, Period, clip, loose_period, strict_period, total_months
from intake.rulebook.edition import Fact, Where

Class = Literal["counted", "confirm", "unknown", "out"]
_ORDER: dict[Class, int] = {"counted": 0, "confirm": 1, "unknown": 2, "out": 3}
Amount = Decimal | dt.date | None
#: The first possible date where no item can give one.
NEVER = dt.date.max.isoformat()


class Row(msgspec.Struct, frozen=True):
    """What an item is to a fact: whether it counts, the reasons where not plainly, and how much.

    `strict` and `loose` are periods for months; `amount` a number for sums, `key` what makes an item distinct.
    """

    standing: Class
    reasons: tuple[str, ...]
    missing: tuple[str, ...] = ()
    amount: Decimal = Decimal(1)
    strict: Period | None = None
    loose: Period | None = None
    key: str = ""


_COUNTED = Row("counted", ())


class Figure(msgspec.Struct, frozen=True):
    """A fact's three readings."""

    strict: Any
    loose: Any
    possible: Any


class Ledger:
    """One fact over one list, kept up to date item by item."""

    def __init__(self, fact: Fact, as_of: dt.date) -> None:
        """An empty ledger of `fact`, reckoned on the day `as_of`."""
        self.fact = fact
        self.as_of = as_of
        self.rows: dict[str, Row] = {}
        #: how many rows stand so, and for a sum what they amount to
        self.counts: dict[Class, int] = dict.fromkeys(_ORDER, 0)
        self.sums: dict[Class, Decimal] = dict.fromkeys(_ORDER, Decimal(0))

    def put(self, item: str, doc: dict[str, Any] | None) -> None:
        """Take an item in, anew, or (None) out."""
        old = self.rows.pop(item, None)
        if old:
            self._tally(old, -1)
        if doc is not None and (not self.fact.among or self.fact.considers.possible(doc)):
            row = classify(self.fact, doc, self.as_of)
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
        return [row for row in self.rows.values() if _ORDER[row.standing] <= _ORDER[worst]]


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


def _months(ledger: Ledger, finished: bool, after: Figure | None) -> Figure:
    floors = floors_of(ledger.fact, after)
    strict = [clip(r.strict, floors.strict) for r in ledger.upto("counted") if r.strict]
    loose = [clip(r.loose, floors.loose) for r in ledger.upto("confirm") if r.loose]
    undecided = ledger.upto("unknown")
    bounded = finished and all(r.loose for r in undecided)
    possible = [clip(r.loose, floors.possible) for r in undecided if r.loose]
    return Figure(
        _float(total_months(strict)), _float(total_months(loose)), _float(total_months(possible)) if bounded else None
    )


class Floors(msgspec.Struct, frozen=True):
    """The first day that counts in each reading."""

    strict: dt.date = dt.date.min
    loose: dt.date = dt.date.min
    possible: dt.date = dt.date.min


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


def classify(fact: Fact, doc: dict[str, Any], as_of: dt.date) -> Row:
    """What an item with the answers `doc` is to `fact` on the day `as_of`."""
    if fact.takes_all:
        return _COUNTED
    standing: Class = "counted"
    reasons: list[str] = []
    missing: list[str] = []
    perhaps = bool(fact.among) and not fact.considers.holds(doc)
    if perhaps:
        missing += [field for field in fact.among if field not in doc]
        standing = "unknown"
    for test in fact.where:
        result = _test(test, doc, as_of)
        if result == "counted":
            continue
        if result == "unknown":
            missing.append(test.name_and_tense[0])
        else:
            reasons.append(test.because if result == "confirm" else test.otherwise)
        standing = max(standing, result, key=_ORDER.__getitem__)
    for field in (fact.field, fact.during):
        if field and field not in doc:
            missing.append(field)
            standing = max(standing, "unknown", key=_ORDER.__getitem__)
    if standing == "out" and perhaps and fact.op == "all":  # it may turn out not to be among those that must
        standing, reasons = "unknown", []
    elif standing == "out":
        reasons = [t.otherwise for t in fact.where if _test(t, doc, as_of) == "out"]
    return _measured(fact, doc, as_of, standing, tuple(reasons), tuple(missing))


def _test(test: Where, doc: dict[str, Any], as_of: dt.date) -> Class:
    value = _value(*test.name_and_tense, doc, as_of)
    if value is None:
        return "unknown"
    if test.counts.is_valid(value):
        return "counted"
    return "confirm" if test.may_count.is_valid(value) else "out"


def _value(name: str, tense: str, doc: dict[str, Any], as_of: dt.date) -> Any:
    """A field of an item; with a tense, whether that date has come by `as_of`, None where it is not certain."""
    value = doc.get(name)
    if value is None or not tense:
        return value
    earliest, latest = bounds(value)
    return True if latest <= as_of else False if earliest > as_of else None


def _measured(
    fact: Fact, doc: dict[str, Any], as_of: dt.date, standing: Class, reasons: tuple[str, ...], missing: tuple[str, ...]
) -> Row:
    value = doc.get(fact.field) if fact.field else None
    if fact.op == "sum":
        return Row(standing, reasons, missing, amount=Decimal(str(value or 0)))
    if fact.op == "distinct":
        return Row(standing, reasons, missing, key=" ".join(str(value or "").casefold().split()))
    if fact.op == "earliest" and value:
        earliest, latest = bounds(value)
        return Row(standing, reasons, missing, strict=Period(earliest, latest), loose=Period(earliest, latest))
    if fact.op == "months" and value:
        strict, loose = _periods(fact, doc, as_of)
        return Row(standing, reasons, missing, strict=strict, loose=loose)
    return Row(standing, reasons, missing)


def _periods(fact: Fact, doc: dict[str, Any], as_of: dt.date) -> tuple[Period, Period]:
    span = doc[fact.field] if isinstance(doc[fact.field], dict) else {"start": doc[fact.field], "end": ONGOING}
    strict, loose = strict_period(**span, as_of=as_of), loose_period(**span, as_of=as_of)
    narrower = doc.get(fact.during) if fact.during else None
    if isinstance(narrower, dict):
        inner, outer = strict_period(**narrower, as_of=as_of), loose_period(**narrower, as_of=as_of)
        return clip(strict, inner.start, inner.end), clip(loose, outer.start, outer.end)
    return strict, loose
