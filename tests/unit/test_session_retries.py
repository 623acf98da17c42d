"""Asked again, it gets easier: an example or the choices, what is meant, ways round it, and a form to fill by keys."""

from pathlib import Path

import pytest
from session_talk import APPLY, kinds, reach, say, talk, texts


def test_each_failure_offers_more_help_and_another_question_begins_anew(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "membership.ended")
    first, second, third = (texts(session.say("purple").messages) for _try in range(3))
    assert "For example: December 2025" in first
    assert "step by step" not in second
    assert len(second) > len(first)
    assert "step by step" in third
    assert "skip" in third
    say(session, "skip", "level three")
    assert "skip" not in texts(session.say("purple").messages)


def test_a_failure_at_a_choice_lists_the_choices_by_number_and_once(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.transcript")
    for _try in range(3):
        said = texts(session.say("purple").messages)
        assert "3 Sent by the school" in said
        assert said.count("Sent by the school") == 1


@pytest.mark.parametrize(
    ("pieces", "awarded"),
    [
        (["2017", "5", "13"], "2017-05-13"),
        (["2017", "may", "not sure"], "2017-05"),
        (["2017", "not sure"], "2017"),
    ],
)
def test_a_date_is_put_together_step_by_step(tmp_path: Path, pieces: list[str], awarded: str) -> None:
    session = reach(talk(tmp_path), APPLY, "education.awarded")
    assert "Which year?" in texts(session.say("step by step").messages)
    say(session, *pieces)
    assert session.case.projection.docs["education"]["education-1"]["awarded"] == awarded


def test_a_span_is_put_together_step_by_step_and_may_still_go_on(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.span")
    say(session, "step by step", "2019", "6", "not sure", "no", "2021", "8", "not sure")
    assert session.case.projection.docs["work"]["work-1"]["span"] == {"start": "2019-06", "end": "2021-08"}
    session = reach(talk(tmp_path), APPLY, "work.span")
    say(session, "step by step", "2019", "not sure", "yes")
    assert session.case.projection.docs["work"]["work-1"]["span"] == {"start": "2019", "end": ".."}


def test_a_form_is_left_by_saying_something_else(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.awarded")
    say(session, "step by step", "2017")
    turn = session.say("May 2018")
    assert session.case.projection.docs["education"]["education-1"]["awarded"] == "2018-05"
    assert turn.saved
    session.say("undo")
    say(session, "step by step")
    assert kinds(session.say("skip")) == ["noted"]


def test_a_question_that_nothing_here_answers_goes_to_the_association_at_a_yes(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "membership.current")
    turn = session.say("do they take hours from a cruise ship nursery?")
    assert turn.prompt.ask.endswith("for the association?")
    session.say("yes")
    assert session.case.state.content.asked == ("do they take hours from a cruise ship nursery?",)
    assert session.case.standing.question == "membership.current"
