"""An open case: its log in the journal, its state, and what follows from it, brought forward command by command.

The pack that it stands under is the one that it is bound to, which may be older than the one that is here now.

Order of things: a command becomes events, the events are committed, and only then is anything folded or shown.
"""

import datetime as dt
from collections.abc import Callable, Iterable

import msgspec

from intake.collecting import uncollected
from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.interview.engine import decide
from intake.interview.fold import fold
from intake.interview.projection import Key, Projection
from intake.interview.standing import Standing, standing
from intake.interview.state import ONLY, State
from intake.interview.statechart import Statechart
from intake.journal.errors import JournalError
from intake.journal.store import Journal
from intake.packs.load import Pack
from intake.portfolio.document import Answers, complete
from intake.portfolio.records import LISTS
from intake.rulebook.assess import Assessment
from intake.session.signatures import places
from intake.session.versions import way
from intake.words import _

#: Gives the present time with its offset; an input, so that a run can be repeated exactly.
Clock = Callable[[], dt.datetime]
_OTHER_VERSION = _(
    "This case holds something that this version of intake does not know; a newer one wrote it. "
    "Nothing was changed. Please update intake and open the case again."
)


class OtherVersion(JournalError):
    """A log with an event of another version of the program."""


_ANSWERS = (ev.Answered, ev.Passed)
#: Events after which everything that follows is reckoned anew.
_ANEW = (ev.Undone, ev.Redone, ev.Reordered)


class OpenCase:
    """A case that is open here, locked against others until `close`; or only read, also while others have it."""

    def __init__(
        self,
        journal: Journal,
        case: str,
        pack: Pack,
        clock: Clock,
        as_of: dt.date,
        *,
        reading: bool = False,
        by: str = "",
    ) -> None:
        """Open `case` and replay its log; `reading` alone, nothing can be written. Raises JournalError.

        That is: busy elsewhere, unknown, or damaged. What is written is marked as done `by` whom, where that is given.
        """
        self.journal, self.id, self.newest, self.clock, self.as_of = journal, case, pack, clock, as_of
        self._by, self._closed = by, False
        self._lock = None if reading else journal.lock(case)
        try:
            self._replay()
            if self.state.bound is None and not reading:
                pin = self.pack.flow_pin
                self.commit([ev.Started(flow=pin.id, version=pin.version, sha256=pin.sha256)])
        except BaseException:
            self._release()
            raise

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def _replay(self) -> None:
        """Bring everything to what the log says."""
        with uncollected():
            lines = self.journal.load(self.id)
            entries, self.signed = _read(lines), places(lines)
            self.newest, self.pack, self.state, self.update, self.answerable = way(self.newest, entries)
            self._chart: Statechart | None = None
            self.projection = Projection(self.pack.flow, self.state.content)
            self.assessment = Assessment(self.pack.edition, self.as_of, self.answers())
            self._standing: Standing | None = None

    def close(self) -> None:
        """Let others open the case, and let the journal go; a second time does nothing."""
        self._closed = True
        self._release()
        self.journal.close()

    def discard(self) -> None:
        """Close the case and take it out: to be called where nothing was said in it. Raises JournalError."""
        try:
            if self._lock is not None and not self._closed:
                self.journal.discard(self.id)
        finally:
            self.close()

    @property
    def chart(self) -> Statechart:
        """The machine of its sections, made once it is asked for: most cases of a list are only looked at."""
        if self._chart is None:
            self._chart = Statechart(self.pack.flow)
        return self._chart

    @property
    def standing(self) -> Standing:
        """The question that stands."""
        if self._standing is None:
            self._standing = standing(self.state, self.projection, self.chart)
        return self._standing

    @property
    def answered(self) -> Standing | None:
        """The question answered last; None before the first."""
        last = self.state.content.last
        return Standing(last.to, last.item) if last else None

    def do(self, command: cmd.Command) -> None:
        """Carry a command out: decided, committed, folded. Raises Refused, or JournalError with nothing kept."""
        self.must_be_answerable()
        self.commit(decide(self.state, self.projection, self.chart, command))

    def commit(self, events: list[ev.Event]) -> None:
        """Write `events` as one step of the log, then bring everything forward."""
        entries = self._written(events)
        if any(isinstance(event, ev.Signed) for event in events):
            self.signed = places(self.journal.load(self.id))
        before, self._standing = self.state, None
        self.state = fold(entries, self.pack.flow.finishing, self.state)
        self._follow(before, events)

    def must_be_answerable(self) -> None:
        """Raises Refused where answers can be seen and not be given."""
        if not self.answerable:
            raise cmd.Refused(_("These are answers to questions that are not here. They can be seen, and not changed."))

    def take_update(self) -> None:
        """Bring the case to the version of its questions that waits, if one does; undo does not lead back from it."""
        if self.update is not None:
            self._written([self.update.event])
            self._replay()

    def _written(self, events: list[ev.Event]) -> list[ev.Entry]:
        """`events` as entries, once they are in the journal."""
        if self._lock is None:
            raise cmd.Refused(_("This case was opened to be read. Nothing was changed."))
        at, step = self.clock().isoformat(timespec="seconds"), self.state.step + 1
        entries = [ev.Entry(self.state.seq + n, step, at, event, self._by) for n, event in enumerate(events, start=1)]
        closed = True if any(isinstance(e, ev.Closed) for e in events) else None
        if self.state.closed and closed is None:
            closed = not any(isinstance(e, ev.Answered | ev.Added | ev.Removed | ev.Passed) for e in events)
        self.journal.append(self.id, [ev.dump(entry) for entry in entries], self.state.seq, at, closed=closed)
        return entries

    def answers(self) -> Answers:
        """What is known, in the form that facts are reckoned from."""
        content = self.state.content
        signed = content.signature is not None and not content.changed_since_signing
        finished = frozenset(n for n in LISTS if self.projection.relevant(n) and self.projection.complete(n))
        return complete(self.projection.docs, self.projection.known | {"ethics.signed": signed}, finished)

    def _follow(self, before: State, events: list[ev.Event]) -> None:
        if any(isinstance(e, _ANEW) for e in events):
            self.projection.rebuild(self.state.content)
            self.assessment.reload(self.answers())
            return
        touched = list(_touched(events))
        if any(f in before.content.sections and f not in self.state.content.sections for f in self.pack.flow.finishing):
            touched += [(section, ONLY) for section in self.pack.flow.finishing]
        if self.projection.advance(self.state.content, touched):
            self.assessment.reload(self.answers())
        elif touched:
            # an answer within a list's item changes that item's document in place, and nothing else
            within = all(item and isinstance(e, _ANSWERS) for e, (_section, item) in zip(events, touched, strict=False))
            answers = self.assessment.answers if within and len(touched) == len(events) else self.answers()
            for section, item in touched:
                self.assessment.touch(answers, section, item)


def _read(lines: Iterable[bytes]) -> list[ev.Entry]:
    try:
        return [ev.load(line) for line in lines]
    except msgspec.MsgspecError as error:
        raise OtherVersion(_OTHER_VERSION) from error


def _touched(events: Iterable[ev.Event]) -> Iterable[Key]:
    for event in events:
        if isinstance(event, _ANSWERS):
            yield event.question.partition(".")[0], event.item
        elif isinstance(event, ev.Added | ev.Removed):
            yield event.section, event.item
        elif isinstance(event, ev.Finished):
            yield event.section, ONLY
        elif isinstance(event, ev.Signed):
            yield "ethics", ONLY
