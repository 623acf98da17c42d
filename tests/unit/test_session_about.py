"""What front ends stand on when an answer is picked: what a message is about, why it was asked, the list so far."""

from pathlib import Path

import pytest
from session_talk import APPLY, reach, say, talk, texts

from intake.session.copying import transcript_text
from intake.session.face import told
from intake.session.views import Message


def about(messages: tuple[Message, ...]) -> list[tuple[str, tuple[str, str] | None]]:
    """The kinds and what they are about."""
    return [(message.kind, message.about) for message in messages]


def test_an_answer_its_note_and_the_next_question_know_what_they_are_about(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.employer")
    turn = session.say("Chesterfield Infant Program")
    here = ("work.employer", "work-1")
    assert about(told("Chesterfield Infant Program", turn)) == [
        ("you", here),
        ("noted", here),
        ("asks", ("work.span", "work-1")),
    ]


def test_what_asks_something_of_the_program_is_about_no_answer(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.employer")
    assert about(told("why", session.say("why")))[0] == ("you", None)


def test_words_that_are_read_back_are_about_the_question_they_answer(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.hours")
    turn = session.say("12 x 2 hours")
    assert turn.prompt.marked
    assert about(told("12 x 2 hours", turn))[0] == ("you", ("training.hours", "training-1"))


def test_the_first_words_of_a_new_entry_and_several_facts_at_once_are_about_that_entry(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    turn = session.say("Circle of Security")
    assert ("noted", ("training.title", "training-1")) in about(turn.messages)
    session = reach(talk(tmp_path / "b"), APPLY, "education.more")
    turn = say(session, "MSW in social work from VCU, May 2017", "yes")
    noted = [message.about for message in turn.messages if message.kind == "noted"]
    assert [place and place[1] for place in noted] == ["education-1"]


def test_a_resumed_conversation_knows_what_its_messages_are_about(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.span")
    messages = session.history()
    assert all(message.about for message in messages)
    assert messages[-1] == Message("you", "Chesterfield Infant Program", ("work.employer", "work-1"))


def test_why_is_said_of_any_question_with_the_rule_it_counts_for(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.span")
    text = session.why("membership.current", "")
    assert "Membership is the first prerequisite" in text
    assert "“Membership in VAIMH ($25 per year)”" in text
    assert session.why("work.more", "").startswith("Why “Paid work” is asked: Each level asks")
    assert "is kept" in session.why("gone.field", "gone-1")
    assert session.why("closed", "") == "Everything has been asked."


def test_one_answer_is_shown_as_the_review_shows_it(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.span")
    rows = [row for row in session.review() if row.section.startswith("Paid work")]
    assert [session.row(row.question, row.item) for row in rows] == rows
    assert session.row("work.title", "work-9") is None
    assert session.row("work.more", "") is None
    assert session.row("nothing.here", "") is None


def test_the_list_being_built_is_a_table_of_what_tells_its_entries_apart(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.paid")
    found = session.entries()
    assert found is not None
    assert found.columns == ("job title", "employer", "dates")
    assert [row.cells for row in found.rows] == [("therapist", "Chesterfield Infant Program", "February 2021 – now")]
    assert (found.at, found.rows[0].question) == (0, "work.title")
    assert reach(session, APPLY, "supervision.more").entries() is None
    assert session.case.standing.question == "supervision.more"


def test_a_list_named_by_little_else_shows_its_choices(tmp_path: Path) -> None:
    found = reach(talk(tmp_path), APPLY, "references.status").entries()
    assert found is not None
    assert found.columns == ("name", "relation", "rating")
    assert found.rows[0].cells[2] == ""


@pytest.mark.parametrize(
    ("question", "words", "reading"),
    [
        ("membership.current", "y", "yes"),
        ("membership.current", "not sure", "not sure"),
        ("work.more", "nope", "no"),
        ("education.awarded", "may 2017", "May 2017"),
        ("work.employer", "yes", ""),
    ],
)
def test_the_live_reading_is_what_would_be_taken(question: str, words: str, reading: str, tmp_path: Path) -> None:
    assert reach(talk(tmp_path), APPLY, question).live(words) == reading


def test_while_something_waits_for_a_yes_words_are_read_as_yes_or_no(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.hours")
    session.say("12 x 2 hours")
    assert (session.live("yep"), session.live("30")) == ("yes", "")


def test_a_copied_conversation_tells_who_speaks_without_colour(tmp_path: Path) -> None:
    messages = (
        Message("asks", "Where?"),
        Message("you", "At VCU\nin Richmond"),
        Message("noted", "Saved."),
        Message("asks", "When?"),
        Message("problem", "That is no date."),
    )
    assert transcript_text(messages) == "Where?\n> At VCU\n> in Richmond\n  Saved.\n\nWhen?\n  ! That is no date.\n"


@pytest.mark.parametrize("words", ["hold on the phone is ringing", "brb", "one moment", "hold on a sec"])
@pytest.mark.parametrize("question", ["work.title", "work.paid"])
def test_an_interruption_leaves_the_question_and_the_case_open(tmp_path: Path, question: str, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, question)
    turn = session.say(words)
    assert texts(turn.messages) == "Take your time. The question waits, and everything is saved."
    assert (turn.over, turn.prompt.question) == (False, question)


@pytest.mark.parametrize(
    ("question", "words", "told"),
    [
        ("target.level", "which should i pick?", "I cannot choose for you."),
        ("ethics.read", "where can i read it", "The association gives out its Code of Ethics"),
        ("sign.name", "what am i signing exactly?", "You sign the Code of Ethics as you have read it"),
    ],
)
def test_what_people_ask_at_a_question_is_answered_from_the_pack(
    tmp_path: Path, question: str, words: str, told: str
) -> None:
    turn = reach(talk(tmp_path), APPLY, question).say(words)
    assert texts(turn.messages).startswith(told)
    assert turn.prompt.question == question
