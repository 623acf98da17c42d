"""Words that were typed and not sent: private, offered back once, gone when something is sent or the case deleted."""

import datetime as dt
import io
import stat
from contextlib import closing
from pathlib import Path

import pytest

from intake.journal.drafts import keep_draft, read_draft
from intake.plain.lines import converse
from intake.session.session import Session
from intake.session.start import open_session
from intake.text import LONGEST_ANSWER

WORDS = "I work at Chesterfield\nsince \x1b]0;x\x07 2021"


def opened(home: Path) -> Session:
    return open_session(home, as_of=dt.date(2026, 3, 1))


def left_with(home: Path, words: str) -> Path:
    """A case that was left with `words` not sent; where they are kept."""
    session = opened(home)
    session.keep_draft(words)
    session.close()
    return session.case.journal.draft_file(session.case.id)


def test_they_are_there_the_next_time_with_nothing_in_them_that_a_terminal_obeys(tmp_path: Path) -> None:
    left_with(tmp_path, WORDS)
    with closing(opened(tmp_path)) as session:
        assert session.draft == "I work at Chesterfield\nsince ␛]0;x␇ 2021"


def test_nobody_else_can_read_them(tmp_path: Path) -> None:
    path = left_with(tmp_path, WORDS)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_once_something_is_sent_they_are_not_offered_again(tmp_path: Path) -> None:
    path = left_with(tmp_path, WORDS)
    with closing(opened(tmp_path)) as session:
        session.say("Dana Whitfield")
    assert not path.exists()
    with closing(opened(tmp_path)) as session:
        assert session.draft == ""


def test_line_mode_shows_them(tmp_path: Path) -> None:
    left_with(tmp_path, "half a\nsentence")
    out = io.StringIO()
    with closing(opened(tmp_path)) as session:
        converse(session, [], out, echo=False)
    assert "  Said last time and not written down: “half a\n  sentence”\n" in out.getvalue()


def test_they_go_with_their_case(tmp_path: Path) -> None:
    path = left_with(tmp_path, WORDS)
    with closing(opened(tmp_path)) as session:
        case = session.case.id
    with closing(session.case.journal.__class__(tmp_path)) as journal:
        journal.delete(case)
    assert not path.exists()


@pytest.mark.parametrize("damage", [b"\xff\xfe", b""])
def test_a_damaged_file_is_no_words_and_no_error(tmp_path: Path, damage: bytes) -> None:
    path = left_with(tmp_path, WORDS)
    path.write_bytes(damage)
    with closing(opened(tmp_path)) as session:
        assert session.draft == ""


def test_a_link_is_neither_read_nor_written_through(tmp_path: Path) -> None:
    other, path = tmp_path / "other", tmp_path / "draft.txt"
    other.write_text("somebody else's", "utf-8")
    path.symlink_to(other)
    assert read_draft(path) == ""
    keep_draft(path, "mine")
    assert (other.read_text("utf-8"), path.read_text("utf-8")) == ("somebody else's", "mine")


def test_a_full_disk_does_not_keep_anybody_from_leaving(tmp_path: Path) -> None:
    keep_draft(tmp_path / "no" / "such" / "folder" / "draft.txt", "mine")
    assert read_draft(tmp_path / "no" / "such" / "folder" / "draft.txt") == ""


def test_words_that_the_disk_does_not_take_are_said_on_leaving_to_be_copied(tmp_path: Path) -> None:
    session = opened(tmp_path)
    (session.case.journal.draft_file(session.case.id).parent).write_text("no folder", "utf-8")
    session.keep_draft("some words not sent")
    assert "these words are not kept. Please copy them from here: “some words not sent”" in session.farewell
    session.keep_draft("")
    assert "not kept" not in session.farewell


def test_the_longest_answer_is_kept_whole(tmp_path: Path) -> None:
    words = "ä" * LONGEST_ANSWER
    keep_draft(tmp_path / "draft.txt", words)
    assert read_draft(tmp_path / "draft.txt") == words


#: What leads to a degree that is read back.
TO_A_DEGREE = ("Dana Whitfield", "d@example.org", "skip", "both", "apply", "no", "skip", "level 3")
DEGREE = "ba in psych from Longwood, i think may 2016"


def degree_told(home: Path, *lines: str) -> Session:
    """A case in which a degree was told, and then `lines`; left open."""
    session = opened(home)
    session.open()
    for line in (*TO_A_DEGREE, DEGREE, *lines):
        session.say(line)
    return session


@pytest.mark.parametrize(
    ("lines", "kept"),
    [((), DEGREE), (("why",), DEGREE), (("no, may 2015",), f"{DEGREE}\nno, may 2015"), (("pause",), ""),
     (("what is a flurb",), f"{DEGREE}\nwhat is a flurb"), (("yes",), ""), (("no",), ""), (("undo",), "")],
)  # fmt: skip
def test_what_waits_for_a_yes_is_kept_too_and_gone_once_it_is_answered(
    tmp_path: Path, lines: tuple[str, ...], kept: str
) -> None:
    session = degree_told(tmp_path, *lines)
    with closing(session):  # as after a kill: nothing is kept on the way out
        path = session.case.journal.draft_file(session.case.id)
        assert read_draft(path) == kept
        assert ("Not written down, without a yes: " in session.farewell) == bool(kept)
    with closing(opened(tmp_path)) as again:
        assert again.draft == kept


def test_what_waits_and_what_was_not_sent_are_both_kept(tmp_path: Path) -> None:
    with closing(degree_told(tmp_path)) as session:
        session.keep_draft("yes, b")
    with closing(opened(tmp_path)) as again:
        assert again.draft == f"{DEGREE}\nyes, b"


def test_who_pauses_is_told_what_is_not_written_down(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as session:
        session.open()
        for line in ("Dana Whitfield", "d@example.org", "804 555 0143 i think"):
            session.say(line)
        turn = session.say("pause")
        assert turn.over
        assert "Not written down, without a yes: “804 555 0143 i think”" in [message.text for message in turn.messages]
    with closing(opened(tmp_path)) as again:
        assert again.draft == "804 555 0143 i think"
