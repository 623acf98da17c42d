"""Corrections carried out: an answer given before is changed, taken out or taken back, whichever question stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.interview import commands as cmd
from intake.session import targets
from intake.session.records import CaseRecord, standing_of
from intake.session.views import Message
from intake.session.wording import capital, said
from intake.understand.commands import Command
from intake.understand.corrections import Correction, correction
from intake.understand.slots import Again
from intake.words import _

if TYPE_CHECKING:
    from intake.interview.engine import Standing
    from intake.session.conversation import Conversation


def correct(talker: Conversation, words: str, standing: Standing) -> list[Message] | None:
    """A correction of something said before, carried out or held for a yes; None where `words` are none.

    What may as well be an answer to the question that stands is left to it, unless that takes any words: then it asks.
    """
    asked = talker.asked(standing)
    free_text = asked is not None and asked.kind == "text"
    found = correction(words, _record(talker, standing), talker.case.as_of, free_text=free_text)
    if isinstance(found, Correction) and not (found.surely or free_text):
        return None
    if free_text and isinstance(found, Correction) and found.act == "delete" and not _names_entry(talker, found.words):
        return None
    return _amend(talker, found, standing, asks=free_text)


def correct_eagerly(talker: Conversation, words: str, standing: Standing) -> list[Message] | None:
    """A correction in words that are no answer to the question that stands; held for a yes."""
    found = correction(words, _record(talker, standing), talker.case.as_of, eager=True)
    return _amend(talker, found, standing, asks=True) if isinstance(found, Correction) and found.told else None


def _names_entry(talker: Conversation, words: str) -> bool:
    projection = talker.case.projection
    return targets.known_words(projection.flow, words) or targets.entitled(projection, words)


def _record(talker: Conversation, standing: Standing) -> CaseRecord:
    return CaseRecord(talker.case.projection, talker.case.state.content, standing)


def _amend(
    talker: Conversation, found: Correction | Again | None, standing: Standing, *, asks: bool
) -> list[Message] | None:
    if found is None:
        return None
    if isinstance(found, Again):
        return [Message("problem", found.why)]
    if found.act != "correct":
        order = Command("undo") if found.act == "undo" else Command("remove", found.words)
        return talker.obey(order, standing)
    if found.field is None:
        return [Message("problem", _("Which answer shall I change? For instance: change the school to …"))]
    target, reading = standing_of(found.field), found.reading
    if target == standing or (reading is not None and reading.value == found.field.value):
        return None
    if reading is None:
        talker.case.do(cmd.GoTo(target.question, target.item))
        return []
    if not asks and not found.confirm:
        return talker.record(target, reading, found.words)
    question = talker.question(target)
    change = f"{said(question, found.field.value)} \u2192 {said(question, reading.value)}"
    ask = _("{label}: {change}. Right?").format(label=capital(question.label), change=change)
    return talker.hold(ask, lambda: talker.record(target, reading, found.words), target)
