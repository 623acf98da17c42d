"""The proof of a verdict: the rule, figures used, items that counted and did not, the citation, the earliest days."""

import datetime as dt
from decimal import ROUND_DOWN, Decimal
from typing import Any

from intake.portfolio.document import Answers
from intake.rulebook.assess import Assessment
from intake.rulebook.counting import counting
from intake.rulebook.earliest import earliest
from intake.rulebook.edition import Citation, Edition, Requirement
from intake.rulebook.sentence import called, rule, value_said
from intake.rulebook.tasks import entry_tasks
from intake.rulebook.verdicts import Cite, Guidance, Verdict
from intake.words import _

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
    counted, not_counted = counting(assessment, requirement)
    cite, *also = (_cite(edition, citation) for citation in requirement.citations)
    return Verdict(
        id=requirement.id,
        group=requirement.group,
        level=requirement.level,
        track=requirement.track,
        title=requirement.title,
        verdict=word,
        rule=rule(edition, requirement),
        figures={name: _figure(assessment, name) for name in _figures(edition, requirement)},
        counted=counted,
        not_counted=not_counted,
        cite=cite,
        also=tuple(also),
        ask=requirement.ask if word != "met" else "",
        guidance=tuple(Guidance(g.text, g.source) for g in requirement.guidance),
        to_do="" if word in {"met", "confirm"} else requirement.to_do,
        waiting=waits_now(assessment, requirement),
        tasks=() if word in {"met", "confirm"} else entry_tasks(assessment, requirement),
        earliest=earliest(assessment, requirement),
    )


def _figures(edition: Edition, requirement: Requirement) -> list[str]:
    """The facts that a verdict stands on: those of its rule, each after the date from which it is reckoned."""
    facts = edition.facts
    starts = {name: facts[name].after for name in requirement.named if name in facts and facts[name].after}
    return list(dict.fromkeys(n for name in requirement.named for n in (starts.get(name, name), name)))


def _cite(edition: Edition, citation: Citation) -> Cite:
    source = edition.sources[citation.source]
    return Cite(source.title, citation.section, citation.quote, source.seen)


def _figure(assessment: Assessment, name: str) -> dict[str, Any]:
    title, unit = called(assessment.edition, name)
    figure = assessment.figure(name)
    readings = {"strict": shown(figure.strict), "loose": shown(figure.loose), "possible": shown(figure.possible)}
    said = value_said(assessment.edition, name, figure.strict)
    return readings | {"title": title, "unit": unit} | ({"says": said} if said else {})


def shown(value: Any) -> Any:
    """A figure as it is written: with at most two decimals, never rounded up."""
    return float(Decimal(str(value)).quantize(_CENT, ROUND_DOWN)) if isinstance(value, float) else value


def in_years(months: float) -> str:
    """Full months, never rounded up, as a person says them: "5 years 9 months", "2 years", "7 months"."""
    years, rest = divmod(int(months), 12)
    told = [_("1 year") if years == 1 else _("{n} years").format(n=years)] if years else []
    if rest or not years:
        told.append(_("1 month") if rest == 1 else _("{n} months").format(n=rest))
    return " ".join(told)


def waits_now(assessment: Assessment, requirement: Requirement) -> bool:
    """Whether what is missing is in other people's hands."""
    waits = requirement.waits
    return waits is not None and waits.holds(assessment.readings(waits.facts)[1])
