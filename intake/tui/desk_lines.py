"""Rows of the desk as styled lines. Pure functions: widths are in cells, and text is never read as markup."""

import datetime as dt
from collections.abc import Sequence

from textual.content import Content

from intake.session.brief import Whom
from intake.session.desk_rows import COPY, KINDS, DeskRow, due, due_said, waits_said
from intake.tui.lines import MARKS, MUTED, fit, hanging
from intake.words import _

_GAP = "  "
#: The columns with their widths in cells; those of 0 share what is left. A narrow terminal shows the first few.
_COLUMNS = (
    (_("Case"), 0),
    (_("Level"), 5),
    (_("Due"), 19),
    (_("Waiting for"), 0),
    (_("With"), 10),
    (_("What it is"), 15),
    (_("Changed"), 10),
)
#: So many columns from a width on.
_SHOWN = ((140, 7), (100, 6), (90, 5), (60, 4), (0, 2))
_TITLE = 24


def head(width: int) -> Content:
    """The names of the columns."""
    return _line([name for name, _width in _COLUMNS], _widths(width)).stylize(MUTED)


def row_line(row: DeskRow, width: int, today: dt.date, whom: Whom | None) -> Content:
    """A case on one line."""
    known, widths = row.brief, _widths(width)
    cells = [
        _titled(row, widths[0]),
        known.level if known else "",
        due_said(due(row, today), today),
        waits_said(known, whom),
        known.holder if known else "",
        KINDS[known.kind] if known else "",
        row.changed[:10],
    ]
    return _line(cells, widths)


def _titled(row: DeskRow, width: int) -> str:
    """The title with what it is told from another of the same name by, which is not cut off."""
    signs = [*([COPY] if row.brief and row.brief.copied else []), *([MARKS["done"]] if row.closed else [])]
    end = "".join(f" · {sign}" for sign in signs)
    return fit(row.title, width - len(end)).plain.rstrip() + end


def _widths(width: int) -> list[int]:
    """The cells that each column has which a terminal of `width` shows."""
    shown = next(count for least, count in _SHOWN if width >= least)
    widths = [room for _name, room in _COLUMNS[:shown]]
    left = width - sum(widths) - len(_GAP) * (shown - 1)
    title = min(_TITLE, left // 2) if widths.count(0) > 1 else left
    return [title if n == 0 else room or left - title for n, room in enumerate(widths)]


def _line(cells: Sequence[str], widths: Sequence[int]) -> Content:
    return Content(_GAP.join(fit(cell, room).plain for cell, room in zip(cells, widths, strict=False)))


def page_lines(parts: Sequence[tuple[str, Sequence[str]]], width: int) -> Content:
    """Titled parts of lines, wrapped; the first line of all stands out."""
    lines: list[Content] = []
    for title, texts in parts:
        if title:
            lines.append(Content.styled(title, "bold"))
        lines += [hanging("· " if title else "", Content(text), width) for text in texts]
    return Content("\n").join([line.stylize("bold") if n == 0 else line for n, line in enumerate(lines)])
