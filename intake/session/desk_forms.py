"""Rows of the desk as lines of text, cells of a table, and values for other programs."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec

from intake.portfolio.edtf import spoken
from intake.session.brief import Brief, Due, More, Whom
from intake.session.desk_rows import (
    KINDS,
    WHOM,
    DeskRow,
    due,
    due_said,
    missing,
    references_said,
    state_said,
    waits_said,
)
from intake.words import _

#: The cells of a row.
COLUMNS = (
    _("id"),
    _("title"),
    _("kind"),
    _("level"),
    _("finished"),
    _("waiting for"),
    _("missing"),
    _("due"),
    _("what is due"),
    _("with"),
    _("references"),
    _("changed"),
    _("opened from"),
)


def line(row: DeskRow, today: dt.date, whom: Whom | None = None) -> str:
    """A case on one line; of what is waited for, that from `whom` where it is given."""
    known = row.brief
    parts = (
        row.title,
        state_said(row),
        _("level {number}").format(number=known.level) if known and known.level else "",
        waits_said(known, whom),
        _due_line(row, today),
        _("with {name}").format(name=known.holder) if known and known.holder else "",
        _("changed {time}").format(time=_minute(row)),
    )
    return f"{row.id}  {' · '.join(part for part in parts if part)}"


def _due_line(row: DeskRow, today: dt.date) -> str:
    """What is due, and when; of what a colleague asked for the day alone, as their words stand beside it."""
    found = due(row, today)
    if found is None:
        return ""
    text = _("due {day}") if found.asked else _("due {day}: {what}")
    return text.format(day=due_said(found, today), what=found.what)


def cells(row: DeskRow, more: More, today: dt.date) -> Sequence[str]:
    """A case under `COLUMNS`; what is waited for in full."""
    known, found = row.brief, due(row, today)
    what = (found.day, found.what) if found else ("", "")
    if known is None:
        return (row.id, row.title, "", "", _yes(row.closed), waits_said(None), "", *what, "", "", _minute(row), "")
    counts = (str(missing(known)), *what, known.holder, references_said(known), _minute(row), more.came)
    return (row.id, row.title, KINDS[known.kind], known.level, _yes(row.closed), _all_waits(known, more), *counts)


def _all_waits(known: Brief, more: More) -> str:
    """Everything that is waited for, each after whom it is waited for from."""
    waits = [f"{WHOM[whom]}: {text}" for whom, texts in _sides(more).items() for text in texts]
    asked = waits_said(known, "association") if known.count("association") else ""
    return " / ".join(filter(None, (*waits, asked)))


def _sides(more: More) -> dict[Whom, Sequence[str]]:
    """What is waited for, in full, by whom from; of the association there are questions."""
    return {"office": more.office, "applicant": more.mine, "others": more.others}


def _minute(row: DeskRow) -> str:
    """When it was changed, as "2026-03-01 10:42"."""
    return row.changed[:16].replace("T", " ")


def _yes(value: bool) -> str:
    return _("yes") if value else _("no")


def wire(row: DeskRow, more: More, today: dt.date) -> dict[str, Any]:
    """A case for other programs; dates are ISO 8601, `as_of` is the day that what is known was reckoned for.

    `waiting` counts what each side has to do, `waits_for` names it; `agreed` is the next step agreed on in a call.
    """
    known, found = row.brief, due(row, today)
    return {
        "id": row.id,
        "title": row.title,
        "kind": known.kind if known else None,
        "level": known.level if known else None,
        "closed": row.closed,
        "changed": row.changed,
        "waiting": {wait.whom: wait.count for wait in known.waits} if known else {},
        "waits_for": _sides(more),
        "due": _wire_due(found, today) if found else None,
        "with": known.holder if known else "",
        "given_by": more.by,
        "note": more.note,
        "references": {"requested": known.requested, "received": known.received, "confirmed": known.confirmed}
        if known
        else None,
        "opened_from": more.came,
        "agreed": more.action,
        "trouble": more.trouble,
        "as_of": more.as_of,
    }


def _wire_due(found: Due, today: dt.date) -> dict[str, Any]:
    return msgspec.structs.asdict(found) | {"overdue": max(found.day, found.latest) < today.isoformat()}


def page(row: DeskRow, more: More | None, today: dt.date, opened: str = "") -> list[tuple[str, list[str]]]:
    """All that is known of a case, in titled parts; the first has no title. `opened` says who has it open elsewhere."""
    known, said = row.brief, _due_line(row, today)
    if known is None or more is None:
        return [("", [row.title, waits_said(None)])]
    facts = [
        " · ".join(filter(None, (row.title, state_said(row), row.id))),
        opened,
        _("With {name}, from {by}").format(name=known.holder, by=more.by or "?") if known.holder else "",
        said[:1].upper() + said[1:],
        _("References: {said}").format(said=references_said(known)) if known.requested else "",
        _("Agreed on the call: {action}").format(action=more.action) if more.action else "",
        more.came,
        more.trouble,
        "" if row.current else _("It has changed since it was looked at; these figures are older."),
        _("Reckoned for {day}.").format(day=spoken(more.as_of)),
    ]
    titles = {whom: _("Waiting for: {whom}").format(whom=name) for whom, name in WHOM.items()}
    waits = [(titles[whom], list(texts)) for whom, texts in _sides(more).items() if texts]
    return [("", [fact for fact in facts if fact]), *waits]
