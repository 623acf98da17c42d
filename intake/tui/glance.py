"""Where somebody stands in one line: for a wall, and for a terminal that has no room for a line a level."""

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from intake.session.face import Face
from intake.session.views import BoardRow
from intake.tui.lines import VERDICT_STYLES, bar

#: Cells of a bar, and between two levels, from the roomiest form on.
_FORMS = ((8, 4), (4, 3), (0, 3), (0, 2))


def glance(rows: Sequence[BoardRow], width: int) -> Content:
    """The levels by their numbers, with how much of each is met, in the roomiest form that `width` cells hold."""
    levels = [row for row in rows if row.number]
    forms = (_line(levels, cells, gap) for cells, gap in _FORMS)
    return next((line for line in forms if line.cell_length <= width), _line(levels, 0, 1)).truncate(width)


def _line(levels: Sequence[BoardRow], cells: int, gap: int) -> Content:
    return Content(" " * gap).join(_level(row, cells) for row in levels)


def _level(row: BoardRow, cells: int) -> Content:
    drawn = f" {bar(row.met, row.total, cells)}" if cells else ""
    return Content.assemble((row.number, "bold"), (drawn, VERDICT_STYLES[row.verdict]), f" {row.met}/{row.total}")


class Glance(Widget):
    """The line over a conversation. Whoever changes what it shows refreshes it."""

    ALLOW_SELECT = False

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def render(self) -> RenderResult:
        """The levels as they stand."""
        return glance(self._face.board(), self.content_size.width)
