"""The calendar's arithmetic: every step leads to a day there is, and its words are read back as the same date."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from intake.portfolio.edtf import EARLIEST_YEAR, LATEST_YEAR, bounds
from intake.tui.almanac import Page, begun, in_year, moved, weeks, with_days, words
from intake.understand.read import read
from intake.understand.slots import Reading, Slot

TODAY = dt.date(2026, 3, 1)
KEYS = st.sampled_from(["left", "right", "up", "down", "pageup", "pagedown"])
DAYS = st.dates(dt.date(EARLIEST_YEAR, 1, 1), dt.date(LATEST_YEAR, 12, 31))
PAGES = DAYS.map(lambda day: Page(day.year, day.month, day.day)) | DAYS.map(lambda day: Page(day.year, day.month))


@given(PAGES, st.lists(KEYS, max_size=30))
def test_whatever_is_pressed_there_is_such_a_day(page: Page, keys: list[str]) -> None:
    for key in keys:
        page = moved(page, key)
        assert bounds(page.edtf).earliest.year == page.year


@given(PAGES, st.sampled_from([("left", "right"), ("up", "down")]))
def test_a_step_and_its_opposite_lead_back(page: Page, keys: tuple[str, str]) -> None:
    there = moved(page, keys[0])
    assert there == page or moved(there, keys[1]) == page


def test_a_month_that_is_shorter_takes_its_last_day() -> None:
    assert moved(Page(2024, 3, 31), "pageup") == Page(2024, 2, 29)
    assert in_year(Page(2024, 2, 29), 2023) == Page(2023, 2, 28)


def test_a_year_that_cannot_be_recorded_is_not_gone_to() -> None:
    assert in_year(Page(2020, 5), 1066) == Page(2020, 5)
    assert moved(Page(LATEST_YEAR, 12, 31), "right") == Page(LATEST_YEAR, 12, 31)


@given(DAYS.filter(lambda day: 1950 <= day.year <= 2026 and day <= TODAY), st.booleans())
def test_its_words_are_read_as_the_same_date(day: dt.date, whole: bool) -> None:
    page = Page(day.year, day.month, day.day if whole else 0)
    reading = read(words(page), Slot("date"), TODAY)
    assert isinstance(reading, Reading)
    assert (reading.value, reading.confirm) == (page.edtf, "")


@given(DAYS.filter(lambda day: 1950 <= day.year <= 2020), st.integers(0, 5))
def test_the_words_of_a_span_are_read_as_its_two_ends(day: dt.date, years: int) -> None:
    start, end = Page(day.year, day.month), Page(day.year + years, 12)
    reading = read(f"{words(start)} – {words(end)}", Slot("span"), TODAY)
    assert isinstance(reading, Reading)
    assert reading.value == {"start": start.edtf, "end": end.edtf}
    going_on = read(f"{words(start)} – now", Slot("span"), TODAY)
    assert isinstance(going_on, Reading)
    assert going_on.value["start"] == start.edtf


@given(PAGES)
def test_it_begins_at_the_date_in_words(page: Page) -> None:
    assert begun(words(page), TODAY) == page


def test_it_begins_today_where_no_date_is_said() -> None:
    assert begun("", TODAY) == begun("spring", TODAY) == Page(2026, 3)


@given(PAGES.filter(lambda page: page.day > 0))
def test_every_day_of_a_month_is_on_its_page_once_under_its_weekday(page: Page) -> None:
    days = [(day, column) for week in weeks(page) for column, day in enumerate(week) if day]
    assert [day for day, _column in days] == list(range(1, bounds(f"{page.year}-{page.month:02d}").latest.day + 1))
    assert all((dt.date(page.year, page.month, day).weekday() + 1) % 7 == column for day, column in days)


def test_days_and_months_of_one_page_are_a_key_apart() -> None:
    assert with_days(with_days(Page(2017, 5), days=True), days=False) == Page(2017, 5)
