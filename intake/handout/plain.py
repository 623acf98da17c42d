"""The hand-out as plain text of at most 80 columns: one block for each requirement."""

import textwrap
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

WIDTH = 80
_INDENT = "  "


def written(shown: Overview) -> str:
    """The overview as text that ends in a line feed."""
    return "\n".join(line for paragraph in _lines(shown) for line in paragraph) + "\n"


def _lines(shown: Overview) -> Iterator[list[str]]:
    yield _titled(heading(shown), "=")
    for sentence in (edition(shown), *sources(shown), shown.disclaimer, GUIDANCE_NOTE):
        yield _wrapped(sentence, "", _INDENT)
    for part in shown.parts:
        yield ["", *_titled(part.title, "-")]
        for table in part.tables:
            if table.title:
                yield ["", *_wrapped(table.title.upper(), "", _INDENT)]
            for line in table.lines:
                yield from _block(f"{line.title} [{line.id}]", REQUIREMENT, cells(line))
    if shown.open:
        yield ["", *_titled(OPEN_TITLE, "-")]
    for point in shown.open:
        yield from _block(point.ask, OPEN, open_cells(point))


def _titled(title: str, rule: str) -> list[str]:
    lines = _wrapped(title, "", "")
    return [*lines, rule * max(map(len, lines))]


def _block(title: str, columns: Sequence[str], values: list[Sequence[str]]) -> Iterator[list[str]]:
    yield ["", *_wrapped(title, "", _INDENT)]
    for column, sentences in zip(columns, values, strict=True):
        if len(sentences) == 1:
            yield _wrapped(f"{column}: {sentences[0]}", _INDENT, _INDENT * 2)
        elif sentences:
            yield [f"{_INDENT}{column}:"]
            yield [line for sentence in sentences for line in _wrapped(f"- {sentence}", _INDENT * 2, _INDENT * 3)]


def _wrapped(words: str, first: str, rest: str) -> list[str]:
    shown = visible(words, one_line=True)
    return textwrap.wrap(shown, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False) or [""]
