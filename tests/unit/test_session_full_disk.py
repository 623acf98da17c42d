"""Words that the disk does not take: a problem that says so, the same question, and a second try that is heard."""

import io
from pathlib import Path

import pytest
from memory import lines_of
from session_talk import APPLY, kinds, reach, talk, texts

from intake.journal.errors import NotStored
from intake.plain.lines import converse
from intake.session.session import Session

TROUBLE = "The disk is full."


def full(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the journal take nothing."""

    def refuse(*_arguments: object, **_more: object) -> None:
        raise NotStored(TROUBLE)

    monkeypatch.setattr(session.case.journal, "append", refuse)


def test_an_answer_that_is_not_stored_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = reach(talk(tmp_path), APPLY, "education.school")
    before, here = list(lines_of(session.case)), session.case.standing
    with monkeypatch.context() as patched:
        full(session, patched)
        turns = [session.say("VCU"), session.change("applicant.name", "", "Ana"), session.visit("applicant.name", "")]
        assert [kinds(turn) for turn in turns] == [["problem"]] * 3
        assert {turn.unsaved for turn in turns} == {TROUBLE}
        assert not any(turn.saved for turn in turns)
    assert (list(lines_of(session.case)), session.case.standing) == (before, here)
    assert session.say("VCU").saved


def test_a_read_back_stands_until_its_yes_is_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    session.say("MSW from VCU, may 2017")
    with monkeypatch.context() as patched:
        full(session, patched)
        assert session.say("yes").unsaved
    assert "Noted: Master's degree" in texts(session.say("yes").messages)


def test_a_script_stops_at_words_that_were_not_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session, out = talk(tmp_path), io.StringIO()
    full(session, monkeypatch)
    with pytest.raises(NotStored, match=TROUBLE):
        converse(session, ["Dana Whitfield", "dana@example.org"], out, echo=True)
    assert "dana@example.org" not in out.getvalue()
    converse(session, ["Dana Whitfield", "pause"], out, echo=False)
