"""The close of a call and its letter: what was told in words only, and what the caller is written."""

from pathlib import Path

import pytest
from session_talk import say, talk, texts

from intake.session.calling import Call


def _call(folder: Path, *said: str) -> Call:
    call = Call(talk(folder))
    call.take_up()
    for words in said:
        call.hear(words)
    return call


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
    close = _call(tmp_path, "current member", words).closing()
    assert ("Training or education" in close.gaps) is open_


def test_the_application_shows_the_words_of_the_call_where_it_asks_about_the_same(tmp_path: Path) -> None:
    call = _call(tmp_path, "about 40 hours of in-service trainings in all")
    call.go_on()
    told = "Told in the call, and kept in these words: “about 40 hours of in-service trainings in all”."
    assert told in texts(say(call.session, "go to trainings").messages)
    assert told not in texts(say(call.session, "go to references").messages)
