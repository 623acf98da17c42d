"""Invented applicants as exercises for a workshop, without and with the solution: HTML pages to print."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from intake.bundle.markup import NOTHING, Markup, framed, lines, page, section, table, tag, text
from intake.handout.paper import PAPER
from intake.handout.sheet import WHY
from intake.portfolio.edtf import spoken
from intake.rulebook.verdicts import Cite
from intake.session.views import BoardRow, RequirementRow, ReviewRow
from intake.words import _

#: An applicant begins a sheet of paper, and there is room to write. Each is to fit on one side, solved on two.
_STYLE = f"""{PAPER}main > section + section {{ break-before: page; }}
.said tbody th {{ width: 16%; min-width: 0; }}
.said td {{ white-space: normal; }}
.said p {{ margin: 0; }}
.blank thead th:nth-child(2) {{ width: 11rem; }}
.blank tbody th {{ width: 24%; }}
.blank td {{ height: 3rem; }}
.solved thead th:first-child {{ width: 20%; }}
.solved thead th:nth-child(2) {{ width: 9.5rem; }}
.solved thead th:nth-child(3) {{ width: 31%; }}
.solved tbody th {{ min-width: 0; }}
.solved td {{ white-space: normal; }}
.solved p {{ margin: 0; }}
.solved th.level {{ font-weight: bold; border-top: 2px solid #1a1a1a; }}
@page {{ margin: 1.2cm; }}
@media print {{
  body, table, th {{ font-size: 9pt; line-height: 1.2; }}
  h2 {{ margin: 0 0 .3rem; }}
  p, table {{ margin: .3rem 0; }}
  th, td {{ padding: .12rem .35rem; }}
}}
"""


class Judged(NamedTuple):
    """A requirement with its verdict, and the sentences that it stands on, the first of them the most."""

    row: RequirementRow
    cites: tuple[Cite, ...]


class Level(NamedTuple):
    """A row of the board with its requirements.

    `others` are the tracks that are not looked at more closely, each with its verdict in words.
    """

    row: BoardRow
    parts: tuple[Judged, ...]
    others: tuple[tuple[str, str], ...]


class Exercise(NamedTuple):
    """An applicant: who it is, the day and the rules to judge by, all answers, and where it stands.

    `sections` are the titles of the interview's sections by their ids, `none` those of lists of which it was said that
    there is nothing to list, `untold` those of which nothing was said; `endings` are what a renewal comes to.
    """

    title: str
    day: dt.date
    rules: str
    sections: Mapping[str, str]
    answers: tuple[ReviewRow, ...]
    none: tuple[str, ...]
    untold: tuple[str, ...]
    levels: tuple[Level, ...]
    endings: tuple[str, ...]


def exercises(all_of_them: Sequence[Exercise], *, solved: bool) -> str:
    """A page with a sheet for each applicant, `solved` with the verdicts, else with room for them."""
    title = _("Solutions") if solved else _("Exercises")
    told = _SOLVED if solved else _TASK
    sheets = (
        section(2, each.title, _reckoned(each), *(_solution(each) if solved else _task(each))) for each in all_of_them
    )
    return page(title, _STYLE, tag("h1", text(title)), tag("p", text(told), class_="statement"), *sheets)


_TASK = _(
    "Everybody here is invented. Read what each of them said, decide by the sheet of the levels side by side what the "
    "rules say of it, and write down the sentence that your verdict stands on. Four verdicts are possible: met by the "
    "answers, not met, need more information, confirm with the association. The verdict of a row is that of its "
    "requirement which stands worst, the exam left aside; of several tracks the best counts, or the one aimed for. "
    "What is not on a sheet was not told. Only the association decides."
)
_SOLVED = _(
    "Everybody here is invented. These are the verdicts of the program, by what each of them said and by the rules "
    "that are named. The rows in bold are those that the exercise asks for; below each stand its requirements, with "
    "the sentence that each stands on and the number of its source. They are no decision: only the association decides."
)
_SENTENCE = _("The sentence it stands on")


def _reckoned(each: Exercise) -> Markup:
    """The day that "now" is, without which nobody could reckon the months."""
    return tag("p", text(_("Reckoned as of {day}.").format(day=spoken(each.day.isoformat()))))


def _task(each: Exercise) -> Iterator[Markup]:
    told = (row for row in each.answers if row.value or row.status != "unanswered")
    said = [
        (text(each.sections[section]), lines(tag("p", _told(list(entry))) for _item, entry in groupby(rows, _item)))
        for section, rows in groupby(told, key=lambda row: row.question.partition(".")[0])
    ]
    said += [(text(title), text(_("None, by their own account"))) for title in each.none]
    if each.untold:
        said.append((text(_("Nothing was said of")), text(", ".join(each.untold))))
    yield table(_("What was said"), (), said, class_="said")
    only = each.levels[0] if len(each.levels) == 1 else None
    asked = [_named(part.row) for part in only.parts] if only else [_title(level.row) for level in each.levels]
    columns = _("Requirement") if only else _("Level"), _("Your verdict"), _SENTENCE
    yield table(_("Your verdicts"), columns, ((text(name), NOTHING, NOTHING) for name in asked), class_="blank")


def _item(row: ReviewRow) -> str:
    return row.item


def _told(rows: Sequence[ReviewRow]) -> Markup:
    """One entry, or all that a section asks once; an entry's name needs no label."""
    first, *rest = rows
    name = tag("strong", text(_value(first))) if first.item else _fact(first)
    return Markup(" · ".join([name, *map(_fact, rest)]))


def _fact(row: ReviewRow) -> Markup:
    return text(_("{label}: {value}").format(label=row.label, value=_value(row)))


def _value(row: ReviewRow) -> str:
    """An answer with its doubt, or why there is none."""
    doubtful = row.value and row.status == "approximate"
    return _("{value} (not certain)").format(value=row.value) if doubtful else row.value or WHY[row.status]


def _solution(each: Exercise) -> Iterator[Markup]:
    """One table: each level with its verdict, below it its requirements with their sentences and what is open."""
    sources = dict.fromkeys((c.source, c.seen) for level in each.levels for part in level.parts for c in part.cites)
    signs = {title: f"[{number}]" for number, (title, _seen) in enumerate(sources, start=1)}
    legend = " ".join(_("{sign} {title} ({seen}).").format(sign=signs[t], title=t, seen=seen) for t, seen in sources)
    yield tag("p", text(f"{each.rules}. {legend}"))
    yield from (tag("p", tag("strong", text(ending))) for ending in each.endings)
    head = tag("thead", tag("tr", *(tag("th", text(column), scope="col") for column in _COLUMNS)))
    rows = [line for level in each.levels for line in _level(level, signs)]
    caption = tag("caption", text(_("The verdicts")))
    drawn = tag("table", caption, head, tag("tbody", lines(rows)), class_="solved")
    yield framed(_("The verdicts of {title}").format(title=each.title), drawn)


_COLUMNS = _("Requirement"), _("Verdict"), _SENTENCE, _("The shortest way to close it")


def _level(level: Level, signs: Mapping[str, str]) -> Iterator[Markup]:
    row = level.row
    count = _("{met} of {total} met.").format(met=row.met, total=row.total)
    others = [_("{track}: {word}.").format(track=track, word=word) for track, word in level.others]
    told = tag("td", text(" ".join([count, *others])), colspan="2")
    yield tag("tr", tag("th", text(_title(row)), scope="row", class_="level"), _word(row.verdict, row.word), told)
    for part in level.parts:
        name = tag("th", text(_named(part.row)), scope="row")
        quotes = lines(tag("p", text(f"“{cite.quote}” ({cite.section}) {signs[cite.source]}")) for cite in part.cites)
        way = part.row.ways[0] if part.row.ways else _NOTHING_OPEN
        yield tag("tr", name, _word(part.row.verdict, part.row.word), tag("td", quotes), tag("td", text(way)))


_NOTHING_OPEN = "–"


def _named(row: RequirementRow) -> str:
    return f"{row.part}: {row.title}" if row.part and row.part != row.title else row.title


def _word(verdict: str, word: str) -> Markup:
    return tag("td", tag("span", text(word), class_=f"word {verdict}"))


def _title(row: BoardRow) -> str:
    return f"{row.number} {row.title}".strip()
