"""Numbers and hours as people say them: words, sums, sessions, rates, and what is no amount at all."""

import datetime as dt

import pytest

from intake.understand.read import read
from intake.understand.slots import Again, Reading, Slot, Unsure

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
    ("30-45 minutes", 0.5, True, "You said 0.5 to 0.75 hours. Shall I write down 0.5 hours, the lower figure?"),
]
NO_HOURS = [
    ("-5", "below zero"),
    ("minus five hours", "below zero"),
    ("negative 3", "below zero"),
    ("2 hours a week for 6 months", "in all"),
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
    ("10 group and 20 individual hours", "hours"),
    ("8 hours each", "in all"),
    ("10-12 hour sessions", "hours"),
    ("5 hours in 2023 and 6 in 2024", "hours"),
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
    again = read("40 hours a month", weekly, TODAY)
    assert isinstance(again, Again)
    assert "week" in again.why


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
    ],
)
def test_no_number_is_made_up(text: str) -> None:
    assert isinstance(read(text, NUMBER, TODAY), Again)


@pytest.mark.parametrize("slot", [NUMBER, HOURS])
@pytest.mark.parametrize("text", ["no idea", "dunno", "I'd have to check", "I'm not sure."])
def test_not_knowing_an_amount_is_an_answer(text: str, slot: Slot) -> None:
    assert read(text, slot, TODAY) == Unsure()
