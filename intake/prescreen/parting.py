"""A fragment parted by what it is about: "a masters, been with EHS since 2019, no membership" is three lines' words.

The words of a line's topic decide surely; a degree, a job title or a date only where nothing else does, so that "level
IV" after a provider of supervision stays with the provider.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from intake.prescreen.sheet import Line, Sheet
from intake.understand.excerpts import excerpts
from intake.understand.records import Field

#: Where one thing ends and another may begin: not before a year ("May 10, 2027").
_END = re.compile(
    r"\s*(?:[,;](?!\s*(?:19|20)[0-9]{2}\b)|[.!?](?=\s|\Z)|\n)\s*|"
    r"\s+(?:and\s+)?(?:then|before that)\s+|"
    r"\s+(?:and|but|plus)\s+(?=(?:also\s+)?(?:i|i'm|i've|my|no|not|never|am|have|been|is|was|do|don't|haven't|know|want|"
    r"need|hold)\b|(?-i:[A-Z]\w+ [A-Z]))",
    re.IGNORECASE,
)
_OPTION, _HEAD, _DATE = 3, 2, 1


_THEN = re.compile(r"\b(?:then|before that)\b", re.IGNORECASE)


class Section(NamedTuple):
    """A section of the interview as words are filed in it: what its entries are called by, and its fields.

    `needs` are words without one of which a field is not looked for.
    """

    id: str
    repeats: bool
    title: tuple[str, ...]
    fields: tuple[Field, ...]
    needs: Mapping[str, tuple[str, ...]]


class Piece(NamedTuple):
    """Words that belong together: the section that they answer (empty: none), and the lines that they name."""

    words: str
    section: str
    lines: tuple[str, ...] = ()


def pieces(text: str, sheet: Sheet, sections: Mapping[str, Section], today: dt.date, last: str = "") -> list[Piece]:
    """`text` parted, in its order. Words that tell nothing go with those before them, else with those after.

    What could be of two sections is of the `last` one that was told about.
    """
    parted: list[tuple[int, int, str, tuple[str, ...]]] = []
    for start, end in _segments(text):
        section, lines = _about(text[start:end], sheet, sections, today, (parted[-1][2] if parted else "", last))
        begins = parted and _begins_another(text, parted[-1], (start, end), sections.get(section), today)
        if parted and not begins and _goes_on(section, lines, parted[-1], sections):
            first, _end, _before, named = parted[-1]
            parted[-1] = (first, end, section, tuple(dict.fromkeys((*named, *lines))))
        else:
            parted.append((start, end, section, lines))
    return [Piece(text[start:end].strip(), section, lines) for start, end, section, lines in parted]


def _begins_another(
    text: str,
    before: tuple[int, int, str, tuple[str, ...]],
    here: tuple[int, int],
    section: Section | None,
    today: dt.date,
) -> bool:
    """Whether words begin another entry of a list: after "then", or with a second choice of what it is called by."""
    if section is None or not section.repeats or before[2] != section.id:
        return False
    if _THEN.search(text[before[1] : here[0]]):
        return True
    first = [f for f in section.fields if f.id == f"{section.id}.{section.title[0]}" and f.slot.kind == "choice"]
    return bool(first) and all(excerpts(text[a:b], first, today) for a, b in (before[:2], here))


def _goes_on(
    section: str, lines: tuple[str, ...], before: tuple[int, int, str, tuple[str, ...]], sections: Mapping[str, Section]
) -> bool:
    """Whether words belong to those before them: of one entry, or where either tells nothing by itself."""
    if not before[2]:
        return True
    return section == before[2] and (not lines or (section in sections and sections[section].repeats))


def _segments(text: str) -> list[tuple[int, int]]:
    edges = [0, *(edge for found in _END.finditer(text) for edge in found.span()), len(text)]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]


def _about(
    words: str, sheet: Sheet, sections: Mapping[str, Section], today: dt.date, before: tuple[str, str]
) -> tuple[str, tuple[str, ...]]:
    """The section, or for a line that takes no question its own name after a dot, and the lines that are named."""
    named = {line.id: weight for line in sheet.lines if (weight := _named(words, line))}
    if named:
        line = sheet.by_id[max(named, key=lambda name: named[name])]
        place = place_of(line)
        return place, tuple(name for name in named if place_of(sheet.by_id[name]) == place)
    guessed = {section.id: weight for section in sections.values() if (weight := _guessed(words, section, today))}
    if not guessed:
        return before[0], ()
    best = max(guessed, key=lambda name: (guessed[name], name == before[1]))
    stays = bool(before[0]) and guessed[best] - guessed.get(before[0], 0) < _HEAD
    return before[0] if stays else best, ()


def place_of(line: Line) -> str:
    """Where the words of a line go: a section, or the line itself, after a dot."""
    return line.takes[0].section if line.takes else f".{line.id}"


def _named(words: str, line: Line) -> int:
    """How surely `words` name a line: by its longest phrase, in letters."""
    return max((len(phrase) for phrase in line.phrases if holds(words, phrase)), default=0)


def holds(words: str, phrase: str) -> re.Match[str] | None:
    """Where `phrase` stands in `words`, as words of its own."""
    return _pattern(phrase).search(words)


@lru_cache(maxsize=2048)
def _pattern(phrase: str) -> re.Pattern[str]:
    spaced = r"\s+".join(map(re.escape, phrase.split())).replace("'", "['\u2019]?")
    return re.compile(rf"(?<![\w-]){spaced}(?![\w-])", re.IGNORECASE)


def _guessed(words: str, section: Section, today: dt.date) -> int:
    """How much in `words` sounds like answers of a section."""
    needed = {name for name, needs in section.needs.items() if not any(holds(words, need) for need in needs)}
    looked = [field for field in section.fields if field.id not in needed]
    read = {excerpt.field for excerpt in excerpts(words, looked, today)}
    kinds = {field.id: field.slot.kind for field in section.fields}
    weight = sum(_DATE if kinds[name] in ("date", "span") else _OPTION for name in read)
    said = {word.strip(".,:;\"'").casefold() for word in words.split()}
    heads = sum(bool(said & set(field.cues.heads)) for field in looked)
    return (weight if section.repeats or not read <= _dated(section) else 0) + _HEAD * heads


def _dated(section: Section) -> set[str]:
    return {field.id for field in section.fields if field.slot.kind in ("date", "span")}


def lines_of(sheet: Sheet, section: str, fields: Sequence[str]) -> tuple[str, ...]:
    """The lines that take any of a section's fields."""
    wanted = {f"{section}.{field}" for field in fields}
    return tuple(line.id for line in sheet.lines if wanted & {take.question for take in line.takes})
