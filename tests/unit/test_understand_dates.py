"""Dates and spans as the ten invented applicants would type them, on 1 March 2026."""

import datetime as dt

import pytest

from intake.understand.read import read
from intake.understand.slots import Again, Reading, Slot, Unsure

TODAY = dt.date(2026, 3, 1)
DATE = Slot(kind="date")
SPAN = Slot(kind="span", whole="whole")
CERTAIN = [
    # Keisha, CDA home visitor
    ("may 10 2024", "2024-05-10"),
    ("May 10th, 2024", "2024-05-10"),
    ("I got it on 5/10/24... May 10, 2024", None),
    ("05/10/2024", "2024-05-10"),
    ("5-10-2027", "2027-05-10"),
    ("it expires May 10, 2027", "2027-05-10"),
    # Marisol, Part C coordinator
    ("May 2021", "2021-05"),
    ("may of 2021", "2021-05"),
    ("5/2021", "2021-05"),
    ("I graduated in May 2021", "2021-05"),
    ("October 17, 2022", "2022-10-17"),
    ("17 October 2022", "2022-10-17"),
    # Dana, LCSW
    ("may 2017", "2017-05"),
    ("um, May 2017", "2017-05"),
    ("2017-05", "2017-05"),
    ("2017-05-13", "2017-05-13"),
    ("2017.", "2017"),
    ("Feb. 1st, 2021", "2021-02-01"),
    ("the 1st of February, 2021", "2021-02-01"),
    # Robert, nurse
    ("Spring 2015", "2015-21"),
    ("class of 2015", "2015"),
    ("10-Aug-2015", "2015-08-10"),
    ("Monday, August 10, 2015", "2015-08-10"),
    # Eleanor, professor
    ("2012", "2012"),
    ("in 2012", "2012"),
    ("twenty twelve", "2012"),
    ("two thousand and twelve", "2012"),
    ("fall of 2016", "2016-23"),
    # Thomas, state policy lead
    ("5/13/2023", "2023-05-13"),
    ("May 13th, 2023", "2023-05-13"),
    ("13 May 2023", "2023-05-13"),
    ("the thirteenth of May 2023", "2023-05-13"),
    ("2023/05/13", "2023-05-13"),
    # Aisha, Ana Lucía, Gloria
    ("july 1 2025", "2025-07-01"),
    ("last year", "2025"),
    ("last month", "2026-02"),
    ("yesterday", "2026-02-28"),
    ("today", "2026-03-01"),
    ("Q3 2018", "2018-35"),
    ("the third quarter of 2018", "2018-35"),
    ("December 31st 2024", "2024-12-31"),
    ("expected may 2027", "2027-05"),
]
READ_BACK = [
    # two digits, no year, relative, repaired
    ("september of '19", "2019-09", False),
    ("5/13/23", "2023-05-13", False),
    ("May '17", "2017-05", False),
    ("may 13 87", "1987-05-13", False),
    ("'98", "1998", False),
    ("Jan-20", "2020-01", False),
    ("6/98", "1998-06", False),
    ("13/5/2023", "2023-05-13", False),
    ("May 10", "2025-05-10", False),
    ("5/10", "2025-05-10", False),
    ("december", "2025-12", False),
    ("last december", "2025-12", False),
    ("last fall", "2025-23", False),
    ("last winter", "2025-24", False),
    ("Setpember 2018", "2018-09", False),
    ("Febuary 2021", "2021-02", False),
    # hedges
    ("about 2012", "2012", True),
    ("I think it was May 2017", "2017-05", True),
    ("May 2017 I think", "2017-05", True),
    ("2017?", "2017", True),
    ("2012ish", "2012", True),
    ("maybe fall 2019", "2019-23", True),
    ("sometime around october 2012", "2012-10", True),
    ("late 2016", "2016", True),
    ("early June 2019", "2019-06", True),
    ("mid-2018", "2018", True),
    ("end of 2020", "2020", True),
    ("2013 or 2014", "[2013,2014]", True),
    ("2016 or '17", "[2016,2017]", True),
    ("may 2017 or maybe june", "[2017-05,2017-06]", True),
    ("May or June 2014", "[2014-05,2014-06]", True),
    ("not sure, maybe 2018", "2018", True),
    ("the nineties", "199X", True),
    ("the 1990s", "199X", True),
    ("two years ago", "2024", True),
    ("a year and a half ago", "2024-09", True),
    ("six months ago", "2025-09", True),
]
REFUSED = [
    ("Feb 30", "February 30"),
    ("february 30th 2022", "February 30"),
    ("2/29/2023", "February 29"),
    ("2023-02-29", "February 29"),
    ("June 31, 2020", "June 31"),
    ("13/2019", "month 13"),
    ("14/15/2020", "month 14"),
    ("1066", "1066"),
    ("May 3017", "3017"),
    ("2015 to 2019", "2015"),
    ("when my daughter was born", "May 2017"),
    ("VCU", "May 2017"),
    ("30", "May 2017"),
    ("12.5", "May 2017"),
    ("20170", "May 2017"),
    ("N/A", "May 2017"),
    ("May 2017 May 2018", "May 2017"),
    ("before 2015", "May 2017"),
    ("-2015", "May 2017"),
]


@pytest.mark.parametrize(("text", "value"), CERTAIN)
def test_a_plain_date_is_taken_without_a_question(text: str, value: str | None) -> None:
    got = read(text, DATE, TODAY)
    if value is None:
        assert isinstance(got, Again)
    else:
        assert isinstance(got, Reading)
        assert (got.value, got.confirm, got.hedged) == (value, "", False)


@pytest.mark.parametrize(("text", "value", "hedged"), READ_BACK)
def test_a_doubtful_date_is_read_back(text: str, value: str, hedged: bool) -> None:
    got = read(text, DATE, TODAY)
    assert isinstance(got, Reading)
    assert (got.value, got.hedged) == (value, hedged)
    assert got.confirm.endswith("Right?")


@pytest.mark.parametrize(("text", "named"), REFUSED)
def test_what_is_no_date_is_asked_again_and_the_reason_named(text: str, named: str) -> None:
    got = read(text, DATE, TODAY)
    assert isinstance(got, Again)
    assert named in got.why


def test_a_day_and_month_both_ways_round_are_named_in_the_question() -> None:
    got = read("6/19", DATE, TODAY)
    assert isinstance(got, Reading)
    assert got.confirm == "June 19, 2025 (not June 2019). Right?"


def test_a_month_without_a_year_lies_ahead_where_the_question_looks_ahead() -> None:
    got = read("May 10", Slot(kind="date", tense="future"), TODAY)
    assert isinstance(got, Reading)
    assert got.value == "2026-05-10"


@pytest.mark.parametrize("text", ["May 8 2020, a Monday", "Monday, May 8, 2020"])
def test_a_weekday_that_does_not_fit_its_date_is_not_passed_over(text: str) -> None:
    got = read(text, DATE, TODAY)
    assert isinstance(got, Again)
    assert "Friday" in got.why


SPANS = [
    # Dana
    ("since feb 2021", "2021-02", "..", False),
    ("Feb 2021 to June 2023", "2021-02", "2023-06", False),
    ("from 2/1/2021 until 6/30/2023", "2021-02-01", "2023-06-30", False),
    ("I worked there from Feb 2021 through June 2023", "2021-02", "2023-06", False),
    ("feb 2021 - june 2023", "2021-02", "2023-06", False),
    ("Feb 2021\u2013June 2023", "2021-02", "2023-06", False),
    # Keisha
    ("from 9/3/2024 till now", "2024-09-03", "..", False),
    ("9/3/2024 - present", "2024-09-03", "..", False),
    ("I've been there since September 3, 2024", "2024-09-03", "..", False),
    ("started 9/3/2024, still there", "2024-09-03", "..", False),
    ("September 2024 to today", "2024-09", "..", False),
    # Robert
    ("10 Aug 2015 to 24 Jun 2022", "2015-08-10", "2022-06-24", False),
    ("August 10, 2015 - June 24, 2022", "2015-08-10", "2022-06-24", False),
    ("2015-08-10 to 2022-06-24", "2015-08-10", "2022-06-24", False),
    ("between August 2015 and June 2022", "2015-08", "2022-06", False),
    ("2015 - 2019", "2015", "2019", False),
    ("2015-2019", "2015", "2019", False),
    # Eleanor
    ("Aug 2016 to present", "2016-08", "..", False),
    ("2016 on", "2016", "..", False),
    ("Fall 2016 to now", "2016-23", "..", False),
    ("since 2016 and still going", "2016", "..", False),
    # Ana Lucía
    ("June 1, 2018 through August 31, 2021", "2018-06-01", "2021-08-31", False),
    ("I left in August 2021, started in June 2018", "2018-06", "2021-08", False),
    ("June to August 2021", "2021-06", "2021-08", True),
    ("May 3-7, 2021", "2021-05-03", "2021-05-07", True),
    ("Feb '21 to June '23", "2021-02", "2023-06", True),
    ("2015-19", "2015", "2019", True),
    ("from about 2012 to maybe 2015", "2012", "2015", True),
    ("9/2018 -", "2018-09", "..", True),
    ("8/16 to 9/18", "2016-08", "2018-09", True),
    ("8/16-present", "2016-08", "..", True),
    ("5/1-6/30/2021", "2021-05-01", "2021-06-30", True),
    ("feb 2021 to june", "2021-02", "2021-06", True),
    ("december 2019 to february", "2019-12", "2020-02", True),
    ("nov to feb 2020", "2019-11", "2020-02", True),
    ("2015 and 2017", "2015", "2017", True),
    ("June 1, 2018 -- August 31, 2021", "2018-06-01", "2021-08-31", False),
    ("just one day, 4/12/2022", "2022-04-12", "2022-04-12", False),
]


@pytest.mark.parametrize(("text", "start", "end", "asks"), SPANS)
def test_a_span_is_read_whole(text: str, start: str, end: str, asks: bool) -> None:
    got = read(text, SPAN, TODAY)
    assert isinstance(got, Reading)
    assert got.value == {"start": start, "end": end}
    assert bool(got.confirm) == asks


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Friday to Wednesday", ["February 27", "February 25", "before"]),
        ("Feb 2021", ["February 2021", "end"]),
        ("until June 2023", ["June 2023", "start"]),
        ("Feb 30 2021 to now", ["February 30"]),
        ("full time", ["since Feb 2021"]),
        ("a few years", ["since Feb 2021"]),
        ("2015 to 2017 and 2019 to 2021", ["since Feb 2021"]),
        ("9 to 5", ["since Feb 2021"]),
        ("feb to june", ["Which years"]),
    ],
)
def test_half_a_span_or_a_reversed_one_is_asked_again(text: str, named: list[str]) -> None:
    got = read(text, SPAN, TODAY)
    assert isinstance(got, Again)
    for name in named:
        assert name in got.why


@pytest.mark.parametrize("text", ["the whole time", "all of it", "The entire time."])
def test_the_whole_time_is_an_answer_only_where_the_question_takes_it(text: str) -> None:
    assert read(text, SPAN, TODAY) == Reading("whole", "spans")
    assert isinstance(read(text, Slot(kind="span"), TODAY), Again)


@pytest.mark.parametrize(
    "text", ["i don't know", "not sure", "can't remember", "idk", "No idea!", "um, I don't remember"]
)
@pytest.mark.parametrize("slot", [DATE, SPAN])
def test_not_knowing_a_date_is_an_answer(text: str, slot: Slot) -> None:
    assert read(text, slot, TODAY) == Unsure()
