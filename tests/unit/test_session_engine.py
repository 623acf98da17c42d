"""Commands that no front end gives in the ordinary way are refused too, and going back never fails."""

from pathlib import Path

import pytest
from session_talk import APPLY, RENEW, reach, say, talk

from intake.interview import commands as cmd


def test_going_back_from_a_question_further_on_than_the_first_open_one(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    say(session, "/add training")
    session.visit("training.hours", "training-1")
    say(session, "/back")
    assert session.case.standing.question == "training.title"


def test_a_file_cannot_be_put_with_an_entry_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(cmd.Refused):
        talk(tmp_path).case.do(cmd.Attach("education-9", "a.pdf", "0" * 64, 1))


def test_a_list_that_is_not_asked_for_cannot_be_called_complete(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), RENEW, "review.ready")
    with pytest.raises(cmd.Refused):
        session.case.do(cmd.Finish("education"))
