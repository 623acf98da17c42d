"""A degree from another country: that it is from abroad is told by the country, which is the name of no school."""

from pathlib import Path

import pytest
from session_talk import talk

from intake.session.calling import Call


def _known(folder: Path, words: str) -> dict[str, str]:
    call = Call(talk(folder))
    call.take_up()
    call.hear(words)
    return {line.id: line.known for line in call.lines() if line.known}


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("bachelor's in psychology from Chile", "Bachelor's degree, psychology, from abroad: yes; from Chile"),
        (
            "bachelor's in psychology, Universidad de Chile, 2009, not from the US",
            "Bachelor's degree, psychology, Universidad de Chile, 2009, from abroad: yes",
        ),
        ("bachelor's from Georgia State", "Bachelor's degree, Georgia State"),
    ],
)
def test_the_country_of_a_degree_says_that_it_is_from_abroad(words: str, known: str, tmp_path: Path) -> None:
    assert _known(tmp_path, words) == {"education": known}


def test_the_country_of_a_job_says_nothing_of_a_degree(tmp_path: Path) -> None:
    assert "education" not in _known(tmp_path, "worked in Mexico as a nurse for 2 years")
