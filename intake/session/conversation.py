"""Hearing: what was typed becomes an answer, an order, a correction or an offer, and the reply says what was written.

A reading that needs a yes is held as `Pending`; the next words settle it, and a question of the person in between
leaves it standing. Everything that lasts is in the log.
"""

import re
from collections.abc import Callable
from typing import Any

from intake.interview import commands as cmd
from intake.interview.engine import MORE, Standing
from intake.interview.flow import Question
from intake.interview.state import Answer
from intake.interview.statechart import END
from intake.session import mending, names, offering, retries, talk
from intake.session.case import OpenCase
from intake.session.handover import Handover
from intake.session.offers import Offer
from intake.session.pending import FIRST, Pending
from intake.session.views import Message
from intake.session.wording import noted, said
from intake.text import visible
from intake.understand.commands import Command
from intake.understand.commands import command as read_command
from intake.understand.corrections import is_title
from intake.understand.read import read
from intake.understand.slots import Again, Reading, Slot, Unsure
from intake.words import _

_YES_NO = Slot(kind="yes_no")
#: The beginning of "no, 2016" and of "yes, an MSW": what follows is meant.
_NO_BUT = re.compile(r"\W*(?:no|nope|nah)\b[\s,.:;!-]+(?=\S)", re.IGNORECASE)
_YES_AND = re.compile(r"\W*(?:yes|yeah|yep|yup|sure)\b[\s,.:;!-]+(?=\S)", re.IGNORECASE)
#: What goes back, also past an offer; after anything else that passes it over, the offer is kept for later.
_TAKE_BACK = frozenset({"undo", "redo", "back"})
#: What explains and changes nothing: after it the same question stands, and a read-back too.
_DIGRESSIONS = frozenset({"define", "why", "help", "about", "repeat", "review", "board", "list"})
#: What can be done before a question that comes first is settled.
_BESIDE = _DIGRESSIONS | {"export", "pause"}

#: Carries out an order; given from outside, so that hearing and obeying stay apart.
Obey = Callable[["Conversation", Command, Standing], list[Message]]


class Conversation:
    """One conversation about an open case. `over` is true once the person has left."""

    def __init__(self, case: OpenCase, handover: Handover, obey: Obey) -> None:
        """A conversation in which orders are carried out by `obey`."""
        self.case, self.handover, self._obey = case, handover, obey
        self.pending: Pending | None = None
        self.over = False
        self.retry = retries.Retry()
        #: offers to be made once the one that is held is settled
        self.waiting: list[Offer] = []
        #: whether the person would rather go on with an older version of the questions
        self.keeps_version = False

    def hear(self, words: str) -> list[Message]:
        """What is said back to `words`. Raises Refused, or UnusableText, with nothing changed."""
        if self.pending:
            return self._settle(self.pending, words)
        standing = self.case.standing
        self.retry = self.retry.at(standing)
        if self.retry.form is not None and (step := self.retry.form.take(words, self.case.as_of)) is not None:
            return self._filled_in(standing, step)
        heard = self._order(words, standing)
        if heard is None or heard.name == "correct":
            fixed = mending.correct(self, words, standing)
            if fixed is not None:
                return fixed
        if heard is not None and heard.name == "finish" and standing.field == MORE:
            return self._finish(standing.section)
        if heard is not None:
            return self._carry_out(heard, standing)
        if standing.question == END:
            mended = mending.correct_eagerly(self, words, standing)
            return [problem(_("I did not understand that."))] if mended is None else mended
        self.case.must_be_answerable()
        return self._gate(standing, words) if standing.field == MORE else self.answer(standing, words)

    def obey(self, order: Command, standing: Standing) -> list[Message]:
        """Carry out an order. Raises Refused where it does not fit."""
        return self._obey(self, order, standing)

    def _carry_out(self, order: Command, standing: Standing) -> list[Message]:
        if order.confirm:  # a misspelt command that would change something
            return self.hold(order.confirm, lambda: self.obey(order, standing))
        return self.obey(order, standing)

    def _order(self, words: str, standing: Standing) -> Command | None:
        """The order that `words` are; to a question for any text, only one that can be nothing else."""
        question = self.asked(standing)
        vocabulary = self.case.pack.vocabulary
        options = question.slot.choices if question else ()
        order = read_command(words, vocabulary, free_text=False, options=options)
        if question is None or question.kind != "text" or order is None:
            return order
        kept = self.case.projection.answer(standing.question, standing.item)
        if standing.field == MORE and not order.topic and not is_title(words):  # a gate asks for a yes or a no first
            return order
        if (order.name == "keep" and kept) or talk.names_only_answers(self.case, order, words):
            return order
        return read_command(words, vocabulary, free_text=True)

    def asked(self, standing: Standing) -> Question | None:
        """What words may answer: the question that stands, or the first one of the entry that a gate asks for."""
        section = self.case.pack.flow.sections.get(standing.section)
        return self.case.pack.flow.question(standing.question) or (section.questions[0] if section else None)

    def _settle(self, pending: Pending, words: str) -> list[Message]:
        self.pending = None
        agreed = read(words, _YES_NO, self.case.as_of)
        if isinstance(agreed, Reading) and not agreed.hedged and not agreed.confirm:
            settle = pending.agree if agreed.value else pending.refuse or _nothing_written
            return [*settle(), *offering.next_offer(self)]
        if isinstance(agreed, Unsure):
            self.pending = pending
            return [Message("told", _("It is written down only at a yes. Say yes, no, or what is different."))]
        order = self._order(words, self.case.standing)
        if order is not None and order.name in (_BESIDE if pending.first else _DIGRESSIONS):
            told = self.obey(order, self.case.standing)
            self.pending = self.pending or pending
            return told
        if pending.first:
            self.pending = pending
            return [problem(FIRST)]
        if pending.offer and (better := offering.mended(self.case, pending.offer, words)):
            return offering.hold(self, better)
        if pending.offer and offering.means_to_mend(words):
            self.pending = pending
            return [problem(_("I could not tell what to change. Name it, for instance: the dates are …; or say no."))]
        corrected = order.topic if order is not None and order.name == "correct" else _NO_BUT.sub("", words, count=1)
        if pending.about is not None and corrected != words:
            return self.answer(pending.about, corrected)
        return self._past(pending, words, order)

    def _past(self, pending: Pending, words: str, order: Command | None) -> list[Message]:
        """Words that settle nothing: what waited for a yes is kept for later, or said to be as it was."""
        if pending.offer and (order is None or order.name not in _TAKE_BACK):
            offering.passed_over(self, pending.offer)
        elif pending.about is not None and pending.about != self.case.standing:
            left = Message("told", _("Left as it was, without a yes: {ask}").format(ask=pending.ask))
            return [left, *self.hear(words)]
        here, kept = self.case.standing, self.case.state.content.remembered
        said = self.hear(words)
        if self.pending is None and self.case.standing == here and self.case.state.content.remembered != kept:
            self.pending = pending  # something for later was said in between
        return said

    def answer(self, standing: Standing, words: str) -> list[Message]:
        """Take `words` as the answer to a question, whichever stands."""
        question = self.question(standing)
        reading = read(words, question.slot, self.case.as_of)
        if isinstance(reading, Unsure):
            return self.pass_over(standing, "unsure", words)
        if talk.could_be_more(question, reading) and (offered := offering.offer(self, standing, words)) is not None:
            return offered
        if isinstance(reading, Again):
            mended = mending.correct_eagerly(self, words, standing)
            return self._again(standing, question, reading, words) if mended is None else mended
        if question.kind == "text" and (framed := names.unframed(question, words)):
            return self.hold(
                _("{value}. Right?").format(value=visible(framed)),
                lambda: self.record(standing, Reading(framed, "words"), words),
                standing,
                refuse=lambda: self.record(standing, reading, words),
            )
        if reading.confirm:
            return self.hold(reading.confirm, lambda: self.record(standing, reading, words), standing)
        if question.kind == "text" and names.misplaced(question, words, self.case.as_of):
            ask = names.read_back(question, words)
            return self.hold(ask, lambda: self.record(standing, reading, words), standing)
        return self.record(standing, reading, words)

    def _again(self, standing: Standing, question: Question, reading: Again, words: str) -> list[Message]:
        """Ask again: with an example, then with the choices, then with ways round the question."""
        form = retries.form_of(question) if retries.wants_form(words) else None
        if form:
            self.retry = retries.Retry(standing, form=form)
            return [Message("told", form.ask)]
        self.retry = self.retry.failed(standing)
        return [problem(retries.reason(question, reading.why, self.retry.times))]

    def _filled_in(self, standing: Standing, step: retries.Step) -> list[Message]:
        """One step of a form was answered; at its end the pieces are an answer."""
        self.retry = self.retry._replace(form=step.form)
        return self.answer(standing, step.words) if step.words else [Message("told", step.say)]

    def _gate(self, standing: Standing, words: str) -> list[Message]:
        section = self.case.pack.flow.sections[standing.section]
        answered = read(words, _YES_NO, self.case.as_of)
        if isinstance(answered, Unsure):
            return self.pass_over(standing, "unsure", words)
        if talk.means_no_more(words):
            return self._finish(section.id)
        if not isinstance(answered, Reading) or answered.confirm:
            offered = offering.offer(self, standing, _YES_AND.sub("", words, count=1))
            if offered is not None:
                return offered
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
        if first.kind == "text" and names.misplaced(first, words, self.case.as_of):
            ask = names.read_back(first, words)
            return self.hold(ask, lambda: self._begin(section.id, first, reading, words))
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

    def record(self, standing: Standing, reading: Reading, words: str) -> list[Message]:
        """Write an answer down. Raises Refused where it does not fit."""
        if standing.question == "sign.name":
            return [Message("noted", text) for text in self.handover.sign(str(reading.value))]
        question = self.question(standing)
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

    def hold(
        self,
        ask: str,
        agree: Callable[[], list[Message]],
        about: Standing | None = None,
        *,
        refuse: Callable[[], list[Message]] | None = None,
        offer: Offer | None = None,
    ) -> list[Message]:
        """Ask for a yes before `agree` is done; a no does `refuse`, and "no, …" answers `about` instead."""
        self.pending = Pending(ask, agree, about, refuse, offer)
        return []

    def pass_over(self, standing: Standing, how: str, words: str) -> list[Message]:
        """Skip the question that stands, or note that the person is not sure."""
        if standing.question == END:
            return [problem(_("There is nothing to skip here."))]
        self.case.do(cmd.Pass(standing.question, standing.item, "skipped" if how == "skipped" else "unsure", words))
        return [Message("noted", talk.passed(how))]

    def question(self, standing: Standing) -> Question:
        """The question asked there. Raises Refused where there is none."""
        question = self.case.pack.flow.question(standing.question)
        if question is None:
            raise cmd.Refused(_("There is no such question."))
        return question


def _nothing_written() -> list[Message]:
    return [Message("told", _("Then not. Nothing was written down."))]


def problem(text: str) -> Message:
    """Something that could not be taken; nothing was lost."""
    return Message("problem", text)
