"""What is typed before a screen is there, or in one burst, arrives whole and in order, or nowhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from driving import WIDE, box, shown, until_shown, wait_until
from personas import AS_OF
from textual import events
from textual.app import App

from intake.session.calling import Call
from intake.session.face import Face
from intake.session.session import Session
from intake.session.shelf import Shelf
from intake.session.start import open_session
from intake.tui import ahead
from intake.tui.ahead import meant
from intake.tui.app import IntakeApp

TWO = "Dana Whitfield\rdana@example.org\r"


def burst(app: App[None], text: str) -> None:
    """Type `text` at once: nothing of it is obeyed before all of it has come."""
    for letter in text:
        app.post_message(events.Key("enter" if letter == "\r" else letter, letter))


def answers(session: Session) -> set[str]:
    """All that was answered."""
    return {row.value for row in session.review() if row.value}


def keys(text: str) -> list[events.Key]:
    """A key for each letter of `text`."""
    return [events.Key({"\r": "enter", "\n": "ctrl+j"}.get(letter, letter), letter) for letter in text]


def word_of(text: str, *, words: bool) -> str:
    """What of `text` is meant."""
    return "".join(event.character or "" for event in meant(keys(text), words=words) if isinstance(event, events.Key))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A case that was just begun."""
    begun = open_session(tmp_path / "home", as_of=AS_OF)
    yield begun
    begun.close()


async def test_answers_typed_while_the_case_is_opened_each_go_to_their_question(
    session: Session, tmp_path: Path
) -> None:
    def opening() -> Face:
        burst(app, TWO)
        return session

    app = IntakeApp(opening, home=tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "E-mail: dana@example.org. Saved.")
        assert answers(session) == {"Dana Whitfield", "dana@example.org"}


async def test_answers_typed_on_the_first_page_each_go_to_their_question(session: Session, tmp_path: Path) -> None:
    app = IntakeApp(lambda: session, home=tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "Before you begin")
        burst(app, TWO)
        await until_shown(pilot, "E-mail: dana@example.org. Saved.")
        assert answers(session) == {"Dana Whitfield", "dana@example.org"}


async def test_what_the_caller_says_while_the_sheet_comes_is_filed_in_its_order(session: Session) -> None:
    def opening() -> Face:
        burst(app, "she has a masters\rmy name is Dana")
        return session

    def calling(_face: Face) -> bool:
        burst(app, " Whitfield\r")
        return True

    app = IntakeApp(opening, calling=calling)
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "Dana Whitfield")
        lines = {line.title: line.known for line in Call(session).lines()}
        assert "Dana Whitfield" in lines["Name"]
        assert "Master" in lines["Education"]


async def test_words_typed_right_after_a_case_was_chosen_are_said_in_it(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, as_of=AS_OF)
    shelf.begin().close()
    app = IntakeApp(shelf.begin, cases=lambda: shelf)
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "What name")
        await pilot.press("ctrl+o")
        await until_shown(pilot, "Your cases · 2")
        burst(app, "n" + TWO)
        await until_shown(pilot, "E-mail: dana@example.org. Saved.")
        assert len(shelf.rows()) == 3, "one case was begun, and the letters of the name began none"
    assert shelf.opened is not None
    shelf.opened.close()


async def test_no_key_waits_for_ever_for_what_never_ends(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = IntakeApp(lambda: session, home=tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "Before you begin")
        await pilot.press("enter")
        await until_shown(pilot, "What name should stand")
        monkeypatch.setattr(ahead, "_LONGEST", 0.01)
        monkeypatch.setattr(app, "_follow", lambda _way, _front: None)
        burst(app, "Dana Whitfield\r")
        await until_shown(pilot, "Name: Dana Whitfield. Saved.")


async def test_words_typed_ahead_do_not_join_those_of_the_last_time(session: Session) -> None:
    def opening() -> Face:
        burst(app, "asdf\r")
        return session

    session.keep_draft("Dana Whit")
    app = IntakeApp(opening)
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: "Dana Whit" in shown(pilot) and not app.ahead)
        assert box(pilot).text == "Dana Whit"


def test_a_line_break_is_enter_and_enter_alone_says_yes_to_nothing() -> None:
    assert word_of("\r\nDana\nx\r", words=True) == "Dana\rx\r"
    assert word_of("\rDana\r", words=False) == ""
