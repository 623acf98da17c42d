"""A fragment parted by what it is about: "a masters, been with EHS since 2019, no membership" is three lines' words.

The words of a line's topic decide surely; a degree, a job title or a date only where nothing else does, so that "level
IV" after a provider of supervision stays with the provider.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from intake.prescreen.asides import KIN, denied, not_so, of_others, of_those_over
from intake.prescreen.halves import goes_on, half, lasted, without_half
from intake.prescreen.listing import lists_on
from intake.prescreen.segments import segments
from intake.prescreen.sheet import Line, Sheet
from intake.prescreen.unread import says
from intake.understand.excerpts import excerpts, of_time
from intake.understand.records import Field

_OPTION, _TIME, _HEAD, _DATE = 3, 3, 2, 1
#: Somebody else than the caller is spoken of: of her family, or by name.
_KIN = re.compile(rf"\A(?:my|the)?\s*(?:{KIN})\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\b(?!I\b)[A-Z][\w.-]*(?:['\u2019]s|\s+(?:is|was|isn't))\s+(?:\w+\s+){0,2}(?:endorsed|level|mentor)\b"
)
#: A level, before anything else.
_LEVEL = re.compile(r"(?:(?:I\s+am|I['\u2019]m|I\s+was)\s+)?(?:an?\s+)?level\s+(?:i{1,3}|iv|[1-4])\b", re.IGNORECASE)
_THEN = re.compile(r"\b(?:then|before that)\b", re.IGNORECASE)


class Section(NamedTuple):
    """A section of the interview as words are filed in it: what its entries are called by, and its fields.

    `needs` are words without one of which a field is not looked for; `called` are its own names, which name no entry.
    Where it has to be `named`, nothing is of it by its sound alone.
    """

    id: str
    repeats: bool
    title: tuple[str, ...]
    fields: tuple[Field, ...]
    needs: Mapping[str, tuple[str, ...]]
    called: tuple[str, ...] = ()
    named: bool = False


class Piece(NamedTuple):
    """Words that belong together: the section that they answer (empty: none), and the lines that they name.

    `another` where they begin another entry of a list.
    """

    words: str
    section: str
    lines: tuple[str, ...] = ()
    another: bool = False


class _Part(NamedTuple):
    """The same by where it stands in the text."""

    start: int
    end: int
    section: str
    lines: tuple[str, ...]
    another: bool = False


#: The marks after which what tells nothing is not of what follows.
_ENDS = tuple(".!?\n")
#: The place of a clause that tells nothing by itself.
_NOWHERE = "."


def pieces(text: str, sheet: Sheet, sections: Mapping[str, Section], today: dt.date, last: str = "") -> list[Piece]:
    """`text` parted, in its order. Words that tell nothing go with those before them, else with those after.

    What could be of two sections is of the `last` one that was told about.
    """
    parts: list[_Part] = []
    spoken_of = {place_of(line) for line in sheet.lines if _named(text, line)}
    for start, end in segments(text, sheet.denials):
        before = parts[-1] if parts else _Part(0, 0, "", ())
        gap = text[before.end : start]
        section, lines = _counted(text, (start, end), sheet, before, sections, today) or _about(
            text[start:end], sheet, sections, today, before, last, spoken_of
        )
        if not section:
            section = _NOWHERE if parts and not gap.strip() else before.section
        another = _begins_another(text, before, (start, end), sections.get(section), today)
        if parts and not another and _goes_on(section, lines, before, text[before.start : before.end], gap, sections):
            named = tuple(dict.fromkeys((*before.lines, *lines)))
            parts[-1] = _Part(before.start, end, section, named, before.another)
        else:
            parts.append(_Part(start, end, section, lines, another))
    return [Piece(text[part.start : part.end].strip(), part.section, part.lines, part.another) for part in parts]


def _counted(
    text: str, here: tuple[int, int], sheet: Sheet, before: _Part, sections: Mapping[str, Section], today: dt.date
) -> tuple[str, tuple[str, ...]] | None:
    """The line that counts what stands `here`, or lists it, where the sentence names it and nothing else has begun."""
    words, place, gap = text[slice(*here)], before.section, text[before.end : here[0]]
    named = any(_named(words, other) for other in sheet.lines)
    fields = [field for section in sections.values() for field in section.fields]
    for line in (line for line in sheet.lines if line.counts):
        counts = "|".join(map(re.escape, line.counts))
        counted = re.search(rf"\d\+?\s*(?:{counts})\b", words, re.IGNORECASE)
        here_still, ended = place == place_of(line), gap.startswith(_ENDS)
        if here_still and not named and lists_on(words, fields, today, new_sentence=ended):
            return place, ()
        goes_on = here_still and not ended
        if counted and not named and (goes_on or (place in ("", _NOWHERE) and _named(text, line))):
            return place_of(line), () if goes_on else (line.id,)
    return None


def _begins_another(text: str, before: _Part, here: tuple[int, int], section: Section | None, today: dt.date) -> bool:
    """Whether words begin another entry of a list: after "then", or with a second choice of what it is called by."""
    if section is None or not section.repeats or before.section != section.id:
        return False
    if _THEN.search(text[before.end : here[0]]):
        return True
    stretches = [text[a:b] for a, b in (before[:2], here)]
    return any(all(_tells(words, field, section, today) for words in stretches) for field in _firsts(section))


def _firsts(section: Section) -> list[Field]:
    """What an entry has once: the choice that it is called by, and the time it lasted."""
    called = [f for f in section.fields if f.id == f"{section.id}.{section.title[0]}" and f.slot.kind == "choice"]
    return [*called, *[field for field in section.fields if field.slot.kind == "span"][:1]]


def _tells(words: str, field: Field, section: Section, today: dt.date) -> bool:
    """Whether words tell of a field something that is not another field's."""
    other = any(holds(words, need) for name, needs in section.needs.items() if name != field.id for need in needs)
    return bool(excerpts(words, [field], today)) and not (field.slot.kind == "span" and other)


def _goes_on(
    section: str, lines: tuple[str, ...], before: _Part, words: str, gap: str, sections: Mapping[str, Section]
) -> bool:
    """Whether what comes after `words` and a `gap` belongs to them: to one entry, or as either tells nothing."""
    if not before.section:
        parted = not gap.strip() or gap.startswith(_ENDS)
        return not (parted and says(words))
    return section == before.section and (not lines or (section in sections and sections[section].repeats))


def _about(
    words: str,
    sheet: Sheet,
    sections: Mapping[str, Section],
    today: dt.date,
    before: _Part,
    last: str,
    spoken_of: set[str],
) -> tuple[str, tuple[str, ...]]:
    """The section, or for a line that takes no question its own name after a dot, and the lines that are named."""
    if _KIN.match(words) or of_others(words) or not_so(words):
        return _NOWHERE, ()
    if _OF_ANOTHER.search(words):
        return next((name for name in (before.section, last) if name in sections and sections[name].repeats), ""), ()
    named = {line.id: weight for line in sheet.lines if (weight := _named(words, line))}
    if named:
        line = sheet.by_id[max(named, key=lambda name: named[name])]
        place = place_of(line)
        if of_those_over(words) and place in sections and not sections[place].named:
            return _NOWHERE, ()
        return place, tuple(name for name in named if place_of(sheet.by_id[name]) == place)
    if denied(words):
        return _NOWHERE, ()
    if of_those_over(words) and not any(sections[name].named for name in spoken_of if name in sections):
        return _NOWHERE, ()
    told = {take.section for line in before.lines for take in sheet.by_id[line].takes}
    weights = {name: _guessed(words, section, today, told=name in told) for name, section in sections.items()}
    hidden = {name for name in sections if sections[name].named} - spoken_of - told - {last}
    hidden |= _undated(words, sections, today) - {before.section, last} - told | _unlevelled(words, sections, today)
    guessed = {name: weight for name, weight in weights.items() if weight and name not in hidden}
    if not guessed:
        nowhere = _NOWHERE if any(weights[name] for name in hidden) else ""
        return _of_time(words, sections, (before.section, last), today) or nowhere, ()
    best = max(guessed, key=lambda name: (guessed[name], name in told, name == last))
    stays = bool(before.section) and guessed[best] - guessed.get(before.section, 0) < _HEAD
    if stays:
        return before.section if before.section in guessed else "", ()
    return before.section if best in told else best, ()


def _undated(words: str, sections: Mapping[str, Section], today: dt.date) -> set[str]:
    """The sections that a bare date is none of by itself."""
    bare = any(_is_bare_date(words, section, today) for section in sections.values())
    return {name for name, section in sections.items() if bare and not _lasts(section)}


def _unlevelled(words: str, sections: Mapping[str, Section], today: dt.date) -> set[str]:
    """The sections that a level is none of, since when it was held: no time at work."""
    level = _LEVEL.match(words)
    return {name for name, one in sections.items() if level and _lasts(one) and not _chosen(words, one, today)}


def _chosen(words: str, section: Section, today: dt.date) -> bool:
    """Whether words name one of the choices of a section."""
    return bool(excerpts(words, [field for field in section.fields if field.slot.kind == "choice"], today))


def _is_bare_date(words: str, section: Section, today: dt.date) -> bool:
    """Whether `words` say a date and name nothing of the section, as they may answer anything talked of before."""
    dates = [field for field in section.fields if field.slot.kind == "date"]
    if not (section.repeats and dates and excerpts(words, dates, today)):
        return False
    said = {word.strip(".,:;\"'").casefold() for word in words.split()}
    others = [field for field in section.fields if field.slot.kind not in ("date", "span", "text")]
    return not (excerpts(words, others, today) or any(said & set(field.cues.heads) for field in section.fields))


def _of_time(words: str, sections: Mapping[str, Section], recent: Sequence[str], today: dt.date) -> str:
    """The section of words that tell of a time in part: a `recent` one; of how long somebody worked the first."""
    lasting = [name for name, section in sections.items() if _lasts(section)]
    told = [name for name in recent if name in lasting]
    if told and (half(words, today) or goes_on(words) or lasted(words)):
        return told[0]
    return lasting[0] if lasting and lasted(words, at_work=True) else ""


def _lasts(section: Section) -> bool:
    """Whether the entries of a section last over a time."""
    return section.repeats and any(field.slot.kind == "span" for field in section.fields)


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


def _guessed(words: str, section: Section, today: dt.date, *, told: bool) -> int:
    """How much in `words` sounds like answers of a section; where it was `told` of just before, no more is needed."""
    missing = {name for name, needs in section.needs.items() if not any(holds(words, need) for need in needs)}
    needed = set() if told and not section.repeats else missing
    looked = [field for field in section.fields if field.id not in needed]
    kinds = {field.id: field.slot.kind for field in section.fields}
    if "span" not in kinds.values():
        words = without_half(words, today)
    read = {excerpt.field for excerpt in excerpts(words, looked, today)}
    plain = {"date": _DATE, "span": _DATE if of_time(words) else _TIME}
    weight = sum(plain.get(kinds[name], _OPTION) for name in read)
    said = {word.strip(".,:;\"'").casefold() for word in words.split()}
    heads = sum(bool(said & set(field.cues.heads)) for field in looked)
    return (weight if section.repeats or not read <= _dated(section) else 0) + _HEAD * heads


def _dated(section: Section) -> set[str]:
    return {field.id for field in section.fields if field.slot.kind in ("date", "span")}


def lines_of(sheet: Sheet, section: str, fields: Sequence[str]) -> tuple[str, ...]:
    """The lines that take any of a section's fields."""
    wanted = {f"{section}.{field}" for field in fields}
    return tuple(line.id for line in sheet.lines if wanted & {take.question for take in line.takes})
