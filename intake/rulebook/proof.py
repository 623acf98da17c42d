"""The proof of a verdict: figures used, items that counted and did not, the citation, and the earliest dates."""

import datetime as dt
from decimal import ROUND_DOWN, Decimal
from typing import Any

from intake.portfolio.document import Answers
from intake.portfolio.edtf import spoken
from intake.portfolio.months import clip, total_months
from intake.rulebook.assess import Assessment
from intake.rulebook.edition import Edition, Fact, Requirement
from intake.rulebook.facts import Figure, Row, floor_of
from intake.rulebook.forecast import first_day
from intake.rulebook.verdicts import Cite, Counted, Earliest, Guidance, NotCounted, Verdict
from intake.words import _

#: Facts that grow by time alone.
_BY_TIME = {"months"}
_CENT = Decimal("0.01")


def assess(edition: Edition, answers: Answers, as_of: dt.date) -> tuple[Verdict, ...]:
    """Every requirement that concerns the case, with its proof."""
    return verdicts(Assessment(edition, as_of, answers))


def verdicts(assessment: Assessment) -> tuple[Verdict, ...]:
    """Every requirement that concerns the case, with its proof."""
    return tuple(prove(assessment, requirement) for requirement in assessment.requirements())


def prove(assessment: Assessment, requirement: Requirement) -> Verdict:
    """One requirement's verdict and what led to it."""
    edition, word = assessment.edition, assessment.word(requirement)
    counted, not_counted = _items(assessment, requirement)
    cite = requirement.cite
    return Verdict(
        id=requirement.id,
        group=requirement.group,
        level=requirement.level,
        track=requirement.track,
        title=requirement.title,
        verdict=word,
        rule=requirement.rule,
        figures={name: _figure(assessment, name) for name in sorted(requirement.facts)},
        counted=counted,
        not_counted=not_counted,
        cite=Cite(source=edition.sources[cite.source].title, section=cite.section, quote=cite.quote),
        ask=requirement.ask if word in {"confirm", "need_information"} and requirement.ask else "",
        guidance=tuple(Guidance(g.text, g.source) for g in requirement.guidance),
        to_do="" if word in {"met", "confirm"} else requirement.to_do,
        waiting=_waiting(assessment, requirement),
        earliest=_earliest(assessment, requirement) if word != "met" else None,
    )


def _figure(assessment: Assessment, name: str) -> dict[str, Any]:
    fact, figure = assessment.edition.facts.get(name), assessment.figure(name)
    readings = {"strict": shown(figure.strict), "loose": shown(figure.loose), "possible": shown(figure.possible)}
    return readings | ({"title": fact.title, "unit": fact.unit} if fact else {"title": name, "unit": ""})


def shown(value: Any) -> Any:
    """A figure as it is written: with at most two decimals, never rounded up."""
    return float(Decimal(str(value)).quantize(_CENT, ROUND_DOWN)) if isinstance(value, float) else value


def _items(assessment: Assessment, requirement: Requirement) -> tuple[tuple[Counted, ...], tuple[NotCounted, ...]]:
    counted: dict[str, Counted] = {}
    out: dict[str, NotCounted] = {}
    for name in sorted(requirement.facts & assessment.edition.facts.keys()):
        fact = assessment.edition.facts[name]
        for item, row in assessment.ledgers[name].rows.items():
            title = item_title(assessment.answers.lists[fact.section][item], item)
            if row.standing in {"counted", "confirm"}:
                amount, before = _amount(assessment, fact, row)
                counted.setdefault(item, Counted(item, title, amount, "; ".join([*row.reasons, *before])))
            else:
                out.setdefault(item, NotCounted(item, title, _why_not(row)))
    return tuple(counted.values()), tuple(n for item, n in out.items() if item not in counted)


def _why_not(row: Row) -> str:
    if row.standing == "out":
        return "; ".join(row.reasons)
    return _("not known yet: {fields}").format(fields=", ".join(f.replace("_", " ") for f in row.missing))


def _amount(assessment: Assessment, fact: Fact, row: Row) -> tuple[str, list[str]]:
    """How much of an item counts, and why some of it does only if the association says so."""
    if fact.op == "sum":
        return f"{row.amount} {fact.unit}", []
    if fact.op != "months" or not row.strict or not row.loose:
        return "", []
    floor = floor_of(fact, assessment.figure(fact.after) if fact.after else None)
    sure = [] if floor is None or row.standing == "confirm" else [clip(row.strict, floor)]
    low, high = int(total_months(sure)), int(total_months([row.loose]))
    amount = _("{n} months").format(n=low) if low == high else _("{a} to {b} months").format(a=low, b=high)
    return amount, _before(assessment, fact, row, floor)


def _before(assessment: Assessment, fact: Fact, row: Row, floor: dt.date | None) -> list[str]:
    after = assessment.edition.facts[fact.after].title if fact.after else ""
    if floor is None:
        return [_("{after} is not known, so no month is certain to come after it").format(after=after)]
    if row.strict and row.strict.start < floor:
        return [_("months before {after} count only if the association says so").format(after=after)]
    return []


def item_title(doc: dict[str, Any], item: str) -> str:
    """A name for an item, from what was said of it."""
    parts = [
        str(doc[field])
        for field in ("credential", "title", "subject", "name", "provider", "employer", "school")
        if field in doc
    ]
    return ", ".join(parts[:2]) or item


def _waiting(assessment: Assessment, requirement: Requirement) -> bool:
    """Whether what is missing is in other people's hands."""
    waits = requirement.waits
    return waits is not None and waits.holds(assessment.readings(waits.facts)[1])


def _earliest(assessment: Assessment, requirement: Requirement) -> Earliest | None:
    """When the requirement would be met, strictly and loosely, if nothing changed but the date."""
    facts = assessment.edition.facts
    if not any(name in facts and facts[name].op in _BY_TIME for name in requirement.facts):
        return None
    strict = _first_day(assessment, requirement, {"met"})
    loose = (
        None if assessment.word(requirement) == "confirm" else _first_day(assessment, requirement, {"met", "confirm"})
    )
    return Earliest(strict, loose) if strict or loose else None


def _first_day(assessment: Assessment, requirement: Requirement, wanted: set[str]) -> str | None:
    """The first day from the as-of date on which the verdict is in `wanted`; None beyond the horizon."""
    day = first_day(assessment, requirement.facts, lambda later: later.word(requirement) in wanted)
    return day.isoformat() if day else None


def readable(figure: Figure, unit: str) -> str:
    """A figure for people: "27 to 29 months"."""
    low, high = figure.strict, figure.loose
    if low is None and high is None:
        return _("not known")
    if isinstance(low, str) or isinstance(high, str):
        return spoken(low or high)
    low, high = shown(low), shown(high)
    return f"{low} {unit}".strip() if low == high else _("{a} to {b} {unit}").format(a=low, b=high, unit=unit).strip()
