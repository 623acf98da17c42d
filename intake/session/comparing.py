"""A comparison of two editions in words, and in the form that other programs read."""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from intake.interview.commands import Refused
from intake.packs.load import editions, load_edition
from intake.portfolio.edtf import spoken
from intake.rulebook.apart import apart
from intake.rulebook.assess import Assessment
from intake.rulebook.board import Row
from intake.rulebook.compare import Change, Comparison, Line, compare
from intake.rulebook.verdicts import WORDS, Verdict, wire
from intake.session.case import OpenCase
from intake.session.views import Beside
from intake.session.wire import row_wire
from intake.words import _

_Side = TypeVar("_Side", Row, Verdict)
#: How each change is headed, in the order in which they are told.
_HEADINGS: dict[Change, str] = {
    "other_verdict": _("Rules with another verdict"),
    "other_rule": _("Same verdict, by another rule"),
    "other_guidance": _("Same rule, with other guidance"),
    "only_here": _("Only under {here}"),
    "only_there": _("Only under {there}"),
}
#: The same in a few words.
_SHORT: dict[Change, str] = {
    "other_verdict": _("other verdict"),
    "other_rule": _("other rule"),
    "other_guidance": _("other guidance"),
    "only_here": _("only under {here}"),
    "only_there": _("only under {there}"),
}
_WORD = re.compile(r"\w+")


def others(case: OpenCase) -> list[tuple[str, str]]:
    """The editions beside the one that judges a case, each with its title."""
    own = case.pack.edition.edition
    return [(name, load_edition(name)[0].title) for name in editions() if name != own]


def compared(case: OpenCase, edition: str) -> Comparison:
    """A case under its own edition beside another. Raises PackError where that is not there."""
    there = Assessment(load_edition(edition)[0], case.as_of, case.assessment.answers)
    return compare(case.assessment, there)


def beside(case: OpenCase, edition: str) -> Beside:
    """A case under another edition, in words. Raises PackError where that is not there."""
    comparison = compared(case, edition)
    changes = [line.change for line in comparison.requirements]
    counts = ((text, changes.count(change)) for change, text in _SHORT.items())
    said = ", ".join(_("{text}: {n}").format(text=_named(text, comparison), n=n) for text, n in counts if n)
    return Beside(bool(said), said or _("nothing differs"), comparison_text(comparison))


def editions_text(case: OpenCase) -> str:
    """The other editions, each with how much differs there, and how one of them is compared."""
    found = [(name, title, beside(case, name)) for name, title in others(case)]
    lines = [f"  {title} ({name}): {one.summary}" for name, title, one in found]
    example = next((name for name, _title, one in found if one.differs), "")
    how = [_("For all that differs say, for instance: compare {name}.").format(name=example)] if example else []
    return "\n".join([_("Your answers under other rules:"), *lines, *how])


def named_edition(case: OpenCase, words: str) -> str:
    """The name of the other edition that `words` name, in full or by words of its name or title. Raises Refused."""
    there, said = others(case), set(_WORD.findall(words.casefold()))
    exact = [name for name, _title in there if name == words.strip().casefold()]
    fits = {name: len(said & set(_WORD.findall(f"{name} {title}".casefold()))) for name, title in there}
    best = max(fits.values(), default=0)
    likely = exact or [name for name, count in fits.items() if count == best and best]
    if len(likely) == 1:
        return likely[0]
    listed = "; ".join(f"{title} ({name})" for name, title in there if name in likely or not likely)
    raise Refused(_("Which rules do you mean? {listed}.").format(listed=listed))


def comparison_text(comparison: Comparison) -> str:
    """The rows of the board side by side, then every requirement that is not the same, with both rules and sources."""
    parts = [_("{here} → {there}").format(here=comparison.here, there=comparison.there), "\n".join(_rows(comparison))]
    for change, heading in _HEADINGS.items():
        lines = [line for line in comparison.requirements if line.change == change]
        if lines:
            parts.append(f"{_named(heading, comparison)} ({len(lines)})")
            parts += ["\n".join(_requirement(line, comparison)) for line in lines]
    same = sum(line.change == "same" for line in comparison.requirements)
    parts.append(_("The same under both: {n} requirements.").format(n=same))
    parts += _asks(_("To ask only under {here}"), comparison.asks_here, comparison)
    parts += _asks(_("To ask only under {there}"), comparison.asks_there, comparison)
    return "\n\n".join(parts)


def _named(text: str, comparison: Comparison) -> str:
    return text.format(here=comparison.here, there=comparison.there)


def _rows(comparison: Comparison) -> Iterator[str]:
    for line in comparison.rows:
        here, there = (WORDS[row.word] if row else _("not there") for row in (line.here, line.there))
        row = line.here or line.there
        assert row, "a line stands on one side at least"
        said = here if here == there else _("{here} → {there}").format(here=here, there=there)
        yield ("  " if here == there else "▸ ") + f"{row.number} {row.title}".strip() + f": {said}"
        if here != there and line.here and line.there and (moved := _moved(row.id, comparison)):
            yield _("    because of: {titles}").format(titles="; ".join(moved))


def _moved(row: str, comparison: Comparison) -> list[str]:
    """The requirements of a row that have another verdict, or are open on one side alone; titles, each once."""
    lines = (line for line in comparison.requirements if row == _row_of(line))
    sides = ((line.change, line.here or line.there) for line in lines)
    open_ = {"only_here", "only_there"}
    titles = [
        side.title
        for change, side in sides
        if side and (change == "other_verdict" or (change in open_ and side.verdict != "met"))
    ]
    return list(dict.fromkeys(titles))


def _row_of(line: Line[Verdict]) -> str:
    side = line.here or line.there
    return (side.level or side.group) if side else ""


def _requirement(line: Line[Verdict], comparison: Comparison) -> Iterator[str]:
    sides = [(n, s) for n, s in ((comparison.here, line.here), (comparison.there, line.there)) if s]
    said = dict.fromkeys(WORDS[side.verdict] for _name, side in sides)
    yield f"{_whose(sides[0][1], comparison)}{sides[0][1].title}: {' → '.join(said)}"
    if line.here and line.there:
        yield from _apart(line.here, line.there, line.change, comparison)
    else:
        yield from (f"  {name}: {side.rule}" for name, side in sides)
        yield from _details(sides[0][1], line.change)


def _apart(here: Verdict, there: Verdict, change: Change, comparison: Comparison) -> Iterator[str]:
    """What both sides say, said once, and under a mark what only one of them says."""
    one, other = (list(_details(side, change)) for side in (here, there))
    rules = apart(here.rule, there.rule)
    parts = (
        (_("  Both: {rule}"), "", rules.both, [text for text in one if text in other]),
        (_("▸ Only {name}: {rule}"), comparison.here, rules.here, [text for text in one if text not in other]),
        (_("▸ Only {name}: {rule}"), comparison.there, rules.there, [text for text in other if text not in one]),
    )
    for heading, name, rule, details in parts:
        if rule or details:
            yield heading.format(name=name, rule=rule).rstrip()
            yield from details


def _details(side: Verdict, change: Change) -> Iterator[str]:
    """What a rule stands on, what comes by time, and what is to be asked."""
    for cite in (side.cite, *side.also):
        yield f"    {cite.source}, “{cite.section}”: “{cite.quote}”"
    if change == "other_guidance":
        yield from (f"    {g.text} ({g.source})" for g in side.guidance)
    if side.earliest and side.earliest.strict:
        yield _("    By time alone, if nothing else changes: on {day}").format(day=spoken(side.earliest.strict))
    if side.ask:
        yield _("    To ask: {ask}").format(ask=side.ask)


def _whose(verdict: Verdict, comparison: Comparison) -> str:
    """The number of the level that asks for it, before its title; nothing where all do."""
    rows = (line.here or line.there for line in comparison.rows if line.id == verdict.level)
    return "".join(f"{row.number} · " for row in rows if row)


def _asks(heading: str, asks: tuple[str, ...], comparison: Comparison) -> list[str]:
    return ["\n".join([_named(heading, comparison) + ":", *(f"  - {ask}" for ask in asks)])] if asks else []


def comparison_wire(comparison: Comparison) -> dict[str, Any]:
    """The comparison as JSON values: `here`, `there`, `levels`, `requirements`, `asks_here`, `asks_there`.

    A level or requirement has `id`, `change` (other_verdict, other_rule, other_guidance, same, only_here, only_there),
    and `here` and `there`: a row or verdict in the shape of `assessment_wire`, or null.
    """
    return {
        "here": comparison.here,
        "there": comparison.there,
        "levels": [_line_wire(line, row_wire) for line in comparison.rows],
        "requirements": [_line_wire(line, wire) for line in comparison.requirements],
        "asks_here": list(comparison.asks_here),
        "asks_there": list(comparison.asks_there),
    }


def _line_wire(line: Line[_Side], form: Callable[[_Side], dict[str, Any]]) -> dict[str, Any]:
    sides = {"here": line.here and form(line.here), "there": line.there and form(line.there)}
    return {"id": line.id, "change": line.change} | sides
