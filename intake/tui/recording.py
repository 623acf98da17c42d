"""A demonstration recorded without a terminal and without waiting: the time in it is what a person would take."""

from collections.abc import Callable, Sequence

from rich.color import Color
from textual.pilot import Pilot
from textual.strip import Strip

from intake.demo.film import Film, Frame, Run
from intake.demo.script import Script
from intake.tui.demo import DemoApp
from intake.tui.lectern import FILMED

#: Seconds for which the last screen stands.
_LAST = 4.0


def record(
    scripts: Sequence[Script], size: tuple[int, int], faster: int = 0, tell: Callable[[int], None] = lambda _said: None
) -> Film:
    """Play `scripts` to their end at a size in columns and lines, so many steps `faster` than a person.

    `tell` is given how many lines were said so far. Raises what opening a case raises.
    """
    app = DemoApp(scripts, timed=False)
    app.add_class(FILMED)
    frames: list[Frame] = []

    async def playing(pilot: Pilot[object]) -> None:
        while app.playing is None and app.failure is None:
            await pilot.pause()
        app.action_pace(faster)
        app.action_go_on()
        await _settled(pilot)
        seconds: float | None = 1.0
        while seconds is not None:
            if app.playing is not None:
                frames.append(Frame(_lines(app), seconds))
            seconds = await app.act()
            tell(app.player.at)
            await _settled(pilot)
        frames.append(Frame(_lines(app), _LAST))
        app.exit()

    try:
        app.run(headless=True, size=size, auto_pilot=playing)
    finally:
        app.close()
    if app.failure is not None:
        raise app.failure
    return Film(app.player.script.title, size, tuple(frames))


async def _settled(pilot: Pilot[object]) -> None:
    """Let the screen come to rest: what is laid out after a paint is painted by the next."""
    await pilot.pause()
    await pilot.pause()


def _lines(app: DemoApp) -> tuple[tuple[Run, ...], ...]:
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - what a screenshot of Textual's is made of
    return tuple(_runs(strip) for strip in strips)


def _runs(strip: Strip) -> tuple[Run, ...]:
    """A line's runs, those of the same look joined."""
    runs: list[Run] = []
    for segment in strip:
        style = segment.style
        colours = (style.color, style.bgcolor) if style else (None, None)
        colour, ground = (_hex(each, default) for each, default in zip(colours, ("#ffffff", "#000000"), strict=True))
        if style and style.reverse:
            colour, ground = ground, colour
        run = Run(segment.text, colour, ground, bool(style and style.bold), segment.cell_length)
        if runs and runs[-1][1:4] == run[1:4]:
            before = runs.pop()
            run = run._replace(words=before.words + run.words, cells=before.cells + run.cells)
        runs.append(run)
    return tuple(runs)


def _hex(colour: Color | None, default: str) -> str:
    return default if colour is None or colour.is_default else colour.get_truecolor().hex
