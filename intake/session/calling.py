"""A call: what staff type while somebody talks, filed on the call sheet of a case in any order, and read back.

A call is a case like any other, with the same log. Its order alone is free; so the interview goes on where it ended.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.interview.statechart import END
from intake.packs.load import load_sheet
from intake.prescreen.addresses import written
from intake.prescreen.asides import of_others, question_apart, taken_back
from intake.prescreen.closing import Close, plainly
from intake.prescreen.filing import doubted
from intake.prescreen.halves import lasted
from intake.prescreen.letter import minutes
from intake.prescreen.parting import holds
from intake.prescreen.people import person
from intake.prescreen.sheet import Sheet
from intake.prescreen.slips import after_a_no, agrees, put_right, retold
from intake.prescreen.speaker import speaking
from intake.prescreen.unread import unheard_of
from intake.session import looks
from intake.session.call_closing import CallClose
from intake.session.known import CaseKnown
from intake.session.mending import amend
from intake.session.records import standing_of
from intake.session.refusals import tried
from intake.session.session import Session
from intake.session.sheet_lines import CallLine, filed_said, lines_of
from intake.session.sheet_sections import sections_of
from intake.session.taking import taking
from intake.session.times_told import asked_of
from intake.session.titles import CALLER
from intake.session.views import BoardRow, Message
from intake.session.wording import noted
from intake.text import accept, visible
from intake.understand.commands import Command
from intake.understand.corrections import Correction, correction
from intake.understand.read import read
from intake.understand.records import Field
from intake.understand.slots import Reading
from intake.understand.understanding import YES_NO, Asked, ordered
from intake.words import _

#: What works at any moment of a call: what explains, what takes back, what asks the association.
_ORDERS = frozenset(
    {"define", "about", "prove", "whatif", "plan", "board", "review", "timeline", "list", "undo", "redo", "question"}
    | {"ask", "remove", "pause", "export", "require"}
)
_NOTE = (_("note:"), _("note "))


@dataclass(frozen=True)
class Heard:
    """What an utterance led to: what is said back to the caller, other messages, and what waits for a yes."""

    back: str
    messages: tuple[Message, ...] = ()
    ask: str = ""
    over: bool = False


class Call(CallClose):
    """One call about the case of a session. Everything it returns has been committed, and its text is safe to show."""

    def __init__(self, session: Session) -> None:
        """Look at the call of a session. Raises PackError where the pack has no call sheet."""
        self.session, self.case = session, session.case
        self.sheet: Sheet = load_sheet(self.case.pack.flow.flow)
        #: the caller's question that waits to be put on the list
        self._asking = ""
        #: the words before, where they were read back, and the line that was picked for them
        self._read_back = self._line = ""
        #: the words as they were put right
        self._mended = ""
        self.wording = {}

    def take_up(self) -> str:
        """Begin the call, or go on with one; what is said of one that was begun before, else nothing.

        It began when it first did, and the time between is not on the line. One that has ended is only looked at,
        until something more is said.
        """
        if self.ended:
            return _("This call is closed. What is typed is added to it, and opens it again.")
        sheet, version = self.sheet.prescreen, self.sheet.version
        if self.unfinished:
            told = sum(line.state != "open" for line in self.lines())
            self.case.commit([ev.Called(sheet, version, self.began, self._talked(self.case.state.worked))])
            said = _(
                "Going on with this call: {time} on the line so far; lines told: {told}. All that was sent is here."
            )
            return said.format(time=minutes(self.seconds()), told=told)
        at = self.case.clock()
        self.case.commit([ev.Called(sheet, version)])
        if self.case.state.changed == 0:
            self.session.entitle(CALLER.format(number=at.strftime("%Y-%m-%d %H:%M")))
        return ""

    def hear(self, words: str, line: str = "") -> Heard:
        """What is done with words typed while the caller talks, for the `line` that was picked, if one was."""
        talker = self.session.talker
        filed, self._mended = list[str](), ""
        said = _("not sure") if line and words.strip() == "?" else words
        messages = self._attempted(lambda: self._heard(accept(said), line, filed))
        self._read_back = (self._mended or words) if filed else ""
        self._line = line or (self._line if self._mended else "")
        back = _("So: {facts}. Is that right?").format(facts="; ".join(filed)) if filed else ""
        return Heard(back, tuple(messages), talker.pending.ask if talker.pending else "", talker.over)

    def _attempted(self, act: Callable[[], list[Message]]) -> list[Message]:
        """What `act` says, or why it was refused; what it wrote down is saved."""
        before = self.case.state.seq
        messages, _unsaved = tried(act)
        if self.case.state.seq > before:
            self.session.saved()
        return messages

    def _heard(self, words: str, line: str, filed: list[str]) -> list[Message]:
        if not words:
            return [Message("problem", _("Nothing was typed."))]
        if self.ended:
            self._open_again()
        if self.session.talker.pending and self._settles(words):
            self._asking = ""
            return self.session.talker.hear(words)
        self.session.talker.pending = None
        return [*self._left_asking(), *self._told(words, line or self._stands(words), filed)]

    def _left_asking(self) -> list[Message]:
        """Keep as a note the question that was to be put on the list, where nobody said yes to that."""
        asked, self._asking = self._asking, ""
        if not asked:
            return []
        self._jotted(asked)
        said = _("“{words}” is not on the list for the association, as nobody said yes to that. It is kept as a note.")
        return [Message("noted", said.format(words=visible(asked)))]

    def _stands(self, words: str) -> str:
        """The line that is asked next, where `words` are its bare answer: yes or no, or a name where that is asked.

        A no after a read-back is said to that.
        """
        line = next((line.id for line in self.lines() if line.state == "open"), "")
        if line == self.sheet.lines[0].id:
            return line if person(words) == words.strip() else ""
        bare = read(words, YES_NO, self.case.as_of) if len(words.split()) == 1 else None
        sure = isinstance(bare, Reading) and not bare.confirm and not (self._read_back and bare.value is False)
        taken = taking(self.case, self.sheet, words, line).command if sure else cmd.Take()
        return line if taken.fills or taken.finished else ""

    def _told(self, words: str, line: str, filed: list[str]) -> list[Message]:
        if not line and self._read_back and self._denies(words):
            return [Message("noted", _("It stands until it is put right: say what is right, or undo takes it back."))]
        if not line and self._read_back and agrees(words):
            return [Message("noted", _("Good, it stands."))]
        if words.casefold().startswith(_NOTE):
            return self._jotted(words[len(_NOTE[0]) :].strip() or words)
        if not line and (messages := self._told_and_asked(words, filed)):
            return messages
        if not line and (order := self._order(words)):
            return self._obeyed(order, words)
        if mended := put_right(words, self._fields(), self.case.as_of):
            self._mended = mended
            return self._filed(mended, line, filed)
        change = None if line else self._correction(words)
        if not (line or change) and self._refuted(words):
            return self._filed(self._mended, self._line, filed)
        slip = None if line else taken_back(words, anywhere=True)
        again = bool(change) or (slip is not None and retold(*slip, self._fields(), self.case.as_of))
        if not line and (parts := taken_back(words, anywhere=again)):
            return [*self._jotted(parts[0]), *self._filed(parts[1], "", filed)]
        return self._amended(change) if change else self._filed(words, line, filed)

    def _fields(self) -> list[Field]:
        return [field for section in sections_of(self.case, self.sheet).values() for field in section.fields]

    def _refuted(self, words: str) -> bool:
        """Whether `words` put right what was read back, which is then taken back for what is meant."""
        if self._read_back and "?" not in self._read_back:
            self._mended = after_a_no(self._read_back, words, self._fields(), self.case.as_of)
        if self._mended:
            self.case.do(cmd.Undo())
        return bool(self._mended)

    def _obeyed(self, order: Command, words: str) -> list[Message]:
        """Do what was ordered; a question is heard as it was typed, and kept where it waits for a yes."""
        order = replace(order, topic=words) if order.name == "question" else order
        messages = self.session.talker.obey(order, self.case.standing)
        if self.session.talker.pending and order.name in ("question", "define"):
            self._asking = words
        return messages

    def _told_and_asked(self, words: str, filed: list[str]) -> list[Message]:
        """What is told is filed, and the question before or after it heard; nothing where it is not so parted."""
        told, asked = question_apart(words)
        order = self._order(asked) if asked else None
        if order is None or not taking(self.case, self.sheet, told, "").filed:
            return []
        return [*self._filed(told, "", filed), *self._obeyed(order, asked)]

    def _settles(self, words: str) -> bool:
        """Whether words are the yes or no that something waits for; the caller's next words let go of it."""
        elsewhere = any(holds(words, phrase) for line in self.sheet.lines for phrase in line.phrases)
        return not elsewhere and isinstance(read(words, YES_NO, self.case.as_of), Reading)

    def _denies(self, words: str) -> bool:
        """Whether words are a plain no, as to what was read back."""
        got = read(words, YES_NO, self.case.as_of) if len(words.split()) == 1 else None
        return isinstance(got, Reading) and got.value is False

    def _amended(self, change: Correction) -> list[Message]:
        """Carry a correction out at once: the read-back is what the caller says yes or no to."""
        talker = self.session.talker
        if change.act == "correct" and change.field is not None and isinstance(change.reading, Reading):
            return talker.record(standing_of(change.field), change.reading, change.words)
        return amend(talker, change, self.case.standing)

    def _order(self, words: str) -> Command | None:
        """What `words` ask or wish; of questions those that can be nothing else."""
        if unheard_of(words):
            return None
        order = ordered(speaking(words), Asked("end", None), CaseKnown(self.case, self.case.standing))
        if order is not None and order.name == "counts":  # while somebody talks it is noted at once
            return Command("ask", order.topic)
        wished = order is not None and order.name in _ORDERS and not order.confirm
        return order if wished and (order.name != "question" or "?" in words) else None  # type: ignore[union-attr]

    def _correction(self, words: str) -> Correction | None:
        """A change of something told before, where its name or a mark says so."""
        found = correction(speaking(words), CaseKnown(self.case, self.case.standing), self.case.as_of)
        if not isinstance(found, Correction) or not (found.surely and found.told):
            return None
        if found.act != "correct":
            return found
        changes = found.field is not None and isinstance(found.reading, Reading) and found.field.slot.kind != "span"
        changes = changes and not (doubted(words) or lasted(str(found.reading.value)))  # type: ignore[union-attr] # no name
        return found if changes and found.reading.value != found.field.value else None  # type: ignore[union-attr]

    def _jotted(self, words: str) -> list[Message]:
        self.case.do(cmd.Take(jots=(cmd.Jot(words),)))
        return [Message("noted", noted(_("note"), visible(words)))]

    def _filed(self, words: str, line: str, filed: list[str]) -> list[Message]:
        taken = taking(self.case, self.sheet, written(words), line)
        self.case.do(taken.command)
        filed += [filed_said(self.case, self.sheet, one) for one in taken.filed]
        filed += [
            _("{title}: nothing more to list").format(title=self.case.pack.flow.sections[section].title)
            for section in taken.command.finished
        ]
        kept = [Message("noted", self._kept(jot)) for jot in taken.command.jots]
        disowned = self._read_back and not line and of_others(words)
        back = _("What was read back before stands. If this was said of it, put it right, or say undo twice.")
        return [*kept, Message("noted", back)] if disowned else kept

    def _kept(self, jot: cmd.Jot) -> str:
        line, words = self.sheet.by_id.get(jot.line), visible(jot.words)
        if line is None:
            return _("Kept as a note: “{words}”. To file it, pick its line and type it there.").format(words=words)
        return _("{title}: “{words}”. Saved.").format(title=line.title, words=words) + asked_of(words, self.case.as_of)

    def lines(self) -> list[CallLine]:
        """The sheet as it stands."""
        return lines_of(self.case, self.sheet)

    def board(self) -> Sequence[BoardRow]:
        """Where the caller stands by what was told."""
        return self.session.board()

    def outlook(self) -> Sequence[BoardRow]:
        """The same as if what was not told counted plainly: for the eye, while most is not told yet."""
        return looks.rows_of(plainly(self.case.assessment))

    def notes(self) -> list[str]:
        """What was noted and belongs to no line."""
        return [visible(jot.words) for jot in self.case.state.content.jotted if not jot.line]

    @property
    def at_end(self) -> bool:
        """Whether nothing is left to ask in the interview."""
        return self.case.standing.question == END

    def hang_up(self, said: Close) -> list[Message]:
        """End the call with the close as staff worded it; once more words it anew."""
        return self._attempted(lambda: self._hung(said))

    def _hung(self, said: Close) -> list[Message]:
        kept = self._left_asking()
        levels, action = accept(said.levels), accept(said.action)
        gaps = tuple(filter(None, map(accept, said.gaps)))
        self.case.commit([ev.Hung(levels=levels, gaps=gaps, action=action)])
        self.wording = {}
        return [*kept, Message("noted", _("The call is closed. Saved."))]
