"""The hand-over sheet as plain text, as an HTML page, and as JSON."""

import json
from collections.abc import Callable, Sequence

import msgspec

from intake.bundle.markup import Markup, page, section, table, tag
from intake.bundle.markup import text as escaped
from intake.bundle.style import STYLE
from intake.handout.sheet import NOTE, NOTHING_LISTED, TITLE, Entry, Field, Tab, missing
from intake.text import visible
from intake.words import _


def text(tabs: Sequence[Tab]) -> str:
    """A field's name on one line and its value, ready to copy, on the lines below it."""
    lines = [TITLE, "=" * len(TITLE), NOTE]
    for tab in tabs:
        lines += ["", "", tab.title.upper(), "-" * len(tab.title)]
        lines += [line for entry in tab.entries for line in _lines(entry)] or [NOTHING_LISTED]
    return visible("\n".join(lines)) + "\n"


def _lines(entry: Entry) -> list[str]:
    fields = [
        line for field in entry.fields for line in (f"{field.label}{_doubt(field)}:", field.value or missing(field))
    ]
    return ["", f"* {entry.title}", *fields]


def _doubt(field: Field) -> str:
    return "" if field.certain else _(" (not certain)")


def html(tabs: Sequence[Tab]) -> str:
    """One page without scripts."""
    head = [tag("h1", escaped(TITLE)), tag("p", escaped(NOTE), class_="statement")]
    return page(TITLE, STYLE, *head, *map(_tab, tabs))


def _tab(tab: Tab) -> Markup:
    tables = (table(entry.title, (), map(_row, entry.fields)) for entry in tab.entries)
    return section(2, tab.title, *(tables if tab.entries else [tag("p", escaped(NOTHING_LISTED))]))


def _row(field: Field) -> list[Markup]:
    value = escaped(field.value) if field.value else tag("strong", escaped(missing(field)))
    return [escaped(f"{field.label}{_doubt(field)}"), value]


def wire(tabs: Sequence[Tab]) -> str:
    """The fields of `intake.handout.sheet`, for other programs."""
    document = {"note": NOTE, "tabs": msgspec.to_builtins(tabs)}
    return visible(json.dumps(document, indent=2, ensure_ascii=False)) + "\n"


#: Format → what writes a sheet in it, as a text that ends in a line feed.
SHEETS: dict[str, Callable[[Sequence[Tab]], str]] = {"text": text, "html": html, "json": wire}
