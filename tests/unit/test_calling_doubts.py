"""A caller who is not sure: that is no answer, and it takes no answer away."""

from pathlib import Path

import pytest
from session_talk import talk

from intake.session.calling import Call
from intake.session.sheet_lines import CallLine


def _lines(folder: Path, *said: tuple[str, str]) -> dict[str, CallLine]:
    """The lines after words were said, each with the line that was picked for it, that have something."""
    call = Call(talk(folder))
    call.take_up()
    for words, line in said:
        call.hear(words, line)
    return {line.id: line for line in call.lines() if line.state != "open"}


@pytest.mark.parametrize(
    ("words", "line", "known"),
    [
        ("not sure what that is", "reflective", ""),
        ("never heard of it", "reflective", ""),
        ("Dr. Lee, not sure about her credential", "reflective", "Dr Lee"),
        ("not sure who", "references", ""),
        ("no clue", "job", ""),
        ("not really sure", "education", ""),
    ],
)
def test_who_is_not_sure_at_a_line_has_told_nothing_of_it(words: str, line: str, known: str, tmp_path: Path) -> None:
    (told,) = _lines(tmp_path, (words, line)).values()
    assert (told.id, told.state, told.known) == (line, "unsure", known)


@pytest.mark.parametrize(
    ("told", "words", "line", "known"),
    [
        (
            "MSW from VCU 2016",
            "she's not sure whether the MSW counts",
            "education",
            "Master's degree, social work, VCU, 2016",
        ),
        ("MSW from VCU 2016", "she's not sure about the year", "education", "Master's degree, social work, VCU, 2016"),
        ("MSW from VCU", "no wait, she isn't sure about that degree", "education", "Master's degree, social work, VCU"),
        ("home visitor at EHS", "not sure whether the job counts", "job", "home visitor, EHS"),
        ("works at EHS", "isn't sure if she'll stay at the job", "job", "EHS"),
    ],
)
def test_a_doubt_is_kept_beside_what_was_told(told: str, words: str, line: str, known: str, tmp_path: Path) -> None:
    lines = _lines(tmp_path, (told, ""), (words, ""))
    assert list(lines) == [line]
    assert (lines[line].state, lines[line].known) == ("told", f"{known}; {words.removeprefix('no wait, ')}")


def test_who_does_not_know_since_when_is_not_sure_of_the_dates_alone(tmp_path: Path) -> None:
    lines = _lines(tmp_path, ("home visitor at EHS", ""), ("she isn't sure when she started the job", ""))
    assert {line.id: line.state for line in lines.values()} == {"job": "told", "length": "unsure"}


@pytest.mark.parametrize(
    "words",
    [
        "she's still in school for her MSW at VCU",
        "she's working on her master's, done in May",
        "MSW at VCU, she'll be done in May 2027",
        "she's an MSW student at VCU",
        "graduates in May with her bachelor's from JMU",
        "she has some college but no degree",
    ],
)
def test_a_degree_that_is_under_way_is_kept_as_words_and_counts_for_nothing(words: str, tmp_path: Path) -> None:
    lines = _lines(tmp_path, (words, ""))
    assert {name: line.known for name, line in lines.items()} == {"education": words}


def test_a_degree_that_is_under_way_leaves_the_one_that_is_held(tmp_path: Path) -> None:
    lines = _lines(tmp_path, ("has a bachelor's from ODU and working on her masters", ""))
    assert lines["education"].known == "Bachelor's degree, ODU; working on her masters"


@pytest.mark.parametrize("words", ["she also did a doula course", "she did a lactation certification course"])
def test_a_course_is_no_job(words: str, tmp_path: Path) -> None:
    assert {name: line.known for name, line in _lines(tmp_path, (words, "")).items()} == {"training": words}


@pytest.mark.parametrize(
    ("words", "line"), [("reflective supervision? not sure what that is", "reflective"), ("CDA? not sure", "education")]
)
def test_who_asks_back_what_she_does_not_know_is_not_sure_of_it(words: str, line: str, tmp_path: Path) -> None:
    assert {name: told.state for name, told in _lines(tmp_path, (words, "")).items()} == {line: "unsure"}


def test_a_degree_told_before_ends_on_the_day_to_come_that_is_told_later(tmp_path: Path) -> None:
    lines = _lines(tmp_path, ("MSW at VCU", ""), ("she'll be done in May 2027", ""))
    assert lines["education"].known == "Master's degree, social work, VCU, May 2027; she'll be done in May 2027"
