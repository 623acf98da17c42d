"""Verdicts as HTML: what each stands on, what counted and what did not, and the sentence it comes from."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from intake.bundle.figures import IF_CONFIRMED, figure_said
from intake.bundle.labels import LEVELS, TRACKS, field, heading
from intake.bundle.labels import item as entry
from intake.bundle.markup import Markup, lines, listing, section, table, tag, text
from intake.portfolio.edtf import spoken
from intake.rulebook.verdicts import WORDS, Cite, Verdict

GROUPS = {
    "prerequisites": "Before applying",
    "level": "What the level asks for",
    "portfolio": "What the portfolio holds",
    "exam": "Written exam",
    "renewal": "Renewal",
}
_MARKS = {"met": "✓", "not_met": "✗", "need_information": "?", "confirm": "→"}


def rules(verdicts: Sequence[Verdict]) -> Markup:
    """Every verdict in one table, then each with its proof, under its group, level and track, in that order."""
    order = list(GROUPS)
    ranked = sorted(verdicts, key=lambda v: order.index(v.group) if v.group in GROUPS else len(order))
    groups = groupby(ranked, key=_heading)
    return lines([_board(ranked), *(section(3, title, *map(_verdict, members)) for title, members in groups)])


def _board(verdicts: Sequence[Verdict]) -> Markup:
    """One row a verdict, each leading to its proof."""
    rows = [[link(verdict), text(_heading(verdict)), word(verdict)] for verdict in verdicts]
    return table("All rules at a glance", ("Rule", "Part", "What the answers show"), rows)


def link(verdict: Verdict) -> Markup:
    """A verdict's title, leading to its proof."""
    return tag("a", text(verdict.title), href=f"#{_anchor(verdict)}")


def _anchor(verdict: Verdict) -> str:
    return f"rule-{verdict.id}"


def of_level(verdict: Verdict) -> str:
    """The level and the track of a verdict, as a heading names them; empty where it is of none."""
    track = TRACKS.get(verdict.track, heading(verdict.track)) if verdict.track else ""
    return ", ".join(part for part in (LEVELS.get(verdict.level, verdict.level), track) if part)


def word(verdict: Verdict) -> Markup:
    """A verdict's word with its mark, told apart without colour."""
    return tag("strong", text(f"{_MARKS[verdict.verdict]} {WORDS[verdict.verdict]}"), class_=f"word {verdict.verdict}")


def _heading(verdict: Verdict) -> str:
    group = GROUPS.get(verdict.group, field(verdict.group))
    return ": ".join(part for part in (group, of_level(verdict)) if part)


def _verdict(verdict: Verdict) -> Markup:
    rows: list[tuple[str, Markup]] = [
        ("What the answers show", word(verdict)),
        ("Rule", text(verdict.rule)),
        ("Figures", _several(text(figure_said(name, figure)) for name, figure in verdict.figures.items())),
        ("Counted", _several(text(_counted(c.title, c.item, c.amount, c.reason)) for c in verdict.counted)),
        ("Not counted", _several(text(_counted(n.title, n.item, "", n.reason)) for n in verdict.not_counted)),
        ("Source", _several(source(cite) for cite in (verdict.cite, *verdict.also))),
        ("To do", text(verdict.to_do)),
        ("Earliest, by time alone", text(_earliest(verdict))),
        ("To ask", text(verdict.ask)),
        ("Other guidance, not judged by", _several(text(f"{g.text} ({g.source})") for g in verdict.guidance)),
    ]
    return table(verdict.title, (), ((text(name), shown) for name, shown in rows if shown), id=_anchor(verdict))


def source(cite: Cite) -> Markup:
    """The sentence that something stands on, and where it is from."""
    named = f"{cite.source} ({cite.seen})" if cite.seen else cite.source
    return lines([text(f"{named}, “{cite.section}”:"), tag("q", text(cite.quote))])


def _several(parts: Iterable[Markup]) -> Markup:
    found = list(parts)
    return listing(found) if len(found) > 1 else lines(found)


def _counted(title: str, item: str, amount: str, reason: str) -> str:
    named = entry(item) if title == item else f"{title} ({entry(item)})"
    return ": ".join([named, "; ".join(part for part in (amount, reason) if part)]).removesuffix(": ")


def _earliest(verdict: Verdict) -> str:
    """The first days by time alone; a day that needs a yes of the association is marked so."""
    days = verdict.earliest
    certain = f"{spoken(days.strict)}, if nothing else changes" if days and days.strict else ""
    loose = f"{spoken(days.loose)} {IF_CONFIRMED}" if days and days.loose else ""
    return "; ".join(part for part in (certain, loose) if part)
