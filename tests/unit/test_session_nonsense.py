"""Nonsense at every question: a kind, specific word, the same question again, and nothing lost."""

from pathlib import Path

import pytest
from session_talk import APPLY, RENEW, kinds, reach, say, talk, texts, walk

from intake.interview.standing import MORE, Standing
from intake.session.session import Session
from intake.session.views import Turn
from intake.text import LONGEST_ANSWER, visible

#: Refused whatever is asked for.
NEVER = ["", "   ", "\t\n ", "\u200b\u200d", "a\ud800b", "x" * 25_000, "a" + "\u0301" * 200]
#: Refused by every reader; a name, a title or a description may be so.
NO_VALUE = [
    "asdf qwer zxcv",
    "y" * 10_000,
    "\x1b[31mred\x07\x00",
    "\x9b31m\x9d0;title\x9c",
    "\u202eevil\u2066",
    "Feb 30",
    "-5 hours",
    "from 2020 to 2019",
    "; DROP TABLE cases; --",
]


def takes_any_text(session: Session, here: Standing) -> bool:
    """Whether any words are an answer here: to a question of that kind, or to a list's gate that takes a title."""
    part = session.case.pack.flow.sections[here.section]
    question = part.questions[0] if here.field == MORE else part.by_field[here.field]
    return question.kind == "text"


def refused(session: Session, here: Standing, turn: Turn) -> None:
    """A problem was told, in words that can be read, and the same question stands again."""
    assert kinds(turn) == ["problem"], texts(turn.messages)
    text = turn.messages[0].text
    assert visible(text) == text
    assert text[0].isupper() or text[0].isdigit()
    assert 15 < len(text) < 600, text
    assert (turn.prompt.question, turn.prompt.item) == here
    assert not turn.saved
    assert not turn.over
    assert session.talker.pending is None


@pytest.mark.parametrize("script", [APPLY, RENEW], ids=["apply", "renew"])
def test_nonsense_is_refused_or_kept_as_text_and_nothing_is_lost(tmp_path: Path, script: dict[str, str]) -> None:
    session = talk(tmp_path)
    for here in walk(session, script):
        free = takes_any_text(session, here)
        before = session.case.state.content
        for words in [*NEVER, *(() if free else NO_VALUE)]:
            turn = session.say(words)
            if (
                session.talker.pending and "ends before it starts" in turn.prompt.ask
            ):  # and is offered the other way round
                assert session.case.state.content == before
                session.talker.pending = None
                continue
            refused(session, here, turn)
            assert session.case.state.content == before
        for words in NO_VALUE if free else ():
            turn = session.say(words)
            if session.talker.pending:  # a name that is a date or an amount is read back
                turn = session.say("yes")
            assert kinds(turn)[0] == "noted", f"{here.question}: {words!r}"
            assert visible(turn.messages[0].text) == turn.messages[0].text
            say(session, "/undo")
            assert session.case.state.content == before
        assert session.case.standing == here


@pytest.mark.parametrize("script", [APPLY, RENEW], ids=["apply", "renew"])
def test_not_knowing_is_noted_at_every_question_and_takes_nothing_else_away(
    tmp_path: Path, script: dict[str, str]
) -> None:
    session = talk(tmp_path)
    for here in walk(session, script):
        before = session.case.state.content
        turn = session.say("don't know")
        assert "not sure" in turn.messages[0].text
        assert session.case.standing != here
        after = session.case.state.content.sections
        for name, kept in before.sections.items():
            if name not in session.case.pack.flow.finishing and name != here.section:
                assert after[name] == kept
        say(session, "/undo")
        assert session.case.state.content == before


@pytest.mark.parametrize(
    ("question", "words", "told"),
    [
        ("applicant.email", "dana at work", "name@example.org"),
        ("education.awarded", "Feb 30", "30"),
        ("education.awarded", "from 2019 to 2020", "Which one date is meant here?"),
        ("training.date", "May 2017 or so and later", "May 2017"),
        ("training.hours", "-5 hours", "below zero"),
        ("training.hours", "999999", "2,000 hours is the most"),
        ("training.hours", "a few", "Your best estimate"),
        ("work.span", "May 2020", "When did it end?"),
        ("work.hours_per_week", "200", "168 hours is the most"),
        ("work.hours_per_week", "0", "0.5 hours is the least"),
        ("membership.current", "purple", "Please answer yes or no"),
        ("target.level", "specialist", "Which one is it?"),
        ("target.level", "6", "The choices are 1 I: Infant Family Associate"),
        ("work.ages", "babies and dinosaurs", "dinosaurs"),
        ("education.credential", "working on a Master's", "working on"),
    ],
)
def test_a_refusal_is_about_what_was_typed(tmp_path: Path, question: str, words: str, told: str) -> None:
    session = reach(talk(tmp_path), APPLY, question)
    here = session.case.standing
    turn = session.say(words)
    refused(session, here, turn)
    assert told in turn.messages[0].text


def test_an_answer_of_twenty_thousand_characters_is_kept_whole_and_one_more_is_refused(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.description")
    here = session.case.standing
    turn = session.say("x" * (LONGEST_ANSWER + 1))
    refused(session, here, turn)
    assert "20,001 characters" in turn.messages[0].text
    say(session, "x" * LONGEST_ANSWER)
    answer = session.case.projection.answer(*here)
    assert answer is not None
    assert (answer.value, answer.raw) == ("x" * LONGEST_ANSWER, "x" * LONGEST_ANSWER)


def test_a_long_story_where_a_date_is_asked_for_is_refused_with_its_length(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.awarded")
    here = session.case.standing
    turn = session.say("May 2017 " * 100)
    refused(session, here, turn)
    assert "899 characters" in turn.messages[0].text


def test_nonsense_at_the_end_is_answered_with_what_can_be_said(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "closed")
    for words in ("", "asdf", "y" * 10_000, "a\ud800b", "\x1b[2J"):
        turn = session.say(words)
        assert kinds(turn) == ["problem"]
        assert "review" in turn.prompt.ask
