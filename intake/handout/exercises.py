"""Invented applicants as exercises for a workshop, without and with the solution: HTML pages to print."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from intake.bundle.markup import NOTHING, Markup, lines, page, section, table, tag, text
from intake.handout.paper import PAPER
from intake.portfolio.edtf import spoken
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
.solved thead th:nth-child(2) {{ width: 10.5rem; }}
.solved tbody th {{ width: 28%; }}
.solved th.level {{ font-weight: bold; border-top: 2px solid #1a1a1a; }}
@page {{ margin: 1.2cm; }}
@media print {{
  body, table, th {{ font-size: 9pt; line-height: 1.2; }}
  h2 {{ margin: 0 0 .3rem; }}
  p, table {{ margin: .3rem 0; }}
  th, td {{ padding: .12rem .35rem; }}
}}
"""


class Exercise(NamedTuple):
    """An applicant: who it is, the day and the rules to judge by, all answers, and the board with its requirements.

    `sections` are the titles of the interview's sections by their ids.
    """

    title: str
    day: dt.date
    rules: str
    sections: Mapping[str, str]
    answers: tuple[ReviewRow, ...]
    board: tuple[tuple[BoardRow, tuple[RequirementRow, ...]], ...]


def exercises(all_of_them: Sequence[Exercise], *, solved: bool) -> str:
    """A page with a sheet for each applicant, `solved` with the verdicts, else with room for them."""
    title = _("Solutions") if solved else _("Exercises")
    told = _SOLVED if solved else _TASK
    sheets = (
        section(2, each.title, _reckoned(each), *(_solution(each) if solved else _task(each))) for each in all_of_them
    )
    return page(title, _STYLE, tag("h1", text(title)), tag("p", text(told), class_="statement"), *sheets)


_TASK = _(
    "Everybody here is invented. Read what each of them said, decide what the source page's rules say of it at every "
    "level, and say which sentence you stand on. Four verdicts are possible: met by the answers, not met, need more "
    "information, confirm with the association. Only the association decides."
)
_SOLVED = _(
    "Everybody here is invented. These are the verdicts of the program, by what each of them said and by the rules "
    "that are named. They are no decision: only the association decides."
)


def _reckoned(each: Exercise) -> Markup:
    """The day that "now" is, without which nobody could reckon the months."""
    return tag("p", text(_("Reckoned as of {day}.").format(day=spoken(each.day.isoformat()))))


def _task(each: Exercise) -> Iterator[Markup]:
    answered = (row for row in each.answers if row.value)
    said = (
        (text(each.sections[section]), lines(tag("p", _told(list(entry))) for _item, entry in groupby(rows, _item)))
        for section, rows in groupby(answered, key=lambda row: row.question.partition(".")[0])
    )
    yield table(_("What was said"), (), said, class_="said")
    columns = _("Level"), _("Your verdict"), _("The sentence it stands on")
    blank = ((text(_title(row)), NOTHING, NOTHING) for row, _parts in each.board)
    yield table(_("Your verdicts"), columns, blank, class_="blank")


def _item(row: ReviewRow) -> str:
    return row.item


def _told(rows: Sequence[ReviewRow]) -> Markup:
    """One entry, or all that a section asks once; an entry's name needs no label."""
    first, *rest = rows
    name = tag("strong", text(first.value)) if first.item else _fact(first)
    return Markup(" · ".join([name, *map(_fact, rest)]))


def _fact(row: ReviewRow) -> Markup:
    return text(_("{label}: {value}").format(label=row.label, value=row.value))


def _solution(each: Exercise) -> Iterator[Markup]:
    """One table: each level with its verdict, below it what is open and what would close that, and what is met."""
    yield tag("p", text(each.rules))
    head = tag("thead", tag("tr", *(tag("th", text(column), scope="col") for column in _COLUMNS)))
    rows = [line for row, parts in each.board for line in _level(row, parts)]
    caption = tag("caption", text(_("The verdicts")))
    yield tag("table", caption, head, tag("tbody", lines(rows)), class_="solved")


_COLUMNS = _("Requirement"), _("Verdict"), _("What would close it")


def _level(row: BoardRow, parts: Sequence[RequirementRow]) -> Iterator[Markup]:
    count = _("{met} of {total} met").format(met=row.met, total=row.total)
    met = ", ".join(_named(part) for part in parts if part.verdict == "met")
    told = _("{count}: {names}").format(count=count, names=met) if met else count
    yield _row(tag("th", text(_title(row)), scope="row", class_="level"), _word(row.verdict, row.word), text(told))
    for part in parts:
        if part.verdict != "met":
            name = tag("th", text(_named(part)), scope="row")
            yield _row(name, _word(part.verdict, part.word), text(_("; or: ").join(part.ways)))


def _row(name: Markup, *cells: Markup) -> Markup:
    return tag("tr", name, *(tag("td", cell) for cell in cells))


def _named(row: RequirementRow) -> str:
    return f"{row.part}: {row.title}" if row.part and row.part != row.title else row.title


def _word(verdict: str, word: str) -> Markup:
    return tag("span", text(word), class_=f"word {verdict}")


def _title(row: BoardRow) -> str:
    return f"{row.number} {row.title}".strip()
