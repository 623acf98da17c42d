"""The close of a call and its letter: what was told in words only, and what the caller is written."""

from pathlib import Path

import pytest
from call_talk import call_with
from session_talk import say, texts

from intake.prescreen.letter import letter
from intake.session.call_record import record_of


@pytest.mark.parametrize(
    ("words", "open_"),
    [
        ("about 40 hours of in-service trainings in all", False),
        ("training on trauma, 6 hours, 2021", False),
        ("no trainings yet", True),
        ("not sure how many trainings", True),
    ],
)
def test_trainings_told_in_words_are_no_gap_and_none_at_all_are(words: str, open_: bool, tmp_path: Path) -> None:
    close = call_with(tmp_path, "current member", words).closing()
    assert any("Training or education" in gap for gap in close.gaps) is open_


def test_a_gap_of_which_nothing_was_told_says_so(tmp_path: Path) -> None:
    assert "Membership (not told yet)" in call_with(tmp_path, "bachelor's from ODU").closing().gaps
    assert "Membership" in call_with(tmp_path, "bachelor's from ODU", "membership lapsed").closing().gaps


def test_the_application_shows_the_words_of_the_call_where_it_asks_about_the_same(tmp_path: Path) -> None:
    call = call_with(tmp_path, "about 40 hours of in-service trainings in all")
    call.go_on()
    told = "Told in the call, and kept in these words: “about 40 hours of in-service trainings in all”."
    assert told in texts(say(call.session, "go to trainings").messages)
    assert told not in texts(say(call.session, "go to references").messages)


@pytest.mark.parametrize(
    "words",
    [
        "I did a training on trauma, 6 hours, in 2021, and one on touchpoints, 12 hours, in 2022, and ethics, 3 hours",
        "took a workshop on attachment, 4 hours, at VCU in 2023",
        "a training on trauma, 6 hours. Another on touchpoints, 12 hours in 2022",
    ],
)
def test_a_list_of_trainings_in_one_breath_stays_whole_and_stands_in_the_letter(words: str, tmp_path: Path) -> None:
    call = call_with(tmp_path, words)
    assert {line.id: line.known for line in call.lines() if line.known} == {"training": words}
    assert not call.notes()
    assert words in letter(record_of(call))


def test_what_is_no_training_ends_the_list_of_them(tmp_path: Path) -> None:
    said = "trainings in trauma, 6 hours, home visitor at EHS since 2019, full time, babies and toddlers, member"
    known = {line.id: line.known for line in call_with(tmp_path, said).lines() if line.known}
    assert known["training"] == "trainings in trauma, 6 hours"
    assert known["length"] == "2019 – now, Full-time"
    assert {"job", "ages", "membership"} <= known.keys()


@pytest.mark.parametrize("words", ["denise.farrow at gmail dot com", "her email is denise dot farrow at gmail dot com"])
def test_a_spelled_out_address_is_the_one_that_the_letter_goes_to(words: str, tmp_path: Path) -> None:
    call = call_with(tmp_path, words)
    assert record_of(call).email == "denise.farrow@gmail.com"
    assert not call.notes()


@pytest.mark.parametrize("words", ["works at EHS dot com", "works at gmail dot com since 2019"])
def test_where_somebody_works_is_no_address(words: str, tmp_path: Path) -> None:
    assert not record_of(call_with(tmp_path, words)).email
