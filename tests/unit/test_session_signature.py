"""The signature stands over the answers as they were: a change makes it stale, and signing again is enough."""

import hashlib
from pathlib import Path

import pytest
from memory import MemoryJournal, lines_of
from session_talk import APPLY, kinds, reach, say, talk, texts

from intake.bundle.check import check
from intake.bundle.signature import state_of
from intake.journal import chain
from intake.portfolio.document import answers
from intake.portfolio.signing import signed_digest
from intake.session.document import portfolio_of, rejudge
from intake.session.session import Session


def signed(tmp_path: Path) -> Session:
    """A session just signed."""
    session = reach(talk(tmp_path), APPLY, "sign.name")
    say(session, "Dana Whitfield")
    return session


def ethics(session: Session) -> str:
    """What is said of the signed Code of Ethics; the session and its document agree."""
    word = session.case.assessment.words()["portfolio.ethics"]
    assert answers(portfolio_of(session.case)).known["ethics.signed"] is (word == "met")
    return word


def test_signing_meets_the_requirement_and_records_what_was_signed(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "sign.name")
    assert ethics(session) == "not_met"
    turn = session.say("dana  whitfield")
    told = texts(turn.messages)
    assert told.startswith("Signed as dana  whitfield. Saved.\nYour copy of the record")
    assert ethics(session) == "met"
    signature = portfolio_of(session.case)["ethics"]["signature"]
    assert signature["portfolio_sha256"] == signed_digest(portfolio_of(session.case))
    assert signature["version"] == "revised 2017"
    assert signature["name_matches"] is True
    assert signature["signed_at"] == "2026-03-01T12:00:00+00:00"
    assert signature["clock"] == "a test's clock"
    assert signature["consent"].startswith("Your typed name stands for your signature")
    assert hashlib.sha256(signature["shown"].encode()).hexdigest() == signature["shown_sha256"]
    assert "By typing my name I sign the Code of Ethics" in signature["shown"]
    lines = session.case.journal.load("test")
    assert b'"kind":"signed"' in lines[signature["event"] - 1]
    assert signature["event_sha256"] == chain.head("", lines[: signature["event"]]).hex()
    assert signature["copy_given"].startswith("shown when it was signed")
    fields = set(signature) - {"shown", "copy_given", "name_matches", "event"}
    assert [field for field in fields if str(signature[field]) not in told] == []
    assert (f"Entry of the log: {signature['event']}" in told, "Same name as the applicant's: yes" in told) == (
        True,
        True,
    )


@pytest.mark.parametrize("words", ["/change my signature to Dana Whitfield", "Dana W."])
def test_a_name_signs_nothing_where_the_words_that_it_stands_for_are_not_shown(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "sign.name")
    say(session, "/goto training")
    turn = session.say(words) if words.startswith("/") else session.change("sign.name", "", words)
    assert kinds(turn) == ["problem"]
    assert "Say: sign the code." in turn.messages[0].text
    assert session.case.state.content.signature is None
    say(session, "sign the code", "Dana Whitfield")
    assert session.case.state.content.signature is not None


def test_another_name_is_kept_and_said(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "sign.name")
    asked = session.say("D. Whitfield")
    assert asked.prompt.ask == "The name on the application is “Dana Whitfield”. Sign as “D. Whitfield” all the same?"
    assert not asked.saved
    turn = session.say("yes")
    assert kinds(turn)[:2] == ["noted", "noted"]
    assert "The name on the application is Dana Whitfield" in texts(turn.messages)
    assert portfolio_of(session.case)["ethics"]["signature"]["name_matches"] is False
    assert ethics(session) == "met"


@pytest.mark.parametrize(
    "change",
    [
        "/change my email to new@example.org",
        "/change the hours of training 1 to 7",
        "/add training",
        "/remove reference 1",
        "/goto about me",
    ],
)
def test_a_change_after_signing_makes_the_signature_stale_and_a_look_does_not(tmp_path: Path, change: str) -> None:
    session = signed(tmp_path)
    say(session, change)
    looked = change.startswith("/goto")
    assert ethics(session) == ("met" if looked else "not_met")
    assert ("signature" in portfolio_of(session.case)["ethics"]) is looked


def test_signing_again_is_enough_and_stands_over_the_new_answers(tmp_path: Path) -> None:
    session = signed(tmp_path)
    first = portfolio_of(session.case)["ethics"]["signature"]
    say(session, "/change my email to new@example.org")
    assert ethics(session) == "not_met"
    say(session, "yes", "Dana Whitfield")
    assert ethics(session) == "met"
    second = portfolio_of(session.case)["ethics"]["signature"]
    assert second["portfolio_sha256"] == signed_digest(portfolio_of(session.case)) != first["portfolio_sha256"]
    assert second["event_sha256"] == chain.head("", lines_of(session.case)[: second["event"]]).hex()


def test_a_signature_knows_its_place_without_the_log_being_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = signed(tmp_path)
    again = talk(tmp_path, lines_of(session.case))
    monkeypatch.delattr(MemoryJournal, "load")
    assert portfolio_of(again.case) == portfolio_of(session.case)
    assert "event_sha256" in portfolio_of(again.case)["ethics"]["signature"]


def test_a_change_says_in_the_same_turn_that_the_signature_fell_and_an_undo_that_it_stands(tmp_path: Path) -> None:
    session = signed(tmp_path)
    assert "no longer stands" in texts(session.say("/change my email to new@example.org").messages)
    assert "no longer stands" in session.summary()
    assert "no longer stands" not in texts(session.say("/change the hours of training 1 to 7").messages)
    assert "stands again" in texts(say(session, "/undo", "/undo").messages)
    assert "it stands over these answers" in session.summary()


def test_a_signature_that_fell_stays_in_the_document_as_one_that_does_not_stand(tmp_path: Path) -> None:
    session = signed(tmp_path)
    record = portfolio_of(session.case)["ethics"]["signature"]
    say(session, "/change my email to new@example.org", "/export")
    report = check(tmp_path / "me.zip", rejudge)
    assert report.ok
    assert report.portfolio is not None
    assert state_of(report.portfolio) == "stale"
    assert report.portfolio["ethics"]["lapsed"] == record


def test_sign_again_leads_to_the_signature_from_anywhere(tmp_path: Path) -> None:
    session = signed(tmp_path)
    say(session, "/change my email to new@example.org", "/goto training", "sign again")
    assert session.case.standing.question == "sign.name"
    say(session, "Dana Whitfield", "/export")
    assert ethics(session) == "met"
    report = check(tmp_path / "me.zip", rejudge)
    assert report.portfolio is not None
    assert (report.ok, state_of(report.portfolio)) == (True, "signed")


def test_who_has_not_read_the_code_is_told_so_when_wanting_to_sign(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY | {"ethics.read": "no"}, "review.ready")
    turn = session.say("/sign")
    assert kinds(turn) == ["problem"]
    assert "go to ethics" in turn.messages[0].text


def test_undoing_the_change_makes_the_signature_good_again(tmp_path: Path) -> None:
    session = signed(tmp_path)
    say(session, "/change my email to new@example.org", "/undo")
    assert ethics(session) == "met"
    say(session, "/redo")
    assert ethics(session) == "not_met"


def test_a_signature_is_undone_like_an_answer(tmp_path: Path) -> None:
    session = signed(tmp_path)
    say(session, "/undo")
    assert ethics(session) == "not_met"
    assert session.case.standing.question == "sign.name"
    say(session, "/redo")
    assert ethics(session) == "met"


def test_what_follows_signing_leaves_the_signature_good(tmp_path: Path) -> None:
    session = signed(tmp_path)
    assert session.case.standing.question == "export.write"
    say(session, "yes")
    assert ethics(session) == "met"
    say(session, "no")
    assert ethics(session) == "met"
    assert session.exported


def test_skipping_the_signature_leaves_it_unsigned_and_the_bundle_can_be_written(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "sign.name")
    say(session, "/skip")
    assert session.case.standing.question == "export.write"
    turn = session.say("yes")
    assert "Signed Code of Ethics: Read the Code of Ethics and sign it." in texts(turn.messages)
    assert ethics(session) == "not_met"


def test_who_has_not_read_the_code_is_not_asked_to_sign(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY | {"ethics.read": "no"}, "review.ready")
    say(session, "yes")
    assert session.case.standing.question == "export.write"
    assert kinds(session.say("/goto signature")) == ["problem"]


def test_a_question_for_the_association_leaves_the_signature_good(tmp_path: Path) -> None:
    session = signed(tmp_path)
    say(session, "/ask Does service coordination count?")
    assert ethics(session) == "met"


def test_who_has_not_read_the_code_cannot_sign_by_another_way(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY | {"ethics.read": "no"}, "review.ready")
    assert kinds(session.change("sign.name", "", "Dana Whitfield")) == ["problem"]
    assert ethics(session) == "not_met"


def test_a_command_typed_as_the_signature_signs_nothing_without_a_yes(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "sign.name")
    assert "Sign as “export it on Monday” all the same?" in session.say("export it on Monday").prompt.ask
    session.say("no")
    assert "signature" not in portfolio_of(session.case)["ethics"]
