"""Colour is never needed: without it everything is there. (What stands out by colour: `tests/snapshot`.)"""

import pytest
from driving import WIDE, opened, until_shown
from face import Memory
from seeing import contrast
from textual.pilot import Pilot

SCREENS = {"": "Where you stand", "ctrl+r": "Review · ", "ctrl+b": "1 of 7", "f1": "Answering"}
SCREENS |= {"ctrl+b t": "Overlaps", "ctrl+b t t": "Degrees and other dates"}


def poor(pilot: Pilot[None], least: float) -> list[tuple[str, float]]:
    """Words on the screen that stand out from their ground by less than `least`."""
    found = []
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if style and style.color and style.bgcolor and any(char.isalnum() for char in segment.text):
                ratio = contrast(style.color, style.bgcolor)
                if ratio < least:
                    found.append((segment.text, round(ratio, 2)))
    return found


@pytest.mark.parametrize("wanted", ["light", "ansi-dark"])
@pytest.mark.parametrize("key", SCREENS)
async def test_without_colour_nothing_is_black_on_black(wanted: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("intake.tui.shell.DEFAULT_THEME", wanted)
    async with opened(Memory(answers={"membership.current": "Yes"}), WIDE) as pilot:
        await pilot.press(*key.split())
        await until_shown(pilot, SCREENS[key])
        assert not poor(pilot, 4.5)


async def test_the_first_frame_is_in_our_own_theme() -> None:
    async with opened(Memory(), WIDE) as pilot:
        assert pilot.app.theme == "intake-dark"
        assert pilot.app.screen.styles.background.hex == pilot.app.get_css_variables()["background"]
        assert pilot.app.screen.styles.background.hex == "#15181D"
