"""Rows of the desk: found, ordered, and said in words. Pure functions over frozen values."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Any

import msgspec

from intake.session.brief import Brief, Due, Kind, Whom
from intake.text import folded
from intake.words import _

#: Who something is waited for from, as it is said; the most pressing first.
WHOM: dict[Whom, str] = {
    "office": _("office"),
    "applicant": _("applicant"),
    "others": _("others"),
    "association": _("association"),
}
KINDS: dict[Kind, str] = {
    "application": _("application"),
    "move": _("move of level"),
    "renewal": _("renewal"),
    "call": _("call"),
    "rating": _("rating"),
}

#: What a case is called that was opened from a bundle, so that it is told from the one that the bundle is of.
COPY = _("copy")


class DeskRow(msgspec.Struct, frozen=True, gc=False):
    """A case: its title, when it was changed (ISO 8601), and what is known of it, None before the first look.

    `current` says whether that was of the log as it is; `words` is what is searched, folded.
    """

    id: str
    title: str
    changed: str
    closed: bool
    brief: Brief | None
    current: bool
    words: str


Rows = Sequence[DeskRow]


def searched(rows: Rows, text: str) -> Rows:
    """The rows in which every word of `text` stands, whatever its capitals and accents."""
    for word in folded(text).split():
        rows = [row for row in rows if word in row.words]
    return rows


def waiting(rows: Rows, whom: Whom | None) -> Rows:
    """The rows that wait for something from `whom`; all for None."""
    return rows if whom is None else [row for row in rows if row.brief and row.brief.count(whom)]


def among(rows: Rows, ids: Collection[str] | None) -> Rows:
    """The rows with these ids; all for None."""
    return rows if ids is None else [row for row in rows if row.id in ids]


def originals(rows: Rows) -> dict[str, str]:
    """The copies whose applicant has another case of the kind here, each with that one's id: not a copy, if there is.

    The case that all copies of one applicant count with is not among them.
    """
    known = sorted(((row.brief, row.id) for row in rows if row.brief), key=lambda each: each[0].copied)
    first: dict[tuple[int, Kind], str] = {}
    counted = [(brief, case, first.setdefault((brief.person, brief.kind), case)) for brief, case in known]
    return {case: other for brief, case, other in counted if brief.copied and brief.person and other != case}


def asked(questions: Sequence[tuple[str, int]], text: str) -> Sequence[tuple[str, int]]:
    """The questions in which every word of `text` stands."""
    words = folded(text).split()
    return [each for each in questions if all(word in folded(each[0]) for word in words)]


def due(row: DeskRow, today: dt.date) -> Due | None:
    """What is due next: what a colleague asked for, overdue or not, else the first that is to come, or may be."""
    day = today.isoformat()
    dues = row.brief.dues if row.brief else ()
    return next((each for each in dues if each.asked or max(each.day, each.latest) >= day), None)


def due_said(found: Due | None, today: dt.date) -> str:
    """The day, and whether it is past or the first of several that it may be; empty for none."""
    if found is None:
        return ""
    if found.latest:
        return _("{day} or later").format(day=found.day)
    return _("{day}, overdue").format(day=found.day) if found.day < today.isoformat() else found.day


def _last(text: str) -> tuple[bool, str]:
    """A key by which nothing comes after everything."""
    return not text, text


#: The orders, each by its name: what a row is compared by, on a day. Rows alike stay as they were.
ORDERS: dict[str, Callable[[DeskRow, dt.date], Any]] = {
    "changed": lambda _row, _today: 0,
    "title": lambda row, _today: folded(row.title),
    "due": lambda row, today: _last(found.day if (found := due(row, today)) else ""),
    "missing": lambda row, _today: (row.brief is None, missing(row.brief) if row.brief else 0),
    "level": lambda row, _today: _last(row.brief.level if row.brief else ""),
    "waiting": lambda row, _today: _ranks(row.brief),
    "holder": lambda row, _today: _last(folded(row.brief.holder) if row.brief else ""),
}


def ordered(rows: Rows, order: str, today: dt.date) -> Rows:
    """The rows in one of `ORDERS`; they come with the one changed last first."""
    return rows if order == "changed" else sorted(rows, key=lambda row: ORDERS[order](row, today))


def missing(known: Brief) -> int:
    """How much is missing: what the applicant and others have to do."""
    return known.count("applicant") + known.count("others")


def _ranks(known: Brief | None) -> list[int]:
    sides = list(WHOM)
    return [sides.index(wait.whom) for wait in known.waits] or [len(sides)] if known else [len(sides) + 1]


def waits_said(known: Brief | None, whom: Whom | None = None) -> str:
    """What is waited for, from `whom` or from the most pressing side: "others (2): ratings sent"."""
    if known is None:
        return _("not looked at yet")
    found = next((wait for wait in known.waits if whom in {None, wait.whom}), None)
    if found is None:
        return _("nothing is waited for")
    if found.whom == "association":
        one, many = _("association: 1 question"), _("association: {n} questions")
        return one if found.count == 1 else many.format(n=found.count)
    text = _("{whom} ({n}): {what}") if found.count > 1 else _("{whom}: {what}")
    return text.format(whom=WHOM[found.whom], n=found.count, what=found.first)


def references_said(known: Brief) -> str:
    """How far the ratings are: "2 of 3 received, 1 confirmed"; empty where none was asked for."""
    if not known.requested:
        return ""
    text = _("{received} of {requested} received, {confirmed} confirmed")
    return text.format(received=known.received, requested=known.requested, confirmed=known.confirmed)


def told(rows: Rows, total: int) -> str:
    """How many there are, or were found of how many."""
    found = _("{found:,} of {total:,}").format(found=len(rows), total=total) if len(rows) < total else f"{total:,}"
    return _("Cases: {found}").format(found=found)


def sides_told(rows: Rows) -> str:
    """How many wait for something from whom; empty where none does."""
    counts = Counter([wait.whom for row in rows if row.brief for wait in row.brief.waits])
    sides = [_("{n:,} for {whom}").format(whom=name, n=counts[whom]) for whom, name in WHOM.items() if counts[whom]]
    return _("waiting: {sides}").format(sides=", ".join(sides)) if sides else ""


def state_said(row: DeskRow) -> str:
    """What a case is, and whether it was opened from a bundle and is finished."""
    known = row.brief
    kind, copy = (KINDS[known.kind], COPY if known.copied else "") if known else ("", "")
    return " · ".join(filter(None, (kind, copy, _("finished") if row.closed else "")))
