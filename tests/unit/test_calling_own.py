"""What one who calls for another, or a supervisor's licence, tells of nobody's work."""

from pathlib import Path

import pytest
from session_talk import talk

from intake.session.calling import Call


def _told(folder: Path, *said: str) -> tuple[dict[str, str], list[str]]:
    """What is known by line after words were said, and the notes."""
    call = Call(talk(folder))
    call.take_up()
    for words in said:
        call.hear(words)
    return {line.id: line.known for line in call.lines() if line.known}, call.notes()


@pytest.mark.parametrize(
    "words",
    ["I'm the supervisor of Beth Wood", "I'm the director of Ann Roe", "I am her director", "I'm his old supervisor"],
)
def test_whose_supervisor_one_is_tells_no_work_of_the_person_called_about(words: str, tmp_path: Path) -> None:
    assert _told(tmp_path, words) == ({}, [words])


@pytest.mark.parametrize("agency", ["Norfolk CSB", "Early Head Start"])
def test_who_directs_an_agency_works_there(agency: str, tmp_path: Path) -> None:
    known, notes = _told(tmp_path, f"I'm the director of {agency}")
    assert agency in known["job"]
    assert not notes


def test_what_one_who_calls_for_another_says_of_herself_is_a_note(tmp_path: Path) -> None:
    said = [
        "I'm calling for a colleague, she's called Lucía Pérez and is a home visitor at EHS",
        "I'm the director there",
        "she has an MSW",
    ]
    known, notes = _told(tmp_path, *said)
    assert known == {"name": "Lucía Pérez", "job": "home visitor, EHS", "education": "Master's degree, social work"}
    assert notes == ["I'm calling for a colleague", "I'm the director there"]


def test_the_licence_of_a_supervisor_is_no_other_job(tmp_path: Path) -> None:
    known, notes = _told(tmp_path, "home visitor at EHS", "supervised by Dr. Pam Ortiz, LCSW, since 2020")
    assert known["job"] == "home visitor, EHS"
    assert known["supervised"] == "supervised: yes, supervised dates: 2020 – now; by Dr. Pam Ortiz; LCSW"
    assert not notes


def test_two_jobs_at_half_time_are_two(tmp_path: Path) -> None:
    first = "works half time at the CSB in Norfolk since march 2020"
    known, _notes = _told(tmp_path, f"{first} and half time as a nanny supervisor at a daycare since 2018")
    assert known["job"] == "CSB in Norfolk; nanny supervisor, daycare"


def test_that_something_is_another_job_is_no_name_of_one(tmp_path: Path) -> None:
    known, _notes = _told(tmp_path, "home visitor at EHS", "the daycare is a different job")
    assert known["job"] == "home visitor, EHS; the daycare is a different job"
