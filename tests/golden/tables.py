"""Golden tables: for each case, what every edition says, a requirement a line and an edition a column."""

from collections.abc import Iterable

from golden.cases import Case, cases
from rulebook_samples import AS_OF, Doc, known

from intake.packs.load import editions, load_edition
from intake.rulebook.assess import Assessment
from intake.rulebook.board import board
from intake.rulebook.edition import Edition
from intake.rulebook.proof import verdicts
from intake.rulebook.verdicts import Verdict

#: The edition that the domain's expectations are of comes first.
EDITIONS = sorted(editions(), key=lambda name: (name != "vaimh/seed", not name.startswith("vaimh/"), name))
_SAID = {"met": "met", "not_met": "not met", "need_information": "not known", "confirm": "confirm"}
_GROUPS = ["prerequisites", "level", "exam", "portfolio", "renewal"]
_LEVELS = ["", "ifa", "ifs", "imhs", "imhm"]
_NOT_THERE = "–"
Column = dict[str, str]


def tables() -> dict[str, str]:
    """File name → table, of every case."""
    return {f"{case.name}.txt": table(case, doc) for case, doc in cases()}


def table(case: Case, doc: Doc) -> str:
    """One case under all editions."""
    assessments = [Assessment(load_edition(name)[0], AS_OF, known(doc)) for name in EDITIONS]
    proofs = [verdicts(assessment) for assessment in assessments]
    head = [case.facts, f"Expected under the seed: {case.expected}", f"As of {AS_OF}."]
    boards = [{row.id: _SAID[row.word] for row in board(assessment)} for assessment in assessments]
    rules = [{v.id: _said(v) for v in said} for said in proofs]
    asked = [dict.fromkeys(_asked(assessment), "asked") for assessment in assessments]
    return (
        "\n\n".join(
            [
                "\n".join(head),
                _rows("board", _order(boards), boards),
                _rows("requirement", _ranked(v for said in proofs for v in said), rules),
                _rows("question for the association", sorted(_order(asked)), asked),
            ]
        )
        + "\n"
    )


def _said(verdict: Verdict) -> str:
    """The word, with the days on which time alone would do: strictly, and where it differs loosely."""
    days = verdict.earliest
    if days is None:
        return _SAID[verdict.verdict]
    loose = f"loosely {days.loose}" if days.loose and days.loose != days.strict else ""
    return f"{_SAID[verdict.verdict]} ({', '.join(part for part in (days.strict, loose) if part)})"


def _asked(assessment: Assessment) -> list[str]:
    edition: Edition = assessment.edition
    return [q.id for q in edition.questions if q.condition.holds(assessment.readings(q.condition.facts)[1])]


def _ranked(proofs: Iterable[Verdict]) -> list[str]:
    """Ids as on the board: prerequisites, each level with its exam, the portfolio, the renewal."""
    ranks = {v.id: (_rank(v), v.track) for v in proofs}
    return sorted(ranks, key=lambda name: ranks[name])


def _rank(verdict: Verdict) -> tuple[int, int]:
    group = _GROUPS.index("level" if verdict.group == "exam" else verdict.group)
    return group, _LEVELS.index(verdict.level)


def _order(columns: list[Column]) -> list[str]:
    return list(dict.fromkeys(name for column in columns for name in column))


def _rows(heading: str, names: list[str], columns: list[Column]) -> str:
    cells = [[heading, *EDITIONS], *([name, *(c.get(name, _NOT_THERE) for c in columns)] for name in names)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(cells[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )
