"""A call in fragments as staff type them: a name is just the name, an end no beginning, what is another's no fact."""

from pathlib import Path

import pytest
from call_talk import call_with, told_in


@pytest.mark.parametrize(
    ("words", "known", "notes"),
    [
        (
            "this is renee from early steps in Roanoke, calling for a friend",
            {"name": "renee"},
            ["from early steps in Roanoke", "calling for a friend"],
        ),
        ("hello this is Bob calling from Norfolk", {"name": "Bob"}, ["calling from Norfolk"]),
        (
            "been with Early Head Start for two and a half years, 30 hours a week",
            {"job": "Early Head Start", "length": "30 hours a week; for two and a half years"},
            [],
        ),
        (
            "home visitor at Little Steps a year",
            {"job": "home visitor, Little Steps", "length": "a year"},
            [],
        ),
        ("caller: Dee Park", {"name": "Dee Park"}, []),
        ("level II since 2019", {}, ["level II since 2019"]),
        ("50 hours RS wiht Dr. Okafor", {"reflective": "Dr Okafor, 50 hours"}, []),
        (
            "at EHS since 2015, teacher at CHIP before that",
            {"job": "EHS; teacher, CHIP", "length": "EHS: 2015 – now"},
            [],
        ),
    ],
)
def test_a_name_is_just_the_name(words: str, known: dict[str, str], notes: list[str], tmp_path: Path) -> None:
    call = call_with(tmp_path, words)
    assert (told_in(call), call.notes()) == (known, notes)


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (
            "I'm already endorsed, level II, but it went inactive in 2023",
            "II: Infant Family Specialist; it went inactive in 2023",
        ),
        (
            "endorsed at level II since 2016, let it lapse in 2020",
            "II: Infant Family Specialist, 2016; let it lapse in 2020",
        ),
    ],
)
def test_the_end_of_an_endorsement_is_not_when_it_was_given(words: str, known: str, tmp_path: Path) -> None:
    assert told_in(call_with(tmp_path, words)) == {"standing": known}


def test_what_is_somebody_elses_is_a_note_and_one_is_told_that_the_fact_stands(tmp_path: Path) -> None:
    call = call_with(tmp_path, "been with Head Start since 2019")
    before = told_in(call)
    heard = call.hear("actually that's my sister's job, not mine")
    assert told_in(call) == before
    assert call.notes() == ["actually that's my sister's job, not mine"]
    assert "undo twice" in heard.messages[-1].text


def test_a_no_to_what_was_read_back_says_how_to_put_it_right(tmp_path: Path) -> None:
    call = call_with(tmp_path, "been with Head Start since 2019")
    assert "undo takes it back" in call.hear("no").messages[0].text
    assert not call.notes()


@pytest.mark.parametrize("words", ["already endorsed at level II and wants III", "she's moving to level iii"])
def test_the_close_names_the_level_that_a_caller_wants(words: str, tmp_path: Path) -> None:
    assert "III Infant Mental Health Specialist" in call_with(tmp_path, words).closing().levels


def test_the_close_names_no_day_that_rests_on_a_time_nobody_told(tmp_path: Path) -> None:
    assert call_with(tmp_path, "works at Early Head Start").closing().action == (
        "Still to tell: since when, and until when. It is for this: CDA, Associate's degree, or two years of paid work."
    )


@pytest.mark.parametrize("more", ["", "g: ?", "no other job"])
def test_a_job_without_its_dates_keeps_a_level_worth_exploring_and_the_close_names_the_dates(
    more: str, tmp_path: Path
) -> None:
    said = ["Bachelor's from ODU 2015", "home visitor at Smart Beginnings, babies, paid, full time"]
    close = call_with(tmp_path, *said, *filter(None, [more])).closing()
    assert close.levels == "I Infant Family Associate; II Infant Family Specialist"
    assert close.gaps[0] == "Two years of paid professional work: since when, and until when"


def test_a_job_whose_dates_are_too_few_offers_no_level(tmp_path: Path) -> None:
    said = ["Bachelor's from ODU 2015", "home visitor at Smart Beginnings since 2025, babies, paid, full time"]
    assert call_with(tmp_path, *said).closing().levels == "I Infant Family Associate"


def test_whether_one_is_taken_back_is_answered(tmp_path: Path) -> None:
    (message,) = call_with(tmp_path).hear("will you take me back?").messages
    assert "only the association decides" in message.text


def test_what_one_is_at_an_agency_is_no_other_job(tmp_path: Path) -> None:
    call = call_with(tmp_path, "works at EHS since 2015, home visitor, babies and toddlers")
    assert told_in(call)["job"] == "home visitor, EHS"


def test_a_mentor_who_supervises_is_not_taken_for_a_clinical_one(tmp_path: Path) -> None:
    call = call_with(tmp_path, "RS with Dr. Okafor, she's a mentor, 50 hours")
    assert told_in(call)["reflective"] == "Dr Okafor, 50 hours; she's a mentor"


@pytest.mark.parametrize("both", ["full time both", "both full time"])
def test_what_is_said_of_both_jobs_is_said_of_each(both: str, tmp_path: Path) -> None:
    call = call_with(tmp_path, f"works at Early Head Start and at Healthy Families, {both}")
    assert told_in(call)["length"] == "Early Head Start: Full-time; Healthy Families: Full-time"


def test_how_long_something_lasted_is_no_correction_of_a_name(tmp_path: Path) -> None:
    call = call_with(tmp_path, "this is Jo", "no wait, 5 yrs")
    assert (told_in(call), call.notes()) == ({"name": "Jo"}, ["no wait, 5 yrs"])
