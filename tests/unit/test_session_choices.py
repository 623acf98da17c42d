"""Every choice can be taken by its number, its label, its id or any other name that the flow gives it."""

from pathlib import Path

import pytest
from session_talk import APPLY, RENEW, reach, say, talk, texts, walk

from intake.interview.flow import Question
from intake.session.session import Session


def taken(session: Session, question: Question) -> object:
    """What the last answer was."""
    last = session.case.state.content.last
    assert last is not None
    assert last.to.endswith(f".{question.field}"), f"{last.to} was answered in place of {question.field}"
    answer = session.case.projection.answer(last.to, last.item)
    return answer.value if answer else None


@pytest.mark.parametrize("script", [APPLY, RENEW], ids=["apply", "renew"])
def test_every_name_of_a_choice_is_an_answer_and_never_an_order(tmp_path: Path, script: dict[str, str]) -> None:
    session = talk(tmp_path)
    for here in walk(session, script):
        question = session.case.pack.flow.question(here.question)
        before = session.case.state.content
        for n, choice in enumerate(question.choices if question else (), start=1):
            assert question is not None
            for words in (str(n), choice.label, choice.label.upper(), choice.id, *choice.aliases):
                say(session, words)
                assert session.talker.pending is None, f"{here.question}: {words}"
                value = [choice.id] if question.kind == "choices" else choice.id
                assert taken(session, question) == value, f"{here.question}: {words}"
                say(session, "/undo")
                assert session.case.state.content == before


@pytest.mark.parametrize("script", [APPLY, RENEW], ids=["apply", "renew"])
def test_the_example_of_every_question_is_an_answer_to_it(tmp_path: Path, script: dict[str, str]) -> None:
    session = talk(tmp_path)
    for here in walk(session, script):
        question = session.case.pack.flow.question(here.question)
        if question is not None and question.example:
            before = session.case.state.content
            turn = session.say(question.example)
            assert turn.messages[0].kind == "noted", f"{here.question}: {question.example}"
            say(session, "/undo")
            assert session.case.state.content == before


def test_at_a_lists_gate_a_choice_begins_an_entry_with_it(tmp_path: Path) -> None:
    for words, credential in (("Another certificate", "certificate"), ("MSW", "master"), ("2", "cda")):
        session = talk(tmp_path)
        for _here in walk(session, APPLY, "education.more"):
            pass
        say(session, words)
        assert session.case.projection.docs["education"]["education-1"] == {"credential": credential}


def test_a_telephone_number_is_kept_for_machines_and_shown_for_people(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "applicant.phone")
    assert "That is not a whole telephone number" in texts(session.say("555-1234").messages)
    assert "804-353-1234 ext. 4" in texts(session.say("(804) 353 1234 ext 4").messages)
    assert session.case.projection.known["applicant.phone"] == "+18043531234;ext=4"
