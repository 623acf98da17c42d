"""What if: changes tried on the answers of a case without touching them, and what would move.

A change is a value; `applied` gives other answers, and nothing of the ones it was given is altered.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from intake.portfolio.document import Answers
from intake.rulebook.assess import Assessment
from intake.rulebook.board import Row, board
from intake.rulebook.earliest import earliest
from intake.rulebook.edition import Requirement
from intake.rulebook.verdicts import Earliest, Word

#: How the ids of entries begin that are tried.
TRIED = "tried-"


class Added(msgspec.Struct, frozen=True):
    """One more entry of a list, with its `values` by field; an empty text stands for one that nobody else has."""

    section: str
    values: dict[str, Any]


class Changed(msgspec.Struct, frozen=True):
    """Other values of an entry, or of a section asked once (`item` empty), by field."""

    section: str
    item: str
    values: dict[str, Any]


class Removed(msgspec.Struct, frozen=True):
    """An entry of a list that is not there."""

    section: str
    item: str


class Later(msgspec.Struct, frozen=True):
    """Another day, with everything that goes on going on until then."""

    as_of: dt.date


Change = Added | Changed | Removed | Later


class Moved(NamedTuple):
    """A requirement that says something else: what it said before and what it would say."""

    requirement: Requirement
    before: Word
    after: Word


class MovedDay(NamedTuple):
    """A requirement that says the same, and would be met by time alone on other days: before, and after."""

    requirement: Requirement
    before: Earliest | None
    after: Earliest | None


class Difference(NamedTuple):
    """What moves between two assessments of one case.

    Every row of the board, the requirements that move, and those that do not but come on other days.
    """

    rows: tuple[tuple[Row, Row], ...]
    moved: tuple[Moved, ...]
    days: tuple[MovedDay, ...]


def applied(answers: Answers, changes: Iterable[Change]) -> Answers:
    """The answers with `changes` made to them, in their order."""
    for n, change in enumerate(changes, start=1):
        if isinstance(change, Added):
            values = {field: f"tried {n}" if value == "" else value for field, value in change.values.items()}
            answers = _with_item(answers, change.section, f"{TRIED}{n}", values)
        elif isinstance(change, Changed) and change.item:
            if change.item not in answers.lists[change.section]:
                continue  # it was taken away before
            doc = answers.lists[change.section][change.item] | change.values
            answers = _with_item(answers, change.section, change.item, doc)
        elif isinstance(change, Removed):
            left = {item: doc for item, doc in answers.lists[change.section].items() if item != change.item}
            answers = answers._replace(lists=answers.lists | {change.section: left})
        elif isinstance(change, Changed):
            known = {f"{change.section}.{field}": value for field, value in change.values.items()}
            answers = answers._replace(known=answers.known | known)
    return answers


def _with_item(answers: Answers, section: str, item: str, doc: dict[str, Any]) -> Answers:
    return answers._replace(lists=answers.lists | {section: answers.lists.get(section, {}) | {item: doc}})


def tried(assessment: Assessment, changes: Sequence[Change]) -> Assessment:
    """Another assessment, of the answers with `changes`, on the latest day that any of them names."""
    days = [change.as_of for change in changes if isinstance(change, Later)]
    return Assessment(assessment.edition, max([assessment.as_of, *days]), applied(assessment.answers, changes))


def difference(before: Assessment, after: Assessment) -> Difference:
    """What moves between two assessments under one edition; a requirement that concerns but one of them is left out."""
    rows = {row.id: row for row in board(after)}
    said, now = before.words(), after.words()
    moved = [
        Moved(requirement, said[requirement.id], now[requirement.id])
        for requirement in before.requirements()
        if requirement.id in now and said[requirement.id] != now[requirement.id]
    ]
    open_ = [r for r in before.requirements() if now.get(r.id) == said[r.id] != "met"]
    days = [MovedDay(r, earliest(before, r), earliest(after, r)) for r in open_]
    return Difference(
        rows=tuple((row, rows[row.id]) for row in board(before) if row.id in rows),
        moved=tuple(moved),
        days=tuple(day for day in days if day.before != day.after),
    )
