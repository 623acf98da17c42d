"""Looking at a scene: in three sizes and in every theme, as text that can be compared line by line."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import ascii_letters
from time import monotonic

from openings import opening
from rich.color import Color
from rich.style import Style
from scenes import Steps
from textual.pilot import Pilot
from textual.strip import Strip

from intake.tui.shell import Shell
from intake.tui.themes import CONTRAST, DARK, LIGHT

SIZES = ((40, 15), (80, 24), (120, 40))

#: Words that are smaller than this contrast, by WCAG 2, are hard to read.
LEAST = 4.5


@dataclass(frozen=True)
class Seen:
    """A scene in one size and theme: as text, as SVG, and the words in it that stand out too little."""

    size: tuple[int, int]
    theme: str
    text: str
    svg: str
    poor: tuple[tuple[str, float], ...]


#: The theme of high contrast is the light one with other colours: one size will do.
LOOKS = [*((size, DARK) for size in reversed(SIZES)), *((size, LIGHT) for size in SIZES), (SIZES[-1], CONTRAST)]


@cache
def seen(steps: Steps, *, drawn: bool = False) -> tuple[Seen, ...]:
    """The scene in all sizes and themes, after one walk to it; `drawn`, as pictures too."""
    return asyncio.run(_see(steps, drawn))


async def _see(steps: Steps, drawn: bool) -> tuple[Seen, ...]:
    looks = []
    with opening(steps) as app:
        async with app.run_test(size=SIZES[-1], notifications=True) as pilot:
            app.theme = DARK
            await steps(pilot)
            for size, theme in LOOKS:
                app.theme = theme
                await pilot.resize_terminal(*size)
                await _settled(pilot)
                looks.append(_look(app, size, app.export_screenshot(title="intake") if drawn else ""))
    return tuple(looks)


async def _settled(pilot: Pilot[None]) -> None:
    """Wait until the screen has stayed the same for three rounds of messages."""
    same, before, deadline = 0, "", monotonic() + 5
    while same < 3 and monotonic() < deadline:
        await pilot.pause()
        now = _text(pilot.app.screen._compositor.render_strips())
        same, before = (same + 1, before) if now == before else (0, now)


def _look(app: Shell, size: tuple[int, int], svg: str) -> Seen:
    strips = app.screen._compositor.render_strips()
    return Seen(size, app.theme, _text(strips), svg, tuple(_poor(strips)))


def _text(strips: Sequence[Strip]) -> str:
    """The lines; then a letter for the style of each cell; then what each letter means."""
    styles: dict[str, str] = {}
    letters = []
    for strip in strips:
        line = ""
        for segment in strip:
            letter = styles.setdefault(_said(segment.style), ascii_letters[len(styles) % len(ascii_letters)])
            line += letter * segment.cell_length
        letters.append(line)
    legend = [f"{letter}  {style}" for style, letter in styles.items()]
    return "\n".join([*(strip.text.rstrip() for strip in strips), "", *letters, "", *legend])


def _said(style: Style | None) -> str:
    if style is None:
        return "plain"
    marks = [name for name in ("bold", "italic", "underline", "reverse", "dim") if getattr(style, name)]
    return " ".join([_hex(style.color), "on", _hex(style.bgcolor), *marks])


def _hex(color: Color | None) -> str:
    return "default" if color is None else color.get_truecolor().hex


def _poor(strips: Sequence[Strip]) -> Iterator[tuple[str, float]]:
    for segment in (segment for strip in strips for segment in strip):
        style = segment.style
        if style and style.color and style.bgcolor and any(char.isalnum() for char in segment.text):
            ratio = contrast(style.color, style.bgcolor)
            if ratio < LEAST:
                yield segment.text, round(ratio, 2)


def luminance(color: Color) -> float:
    """Relative luminance by WCAG 2."""
    parts = (value / 255 for value in color.get_truecolor())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio by WCAG 2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def whole(steps: Steps) -> str:
    """What is kept of a scene: all sizes, in the dark theme and in the light one."""
    blocks = [
        f"=== {look.size[0]} x {look.size[1]}, {look.theme}\n{look.text}\n"
        for look in seen(steps)
        if look.theme != CONTRAST
    ]
    return "\n".join(blocks)


def file_of(steps: Steps) -> Path:
    """Where a scene is kept."""
    return Path(__file__).parent / "screens" / f"{steps.__name__}.txt"
