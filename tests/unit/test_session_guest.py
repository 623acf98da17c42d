"""A guest in a browser reaches nothing of the computer at the other end; everything else is as it is for anybody."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from session_talk import say, talk, texts, unopened

from intake.session.exchange import Browser
from intake.session.session import Session
from intake.session.titles import UNTITLED, VISITOR

SECRET = "a letter that is nobody else's to read"


class Downloads:
    """What a browser was given."""

    def __init__(self) -> None:
        self.files: list[tuple[str, bytes]] = []

    def take(self, name: str, content: bytes) -> None:
        """Keep a file."""
        self.files.append((name, content))


def guest(folder: Path, downloads: Downloads) -> Session:
    """A session of a guest."""
    session = unopened(folder)
    session.talker.handover.exchange = Browser(downloads.take)
    return session


@pytest.mark.parametrize(
    "words", ["/attach {path}", "attach '{path}'", "/attach file://{path}", "/attach ~", "/attach /etc/passwd"]
)
def test_a_guest_attaches_no_file(tmp_path: Path, words: str) -> None:
    (tmp_path / "letter.txt").write_text(SECRET)
    session = guest(tmp_path, Downloads())
    session.open()
    say(session, "Dana Whitfield", "go to education", "yes", "MSW from VCU, may 2017", "yes")
    turn = session.say(words.format(path=tmp_path / "letter.txt"))
    assert "In the browser a file cannot be attached" in texts(turn.messages)
    assert not session.case.state.content.files
    assert not any((tmp_path / "files").glob("*"))


def test_a_guests_bundle_goes_to_the_browser_and_nowhere_else(tmp_path: Path) -> None:
    downloads = Downloads()
    session = guest(tmp_path, downloads)
    session.open()
    turn = say(session, "Dana Whitfield", "export")
    assert "The bundle portfolio-dana-whitfield.zip goes to your browser" in texts(turn.messages)
    ((name, content),) = downloads.files
    assert name == "portfolio-dana-whitfield.zip"
    assert any(entry.endswith("data/portfolio.json") for entry in zipfile.ZipFile(BytesIO(content)).namelist())
    assert session.exported
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_guest_names_no_folder_for_the_bundle(tmp_path: Path) -> None:
    downloads = Downloads()
    session = guest(tmp_path, downloads)
    session.open()
    turn = session.say(f"/export {tmp_path}/me.zip")
    assert "In the browser the bundle goes to no folder" in texts(turn.messages)
    assert not session.exported
    assert not downloads.files
    assert not (tmp_path / "me.zip").exists()


def test_a_guest_is_told_whose_computer_keeps_the_answers(tmp_path: Path) -> None:
    assert "“this computer” means the one at the other end" in texts(guest(tmp_path, Downloads()).open().messages)
    assert "at the other end" not in texts(unopened(tmp_path).open().messages)


@pytest.mark.parametrize(
    ("title", "renamed"),
    [(UNTITLED, True), (VISITOR.format(number=12), True), ("12", False), ("Visitor from Ohio", False)],
)
def test_a_case_takes_the_applicants_name_unless_somebody_gave_it_a_title(
    tmp_path: Path, title: str, renamed: bool
) -> None:
    session = talk(tmp_path)
    session.title = title
    session.say("Dana Whitfield")
    assert session.title == ("Dana Whitfield" if renamed else title)


def test_a_guest_sees_the_hand_over_sheet_without_a_command_for_a_terminal(tmp_path: Path) -> None:
    session = guest(tmp_path, Downloads())
    session.open()
    told = texts(say(session, "Dana Whitfield", "hand-over").messages)
    assert "Name:\nDana Whitfield" in told
    assert "intake handover" not in told
