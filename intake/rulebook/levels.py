"""All that an edition asks, laid out for people: parts, tables, and one line for each requirement. Nobody is judged."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from intake.rulebook.edition import Edition, LevelPart, OtherGuidance, Requirement
from intake.rulebook.sentence import doubts, left_out, sentence
from intake.rulebook.verdicts import Cite, Guidance
from intake.words import _

#: The parts in their order, by the group of their requirements.
PARTS = {
    "prerequisites": _("Prerequisites"),
    "level": _("Levels"),
    "portfolio": _("Portfolio"),
    "exam": _("Exam"),
    "renewal": _("Renewal"),
}
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


class Line(msgspec.Struct, frozen=True):
    """One requirement, with the sentences it stands on.

    `confirm` says what counts only if the association says so, `ask` what to ask it.
    """

    id: str
    title: str
    rule: str
    cites: tuple[Cite, ...]
    confirm: tuple[str, ...]
    guidance: tuple[Guidance, ...]
    ask: str


class Table(msgspec.Struct, frozen=True):
    """The requirements of one level and track, or those asked at every level; `title` is empty for these."""

    level: str
    track: str
    title: str
    lines: tuple[Line, ...]


class Part(msgspec.Struct, frozen=True):
    """A part: the prerequisites, the levels, the portfolio, the exam or the renewal."""

    id: str
    title: str
    tables: tuple[Table, ...]


class OpenPoint(msgspec.Struct, frozen=True):
    """A point that the source leaves open: what it says, what it does not say, and the question to ask."""

    id: str
    says: str
    silent: str
    ask: str
    guidance: tuple[Guidance, ...]


class SourceLine(msgspec.Struct, frozen=True):
    """A source, and when it was seen or is from."""

    title: str
    seen: str


class Overview(msgspec.Struct, frozen=True):
    """An edition, or as much of it as concerns one level."""

    edition: str
    version: int
    title: str
    disclaimer: str
    sources: tuple[SourceLine, ...]
    parts: tuple[Part, ...]
    open: tuple[OpenPoint, ...]


def overview(edition: Edition, level: str = "") -> Overview:
    """The whole edition; with the id of a level, what is asked of somebody at that level."""
    chosen = [r for r in edition.requirements if not level or r.level in {"", level}]
    return Overview(
        edition=edition.edition,
        version=edition.version,
        title=edition.title,
        disclaimer=edition.disclaimer,
        sources=tuple(SourceLine(s.title, s.seen) for s in edition.sources.values()),
        parts=tuple(_parts(edition, chosen)),
        open=tuple(
            OpenPoint(q.id, q.says, q.silent, q.ask, _guidance(q.guidance))
            for q in edition.questions
            if not level or q.condition.possible({"target.level": level})
        ),
    )


def find_level(edition: Edition, words: str) -> LevelPart | None:
    """The level that somebody names: "imhs", "III", "3", "Level III" or its title; None where there is none."""
    said = " ".join(words.casefold().split()).removeprefix("level ")
    return next((level for level in edition.levels if said in _names(level)), None)


def _names(level: LevelPart) -> set[str]:
    figure = {str(_ROMAN.index(level.number))} if level.number in _ROMAN else set()
    return {level.id.casefold(), level.number.casefold(), level.title.casefold()} | figure


def _parts(edition: Edition, chosen: list[Requirement]) -> Iterator[Part]:
    for group, title in PARTS.items():
        tables = tuple(_tables(edition, [r for r in chosen if r.group == group]))
        if tables:
            yield Part(group, title, tables)


def _tables(edition: Edition, chosen: list[Requirement]) -> Iterator[Table]:
    places = {"": 0} | {level.id: n for n, level in enumerate(edition.levels, start=1)}
    ranked = sorted(chosen, key=lambda r: places[r.level])
    for (level, track), members in groupby(ranked, key=lambda r: (r.level, r.track)):
        yield Table(level, track, _heading(edition, level, track), tuple(_line(edition, r) for r in members))


def _heading(edition: Edition, level: str, track: str) -> str:
    part = next((part for part in edition.levels if part.id == level), None)
    return ", ".join([f"{part.number} {part.title}", *([part.tracks[track]] if track else [])]) if part else ""


def _line(edition: Edition, requirement: Requirement) -> Line:
    cites = tuple(Cite(edition.sources[c.source].title, c.section, c.quote) for c in requirement.citations)
    return Line(
        id=requirement.id,
        title=requirement.title,
        rule=" ".join(filter(None, (sentence(edition, requirement), left_out(edition, requirement), requirement.note))),
        cites=cites,
        confirm=tuple(f"{doubt[0].upper()}{doubt[1:]}." for doubt in doubts(edition, requirement)),
        guidance=_guidance(requirement.guidance),
        ask=requirement.ask,
    )


def _guidance(guidance: Iterable[OtherGuidance]) -> tuple[Guidance, ...]:
    return tuple(Guidance(g.text, g.source) for g in guidance)
