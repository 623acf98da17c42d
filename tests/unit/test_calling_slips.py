"""Slips of the tongue in a call: what is put right in the same breath, or by a no to what was read back."""

from pathlib import Path

import pytest
from call_talk import call_with, told_in


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("she has a bachelor's, no sorry, a master's", {"education": "Master's degree"}),
        ("associate's, no wait, a bachelor's from ODU", {"education": "Bachelor's degree, ODU"}),
        ("MSW, no sorry a MEd", {"education": "Master's degree"}),
        ("bachelor's degree in 2014, I mean 2015", {"education": "Bachelor's degree, 2015"}),
        (
            "she started in 2018, sorry, 2019 at Head Start",
            {"job": "Head Start", "length": "she started in 2019"},
        ),
        ("works at EHS full time, no wait, part time", {"job": "EHS", "length": "Part-time"}),
        ("works at EHS from 2018 to 2020, sorry, 2021", {"job": "EHS", "length": "2018 – 2021"}),
        ("40 hours of training, sorry, 24", {"training": "24 hours of training"}),
        (
            "works at EHS, full time, no wait, part time, since 2019, I mean 2018",
            {"job": "EHS", "length": "2018 – now, Part-time"},
        ),
    ],
)
def test_a_value_put_right_in_the_same_breath_takes_the_place_of_the_one_before(
    words: str, known: dict[str, str], tmp_path: Path
) -> None:
    call = call_with(tmp_path, words)
    assert (told_in(call), call.notes()) == (known, [])


@pytest.mark.parametrize(
    ("said", "no", "known"),
    [
        ("works at EHS since 2019", "no, 2018", {"job": "EHS", "length": "2018 – now"}),
        ("RS with Ann Lee, 40 hours", "no, 24", {"reflective": "Ann Lee, 24 hours"}),
        ("bachelor's from VCU", "no, a master's", {"education": "Master's degree, VCU"}),
        ("works at EHS full time", "nope, part time", {"job": "EHS", "length": "Part-time"}),
    ],
)
def test_a_no_with_what_is_right_corrects_what_was_read_back(
    said: str, no: str, known: dict[str, str], tmp_path: Path
) -> None:
    call = call_with(tmp_path, said)
    assert call.hear(no).back.startswith("So: ")
    assert (told_in(call), call.notes()) == (known, [])


@pytest.mark.parametrize("no", ["no, 2018", "no, she was not"])
def test_a_no_that_corrects_nothing_of_its_kind_leaves_what_was_read_back(no: str, tmp_path: Path) -> None:
    call = call_with(tmp_path, "current member", no)
    assert told_in(call)["membership"].startswith("current member: yes")


def test_another_degree_with_more_to_it_leaves_the_one_taken_back_as_a_note(tmp_path: Path) -> None:
    call = call_with(tmp_path, "MSW from VCU, no sorry, a MEd from GMU")
    assert (told_in(call), call.notes()) == ({"education": "Master's degree, GMU"}, ["MSW from VCU"])


def test_a_no_before_what_there_is_none_of_is_no_correction(tmp_path: Path) -> None:
    call = call_with(tmp_path, "Ann Dole, her supervisor, has sent the rating", "no reflective supervision")
    assert told_in(call)["reflective"] == "none"
    assert told_in(call)["references"].startswith("Ann Dole, Supervisor")


@pytest.mark.parametrize("words", ["sorry she works at EHS since 2019", "works at EHS, actually since 2019"])
def test_a_word_of_slips_alone_puts_nothing_right(words: str, tmp_path: Path) -> None:
    assert told_in(call_with(tmp_path, words)) == {"job": "EHS", "length": "2019 – now"}


@pytest.mark.parametrize(
    ("said", "back", "kept"),
    [
        (
            "works in Virginia but lives in Maryland",
            "→ I work in Virginia but live elsewhere",
            "I work in Virginia but",
        ),
        ("lives in Maryland, works in Virginia", "→ I work in Virginia but live elsewhere", "I work in Virginia but"),
        ("works in Virginia", "→ I live and work in Virginia", "I live and work in Virginia"),
        ("lives in Virginia", "I live in Virginia (known already)", "I live in Virginia"),
    ],
)
def test_the_read_back_of_another_choice_is_what_is_kept(said: str, back: str, kept: str, tmp_path: Path) -> None:
    call = call_with(tmp_path, "she lives in Virginia")
    assert back in call.hear(said).back
    assert told_in(call)["virginia"].startswith(kept)


@pytest.mark.parametrize("words", ["yes that's right", "That is correct.", "yes, perfect, thank you"])
def test_a_yes_to_what_was_read_back_is_no_note(words: str, tmp_path: Path) -> None:
    call = call_with(tmp_path, "works at EHS since 2019", words)
    assert (told_in(call), call.notes()) == ({"job": "EHS", "length": "2019 – now"}, [])
