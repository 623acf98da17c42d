"""Spans told by a length, by one end, or with notes beside them, on Sunday, 22 November 2026."""

import datetime as dt
import time

import pytest

from intake.understand.read import read
from intake.understand.slots import Again, Reading, Slot
from intake.understand.spans import half_open

TODAY = dt.date(2026, 11, 22)
SPAN = Slot(kind="span")


def _value(text: str) -> str:
    got = read(text, SPAN, TODAY)
    assert isinstance(got, Reading), got
    return f"{got.value['start']} {got.value['end']}" + ("?" if got.confirm else "")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("for 2 years until 2019", "2017 2019?"),
        ("6 years, left in 2022", "2016 2022?"),
        ("2 years, ended this past June", "2024-06 2026-06?"),
        ("two years until May 2019", "2017-05 2019-05?"),
        ("from 2015 for three years", "2015 2018?"),
        ("six weeks from June 1, 2019", "2019-06-01 2019-07-13?"),
        ("June 2019 for six months", "2019-06 2019-12?"),
        ("the last five years", "2021 ..?"),
        ("I've been there 3 years", "2023 ..?"),
        ("last week", "2026-11-09 2026-11-15?"),
    ],
)
def test_an_end_reckoned_from_a_length_is_read_back(text: str, value: str) -> None:
    assert _value(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "3 years",
        "the last 3 days",
        "six months in 2018",
        "2 to 3 years",
        "2015 for six months",
        "40000 years until 2019",
    ],
)
def test_a_length_that_gives_no_dates_is_asked_again(text: str) -> None:
    assert isinstance(read(text, SPAN, TODAY), Again)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("June 2019 - present (full time)", "2019-06 .."),
        ("2015 to 2018 on and off", "2015 2018?"),
        ("2015 to 2018 (3 years)", "2015 2018?"),
        ("3 years, 2015 to 2018", "2015 2018?"),
        ("2016-2017 school year", "2016 2017"),
        ("2018-2020?", "2018 2020?"),
        ("all of 2019", "2019 2019"),
        ("summers 2010 to 2013", "2010-22 2013-22?"),
        ("currently, since 2020", "2020 .."),
        ("2015, left in 2018", "2015 2018?"),
        ("started 2017 quit 2019", "2017 2019"),
        ("2016 until it closed in March 2020", "2016 2020-03?"),
        ("5 years ago until last year", "2021 2025?"),
        ("June 2019-", "2019-06 ..?"),
        ("Started: 6/2019; Ended: 8/2021", "2019-06 2021-08"),
        ("2019-05-01/2019-08-31", "2019-05-01 2019-08-31"),
        ("3-7 May 2021", "2021-05-03 2021-05-07?"),
        ("10/12-13/2023", "2023-10-12 2023-10-13"),
        ("Oct-18 to Sep-19", "2018-10 2019-09?"),
        ("I worked at the agency from 2015 through to 2018", "2015 2018"),
        ("just 2017, the whole year", "2017 2017"),
        ("2008 until 2011 maybe 2012", "2008 [2011,2012]?"),
        ("ever since I was hired in October 2019", "2019-10 ..?"),
    ],
)
def test_notes_and_frames_change_neither_end(text: str, value: str) -> None:
    assert _value(text) == value


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("I left in March 2022", None, "2022-03"),
        ("until last month", None, "2026-10"),
        ("started in June 2019", "2019-06", None),
        ("2018 - ?", "2018", None),
    ],
)
def test_one_end_alone_is_known_and_the_other_asked_for(text: str, start: str | None, end: str | None) -> None:
    got = half_open(text, SPAN, TODAY)
    assert got is not None
    assert got.value == {"start": start, "end": end}
    asked = read(text, SPAN, TODAY)
    assert isinstance(asked, Again)
    assert ("start?" if end else "end?") in asked.why


@pytest.mark.parametrize("text", ["2019", "still there", "since I graduated", "left"])
def test_what_names_no_end_of_a_span_is_no_half_of_one(text: str) -> None:
    assert half_open(text, SPAN, TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "Nov 25 to Dec 3",
        "May 12 to May 15",
        "Aug 27 to Dec 30",
        "May 3, 4 and 5, 2021",
        "2016-2018 and 2020-2022",
        "2015-2016-2017",
    ],
)
def test_a_span_that_can_be_two_is_asked_again(text: str) -> None:
    assert isinstance(read(text, SPAN, TODAY), Again)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("started July 5 2022 and haven't left", "2022-07-05 .."),
        ("April 2024 and I am still with the program", "2024-04 .."),
        ("since 2018, still at Rainbow Station", "2018 ..?"),
        ("2015 but still there", "2015 .."),
        ("started april 1 2024 still here", "2024-04-01 .."),
        ("sep 1 2024 present", "2024-09-01 .."),
        ("oct 2015 and i aint leavin", "2015-10 .."),
    ],
)
def test_what_has_not_ended_is_still_going_on(text: str, value: str) -> None:
    assert _value(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Feb 21 to June 23", "2021-02 2023-06?"),
        ("Nov 98 to Feb 02", "1998-11 2002-02?"),
        ("08 to 12", "2008 2012?"),
        ("june 2023 back to february 2021", "2021-02 2023-06?"),
        ("2019 to 2015", "2015 2019?"),
    ],
)
def test_short_years_and_ends_in_the_other_order_are_read_back(text: str, value: str) -> None:
    assert _value(text) == value


def test_a_day_that_does_not_exist_is_not_read_as_the_other_end() -> None:
    assert isinstance(read("June 30 2023 to Feb 30 2021", SPAN, TODAY), Again)


@pytest.mark.parametrize(
    "part", ["1 to ", "- ", "1-", "early to mid ", "2019/2020/", "in ", "full time ", "unknown - 2019 "]
)
@pytest.mark.parametrize("kind", ["date", "span"])
def test_the_longest_answer_of_any_shape_is_read_at_once(part: str, kind: str) -> None:
    text, slot = (part * 150)[:300], Slot(kind="span" if kind == "span" else "date")
    began = time.process_time()
    read(text, slot, TODAY)
    assert time.process_time() - began < 1  # far more on a quiet machine than it takes; `tests/bench` measures
