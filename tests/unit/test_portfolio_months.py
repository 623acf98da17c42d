"""Months of work: calendar months, overlaps once, part dates read short and long."""

import datetime as dt
from fractions import Fraction

import pytest

from intake.portfolio.months import ONGOING, Period, clip, loose_period, merge, months_between, strict_period
from intake.portfolio.months import total_months as total

AS_OF = dt.date(2026, 3, 1)


def day(text: str) -> dt.date:
    """A day from its ISO form."""
    return dt.date.fromisoformat(text)


def period(start: str, end: str) -> Period:
    """The days from `start` up to, without, `end`."""
    return Period(day(start), day(end))


def test_from_september_to_march_a_year_and_a_half_later_is_exactly_18_months() -> None:
    assert total([strict_period("2024-09-01", ONGOING, AS_OF)]) == 18


def test_part_months_give_a_shorter_and_a_longer_reading() -> None:
    strict = total([strict_period("2021-02", "2023-06", AS_OF)])
    loose = total([loose_period("2021-02", "2023-06", AS_OF)])
    assert int(strict) == 27
    assert loose == 29


def test_part_years_give_the_widest_readings() -> None:
    assert int(total([strict_period("2021", "2023", AS_OF)])) == 12
    assert total([loose_period("2021", "2023", AS_OF)]) == 36


def test_the_last_day_of_work_counts() -> None:
    assert total([strict_period("2021-02-01", "2021-02-28", AS_OF)]) == 1
    assert total([strict_period("2022-01-01", "2023-12-31", AS_OF)]) == 24
    assert total([strict_period("2022-01-01", "2023-12-30", AS_OF)]) < 24


def test_nothing_counts_beyond_the_as_of_day() -> None:
    assert total([strict_period("2025-03-01", "2031-01-01", AS_OF)]) == 12
    assert total([loose_period("2025-03", "2031", AS_OF)]) == 12
    assert total([loose_period("2027", ONGOING, AS_OF)]) == 0


def test_a_year_alone_at_both_ends_may_be_no_time_at_all() -> None:
    assert total([strict_period("2021", "2021", AS_OF)]) == 0
    assert total([loose_period("2021", "2021", AS_OF)]) == 12


def test_overlapping_jobs_are_counted_once() -> None:
    assert total([period("2020-01-01", "2021-01-01"), period("2020-07-01", "2021-07-01")]) == 18
    assert total([period("2020-01-01", "2021-01-01"), period("2020-03-01", "2020-06-01")]) == 12


def test_a_break_is_not_counted() -> None:
    assert total([period("2020-01-01", "2020-07-01"), period("2021-01-01", "2021-07-01")]) == 12


def test_merged_periods_neither_overlap_nor_touch() -> None:
    merged = merge(
        [period("2020-06-01", "2020-07-01"), period("2020-01-01", "2020-06-01"), period("2021-01-01", "2021-01-01")]
    )
    assert merged == (period("2020-01-01", "2020-07-01"),)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2024-01-31", "2024-03-01", Fraction(1)),  # February has no thirty-first: its month is full on 1 March
        ("2024-01-31", "2024-02-29", Fraction(29, 31)),
        ("2024-02-29", "2025-02-28", 11 + Fraction(30, 31)),
        ("2024-02-29", "2025-03-01", Fraction(12)),
        ("2022-10-17", "2024-10-17", Fraction(24)),
        ("2022-10-17", "2024-10-16", 23 + Fraction(29, 31)),
        ("2024-05-01", "2024-05-01", Fraction(0)),
        ("2024-05-02", "2024-05-01", Fraction(0)),
    ],
)
def test_months_run_from_a_periods_own_first_day(start: str, end: str, months: Fraction) -> None:
    assert months_between(day(start), day(end)) == months


def test_clipping_keeps_what_lies_between_and_is_empty_outside() -> None:
    whole = period("2020-01-01", "2021-01-01")
    assert clip(whole, day("2020-03-01"), day("2020-06-01")) == period("2020-03-01", "2020-06-01")
    assert clip(whole, start=day("2020-03-01")) == period("2020-03-01", "2021-01-01")
    assert clip(whole, end=day("2020-03-01")) == period("2020-01-01", "2020-03-01")
    assert total([clip(whole, day("2022-01-01"), day("2023-01-01"))]) == 0
    assert total([clip(whole, day("2018-01-01"), day("2019-01-01"))]) == 0
