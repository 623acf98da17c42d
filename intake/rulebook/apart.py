"""Two rules in words, taken apart: what both say, and what only one of them says."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

_SENTENCE = re.compile(r'(?<=\.)\s+(?=[A-Z"“])')


class _Clause(NamedTuple):
    """A clause of a list in a sentence: the sentence's place, what leads to the list ("Not counted"), its words."""

    place: int
    head: str
    words: str

    @property
    def said(self) -> tuple[str, str]:
        """What it says, wherever it stands."""
        return self.head, self.words


class Apart(NamedTuple):
    """What two texts both say, what only the first and what only the second says; each empty where that is nothing."""

    both: str
    here: str
    there: str


def apart(here: str, there: str) -> Apart:
    """Two rules compared clause by clause: sentences end with a full stop, clauses of a list with a semicolon."""
    one, other = list(_clauses(here)), list(_clauses(there))
    shared = {clause.said for clause in one} & {clause.said for clause in other}
    return Apart(
        _joined(clause for clause in one if clause.said in shared),
        _joined(clause for clause in one if clause.said not in shared),
        _joined(clause for clause in other if clause.said not in shared),
    )


def _clauses(text: str) -> Iterator[_Clause]:
    for place, sentence in enumerate(_SENTENCE.split(text) if text else ()):
        whole = sentence.removesuffix(".")
        head, colon, rest = whole.partition(": ") if ": " in whole else ("", "", whole)
        yield from (_Clause(place, f"{head}{colon}", words) for words in rest.split("; "))


def _joined(clauses: Iterable[_Clause]) -> str:
    sentences = groupby(clauses, key=lambda clause: (clause.place, clause.head))
    said = (f"{head}{'; '.join(c.words for c in found)}." for (_place, head), found in sentences)
    return " ".join(sentence[0].upper() + sentence[1:] for sentence in said)
