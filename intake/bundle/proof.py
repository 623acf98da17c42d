"""Verdicts as HTML: what each stands on, what counted and what did not, and the sentence it comes from."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from intake.bundle.labels import LEVELS, field, number, question
from intake.bundle.markup import Markup, lines, listing, section, table, tag, text
from intake.portfolio.edtf import spoken
from intake.rulebook.verdicts import WORDS, Cite, Verdict

READINGS = ("strict", "loose", "possible")

GROUPS = {
    "prerequisites": "Before applying",
    "level": "What the level asks for",
    "portfolio": "What the portfolio holds",
    "exam": "Written exam",
    "renewal": "Renewal",
}
_MARKS = {"met": "✓", "not_met": "✗", "need_information": "?", "confirm": "→"}


def rules(verdicts: Sequence[Verdict]) -> Markup:
    """Every verdict under its group, level and track, in the order of the rules."""
    order = list(GROUPS)
    ranked = sorted(verdicts, key=lambda v: order.index(v.group) if v.group in GROUPS else len(order))
    groups = groupby(ranked, key=lambda v: (v.group, v.level, v.track))
    return lines(section(3, _heading(*key), *map(_verdict, members)) for key, members in groups)


def word(verdict: Verdict) -> Markup:
    """A verdict's word with its mark, told apart without colour."""
    return tag("strong", text(f"{_MARKS[verdict.verdict]} {WORDS[verdict.verdict]}"), class_=f"word {verdict.verdict}")


def _heading(group: str, level: str, track: str) -> str:
    of = ", ".join(part for part in (LEVELS.get(level, level), field(track)) if part)
    return ": ".join(part for part in (GROUPS.get(group, field(group)), of) if part)


def _verdict(verdict: Verdict) -> Markup:
    rows: list[tuple[str, Markup]] = [
        ("What the answers show", word(verdict)),
        ("Rule", text(verdict.rule)),
        ("Figures", _several(text(_figure(name, figure)) for name, figure in verdict.figures.items())),
        ("Counted", _several(text(_counted(c.title, c.item, c.amount, c.reason)) for c in verdict.counted)),
        ("Not counted", _several(text(_counted(n.title, n.item, "", n.reason)) for n in verdict.not_counted)),
        ("Source", _several(_source(cite) for cite in (verdict.cite, *verdict.also))),
        ("To do", text(verdict.to_do)),
        ("Earliest by time alone", text(_earliest(verdict))),
        ("To ask", text(verdict.ask)),
        ("Other guidance, not judged by", _several(text(f"{g.text} ({g.source})") for g in verdict.guidance)),
    ]
    return table(verdict.title, (), ((text(name), shown) for name, shown in rows if shown))


def _source(cite: Cite) -> Markup:
    source = f"{cite.source} ({cite.seen})" if cite.seen else cite.source
    return lines([text(f"{source}, “{cite.section}”:"), tag("q", text(cite.quote))])


def _several(parts: Iterable[Markup]) -> Markup:
    found = list(parts)
    return listing(found) if len(found) > 1 else lines(found)


def _counted(title: str, item: str, amount: str, reason: str) -> str:
    named = title if title == item else f"{title} ({item})"
    return ": ".join([named, "; ".join(part for part in (amount, reason) if part)]).removesuffix(": ")


def _figure(name: str, figure: Mapping[str, Any]) -> str:
    """A fact in words: as it is said, in one reading where all agree, else each reading under its name."""
    if said := figure.get("says"):
        return str(said)
    title, unit = figure.get("title") or name, figure.get("unit") or ""
    called = question(title) if title == name and "." in name else field(title)
    read = {reading: _value(figure[reading], unit) for reading in READINGS if reading in figure}
    if len(set(read.values())) == 1:
        return f"{called}: {next(iter(read.values()))}"
    return f"{called}: " + "; ".join(f"{reading} reading {value}" for reading, value in read.items())


def _value(value: Any, unit: str) -> str:
    if value is None:
        return "not known, or without a limit"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{number(value)} {unit}".strip()
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _earliest(verdict: Verdict) -> str:
    days = verdict.earliest
    strict = f"{spoken(days.strict)} (strict reading)" if days and days.strict else ""
    loose = f"{spoken(days.loose)} (loose reading, for the association to confirm)" if days and days.loose else ""
    return "; ".join(part for part in (strict, loose) if part)
