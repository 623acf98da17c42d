"""One whole interview in a real terminal by keys alone, and one by the mouse alone, up to a bundle that is in order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk
from personas import words
from seat import CTRL_B, CTRL_R, ENTER, ESCAPE, Seat

from intake.interview import events as ev
from intake.journal.store import Journal

PERSONA = "gloria"
#: What the mouse clicks where the persona types.
CLICKED = {
    "both": "I live and work in Virginia",
    "renew": "Renew an endorsement I have",
    "level two": "II: Infant Family Specialist",
    "not sure": "Not sure",
    "yes": "1 Yes",
}


@pytest.fixture
def plain(tmp_path: Path) -> Desk:
    """The same words, typed in line mode."""
    (tmp_path / "plain").mkdir()
    desk = Desk(tmp_path / "plain")
    assert desk.persona(PERSONA).code == 0
    return desk


def log(desk: Desk) -> list[ev.Event]:
    """What is kept of the one case."""
    journal = Journal(desk.home, read_only=True)
    try:
        (case,) = journal.cases()
        return [ev.load(line).event for line in journal.load(case.id)]
    finally:
        journal.close()


def kept(desk: Desk) -> Iterator[tuple[object, ...]]:
    """What is kept of it apart from the words in which it was said."""
    for event in log(desk):
        yield (event.question, event.value) if isinstance(event, ev.Answered) else (type(event),)


def bundle(desk: Desk) -> bytes:
    """The bundle, which is in order."""
    checked = desk.intake("check", f"{PERSONA}.zip")
    assert checked.code == 0, checked.out
    return (desk.folder / f"{PERSONA}.zip").read_bytes()


def test_a_whole_interview_by_keys_alone_is_that_of_line_mode(desk: Desk, plain: Desk) -> None:
    seat = Seat(desk, "--bundle", f"{PERSONA}.zip")
    seat.until("Before you begin")
    seat.keys(ENTER)
    seat.until("Type your answer")
    *lines, last = words(PERSONA)
    for line in lines:
        seat.answer(line)
    for key, there in ((CTRL_R, "Review · "), (CTRL_B, "Where you stand")):
        seat.keys(key)
        seat.until_gone("Type your answer")
        seat.until(there)
        seat.keys(ESCAPE)
        seat.until("Type your answer")
    seat.keys(last + "\r")
    assert seat.end() == 0
    assert log(desk) == log(plain)
    assert bundle(desk) == bundle(plain)


def test_a_whole_interview_by_mouse_alone_keeps_the_same_answers(desk: Desk, plain: Desk) -> None:
    """Words have to be typed; everything else is clicked."""
    seat = Seat(desk, "--bundle", f"{PERSONA}.zip")
    seat.until("Before you begin")
    seat.click("Enter Begin")
    for line in words(PERSONA)[:-1]:
        seat.until("Type your answer")
        if line not in CLICKED:
            seat.keys(line)
            seat.until_gone("Type your answer")
        before = seat.shown
        seat.click(CLICKED.get(line, "Send"))
        seat.until_other(before)
    seat.click("Review")
    seat.until("Review · ")
    seat.click("Esc Back")
    seat.until("Type your answer")
    seat.click("1 Yes")
    assert seat.end() == 0
    assert list(kept(desk)) == list(kept(plain))
    assert bundle(desk)
