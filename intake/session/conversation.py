"""Hearing: what was typed becomes an answer, an order, a correction or an offer, and the reply says what was written.

A reading that needs a yes is held as `Pending`; the next words settle it, and a question of the person in between
leaves it standing. Everything that lasts is in the log.
"""

from collections.abc import Callable
from typing import Any

from intake.interview import commands as cmd
from intake.interview.flow import Question
from intake.interview.standing import MORE, Standing
from intake.interview.state import ONLY
from intake.interview.statechart import END
from intake.session import mending, offering, retries, settling, signatures, talk
from intake.session.case import OpenCase
from intake.session.errands import Errands
from intake.session.handover import Handover
from intake.session.known import CaseKnown, asked, closes_list, heard
from intake.session.pending import Pending, both, worded
from intake.session.refusals import problem
from intake.session.views import Message
from intake.session.wording import label_at, noted, said
from intake.understand.commands import Command
from intake.understand.corrections import Correction
from intake.understand.slots import Again, Reading, Unsure
from intake.understand.understanding import (
    Statement,
    Understood,
    answered,
)
from intake.words import _

#: What is said to "that's all" in the middle of an entry.
_IN_AN_ENTRY = _(
    "This entry is not told yet; after it you are asked for another. Say skip to leave this question open, pause to "
    "leave for now, or finish to call the whole application finished."
)
#: Carries out an order; given from outside, so that hearing and obeying stay apart.
Obey = Callable[["Conversation", Command, Standing], list[Message]]


class Conversation:
    """One conversation about an open case. `over` is true once the person has left."""

    def __init__(self, case: OpenCase, handover: Handover, obey: Obey) -> None:
        """A conversation in which orders are carried out by `obey`."""
        self.case, self.handover, self._obey = case, handover, obey
        self.pending: Pending | None = None
        self.over = False
        self.other = ""
        self.retry, self.errands = retries.Retry(), Errands()
        #: offers to be made once the one that is held is settled
        self.waiting: list[Statement] = []
        #: what was tried last, to be kept as a plan
        self.tried = ""
        #: the questions of the person that nothing answered whole, and that are not on the list
        self.unasked: tuple[str, ...] = ()
        #: whether the person would rather go on with an older version of the questions
        self.keeps_version = False

    def hear(self, words: str) -> list[Message]:
        """What is said back to `words`. Raises Refused, or UnusableText, with nothing changed."""
        if (first := self.pending) is not None:
            told = settling.settle(self, first, words)
            self.pending = both(first, worded(first, self.pending, words))
            return told
        told = self._heard(words)
        self.pending = worded(None, self.pending, words)
        return told

    def _heard(self, words: str) -> list[Message]:
        """What is said back where nothing waits for a yes."""
        standing = self.case.standing
        self.retry = self.retry.at(standing)
        if self.retry.form is not None and (step := self.retry.form.take(words, self.case.as_of)) is not None:
            return self._filled_in(standing, step)
        return self._react(standing, heard(self.case, standing, words))

    def obey(self, order: Command, standing: Standing) -> list[Message]:
        """Carry out an order. Raises Refused where it does not fit."""
        return self._obey(self, order, standing)

    def _carry_out(self, order: Command, standing: Standing, found: Understood) -> list[Message]:
        if order.confirm:  # a misspelt command that would change something, or one that may be an answer
            return self.hold(order.confirm, lambda: self.obey(order, standing), refuse=self._plainly(standing, found))
        return self.obey(order, standing)

    def _plainly(self, standing: Standing, found: Understood) -> Callable[[], list[Message]] | None:
        """What a no to a read-back does where the words as they stand are an answer: it is written down."""
        plain = found.otherwise
        if plain is not None and found.to == "entry":
            return lambda: self._begin(standing.section, plain, found.raw)
        return (lambda: self.record(standing, plain, found.raw)) if plain is not None else None

    def answer(self, standing: Standing, words: str) -> list[Message]:
        """Take `words` as the answer to a question, whichever stands."""
        found = answered(words, asked(self.case, standing), CaseKnown(self.case, standing), self.case.as_of)
        return self._react(standing, found)

    def _react(self, standing: Standing, found: Understood) -> list[Message]:
        """What is done about what was understood, and said back."""
        if not isinstance(found.meant, Command):
            self.case.must_be_answerable()
        match found.meant:
            case Command(name="finish") if standing.field == MORE:
                return self.finish_list(standing.section)
            case Command(name="finish") if closes_list(self.case, standing, found.raw):
                return [problem(_IN_AN_ENTRY)]
            case Command() as order:
                return self._carry_out(order, standing, found)
            case Correction() as change:
                return mending.amend(self, change, standing)
            case Unsure():
                return self.pass_over(standing, "unsure", found.raw)
            case Reading() as reading:
                return self._take(standing, reading, found)
            case Again() as again:
                return self._again(standing, again, found)
            case several:
                return offering.offer(self, standing, several, found.raw)

    def _take(self, standing: Standing, reading: Reading, found: Understood) -> list[Message]:
        """Write a value down; where it was reckoned or guessed, after a yes."""
        about = None if found.to == "entry" or standing.field == MORE else standing

        def agree() -> list[Message]:
            if found.to == "entry":
                return self._begin(standing.section, reading, found.raw)
            if standing.field == MORE:
                return self._more(standing.section, more=bool(reading.value))
            return self.record(standing, reading, found.raw)

        ask = reading.confirm or signatures.doubt(self.case, standing, reading.value)
        if not ask:
            return agree()
        return self.hold(ask, agree, about, refuse=self._plainly(standing, found))

    def _again(self, standing: Standing, again: Again, found: Understood) -> list[Message]:
        """Ask again: with an example, then with the choices, then with ways round the question."""
        question = self.case.pack.flow.question(standing.question)
        if question is None or found.to == "earlier":
            return [problem(again.why)]
        if retries.declines(question, found.raw, self.case.as_of):
            return self.pass_over(standing, "skipped", found.raw)
        form = retries.form_of(question) if retries.wants_form(found.raw) else None
        if form:
            self.retry = retries.Retry(standing, form=form)
            return [Message("told", form.ask)]
        self.retry = self.retry.failed(standing)
        return [problem(retries.reason(question, again.why, self.retry.times))]

    def _filled_in(self, standing: Standing, step: retries.Step) -> list[Message]:
        """One step of a form was answered; at its end the pieces are an answer."""
        self.retry = self.retry._replace(form=step.form)
        return self.answer(standing, step.words) if step.words else [Message("told", step.say)]

    def _more(self, section: str, *, more: bool) -> list[Message]:
        if not more:
            return self.finish_list(section)
        self.case.do(cmd.Add(section))
        return []

    def _begin(self, section: str, reading: Reading, words: str) -> list[Message]:
        first = self.case.pack.flow.sections[section].questions[0]
        self.case.do(cmd.Add(section, reading.value, words, reading.reader, reading.hedged))
        return [Message("noted", noted(first.label, said(first, reading.value)), self.case.answered)]

    def finish_list(self, section: str) -> list[Message]:
        """Write down that a list is complete."""
        self.case.do(cmd.Finish(section))
        about = Standing(f"{section}.{MORE}", ONLY)
        return [Message("noted", talk.list_closed(self.case, section), about)]

    def record(self, standing: Standing, reading: Reading, words: str) -> list[Message]:
        """Write an answer down. Raises Refused where it does not fit."""
        if standing.question == signatures.NAME:
            return [Message("noted", text, standing) for text in self.handover.sign(str(reading.value))]
        question = self.question(standing)
        old = self.case.projection.answer(standing.question, standing.item)
        label = label_at(self.case.projection, question, standing, self.case.standing)
        written = self._written(standing, reading.value)  # first: where it fails, nothing was answered
        self.case.do(cmd.Answer(standing.question, standing.item, reading.value, words, reading.reader, reading.hedged))
        told = talk.kept(self.case, standing, label, old, reading)
        return [*told, *written, *self._closed(standing, reading.value)]

    def _written(self, standing: Standing, value: Any) -> list[Message]:
        if standing.question != "export.write" or not value:
            return []
        return self.errands.run(self.handover.exporting())

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
        offer: Statement | None = None,
        still: str = "",
    ) -> list[Message]:
        """Ask for a yes before `agree` is done; a no does `refuse`, and "no, …" answers `about` instead."""
        self.pending = Pending(ask, agree, about, refuse, offer, still=still)
        return []

    def pass_over(self, standing: Standing, how: str, words: str) -> list[Message]:
        """Skip the question that stands, or note that the person is not sure."""
        if standing.question == END:
            return [problem(_("There is nothing to skip here."))]
        self.case.do(cmd.Pass(standing.question, standing.item, "skipped" if how == "skipped" else "unsure", words))
        return [Message("noted", talk.passed(how), standing)]

    def question(self, standing: Standing) -> Question:
        """The question asked there. Raises Refused where there is none."""
        question = self.case.pack.flow.question(standing.question)
        if question is None:
            raise cmd.Refused(_("There is no such question."))
        return question
