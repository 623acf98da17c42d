"""A question typed in haste, without its question mark, is no answer; a title that sounds like one still is."""

from pathlib import Path

import pytest
from session_talk import APPLY, reach, say, talk

ASKED = [
    ("training.title", "what counts as reflective supervision"),
    ("training.more", "does work with 4 year olds count"),
    ("training.provider", "why do I need an endorsement"),
    ("work.title", "does doula work count"),
    ("work.employer", "is telehealth ok"),
    ("work.more", "can I add a volunteer job"),
    ("education.school", "is a foreign school ok"),
    ("references.name", "who can be my reference"),
    ("references.more", "Does Ms Carter count twice"),
    ("references.more", "does it count if my aunt does it"),
]


@pytest.mark.parametrize(("question", "words"), ASKED)
def test_a_question_without_a_mark_is_never_saved_as_an_answer(tmp_path: Path, question: str, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, question)
    before = session.case.state.content
    turn = session.say(words)
    assert session.case.state.content == before
    assert turn.prompt.question == question


def test_a_title_that_sounds_like_a_question_is_kept_at_a_no(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    turn = session.say("how to talk so kids listen")
    assert turn.prompt.ask == "Is “how to talk so kids listen” a question, and not the answer?"
    say(session, "no")
    assert session.case.projection.docs["training"]["training-1"] == {"title": "how to talk so kids listen"}


@pytest.mark.parametrize("title", ["What Babies Know", "How to Talk So Kids Listen", "Can Do Kids", "will county"])
def test_a_title_written_as_one_is_taken_at_once(tmp_path: Path, title: str) -> None:
    session = reach(talk(tmp_path), APPLY, "training.title")
    session.say(title)
    assert session.case.projection.docs["training"]["training-1"]["title"] == title


@pytest.mark.parametrize("question", ["membership.current", "work.paid", "supervision.more"])
def test_at_a_yes_or_no_a_question_without_a_mark_is_answered(tmp_path: Path, question: str) -> None:
    session = reach(talk(tmp_path), APPLY, question)
    turn = session.say("is online supervision ok")
    assert not [one for one in turn.messages if one.kind == "problem"]
    assert turn.prompt.question == question
