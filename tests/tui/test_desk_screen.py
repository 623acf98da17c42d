"""The desk in the app: cases are found, filtered, handed over and chosen; one that a colleague has stays shut."""

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from driving import NARROW, WIDE, box, shown, until_gone, until_shown, wait_until
from textual.pilot import Pilot

from intake.session.desk import Desk
from intake.session.desk_wish import Wish
from intake.session.shelf import Shelf
from intake.tui import desk
from intake.tui.ask import Ask
from intake.tui.desk import DeskScreen
from intake.tui.desk_app import DeskApp
from intake.tui.help import Help

AS_OF = dt.date(2026, 3, 1)
ANYTHING = Wish()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with two cases, of which Keisha's has a question for the association."""
    folder = tmp_path / "home"
    for said in (["Dana Whitfield"], ["Keisha Brooks", "/ask Is telehealth counted?"]):
        session = Shelf(folder, as_of=AS_OF).begin()
        for words in said:
            session.say(words)
        session.close()
    return folder


@asynccontextmanager
async def at_the_desk(
    home: Path, size: tuple[int, int] = WIDE, wish: Wish = ANYTHING, notice: str = ""
) -> AsyncIterator[Pilot[None]]:
    """The desk, once every case was looked at."""
    with Desk(home, AS_OF) as desk:
        app = DeskApp(desk, wish, notice)
        async with app.run_test(size=size, notifications=True) as pilot:
            await until_shown(pilot, "Cases: 2 · waiting: 2 for applicant")
            yield pilot


def chosen(pilot: Pilot[None]) -> DeskScreen.Chosen | None:
    """What the desk was left for."""
    assert isinstance(pilot.app, DeskApp)
    return pilot.app.chosen


async def answer(pilot: Pilot[None], asked: str, words: str) -> None:
    """Answer the box that asks `asked`."""
    await until_shown(pilot, asked)
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, Ask))
    box(pilot).text = words
    await pilot.press("enter")


async def test_a_search_narrows_the_desk_and_enter_chooses_the_case(home: Path) -> None:
    async with at_the_desk(home) as pilot:
        await pilot.press("slash", *"whit")
        await until_gone(pilot, "Keisha")
        await until_shown(pilot, "Cases: 1 of 2")
        await until_shown(pilot, "▸ Dana Whitfield")
        await pilot.press("enter")
        await wait_until(pilot, lambda: chosen(pilot))
    left = chosen(pilot)
    assert left
    assert (left.wish.search, left.wish.picked) == ("whit", left.case)
    async with at_the_desk_again(home, left.wish) as pilot:
        await until_shown(pilot, "▸ Dana Whitfield")


@asynccontextmanager
async def at_the_desk_again(home: Path, wish: Wish) -> AsyncIterator[Pilot[None]]:
    """The desk that one comes back to from a case."""
    with Desk(home, AS_OF) as desk:
        async with DeskApp(desk, wish).run_test(size=WIDE) as pilot:
            await until_shown(pilot, "Cases: 1 of 2")
            yield pilot


async def test_a_case_that_a_colleague_has_is_not_opened(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTAKE_NAME", "Tom")
    session = Shelf(home, as_of=AS_OF).open("dana")
    async with at_the_desk(home, NARROW, Wish(order="title")) as pilot:
        await pilot.press("enter")
        await until_shown(pilot, "by Tom")
        assert chosen(pilot) is None
    session.close()


async def test_what_a_colleague_writes_meanwhile_is_shown_and_the_mark_stays(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "_LOOK", 0.01)
    async with at_the_desk(home, wish=Wish(order="title")) as pilot:
        await until_shown(pilot, "▸ Dana Whitfield")
        session = Shelf(home, as_of=AS_OF).begin()
        session.say("Ana Lucia Torres")
        session.close()
        await until_shown(pilot, "Cases: 3 · waiting: 3 for applicant")
        await until_shown(pilot, "Ana Lucia Torres")
        assert "▸ Dana Whitfield" in shown(pilot)


async def test_a_case_is_handed_over_with_a_note_and_a_day(home: Path) -> None:
    async with at_the_desk(home, wish=Wish(order="title")) as pilot:
        await until_shown(pilot, "▸ Dana Whitfield")
        await pilot.press("g")
        await answer(pilot, "Hand “Dana Whitfield” to whom?", "Tom [b]")
        await answer(pilot, "What should Tom [b] know?", "call her back")
        await answer(pilot, "By which day?", "soonish")
        await until_shown(pilot, "I could not read a day in “soonish”")
        await pilot.press("m")
        await until_gone(pilot, "I could not read a day")
        await answer(pilot, "By which day?", "March 5")
        await until_shown(pilot, "office: Tom [b]: call her back")
        await until_shown(pilot, "Due 2026-03-05")
        await until_shown(pilot, "With Tom [b], from")
        await pilot.press("l")
        await until_shown(pilot, "handed to Tom [b] · by March 5, 2026 · call her back")


async def test_a_question_over_all_cases_leads_to_those_that_have_it(home: Path) -> None:
    async with at_the_desk(home) as pilot:
        await pilot.press("q")
        await until_shown(pilot, "1  Is telehealth counted?")
        await pilot.press("end", "enter")
        await until_shown(pilot, "only with the question: Is telehealth counted?")
        assert "Dana" not in shown(pilot)
        await pilot.press("escape")
        await until_shown(pilot, "Dana Whitfield")


async def test_only_what_waits_for_one_side_is_shown_and_another_order_is_taken(home: Path) -> None:
    async with at_the_desk(home) as pilot:
        await pilot.press("w")
        await until_shown(pilot, "only what waits for: office")
        await until_shown(pilot, "No case fits.")
        await pilot.press("w")
        await until_shown(pilot, "▸ Keisha Brooks")
        await pilot.press("s")
        await until_shown(pilot, "by title")


async def test_the_desk_says_what_kept_a_case_shut_and_explains_its_keys(home: Path) -> None:
    async with at_the_desk(home, notice="This case [/] holds something else.") as pilot:
        await until_shown(pilot, "This case [/] holds something else.")
        await pilot.press("f1")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Help))
        await until_shown(pilot, "Hand over")
        assert "Answering" not in shown(pilot), "nothing is asked at the desk"
