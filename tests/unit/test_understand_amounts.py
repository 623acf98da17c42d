"""Numbers, hours and lengths of time as people say them: words, sums, sessions, rates, and what is no amount at all."""

import datetime as dt

import pytest

from intake.understand.lengths import how_long, length
from intake.understand.read import read
from intake.understand.slots import Again, Reading, Slot, Unsure
from intake.understand.words import plain

TODAY = dt.date(2026, 3, 1)
NUMBER = Slot(kind="number", least=0)
HOURS = Slot(kind="hours", least=0, most=100_000)

PLAIN_HOURS = [
    ("34", 34),
    ("34 hours", 34),
    ("thirty-four hours", 34),
    ("34 training hours", 34),
    ("10 group RS hours", 10),
    ("ten", 10),
    ("12.5 hours", 12.5),
    ("12.5 hrs.", 12.5),
    ("1,200 hours", 1200),
    ("90 minutes", 1.5),
    ("45 min", 0.75),
    ("an hour", 1),
    ("an hour and a half", 1.5),
    ("one and a half hours", 1.5),
    ("1 1/2 hours", 1.5),
    ("2\u00bd hours", 2.5),
    ("half an hour", 0.5),
    ("half hour", 0.5),
    ("two hours and 30 minutes", 2.5),
    ("2 hours 45 minutes", 2.75),
    ("a hundred and twenty hours", 120),
    ("it was 80 hours", 80),
    ("55 hours of reflective supervision", 55),
    ("58 clock hours total", 58),
    ("none", 0),
    ("zero", 0),
    ("none yet", 0),
    ("a 10-hour training", 10),
    ("two-and-a-half hours", 2.5),
    ("thirty (30) hours", 30),
    (".5", 0.5),
    ("a 90-minute webinar", 1.5),
    ("45m", 0.75),
    ("2 hours and 30 mins", 2.5),
    ("six & a half hours", 6.5),
    ("I haven't done any", 0),
    ("16 even", 16),
]
READ_BACK_HOURS = [
    ("twelve two-hour sessions", 24, False, "12 \u00d7 2 hours = 24 hours. Right?"),
    ("12 x 2 hours", 24, False, "12 \u00d7 2 hours = 24 hours. Right?"),
    ("12 sessions of 2 hours each", 24, False, "12 \u00d7 2 hours = 24 hours. Right?"),
    ("2 hours a session, 12 sessions", 24, False, "12 \u00d7 2 hours = 24 hours. Right?"),
    ("12 sessions, 2 hours each", 24, False, "12 \u00d7 2 hours = 24 hours. Right?"),
    ("ten 90-minute sessions", 15, False, "10 \u00d7 90 minutes = 15 hours. Right?"),
    ("6 hours a day for 3 days", 18, False, "3 \u00d7 6 hours = 18 hours. Right?"),
    ("2 hours a month for a year", 24, False, "12 \u00d7 2 hours = 24 hours. Right?"),
    ("an hour a week for 10 weeks", 10, False, "10 \u00d7 1 hour = 10 hours. Right?"),
    ("6 hours Friday, 5 hours Saturday", 11, False, "6 hours + 5 hours = 11 hours. Right?"),
    ("1.5 CEUs", 15, False, "1.5 CEUs = 15 hours, at 10 contact hours each. Right?"),
    ("about 30", 30, True, "About 30 hours. Right?"),
    ("30ish", 30, True, "About 30 hours. Right?"),
    ("around thirty hours I think", 30, True, "About 30 hours. Right?"),
    ("30 hours or so", 30, True, "About 30 hours. Right?"),
    ("30+", 30, True, "About 30 hours. Right?"),
    ("at least 50 hours", 50, True, "About 50 hours. Right?"),
    ("maybe 12?", 12, True, "About 12 hours. Right?"),
    ("6 hrs/day for 3 days", 18, False, "3 \u00d7 6 hours = 18 hours. Right?"),
    ("3 days, 6 hours a day", 18, False, "3 \u00d7 6 hours = 18 hours. Right?"),
    ("50 hours over 2 years", 50, False, "50 hours. Right?"),
    ("1.200 hours", 1.2, False, "1.2 hours. Right?"),
    ("30+ hours", 30, True, "About 30 hours. Right?"),
    ("30 huors", 30, False, "30 hours. Right?"),
    ("a couple of hours", 2, True, "About 2 hours. Right?"),
    ("20 to 25 hours", 20, True, "You said 20 to 25 hours. Shall I write down 20 hours, the lower figure?"),
    ("9am to 4pm", 7, False, "7 hours. Right?"),
    ("9:00am-4:30pm", 7.5, False, "7.5 hours. Right?"),
    ("1-3pm", 2, False, "2 hours. Right?"),
    ("11-1pm", 2, False, "2 hours. Right?"),
    ("10 a.m. to noon", 2, False, "2 hours. Right?"),
    ("8pm to midnight", 4, False, "4 hours. Right?"),
    ("two days, 9am to 4pm", 14, False, "2 \u00d7 7 hours = 14 hours. Right?"),
    ("2h15", 2.25, False, "2.25 hours. Right?"),
    ("three quarters of an hour", 0.75, False, "0.75 hours. Right?"),
    ("8 hrs minus an hour lunch", 7, False, "8 hours \u2212 1 hour = 7 hours. Right?"),
    ("10 per year for 3 years", 30, False, "3 \u00d7 10 hours = 30 hours. Right?"),
    ("2 hours twice a month for a year", 48, False, "24 \u00d7 2 hours = 48 hours. Right?"),
    ("monthly for a year, 2 hours each", 24, False, "12 \u00d7 2 hours = 24 hours. Right?"),
    ("ten weekly 90-minute sessions", 15, False, "10 \u00d7 90 minutes = 15 hours. Right?"),
    ("four Saturdays, 3 hours each", 12, False, "4 \u00d7 3 hours = 12 hours. Right?"),
    ("6 + 5", 11, False, "6 hours + 5 hours = 11 hours. Right?"),
    ("12 x 2 hrs = 24", 24, False, "12 \u00d7 2 hours = 24 hours. Right?"),
    ("our training was 15 hours", 15, False, "15 hours. Right?"),
    ("40 group and 15 individual", 55, False, "40 hours + 15 hours = 55 hours. Right?"),
    ("10 group and 20 individual hours", 30, False, "10 hours + 20 hours = 30 hours. Right?"),
    ("2 hours a week for 6 months", 52, True, "2 hours a week for 6 months = 52 hours. Right?"),
    ("every other week for a year, 1 hr each", 26, True, "1 hour every other week for a year = 26 hours. Right?"),
    ("1.5 every other week for a year", 39, True, "1.5 hours every other week for a year = 39 hours. Right?"),
    ("an hour three times a week for a year", 156, True, "1 hour 3 times a week for a year = 156 hours. Right?"),
    ("an hour every other week for 10 weeks", 5, False, "5 \u00d7 1 hour = 5 hours. Right?"),
    ("twice a month an hour each, all of last year", 24, False, "24 \u00d7 1 hour = 24 hours. Right?"),
    ("9 to 5", 8, False, "8 hours. Right?"),
    ("9 to 4 w an hour for lunch", 6, False, "7 hours \u2212 1 hour = 6 hours. Right?"),
    ("9 to 330 with 30 min for lunch", 6, False, "6.5 hours \u2212 30 minutes = 6 hours. Right?"),
    ("eight-thirty to noon", 3.5, False, "3.5 hours. Right?"),
    ("8:30-11:45", 3.25, False, "3.25 hours. Right?"),
    ("hour and fifteen", 1.25, False, "1 hour and 15 minutes = 1.25 hours. Right?"),
    ("6 wednesdays, hour and a half each time", 9, False, "6 \u00d7 1.5 hours = 9 hours. Right?"),
    ("I did 16 of the 20 hours", 16, False, "16 hours. Right?"),
    ("58 if you count the webinars", 58, True, "About 58 hours. Right?"),
    ("None, I'm afraid. Nobody has ever offered it.", 0, False, "0 hours. Right?"),
    ("5 out of the 6", 5, False, "5 hours. Right?"),
    ("they wanted 12, I only got 5", 5, False, "5 hours. Right?"),
    ("eight 90 minute groups", 12, False, "8 \u00d7 90 minutes = 12 hours. Right?"),
    ("80, maybe 82", 80, True, "You said 80 to 82 hours. Shall I write down 80 hours, the lower figure?"),
    ("8 to 12", 8, True, "You said 8 to 12 hours. Shall I write down 8 hours, the lower figure?"),
    ("an hour or two", 1, True, "You said 1 to 2 hours. Shall I write down 1 hour, the lower figure?"),
    ("30-45 minutes", 0.5, True, "You said 0.5 to 0.75 hours. Shall I write down 0.5 hours, the lower figure?"),
]
NO_HOURS = [
    ("-5", "below zero"),
    ("minus five hours", "below zero"),
    ("negative 3", "below zero"),
    ("2 hours a week", "in all"),
    ("weekly", "hours"),
    ("2 days", "hours"),
    ("a lot", "a lot"),
    ("a few hours", "few"),
    ("several", "several"),
    ("less than 20 hours", "less than"),
    ("up to 20", "up to"),
    ("May 2017", "hours"),
    ("200,000 hours", "100,000"),
    ("30 dollars", "hours"),
    ("12 12", "hours"),
    ("twenty twelve", "hours"),
    ("1,5 hours", "hours"),
    ("2 hours every other week", "hours"),
    ("add 2 more hours", "hours"),
    ("99999999999999999999", "hours"),
    ("hundreds", "hours"),
    ("two thousand one thousand", "hours"),
    ("right", "hours"),
    ("there", "hours"),
    ("hours", "hours"),
    ("3 credits", "hours"),
    ("10 and 20", "hours"),
    ("9 to 5 with lunch off and on", "hours"),
    ("40 hours and 15", "hours"),
    ("4 of 6 hours", "hours"),
    ("22 of the 20 hours", "hours"),
    ("5 hours in 2023 and 10 in 2024", "hours"),
    ("10 to 8", "hours"),
    ("5 to 3", "hours"),
    ("1 hour every other week", "in all"),
    ("8 hours each", "in all"),
    ("10-12 hour sessions", "hours"),
    ("5 hours in 2023 and 6 in 2024", "hours"),
    ("1.5 hours biweekly for a year", "biweekly"),
    ("12 x 2 = 25", "hours"),
    ("90 minute webinars", "hours"),
    ("12, 13", "hours"),
    ("point", "hours"),
    ("<10", "<"),
]
NUMBERS = [
    ("12", 12),
    ("twelve", 12),
    ("twenty-four", 24),
    ("Twenty four", 24),
    ("one hundred and twenty", 120),
    ("1,200", 1200),
    ("two thousand five hundred", 2500),
    ("one and a half", 1.5),
    ("three point five", 3.5),
    ("2.5", 2.5),
    ("#3", 3),
    ("(12)", 12),
    ("1.2k", 1200),
    ("half a million", 500_000),
    ("a dozen", 12),
    ("two dozen", 24),
    ("half a dozen", 6),
    ("two thirds", 0.666667),
    ("one and three quarters", 1.75),
    ("1 point 5", 1.5),
    ("12 (twelve)", 12),
    ("none right now", 0),
    ("I don't have any", 0),
    ("No. 12", 12),
    ("just the one", 1),
    ("three of them", 3),
    ("none", 0),
]


@pytest.mark.parametrize(("text", "value"), PLAIN_HOURS)
def test_hours_are_read(text: str, value: float) -> None:
    assert read(text, HOURS, TODAY) == Reading(value, "hours")


@pytest.mark.parametrize(("text", "value", "hedged", "confirm"), READ_BACK_HOURS)
def test_worked_out_or_doubtful_hours_are_read_back(text: str, value: float, hedged: bool, confirm: str) -> None:
    got = read(text, HOURS, TODAY)
    assert isinstance(got, Reading)
    assert (got.value, got.hedged, got.confirm) == (value, hedged, confirm)


@pytest.mark.parametrize(("text", "named"), NO_HOURS)
def test_what_is_no_total_is_asked_again(text: str, named: str) -> None:
    got = read(text, HOURS, TODAY)
    assert isinstance(got, Again)
    assert named in got.why


def test_a_weekly_rate_is_an_answer_where_the_question_asks_for_one() -> None:
    weekly = Slot(kind="hours", least=0, most=168, per="week")
    for text in ("40 hours a week", "40", "40 hrs/week", "40 hours per week", "40 a week", "forty hours weekly"):
        assert read(text, weekly, TODAY) == Reading(40, "hours"), text
    ranged = read("35 to 40 hours a week", weekly, TODAY)
    assert isinstance(ranged, Reading)
    assert (ranged.value, ranged.upto) == (35, 40)
    again = read("40 hours a month", weekly, TODAY)
    assert isinstance(again, Again)
    assert "week" in again.why


@pytest.mark.parametrize("text", ["9 to 5", "9am to 5pm"])
def test_the_hours_of_a_day_are_no_answer_for_a_week(text: str) -> None:
    got = read(text, Slot(kind="hours", least=0, most=168, per="week"), TODAY)
    assert isinstance(got, Again)
    assert "week" in got.why


@pytest.mark.parametrize("text", ["200", "169 hours"])
def test_more_hours_than_a_week_has_are_refused_with_the_limit(text: str) -> None:
    got = read(text, Slot(kind="hours", least=0, most=168, per="week"), TODAY)
    assert isinstance(got, Again)
    assert "168" in got.why


def test_a_ceu_is_worth_what_the_slot_says() -> None:
    got = read("2 CEUs", Slot(kind="hours", ceu_hours=12), TODAY)
    assert isinstance(got, Reading)
    assert got.value == 24


def test_a_range_keeps_its_upper_end() -> None:
    got = read("two or three", NUMBER, TODAY)
    assert isinstance(got, Reading)
    assert (got.value, got.upto, got.hedged) == (2, 3, True)


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numbers_are_read(text: str, value: float) -> None:
    assert read(text, NUMBER, TODAY) == Reading(value, "numbers")


@pytest.mark.parametrize(
    ("text", "value", "hedged"),
    [
        ("about 15", 15, True),
        ("15 or so", 15, True),
        ("a couple", 2, True),
        ("ninty", 90, False),
        ("12 families", 12, False),
        ("40 hours a week", 40, False),
        ("tenish", 10, True),
        ("upwards of 30", 30, True),
        ("my caseload is 12", 12, False),
        ("I see 12 families right now", 12, False),
        ("on average 10", 10, True),
        ("zero, I don't carry a caseload", 0, False),
        ("9 counting the twins", 9, True),
    ],
)
def test_a_doubtful_number_is_read_back(text: str, value: float, hedged: bool) -> None:
    got = read(text, NUMBER, TODAY)
    assert isinstance(got, Reading)
    assert (got.value, got.hedged) == (value, hedged)
    assert got.confirm.endswith("Right?")


@pytest.mark.parametrize(
    "text",
    [
        "it varies",
        "fifth",
        "sixth",
        "some",
        "five five",
        "3 of 5",
        "-2",
        "between",
        "NaN",
        "1e9",
        "\u0663",
        "\u00b2",
        "one million million million",
        "third",
        "3 / \u00b2",
        "twenty-something",
        "twenty-first",
        "3rd",
        "29km",
        "12 May",
        "555-1234",
        "1O",
        "point",
        "three crores",
        "12 out of 15",
        "12 families, 15 children",
        "none, except the twins",
    ],
)
def test_no_number_is_made_up(text: str) -> None:
    assert isinstance(read(text, NUMBER, TODAY), Again)


@pytest.mark.parametrize("slot", [NUMBER, HOURS])
@pytest.mark.parametrize("text", ["no idea", "dunno", "I'd have to check", "I'm not sure."])
def test_not_knowing_an_amount_is_an_answer(text: str, slot: Slot) -> None:
    assert read(text, slot, TODAY) == Unsure()


@pytest.mark.parametrize("text", ["between 5 and 10", "anywhere from 5 to 10", "it's usually 5 to 10 families"])
def test_a_range_is_found_within_its_sentence(text: str) -> None:
    got = read(text, NUMBER, TODAY)
    assert isinstance(got, Reading)
    assert (got.value, got.upto) == (5, 10)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2 yrs 3 mos", "P2Y3M"),
        ("1y6m", "P1Y6M"),
        ("year and a half", "P1Y6M"),
        ("three quarters of a year", "P9M"),
        ("a month and a half", "P1.5M"),
        ("two and a half weeks", "P2.5W"),
        ("a year & 3 months", "P1Y3M"),
        ("an hour and 15 minutes", "PT1H15M"),
        ("no time at all", "P0D"),
        ("I've been doing this for 12 years", "P12Y"),
        ("for the past 5 years", "P5Y"),
    ],
)
def test_a_length_of_time_is_read(text: str, iso: str) -> None:
    got = length(plain(text))
    assert got is not None
    assert (got.length.iso(), got.upto, got.hedged) == (iso, None, False)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("going on 3 years", "P3Y"),
        ("10+ years", "P10Y"),
        ("five or so years", "P5Y"),
        ("15 years as a home visitor", "P15Y"),
        ("a couple of years", "P2Y"),
        ("6m", "P6M"),
        ("we lived there for two years", "P2Y"),
    ],
)
def test_a_doubtful_length_of_time_is_marked(text: str, iso: str) -> None:
    got = length(plain(text))
    assert got is not None
    assert (got.length.iso(), got.hedged) == (iso, True)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("a year or two", "P1Y", "P2Y"),
        ("6 months to a year", "P6M", "P1Y"),
        ("between 6 months and a year", "P6M", "P1Y"),
        ("6-8 weeks", "P6W", "P8W"),
    ],
)
def test_both_ends_of_a_length_of_time_are_kept(text: str, low: str, high: str) -> None:
    got = length(plain(text))
    assert got is not None
    assert got.upto is not None
    assert (got.length.iso(), got.upto.iso()) == (low, high)


@pytest.mark.parametrize(
    "text",
    ["since forever", "several years", "two and a half", "-3 years", "2 years, 3 years", "a semester", "next year",
     "less than a year", "3 years come June", "two years or one", "I was not there for 2 years"],
)  # fmt: skip
def test_no_length_of_time_is_made_up(text: str) -> None:
    assert length(plain(text)) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("6", "P6Y"),
        ("abt 4", "P4Y"),
        ("4 years as of last month", "P4Y"),
        ("three years in the church nursery, nobody paid me", "P3Y"),
        ("a year and a half, since may of last year", "P1Y6M"),
        ("almost 4 and a half years but part time", "P4Y6M"),
        ("ten years this past August", "P10Y"),
        ("4 years 10 months and some days", "P4Y10M"),
        ("six weeks, I just started", "P6W"),
        ("3 yrs in lima plus 2 and a half here", "P5Y6M"),
        ("6 yrs 10 months in the nicu plus 4 more doing home visits", "P10Y10M"),
        ("2yrs full time and then 1 yr part time", "P3Y"),
        ("feb 2021 to june 2023 so 2 years and 5 months", "P2Y5M"),
        ("I've never worked with families directly", "P0D"),
    ],
)
def test_a_length_worked_out_of_a_longer_answer_is_to_be_read_back(text: str, iso: str) -> None:
    got = how_long(plain(text), "year")
    assert got is not None
    assert (got.length.iso(), got.upto, got.hedged) == (iso, None, True)


def test_a_length_that_was_said_in_full_needs_no_second_look() -> None:
    assert how_long(plain("2 years and 3 months"), "year") == length(plain("2 years and 3 months"))


def test_two_numbers_without_a_unit_are_a_range_of_lengths() -> None:
    got = how_long("4 or 5", "year")
    assert got is not None
    assert got.upto is not None
    assert (got.length.iso(), got.upto.iso()) == ("P4Y", "P5Y")


@pytest.mark.parametrize(
    "text",
    ["2019", "the", "full time", "since 2019", "my whole life", "I never left", "3 years, no 4", "2 years, 3 years",
     "3 years until I retire", "5 years less 2 months", "two years or one", "5 years, 2 of them in Virginia",
     "2 years but not in Virginia", "1,000"],
)  # fmt: skip
def test_an_answer_that_may_mean_another_length_is_none(text: str) -> None:
    assert how_long(plain(text), "year") is None


def test_a_bare_number_is_no_length_unless_a_unit_is_asked_for() -> None:
    assert how_long("6") is None
