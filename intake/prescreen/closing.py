"""How a call is closed: the levels worth exploring, two gaps and one next action, made of the verdicts alone."""

from collections.abc import Sequence

import msgspec

from intake.rulebook.assess import Assessment
from intake.rulebook.board import Row
from intake.rulebook.plan import Gap, RowPlan, plan
from intake.rulebook.verdicts import WORDS, Word
from intake.words import _

#: How many gaps staff name on the telephone.
GAPS = 2
#: Verdicts of a level that is worth exploring, the nearest first.
_OPEN: tuple[Word, ...] = ("met", "confirm", "need_information")
_ORDER: tuple[Word, ...] = ("not_met", "need_information", "confirm", "met")
#: The row of the board that is about papers, which nobody has at a first call.
_PAPERS = "portfolio"


class Close(msgspec.Struct, frozen=True):
    """What staff say at the end of a call, each part as a text that they can reword."""

    levels: str
    gaps: tuple[str, ...]
    action: str


def close(assessment: Assessment) -> Close:
    """What the verdicts lead to; nothing in it promises anything."""
    rows = plan(assessment)
    levels = worth_exploring([one.row for one in rows])
    gaps = _gaps(assessment, rows, levels[:1])
    return Close(
        "; ".join(map(_level, levels)) or _("none yet by what was told; see the gaps"),
        tuple(gap.title for gap in gaps[:GAPS]),
        _step(gaps[0]) if gaps else _("Go on with the application, and gather the papers."),
    )


def worth_exploring(rows: Sequence[Row]) -> list[Row]:
    """The levels that are not ruled out by what was told and of which something is met or only to be confirmed.

    Where nothing is, none of them is: what is not known speaks for no level.
    """
    levels = [row for row in rows if row.number and row.word in _OPEN]
    told = [row for row in levels if row.met or row.word == "confirm"]
    return sorted(told, key=lambda row: (_OPEN.index(row.word), row.met - row.total))


def _gaps(assessment: Assessment, rows: Sequence[RowPlan], levels: Sequence[Row]) -> list[Gap]:
    """What is open for the nearest level and for all: what is known to be missing first, the papers last."""
    aims = {row.id for row in levels} or {one.row.id for one in rows if one.row.number}
    wanted = [one for one in rows if not one.row.number or one.row.id in aims]
    every = [
        (one.row.id == _PAPERS, _ORDER.index(assessment.words()[gap.id]), gap) for one in wanted for gap in one.gaps
    ]
    return [gap for _papers, _word, gap in sorted(every, key=lambda each: each[:2])]


def _step(gap: Gap) -> str:
    return gap.routes[0].steps[0].text


def _level(row: Row) -> str:
    return _("{number} {title} ({word})").format(number=row.number, title=row.title, word=WORDS[row.word].casefold())
