"""Files with entries: kept, named, taken away, brought back, and never with an entry that is not in the document."""

import hashlib
import io
import re
from pathlib import Path

import pytest
from memory import AS_OF
from session_talk import APPLY, kinds, reach, say, talk, texts

from intake.bundle.check import check
from intake.bundle.files import untold
from intake.interview.commands import Refused
from intake.plain.lines import converse
from intake.session.attaching import attach
from intake.session.document import attachments_of, rejudge
from intake.session.errands import LARGE
from intake.session.session import Session
from intake.session.start import open_session, open_to_read
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


def attached(tmp_path: Path) -> tuple[Session, Path]:
    """A session with one file, and where the file is kept."""
    session = reach(talk(tmp_path), APPLY, "education.transcript")
    say(session, f"/attach {file(tmp_path)}")
    (row,) = session.files()
    return session, tmp_path / "files" / row.sha256


def test_the_very_same_file_is_taken_once_by_an_entry_and_kept_once_for_several(tmp_path: Path) -> None:
    session, _kept = attached(tmp_path)
    assert "is with Child Development Associate (CDA), VCU already" in texts(
        session.say(f"/attach {file(tmp_path, 'same.pdf')}").messages
    )
    say(session, "sent", "yes", "MSW")
    assert "kept once" in texts(session.say(f"/attach {file(tmp_path)}").messages)
    assert len(names(session)) == 2
    assert len(list((tmp_path / "files").iterdir())) == 1


@pytest.mark.parametrize(("reply", "count"), [("yes", 1), ("no", 2)])
def test_another_file_of_the_same_name_replaces_the_first_at_a_yes(tmp_path: Path, reply: str, count: int) -> None:
    session, _kept = attached(tmp_path)
    turn = session.say(f"/attach {file(tmp_path, data=b'%PDF-1.7 better grades')}")
    assert "Shall this one take its place?" in turn.prompt.ask
    say(session, reply)
    assert len(names(session)) == count
    assert b"%PDF-1.7 better grades" in [p.read_bytes() for p in (tmp_path / "files").iterdir()]
    say(session, "/undo")
    assert len(names(session)) == 1


def test_a_name_that_belies_the_file_is_said_and_not_refused(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.transcript")
    turn = session.say(f"/attach {file(tmp_path, 'scan.pdf', b'MZ' + bytes(9))}")
    assert "Its name ends in .pdf, but by its first bytes it is a Windows program." in texts(turn.messages)
    assert session.files()[0].type == "application/x-msdownload"


@pytest.mark.parametrize("harm", ["missing", "changed"])
def test_a_lost_file_is_named_everywhere_and_an_export_goes_on_without_it(tmp_path: Path, harm: str) -> None:
    session, kept = attached(tmp_path)
    if harm == "missing":
        kept.unlink()
    else:
        kept.write_bytes(b"%PDF-1.7 forged")
    again = "Attach My Transcript.PDF of Child Development Associate (CDA), VCU again"
    assert [row.condition for row in session.files()] == [harm]
    assert again in texts(session.open().messages)
    assert again in session.summary()
    assert again in "".join(session.to_do()[0])
    assert harm in texts(session.say("my files").messages)
    told = texts(session.say("/export").messages)
    assert "My Transcript.PDF is listed in it but could not be put in" in told
    report = check(tmp_path / "me.zip", rejudge)
    assert report.findings == ()
    assert report.portfolio is not None
    assert [entry["lost"] for entry in report.portfolio["attachments"]] == [True]
    say(session, f"/attach {file(tmp_path, 'other.pdf')}", "/detach my", f"/attach {file(tmp_path)}", "/export")
    report = check(tmp_path / "me.zip", rejudge)
    assert report.portfolio is not None
    assert not any(entry.get("lost") for entry in report.portfolio["attachments"])


def test_a_review_tells_how_far_each_official_transcript_is_and_calls_no_copy_one(tmp_path: Path) -> None:
    session, _kept = attached(tmp_path)
    say(session, "on its way")
    line = "Child Development Associate (CDA), VCU: Asked for, on its way (and a copy attached, which is not official)"
    assert line in session.summary()


def large(tmp_path: Path, size: int = LARGE) -> Path:
    """A file of zeros that takes long enough to be told of, without taking room on the disk."""
    path = tmp_path / "large.bin"
    with path.open("wb") as sparse:
        sparse.truncate(size)
    return path


def test_how_far_a_large_file_is_copied_is_said_for_each_tenth_and_a_small_one_is_silent(tmp_path: Path) -> None:
    session, out = reach(talk(tmp_path), APPLY, "education.transcript"), io.StringIO()
    converse(session, [f"/attach {large(tmp_path)}", f"/attach {file(tmp_path)}", "export"], out, echo=False)
    said = re.findall(r"^  (Copying .+|Writing .+): (\d+) %$", out.getvalue(), re.MULTILINE)
    tenths = [f"{percent}" for percent in range(10, 101, 10)]
    assert said == [(what, percent) for what in ("Copying large.bin", "Writing the bundle") for percent in tenths]


def test_long_work_that_is_left_to_a_front_end_is_settled_with_its_result_or_its_error(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.transcript")
    session.errands.aside = True
    words = f"/attach {large(tmp_path)}"
    assert texts(session.say(words).messages) == "Copying large.bin. You can go on meanwhile."
    assert kinds(session.say(words)) == ["problem"]
    assert kinds(session.say("not yet")) == ["noted"]
    errand = session.errands.taken
    assert errand
    assert kinds(session.settle(Refused("The disk is full."))) == ["problem"]
    assert names(session) == []
    session.say(words)
    assert "Attached: large.bin" in texts(session.settle(errand.work(untold)).messages)
    assert names(session) == [("education-1", "large.bin", "01-large.bin")]


def test_a_copy_that_is_stopped_leaves_nothing_behind(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.transcript")

    def stop(_what: str, done: int, total: int) -> None:
        if done > total // 2:
            raise Refused("Stopped.")

    session.errands.tell = stop
    assert kinds(session.say(f"/attach {large(tmp_path)}")) == ["problem"]
    assert not list((tmp_path / "files").glob("*"))
    assert not list((tmp_path / "files").glob(".*"))


def test_what_a_killed_process_left_half_copied_is_gone_when_the_case_is_opened_again(tmp_path: Path) -> None:
    session = open_session(tmp_path, as_of=AS_OF)
    session.close()
    left = tmp_path / "files" / session.id / ".intake-1.partial"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half of it")
    open_to_read(tmp_path, session.id, AS_OF).close()
    assert left.exists()
    open_session(tmp_path, case=session.id, as_of=AS_OF).close()
    assert not left.exists()


def two_degrees(folder: Path) -> Session:
    """A session past its degrees: an MSW from VCU, and a Bachelor's from JMU."""
    session = reach(talk(folder), APPLY | {"education.credential": "MSW"}, "education.more")
    say(session, "MSW from VCU, May 2017", "yes", "no", "no", "sent")
    say(session, "BA in psychology from JMU, May 2010", "yes", "no", "no", "sent")
    return reach(session, APPLY, "training.more")


def test_between_two_entries_it_is_asked_to_which_one_a_file_belongs(tmp_path: Path) -> None:
    session = two_degrees(tmp_path)
    say(session, "yes", "Touchpoints", "VAIMH", "May 2024", "3", "go to education")
    assert "To which one?" in texts(session.say(f"attach {file(tmp_path)}").messages)
    assert not names(session)


@pytest.mark.parametrize(
    ("named", "entry"),
    [("my bachelors", "education-2"), ("degree 1", "education-1"), ("the JMU degree", "education-2")],
)
def test_a_file_goes_to_the_entry_that_is_named_after_it(tmp_path: Path, named: str, entry: str) -> None:
    session = two_degrees(tmp_path)
    say(session, f"attach {file(tmp_path, 'letter to school.pdf')} to {named}")
    assert [kept[0] for kept in names(session)] == [entry]


@pytest.mark.parametrize(("words", "entry"), [("degree 1", "education-1"), ("the second degree", "education-2")])
def test_going_to_an_entry_by_its_place_leads_there(tmp_path: Path, words: str, entry: str) -> None:
    session = two_degrees(tmp_path)
    session.say(f"go to {words}")
    assert session.case.standing.item == entry


def test_a_path_that_ends_as_an_entry_is_called_is_a_path(tmp_path: Path) -> None:
    session = two_degrees(tmp_path)
    say(session, "go to degree 1", f"attach {file(tmp_path, 'letter to jmu')}")
    assert names(session)[0][:2] == ("education-1", "letter to jmu")
