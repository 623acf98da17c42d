"""The levels side by side on one sheet of paper: what each asks, each sentence with the sign of its source."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from intake.bundle.markup import NOTHING, Markup, framed, lines, page, tag, text
from intake.handout.paper import PAPER
from intake.portfolio.edtf import spoken
from intake.rulebook.edition import Edition
from intake.rulebook.side_by_side import Entry, Topic
from intake.words import _

#: All of it on one sheet, in letters that a person can still read.
_STYLE = f"""{PAPER}main {{ max-width: 90rem; }}
table {{ table-layout: fixed; }}
tbody th {{ font-weight: bold; min-width: 5rem; }}
td {{ white-space: normal; }}
td p {{ margin: 0; }}
@page {{ size: landscape; margin: .6cm; }}
@media print {{
  body, table, th {{ font-size: 8pt; line-height: 1.08; }}
  h1 {{ font-size: 11pt; margin: 0; }}
  p {{ margin: .1rem 0; }}
  table {{ margin: .2rem 0; }}
  th, td {{ padding: 0 .2rem; }}
}}
"""
#: The width of the first column, in percent.
_TOPIC = 10.5
_ELSEWHERE = _(
    "Other guidance comes from elsewhere; letters and numbers after it tell its pages apart. Nothing is judged by it."
)
#: Of a level of which nothing is asked.
_NOTHING = text("–")
_MARKS = _("“Confirm”: only the association can say. “As above”: by a sentence that stands above in the same cell.")
_DECIDES = _("Each rule is quoted from its source. Only the association decides.")


def overview(edition: Edition, topics: Sequence[Topic], made: dt.date) -> str:
    """An HTML page with a column for each level; `made` is the day that stands on it."""
    title = _("{title}: the levels side by side").format(title=edition.title)
    signs = _signs(edition, topics)
    titles = [f"{level.number} {level.title} ({level.id.upper()})" for level in edition.levels]
    columns = [
        tag("th", text(words), scope="col", style=f"width: {wide:.0f}%")
        for words, wide in zip([_("Topic"), *titles], [_TOPIC, *_widths(topics)], strict=True)
    ]
    rows = [row for topic in topics for row in _rows(topic, signs)]
    drawn = tag("table", tag("thead", tag("tr", *columns)), tag("tbody", lines(rows)))
    where = _("The rules of edition {name}, version {version}, printed on {day}.").format(
        name=edition.edition, version=edition.version, day=spoken(made.isoformat())
    )
    return page(
        title,
        _STYLE,
        tag("h1", text(title)),
        tag("p", text(f"{where} {_DECIDES} {_MARKS} {_ELSEWHERE}")),
        framed(title, drawn),
        tag("p", text(" ".join(f"{sign} {_source(edition, name)}." for name, sign in signs.items()))),
    )


def _widths(topics: Sequence[Topic]) -> list[float]:
    """How wide each level's column is, in percent: half of it alike, half by how much there is to say."""
    said = [sum(len(str(cell)) for cell in level) + 1 for level in zip(*(t.levels for t in topics), strict=True)]
    return [(100 - _TOPIC) * (1 / len(said) + each / sum(said)) / 2 for each in said]


def _source(edition: Edition, name: str) -> str:
    """A source of the edition with its date; other guidance names its own."""
    source = edition.sources.get(name)
    return _("{title} ({seen})").format(title=source.title, seen=source.seen) if source else name


def _signs(edition: Edition, topics: Sequence[Topic]) -> dict[str, str]:
    """A sign for each source that stands on the sheet: the edition's own first, then those of other guidance."""
    entries = [entry for topic in topics for cell in (*topic.levels, topic.everywhere) for entry in cell]
    cited = {cite.source for entry in entries for cite in entry.cites}
    told = (each.source for entry in entries for each in entry.guidance)
    named = dict.fromkeys([*(name for name in edition.sources if name in cited), *told])
    return {name: f"[{number}]" for number, name in enumerate(named, start=1)}


def _rows(topic: Topic, signs: Mapping[str, str]) -> Iterator[Markup]:
    """What differs by level, and below it what is asked at every level."""
    rows = []
    if any(topic.levels):
        alike = [(cell, len(list(levels))) for cell, levels in groupby(topic.levels)]
        rows.append([_cell([tag("p", _entry(entry, signs)) for entry in cell] or [_NOTHING], n) for cell, n in alike])
    if topic.everywhere:
        told = [Markup(f"{_entry(entry, signs)} ") for entry in topic.everywhere]
        rows.append([_cell([tag("em", text(_("All levels. "))), *told], len(topic.levels))])
    name = tag("th", text(topic.title), scope="rowgroup" if len(rows) > 1 else "row", rowspan=str(len(rows)))
    for number, row in enumerate(rows):
        yield tag("tr", *([] if number else [name]), *row)


def _cell(parts: Sequence[Markup], wide: int) -> Markup:
    """A cell over so many levels."""
    return tag("td", *parts, colspan=str(wide))


def _entry(entry: Entry, signs: Mapping[str, str]) -> Markup:
    """The title, the sentences with their signs, what they leave open, and what is said elsewhere."""
    if entry.under:
        return text(_("{title}: see {topic}.").format(title=entry.title, topic=entry.under))
    above = _("(as above)")
    quotes = " ".join(
        f"“{c.quote}” {signs[c.source]}" if c.quote else f"{above} {signs[c.source]}" for c in entry.cites
    )
    told = " ".join(f"{each.text} {signs[each.source]}" for each in entry.guidance)
    elsewhere = tag("em", text(_(" Other guidance: {told}").format(told=told))) if told else NOTHING
    rest = " ".join(filter(None, [quotes, _("Confirm.") if entry.confirm else entry.note]))
    return Markup(f"{tag('strong', text(entry.title))} {text(rest)}{elsewhere}")
