"""Hearing: what was typed becomes an answer or an order, and the reply says what was written down.

A reading that needs a yes is held as `Pending`; the next words settle it. Everything else that lasts is in the log.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from intake.interview import commands as cmd
from intake.interview.engine import MORE, Standing
from intake.interview.flow import Question
from intake.interview.state import Answer
from intake.interview.statechart import END
from intake.session import talk
from intake.session.case import OpenCase
from intake.session.handover import Handover
from intake.session.views import Message
from intake.session.wording import noted, said
from intake.understand.commands import Command
from intake.understand.commands import command as read_command
from intake.understand.read import read
from intake.understand.slots import Again, Reading, Slot, Unsure
from intake.words import _

_YES_NO = Slot(kind="yes_no")
#: The beginning of "no, 2016": what follows is meant instead.
_NO_BUT = re.compile(r"\W*(?:no|nope|nah)\b[\s,.:;!-]+(?=\S)", re.IGNORECASE)


class Pending(NamedTuple):
    """Something that waits for a yes, what a yes does, and the question that a correction would answer instead."""

    ask: str
    agree: Callable[[], list[Message]]
    about: Standing | None = None


#: Carries out an order; given from outside, so that hearing and obeying stay apart.
Obey = Callable[["Conversation", Command, Standing], list[Message]]


class Conversation:
    """One conversation about an open case. `over` is true once the person has left."""

    def __init__(self, case: OpenCase, handover: Handover, obey: Obey) -> None:
        """A conversation in which orders are carried out by `obey`."""
        self.case, self.handover, self._obey = case, handover, obey
        self.pending: Pending | None = None
        self.over = False

    def hear(self, words: str) -> list[Message]:
        """What is said back to `words`. Raises Refused, or UnusableText, with nothing changed."""
        if self.pending:
            return self._settle(self.pending, words)
        standing = self.case.standing
        heard = self._order(words, standing)
        if heard is not None and heard.name == "finish" and standing.field == MORE:
            return self._finish(standing.section)
        if heard is not None:
            return self._obey(self, heard, standing)
        if standing.question == END:
            return [problem(_("I did not understand that."))]
        return self._gate(standing, words) if standing.field == MORE else self.answer(standing, words)

    def _order(self, words: str, standing: Standing) -> Command | None:
        """The order that `words` are; to a question for any text, only one that can be nothing else."""
        section = self.case.pack.flow.sections.get(standing.section)
        question = self.case.pack.flow.question(standing.question) or (section.questions[0] if section else None)
        order = read_command(words, free_text=False, options=question.slot.choices if question else ())
        if question is None or question.kind != "text" or order is None:
            return order
        kept = self.case.projection.answer(standing.question, standing.item)
        if standing.field == MORE and not order.topic:  # a gate asks for a yes or a no first, and then for a title
            return order
        if (order.name == "keep" and kept) or talk.names_only_answers(self.case, order):
            return order
        return read_command(words, free_text=True)

    def _settle(self, pending: Pending, words: str) -> list[Message]:
        self.pending = None
        agreed = read(words, _YES_NO, self.case.as_of)
        if isinstance(agreed, Reading) and not agreed.hedged and not agreed.confirm:
            return pending.agree() if agreed.value else [Message("told", _("Then not. Nothing was written down."))]
        order = self._order(words, self.case.standing)
        corrected = order.topic if order is not None and order.name == "correct" else _NO_BUT.sub("", words, count=1)
        if pending.about is not None and corrected != words:
            return self.answer(pending.about, corrected)
        return self.hear(words)

    def answer(self, standing: Standing, words: str) -> list[Message]:
        """Take `words` as the answer to a question, whichever stands."""
        question = self._question(standing)
        reading = read(words, question.slot, self.case.as_of)
        if isinstance(reading, Unsure):
            return self.pass_over(standing, "unsure", words)
        if isinstance(reading, Again):
            return [problem(talk.again(question, reading.why))]
        if reading.confirm:
            return self.hold(reading.confirm, lambda: self._record(standing, reading, words), standing)
        return self._record(standing, reading, words)

    def _gate(self, standing: Standing, words: str) -> list[Message]:
        section = self.case.pack.flow.sections[standing.section]
        answered = read(words, _YES_NO, self.case.as_of)
        if isinstance(answered, Unsure):
            return self.pass_over(standing, "unsure", words)
        if talk.means_no_more(words):
            return self._finish(section.id)
        if isinstance(answered, Reading):
            more = bool(answered.value)
            if answered.confirm:  # "No Kidding Parenting" is a training
                return self.hold(answered.confirm, lambda: self._more(section.id, more=more))
            return self._more(section.id, more=more)
        first = section.questions[0]
        reading = read(words, first.slot, self.case.as_of)
        if not isinstance(reading, Reading):
            return [problem(_("Say yes or no, or name the next one."))]
        if reading.confirm:
            return self.hold(reading.confirm, lambda: self._begin(section.id, first, reading, words))
        return self._begin(section.id, first, reading, words)

    def _more(self, section: str, *, more: bool) -> list[Message]:
        if not more:
            return self._finish(section)
        self.case.do(cmd.Add(section))
        return []

    def _begin(self, section: str, first: Question, reading: Reading, words: str) -> list[Message]:
        self.case.do(cmd.Add(section, reading.value, words, reading.reader, reading.hedged))
        return [Message("noted", noted(first.label, said(first, reading.value)))]

    def _finish(self, section: str) -> list[Message]:
        self.case.do(cmd.Finish(section))
        return [Message("noted", talk.list_closed(self.case, section))]

    def _record(self, standing: Standing, reading: Reading, words: str) -> list[Message]:
        if standing.question == "sign.name":
            return [Message("noted", text) for text in self.handover.sign(str(reading.value))]
        question = self._question(standing)
        old = self.case.projection.answer(standing.question, standing.item)
        written = self._written(standing, reading.value)  # first: where it fails, nothing was answered
        self.case.do(cmd.Answer(standing.question, standing.item, reading.value, words, reading.reader, reading.hedged))
        return [*self._noted(standing, question, old, reading), *written, *self._closed(standing, reading.value)]

    def _noted(self, standing: Standing, question: Question, old: Answer | None, reading: Reading) -> list[Message]:
        new = said(question, reading.value) + (_(" (you were not certain)") if reading.hedged else "")
        if old and old.status == "answered" and old.value != reading.value:
            change = f"{said(question, old.value)} → {new}"
            return [Message("noted", noted(question.label, change) + _(" (undo takes it back)"))]
        remark = talk.remark(self.case, standing, question, reading.value)
        kept = [Message("noted", noted(question.label, new))]
        return [*kept, Message("told", remark)] if remark else kept

    def _written(self, standing: Standing, value: Any) -> list[Message]:
        if standing.question != "export.write" or not value:
            return []
        return [Message("noted", text) for text in self.handover.export()]

    def _closed(self, standing: Standing, value: Any) -> list[Message]:
        if standing.question == "export.close" and value:
            self.handover.finish()
            self.over = True
            return [
                Message("told", _("This application is finished for now. Nothing was deleted; you can open it again."))
            ]
        return []

    def hold(self, ask: str, agree: Callable[[], list[Message]], about: Standing | None = None) -> list[Message]:
        """Ask for a yes before `agree` is done; "no, …" answers `about` instead."""
        self.pending = Pending(ask, agree, about)
        return []

    def pass_over(self, standing: Standing, how: str, words: str) -> list[Message]:
        """Skip the question that stands, or note that the person is not sure."""
        if standing.question == END:
            return [problem(_("There is nothing to skip here."))]
        self.case.do(cmd.Pass(standing.question, standing.item, "skipped" if how == "skipped" else "unsure", words))
        return [Message("noted", talk.passed(how))]

    def _question(self, standing: Standing) -> Question:
        question = self.case.pack.flow.question(standing.question)
        if question is None:
            raise cmd.Refused(_("There is no such question."))
        return question


def problem(text: str) -> Message:
    """Something that could not be taken; nothing was lost."""
    return Message("problem", text)
