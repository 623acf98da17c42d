"""What a person looks for at the desk, and the rows that this gives."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from intake.session import desk_rows
from intake.session.brief import Whom
from intake.session.desk_rows import DeskRow, Rows
from intake.text import shorten
from intake.words import _

#: So much of a question stands above the rows that it leads to, in characters.
_SHORT = 40


@dataclass(frozen=True)
class Wish:
    """Words to search, an order, whom is waited for, and a question; `picked` is the id of the case one stands at."""

    search: str = ""
    order: str = "changed"
    whom: Whom | None = None
    question: str = ""
    picked: str = ""


ORDERS_SAID = {
    "changed": _("the last changed first"),
    "title": _("by title"),
    "due": _("by what is due"),
    "missing": _("by how much is missing"),
    "level": _("by level"),
    "waiting": _("by who is waited for"),
    "holder": _("by colleague"),
}


def wished(rows: Rows, wish: Wish, today: dt.date, asking: Collection[str] | None = None) -> Rows:
    """The rows that fit, in their order; `asking` are the ids of the cases with the question that is wished for."""
    found = desk_rows.among(desk_rows.waiting(desk_rows.searched(rows, wish.search), wish.whom), asking)
    return desk_rows.ordered(found, wish.order, today)


def next_side(wish: Wish) -> Whom | None:
    """Who is to be waited for after the one that is wished for; None, after the last, for all."""
    sides = (None, *desk_rows.WHOM)
    return sides[(sides.index(wish.whom) + 1) % len(sides)]


def next_order(wish: Wish) -> str:
    """The order after the one that is wished for; after the last, the first."""
    orders = tuple(ORDERS_SAID)
    return orders[(orders.index(wish.order) + 1) % len(orders)]


def place(found: Rows, at: DeskRow | None, wish: Wish) -> int:
    """The index among those `found` of the case `at` which the mark was, else of the one wished for, else the first."""
    if at is not None and not desk_rows.searched([at], wish.search):
        return 0  # without looking for it among all
    picked = at.id if at else wish.picked
    return next((n for n, row in enumerate(found) if row.id == picked), 0)


def said(found: Rows, total: int, wish: Wish, left: int = 0) -> str:
    """How many of `total` were found, what was wished for, and how many are still to be looked at."""
    parts = (
        desk_rows.told(found, total),
        desk_rows.sides_told(found) if not wish.search else "",  # as one types, what is found is there first
        _("only what waits for: {whom}").format(whom=desk_rows.WHOM[wish.whom]) if wish.whom else "",
        _("only with the question: {question}").format(question=shorten(wish.question, _SHORT))
        if wish.question
        else "",
        ORDERS_SAID[wish.order] if wish.order != "changed" else "",  # as people expect it
        _("looking at {n:,} that have changed").format(n=left) if left else "",
    )
    return " · ".join(part for part in parts if part)
