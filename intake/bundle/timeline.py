"""The jobs over the years: a picture, and the same facts as tables."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from intake.bundle import labels
from intake.bundle.markup import NOTHING, Markup, framed, lines, table, tag, text
from intake.portfolio.document import answers
from intake.rulebook.counting import item_title
from intake.timeline.build import work_told
from intake.timeline.svg import inline
from intake.timeline.table import Table, tables
from intake.timeline.values import Timeline


class _Words:
    """How a portfolio is said by fixed labels."""

    def __init__(self, portfolio: Mapping[str, Any]) -> None:
        self._lists = portfolio
        self._docs = {
            item["id"]: item for part in portfolio.values() if isinstance(part, list) for item in _records(part)
        }

    def entry(self, section: str, item: str) -> str:
        """What an item is called, or a section that is asked once."""
        if not item:
            return labels.section(section)
        doc = {field: value for field, value in self._docs[item].items() if value is not None}
        title = item_title(doc, item)
        return labels.item(item) if title == item else title

    def place(self, section: str, item: str) -> int:
        """The place of an item in its list, from 1."""
        return next(n for n, each in enumerate(self._lists[section], start=1) if each["id"] == item)

    def label(self, question: str) -> str:
        """What a question is about."""
        return labels.field(question.partition(".")[2])

    def value(self, question: str, value: Any) -> str:
        """A value as a person would say it."""
        return labels.answer(question.partition(".")[2], value)


def _records(part: list[Any]) -> list[dict[str, Any]]:
    return [item for item in part if isinstance(item, dict) and "id" in item]


def told(portfolio: Mapping[str, Any]) -> Timeline | None:
    """The timeline of a portfolio that follows its schema, as of the day it was judged; None where none was."""
    judged = portfolio.get("judged")
    if not judged:
        return None
    as_of = dt.date.fromisoformat(judged["as_of"])
    return work_told(answers(dict(portfolio)), as_of, _Words(portfolio), portfolio.get("approximate") or ())


def years(portfolio: Mapping[str, Any]) -> Markup:
    """The jobs over the years, drawn and told; nothing where there is nothing to show."""
    shown = told(portfolio)
    if shown is None or not (shown.lanes or shown.marks):
        return NOTHING
    picture = framed("Work over the years", Markup(inline(shown)))
    after = tag("p", text("The same in words:"))
    return lines([picture, after, *(_table(t) for t in tables(shown) if t.rows)])


def _table(shown: Table) -> Markup:
    columns, rows = shown.heads, [row.cells for row in shown.rows]
    if shown.id in {"work", "supervision"}:  # a row is named by what it is, and not by its number
        columns, rows = columns[1:], [(f"{cells[0]} {cells[1]}", *cells[2:]) for cells in rows]
    return table(shown.title, columns, (list(map(text, cells)) for cells in rows))
