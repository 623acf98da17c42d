"""The hand-out as one HTML page to read and print, without scripts or anything from elsewhere."""

from collections.abc import Mapping, Sequence

from intake.bundle.markup import Markup, lines, listing, section, table, tag, text
from intake.bundle.markup import page as html
from intake.handout.columns import (
    GUIDANCE_NOTE,
    OPEN,
    OPEN_TITLE,
    REQUIREMENT,
    cells,
    edition,
    heading,
    open_cells,
    signs,
    sources,
)
from intake.handout.paper import PAPER
from intake.rulebook.levels import Line, Overview, Part
from intake.rulebook.levels import Table as Requirements
from intake.words import _

#: Wide tables whose columns stand alike; a caption says again, to whoever cannot see it, what the heading above says.
_STYLE = f"""{PAPER}main {{ max-width: 90rem; }}
table {{ table-layout: fixed; }}
caption {{ position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }}
tbody th {{ font-weight: bold; }}
.rules thead th:first-child {{ width: 12%; }}
.rules thead th:nth-child(3) {{ width: 25%; }}
.rules thead th:nth-child(4) {{ width: 28%; }}
td div + div {{ margin-top: .4rem; }}
@page {{ size: landscape; margin: 1cm; }}
@media print {{
  body, table, th {{ font-size: 9pt; line-height: 1.2; }}
  h1 {{ margin: 0; font-size: 14pt; }}
  h2 {{ margin: .8rem 0 .2rem; }}
  h3 {{ margin: .4rem 0 .1rem; }}
  p, table {{ margin: .2rem 0; }}
  th, td {{ padding: .1rem .35rem; }}
  td div + div {{ margin-top: .15rem; }}
}}
"""
_COLUMNS = (_("Requirement"), _("Rule, and what the source says"), REQUIREMENT[2], _("Other guidance, and what to ask"))


def written(shown: Overview) -> str:
    """The overview as the text of an HTML file."""
    short = signs(shown)
    told = [edition(shown), *map(" ".join, zip(short.values(), sources(shown), strict=True)), GUIDANCE_NOTE]
    body = [
        tag("h1", text(heading(shown))),
        tag("p", text(shown.disclaimer), class_="statement"),
        *(tag("p", text(sentence)) for sentence in told),
        *(_part(part, short) for part in shown.parts),
    ]
    if shown.open:
        rows = ([text(point.ask), *map(_cell, open_cells(point))] for point in shown.open)
        body.append(section(2, OPEN_TITLE, table(OPEN_TITLE, (_("Question"), *OPEN), rows)))
    return html(heading(shown), _STYLE, *body)


def _part(part: Part, short: Mapping[str, str]) -> Markup:
    return section(2, part.title, *(_table(part, each, short) for each in part.tables))


def _table(part: Part, requirements: Requirements, short: Mapping[str, str]) -> Markup:
    title = requirements.title or part.title
    rows = (_row(line, short) for line in requirements.lines)
    drawn = table(title, _COLUMNS, rows, class_="rules")
    return section(3, requirements.title, drawn) if requirements.title else drawn


def _row(line: Line, short: Mapping[str, str]) -> list[Markup]:
    rule, source, confirm, guidance, ask = map(_cell, cells(line, short))
    asked = tag("strong", text(REQUIREMENT[-1])) if ask else ask
    return [text(line.title), _stacked(rule, source), confirm, _stacked(guidance, asked, ask)]


def _stacked(*parts: Markup) -> Markup:
    """Cells in one, below each other, which leaves room to read."""
    return Markup("".join(tag("div", part) for part in parts if part))


def _cell(sentences: Sequence[str]) -> Markup:
    return listing(map(text, sentences)) if len(sentences) > 1 else lines(map(text, sentences))
