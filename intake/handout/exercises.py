"""Invented applicants as exercises for a workshop, without and with the solution: HTML pages to print."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from intake.bundle.markup import NOTHING, Markup, listing, page, section, table, tag, text
from intake.handout.paper import PAPER
from intake.portfolio.edtf import spoken
from intake.session.views import BoardRow, RequirementRow, ReviewRow
from intake.words import _

#: An applicant begins a sheet of paper, and there is room to write.
_STYLE = f"""{PAPER}main > section + section {{ break-before: page; }}
tbody th {{ width: 26%; }}
thead th:nth-child(2) {{ width: 11rem; }}
.levels thead th:nth-child(3) {{ width: 4rem; }}
.said ul {{ padding: 0; }}
.said li {{ display: inline; }}
.said li:not(:last-child)::after {{ content: " · "; }}
.blank td {{ height: 6rem; }}
"""
#: A table of no more rows than this stays on one page.
_SMALL = 5


class Exercise(NamedTuple):
    """An applicant: who it is, the day and the rules to judge by, all answers, and the board with its requirements."""

    title: str
    day: dt.date
    rules: str
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
    entries = groupby((row for row in each.answers if row.value), key=lambda row: (row.section, row.item))
    said = ((text(name), listing(map(_fact, rows))) for (name, _item), rows in entries)
    yield table(_("What was said"), (), said, class_="said")
    columns = _("Level"), _("Your verdict"), _("The sentence it stands on")
    blank = ((_named(row), NOTHING, NOTHING) for row, _parts in each.board)
    yield table(_("Your verdicts"), columns, blank, class_="blank")


def _fact(row: ReviewRow) -> Markup:
    return text(_("{label}: {value}").format(label=row.label, value=row.value))


def _solution(each: Exercise) -> Iterator[Markup]:
    yield tag("p", text(each.rules))
    levels = _("Level"), _("Verdict"), _("Met"), _("Open")
    yield table(_("The levels"), levels, map(_standing, (row for row, _parts in each.board)), class_="levels")
    for row, parts in each.board:
        columns = _("Requirement"), _("Verdict"), _("What would close it")
        size = "small" if len(parts) <= _SMALL else "large"
        yield table(_title(row), columns, map(_requirement, parts), class_=size)


def _standing(row: BoardRow) -> Sequence[Markup]:
    count = _("{met} of {total}").format(met=row.met, total=row.total)
    return _named(row), _word(row.verdict, row.word), text(count), listing(map(text, row.open)) if row.open else NOTHING


def _requirement(row: RequirementRow) -> Sequence[Markup]:
    name = f"{row.part}: {row.title}" if row.part and row.part != row.title else row.title
    return text(name), _word(row.verdict, row.word), listing(map(text, row.ways)) if row.ways else NOTHING


def _word(verdict: str, word: str) -> Markup:
    return tag("span", text(word), class_=f"word {verdict}")


def _named(row: BoardRow) -> Markup:
    return text(_title(row))


def _title(row: BoardRow) -> str:
    return f"{row.number} {row.title}".strip()
