"""Files with entries: kept, named, taken away, brought back, and never with an entry that is not in the document."""

import hashlib
from pathlib import Path

import pytest
from session_talk import APPLY, kinds, reach, say, talk, texts

from intake.bundle.check import check
from intake.session.attaching import attach
from intake.session.document import attachments_of, rejudge
from intake.session.session import Session
from intake.text import visible


def file(tmp_path: Path, name: str = "My Transcript.PDF", data: bytes = b"%PDF-1.7 grades") -> Path:
    """A file of the applicant's."""
    path = tmp_path / "desk" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def names(session: Session) -> list[tuple[str, str, str]]:
    """(entry, the person's name, the bundle's name) of every file that goes into the bundle."""
    return [(entry["item"], entry["name"], entry["file"]) for entry in attachments_of(session.case)]


def test_a_file_goes_with_the_entry_that_is_asked_about_and_the_question_stands(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.transcript")
    here = session.case.standing
    turn = session.say(f"/attach {file(tmp_path)}")
    assert "Attached: My Transcript.PDF (a PDF, 15 bytes) to Child Development Associate (CDA), VCU. Saved." in texts(
        turn.messages
    )
    assert session.case.standing == here
    assert names(session) == [("education-1", "My Transcript.PDF", "01-my-transcript.pdf")]
    digest = hashlib.sha256(b"%PDF-1.7 grades").hexdigest()
    assert (tmp_path / "files" / digest).read_bytes() == b"%PDF-1.7 grades"


@pytest.mark.parametrize("form", ["/attach {}", "attach {}", "/attach '{}'", '/attach "{}"', "/attach file://{}"])
def test_a_path_may_be_typed_quoted_or_dropped(tmp_path: Path, form: str) -> None:
    session = reach(talk(tmp_path), APPLY, "education.transcript")
    turn = session.say(form.format(file(tmp_path, "my copy.pdf")))
    assert kinds(turn) == ["noted"]
    assert names(session) == [("education-1", "my copy.pdf", "01-my-copy.pdf")]


def test_at_a_lists_gate_the_file_goes_with_the_last_entry(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    say(session, "yes", "First", "VAIMH", "May 2024", "3", "Second", "VAIMH", "June 2024", "4")
    assert session.case.standing.question == "training.more"
    say(session, f"/attach {file(tmp_path)}")
    assert names(session)[0][0] == "training-2"


@pytest.mark.parametrize("question", ["applicant.email", "education.more"])
def test_where_there_is_no_entry_it_is_said_where_to_go(tmp_path: Path, question: str) -> None:
    session = talk(tmp_path)
    while session.case.standing.question != question:
        say(session, APPLY[session.case.standing.question])
    turn = session.say(f"/attach {file(tmp_path)}")
    assert kinds(turn) == ["problem"]
    assert "go to education" in turn.messages[0].text
    assert names(session) == []


def test_what_cannot_be_kept_is_refused_with_its_name(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.transcript")
    link = tmp_path / "link.pdf"
    link.symlink_to(file(tmp_path))
    for path in (tmp_path / "none.pdf", tmp_path, link):
        turn = session.say(f"/attach {path}")
        assert kinds(turn) == ["problem"]
        assert path.name in turn.messages[0].text
    assert names(session) == []


def test_a_file_is_taken_away_by_the_beginning_of_its_name_and_undo_brings_it_back(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.transcript")
    say(session, f"/attach {file(tmp_path, 'one.pdf')}", f"/attach {file(tmp_path, 'other.pdf', b'2')}")
    turn = session.say("/detach o")
    assert kinds(turn) == ["problem"]
    assert "one.pdf, other.pdf" in turn.messages[0].text or "other.pdf, one.pdf" in turn.messages[0].text
    assert "Taken away: one.pdf" in texts(session.say("/detach ONE").messages)
    assert [name for _item, name, _file in names(session)] == ["other.pdf"]
    say(session, "/undo")
    assert [name for _item, name, _file in names(session)] == ["one.pdf", "other.pdf"]


def test_an_entry_that_is_removed_takes_its_files_along_and_undo_brings_both_back(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.transcript")
    say(session, f"/attach {file(tmp_path)}", "sent", "/remove the CDA")
    assert names(session) == []
    say(session, "/undo")
    assert len(names(session)) == 1


def test_files_of_entries_that_are_not_asked_for_stay_out_of_the_bundle_and_return(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.transcript")
    say(session, f"/attach {file(tmp_path)}", "/change the purpose to renew")
    assert names(session) == []
    assert "Bundle written" in texts(session.say("/export").messages)
    assert check(tmp_path / "me.zip", rejudge).findings == ()
    say(session, "/change the purpose to apply")
    assert len(names(session)) == 1


def test_a_bundle_with_files_is_in_order(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.transcript")
    for n, name in enumerate(["a.pdf", "A.PDF", "ä b.pdf", "….pdf", "noending", ".hidden", "x" * 90 + ".jpeg"]):
        say(session, f"/attach {file(tmp_path, name, str(n).encode())}")
    assert len(names(session)) == 7
    assert "Bundle written" in texts(session.say("/export").messages)
    assert check(tmp_path / "me.zip", rejudge).findings == ()


def test_a_hostile_file_name_is_shown_and_kept_harmless(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.transcript")
    file(tmp_path, "evil\x1b[2J\u202efdp.exe")
    found = next((tmp_path / "desk").iterdir())
    kept = attach(session.talker, str(found), session.case.standing)[0].text
    assert visible(kept) == kept
    ((_item, name, entry),) = names(session)
    assert visible(name, one_line=True) == name
    assert entry.isascii()
