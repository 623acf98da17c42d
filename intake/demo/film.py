"""What a terminal showed, second by second, as an asciinema cast or as a picture that moves. Pure, and repeatable."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from intake.bundle.markup import text


class Run(NamedTuple):
    """Characters of one look: colours as "#15181d", and whether they are bold. `cells` is how wide they are."""

    words: str
    colour: str
    ground: str
    bold: bool
    cells: int


class Frame(NamedTuple):
    """A screen, line by line, and the seconds for which it stands."""

    lines: tuple[tuple[Run, ...], ...]
    seconds: float


class Film(NamedTuple):
    """Frames of one size, in columns and lines, under a title."""

    title: str
    size: tuple[int, int]
    frames: tuple[Frame, ...]


#: Formats by the end of a file's name.
CAST, PICTURE = ".cast", ".svg"
#: A picture leaves out what stands for less, in seconds: its time goes to the frame before.
_SHORTEST = 0.4
#: Pixels of a cell.
_WIDTH, _HEIGHT, _FONT = 8.4, 17, 14


def cast(film: Film) -> str:
    """The film as asciinema's format, version 2. Of each frame only the lines that changed are in it."""
    columns, lines = film.size
    head = {"version": 2, "width": columns, "height": lines, "title": film.title}
    return "\n".join([json.dumps(head), *map(json.dumps, _events(film))]) + "\n"


def _events(film: Film) -> Iterator[tuple[float, str, str]]:
    shown: Sequence[tuple[Run, ...]] = ()
    at = 0.0
    for frame in film.frames:
        changed = [n for n, line in enumerate(frame.lines) if n >= len(shown) or shown[n] != line]
        painted = "".join(f"\x1b[{n + 1};1H{''.join(map(_painted, frame.lines[n]))}" for n in changed)
        yield round(at, 3), "o", ("" if shown else "\x1b[?25l\x1b[2J") + painted
        shown, at = frame.lines, at + frame.seconds
    yield round(at, 3), "o", "\x1b[?25h"


def _painted(run: Run) -> str:
    bold = "1;" if run.bold else ""
    return f"\x1b[{bold}38;2;{_parts(run.colour)};48;2;{_parts(run.ground)}m{run.words}\x1b[0m"


def _parts(colour: str) -> str:
    return ";".join(str(int(colour[n : n + 2], 16)) for n in (1, 3, 5))


def picture(film: Film) -> str:
    """The film as an SVG that moves by itself and for ever; still, with its last frame, for whoever asks for that.

    Each line that is ever shown stands in it once. Nothing in it runs or is loaded.
    """
    frames = _slower(film.frames)
    width, height = film.size[0] * _WIDTH, film.size[1] * _HEIGHT
    every = {line: number for number, line in enumerate(dict.fromkeys(line for f in frames for line in f.lines))}
    drawn = (f'<g id="l{number}">{"".join(_drawn(line))}</g>' for line, number in every.items())
    screens = (
        f'<use href="#l{every[line]}" y="{n * height + at * _HEIGHT:g}"/>'
        for n, frame in enumerate(frames)
        for at, line in enumerate(frame.lines)
    )
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">',
        f"<title>{text(film.title)}</title>",
        f"<style>{_style(frames, height)}</style>",
        f"<defs>{''.join(drawn)}</defs>",
        f'<g class="film">{"".join(screens)}</g>',
    ]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _slower(frames: Iterable[Frame]) -> list[Frame]:
    """The frames that stand long enough, with the time of those between them."""
    kept: list[Frame] = []
    for frame in frames:
        if kept and frame.seconds < _SHORTEST:
            kept[-1] = Frame(kept[-1].lines, kept[-1].seconds + frame.seconds)
        else:
            kept.append(frame)
    return kept


def _style(frames: Sequence[Frame], height: float) -> str:
    total = sum(frame.seconds for frame in frames)
    ends = [0.0]
    for frame in frames:
        ends.append(ends[-1] + frame.seconds)
    steps = "".join(
        f"{100 * start / total:.3f}%,{100 * end / total - 0.001:.3f}%{{transform:translateY({-n * height:g}px)}}"
        for n, (start, end) in enumerate(pairwise(ends))
    )
    return (
        f"text{{font:{_FONT}px 'DejaVu Sans Mono',Menlo,Consolas,monospace;white-space:pre}}.b{{font-weight:bold}}"
        "rect{shape-rendering:crispEdges}"
        f"@keyframes film{{{steps}}}.film{{animation:film {total:.2f}s step-end infinite}}"
        f"@media(prefers-reduced-motion:reduce){{.film{{animation:none;"
        f"transform:translateY({-(len(frames) - 1) * height:g}px)}}}}"
    )


def _drawn(line: Iterable[Run]) -> Iterator[str]:
    at = 0
    for run in line:
        x, width = at * _WIDTH, run.cells * _WIDTH
        yield f'<rect x="{x:g}" width="{width + 0.3:g}" height="{_HEIGHT}" fill="{run.ground}"/>'
        if run.words.strip():
            look = f'fill="{run.colour}"' + (' class="b"' if run.bold else "")
            yield f'<text x="{x:g}" y="{_FONT - 1}" textLength="{width:g}" {look}>{text(run.words)}</text>'
        at += run.cells
