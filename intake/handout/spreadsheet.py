"""Trainings and work as tables for a spreadsheet (RFC 4180)."""

import csv
import io
from collections.abc import Mapping
from typing import Any

from intake.bundle import labels
from intake.portfolio.models import Training, Work
from intake.text import visible

#: File name → the section and its fields.
TABLES = {
    "training.csv": ("training", [name for name in Training.model_fields if name != "id"]),
    "work.csv": ("work", [name for name in Work.model_fields if name != "id"]),
}
#: What a spreadsheet would reckon or run as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: Without it, the commonest spreadsheet reads a name with an accent as two wrong letters.
_BOM = "\ufeff"


def table(portfolio: Mapping[str, Any], name: str) -> str:
    """The file `name` of `TABLES`: a row of headings, then a row an entry, hours as bare numbers."""
    section, fields = TABLES[name]
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(map(labels.heading, fields))
    for item in portfolio.get(section) or []:
        rows.writerow(cell(labels.answer(field, item.get(field))) for field in fields)
    return _BOM + out.getvalue()


def cell(value: str) -> str:
    """`value` as a cell that is nothing but text: what would be a formula begins with an apostrophe."""
    shown = visible(value, one_line=True)
    return f"'{shown}" if value.lstrip(" ").startswith(_FORMULA) or shown.lstrip(" ").startswith(_FORMULA) else shown
