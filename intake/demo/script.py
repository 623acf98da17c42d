"""A transcript as something to play: its lines, the chapters that its comments begin, and notes for the presenter.

`# …` at the beginning is the title, and names the day ("As of 2026-03-01") and what time there is ("Takes 20 minutes");
further on it begins a chapter. `## …` is a note for whoever presents what follows, `### …` one that stands on paper
alone. All of them are comments, so the line mode plays the same file.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from intake.packs.yaml import PackError
from intake.resources import flows_folder
from intake.text import visible
from intake.words import _

#: What is played where nobody is named.
TOUR = "tour"
#: Where the transcripts to play lie, beside the flows of an association.
_FOLDERS = ("demo", "personas")
_DAY_SAID = re.compile(r" As of \d{4}-\d{2}-\d{2}\.?")
_TIME_SAID = re.compile(r" Takes (\d+) minutes\.")
_DAY = re.compile(r"#.*\bAs of (\d{4}-\d{2}-\d{2})\b")


@dataclass(frozen=True)
class Line:
    """Words that are typed, the index of their chapter, what the presenter should know by then, and who types."""

    words: str
    chapter: int
    note: str = ""
    actor: int = 0


@dataclass(frozen=True)
class Chapter:
    """A part of a script: its title, the index of its first line, its notes, and those for paper alone."""

    title: str
    start: int
    notes: tuple[str, ...] = ()
    paper: tuple[str, ...] = ()


@dataclass(frozen=True)
class Script:
    """What is played: a name to call it by, its title, its day (None: today), its lines and its chapters.

    `minutes` is the time that there is for it with all that is said in the room; 0 where none is named.
    """

    name: str
    title: str
    day: dt.date | None
    lines: tuple[Line, ...]
    chapters: tuple[Chapter, ...]
    minutes: int = 0

    @property
    def noted(self) -> bool:
        """Whether the presenter is told anything."""
        return any(line.note for line in self.lines)

    @property
    def words(self) -> tuple[str, ...]:
        """All that is typed."""
        return tuple(line.words for line in self.lines)


def parse(name: str, text: str) -> Script:
    """A transcript's text as a script; the lines before its first chapter are a chapter of their own."""
    lines: list[Line] = []
    chapters: list[Chapter] = []
    notes: list[str] = []
    paper: list[str] = []
    title, *rest = text.splitlines() if text.startswith("#") else (name, *text.splitlines())
    for line in rest:
        if line.startswith("###"):
            paper.append(_comment(line))
        elif line.startswith("##"):
            notes.append(_comment(line))
        elif line.startswith("#"):
            _close(chapters, notes, paper)
            chapters.append(Chapter(_comment(line), len(lines)))
        else:
            chapters = chapters or [Chapter(_("Beginning"), 0)]
            lines.append(Line(line, len(chapters) - 1, notes[-1] if notes else ""))
    _close(chapters, notes, paper)
    shown = _TIME_SAID.sub("", _DAY_SAID.sub("", _comment(title)))
    return Script(name, shown, day_of(text.splitlines()), tuple(lines), tuple(chapters), _minutes(title))


def _minutes(title: str) -> int:
    named = _TIME_SAID.search(title)
    return int(named[1]) if named else 0


def _close(chapters: list[Chapter], notes: list[str], paper: list[str]) -> None:
    """Give the last chapter the notes that were found in it."""
    if chapters:
        chapters[-1] = replace(chapters[-1], notes=tuple(notes), paper=tuple(paper))
    notes.clear()
    paper.clear()


def _comment(line: str) -> str:
    return visible(line.lstrip("# "), one_line=True)


def day_of(lines: Iterable[str]) -> dt.date | None:
    """The day that a transcript's comments name: "# … As of 2026-03-01."."""
    named = next(filter(None, map(_DAY.match, lines)), None)
    return dt.date.fromisoformat(named[1]) if named else None


def personas(association: str = "vaimh") -> list[str]:
    """The names of an association's invented applicants."""
    return sorted(path.stem for path in (flows_folder() / association / "personas").glob("*.txt"))


def invented() -> list[Script]:
    """All invented applicants, in the order of their titles' numbers."""
    return sorted(map(find, personas()), key=_numbered)


def _numbered(script: Script) -> list[tuple[int, str]]:
    parts = re.split(r"(\d+)", script.title)
    return [(int(part), "") if part.isdecimal() else (0, part) for part in parts]


def find(name: str, association: str = "vaimh") -> Script:
    """The script called `name`, capitals or not. Raises PackError, which names those that are there."""
    called = name.lower()
    for folder in _FOLDERS:
        path: Path = flows_folder() / association / folder / f"{called}.txt"
        if re.fullmatch(r"[a-z0-9_]+", called) and path.is_file():
            return parse(called, path.read_text("utf-8"))
    known = ", ".join([TOUR, *personas(association)])
    raise PackError(
        _("There is no demonstration {name}. There are: {known}.").format(
            name=visible(name, one_line=True), known=known
        )
    )
