"""What a front end needs of a session: the one interface that the app, the plain mode and their tests stand on."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from intake.session.errands import Errands
from intake.session.views import (
    Beside,
    BoardRow,
    CaseRow,
    Entries,
    Message,
    OutlineRow,
    PlanRow,
    Prompt,
    RequirementRow,
    ReviewRow,
    Trial,
    Turn,
)
from intake.text import visible
from intake.timeline.values import Share, Timeline

if TYPE_CHECKING:
    from intake.interview.carrying import Purpose


class Face(Protocol):
    """One conversation about one case. Whatever it returns has been committed, and its text is safe to show."""

    @property
    def id(self) -> str:
        """The id of the case."""
        ...

    @property
    def pack(self) -> str:
        """The title of the pack, with its edition: "Virginia IMH-E® · page of about 2015"."""
        ...

    @property
    def title(self) -> str:
        """The title of the case, often the applicant's name; empty while there is none."""
        ...

    @property
    def saved_at(self) -> str:
        """The local time of the last commit as "10:42:07"; empty before the first."""
        ...

    @property
    def today(self) -> dt.date:
        """The day that the case is looked at on: the one that was given, or today."""
        ...

    @property
    def guest(self) -> bool:
        """Whether the person is a guest of this computer, so that its files and other cases are not theirs to see."""
        ...

    @property
    def judged(self) -> bool:
        """Whether rules judge the answers, so that there are levels, a board and a timeline; a rating has none."""
        ...

    @property
    def draft(self) -> str:
        """Words typed and not sent when the case was left the last time; empty where there were none."""
        ...

    def open(self) -> Turn:
        """The greeting or "welcome back", and the question that stands."""
        ...

    def say(self, text: str) -> Turn:
        """What the words led to: typed ones, the label of a chosen option, or "back", "undo", "keep" and the like."""
        ...

    def change(self, question: str, item: str, text: str) -> Turn:
        """Any answer given anew from the review screen. A message of kind `problem` means that it was not taken."""
        ...

    def visit(self, question: str, item: str) -> Turn:
        """A jump to a question, answered or not."""
        ...

    def settle(self, done: object) -> Turn:
        """What comes of long work that was taken from `errands`: `done` is its result, or the error that it raised."""
        ...

    @property
    def errands(self) -> Errands:
        """The long work on files, such as copying a large one, and who does it."""
        ...

    def live(self, text: str) -> str:
        """How `text` would be read as an answer now ("February 2021 – now"); empty where there is nothing to say."""
        ...

    def outline(self) -> Sequence[OutlineRow]:
        """The sections in their order."""
        ...

    def board(self) -> Sequence[BoardRow]:
        """Where the person stands, the prerequisites first and then each level."""
        ...

    def endings(self) -> Sequence[str]:
        """What a renewal can come to, a line each; none where nothing is renewed."""
        ...

    def to_do(self) -> tuple[Sequence[str], Sequence[str]]:
        """What is the person's to do, and what waits on others."""
        ...

    def review(self) -> Sequence[ReviewRow]:
        """Every question asked of this case, in order, answered or not."""
        ...

    def requirements(self, row: str) -> Sequence[RequirementRow]:
        """The requirements of a board row, each with its verdict; none for an unknown id."""
        ...

    def row(self, question: str, item: str) -> ReviewRow | None:
        """One answer as the review shows it; None where its question is not asked any more."""
        ...

    def asked(self, question: str, item: str) -> Prompt:
        """A question as it is asked, with its options and the answer so far, whichever stands now."""
        ...

    def why(self, question: str, item: str) -> str:
        """Why a question is asked, and the rules that its answer counts for; a plain sentence where it is gone."""
        ...

    def entries(self) -> Entries | None:
        """The list whose questions are being asked, as a table; None elsewhere and while it is empty."""
        ...

    def summary(self) -> str:
        """All answers, what is missing and the questions for the association, as plain text."""
        ...

    def proof(self, row: str) -> str:
        """The proof of a requirement, or of all of a board row, as plain text. Raises KeyError for an unknown id."""
        ...

    def editions(self) -> Sequence[tuple[str, str]]:
        """The editions of the rules other than the one that judges: the name and the title of each."""
        ...

    def comparison(self, edition: str) -> Beside:
        """What changes under another edition. Raises PackError for one that is not there."""
        ...

    def plan(self) -> Sequence[PlanRow]:
        """The shortest route to each level: every row of the board with what is open in it."""
        ...

    def timeline(self) -> Timeline:
        """The work over the years: jobs, dates that matter, overlaps, and which months count."""
        ...

    def shares(self, shown: Timeline, item: str) -> Sequence[Share]:
        """What a lane of the timeline is to each of its measures."""
        ...

    def trial(self, words: Sequence[str]) -> Trial:
        """What would move if all that `words` say were so; nothing changes. Raises UnusableText."""
        ...

    def history(self) -> Sequence[Message]:
        """What was said before this opening, oldest first; empty for a new case."""
        ...

    def keep_draft(self, words: str) -> None:
        """Keep `words`, typed and not sent, for the next time; none at all forget those of the last time."""
        ...

    def close(self) -> None:
        """Let go of the journal. Nothing can be asked of the face afterwards."""
        ...


class Cases(Protocol):
    """The cases that a person can go to from the one that is open. Every method can raise JournalError."""

    def rows(self) -> Sequence[CaseRow]:
        """All of them, the one changed last first."""
        ...

    def open(self, case: str | None) -> Face:
        """The case of an id; without one the newest unfinished one, or a new one where there is none."""
        ...

    def begin(self) -> Face:
        """A new case."""
        ...

    def go_on(self, case: str, purpose: "Purpose") -> Face:
        """The renewal, or the move to another level, that goes on from a case; begun where none is open."""
        ...

    def open_bundle(self, path: Path, *, again: bool = False) -> str:
        """The id of a new case made of a bundle. Raises BundleError, PackError, and OpenedBefore unless `again`."""
        ...

    def rename(self, case: str, title: str) -> None:
        """Another title for a case. Raises UnusableText."""
        ...

    def delete(self, case: str) -> None:
        """A case and its files deleted for good."""
        ...


def told(words: str, turn: Turn) -> tuple[Message, ...]:
    """A turn as a transcript shows it: the person's `words` before it, the question that stands after it.

    Either is left out where the turn holds it already, and the question where the person has left.
    """
    return (*_said(words, turn), *turn.messages, *_asked(turn))


def _said(words: str, turn: Turn) -> tuple[Message, ...]:
    repeated = any(message.kind == "you" for message in turn.messages)
    return () if repeated or not words else (Message("you", visible(words), _answered(turn)),)


def _answered(turn: Turn) -> tuple[str, str] | None:
    """The question that words answered: of what was noted down, else of what is read back for a yes."""
    noted = next((message.about for message in turn.messages if message.kind == "noted" and message.about), None)
    return noted or ((turn.prompt.question, turn.prompt.item) if turn.prompt.marked else None)


def _asked(turn: Turn) -> tuple[Message, ...]:
    asked = bool(turn.messages) and turn.messages[-1].kind == "asks"
    return (
        ()
        if turn.over or asked or not turn.prompt.ask
        else (Message("asks", turn.prompt.ask, (turn.prompt.question, turn.prompt.item)),)
    )
