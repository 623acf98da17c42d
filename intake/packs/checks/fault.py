"""A fault as a rule of the checker finds it: a code, the keys that lead to it, and what its sentence names."""

from collections.abc import Iterable
from typing import NamedTuple

from intake.packs.checks.codes import CODES
from intake.packs.finding import Finding
from intake.packs.grammar import place
from intake.packs.yaml import Places
from intake.text import shorten

#: The keys and indexes that lead to a part of a document, as in `Places`.
At = tuple[str | int, ...]
#: The longest that a sentence says of one thing, in characters.
_LONGEST = 120


class Fault(NamedTuple):
    """One fault of the document whose `at` it is; `words` are what the code's sentence names."""

    code: str
    at: At
    words: dict[str, str]


def fault(code: str, at: At, **words: object) -> Fault:
    """A fault, whose words are made short and visible."""
    return Fault(code, at, {name: shorten(str(value), _LONGEST) for name, value in words.items()})


def located(faults: Iterable[Fault], places: Places) -> list[Finding]:
    """Faults of one document as findings: each with its file and line, and the sentence of its code."""
    found = []
    for one in faults:
        path, line = place(places, one.at)
        found.append(Finding(str(path), line, one.code, CODES[one.code].sentence.format(**one.words)))
    return found


def listed(values: Iterable[object]) -> str:
    """Values side by side, in order."""
    return ", ".join(sorted(map(str, values)))
