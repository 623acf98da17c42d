"""Facts: every operation over a list, in its strict, loose and possible reading, with the reasons item by item."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from intake.rulebook.edition import Fact
from intake.rulebook.facts import NEVER, Figure, Ledger
from intake.rulebook.rows import Row, classify

AS_OF = dt.date(2026, 3, 1)
PAID = {"field": "paid", "is": {"const": True}, "else": "it was not paid"}
FULL = {
    "field": "schedule",
    "is": {"const": "full_time"},
    "confirm": {"const": "part_time"},
    "because": "it was part-time",
    "else": "it was neither",
}


def fact(op: str, of: str, *where: dict[str, Any], **more: Any) -> Fact:
    """A fact with a plain title."""
    return Fact.model_validate({"title": "a figure", "op": op, "of": of, "where": where} | more)


def row(part: Fact, doc: dict[str, Any]) -> Row:
    """What an item that is looked at is to the fact."""
    found = classify(part, doc, AS_OF)
    assert found is not None
    return found


def figure(part: Fact, *docs: dict[str, Any], finished: bool = True, after: Figure | None = None) -> Figure:
    """The fact's readings of items."""
    ledger = Ledger(part)
    for n, doc in enumerate(docs, start=1):
        ledger.put(f"item-{n}", classify(part, doc, AS_OF))
    return ledger.figure(finished, after)


def span(start: str, end: str = "..") -> dict[str, Any]:
    """An item that has only its dates."""
    return {"span": {"start": start, "end": end}}


def test_count_tells_apart_what_counts_what_may_count_and_what_is_not_known() -> None:
    part = fact("count", "work", PAID, FULL)
    docs: list[dict[str, Any]] = [
        {"paid": True, "schedule": "full_time"},
        {"paid": True, "schedule": "part_time"},
        {"paid": True},
        {"paid": False, "schedule": "full_time"},
        {"paid": False},
    ]
    assert figure(part, *docs) == Figure(1, 2, 3)
    assert figure(part, *docs, finished=False) == Figure(1, 2, None), "more may come while a list is not complete"
    assert figure(part) == Figure(0, 0, 0)


def test_a_sum_is_exact_and_open_while_something_in_it_is_not_known() -> None:
    part = fact("sum", "training.hours")
    assert figure(part, *[{"hours": 0.1}] * 10) == Figure(1, 1, 1)
    assert figure(part, {"hours": 1.5}, {"hours": 2}) == Figure(3.5, 3.5, 3.5)
    assert figure(part, {"hours": 1.5}, {}) == Figure(1.5, 1.5, None)
    assert figure(part, {"hours": 1.5}, finished=False) == Figure(1.5, 1.5, None)


def test_distinct_takes_one_name_once_however_it_is_written() -> None:
    part = fact("distinct", "references.name")
    assert figure(part, {"name": "Robin Avery"}, {"name": " robin  AVERY"}, {"name": "Lee Park"}) == Figure(2, 2, 2)


def test_people_who_are_not_named_yet_may_each_be_another_one() -> None:
    part = fact("distinct", "references.name")
    assert figure(part, {"name": "Robin Avery"}, {}, {}) == Figure(1, 1, 3)
    assert figure(part, {"name": "None"}, {}) == Figure(1, 1, 2)


def test_all_asks_for_a_complete_list_of_which_each_one_counts() -> None:
    part = fact("all", "education", PAID, FULL)
    good, maybe, bad = (
        {"paid": True, "schedule": "full_time"},
        {"paid": True, "schedule": "part_time"},
        {"paid": False},
    )
    assert figure(part, good, good) == Figure(True, True, True)
    assert figure(part, good, good, finished=False) == Figure(False, False, True)
    assert figure(part, good, maybe) == Figure(False, True, True)
    assert figure(part, good, {}) == Figure(False, False, True)
    assert figure(part, good, bad) == Figure(False, False, False)
    assert figure(part) == Figure(True, True, True)


def test_among_leaves_out_what_it_rules_out_and_keeps_what_it_may_not() -> None:
    part = fact("all", "education", PAID, among={"credential": {"const": "master"}})
    master, school = {"credential": "master"}, {"credential": "high_school"}
    assert figure(part, master | {"paid": True}, school | {"paid": False}) == Figure(True, True, True)
    assert figure(part, master | {"paid": False}) == Figure(False, False, False)
    assert figure(part, {"paid": True}) == Figure(False, False, True), "it may be a Master's that counts"
    assert figure(part, {"paid": False}) == Figure(False, False, True), "it may be no Master's at all"


def test_earliest_is_the_last_day_the_first_date_may_mean_and_the_first() -> None:
    part = fact("earliest", "education.awarded")
    assert figure(part, {"awarded": "2017-05"}, {"awarded": "2019"}) == Figure("2017-05-31", "2017-05-01", "2017-05-01")
    assert figure(part, {"awarded": "2017"}, {"awarded": "2017-05"}) == Figure("2017-05-31", "2017-01-01", "2017-01-01")
    assert figure(part, {}) == Figure(None, None, None)


def test_months_are_merged_over_all_items_that_count() -> None:
    part = fact("months", "work.span")
    assert figure(part, span("2024-09-01")) == Figure(18, 18, 18)
    assert figure(part, span("2024-09-01"), span("2025-01-01", "2025-06-30")) == Figure(18, 18, 18)
    apart = figure(part, span("2020-01-01", "2020-12-31"), span("2022-01-01", "2022-06-30"))
    assert apart == Figure(18, 18, 18)


def test_part_dates_make_two_readings_of_the_months() -> None:
    strict, loose, possible = (
        getattr(figure(fact("months", "work.span"), span("2021-02", "2023-06")), name)
        for name in ("strict", "loose", "possible")
    )
    assert 27 <= strict < 28
    assert loose == possible == 29


def test_months_that_only_may_count_are_in_the_loose_reading_alone() -> None:
    part = fact("months", "work.span", FULL)
    full = span("2024-03-01", "2025-02-28") | {"schedule": "full_time"}
    half = span("2025-03-01") | {"schedule": "part_time"}
    unknown = span("2023-03-01", "2024-02-29")
    assert figure(part, full, half, unknown) == Figure(12, 24, 36)
    assert figure(part, full, {"schedule": "full_time"}) == Figure(12, 12, None), "a job without dates is of any length"


def test_months_before_the_degree_count_loosely_and_those_after_it_strictly() -> None:
    part = fact("months", "work.span", after="degree")
    work = span("2022-03-01")
    assert figure(part, work, after=Figure("2025-03-01", "2025-01-01", "2025-01-01")) == Figure(12, 48, 48)
    assert figure(part, work, after=Figure("2020-01-01", "2020-01-01", "2020-01-01")) == Figure(48, 48, 48)
    assert figure(part, work, after=Figure(None, None, None)) == Figure(0, 48, 48)
    assert figure(part, work, after=Figure("2027-01-01", "2027-01-01", "2027-01-01")) == Figure(0, 48, 48)


def test_months_before_a_date_that_must_come_first_do_not_count_on_any_reading() -> None:
    part = fact("months", "work.span", after="degree", before="out")
    work = span("2022-03-01")
    assert figure(part, work, after=Figure("2025-03-01", "2025-03-01", "2025-03-01")) == Figure(12, 12, 12)
    assert figure(part, work, after=Figure("2025-03-01", "2024-03-01", None)) == Figure(12, 24, 48)
    assert figure(part, work, after=Figure(None, None, NEVER)) == Figure(0, 0, 0)


def test_a_first_date_is_open_while_an_earlier_one_may_come() -> None:
    part = fact("earliest", "education.awarded", PAID)
    dated = {"awarded": "2017-05", "paid": True}
    assert figure(part, dated).possible == "2017-05-01"
    assert figure(part, dated, finished=False).possible is None
    assert figure(part, dated, {"paid": True}).possible is None
    assert figure(part, dated, {"awarded": "2010-05"}).possible == "2010-05-01", "it may be paid"
    assert figure(part).possible == NEVER, "of a list that is complete and empty there is no date"


def test_months_of_a_date_are_those_since_then() -> None:
    part = fact("months", "endorsement.since")
    assert figure(part, {"since": "2025-03-01"}) == Figure(12, 12, 12)
    assert figure(part, {"since": "2025"}).loose == 14
    assert figure(part, {}) == Figure(0, 0, None)
    assert figure(part, {"since": "2027-01-01"}) == Figure(0, 0, 0)


def test_during_narrows_a_job_to_a_part_of_it() -> None:
    part = fact("months", "work.span", during="supervised_span")
    work = span("2021-02-01")
    some = work | {"supervised_span": {"start": "2021-02-01", "end": "2023-01-31"}}
    assert figure(part, some) == Figure(24, 24, 24)
    assert figure(part, work | {"supervised_span": "whole"}) == Figure(61, 61, 61)
    assert figure(part, work | {"supervised_span": {"start": "2019-01-01", "end": "2020-01-01"}}) == Figure(0, 0, 0)
    assert figure(part, work) == Figure(0, 0, 61)
    outside = work | {"supervised_span": {"start": "2025-03-01", "end": "2031-01-01"}}
    assert figure(part, outside) == Figure(12, 12, 12)


def test_a_date_that_may_or_may_not_have_come_leaves_the_item_open() -> None:
    past = {"field": "date:past", "is": {"const": True}, "else": "it has not taken place yet"}
    part = fact("sum", "training.hours", past)
    docs = [{"hours": 5, "date": date} for date in ("2026-03-01", "2026-03-02", "2026", "2025")]
    assert [row(part, doc).standing for doc in docs] == ["counted", "out", "unknown", "counted"]
    assert figure(part, *docs) == Figure(10, 10, None)


def test_a_span_counts_from_the_day_on_which_it_begins() -> None:
    part = fact("count", "work", {"field": "span:past", "is": {"const": True}, "else": "it has not begun yet"})
    docs = [span(start) for start in ("2026-03-01", "2026-03-02", "2026", "2025")]
    assert [row(part, doc).standing for doc in docs] == ["counted", "out", "unknown", "counted"]
    assert row(part, {}).missing == ("span",)


def test_an_item_says_why_it_does_not_count_and_what_is_missing() -> None:
    part = fact("months", "work.span", PAID, FULL)
    out = row(part, span("2020") | {"paid": False, "schedule": "part_time"})
    assert (out.standing, out.reasons) == ("out", ("it was not paid",))
    maybe = row(part, span("2020") | {"paid": True, "schedule": "part_time"})
    assert (maybe.standing, maybe.reasons) == ("confirm", ("it was part-time",))
    unknown = row(part, {"paid": True})
    assert (unknown.standing, unknown.missing) == ("unknown", ("schedule", "span"))


@pytest.mark.parametrize("op", ["count", "sum", "distinct", "all", "months", "earliest"])
def test_an_item_that_is_taken_out_leaves_nothing_behind(op: str) -> None:
    field = {"months": ".span", "earliest": ".awarded", "sum": ".hours", "distinct": ".name"}.get(op, "")
    part = fact(op, f"work{field}")
    ledger = Ledger(part)
    empty = ledger.figure(True, None)
    ledger.put("work-1", row(part, span("2020") | {"awarded": "2017", "hours": 2.5, "name": "A"}))
    assert ledger.figure(True, None) != empty or op == "all"
    ledger.put("work-1", None)
    ledger.put("work-2", None)
    assert ledger.figure(True, None) == empty
    assert (ledger.rows, set(ledger.counts.values()), set(ledger.sums.values())) == ({}, {0}, {Decimal(0)})
