"""The shelf: the cases of a folder, whichever of them is open."""

import datetime as dt
from pathlib import Path

import pytest

from intake.journal.errors import Busy, UnknownCase
from intake.session.shelf import Shelf
from intake.session.start import open_to_read

AS_OF = dt.date(2026, 3, 1)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "home", as_of=AS_OF)


def test_cases_begun_are_listed_and_opened_again(shelf: Shelf) -> None:
    first = shelf.begin()
    first.say("Dana Whitfield")
    second = shelf.begin()
    assert shelf.opened is second
    assert {(row.title, row.closed) for row in shelf.rows()} == {("Dana Whitfield", False), ("Application", False)}
    first.close()
    again = shelf.open(first.id)
    assert again.title == "Dana Whitfield"
    again.close()
    second.close()


def test_a_case_that_is_open_is_neither_opened_twice_nor_deleted(shelf: Shelf) -> None:
    session = shelf.begin()
    with pytest.raises(Busy):
        shelf.open(session.id)
    with pytest.raises(Busy):
        shelf.delete(session.id)
    assert shelf.opened is session
    session.close()


def test_a_deleted_case_is_gone_with_its_files(shelf: Shelf, tmp_path: Path) -> None:
    session = shelf.begin()
    session.say("Dana Whitfield")
    session.close()
    files = shelf.home / "files" / session.id
    files.mkdir(parents=True)
    (files / "copy").write_bytes(b"x")
    shelf.delete(session.id)
    assert not files.exists()
    assert shelf.rows() == []
    with pytest.raises(UnknownCase):
        shelf.open(session.id)


def test_another_title_holds(shelf: Shelf) -> None:
    session = shelf.begin()
    session.close()
    shelf.rename(session.id, "Spring 2026")
    assert [row.title for row in shelf.rows()] == ["Spring 2026"]


def test_a_case_that_is_open_elsewhere_can_be_read_and_not_written(shelf: Shelf) -> None:
    session = shelf.begin()
    session.say("Dana Whitfield")
    reader = open_to_read(shelf.home, session.id, AS_OF)
    assert [row.value for row in reader.review() if row.value] == ["Dana Whitfield"]
    assert "opened to be read" in reader.say("dana@example.org").messages[0].text
    reader.close()
    assert session.say("dana@example.org").saved
    session.close()
