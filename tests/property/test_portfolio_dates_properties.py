"""Part dates and months, whatever they are: bounds in order, nothing twice, more time never counts as less."""

import datetime as dt
import random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from intake.portfolio.edtf import EARLIEST_YEAR, LATEST_YEAR, bounds, spoken
from intake.portfolio.months import ONGOING, Period, loose_period, merge, months_between, strict_period, total_months

AS_OF = dt.date(2026, 3, 1)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31))
YEARS = st.integers(EARLIEST_YEAR + 1, LATEST_YEAR - 1)
PLAIN = st.one_of(
    YEARS.map(str),
    st.builds(lambda y, m: f"{y}-{m:02d}", YEARS, st.integers(1, 12)),
    st.dates(dt.date(EARLIEST_YEAR, 1, 1), dt.date(LATEST_YEAR, 12, 31)).map(dt.date.isoformat),
    st.builds(lambda y, code: f"{y}-{code}", YEARS, st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36])),
    st.integers(EARLIEST_YEAR // 10, LATEST_YEAR // 10).map("{}X".format),
)
PART_DATES = PLAIN | st.lists(
    YEARS.map(str) | st.builds(lambda y, m: f"{y}-{m:02d}", YEARS, st.integers(1, 12)), min_size=2, max_size=4
).map(lambda parts: f"[{','.join(parts)}]")
NEAR = st.one_of(
    st.integers(2005, 2030).map(str),
    st.builds(lambda y, m: f"{y}-{m:02d}", st.integers(2005, 2030), st.integers(1, 12)),
    st.dates(dt.date(2005, 1, 1), dt.date(2030, 12, 31)).map(dt.date.isoformat),
)
PERIODS = st.lists(st.builds(lambda a, n: Period(a, a + dt.timedelta(n)), DAYS, st.integers(0, 900)), max_size=6)


@settings(deadline=None)
@given(PART_DATES)
def test_bounds_are_in_order(edtf: str) -> None:
    earliest, latest = bounds(edtf)
    assert earliest <= latest


@settings(deadline=None)
@given(PART_DATES)
def test_every_part_date_can_be_said(edtf: str) -> None:
    assert spoken(edtf).strip()


@settings(deadline=None)
@given(st.dates(dt.date(EARLIEST_YEAR, 1, 1), dt.date(LATEST_YEAR, 12, 31)))
def test_a_part_dates_bounds_hold_every_fuller_date_of_it(day: dt.date) -> None:
    quarter = f"{day.year}-{33 + (day.month - 1) // 3}"
    season = f"{day.year}-{[24, 21, 22, 23][day.month % 12 // 3]}"
    month, year, decade = f"{day.year}-{day.month:02d}", str(day.year), f"{day.year // 10}X"
    for fuller, wider in ((day.isoformat(), month), (month, year), (month, quarter), (quarter, year), (year, decade)):
        assert bounds(wider).earliest <= bounds(fuller).earliest
        assert bounds(fuller).latest <= bounds(wider).latest
    assert bounds(season).earliest <= day <= bounds(season).latest
    assert bounds(f"[{month},{LATEST_YEAR}]").earliest <= day


@settings(deadline=None)
@given(st.text(max_size=12))
def test_any_text_is_a_date_or_refused_with_a_value_error(text: str) -> None:
    try:
        earliest, latest = bounds(text)
    except ValueError as refusal:
        assert str(refusal)  # noqa: PT017 - either outcome is right, an exception of another kind is not
    else:
        assert earliest <= latest


@settings(deadline=None)
@given(PERIODS, st.randoms(use_true_random=False))
def test_the_order_of_jobs_never_matters(periods: list[Period], rng: random.Random) -> None:
    shuffled = rng.sample(periods, len(periods))
    assert merge(shuffled) == merge(periods)
    assert total_months(shuffled) == total_months(periods)


@settings(deadline=None)
@given(PERIODS)
def test_each_day_is_counted_once(periods: list[Period]) -> None:
    days = {day for p in periods for day in range(p.start.toordinal(), p.end.toordinal())}
    merged = merge(periods)
    assert [day for p in merged for day in range(p.start.toordinal(), p.end.toordinal())] == sorted(days)
    assert total_months(periods + periods) == total_months(periods)


@settings(deadline=None)
@given(PERIODS, st.integers(0, 900), st.integers(0, 5))
def test_splitting_a_job_in_two_adjoining_ones_changes_nothing(periods: list[Period], at: int, which: int) -> None:
    if not periods:
        return
    whole = periods[which % len(periods)]
    cut = min(whole.start + dt.timedelta(at), whole.end)
    split = [*periods, Period(whole.start, cut), Period(cut, whole.end)]
    split.remove(whole)
    assert total_months(split) == total_months(periods)


@settings(deadline=None)
@given(DAYS, st.integers(0, 4000), st.integers(0, 70))
@example(dt.date(2024, 1, 31), 28, 1)
@example(dt.date(2023, 1, 28), 31, 1)
def test_more_days_never_make_fewer_months(start: dt.date, length: int, more: int) -> None:
    end = start + dt.timedelta(length)
    months = months_between(start, end)
    assert months_between(start, end + dt.timedelta(more)) >= months
    assert months_between(start - dt.timedelta(more), end) >= months


@settings(deadline=None)
@given(DAYS, st.integers(0, 60))
def test_whole_years_are_whole_months(start: dt.date, years: int) -> None:
    try:
        later = start.replace(year=start.year + years)
    except ValueError:  # 29 February
        later = dt.date(start.year + years, 3, 1)
    assert months_between(start, later) == 12 * years


@settings(deadline=None)
@given(NEAR, NEAR | st.just(ONGOING))
def test_the_short_reading_never_exceeds_the_long_one(start: str, end: str) -> None:
    strict, loose = strict_period(start, end, AS_OF), loose_period(start, end, AS_OF)
    assert total_months([strict]) <= total_months([loose])
    assert strict.end <= AS_OF or strict.start == strict.end


@settings(deadline=None)
@given(NEAR, NEAR, NEAR)
def test_a_later_end_never_lowers_and_a_later_start_never_raises(start: str, end: str, other: str) -> None:
    for read in (strict_period, loose_period):
        sooner, later = sorted([end, other], key=lambda edtf: (bounds(edtf).earliest, bounds(edtf).latest))
        if bounds(sooner).latest <= bounds(later).latest:
            assert total_months([read(start, sooner, AS_OF)]) <= total_months([read(start, later, AS_OF)])
            assert total_months([read(later, end, AS_OF)]) <= total_months([read(sooner, end, AS_OF)])


@settings(deadline=None)
@given(NEAR, st.integers(0, 400))
def test_ongoing_work_grows_with_the_day_it_is_reckoned_on(start: str, days: int) -> None:
    later = AS_OF + dt.timedelta(days)
    for read in (strict_period, loose_period):
        assert total_months([read(start, ONGOING, AS_OF)]) <= total_months([read(start, ONGOING, later)])
