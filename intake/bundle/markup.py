"""HTML from text that nobody trusts. `Markup` is made only here, so the type checker sees text not escaped."""

import html
from collections.abc import Iterable, Sequence
from typing import NewType

from intake.text import visible

Markup = NewType("Markup", str)
NOTHING = Markup("")

_HEAD = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="referrer" content="no-referrer">\n'
)


def text(value: object) -> Markup:
    """`value` as text: nothing in it is obeyed by a browser, a terminal or a reader."""
    return Markup(html.escape(visible(str(value))))


def tag(name: str, *content: Markup, **attributes: str) -> Markup:
    """An element; `class_` loses its underscore, `aria_label` and the like take a hyphen."""
    inside = "".join(f' {key.rstrip("_").replace("_", "-")}="{text(value)}"' for key, value in attributes.items())
    return Markup(f"<{name}{inside}>{''.join(content)}</{name}>")


def lines(parts: Iterable[Markup]) -> Markup:
    """`parts`, each on a line of its own."""
    return Markup("\n".join(parts))


def listing(entries: Iterable[Markup]) -> Markup:
    """A list with a dot before each entry."""
    return tag("ul", Markup("\n"), *(Markup(tag("li", entry) + "\n") for entry in entries))


#: A table of more columns than this scrolls on a narrow screen, in a frame of its own that the keyboard reaches.
_NARROW = 3


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[Markup]], **attributes: str) -> Markup:
    """A table with a caption; the first cell of a row names it. Without `columns`, rows of a name and what it says."""
    head = [tag("thead", tag("tr", *(tag("th", text(column), scope="col") for column in columns)))] if columns else []
    body = [tag("tr", tag("th", first, scope="row"), *(tag("td", cell) for cell in rest)) for first, *rest in rows]
    drawn = tag("table", lines([tag("caption", text(caption)), *head, tag("tbody", lines(body))]), **attributes)
    return framed(caption, drawn) if len(columns) > _NARROW else drawn


def framed(name: str, content: Markup) -> Markup:
    """`content` that may be wider than a screen, in a frame that scrolls and is called `name`."""
    return tag("div", content, class_="wide", role="group", tabindex="0", aria_label=name)


def section(level: int, title: str, *content: Markup, **attributes: str) -> Markup:
    """A section under a heading of the given level."""
    return tag("section", lines([tag(f"h{level}", text(title)), *content]), **attributes)


def page(title: str, style: str, *body: Markup, before: Markup = NOTHING) -> str:
    """A whole HTML file that runs no script and loads nothing.

    `style` is CSS of our own, and `before` stands above the main part.
    """
    head = lines([tag("title", text(title)), Markup(f"<style>\n{style}</style>"), Markup("</head>")])
    main = lines(filter(None, [before, tag("main", Markup("\n"), lines(body), Markup("\n"))]))
    return f"{_HEAD}{head}\n<body>\n{main}\n</body>\n</html>\n"
