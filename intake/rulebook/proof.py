"""The proof of a verdict: figures used, items that counted and did not, the citation, and the earliest dates."""

import datetime as dt
from decimal import ROUND_DOWN, Decimal
from typing import Any

from intake.portfolio.document import Answers
from intake.portfolio.edtf import spoken
from intake.portfolio.months import clip, total_months
from intake.rulebook.assess import Assessment
from intake.rulebook.edition import Edition, Fact, Requirement
from intake.rulebook.facts import Figure, floors_of
from intake.rulebook.rows import Row
from intake.rulebook.verdicts import Cite, Counted, Earliest, Guidance, NotCounted, Verdict
from intake.words import _

#: How far ahead a date of fulfilment is looked for.
HORIZON = dt.timedelta(days=20 * 366)
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
    cite, *also = (Cite(edition.sources[c.source].title, c.section, c.quote) for c in requirement.citations)
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
        cite=cite,
        also=tuple(also),
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
            title = item_title(assessment.answers.items(fact.section)[item], item)
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
    """The first day from the as-of date on which the verdict is in `wanted`, by bisection; None beyond the horizon."""

    def holds(days: int) -> bool:
        later = Assessment(
            _only(assessment.edition, requirement), assessment.as_of + dt.timedelta(days), assessment.answers
        )
        return later.word(requirement) in wanted

    low, high = 0, HORIZON.days
    if not holds(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return (assessment.as_of + dt.timedelta(days=high)).isoformat()


def _only(edition: Edition, requirement: Requirement) -> Edition:
    """The edition with this one requirement and the facts it stands on."""
    names = set(requirement.facts)
    names |= {
        edition.facts[name].after for name in requirement.facts if name in edition.facts and edition.facts[name].after
    }
    facts = {name: fact for name, fact in edition.facts.items() if name in names}
    return edition.model_copy(update={"facts": facts, "requirements": (requirement,)})


def readable(figure: Figure, unit: str) -> str:
    """A figure for people: "27 to 29 months"."""
    low, high = figure.strict, figure.loose
    if low is None and high is None:
        return _("not known")
    if isinstance(low, str) or isinstance(high, str):
        return spoken(low or high)
    low, high = shown(low), shown(high)
    return f"{low} {unit}".strip() if low == high else _("{a} to {b} {unit}").format(a=low, b=high, unit=unit).strip()
