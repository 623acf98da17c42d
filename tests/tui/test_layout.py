"""Sizes: the side panel of a wide terminal, its one line in a narrow one, and a terminal too small for either."""

import pytest
from driving import NARROW, WIDE, app_of, box, opened, send, shown, until_gone, until_shown, wait_until
from face import Memory

from intake.tui.app import IntakeApp
from intake.tui.interview import Interview


async def test_a_wide_terminal_shows_where_one_stands() -> None:
    async with opened(Memory(), WIDE) as pilot:
        await until_shown(pilot, "Where you stand")
        await send(pilot, "yes")
        await until_shown(pilot, "1 of 1 · Met by your answers")
        assert "✓ Prerequisites" in shown(pilot)
        assert "▸ Level" in shown(pilot)
        assert "· renew membership" in shown(pilot)
        assert "· VCU: official transcript" in shown(pilot)


async def test_a_narrow_terminal_has_it_in_one_line() -> None:
    async with opened(Memory(), NARROW) as pilot:
        await send(pilot, "yes")
        await until_shown(pilot, "Level · 1 of 4 sections · 1 to do · waiting on 1")
        assert "Where you stand" not in shown(pilot)


async def test_the_panel_comes_and_goes_with_the_width() -> None:
    async with opened(Memory(), NARROW) as pilot:
        await pilot.resize_terminal(*WIDE)
        await until_shown(pilot, "Where you stand")
        await pilot.resize_terminal(*NARROW)
        await until_gone(pilot, "Where you stand")


async def test_a_resize_on_another_screen_is_followed_on_the_way_back() -> None:
    async with opened(Memory(), WIDE) as pilot:
        await pilot.press("ctrl+r")
        await until_shown(pilot, "Review · 5 questions")
        await pilot.resize_terminal(*NARROW)
        await pilot.press("escape")
        await until_shown(pilot, "^b board")
        assert "Where you stand" not in shown(pilot)


@pytest.mark.parametrize("small", [(39, 24), (80, 9), (10, 4)])
async def test_a_terminal_that_is_too_small_says_so_and_recovers_with_the_draft(small: tuple[int, int]) -> None:
    async with opened(Memory()) as pilot:
        box(pilot).text = "half a thought"
        await pilot.resize_terminal(*small)
        await until_shown(pilot, "too")
        await pilot.press("x", "enter")
        await pilot.resize_terminal(*NARROW)
        await until_shown(pilot, "half a thought")
        assert box(pilot).text == "half a thought"


async def test_a_start_in_a_terminal_that_is_too_small_recovers() -> None:
    face = Memory()
    async with IntakeApp(lambda: face).run_test(size=(30, 8)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Interview))
        await until_shown(pilot, "This terminal is too small.")
        assert "Type your answer" not in shown(pilot)
        await pilot.resize_terminal(*NARROW)
        await until_shown(pilot, "Are you a member")


async def test_the_smallest_terminal_still_shows_the_box_and_the_way_out() -> None:
    async with opened(Memory(), (40, 10)) as pilot:
        await until_shown(pilot, "Type your answer")
        assert "^q Save and leave" in shown(pilot)
        assert app_of(pilot).interview.is_current


async def test_a_question_with_choices_stands_in_sight_where_there_are_few_lines() -> None:
    async with opened(Memory(), (40, 13)) as pilot:
        await send(pilot, "yes")
        await until_shown(pilot, "Which level do you apply for?")
        await pilot.press(*["down"] * 4)
        await until_shown(pilot, "❯ 4 Not sure")
        assert "Which level do you apply for?" in shown(pilot)
