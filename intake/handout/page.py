"""The hand-out as one HTML page to read and print, without scripts or anything from elsewhere."""

from collections.abc import Sequence

from intake.bundle.markup import Markup, lines, listing, section, table, tag, text
from intake.bundle.markup import page as html
from intake.bundle.style import STYLE
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
from intake.rulebook.levels import Overview, Part
from intake.rulebook.levels import Table as Requirements
from intake.words import _

#: Wide tables whose columns stand alike; a caption says again, to whoever cannot see it, what the heading above says.
_STYLE = f"""{STYLE}main {{ max-width: 90rem; }}
table {{ table-layout: fixed; }}
caption {{ position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }}
thead {{ display: table-header-group; }}
tbody th {{ font-weight: bold; }}
@page {{ size: landscape; margin: 1.5cm; }}
@media print {{ body {{ font-size: 11px; }} }}
"""


def written(shown: Overview) -> str:
    """The overview as the text of an HTML file."""
    told = [edition(shown), *sources(shown), GUIDANCE_NOTE]
    body = [
        tag("h1", text(heading(shown))),
        tag("p", text(shown.disclaimer), class_="statement"),
        *(tag("p", text(sentence)) for sentence in told),
        *map(_part, shown.parts),
    ]
    if shown.open:
        rows = ([text(point.ask), *map(_cell, open_cells(point))] for point in shown.open)
        body.append(section(2, OPEN_TITLE, table(OPEN_TITLE, (_("Question"), *OPEN), rows)))
    return html(heading(shown), _STYLE, *body)


def _part(part: Part) -> Markup:
    return section(2, part.title, *(_table(part, each) for each in part.tables))


def _table(part: Part, requirements: Requirements) -> Markup:
    rows = ([text(line.title), *map(_cell, cells(line))] for line in requirements.lines)
    title = requirements.title or part.title
    drawn = table(title, (_("Requirement"), *REQUIREMENT), rows)
    return section(3, requirements.title, drawn) if requirements.title else drawn


def _cell(sentences: Sequence[str]) -> Markup:
    return listing(map(text, sentences)) if len(sentences) > 1 else lines(map(text, sentences))
