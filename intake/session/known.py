"""A case as what is said in it is understood: what is asked, and what is known where that stands."""

from collections.abc import Sequence

from intake.interview.standing import MORE, Standing
from intake.interview.statechart import END
from intake.session import offers, targets
from intake.session.beside import beside
from intake.session.case import OpenCase
from intake.session.described import described
from intake.session.records import CaseRecord, field_of
from intake.session.talk import TO
from intake.session.told_otherwise import retold
from intake.session.wording import said, yes_no_said
from intake.understand.commands import Command
from intake.understand.corrections import is_title
from intake.understand.no_more import says_no_more
from intake.understand.read import read
from intake.understand.slots import Reading, Result, Unsure
from intake.understand.understanding import YES_NO, Asked, Statement, Understood, understand
from intake.understand.vocabulary import Vocabulary
from intake.words import _

#: From how many words on a question for a proof is no name: "why is level II not met".
_SPOKEN = 4


def asked(case: OpenCase, standing: Standing) -> Asked:
    """What words may answer there."""
    section = case.pack.flow.sections.get(standing.section)
    question = case.pack.flow.question(standing.question) if section else None
    if section is None or standing.question == END:
        return Asked("end", None)
    if standing.field == MORE:
        return Asked("gate", field_of(section, section.questions[0]))
    kept = case.projection.answer(standing.question, standing.item)
    field = field_of(section, question, item=standing.item) if question else None
    doubted, unsure = kept is not None and bool(kept.look), question is not None and question.unsure
    return Asked("question", field, kept=kept is not None, doubted=doubted, unsure=unsure)


def live(case: OpenCase, words: str, *, settling: bool) -> str:
    """What `words` would be read as at the question that stands, or where something waits for a yes or no.

    Empty where there is nothing to say, and for a command in its slash form, which is no answer.
    """
    if words.startswith("/"):
        return ""
    standing = case.standing
    question = case.pack.flow.question(standing.question)
    reading: Result | None = None
    if settling or question is None:
        agreed = read(words, YES_NO, case.as_of)
        reading = agreed if isinstance(agreed, Reading) and not agreed.hedged and not agreed.confirm else None
    elif question.kind != "text":
        reading = read(words, question.slot, case.as_of)
    if isinstance(reading, Unsure) and question is not None and question.unsure and not settling:
        return _("not sure")
    if isinstance(reading, Reading):
        return said(question, reading.value) if question and not settling else yes_no_said(value=reading.value)
    offer = None if settling else offers.preview(case, standing, words)
    return offers.facts_said(case, offer) if offer else ""


def closes_list(case: OpenCase, standing: Standing, words: str) -> bool:
    """Whether `words` say that a list holds everything while an entry of it, of which something is told, stands."""
    section = case.pack.flow.sections.get(standing.section)
    item = case.projection.section(standing.section).items.get(standing.item) if section and section.repeat else None
    return item is not None and bool(item.answers) and standing.field != MORE and says_no_more(words)


#: Orders that need name nothing.
_WITHOUT_A_NAME = frozenset({"list", "board", "timeline", "files", "handover", "sign", "export", "finish"})


class CaseKnown(CaseRecord):
    """What is known at the question that stands."""

    def __init__(self, case: OpenCase, standing: Standing) -> None:
        """Look at a case from `standing`."""
        super().__init__(case.projection, case.state.content, standing)
        self._case, self._standing = case, standing

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the pack for commands."""
        return self._case.pack.vocabulary

    def names_answers(self, order: Command, words: str) -> bool:
        """Whether an order to change, to go or to remove names answers, and nothing but them.

        So "change the school to GMU" is one where a title is asked for, and "Change Makers" is a title. An entry to
        remove or to move may be named by its title; a question for a proof names rules.
        """
        if order.name in {"prove", "require"}:
            return len(words.split()) >= _SPOKEN and not is_title(words)
        if not order.topic:
            return order.name in _WITHOUT_A_NAME and not is_title(words)
        if order.name == "log":
            return self._case.projection.known.get("applicant.purpose") == "renew" and not is_title(words)
        if order.name == "whatif":
            return words.casefold().lstrip().startswith("what ") and not is_title(words)
        if order.name == "plan":
            return len(words.split()) >= _SPOKEN and self.vocabulary.names_level(order.topic)
        if order.name == "drop":
            return bool(self._case.state.content.planned) or "plan" in words.casefold().split()
        if order.name == "attach":
            return "/" in order.topic or "." in order.topic
        if order.name == "export":
            return bool(order.topic) and not is_title(words)
        if order.name not in {"change", "goto", "remove", "move", "add", "list"}:
            return False
        split = TO.search(order.topic) if order.name in {"change", "move"} else None
        named = order.topic[: split.start()] if split else order.topic
        entry = order.name in {"remove", "move"} and targets.entitled(self._case.projection, named)
        return entry or targets.known_words(self._case.pack.flow, named)

    def names_entry(self, words: str) -> bool:
        """Whether `words` name an answer, a list or an entry."""
        projection = self._case.projection
        named = targets.known_words(projection.flow, words) or targets.entitled(projection, words)
        return named or described(self._case, words) is not None

    def statements(self, words: str) -> Sequence[Statement]:
        """What `words` say of several questions."""
        found = offers.offers(self._case, self._standing, words)
        return found or beside(self._case, self._standing, words)


def heard(case: OpenCase, standing: Standing, words: str) -> Understood:
    """What `words` mean where `standing` is asked: another telling of an entry that they name, or what fits there."""
    if changed := retold(case, words):
        return Understood(words, (changed,))
    return understand(words, asked(case, standing), CaseKnown(case, standing), case.as_of)
