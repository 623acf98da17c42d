"""What an item of a portfolio is to a fact: whether it counts, why not, and how much of it there is."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal

import msgspec

from intake.portfolio.edtf import bounds
from intake.portfolio.months import ONGOING, Period, clip, loose_period, strict_period
from intake.rulebook.edition import PAST, Fact, Where
from intake.rulebook.years import lies

Class = Literal["counted", "confirm", "unknown", "out"]
#: From what counts plainly to what does not.
ORDER: dict[Class, int] = {"counted": 0, "confirm": 1, "unknown": 2, "out": 3}


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


#: An item of a fact that takes all.
_COUNTED = Row("counted", ())


def classify(fact: Fact, doc: dict[str, Any], as_of: dt.date) -> Row | None:
    """What an item with the answers `doc` is to `fact` on the day `as_of`; None where it is not looked at."""
    row = decide(fact, doc, as_of)
    return row and measured(fact, row, doc, as_of)


def profile(facts: Iterable[Fact], as_of: dt.date) -> Callable[[dict[str, Any]], Hashable]:
    """A function that takes an item to all of it that decides, by any of `facts`, whether it counts."""
    facts = tuple(facts)
    tested = sorted({test.name_and_tense for fact in facts for test in fact.where})
    tested += sorted({(name, "") for fact in facts for name in fact.among} - set(tested))
    needed = sorted({name for fact in facts for name in (fact.field, fact.during) if name})

    def of(doc: dict[str, Any]) -> Hashable:
        values = [_profiled(name, tense, doc, as_of) for name, tense in tested]
        return (
            tuple([tuple(value) if isinstance(value, list) else value for value in values]),
            tuple([name in doc for name in needed]),
        )

    return of


def decide(fact: Fact, doc: dict[str, Any], as_of: dt.date) -> Row | None:
    """Whether an item counts, and why not plainly; not how much. None where it is not looked at."""
    if fact.among and not fact.considers.possible(doc):
        return None
    if fact.takes_all:
        return _COUNTED
    perhaps = bool(fact.among) and not fact.considers.holds(doc)
    results = [(test, _test(test, doc, as_of)) for test in fact.where]
    untold = [_untold(test, doc) for test, got in results if got == "unknown"]
    missing = tuple(dict.fromkeys(_missing(fact, doc, untold)))
    out = tuple(test.otherwise for test, got in results if got == "out")
    if out and perhaps and fact.op == "all":  # it may turn out not to be among those that must
        return Row("unknown", (), missing)
    if out:
        return Row("out", out, missing)
    because = tuple(test.because for test, got in results if got == "confirm")
    return Row("unknown" if perhaps or missing else "confirm" if because else "counted", because, missing)


def _missing(fact: Fact, doc: dict[str, Any], untold: list[str]) -> Iterator[str]:
    """The fields without a value that the fact needs: to be looked at, of its tests, and to be measured."""
    if fact.among and not fact.considers.holds(doc):
        yield from (field for field in fact.among if field not in doc)
    yield from untold
    yield from (field for field in (fact.field, fact.during) if field and field not in doc)


def _untold(test: Where, doc: dict[str, Any]) -> str:
    """The answer for want of which a test cannot be made."""
    name = test.name_and_tense[0]
    return test.year if test.year and name in doc else name


def _test(test: Where, doc: dict[str, Any], as_of: dt.date) -> Class:
    value = _value(test, doc, as_of)
    if value is None:
        return "unknown"
    if test.counts.is_valid(value):
        return "counted"
    return "confirm" if test.may_count.is_valid(value) else "out"


def _value(test: Where, doc: dict[str, Any], as_of: dt.date) -> Any:
    """What a test looks at: a field, whether its date has come, or how it lies to a year; None where not known."""
    name, tense = test.name_and_tense
    value = doc.get(name)
    if value is None or not tense:
        return value
    if test.year:
        return lies(value, doc[tense], test.begins) if tense in doc else None
    return _come(value, as_of)


def _profiled(name: str, tense: str, doc: dict[str, Any], as_of: dt.date) -> Any:
    """What two items must have in common at a test for it to find the same of both."""
    value = doc.get(name)
    if tense == PAST and value is not None:
        return _come(value, as_of)
    return (str(value), doc.get(tense)) if tense else value


def _come(value: Any, as_of: dt.date) -> bool | None:
    """Whether a date, or the start of a span, has come by `as_of`; None where it is not certain."""
    earliest, latest = bounds(day_of(value))
    return True if latest <= as_of else False if earliest > as_of else None


def day_of(value: Any) -> str:
    """The date that a tense asks about: that of a date field, and the start of a span."""
    return str(value["start"] if isinstance(value, dict) else value)


def measured(fact: Fact, row: Row, doc: dict[str, Any], as_of: dt.date) -> Row:
    """A row with how much of the item there is: a number, a period, or what makes it distinct."""
    value = doc.get(fact.field)
    standing, reasons, missing = row.standing, row.reasons, row.missing
    if not fact.measures:
        return row
    if fact.op == "sum":
        return Row(standing, reasons, missing, amount=Decimal(str(value or 0)))
    if fact.op == "distinct":
        return Row(standing, reasons, missing, key=" ".join(str(value or "").casefold().split()))
    if not value:
        return row
    if fact.op == "earliest":
        earliest, latest = bounds(value)
        return Row(standing, reasons, missing, strict=Period(earliest, latest), loose=Period(earliest, latest))
    strict, loose = _periods(fact, doc, as_of)
    return Row(standing, reasons, missing, strict=strict, loose=loose)


def _periods(fact: Fact, doc: dict[str, Any], as_of: dt.date) -> tuple[Period, Period]:
    span = doc[fact.field]
    strict, loose = (
        _readings(span["start"], span["end"], as_of) if isinstance(span, dict) else _readings(span, ONGOING, as_of)
    )
    narrower = doc.get(fact.during) if fact.during else None
    if isinstance(narrower, dict):
        inner, outer = _readings(narrower["start"], narrower["end"], as_of)
        return clip(strict, inner.start, inner.end), clip(loose, outer.start, outer.end)
    return strict, loose


@lru_cache(maxsize=4096)
def _readings(start: str, end: str, as_of: dt.date) -> tuple[Period, Period]:
    """The strict and the loose period of a span, which several facts measure."""
    return strict_period(start, end, as_of), loose_period(start, end, as_of)
