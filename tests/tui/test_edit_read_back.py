"""The box that changes an answer, over a real case: what has to be read back is read back in it."""

from collections.abc import Iterator
from pathlib import Path

import personas
import pytest
from driving import WIDE, box, opened, send, shown, until_gone, until_shown, wait_until

from intake.session.session import Session
from intake.session.start import open_session
from intake.tui.answer import AnswerBox


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Session]:
    """A case with three trainings."""
    session = open_session(tmp_path / "home", as_of=personas.AS_OF)
    for words in personas.words("dana")[:36]:
        session.say(words)
    yield session
    session.close()


def hours(case: Session) -> list[str]:
    """The hours of all trainings."""
    return [row.value for row in case.review() if row.question == "training.hours"]


async def test_a_sum_is_read_back_in_the_box_and_taken_by_enter(case: Session) -> None:
    async with opened(case, WIDE) as pilot:
        await pilot.press("ctrl+r", "slash", *"24 hours", "enter")
        await until_shown(pilot, "1 of 39")
        await pilot.press("enter")
        await until_shown(pilot, "Enter saves")
        box(pilot).text = "12 x 2.5 hours"
        await pilot.press("enter")
        await until_shown(pilot, "12 × 2.5 hours = 30 hours. Right? Enter says yes")
        assert "24 hours" in hours(case)
        await pilot.press("enter")
        await until_gone(pilot, "Enter says yes")
        await wait_until(pilot, lambda: "30 hours" in hours(case))


async def test_a_guess_left_by_escape_changes_nothing_and_waits_nowhere(case: Session) -> None:
    async with opened(case, WIDE) as pilot:
        before = hours(case)
        await pilot.press("ctrl+r", "slash", *"24 hours", "enter", "enter")
        await until_shown(pilot, "Enter saves")
        box(pilot).text = "12 x 2.5 hours"
        await pilot.press("enter")
        await until_shown(pilot, "Enter says yes")
        await pilot.press("escape", "escape", "escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.focused, AnswerBox))
        assert hours(case) == before
        assert "Right?" not in shown(pilot)


async def test_answers_typed_in_one_burst_each_go_to_their_question(tmp_path: Path) -> None:
    session = open_session(tmp_path / "home", as_of=personas.AS_OF)
    async with opened(session, WIDE) as pilot:
        await pilot.press(*"Zed Quick", "enter", *"zed@example.org", "enter")
        await until_shown(pilot, "E-mail: zed@example.org. Saved.")
        assert {row.value for row in session.review() if row.value} == {"Zed Quick", "zed@example.org"}
    session.close()


async def test_each_what_if_begins_anew_unless_it_adds(case: Session) -> None:
    async with opened(case, WIDE) as pilot:
        await pilot.press("ctrl+b", "w")
        await until_shown(pilot, "The shortest routes")
        await send(pilot, "what if I passed the exam?")
        await until_shown(pilot, "· exam")
        await send(pilot, "24 hours of reflective supervision")
        await until_shown(pilot, "supervision: 24 hours")
        assert "· exam" not in shown(pilot)
        await send(pilot, "and I passed the exam")
        await until_shown(pilot, "· exam")
        assert "supervision: 24 hours" in shown(pilot)
        await pilot.press("ctrl+z")
        await until_gone(pilot, "· exam")
        assert "supervision: 24 hours" in shown(pilot)
