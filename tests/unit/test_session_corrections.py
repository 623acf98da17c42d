"""What was said before is corrected by its everyday name, whichever question stands, and the change is shown."""

from pathlib import Path

import pytest
from memory import lines_of
from session_talk import APPLY, kinds, reach, say, talk, texts

from intake.session.session import Session

TWO_JOBS = APPLY | {"work.span": "from June 2019 to August 2021"}


def value(session: Session, section: str, field: str, number: int = 1) -> object:
    """What an entry of a list says."""
    return session.case.projection.docs[section][f"{section}-{number}"].get(field)


def settled(session: Session, words: str) -> str:
    """All that is said when `words` are typed and a question to read back is agreed to."""
    turn = session.say(words)
    said = texts(turn.messages)
    return said or texts(session.say("yes").messages)


@pytest.mark.parametrize(
    ("words", "section", "field", "new"),
    [
        ("my graduation year was 2015", "education", "awarded", "2015-05"),
        ("the school should be George Mason", "education", "school", "George Mason"),
        ("no, it was 30 hours, not 6", "training", "hours", 30),
        ("add 2 more hours to the hours", "training", "hours", 8),
        ("the training was called Touchpoints", "training", "title", "Touchpoints"),
        ("not VAIMH, Zero to Three", "training", "provider", "Zero to Three"),
        ("the month was March", "training", "date", "2025-03"),
        ("wrong year, it was 2024", "training", "date", "2024-10"),
    ],
)
def test_an_answer_is_corrected_by_its_name_at_another_question(
    tmp_path: Path, words: str, section: str, field: str, new: object
) -> None:
    script = APPLY | {"education.credential": "MSW"}
    session = reach(talk(tmp_path), script, "training.more")
    say(session, "yes", "Circle of Security", "VAIMH", "October 2025", "6")
    here = session.case.standing
    said = settled(session, words)
    assert "→" in said
    assert value(session, section, field) == new
    assert session.case.standing == here
    session.say("undo")
    assert value(session, section, field) != new


def test_the_end_of_the_second_job_is_changed_by_saying_so(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), TWO_JOBS, "supervision.more")
    say(session, "/add job", "nurse", "Thrive", "June 2018 to August 2020")
    settled(session, "the second job ended in May 2020")
    assert value(session, "work", "span", 2) == {"start": "2018-06", "end": "2020-05"}
    settled(session, "I'm still there")
    assert value(session, "work", "span", 2) == {"start": "2018-06", "end": ".."}
    assert value(session, "work", "span", 1) == {"start": "2019-06", "end": "2021-08"}


def test_an_end_before_the_start_is_refused_with_both_dates(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), TWO_JOBS, "work.schedule")
    before = session.case.state
    turn = session.say("the end date should be May 2018")
    assert kinds(turn) == ["problem"]
    assert "May 2018" in texts(turn.messages)
    assert "June 2019" in texts(turn.messages)
    assert session.case.state == before


def test_an_entry_is_taken_out_by_pointing_at_it(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    say(session, "yes", "Circle of Security", "VAIMH", "October 2025", "6")
    assert "Removed: Circle of Security" in texts(session.say("take that training off my list").messages)
    session.say("undo that")
    assert value(session, "training", "title") == "Circle of Security"


def test_a_wish_without_a_new_value_leads_to_the_question(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.other_name")
    session.say("oops, wrong school")
    assert session.case.standing.question == "education.school"


@pytest.mark.parametrize(
    "words",
    [
        "Actually Caring Inc",
        "No Limits Daycare",
        "Sorry House",
        "Make It Happen Inc.",
        "Not Just Daycare",
        "Change Makers",
    ],
)
def test_a_name_that_sounds_like_a_correction_is_an_answer(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "work.employer")
    assert kinds(session.say(words))[0] == "noted"
    assert value(session, "work", "employer") == words


def test_an_answer_that_uses_the_words_of_a_correction_stays_an_answer(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.span")
    say(session, "started Sept 2018, left in May 2021")
    assert value(session, "work", "span") == {"start": "2018-09", "end": "2021-05"}
    session = reach(talk(tmp_path), APPLY, "membership.ended")
    session.say("it was December 2024")
    assert session.case.projection.known["membership.ended"] == "2024-12"


def test_corrections_give_the_same_log_when_they_are_replayed(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY | {"education.credential": "MSW"}, "education.transcript")
    say(session, "my graduation year was 2015", "yes", "the school should be ODU", "actually no")
    assert talk(tmp_path, lines_of(session.case)).case.state == session.case.state


def test_a_yes_with_a_correction_takes_the_corrected_value(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY | {"education.credential": "master"}, "education.subject")
    say(session, "in pschology", "yes but its psychology, I mistyped")
    assert session.case.projection.docs["education"]["education-1"]["subject"] == "psychology"


def test_an_address_is_read_back_where_a_name_is_asked_for(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "references.more")
    assert session.say("ana.ruiz@example.org").prompt.ask == "Name: ana.ruiz@example.org. Right?"


def test_what_is_missing_names_the_questions_that_were_passed_over(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.provider")
    say(session, "skip", "October 2025", "not sure")
    told = texts(session.say("what is missing").messages)
    assert "Skipped, or not sure yet: In-service training: Circle of Security: provider; " in told


@pytest.mark.parametrize(
    ("words", "name"),
    [("actually it's Whitfield", "Dana Whitfield"), ("sorry, Dena", "Dena Whitfeild"), ("actually it's Robin Lee", "")],
)
def test_one_part_of_a_name_put_right_keeps_the_other(tmp_path: Path, words: str, name: str) -> None:
    session = talk(tmp_path)
    turn = say(session, "Dana Whitfeild", words)
    assert turn.prompt.ask.endswith(f"→ {name}. Right?") is bool(name)
    say(session, "yes")
    assert session.case.projection.known["applicant.name"] == (name or "Robin Lee")
