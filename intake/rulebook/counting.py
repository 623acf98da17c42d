"""Which items counted toward a requirement and how much, which did not, and why: each item once, with every reason."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from intake.portfolio.edtf import spoken
from intake.portfolio.months import clip, total_months
from intake.portfolio.names import choice, field
from intake.rulebook.assess import Assessment
from intake.rulebook.edition import Fact, Requirement
from intake.rulebook.facts import floors_of
from intake.rulebook.rows import Class, Row
from intake.rulebook.verdicts import Counted, NotCounted
from intake.words import _


class Share(NamedTuple):
    """What one item is to one fact: how it stands, how much of it counts, and why not, or not for certain."""

    standing: Class
    amount: str
    reason: str


class _Part(NamedTuple):
    """What an item is to one fact: whether it counts, how much of it, and why not, or not for certain."""

    fact: str
    counts: bool
    amount: str
    reasons: tuple[str, ...]


def counting(assessment: Assessment, requirement: Requirement) -> tuple[tuple[Counted, ...], tuple[NotCounted, ...]]:
    """The items that counted toward some fact of the requirement, and those that counted toward none.

    Where it is met, nothing is said of its looser need, nor of the facts to which a counted item adds nothing.
    """
    met = assessment.word(requirement) == "met"
    counted, out = [], []
    for item, title, parts in _items(assessment, requirement, met=met):
        if any(part.counts for part in parts):
            reasons = [*_distinct(p for p in parts if p.counts), *([] if met else _beside(parts))]
            counted.append(Counted(item, title, _amounts(parts), "; ".join(reasons)))
        else:
            out.append(NotCounted(item, title, "; ".join(_distinct(parts))))
    return tuple(counted), tuple(out)


def share(assessment: Assessment, fact: str, item: str) -> Share | None:
    """What one item is to a fact of the edition; None where the fact does not look at it."""
    row = assessment.ledgers[fact].rows.get(item)
    if row is None:
        return None
    part = _part(assessment, assessment.edition.facts[fact], row)
    return Share(row.standing, part.amount, "; ".join(part.reasons))


def _items(assessment: Assessment, requirement: Requirement, *, met: bool) -> Iterator[tuple[str, str, list[_Part]]]:
    """Every item that a fact of the requirement looks at, its title, and what it is to each."""
    edition = assessment.edition
    names = requirement.needed if met else requirement.named
    parts: dict[tuple[str, str], list[_Part]] = {}
    for fact in (name for name in names if name in edition.facts):
        section = edition.facts[fact].section
        for item, row in assessment.ledgers[fact].rows.items():
            parts.setdefault((section, item), []).append(_part(assessment, edition.facts[fact], row))
    for (section, item), found in parts.items():
        yield item, item_title(assessment.answers.items(section)[item], item), found


def _part(assessment: Assessment, fact: Fact, row: Row) -> _Part:
    if row.standing == "out":
        return _Part(fact.title, False, "", row.reasons)
    if row.standing == "unknown":
        missing = ", ".join(map(field, row.missing))
        return _Part(fact.title, False, "", (_("not known yet: {fields}").format(fields=missing),))
    amount, before = _amount(assessment, fact, row)
    doubts = _("only if the association says so: {reasons}").format(reasons="; ".join(row.reasons))
    return _Part(fact.title, True, amount, (*([doubts] if row.reasons else []), *before))


def _distinct(parts: Iterable[_Part]) -> list[str]:
    return list(dict.fromkeys(reason for part in parts for reason in part.reasons))


def _beside(parts: list[_Part]) -> Iterator[str]:
    """Why an item that counts toward some facts does not count toward the others; each reason once."""
    why = {reason: part.fact for part in reversed(parts) if not part.counts for reason in part.reasons}
    for reason, fact in reversed(why.items()):
        yield _("not toward {fact}: {reason}").format(fact=fact, reason=reason)


def _amounts(parts: list[_Part]) -> str:
    """How much of an item counts; toward which fact, where it is not the same everywhere."""
    amounts = [part for part in parts if part.amount]
    if len({part.amount for part in amounts}) < 2:
        return amounts[0].amount if amounts else ""
    return "; ".join(_("{amount} toward {fact}").format(amount=part.amount, fact=part.fact) for part in amounts)


def _amount(assessment: Assessment, fact: Fact, row: Row) -> tuple[str, list[str]]:
    """How much of an item counts, and why some of it does only if the association says so."""
    if fact.op == "sum":
        return f"{row.amount} {fact.unit}", []
    if fact.op != "months" or not row.strict or not row.loose:
        return "", []
    floors = floors_of(fact, assessment.figure(fact.after) if fact.after else None)
    sure = [] if row.standing == "confirm" else [clip(row.strict, floors.strict)]
    low, high = int(total_months(sure)), int(total_months([clip(row.loose, floors.loose)]))
    amount = _("{n} months").format(n=low) if low == high else _("{a} to {b} months").format(a=low, b=high)
    return amount, _before(assessment, fact, row, floors.strict)


def _before(assessment: Assessment, fact: Fact, row: Row, floor: dt.date) -> list[str]:
    if not fact.after or (row.strict and row.strict.start >= floor):
        return []
    after = assessment.edition.facts[fact.after].title
    if assessment.figure(fact.after).strict is None:
        return [_("{after} is not known, so no month is certain to come after it").format(after=after)]
    if fact.before == "out":
        return [_("months before {after} do not count").format(after=after)]
    return [_("months before {after} count only if the association says so").format(after=after)]


def item_title(doc: dict[str, Any], item: str, *, parts: int = 2) -> str:
    """A name for an item, from at most so many `parts` of what was said of it."""
    named = [choice(str(doc["credential"]))] if "credential" in doc and item.startswith("education") else []
    fields = ("title", "subject", "name", "provider", "employer", "school")
    return ", ".join([*named, *(str(doc[field]) for field in fields if field in doc)][:parts]) or item


def told_apart(doc: dict[str, Any], item: str) -> str:
    """A name for an item among several that are called the same, or nothing: "J, March 1, 2026", "supervision 4"."""
    title, span = item_title(doc, item), doc.get("span")
    day = doc.get("date") or (span["start"] if isinstance(span, dict) and span["start"] == span["end"] else "")
    return ", ".join([numbered(title) if title == item else title, *([spoken(day)] if day else [])])


def numbered(item: str) -> str:
    """An item that has no title: "supervision 4"."""
    return item.replace("-", " ")
