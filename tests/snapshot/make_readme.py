"""The pictures in the README: the app in Dana's interview, where she stands at its end, and a demonstration.

uv run python tests/snapshot/make_readme.py [NAME …]
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "tui")]

import callers  # noqa: E402
import personas  # noqa: E402
from driving import send, until_shown, wait_until  # noqa: E402
from textual.pilot import Pilot  # noqa: E402

from intake.demo.film import picture as moving  # noqa: E402 - the tests are found through the path set above
from intake.demo.script import TOUR, find  # noqa: E402
from intake.session.start import open_session  # noqa: E402
from intake.tui.answer import AnswerBox  # noqa: E402
from intake.tui.app import IntakeApp  # noqa: E402
from intake.tui.recording import record  # noqa: E402
from intake.tui.themes import DARK, LIGHT  # noqa: E402

Steps = Callable[[Pilot[None]], Awaitable[None]]


async def in_the_middle(pilot: Pilot[None]) -> None:
    """The conversation as it stands."""
    await pilot.pause()


async def a_proof(pilot: Pilot[None]) -> None:
    """The requirements of level III, with the proof of supervised work."""
    await pilot.press("ctrl+b")
    await until_shown(pilot, "III")
    await pilot.press("down", "down", "down", "enter")
    await until_shown(pilot, "Two years of supervised work")
    while "▸" not in _line_of(pilot, "Two years of supervised work"):
        await pilot.press("down")


async def the_timeline(pilot: Pilot[None]) -> None:
    """Her work by years, and what counts of it."""
    await pilot.press("ctrl+b", "t")
    await until_shown(pilot, "Chesterfield")


async def a_call(pilot: Pilot[None]) -> None:
    """Some of what Dana says on the telephone."""
    await pilot.app.run_action("app.call")
    for said in callers.fragments("dana")[:9]:
        await until_shown(pilot, "What the caller says")
        await send(pilot, said)
    await until_shown(pilot, "So:")


def _line_of(pilot: Pilot[None], words: str) -> str:
    lines = (strip.text for strip in pilot.app.screen._compositor.render_strips())
    return next(line for line in lines if words in line)


#: For each picture: how many of Dana's words are said before, the theme, the size, and what is done then.
PICTURES: dict[str, tuple[int | None, str, tuple[int, int], Steps]] = {
    "readme": (36, DARK, (120, 40), in_the_middle),
    "proof": (None, LIGHT, (120, 34), a_proof),
    "timeline": (None, DARK, (120, 30), the_timeline),
    "call": (0, LIGHT, (120, 32), a_call),
}


async def picture(home: Path, words: int | None, theme: str, size: tuple[int, int], steps: Steps) -> str:
    """The screen as SVG, without fonts from elsewhere."""
    session = open_session(home, as_of=personas.AS_OF)
    for said in personas.words("dana")[:words]:
        if said != "finish":
            session.say(said)
    app = IntakeApp(lambda: session)
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        await wait_until(pilot, lambda: isinstance(app.focused, AnswerBox))
        await steps(pilot)
        await pilot.pause()
        svg = app.export_screenshot(title="intake")
    session.close()
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


def demonstration() -> str:
    """The short interview of the tour, as a picture that moves."""
    tour = find(TOUR)
    short = replace(tour, lines=tuple(line for line in tour.lines if line.chapter == 1))
    return moving(record([short], (90, 28), faster=2))


if __name__ == "__main__":
    (HERE / "demo.svg").write_text(demonstration(), encoding="utf-8")
    for name, how in [(n, h) for n, h in PICTURES.items() if n in (sys.argv[1:] or PICTURES)]:
        with tempfile.TemporaryDirectory() as folder:
            (HERE / f"{name}.svg").write_text(asyncio.run(picture(Path(folder), *how)), encoding="utf-8")
