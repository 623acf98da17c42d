"""The hand-out as Markdown (CommonMark with GitHub's tables)."""

import re
from collections.abc import Iterator, Sequence

from intake.handout.columns import (
    GUIDANCE_NOTE,
    OPEN,
    OPEN_TITLE,
    REQUIREMENT,
    cells,
    edition,
    heading,
    open_cells,
    sources,
)
from intake.rulebook.levels import Overview
from intake.text import visible
from intake.words import _

#: What Markdown, its tables, its mathematics or a browser would obey; at the beginning also what makes a list.
_OBEYED = re.compile(r"[\\`*_{}\[\]<>#!|~$&^@]|^[-+=]|(?:(?<=^\d)|(?<=^\d\d))[.)]")


def written(shown: Overview) -> str:
    """The overview as Markdown that ends in a line feed."""
    return "\n".join(_lines(shown)) + "\n"


def _lines(shown: Overview) -> Iterator[str]:
    yield f"# {escaped(heading(shown))}"
    for sentence in (edition(shown), *sources(shown), shown.disclaimer, GUIDANCE_NOTE):
        yield from ("", escaped(sentence))
    for part in shown.parts:
        yield from ("", f"## {escaped(part.title)}")
        for table in part.tables:
            if table.title:
                yield from ("", f"### {escaped(table.title)}")
            rows = [([line.title], *cells(line)) for line in table.lines]
            yield from _table((_("Requirement"), *REQUIREMENT), rows)
    if shown.open:
        yield from ("", f"## {escaped(OPEN_TITLE)}")
        yield from _table((_("Question"), *OPEN), [([point.ask], *open_cells(point)) for point in shown.open])


def _table(columns: Sequence[str], rows: Sequence[Sequence[Sequence[str]]]) -> Iterator[str]:
    yield ""
    yield _row([escaped(column) for column in columns])
    yield _row(["---"] * len(columns))
    for row in rows:
        yield _row(["<br>".join(map(escaped, cell)) for cell in row])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(words: str) -> str:
    """`words` on one line, with nothing in them that Markdown would obey."""
    return _OBEYED.sub(r"\\\g<0>", visible(words, one_line=True))
