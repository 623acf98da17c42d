"""What an edition of the rules says of a document as a whole."""

import datetime as dt

from intake.portfolio.document import Answers
from intake.portfolio.records import Ending, Judged, Pinned
from intake.rulebook.assess import Assessment
from intake.rulebook.board import gaps, questions, totals
from intake.rulebook.edition import Edition
from intake.rulebook.outcomes import endings
from intake.rulebook.proof import verdicts
from intake.rulebook.verdicts import Verdict


def judge(edition: Edition, pin: Pinned, answers: Answers, as_of: dt.date) -> tuple[Judged, tuple[Verdict, ...]]:
    """What goes into a document: the figures, verdicts, gaps and questions; and the proofs behind them."""
    assessment = Assessment(edition, as_of, answers)
    mine, waiting = gaps(assessment)
    judged = Judged(
        rulebook=pin,
        as_of=as_of.isoformat(),
        totals=totals(assessment),
        verdicts=dict(assessment.words()),
        gaps=[requirement.id for requirement in mine],
        waiting=[requirement.id for requirement in waiting],
        questions=questions(assessment),
        complete=not mine and not waiting,
        endings=[
            Ending(title=e.title, says=e.says, source=e.cite.source, section=e.cite.section, quote=e.cite.quote)
            for e in endings(assessment)
        ],
    )
    return judged, verdicts(assessment)
