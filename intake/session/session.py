"""One conversation about one case, as front ends see it: words in, a turn out."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from intake.interview import commands as cmd
from intake.interview.standing import Standing
from intake.journal.drafts import keep_draft, read_draft
from intake.journal.errors import JournalError, NotStored
from intake.session import (
    attaching,
    known,
    offering,
    rated,
    signatures,
    talk,
    updating,
)
from intake.session.case import OpenCase
from intake.session.conversation import Conversation
from intake.session.from_call import told_in_call
from intake.session.handover import Handover
from intake.session.leaving import is_empty_call, left_open, unkept
from intake.session.looking import Looking
from intake.session.orders import obey
from intake.session.pending import FIRST, waiting_words
from intake.session.refusals import problem, tried
from intake.session.titles import is_nameless
from intake.session.views import (
    Message,
    Prompt,
    Turn,
)
from intake.session.wording import prompt
from intake.text import UnusableText, accept, shorten
from intake.words import _


class Session(Looking):
    """One conversation about one open case; both front ends stand on it."""

    def __init__(self, case: OpenCase, title: str, handover: Handover) -> None:
        """Talk about `case`."""
        super().__init__(case, handover.folder)
        self.title = title
        self.talker = Conversation(case, handover, obey)
        self.errands = self.talker.errands
        self.saved_at = _time(case.state.at) if case.state.changed else ""
        self._section = ""
        self._standing: Standing | None = None
        self._name = shorten(talk.called(case), 60)
        #: Words that were typed and not sent when the case was left the last time.
        self.draft = self._kept = read_draft(case.journal.draft_file(case.id))
        self.unkept = ""  #: words not written down that the disk did not take

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
    def today(self) -> dt.date:
        """The day that the case is looked at on."""
        return self.case.as_of

    @property
    def guest(self) -> bool:
        """Whether the person is a guest of this computer, so that its files and other cases are not theirs to see."""
        return self.talker.handover.exchange.guest

    @property
    def farewell(self) -> str:
        """What is said to somebody who leaves: that all is saved, but for what waits for a yes, and how to go on."""
        return "\n".join(filter(None, (unkept(self), left_open(self.talker), self.talker.handover.farewell)))

    def open(self) -> Turn:
        """The greeting, or a welcome back with what changed meanwhile, and the question that stands."""
        notice = self.talker.handover.exchange.notice
        told = [*talk.greeting(self.case), *([notice] if notice else []), *updating.news(self.case)]
        lost = [problem(text) for text in attaching.lost_said(self.files())]
        return self._turn([*(Message("told", text) for text in told), *lost], saved=False)

    def say(self, text: str) -> Turn:
        """Words as they were typed."""
        self.draft = ""

        def hear() -> list[Message]:
            words = accept(text)
            told = self.talker.hear(words) if words else [problem(_("Nothing was typed."))]
            left = left_open(self.talker) if self.talker.over else ""
            return [*told, *([problem(left)] if left else [])]

        return self._tried(hear)

    def change(self, question: str, item: str, text: str) -> Turn:
        """Answer any question anew, whichever stands now."""
        if updating.stops(self.talker):
            return self._turn([problem(FIRST)], saved=False)
        self.talker.pending = None
        return self._tried(lambda: self.talker.answer(Standing(question, item), accept(text)))

    def visit(self, question: str, item: str) -> Turn:
        """Go to a question; what was answered there stays."""
        if updating.stops(self.talker):
            return self._turn([problem(FIRST)], saved=False)
        self.talker.pending = None

        def go() -> list[Message]:
            self.case.do(cmd.GoTo(question, item))
            return []

        return self._tried(go, saves=False)

    def settle(self, done: object) -> Turn:
        """Long work that was left to the front end came to this: its result, or what it raised."""
        return self._tried(lambda: self.talker.errands.settle(done))

    def live(self, text: str) -> str:
        """What `text` would be read as, for a line under the answer box; empty where there is nothing to say."""
        try:
            words = accept(text)
        except UnusableText:
            return ""
        return known.live(self.case, words, settling=self.talker.pending is not None) if words else ""

    def export(self, target: Path | None = None) -> list[Message]:
        """Write the bundle; also of an incomplete portfolio, with its list of gaps."""
        return self.errands.now(self.talker.handover.exporting(target))

    @property
    def exported(self) -> bool:
        """Whether the last bundle written holds what stands now."""
        state = self.case.state
        return state.exported is not None and state.exported_step >= state.changed

    def keep_draft(self, words: str) -> None:
        """Keep `words`, typed and not sent, until they are; none at all forget those of the last time."""
        self.draft = words
        self._keep()

    def _keep(self) -> None:
        """Keep what is not written down: what waits for a yes, and what was typed and not sent."""
        waiting = waiting_words(self.talker.pending, self.talker.waiting)
        words = "\n".join(filter(None, (waiting, self.draft)))
        if words != self._kept or self.unkept:
            kept = keep_draft(self.case.journal.draft_file(self.case.id), words)
            self._kept, self.unkept = (words, "") if kept else (self._kept, words)

    def close(self) -> None:
        """Leave the case to others; an empty call is not kept."""
        if not is_empty_call(self.case, self.title):
            self.case.close()
            return
        with suppress(JournalError):  # it stays among the cases, and can be deleted there
            self.case.discard()

    def _tried(self, act: Callable[[], list[Message]], *, saves: bool = True) -> Turn:
        """The turn after what may change something; of a signature it is said at once what became of it."""
        before = self.case.state
        messages, unsaved = tried(act)
        if unsaved:
            return replace(self._turn(messages, saved=False), unsaved=unsaved)
        state = self.case.state
        told = (signatures.news(before.content, state.content), rated.offered(self.case, before.content, state.content))
        news = [Message("told", text) for text in told if text]
        return self._turn([*messages, *news], saved=saves and state.seq > before.seq)

    def _turn(self, messages: list[Message], *, saved: bool) -> Turn:
        if saved:
            self.saved()
        self._keep()
        standing = self.case.standing
        if not self.talker.over:
            updating.recall(self.talker)
            offering.recall(self.talker)
        if not (self.talker.over or updating.stops(self.talker)):
            messages = [*messages, *(Message("told", text) for text in self._introduced(standing))]
        other, self.talker.other = self.talker.other, ""
        return Turn(tuple(messages), self._prompt(standing), saved, self.talker.over, self.case.state.closed, other)

    def _introduced(self, standing: Standing) -> list[str]:
        """What is said of the question that stands when it is come to: what its section is about, why it is back."""
        section, before = self._section, self._standing
        self._section, self._standing = standing.section, standing
        told = self._of_section(standing) if standing.section != section else []
        return [*told, *updating.reason(self.case, standing)] if standing != before else told

    def _of_section(self, standing: Standing) -> list[str]:
        return [*talk.introduction(self.case, standing), *told_in_call(self.case, standing.section)]

    def saved(self) -> None:
        """Say that what was just written down is saved; the title follows it."""
        self.saved_at = _time(self.case.state.at)
        self._entitle()

    def entitle(self, title: str) -> None:
        """Give the case another title; one that names nobody yields to the applicant's name once it is told."""
        self.case.journal.rename(self.case.id, title)
        self.title = title

    def _entitle(self) -> None:
        """Call the case by what was said in it, unless somebody has given it another title."""
        name = shorten(talk.called(self.case), 60)
        if name and name != self.title and (self.title == self._name or is_nameless(self.title)):
            with suppress(NotStored):  # what was said is saved; the list of cases has the name from the next answer on
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
        where = pending.where or shown.where
        return Prompt(shown.question, shown.item, where, pending.ask, "yes_no", (yes, no), marked=marked)


def _time(at: str) -> str:
    """The time of day of an entry of the log."""
    return dt.datetime.fromisoformat(at).strftime("%H:%M:%S")
