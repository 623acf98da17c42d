"""What a conversation shows beside it: views of the case as it stands, none of which changes anything."""

from collections.abc import Sequence
from pathlib import Path

from intake.interview.standing import Standing
from intake.rulebook.naming import by_id
from intake.session import attaching, comparing, entries, looks, planning, rated, reasons, timelines
from intake.session.case import OpenCase
from intake.session.proofs import proofs_text
from intake.session.views import (
    Beside,
    BoardRow,
    Entries,
    FileRow,
    Message,
    OutlineRow,
    PlanRow,
    Prompt,
    RequirementRow,
    ReviewRow,
    Trial,
)
from intake.session.wording import prompt
from intake.text import accept
from intake.timeline.values import Share, Timeline


class Looking:
    """The views of one open case."""

    def __init__(self, case: OpenCase, folder: Path) -> None:
        """Look at `case`, whose files are kept in `folder`."""
        self.case, self._folder = case, folder

    def outline(self) -> Sequence[OutlineRow]:
        """The sections, with how far each is."""
        return looks.outline(self.case)

    def board(self) -> Sequence[BoardRow]:
        """Where the case stands, level by level."""
        return looks.board_rows(self.case)

    def endings(self) -> Sequence[str]:
        """What a renewal can come to, a line each; none where nothing is renewed."""
        return looks.endings_said(self.case.assessment)

    def to_do(self) -> tuple[Sequence[str], Sequence[str]]:
        """What is missing: the person's own to do, and what waits for others."""
        mine, waiting = looks.to_do(self.case)
        return [*mine, *attaching.lost_said(self.files())], [*waiting, *rated.awaited(self.case)]

    def files(self, *, thorough: bool = False) -> list[FileRow]:
        """The files that are kept, each with what became of it; `thorough` reads every one of them again."""
        return rated.kept_rows(self.case, self._folder, thorough=thorough)

    def review(self) -> Sequence[ReviewRow]:
        """Every question that is asked, with its answer or why there is none."""
        return looks.review(self.case)

    def requirements(self, row: str) -> Sequence[RequirementRow]:
        """The requirements of a row of the board, each with its verdict; none for an unknown id."""
        return planning.requirement_rows(self.case.assessment, row)

    def row(self, question: str, item: str) -> ReviewRow | None:
        """One answer as the review shows it; None where its question is not asked any more."""
        return looks.review_row(self.case, Standing(question, item))

    def asked(self, question: str, item: str) -> Prompt:
        """A question as it is asked, with its options and the answer so far, whichever stands now."""
        return prompt(self.case.projection, Standing(question, item))

    def why(self, question: str, item: str) -> str:
        """Why a question is asked, and the rules that its answer counts for."""
        return reasons.why(self.case, Standing(question, item))

    def entries(self) -> Entries | None:
        """The list whose questions are being asked, as a table."""
        return entries.entries(self.case)

    def summary(self) -> str:
        """All answers, what is missing and the questions for the association."""
        return looks.review_text(self.case, self.files())

    def proof(self, row: str) -> str:
        """The proof of a requirement, or of all of a row of the board. Raises KeyError for an unknown id."""
        requirements = by_id(self.case.assessment.requirements(), row)
        if not requirements:
            raise KeyError(row)
        return proofs_text(self.case.assessment, requirements)

    def editions(self) -> Sequence[tuple[str, str]]:
        """The editions of the rules beside the case's own, by name and title."""
        return comparing.others(self.case)

    def comparison(self, edition: str) -> Beside:
        """What changes under another edition."""
        return comparing.beside(self.case, edition)

    def plan(self) -> Sequence[PlanRow]:
        """The shortest route to each level."""
        return planning.plan_rows(self.case.assessment)

    def timeline(self) -> Timeline:
        """The work over the years."""
        return timelines.timeline_of(self.case)

    def shares(self, shown: Timeline, item: str) -> Sequence[Share]:
        """What a lane of the timeline is to each of its measures."""
        return timelines.shares_of(self.case.assessment, shown, item)

    def trial(self, words: Sequence[str]) -> Trial:
        """What would move if all that `words` say were so; nothing changes. Raises UnusableText."""
        return planning.trial(self.case, self.case.assessment, [accept(text) for text in words])

    def history(self) -> Sequence[Message]:
        """The conversation so far, as far as the log tells it."""
        return looks.history(self.case)
