"""Driving the app in tests: opening it at a fixed size, waiting for conditions, and reading what the screen shows."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic

from textual.pilot import Pilot

from intake.session.face import Face
from intake.tui.answer import AnswerBox
from intake.tui.app import IntakeApp

WIDE = (120, 40)
NARROW = (80, 24)


@asynccontextmanager
async def opened(face: Face, size: tuple[int, int] = NARROW) -> AsyncIterator[Pilot[None]]:
    """The app over `face`, painted, with its notices shown."""
    app = IntakeApp(lambda: face)
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_until(pilot, lambda: isinstance(app.focused, AnswerBox))
        yield pilot


async def wait_until(pilot: Pilot[None], condition: Callable[[], object], seconds: float = 30.0) -> None:
    """Let the app work until `condition` holds; fail with what the screen shows if it never does."""
    deadline = monotonic() + seconds
    while not condition():
        if monotonic() > deadline:
            raise AssertionError(f"waited {seconds} s in vain; the screen shows:\n{shown(pilot)}")
        await pilot.pause()


async def until_shown(pilot: Pilot[None], text: str) -> None:
    """Wait until `text` stands on the screen on one line."""
    await wait_until(pilot, lambda: text in shown(pilot))


async def until_gone(pilot: Pilot[None], text: str) -> None:
    """Wait until `text` stands nowhere on the screen."""
    await wait_until(pilot, lambda: text not in shown(pilot))


async def send(pilot: Pilot[None], text: str) -> None:
    """Put `text` into the box that has the focus, and press Enter."""
    box(pilot).text = text
    await pilot.press("enter")


def box(pilot: Pilot[None]) -> AnswerBox:
    """The box of the screen in front."""
    return pilot.app.screen.query_one(AnswerBox)


def app_of(pilot: Pilot[None]) -> IntakeApp:
    """The app under test."""
    assert isinstance(pilot.app, IntakeApp)
    return pilot.app


def shown(pilot: Pilot[None]) -> str:
    """The screen in front as lines of text."""
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())
