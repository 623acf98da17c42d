"""How a call is closed: the levels worth exploring, two gaps and one next action, made of the verdicts alone.

A call leaves much untold. So the close looks at what was told as if the rest of it counted plainly: a degree whose
country nobody asked for is taken as one from here. What is open even then is a gap. The board keeps to what was told.
"""

from collections.abc import Container, Sequence

import msgspec

from intake.portfolio.document import complete
from intake.portfolio.records import LISTS
from intake.rulebook.assess import Assessment
from intake.rulebook.assumed import assumed
from intake.rulebook.board import Row
from intake.rulebook.plan import Gap, RowPlan, plan
from intake.rulebook.verdicts import Word
from intake.words import _

#: How many gaps staff name on the telephone.
GAPS = 2
#: What is known to be missing comes before what is not known and what is to be confirmed.
_ORDER: tuple[Word, ...] = ("not_met", "need_information", "confirm", "met")
#: The row of the board that is about papers, which nobody has at a first call.
_PAPERS = "portfolio"


class Close(msgspec.Struct, frozen=True):
    """What staff say at the end of a call, each part as a text that they can reword."""

    levels: str
    gaps: tuple[str, ...]
    action: str


def close(assessment: Assessment, sections: Container[str]) -> Close:
    """What the verdicts lead to, of `sections`, which a call asks about, before others; nothing in it is a promise."""
    supposed = plainly(assessment)
    rows = plan(supposed)
    levels = worth_exploring([one.row for one in rows], str(assessment.answers.known.get("target.level", "")))
    gaps = _gaps(supposed, rows, levels[:1], sections)
    named = "; ".join(f"{row.number} {row.title}" for row in levels)
    held = "" if any(one.row.number for one in rows) else rows[0].row.title
    none = _("{what}; see the gaps").format(what=held) if held else _("none yet by what was told; see the gaps")
    return Close(
        named or none,
        tuple(gap.title for gap in gaps[:GAPS]),
        _step(gaps[0]) if gaps else _("Go on with the application, and gather the papers."),
    )


def plainly(assessment: Assessment) -> Assessment:
    """The same with what was not told of an entry taken as that which counts plainly, and no entry beside those told.

    A list of which nothing was told stays open: nothing is said of it either way.
    """
    answers, edition, day = assessment.answers, assessment.edition, assessment.as_of
    lists = {
        section: {item: doc | assumed(edition, section, doc, day) for item, doc in items.items()}
        for section, items in answers.lists.items()
    }
    finished = answers.finished | {section for section in LISTS if lists.get(section)}
    return Assessment(edition, day, complete(lists, answers.known, finished))


def worth_exploring(rows: Sequence[Row], wanted: str = "") -> list[Row]:
    """The levels whose own criteria are met or only to be confirmed; the one `wanted`, by its id, before the others."""
    found = [row for row in rows if row.number and row.word in ("met", "confirm")]
    return sorted(found, key=lambda row: row.id != wanted)


def _gaps(
    assessment: Assessment, rows: Sequence[RowPlan], levels: Sequence[Row], sections: Container[str]
) -> list[Gap]:
    """What is open for the nearest level and for all: what can be done before what is only to be confirmed."""
    aims = {row.id for row in levels} or {one.row.id for one in rows if one.row.number}
    wanted = [one for one in rows if not one.row.number or one.row.id in aims]
    words, requirements = assessment.words(), {r.id: r for r in assessment.requirements()}

    def far(row: Row, gap: Gap) -> tuple[bool, bool, int]:
        asked = any(_section(assessment, fact) in sections for fact in requirements[gap.id].facts)
        return words[gap.id] == "confirm" or not asked, row.id == _PAPERS, _ORDER.index(words[gap.id])

    every = [(far(one.row, gap), gap) for one in wanted for gap in one.gaps]
    return [gap for _far, gap in sorted(every, key=lambda each: each[0])]


def _section(assessment: Assessment, fact: str) -> str:
    """The section that a fact, or an answer by its name, is of."""
    reckoned = assessment.edition.facts.get(fact)
    return reckoned.section if reckoned else fact.partition(".")[0]


def _step(gap: Gap) -> str:
    return gap.routes[0].steps[0].text
