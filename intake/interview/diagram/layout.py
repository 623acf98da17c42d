"""Where everything in the picture of an interview stands: stages below one another, their sections in a column.

    stage ┌──────────────────────────────────────────────┐
          │      ↓                                       │   a section: its title and how many questions it has
          │ ┌┄┌─────────┐                     only if …  │   to its right, when it is asked
          │ ┆ │ section │                                │   to its left, the way around it when it is not
          │ └┄└─────────┘                                │
          │      ↓                                       │
          │   ┌─────────────────────────────┐            │   a list: its gate, and an entry
          │   │  any other?  ⇄  one entry   │            │
          │   └─────────────────────────────┘            │
          └──────────────────────────────────────────────┘

Lengths are in the picture's own unit, from its upper left corner.
"""

from collections.abc import Iterable
from typing import NamedTuple

from intake.interview.diagram.metrics import wrapped
from intake.interview.flow import Flow, Section, Stage
from intake.interview.guards import section_guard
from intake.interview.statechart import END, Move, moves, parts
from intake.text import visible
from intake.words import _

WIDTH = 820.0
#: The size of letters, by what they say.
SIZES = {"heading": 18, "stage": 15, "section": 14, "state": 12, "arrow": 12, "guard": 12, "legend": 12}
#: What is written in bold, and how much wider it is for that.
BOLD, _BOLDER = ("heading", "stage", "section"), 1.15
_LEADING = 1.35
_FRAME, _AROUND, _LEFT, _MIDDLE = 16.0, 46.0, 76.0, 186.0
_PLAIN, _LIST = 220.0, 528.0
_GATE, _ITEM = (88.0, 196.0), (424.0, 168.0)
_GAP, _PAD, _JOIN, _SPLIT, _BESIDE = 38.0, 9.0, 10.0, 15.0, 20.0
#: How far above a stage, and above a section that is not its first, nothing stands but lines downwards.
BETWEEN = 10.0, 22.0
#: Where the title of a stage begins, beside the line downwards.
BESIDE = _MIDDLE + _BESIDE


class Box(NamedTuple):
    """A rectangle; `kind` is `stage`, `section`, `state` or `end`."""

    x: float
    y: float
    width: float
    height: float
    kind: str

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


class Arrow(NamedTuple):
    """A line through `points` with a head at its end; `kind` is `on`, `around` or `loop`."""

    points: tuple[tuple[float, float], ...]
    kind: str


class Words(NamedTuple):
    """One line of text: where it begins, its baseline, and what it is (a key of `SIZES`)."""

    x: float
    y: float
    words: str
    kind: str


Shape = Box | Arrow | Words


class Picture(NamedTuple):
    """Everything drawn, from back to front, and the height of it all."""

    height: float
    shapes: tuple[Shape, ...]


class _Column(NamedTuple):
    """Some shapes that stand between two heights, and the box of each section among them."""

    bottom: float
    shapes: list[Shape]
    sections: dict[str, Box]


def picture(flow: Flow) -> Picture:
    """The picture of `flow`."""
    heading = _text(flow.title, "heading", _FRAME, 12, WIDTH - 2 * _FRAME)
    start = Box(_MIDDLE - 7, _below(heading, 12) + 12, 14, 14, "end")
    shapes: list[Shape] = [*heading, start]
    boxes = {"": start}
    bottom = start.bottom + 24
    for stage in flow.stages:
        column = _stage(flow, stage, bottom)
        shapes += column.shapes
        boxes |= column.sections
        bottom = column.bottom + 20
    end = boxes[END] = Box(_MIDDLE - 7, bottom + 14, 14, 14, "end")
    arrows = [_down(start, boxes[next(iter(flow.sections))])]
    arrows += [arrow for move in moves(flow) if move.guard == "done" for arrow in _onward(flow, move, boxes)]
    legend = _legend(end.bottom + 24)
    return Picture(_below(legend, end.bottom) + 16, (*shapes, end, *arrows, *legend))


def _stage(flow: Flow, stage: Stage, top: float) -> _Column:
    title = _text(stage.title, "stage", BESIDE, top + 8, WIDTH - _FRAME - BESIDE - _BESIDE)
    bottom, shapes, sections = top - _GAP + 44, list[Shape](), dict[str, Box]()
    for section in stage.sections:
        column = _section(flow, section, max(bottom + _GAP, _below(title, top) + 8))
        shapes += column.shapes
        sections |= column.sections
        bottom = column.bottom
    frame = Box(_FRAME, top, WIDTH - 2 * _FRAME, bottom + 20 - top, "stage")
    return _Column(frame.bottom, [frame, *title, *shapes], sections)


def _section(flow: Flow, section: Section, top: float) -> _Column:
    width = _LIST if section.repeat else _PLAIN
    beside = _LEFT + width + _BESIDE
    guard = _text(section_guard(flow, section), "guard", beside, top + 4, WIDTH - _FRAME - _BESIDE - beside)
    title = _text(section.title, "section", _LEFT + 12, top + _PAD, width - 24)
    inside = _states(section, _below(title, top) + 6) if section.repeat else _count(section, _below(title, top))
    box = Box(_LEFT, top, width, _below(inside, top) + _PAD - top, "section")
    return _Column(max(box.bottom, _below(guard, top)), [box, *title, *inside, *guard], {section.id: box})


def _count(section: Section, top: float) -> list[Shape]:
    return _text(_asked(section), "state", _LEFT + 12, top, _PLAIN - 24)


def _asked(section: Section) -> str:
    count = len(section.questions)
    return _("1 question") if count == 1 else _("{n} questions").format(n=count)


def _states(section: Section, top: float) -> list[Shape]:
    """A list's gate and entry, and the two ways between them."""
    assert section.repeat is not None, "only a list has a gate"
    gate = _text(section.repeat.more, "state", _GATE[0] + 8, top + 6, _GATE[1] - 16)
    entry = _("one {name}").format(name=section.repeat.one)
    item = [line for words in (entry, _asked(section)) for line in _lines(words, "state", _ITEM[1] - 16)]
    lines = _stacked(item, "state", _ITEM[0] + 8, top + 6)
    height = max(_below([*gate, *lines], top) + 6 - top, 44)
    right, left, middle = _ITEM[0], _GATE[0] + _GATE[1], top + height / 2
    return [
        Box(_GATE[0], top, _GATE[1], height, "state"),
        Box(_ITEM[0], top, _ITEM[1], height, "state"),
        *gate,
        *lines,
        Arrow(((left, middle - 3), (right, middle - 3)), "loop"),
        Arrow(((right, middle + 3), (left, middle + 3)), "loop"),
        *_text(_("yes: one more"), "arrow", left + 8, middle - 22, right - left),
        *_text(_("asked again"), "arrow", left + 8, middle + 7, right - left),
    ]


def _onward(flow: Flow, move: Move, boxes: dict[str, Box]) -> list[Arrow]:
    """The way from a section to the next one, and the way around it where there is a guard."""
    name, following = parts(move.source)[0], END if move.target == END else parts(move.target)[0]
    section, box = flow.sections[name], boxes[name]
    around = ((_MIDDLE, box.y - _SPLIT), (_AROUND, box.y - _SPLIT), (_AROUND, box.bottom + _JOIN))
    guarded = section.when or section.unless
    return [
        _down(box, boxes[following]),
        *([Arrow((*around, (_MIDDLE - 1, box.bottom + _JOIN)), "around")] if guarded else []),
    ]


def _down(above: Box, below: Box) -> Arrow:
    return Arrow(((_MIDDLE, above.bottom), (_MIDDLE, below.y)), "on")


def _legend(top: float) -> list[Shape]:
    on = _text(_("nothing left to ask"), "legend", _FRAME + 60, top, 240)
    around = _text(_("passed by, if it is not asked"), "legend", _FRAME + 340, top, 400)
    middle = top + SIZES["legend"] * 0.7
    lines = [((_FRAME, middle), (_FRAME + 48, middle)), ((_FRAME + 280, middle), (_FRAME + 328, middle))]
    return [Arrow(lines[0], "on"), *on, Arrow(lines[1], "around"), *around]


def _text(words: str, kind: str, x: float, top: float, most: float) -> list[Shape]:
    """`words` in lines that are at most so wide, the first of them below `top`."""
    return _stacked(_lines(words, kind, most), kind, x, top)


def _lines(words: str, kind: str, most: float) -> list[str]:
    return wrapped(visible(words, one_line=True), SIZES[kind] * (_BOLDER if kind in BOLD else 1), most)


def _stacked(lines: Iterable[str], kind: str, x: float, top: float) -> list[Shape]:
    size = SIZES[kind]
    return [Words(x, top + size * (1 + n * _LEADING), line, kind) for n, line in enumerate(lines)]


def _below(shapes: Iterable[Shape], top: float) -> float:
    """The lowest point of boxes and texts, at least `top`."""
    texts_and_boxes = (s for s in shapes if not isinstance(s, Arrow))
    return max((s.bottom if isinstance(s, Box) else s.y + SIZES[s.kind] * 0.35 for s in texts_and_boxes), default=top)
