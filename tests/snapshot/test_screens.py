"""Pictures of the screens. After a change that is meant: `pytest tests/snapshot --snapshot-update`, then look."""

from collections.abc import Awaitable, Callable
from typing import Protocol

import pytest
from driving import NARROW, WIDE, box, until_shown
from face import Memory
from textual.app import App
from textual.pilot import Pilot

from intake.tui.app import IntakeApp
from intake.tui.themes import DARK, LIGHT

Steps = Callable[[Pilot[None]], Awaitable[None]]


class Compare(Protocol):
    """What pytest-textual-snapshot's fixture is called with here."""

    def __call__(self, app: App[None], *, terminal_size: tuple[int, int], run_before: Steps) -> bool: ...


async def a_choice(pilot: Pilot[None]) -> None:
    await until_shown(pilot, "Which ages did you work with?")
    await pilot.press("down", "space")
    await until_shown(pilot, "❯ 1 [x] Birth to 3")


async def a_text(pilot: Pilot[None]) -> None:
    await until_shown(pilot, "Which ages did you work with?")
    await pilot.press("down", "space", "enter")
    await until_shown(pilot, "What did you do there")
    box(pilot).text = "Home visits with parents and infants,\nand a group for fathers."
    await until_shown(pilot, "and a group for fathers.")
    await until_shown(pilot, "Paid work · question 5 of 5")


async def the_review(pilot: Pilot[None]) -> None:
    await until_shown(pilot, "Which ages did you work with?")
    await pilot.press("ctrl+r")
    await until_shown(pilot, "2 without an answer")


async def the_board(pilot: Pilot[None]) -> None:
    await until_shown(pilot, "Which ages did you work with?")
    await pilot.press("ctrl+b")
    await until_shown(pilot, "3 of 7 · Confirm with the association")
    await until_shown(pilot, "renew membership")  # the lower part is filled a moment later


async def the_comparison(pilot: Pilot[None]) -> None:
    await until_shown(pilot, "Which ages did you work with?")
    await pilot.press("ctrl+b", "c")
    await until_shown(pilot, "vaimh/seed → vaimh/later")
    await until_shown(pilot, "ifa.route · Route")


async def the_what_if(pilot: Pilot[None]) -> None:
    await until_shown(pilot, "Which ages did you work with?")
    await pilot.press("ctrl+b", "w")
    await until_shown(pilot, "The shortest routes")
    await until_shown(pilot, "such as: 24 hours")


async def the_help(pilot: Pilot[None]) -> None:
    await until_shown(pilot, "Which ages did you work with?")
    await pilot.press("f1")
    await until_shown(pilot, "Words you can say at any question")


@pytest.mark.parametrize(
    ("steps", "size", "theme"),
    [
        (a_choice, NARROW, LIGHT),
        (a_choice, WIDE, DARK),
        (a_text, NARROW, DARK),
        (a_text, WIDE, LIGHT),
        (the_review, NARROW, DARK),
        (the_review, WIDE, LIGHT),
        (the_board, NARROW, LIGHT),
        (the_board, WIDE, DARK),
        (the_comparison, NARROW, DARK),
        (the_comparison, WIDE, LIGHT),
        (the_what_if, NARROW, LIGHT),
        (the_what_if, WIDE, DARK),
        (the_help, NARROW, DARK),
        (the_help, WIDE, LIGHT),
    ],
    ids=lambda value: f"{value[0]}x{value[1]}" if isinstance(value, tuple) else getattr(value, "__name__", value),
)
def test_the_screen_looks_as_it_did(
    snap_compare: Compare, steps: Steps, size: tuple[int, int], theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    told = {
        "membership.current": "Yes",
        "target.level": "III Infant Mental Health Specialist",
        "education.awarded": "May 2017",
    }
    app = IntakeApp(lambda: Memory(answers=told, saved_at="10:42:07"))
    app.theme = theme
    assert snap_compare(app, terminal_size=size, run_before=steps)
