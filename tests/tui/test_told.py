"""A turn as a transcript: every word said, told and asked stands there once, in order."""

from intake.session.face import told
from intake.session.views import Message, Prompt, Turn

PROMPT = Prompt("q", "", "Paid work 1 · 1 of 9", "Were you paid for it?", "yes_no")
NOTED = Message("noted", "Saved.")


def test_the_words_come_first_and_the_question_last() -> None:
    assert [m.kind for m in told("yes", Turn((NOTED,), PROMPT))] == ["you", "noted", "asks"]


def test_nothing_is_said_twice() -> None:
    turn = Turn((Message("you", "yes"), NOTED, Message("asks", PROMPT.ask)), PROMPT)
    assert told("yes", turn) == turn.messages


def test_who_has_left_is_asked_nothing() -> None:
    assert told("pause", Turn((NOTED,), PROMPT, over=True)) == (Message("you", "pause"), NOTED)


def test_the_words_said_are_shown_and_never_obeyed() -> None:
    (said, *_rest) = told("\x1b[2J", Turn((), PROMPT))
    assert said.text == "␛[2J"
