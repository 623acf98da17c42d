"""What a front end is given to show, as plain frozen values. All text in them has passed `intake.text.visible`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

VerdictWord = Literal["met", "not_met", "need_information", "confirm"]


@dataclass(frozen=True)
class Message:
    """One thing said in the transcript.

    `kind`: `you` (the person's words), `asks` (a question), `noted` (what was understood and saved), `told` (an
    explanation or answer to a question of the person), `problem` (something could not be taken; nothing was lost).
    `about` is the question and the item that it asks, answers or notes down; None where it is about no single one.
    """

    kind: Literal["you", "asks", "noted", "told", "problem"]
    text: str
    about: tuple[str, str] | None = None


@dataclass(frozen=True)
class Option:
    """One choice: its id in the log and its label for people."""

    id: str
    label: str


@dataclass(frozen=True)
class Prompt:
    """The question that stands now.

    `where` is a heading such as "Paid work 2 · question 3 of 9"; `kind` is the slot's type (`text`, `date`, `span`,
    `number`, `hours`, `yes_no`, `choice`, `choices`, or `gate` for "any other?", `phase` for review, sign and export);
    `current` is the answer already kept, shown, when an earlier question is visited again; `marked` the option that one
    key takes, as where something is read back.
    """

    question: str
    item: str
    where: str
    ask: str
    kind: str
    options: tuple[Option, ...] = ()
    unsure: bool = False
    example: str = ""
    current: str = ""
    marked: str = ""


@dataclass(frozen=True)
class FileRow:
    """A file with an entry: the entry and how it is called, the file's name, media type, hash in hex, size in bytes.

    `condition` is whether the copy that was kept is there as it was, `rating` whether a referee sent it.
    """

    item: str
    entry: str
    name: str
    type: str
    sha256: str
    size: int
    condition: Literal["kept", "missing", "changed"]
    rating: bool = False


@dataclass(frozen=True)
class Turn:
    """What one utterance led to: messages in order, the question that stands now, and whether the person left.

    `unsaved` says why nothing of it could be saved, as on a full disk; it is among the messages, and empty elsewhere.
    """

    messages: tuple[Message, ...]
    prompt: Prompt
    saved: bool = False
    over: bool = False
    closed: bool = False
    #: the id of another case that the person wants to go on with
    other: str = ""
    unsaved: str = ""

    @property
    def text(self) -> str:
        """All that was said, and what is asked."""
        return " ".join([*(message.text for message in self.messages), self.prompt.ask])


@dataclass(frozen=True)
class Beside:
    """Another edition of the rules beside that of a case: in a few words how much differs, and all of it as text."""

    differs: bool
    summary: str
    text: str


@dataclass(frozen=True)
class OutlineRow:
    """A section in the side panel. `state`: `done`, `here`, `begun` or `open`."""

    id: str
    title: str
    state: Literal["done", "here", "begun", "open"]
    detail: str


@dataclass(frozen=True)
class BoardRow:
    """A level (or the prerequisites) on the board: the verdict of its own criteria, and what else is open for it.

    `met` of `total` requirements are met; `open` names the rest in a few words each.
    """

    id: str
    number: str
    title: str
    verdict: VerdictWord
    word: str
    met: int
    total: int
    open: tuple[str, ...]


@dataclass(frozen=True)
class RequirementRow:
    """One requirement of a board row with its verdict.

    `part` is what it is asked in, where a level has several: a track, or the exam; else it is empty. `whose` says in
    words whose turn it is, and `ways` how the gap is closed, the shortest first; both are empty where nothing is open.
    """

    id: str
    part: str
    title: str
    verdict: VerdictWord
    word: str
    whose: str = ""
    ways: tuple[str, ...] = ()


class ReviewRow(msgspec.Struct, frozen=True):  # made by the thousand, at a tenth of the cost of a dataclass
    """One answer on the review screen; `value` is empty and `status` says why where there is no answer.

    `look` says why an answer that stands needs another look, as after a new version of the questions; else it is empty.
    """

    question: str
    item: str
    section: str
    label: str
    value: str
    status: Literal["answered", "approximate", "unsure", "skipped", "unanswered"]
    look: str = ""

    @property
    def gap(self) -> bool:
        """Whether something is missing here: an answer, or another look at it."""
        return not self.value or bool(self.look)


@dataclass(frozen=True)
class Entry:
    """An entry of a list: its item, its first question, and its cells, empty where there is no answer yet."""

    item: str
    question: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Entries:
    """The list that is being built, as a table: its columns' labels, its rows, and the index of the row being asked.

    Rows are read when they are looked at, so that a long list costs what is in view.
    """

    section: str
    title: str
    columns: tuple[str, ...]
    rows: Sequence[Entry]
    at: int | None = None


@dataclass(frozen=True)
class PlanGap:
    """An open requirement in a plan: whose turn it is (`whose` in words) and the ways to it, the shortest first.

    `turn` is `yours`, `time`, `others` or `association`; `closes` are the ids of what the first way closes as well.
    """

    id: str
    title: str
    turn: Literal["yours", "time", "others", "association"]
    whose: str
    ways: tuple[str, ...]
    closes: tuple[str, ...]


@dataclass(frozen=True)
class PlanRow:
    """A row of the board with its gaps: the person's own first, the smallest before others."""

    id: str
    number: str
    title: str
    verdict: VerdictWord
    word: str
    met: int
    total: int
    gaps: tuple[PlanGap, ...]


@dataclass(frozen=True)
class TrialRow:
    """A row of the board before and after a trial; `met` of `total` as on the board."""

    id: str
    number: str
    title: str
    before: VerdictWord
    after: VerdictWord
    before_word: str
    after_word: str
    before_met: int
    after_met: int
    total: int


@dataclass(frozen=True)
class TrialMove:
    """A requirement that would say something else; `number` is that of its level, empty where it is of none."""

    id: str
    number: str
    title: str
    before: VerdictWord
    after: VerdictWord
    before_word: str
    after_word: str


@dataclass(frozen=True)
class TrialDay:
    """A requirement that would say the same, and come by time alone on another day; the days in words."""

    id: str
    number: str
    title: str
    before: str
    after: str


@dataclass(frozen=True)
class Trial:
    """What would move, as of the day `as_of` (an ISO date), if what was tried were so.

    `tried` says what was understood, `granted` what was taken as counting plainly since it was not said, `unread` what
    could not be read. `rows` are all rows of the board, `moved` the requirements that move, `days` those that do not
    and would come on other days. Where nothing moves, `still` says what would be missing then, and what does not count.
    """

    as_of: str
    tried: tuple[str, ...]
    granted: tuple[str, ...]
    unread: tuple[str, ...]
    rows: tuple[TrialRow, ...]
    moved: tuple[TrialMove, ...]
    days: tuple[TrialDay, ...] = ()
    still: tuple[str, ...] = ()


@dataclass(frozen=True)
class CaseRow:
    """A case on the shelf: when it was changed last ("2026-03-01 10:42"), its entries, and whether it is finished.

    `came` says from which bundle it was opened, if from one.
    """

    id: str
    title: str
    changed: str
    events: int
    closed: bool
    came: str = ""
