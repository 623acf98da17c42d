"""Proofs in plain lines: why a verdict is what it is."""

from collections.abc import Iterator, Mapping
from typing import Any

from intake.portfolio.edtf import spoken
from intake.rulebook.assess import Assessment
from intake.rulebook.counting import numbered
from intake.rulebook.edition import Requirement
from intake.rulebook.proof import in_years, prove
from intake.rulebook.verdicts import WORDS, Counted, Earliest, NotCounted, Task, Verdict
from intake.text import visible
from intake.words import _

#: From so many months on they are also told in years.
_YEAR = 12


def proofs_text(assessment: Assessment, requirements: list[Requirement]) -> str:
    """The proofs of some requirements, one below the other."""
    return "\n\n".join(proof_text(prove(assessment, requirement)) for requirement in requirements)


def proof_text(verdict: Verdict) -> str:
    """One verdict with everything that led to it; a heading, then lines that are set in."""
    return visible(
        "\n".join([f"{verdict.title}: {WORDS[verdict.verdict]}", *(f"  {line}" for line in _lines(verdict))])
    )


def _lines(verdict: Verdict) -> Iterator[str]:
    yield _("Rule: {rule}").format(rule=verdict.rule)
    for figure in verdict.figures.values():
        yield _figure(figure, open_=verdict.verdict == "need_information")
    for item in verdict.counted:
        counted = f"{_named(item)} {item.amount}".strip()
        yield _("Counted: {item}").format(item=counted) + (f" ({item.reason})" if item.reason else "")
    for out in verdict.not_counted:
        yield _("Not counted: {item}: {reason}").format(item=_named(out), reason=out.reason)
    if verdict.earliest:
        yield _by_time(verdict.earliest)
    for cite in (verdict.cite, *verdict.also):
        source = f"{cite.source} ({cite.seen})" if cite.seen else cite.source
        text = _("Source: {source}, “{section}”: “{quote}”")
        yield text.format(source=source, section=cite.section, quote=cite.quote)
    for guidance in verdict.guidance:
        yield _("Other guidance: {text} ({source})").format(text=guidance.text, source=guidance.source)
    if verdict.to_do:
        for task in verdict.tasks or (Task(verdict.to_do, verdict.waiting),):
            yield _("To do: {to_do}").format(to_do=task.text) + (_(" (waiting on others)") if task.waiting else "")
    if verdict.ask:
        yield _("To ask: {ask}").format(ask=verdict.ask)


def _named(entry: Counted | NotCounted) -> str:
    """An entry by its title, which a person wrote, kept from making lines of its own; else by its number."""
    return numbered(entry.item) if entry.title == entry.item else visible(entry.title, one_line=True)


def _by_time(days: Earliest) -> str:
    if days.strict == days.loose and days.strict:
        return _("By time alone, if nothing else changes: on {day}").format(day=spoken(days.strict))
    strict = _("on {day}").format(day=spoken(days.strict)) if days.strict else _("on no day for certain")
    loose = _("on {day}").format(day=spoken(days.loose)) if days.loose else _("already")
    text = _(
        "By time alone, if nothing else changes: {strict}; "
        "on the looser reading, for the association to confirm, {loose}"
    )
    return text.format(strict=strict, loose=loose)


def _figure(figure: Mapping[str, Any], *, open_: bool) -> str:
    """A figure with its readings; where the verdict is `open_`, also with how far it may go."""
    if said := figure.get("says"):
        return f"{said[0].upper()}{said[1:]}"
    strict, loose = figure["strict"], figure["loose"]
    if strict is None and loose is None:
        value = _("not known yet")
    elif isinstance(strict, bool):
        value = _truth(strict, loose, figure["possible"])
    elif isinstance(loose, str):
        value = _day(strict, loose)
    else:
        value = _amount(strict, loose, figure["possible"] if open_ else loose, months=figure["unit"] == "months")
    return f"{figure['title']}: {value}"


def _day(strict: str | None, loose: str) -> str:
    """A day; of a part date, or one that only may count, the last and the first that it may be."""
    if strict == loose:
        return spoken(loose)
    last = spoken(strict) if strict else _("not known")
    return _("{first} at the earliest, {last} at the latest").format(first=spoken(loose), last=last)


def _amount(strict: float, loose: float, possible: float | None, *, months: bool) -> str:
    """What counts, what may, and how far it may go; months in full, and from a year on also in years."""
    if months:
        strict, loose, possible = int(strict), int(loose), possible and int(possible)
    years = in_years(strict) if months and strict >= _YEAR else ""
    return _between(strict, loose, years) + _beyond(loose, possible)


def _between(strict: float, loose: float, years: str) -> str:
    if strict == loose:
        return f"{strict} ({years})" if years else str(strict)
    text = _("{a} to {b} (the shorter reading counts: {years})") if years else _("{a} for certain, perhaps {b}")
    return text.format(a=strict, b=loose, years=years)


def _beyond(loose: float, possible: float | None) -> str:
    if possible is None:
        return _("; there may be more, as not all of it is known yet")
    return _("; up to {n} with what is not known yet").format(n=possible) if possible > loose else ""


def _truth(strict: bool, loose: bool, possible: bool) -> str:
    if strict:
        return _("yes")
    if loose:
        return _("only if the association says so")
    return _("not certain yet") if possible else _("no")
