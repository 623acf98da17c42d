"""A scale of years: where a day stands on a line of so many cells, and bars painted on it."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from intake.portfolio.months import Period

#: How many years lie between two that are named.
_STEPS = (1, 2, 5, 10, 20, 50, 100)
#: The width of a year's name, with a blank behind it.
_YEAR = 5


class Scale(NamedTuple):
    """Days from `first` to `last` over `width` cells, or whatever the width is measured in."""

    first: dt.date
    last: dt.date
    width: float

    def at(self, day: dt.date) -> float:
        """Where `day` begins, from 0 to the width; a day beyond an end stands at that end."""
        share = (day - self.first).days / (self.last - self.first).days
        return min(max(share, 0.0), 1.0) * self.width

    def cell(self, day: dt.date) -> int:
        """The cell that `day` falls into."""
        return min(int(self.at(day)), int(self.width) - 1)

    def cells(self, period: Period) -> range:
        """The cells that a period fills by half or more; one where it would have none."""
        start, end = round(self.at(period.start)), round(self.at(period.end))
        return range(start, end) if start < end else range(at := self.cell(period.start), at + 1)

    def years(self, room: float = _YEAR) -> list[int]:
        """The years to name, so far apart that each name has `room`."""
        total = (self.last - self.first).days / 365.25
        step = next((s for s in _STEPS if s * self.width / total >= room), _STEPS[-1])
        return [year for year in range(self.first.year, self.last.year + 1) if (year - self.first.year) % step == 0]

    def year_cells(self) -> list[tuple[int, int]]:
        """The years to name, each with its cell; those whose name would stand out at the right are left out."""
        cells = ((year, self.cell(dt.date(year, 1, 1))) for year in self.years())
        return [(year, cell) for year, cell in cells if cell + _YEAR - 1 <= self.width and self._holds(year)]

    def _holds(self, year: int) -> bool:
        return dt.date(year, 1, 1) < self.last


class Layer(NamedTuple):
    """Periods to paint with a glyph, over what is there already."""

    periods: Iterable[Period]
    glyph: str


def painted(scale: Scale, layers: Iterable[Layer], ground: str) -> str:
    """`ground`, a line as wide as the scale, with `layers` painted over it; the last lies on top."""
    line = list(ground)
    for periods, glyph in layers:
        for period in periods:
            cells = scale.cells(period)
            line[cells.start : cells.stop] = glyph * len(cells)
    return "".join(line)
