"""What an open requirement leaves to do: of the whole, or of each entry that it is not met for.

Two degrees have two transcripts: one may be on its way while the other was not asked for yet.
"""

from collections.abc import Iterator
from typing import Any

from intake.portfolio.names import choice
from intake.rulebook.assess import Assessment
from intake.rulebook.counting import item_title
from intake.rulebook.edition import Each, Requirement
from intake.rulebook.lacking import untold_said
from intake.rulebook.rows import Row
from intake.rulebook.verdicts import Task
from intake.text import shorten
from intake.words import _

#: The longest name of an entry that is told whole.
_LONGEST = 120


def tasks(assessment: Assessment, requirement: Requirement, *, waiting: bool) -> tuple[Task, ...]:
    """What an open requirement takes; where nothing is told of its entries, one task, `waiting` on others or not."""
    whole = Task(requirement.title, True) if waiting else Task(requirement.to_do or requirement.title)
    return entry_tasks(assessment, requirement) or (whole,)


def entry_tasks(assessment: Assessment, requirement: Requirement, fact: str = "") -> tuple[Task, ...]:
    """A task for each entry that a requirement is not met for, by all facts that are told so or by `fact` alone."""
    chosen = (each for each in requirement.each if fact in {"", each.of})
    return tuple(task for each in chosen for task in _tasks(assessment, each))


def _tasks(assessment: Assessment, each: Each) -> Iterator[Task]:
    fact, on_the_way = assessment.edition.facts[each.of], assessment.ledgers[each.on_the_way].rows
    docs = assessment.answers.items(fact.section)
    for item, row in assessment.ledgers[each.of].rows.items():
        if row.standing in {"out", "unknown"} and fact.considers.holds(docs[item]):
            asked = item in on_the_way and on_the_way[item].standing == "counted"
            yield Task(_said(each, docs[item], item, row, asked=asked), asked, item)


def _said(each: Each, doc: dict[str, Any], item: str, row: Row, *, asked: bool) -> str:
    """What is to do about one entry, with how far it is by the person's account."""
    if row.standing == "unknown":
        return _("Tell more about {entries}").format(entries=untold_said(doc, item, row.missing))
    name = shorten(item_title(doc, item, parts=3), _LONGEST)
    status = choice(str(doc[each.says])) if each.says in doc else _("not answered yet")
    what = each.awaited if asked else each.to_do
    return _("{what}: {entry} ({status})").format(what=what, entry=name, status=status)
