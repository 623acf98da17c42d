"""The picture of an interview in parts that fit on paper, cut between two of its sections."""

from collections.abc import Iterator
from typing import NamedTuple

from intake.interview.diagram.layout import BESIDE, BETWEEN, SIZES, Arrow, Box, Picture, Shape, Words
from intake.text import shorten
from intake.words import _

#: The most letters of a stage's title where it is continued: there is room for one line.
_LONGEST = 40


class Sheet(NamedTuple):
    """A part of the picture: where it begins, how high it is, and all shapes that reach into it."""

    top: float
    height: float
    shapes: tuple[Shape, ...]


def cut(drawn: Picture, tallest: float) -> list[Sheet]:
    """The picture in as few parts as may be, none higher than `tallest` unless a single section is."""
    tops = [0.0]
    ends = [*_gaps(drawn), drawn.height]
    for end, following in zip(ends, [*ends[1:], drawn.height], strict=True):
        if following - tops[-1] > tallest and end > tops[-1]:
            tops.append(end)
    bottoms = [*tops[1:], drawn.height]
    return [_sheet(drawn, top, bottom) for top, bottom in zip(tops, bottoms, strict=True) if top < bottom]


def _gaps(drawn: Picture) -> Iterator[float]:
    """Where the picture may be cut, downwards: before a stage, and between two sections of one."""
    stages = [shape for shape in drawn.shapes if isinstance(shape, Box) and shape.kind == "stage"]
    sections = [shape for shape in drawn.shapes if isinstance(shape, Box) and shape.kind == "section"]
    for stage in stages:
        _first, *others = [each for each in sections if stage.y < each.y < stage.bottom]
        yield stage.y - BETWEEN[0]
        yield from (each.y - BETWEEN[1] for each in others)


def _sheet(drawn: Picture, top: float, bottom: float) -> Sheet:
    reach = [shape for shape in drawn.shapes if _reaches(shape, top, bottom)]
    shapes = [part for shape in reach for part in _within(drawn, shape, top, bottom)]
    return Sheet(top, bottom - top, tuple(shapes))


def _within(drawn: Picture, shape: Shape, top: float, bottom: float) -> Iterator[Shape]:
    """A shape; of the frame of a stage the part that is on the sheet, closed, and named again where it goes on."""
    if not (isinstance(shape, Box) and shape.kind == "stage"):
        yield shape
        return
    upper, lower = max(shape.y, top + 1), min(shape.bottom, bottom - 1)
    yield shape._replace(y=upper, height=lower - upper)
    if shape.y < top:
        title = shorten(_title(drawn, shape), _LONGEST)
        yield Words(BESIDE, top + 1 + SIZES["stage"], _("{title} (continued)").format(title=title), "stage")


def _title(drawn: Picture, stage: Box) -> str:
    words = [shape for shape in drawn.shapes if isinstance(shape, Words) and shape.kind == "stage"]
    return " ".join(line.words for line in words if stage.y < line.y < stage.bottom)


def _reaches(shape: Shape, top: float, bottom: float) -> bool:
    match shape:
        case Box():
            return shape.y < bottom and shape.bottom > top
        case Arrow(points):
            return min(y for _x, y in points) < bottom and max(y for _x, y in points) > top
        case Words():
            return top < shape.y < bottom
