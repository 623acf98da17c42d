"""The app as a referee sees it: it speaks of a rating, and of nothing that only applicants have."""

from driving import NARROW, WIDE, app_of, opened, shown, until_shown
from face import Memory

from intake.tui.board import Board
from intake.tui.help import Help
from intake.tui.palette import actions


async def test_the_panel_shows_the_rating_and_no_levels() -> None:
    async with opened(Memory(judged=False), WIDE) as pilot:
        await until_shown(pilot, "Your rating")
        assert "Where you stand" not in shown(pilot)
        assert "Your application" not in shown(pilot)
        assert "Board" not in shown(pilot)


async def test_a_narrow_terminal_points_to_the_review_instead_of_the_board() -> None:
    async with opened(Memory(judged=False), NARROW) as pilot:
        await until_shown(pilot, "^r review")
        assert "board" not in shown(pilot)


async def test_no_key_leads_to_what_only_rules_can_fill() -> None:
    async with opened(Memory(judged=False), WIDE) as pilot:
        await pilot.press("ctrl+b", "f1")
        await until_shown(pilot, "Words you can say")
        assert not any(isinstance(screen, Board) for screen in app_of(pilot).screen_stack)
        titles = {action.title for action in actions(app_of(pilot))}
        assert "Write the rating" in titles
        assert titles.isdisjoint({"Open the board", "Open the timeline", "Attach a file", "Export the bundle"})


async def test_help_leaves_out_levels_and_cases() -> None:
    async with opened(Memory(judged=False), WIDE) as pilot:
        await pilot.press("f1")
        await until_shown(pilot, "Words you can say")
        assert isinstance(app_of(pilot).screen, Help)
        assert "each level" not in shown(pilot)
        assert "other cases" not in shown(pilot)


async def test_an_applicant_finds_the_requests_among_the_actions() -> None:
    async with opened(Memory(), WIDE) as pilot:
        assert "Make requests for ratings" in {action.title for action in actions(app_of(pilot))}
