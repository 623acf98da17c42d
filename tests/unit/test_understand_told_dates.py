"""Dates told by a holiday, from today, inside a sentence or by short figures, on Sunday, 22 November 2026."""

import datetime as dt
from typing import Literal

import pytest

from intake.understand.holidays import HOLIDAYS, holiday
from intake.understand.read import read
from intake.understand.slots import Again, Reading, Slot

TODAY = dt.date(2026, 11, 22)


def _value(text: str, tense: Literal["past", "future"] = "past") -> str:
    got = read(text, Slot(kind="date", tense=tense), TODAY)
    assert isinstance(got, Reading), got
    return str(got.value) + ("?" if got.confirm else "")


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("new years day", 2020, "01-01"),
        ("martin luther king day", 2021, "01-18"),
        ("presidents day", 2022, "02-21"),
        ("good friday", 2024, "03-29"),
        ("easter", 2018, "04-01"),
        ("easter", 2019, "04-21"),
        ("easter", 2038, "04-25"),
        ("mothers day", 2014, "05-11"),
        ("memorial day", 2019, "05-27"),
        ("fathers day", 2015, "06-21"),
        ("labor day", 2019, "09-02"),
        ("columbus day", 2020, "10-12"),
        ("thanksgiving", 2010, "11-25"),
        ("black friday", 2013, "11-29"),
    ],
)
def test_a_holiday_falls_on_its_day(name: str, year: int, day: str) -> None:
    assert holiday(HOLIDAYS[name], year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Labor Day 2019", "2019-09-02"),
        ("New Year's Eve 2019", "2019-12-31"),
        ("Thanksgiving last year", "2025-11-27"),
        ("last Christmas", "2025-12-25?"),
        ("Thanksgiving", "2025-11-27?"),
        ("first Monday of September 2019", "2019-09-02"),
        ("the last Friday in May 2020", "2020-05-29"),
        ("the last day of February 2020", "2020-02-29"),
        ("the day after Thanksgiving 2019", "2019-11-29?"),
    ],
)
def test_a_holiday_or_a_counted_day_is_reckoned_in_its_year(text: str, value: str) -> None:
    assert _value(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Friday", "2026-11-20?"),
        ("last Friday", "2026-11-20?"),
        ("Tuesday of last week", "2026-11-10?"),
        ("a week ago Tuesday", "2026-11-10?"),
        ("the day before yesterday", "2026-11-20"),
        ("the year before last", "2024"),
        ("the 15th", "2026-11-15?"),
        ("the 30th", "2026-10-30?"),
        ("Tuesday the 17th", "2026-11-17?"),
        ("the 15th of last month", "2026-10-15"),
        ("June two years ago", "2024-06?"),
        ("1 month and 21 days ago", "2026-10-01?"),
        ("2 or 3 years ago", "[2023,2024]?"),
        ("earlier this month", "2026-11?"),
        ("last June 5th", "2026-06-05?"),
        ("yestarday", "2026-11-21?"),
    ],
)
def test_a_date_before_today_counts_back_from_it(text: str, value: str) -> None:
    assert _value(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Thanksgiving", "2026-11-26?"),
        ("Friday", "2026-11-27?"),
        ("in 2 months", "2027-01?"),
        ("in a year and a half", "2028-05?"),
        ("two weeks from today", "2026-12-06"),
        ("a week from Tuesday", "2026-12-01?"),
        ("the 15th", "2026-12-15?"),
        ("by the end of the year", "2026?"),
        ("expires 10/31/34", "2034-10-31?"),
        ("10/31/79", "1979-10-31?"),
        ("I expect to finish in May 2027", "2027-05"),
    ],
)
def test_a_date_ahead_counts_on_from_today(text: str, value: str) -> None:
    assert _value(text, "future") == value


def test_a_weekday_that_people_mean_in_two_ways_is_asked() -> None:
    got = read("next Friday", Slot(kind="date", tense="future"), dt.date(2026, 11, 25))
    assert isinstance(got, Again)
    assert "next Friday" in got.why


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I was hired on June 5, 2018", "2018-06-05"),
        ("my first day was 6/1/2019", "2019-06-01"),
        ("Start date: May 8, 2020", "2020-05-08"),
        ("May 8, 2020 was when I started", "2020-05-08"),
        ("it was Friday, May 8, 2020 at 3:30 pm", "2020-05-08"),
        ("graduated with my MSW in May 2015", "2015-05"),
        ("we had a meeting two years ago", "2024?"),
        ("on or about May 8, 2020", "2020-05-08?"),
        ("my first day on the ward was June 1, 2019", "2019-06-01"),
        ("it ran out on Labor Day 2019", "2019-09-02"),
        ("June 5, 2018, it was a Tuesday", "2018-06-05"),
        ("May 2015, don't remember the day", "2015-05"),
        ("either 97 or 98 but I'd have to look it up", "[1997,1998]?"),
        ("2012 but I'd have to check", "2012?"),
        ("bout ten years ago lol", "2016?"),
    ],
)
def test_a_sentence_that_only_frames_a_date_is_read(text: str, value: str) -> None:
    assert _value(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "I'm 45",
        "it was not in 2015",
        "not the day after Easter 2015",
        "I started before 2015",
        "school year 2019",
        "my last day before Christmas was 2015",
        "\u2019",
    ],
)
def test_words_that_change_what_a_date_says_are_not_passed_over(text: str) -> None:
    assert isinstance(read(text, Slot(kind="date"), TODAY), Again)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20200615", "2020-06-15"),
        ("06152020", "2020-06-15"),
        ("back in 98", "1998?"),
        ("June 98", "1998-06?"),
        ("June 09", "2009-06?"),
        ("Oct-31", "2026-10-31?"),
        ("Jan-20", "2020-01?"),
        ("22/04", "2026-04-22?"),
        ("4.22", "2026-04-22?"),
        ("twenty-nineteen", "2019"),
        ("Winter 2019-2020", "2019-24"),
        ("fall semester 2016", "2016-23"),
        ("May/June 2014", "[2014-05,2014-06]?"),
        ("the first week of March 2019", "2019-03?"),
        ("2109", "2109?"),
    ],
)
def test_short_and_joined_figures_are_taken_the_one_way_that_makes_sense(text: str, value: str) -> None:
    assert _value(text) == value


@pytest.mark.parametrize("text", ["May 32", "20-05-08", "May 3, 4", "fifth Friday of May 2020", "31st of this month"])
def test_figures_that_make_no_date_or_two_are_asked_again(text: str) -> None:
    assert isinstance(read(text, Slot(kind="date"), TODAY), Again)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the Tuesday right after Labor Day 2024", "2024-09-03?"),
        ("the Friday before Easter 2018", "2018-03-30?"),
        ("the Monday before Memorial Day 2019", "2019-05-20?"),
        ("the third Tuesday after Christmas 2014", "2015-01-13?"),
        ("two weeks before 5/10/2024", "2024-04-26?"),
        ("the year after 2015", "2016?"),
        ("a week from tomorrow", "2026-11-30"),
    ],
)
def test_a_date_told_by_another_is_counted_from_it(text: str, value: str) -> None:
    assert _value(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a week from this Friday", "2026-12-04?"),
        ("a year from this December", "2027-12?"),
        ("two weeks after Thanksgiving", "2026-12-10?"),
        ("they need it by the 15th", "2026-12-15?"),
    ],
)
def test_a_deadline_told_by_another_day_lies_ahead(text: str, value: str) -> None:
    assert _value(text, "future") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2019, no wait, 2020", "2020?"),
        ("May 2019, no sorry, June", "2019-06?"),
        ("the 1st of Feb 2021, no wait that was the paperwork, my first day was the 8th", "2021-02-08?"),
        ("sorry I meant 2018", "2018?"),
        ("class of 2021, walked in May", "2021-05?"),
        ("fall semester so December 2011", "2011-12?"),
        ("fall 2019 - November I think", "2019-11?"),
        ("last Friday, Nov 20", "2026-11-20?"),
    ],
)
def test_a_date_told_twice_is_the_last_or_the_finer_one(text: str, value: str) -> None:
    assert _value(text) == value


@pytest.mark.parametrize(
    "text", ["last Friday, Nov 13", "May 2021, June 2021", "2019, no wait, not 2019, 2018", "June 5, 2018, a Monday"]
)
def test_two_tellings_that_disagree_are_asked_again(text: str) -> None:
    assert isinstance(read(text, Slot(kind="date"), TODAY), Again)


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [
        ("5/24", "2024-05", "May 24, 2026"),
        ("June 19", "2019-06", "June 19, 2026"),
        ("5/31", "2026-05-31", "May 2031"),
        ("June 5", "2026-06-05", ""),
        ("June 19th", "2026-06-19", ""),
    ],
)
def test_where_a_month_is_asked_for_short_figures_are_a_year_that_has_been(text: str, value: str, other: str) -> None:
    got = read(text, Slot(kind="date", grain="month"), TODAY)
    assert isinstance(got, Reading)
    assert got.value == value
    assert got.confirm.endswith(f"(not {other}). Right?" if other else "2026. Right?")


def test_where_a_month_ahead_is_asked_for_short_figures_are_a_year_to_come() -> None:
    got = read("5/28", Slot(kind="date", grain="month", tense="future"), TODAY)
    assert isinstance(got, Reading)
    assert got.value == "2028-05"
