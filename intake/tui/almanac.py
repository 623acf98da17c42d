"""A calendar's pages: months of a year, days of a month, and how keys walk them. Pure, and the same in every locale."""

import datetime as dt
import re
from calendar import Calendar
from dataclasses import dataclass, replace

from intake.portfolio.edtf import EARLIEST_YEAR, LATEST_YEAR, last_day, spoken
from intake.words import _

#: Months in a row of a year's page.
COLUMNS = 3

MONTHS = (_("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
          _("September"), _("October"), _("November"), _("December"))  # fmt: skip
#: The heads of a month's columns; its weeks begin on Sunday.
WEEKDAYS = (_("Su"), _("Mo"), _("Tu"), _("We"), _("Th"), _("Fr"), _("Sa"))

_WEEKS = Calendar(firstweekday=6)
_MONTH_STEPS = {"left": -1, "right": 1, "up": -COLUMNS, "down": COLUMNS, "pageup": -12, "pagedown": 12}
_DAY_STEPS = {"left": -1, "right": 1, "up": -7, "down": 7}
_PAGE_STEPS = {"pageup": -1, "pagedown": 1}
_SAID = re.compile(r"(?:([A-Z][a-z]+) (?:(\d{1,2}), )?)?(\d{4})")
_NUMBERS = {spoken(f"2000-{month:02d}").split()[0]: month for month in range(1, 13)}


@dataclass(frozen=True)
class Page:
    """Where the mark is: a month of a year, or, where `day` is not 0, a day of it."""

    year: int
    month: int
    day: int = 0

    @property
    def edtf(self) -> str:
        """The date in EDTF."""
        return f"{self.year}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")


def moved(page: Page, key: str) -> Page:
    """The page after an arrow or Page Up or Down; it stays within the years that can be recorded."""
    if not page.day:
        return _by_months(page, _MONTH_STEPS[key])
    if key in _PAGE_STEPS:
        return _by_months(page, _PAGE_STEPS[key])
    day = dt.date(page.year, page.month, page.day) + dt.timedelta(days=_DAY_STEPS[key])
    return Page(day.year, day.month, day.day) if EARLIEST_YEAR <= day.year <= LATEST_YEAR else page


def _by_months(page: Page, step: int) -> Page:
    year, month = divmod(page.year * 12 + page.month - 1 + step, 12)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return page
    return Page(year, month + 1, min(page.day, last_day(year, month + 1).day))


def in_year(page: Page, year: int) -> Page:
    """The same month in another year, if that can be recorded."""
    return _by_months(page, (year - page.year) * 12)


def with_days(page: Page, *, days: bool) -> Page:
    """The days of the page's month, with the mark at the first, or its year's months."""
    return replace(page, day=1 if days else 0)


def words(page: Page) -> str:
    """The date in words that the reader of answers knows: "May 2017", "May 4, 2017"."""
    return spoken(page.edtf)


def begun(said: str, today: dt.date) -> Page:
    """The page to begin with: that of the first date in words like `words` gives, else this month's."""
    for month, day, year in _SAID.findall(said):
        if EARLIEST_YEAR <= int(year) <= LATEST_YEAR and (not month or month in _NUMBERS):
            number = _NUMBERS.get(month, 1)
            return Page(int(year), number, min(int(day or 0), last_day(int(year), number).day))
    return Page(today.year, today.month)


def weeks(page: Page) -> list[list[int]]:
    """The days of the page's month in weeks from Sunday; 0 where the day is of another month."""
    return _WEEKS.monthdayscalendar(page.year, page.month)
