"""One conversation about one case, as front ends see it: words in, a turn out, and views to show beside it."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from intake.interview import commands as cmd
from intake.interview.standing import Standing
from intake.interview.state import State
from intake.journal.drafts import keep_draft, read_draft
from intake.rulebook.naming import by_id
from intake.session import (
    attaching,
    comparing,
    entries,
    known,
    looks,
    offering,
    planning,
    rated,
    reasons,
    signatures,
    talk,
    timelines,
    updating,
)
from intake.session.case import OpenCase
from intake.session.conversation import Conversation, problem, tried
from intake.session.handover import Handover
from intake.session.orders import obey
from intake.session.pending import FIRST
from intake.session.proofs import proofs_text
from intake.session.titles import is_nameless
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
    Turn,
)
from intake.session.wording import prompt
from intake.text import UnusableText, accept, shorten
from intake.timeline.values import Share, Timeline
from intake.words import _


class Session:
    """One conversation about one open case; both front ends stand on it."""

    def __init__(self, case: OpenCase, title: str, handover: Handover) -> None:
        """Talk about `case`."""
        self.case = case
        self.title = title
        self.talker = Conversation(case, handover, obey)
        self.saved_at = _time(case.state.at) if case.state.changed else ""
        self._section = ""
        self._standing: Standing | None = None
        self._name = shorten(talk.title(case), 60)
        #: Words that were typed and not sent when the case was left the last time.
        self.draft = read_draft(case.journal.draft_file(case.id))

    @property
    def id(self) -> str:
        """The id of the case in the journal."""
        return self.case.id

    @property
    def pack(self) -> str:
        """What the application is for, and by which edition of the rules it is judged; whom a rating is for."""
        flow = self.case.pack.flow
        return f"{flow.title} · {self.case.pack.edition.title if self.judged else flow.association}"

    @property
    def judged(self) -> bool:
        """Whether rules judge the answers; none judges a referee's rating."""
        return self.case.pack.flow.records == "portfolio"

    @property
    def guest(self) -> bool:
        """Whether the person is a guest of this computer, so that its files and other cases are not theirs to see."""
        return self.talker.handover.exchange.guest

    @property
    def farewell(self) -> str:
        """What is said to somebody who leaves: that all is saved, and how to go on."""
        return self.talker.handover.farewell

    def open(self) -> Turn:
        """The greeting, or a welcome back with what changed meanwhile, and the question that stands."""
        notice = self.talker.handover.exchange.notice
        told = [*talk.greeting(self.case), *([notice] if notice else []), *updating.news(self.case)]
        lost = [problem(text) for text in attaching.lost_said(self.files())]
        return self._turn([*(Message("told", text) for text in told), *lost], saved=False)

    def say(self, text: str) -> Turn:
        """Words as they were typed."""
        before = self.case.state
        if self.draft:
            self.keep_draft("")
        return self._changed(tried(lambda: self._heard(accept(text))), before)

    def _heard(self, words: str) -> list[Message]:
        return self.talker.hear(words) if words else [problem(_("Nothing was typed."))]

    def change(self, question: str, item: str, text: str) -> Turn:
        """Answer any question anew, whichever stands now."""
        if updating.stops(self.talker):
            return self._turn([problem(FIRST)], saved=False)
        before = self.case.state
        self.talker.pending = None
        messages = tried(lambda: self.talker.answer(Standing(question, item), accept(text)))
        return self._changed(messages, before)

    def visit(self, question: str, item: str) -> Turn:
        """Go to a question; what was answered there stays."""
        if updating.stops(self.talker):
            return self._turn([problem(FIRST)], saved=False)
        self.talker.pending = None
        return self._turn(tried(lambda: self._gone(cmd.GoTo(question, item))), saved=False)

    def _gone(self, there: cmd.GoTo) -> list[Message]:
        self.case.do(there)
        return []

    def live(self, text: str) -> str:
        """What `text` would be read as, for a line under the answer box; empty where there is nothing to say."""
        try:
            words = accept(text)
        except UnusableText:
            return ""
        return known.live(self.case, words, settling=self.talker.pending is not None) if words else ""

    def outline(self) -> Sequence[OutlineRow]:
        """The sections, with how far each is."""
        return looks.outline(self.case)

    def board(self) -> Sequence[BoardRow]:
        """Where the case stands, level by level."""
        return looks.board_rows(self.case)

    def to_do(self) -> tuple[Sequence[str], Sequence[str]]:
        """What is missing: the person's own to do, and what waits for others."""
        mine, waiting = looks.to_do(self.case)
        return [*mine, *attaching.lost_said(self.files())], [*waiting, *rated.awaited(self.case)]

    def files(self, *, thorough: bool = False) -> list[FileRow]:
        """The files that are kept, each with what became of it; `thorough` reads every one of them again."""
        return rated.kept_rows(self.case, self.talker.handover.folder, thorough=thorough)

    def review(self) -> Sequence[ReviewRow]:
        """Every question that is asked, with its answer or why there is none."""
        return looks.review(self.case)

    def requirements(self, row: str) -> Sequence[RequirementRow]:
        """The requirements of a row of the board, each with its verdict; none for an unknown id."""
        return planning.requirement_rows(self.case.assessment, row)

    def row(self, question: str, item: str) -> ReviewRow | None:
        """One answer as the review shows it; None where its question is not asked any more."""
        return looks.review_row(self.case, Standing(question, item))

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

    def export(self, target: Path | None = None) -> list[Message]:
        """Write the bundle; also of an incomplete portfolio, with its list of gaps."""
        return [Message("noted", text) for text in self.talker.handover.export(target)]

    @property
    def exported(self) -> bool:
        """Whether the last bundle written holds what stands now."""
        state = self.case.state
        return state.exported is not None and state.exported_step >= state.changed

    def keep_draft(self, words: str) -> None:
        """Keep `words`, typed and not sent, until they are; none at all forget those of the last time."""
        self.draft = words
        keep_draft(self.case.journal.draft_file(self.case.id), words)

    def close(self) -> None:
        """Leave the case to others."""
        self.case.close()

    def _changed(self, messages: list[Message], before: State) -> Turn:
        """The turn after what may have changed something; of a signature it is said at once what became of it."""
        state = self.case.state
        told = (signatures.news(before.content, state.content), rated.offered(self.case, before.content, state.content))
        news = [Message("told", text) for text in told if text]
        return self._turn([*messages, *news], saved=state.seq > before.seq)

    def _turn(self, messages: list[Message], *, saved: bool) -> Turn:
        if saved:
            self.saved()
        standing = self.case.standing
        if not self.talker.over:
            updating.recall(self.talker)
            offering.recall(self.talker)
        if not (self.talker.over or updating.stops(self.talker)):
            messages = [*messages, *(Message("told", text) for text in self._introduced(standing))]
        other, self.talker.other = self.talker.other, ""
        return Turn(tuple(messages), self._prompt(standing), saved, self.talker.over, self.case.state.closed, other)

    def saved(self) -> None:
        """Say that what was just written down is saved; the title follows it."""
        self.saved_at = _time(self.case.state.at)
        self._entitle()

    def _introduced(self, standing: Standing) -> list[str]:
        """What is said of the question that stands when it is come to: what its section is about, why it is back."""
        section, before = self._section, self._standing
        self._section, self._standing = standing.section, standing
        told = talk.introduction(self.case, standing) if standing.section != section else []
        return [*told, *updating.reason(self.case, standing)] if standing != before else told

    def entitle(self, title: str) -> None:
        """Give the case another title; one that names nobody yields to the applicant's name once it is told."""
        self.case.journal.rename(self.case.id, title)
        self.title = title

    def _entitle(self) -> None:
        """Call the case by the applicant's name, unless somebody has given it another title."""
        name = shorten(talk.title(self.case), 60)
        if name and name != self.title and (self.title == self._name or is_nameless(self.title)):
            self.entitle(name)
        self._name = name

    def _prompt(self, standing: Standing) -> Prompt:
        shown = prompt(self.case.projection, standing)
        if self.talker.pending is None:
            return shown if self.case.answerable else updating.prompt(standing)
        yes, no = talk.yes_no_options()
        pending = self.talker.pending
        reads_back = pending.about is not None or pending.offer is not None  # not a wish to finish, say
        marked = yes.label if reads_back else ""
        where = updating.heading() if pending.first else shown.where
        return Prompt(shown.question, shown.item, where, pending.ask, "yes_no", (yes, no), marked=marked)


def _time(at: str) -> str:
    """The time of day of an entry of the log."""
    return dt.datetime.fromisoformat(at).strftime("%H:%M:%S")
