"""What waits for a yes: dropped by undo, and left standing by a question or a change of something else."""

from pathlib import Path

import pytest
from session_talk import APPLY, reach, say, talk, texts

PHONE = "804 555 0143 i think"


@pytest.mark.parametrize(
    ("question", "words"),
    [("applicant.phone", PHONE), ("training.provider", "no more that i remember"), ("membership.current", "it lapsed"),
     ("education.more", "MSW from VCU, May 2017"), ("references.more", "i think so"), ("sign.name", "dana whitfeld")],
)  # fmt: skip
def test_undo_drops_what_waits_for_a_yes_and_takes_nothing_back_that_is_saved(
    tmp_path: Path, question: str, words: str
) -> None:
    session = reach(talk(tmp_path), APPLY, question)
    before = session.case.state.content
    assert say(session, words).prompt.kind == "yes_no"
    turn = say(session, "undo")
    assert session.talker.pending is None
    assert (session.case.state.content, turn.prompt.question) == (before, question)


@pytest.mark.parametrize(
    "aside",
    [
        ("can I have two of them?", "no"),
        ("can I have two of them?", "yes"),
        ("what is a flurb", "no"),
        ("my name is actually Rosa Delgado", "yes"),
        ("change my name to Rosa Delgado",),
        ("what is a clock hour?",),
    ],
)
def test_an_aside_leaves_a_read_back_standing(tmp_path: Path, aside: tuple[str, ...]) -> None:
    session = reach(talk(tmp_path), APPLY, "applicant.phone")
    ask = say(session, PHONE).prompt.ask
    assert "804-555-0143. Right?" in ask
    assert say(session, *aside).prompt.ask == ask
    say(session, "yes")
    assert session.case.projection.docs["applicant"][""]["phone"] == "+18045550143"


def test_another_answer_takes_the_place_of_one_that_waits(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "applicant.phone")
    say(session, PHONE, "804 555 0144")
    assert session.talker.pending is None
    assert session.case.projection.docs["applicant"][""]["phone"] == "+18045550144"


@pytest.mark.parametrize("words", ["yes go on", "yes, go ahead", "ok, next question", "Yes and let's move on please."])
def test_a_yes_from_somebody_who_wants_to_get_on_is_a_yes(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    say(session, "Circle of Security", "VAIMH", "October 2025", "6", "the hours were actually 8 i think", words)
    assert session.case.projection.docs["training"]["training-1"]["hours"] == 8


def test_a_yes_with_more_to_it_answers_no_other_question(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    say(session, "Circle of Security", "VAIMH", "October 2025", "6")
    ask = say(session, "the hours were actually 8 i think").prompt.ask
    turn = say(session, "yes it was in the fall")
    assert (turn.prompt.ask, "only at a yes" in texts(turn.messages)) == (ask, True)
