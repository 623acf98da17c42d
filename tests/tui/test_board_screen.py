"""The board, the proof behind a verdict, the help, and the palette's way to a section."""

from collections.abc import Sequence

import pytest
from driving import NARROW, WIDE, app_of, box, opened, send, shown, until_gone, until_shown
from face import Memory
from textual.pilot import Pilot

from intake.session.views import BoardRow, Trial, TrialRow
from intake.tui.lines import board_row


async def test_the_board_says_in_words_what_is_met_and_what_is_open() -> None:
    async with opened(Memory(), NARROW) as pilot:
        await send(pilot, "yes")
        await pilot.press("ctrl+b")
        await until_shown(pilot, "1 of 1 · Met by your answers")
        text = " ".join(shown(pilot).split())
        assert "1 of 7 · " in text
        assert ": exam, 1 reference, supervised months" in text
        assert "renew membership" in shown(pilot)


async def test_enter_unfolds_a_level_shows_a_proof_and_escape_goes_back_level_by_level() -> None:
    async with opened(Memory(), NARROW) as pilot:
        await pilot.press("ctrl+b", "down", "enter")
        await until_shown(pilot, "I Infant Family Associate   ░░░░░░░░  0 of 3 · Need more information")
        await until_shown(pilot, "The exam ───")
        text = " ".join(shown(pilot).split())
        assert "▸ Supervised work ✓ Met by your answers" in text
        assert "The exam itself ○ Not met" in text
        assert "Source: VAIMH page" in shown(pilot)
        assert "Yours to do" not in shown(pilot)
        await pilot.press("down")
        await until_shown(pilot, "▸ The exam itself")
        await until_shown(pilot, "Yours to do: begin with the exam")
        assert "Or: wait a year" in shown(pilot)
        await pilot.press("enter")
        await until_gone(pilot, "Supervised work")
        await until_shown(pilot, "Or: wait a year")
        await pilot.press("escape")
        await until_shown(pilot, "▸ The exam itself")
        await pilot.press("escape")
        await until_shown(pilot, "Where you stand")
        await pilot.press("escape")
        await until_shown(pilot, "Type your answer")


async def test_another_edition_that_differs_is_compared_first_and_each_says_how_much() -> None:
    async with opened(Memory(), WIDE) as pilot:
        await pilot.press("ctrl+b", "c")
        await until_shown(pilot, "▸ Oklahoma (okaimh/levels): other verdict: 1")
        assert "Virginia, later pages (vaimh/later): nothing differs" in shown(pilot)
        await until_shown(pilot, "vaimh/seed → okaimh/levels")
        assert "▸ I Associate: Met → Confirm" in shown(pilot)
        await pilot.press("up")
        await until_shown(pilot, "vaimh/seed → vaimh/later")
        await pilot.press("escape")
        await until_shown(pilot, "Where you stand")


async def test_a_level_is_opened_by_a_click_and_so_is_a_proof() -> None:
    async with opened(Memory(), WIDE) as pilot:
        await pilot.press("ctrl+b")
        await until_shown(pilot, "III  Infant Mental Health Specialist")
        await pilot.click(offset=(12, line_of(pilot, "III  Infant")))
        await until_shown(pilot, "The exam itself")
        await pilot.click(offset=(12, line_of(pilot, "The exam itself")))
        await until_gone(pilot, "Supervised work")
        await until_shown(pilot, "Yours to do: begin with the exam")


def line_of(pilot: Pilot[None], text: str) -> int:
    """The line of the screen on which `text` stands."""
    return next(n for n, line in enumerate(shown(pilot).splitlines()) if text in line)


@pytest.mark.parametrize("size", [(40, 15), (300, 100)])
async def test_the_board_and_its_requirements_have_room_in_every_size(size: tuple[int, int]) -> None:
    async with opened(Memory(), size) as pilot:
        await pilot.press("ctrl+b", "down", "down")
        await until_shown(pilot, "▸ III")
        await pilot.press("enter", "down")
        await until_shown(pilot, "▸ The exam itself")
        await until_shown(pilot, "○ Not met")


async def test_w_on_the_board_tries_changes_takes_them_out_and_keeps_them_as_plans() -> None:
    class Trying(Memory):
        def trial(self, words: Sequence[str]) -> Trial:
            known = tuple(each for each in words if "hours" in each)
            row = TrialRow("ifs", "II", "Infant Family Specialist", "not_met", "met", "Not met", "Met", 1, 3, 3)
            return Trial("2026-03-01", known, (), (), (row,) if known else (), ())

    face = Trying()
    async with opened(face, NARROW) as pilot:
        await pilot.press("ctrl+b", "w")
        await until_shown(pilot, "The shortest routes")
        await send(pilot, "unicorns")
        await until_shown(pilot, "I could not tell what would be different")
        box(pilot).text = ""
        await send(pilot, "24 hours")
        await until_shown(pilot, "II Infant Family Specialist: Not met, 1 of 3 → Met, 3 of 3")
        await pilot.press("ctrl+z")
        await until_shown(pilot, "The shortest routes")
        await send(pilot, "24 hours")
        await until_shown(pilot, "→ Met, 3 of 3")
        await pilot.press("ctrl+k")
        await until_shown(pilot, "/intend 24 hours")


async def test_a_key_in_the_last_line_can_be_clicked() -> None:
    async with opened(Memory()) as pilot:
        last = shown(pilot).splitlines()[-1]
        await pilot.click(offset=(last.index("Review"), NARROW[1] - 1))
        await until_shown(pilot, "Review · 5 questions")


async def test_help_lists_keys_and_words_and_leaves_by_escape() -> None:
    async with opened(Memory()) as pilot:
        await pilot.press("f1")
        await until_shown(pilot, "Words you can say at any question")
        assert "undo · redo" in shown(pilot)
        assert "what if … · plan" in shown(pilot)
        await pilot.press("f1", "escape")
        await until_gone(pilot, "Words you can say at any question")


async def test_the_palette_goes_to_a_section_from_any_screen() -> None:
    async with opened(Memory()) as pilot:
        await pilot.press("ctrl+b", "ctrl+p")
        await until_shown(pilot, "What would you like to do?")
        await pilot.press(*"educ")
        await until_shown(pilot, "Go to Education")
        await pilot.press("enter")
        await until_shown(pilot, "When did you finish your degree?")
        assert app_of(pilot).interview.is_current


async def test_the_palette_changes_the_theme() -> None:
    async with opened(Memory()) as pilot:
        await pilot.press("ctrl+p")
        await until_shown(pilot, "What would you like to do?")
        await pilot.press(*"light theme")
        await until_shown(pilot, "Use the light theme")
        await pilot.press("enter")
        await until_shown(pilot, "Type your answer")
        assert pilot.app.theme == "intake-light"


def test_nothing_open_is_left_out_of_a_row_of_the_board() -> None:
    names = tuple(f"requirement number {n}" for n in range(30))
    row = BoardRow("x", "IV", "Mentor", "not_met", "Not met", 0, 30, names)
    text = " ".join(board_row(row, 40).plain.split())
    assert all(name in text for name in names)
