"""Two scripts as one, to be played side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest

from intake.demo.script import Chapter, Line, Script

#: A chapter with its lines.
_Part = tuple[Chapter, tuple[Line, ...]]


def weave(one: Script, other: Script, topics: Sequence[Sequence[str]]) -> Script:
    """Two scripts as one, in which they take turns line by line; the days are their own.

    `topics` are what the chapters of each are about: those of the same topic stand beside each other.
    """
    lines: list[Line] = []
    chapters: list[Chapter] = []
    for left, right in _beside(list(_parts(one)), list(_parts(other)), topics):
        both = [part for part in (left, right) if part is not None]
        titles = dict.fromkeys(chapter.title for chapter, _lines in both)
        notes = tuple(note for chapter, _lines in both for note in chapter.notes)
        chapters.append(Chapter(" | ".join(titles), len(lines), notes))
        turns = zip_longest(left[1] if left else (), right[1] if right else ())
        lines += [
            replace(line, chapter=len(chapters) - 1, actor=actor)
            for turn in turns
            for actor, line in enumerate(turn)
            if line is not None
        ]
    name, title = (" · ".join(pair) for pair in ((one.name, other.name), (one.title, other.title)))
    return Script(name, title, one.day, tuple(lines), tuple(chapters))


def _beside(
    left: Sequence[_Part], right: Sequence[_Part], topics: Sequence[Sequence[str]]
) -> Iterator[tuple[_Part | None, _Part | None]]:
    """Chapters of the same topic in pairs, and those that only one has alone, each in its order."""
    for same, *ends in SequenceMatcher(None, topics[0], topics[1], autojunk=False).get_opcodes():
        ours, theirs = left[ends[0] : ends[1]], right[ends[2] : ends[3]]
        if same == "equal":
            yield from zip(ours, theirs, strict=True)
        else:
            yield from ((part, None) for part in ours)
            yield from ((None, part) for part in theirs)


def _parts(script: Script) -> Iterator[_Part]:
    """Each chapter with its lines."""
    for index, chapter in enumerate(script.chapters):
        yield chapter, tuple(line for line in script.lines if line.chapter == index)
