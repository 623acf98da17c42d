"""Offers made and settled: several facts held for a yes, corrected before it, remembered for a list to come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.interview import commands as cmd
from intake.session import offers, restating, talk
from intake.session.views import Message
from intake.understand.corrections import Correction, correction
from intake.understand.read import clauses, read
from intake.understand.slots import Reading, Result, Unsure
from intake.understand.understanding import YES_NO
from intake.words import _

if TYPE_CHECKING:
    from intake.interview.standing import Standing
    from intake.session.case import OpenCase
    from intake.session.conversation import Conversation
    from intake.understand.understanding import Statement, Statements

_NO = re.compile(r"\A\W*(?:no|nope|nah|not quite|almost)\b(?:\s+wait)?[\s,.:;!-]+(?=\S)", re.IGNORECASE)
_IS_NOT = re.compile(
    r"\W*(?:(?:no|nope|nah)\b\W*)?(?:that|it|this)(?:'?s|\s+is|\s+was)?\s*(?:not|n'?t)\s+(?:an?|one of my)\s+"
    r"(?P<what>\w{3,})s?\W*\Z",
    re.IGNORECASE,
)
_MENDS = re.compile(r"\W*(?:no|nope|nah|wait|actually|sorry|not|oops|change|it was|it's|its)\b", re.IGNORECASE)


def offer(talker: Conversation, standing: Standing, found: Statements, words: str) -> list[Message]:
    """Offer what `words` say of several questions: at once, or kept for a list that is still to come."""
    told: list[Message] = []
    first = found[0].section
    for place, one in enumerate(found):
        another = place > 0 and one.section == first  # its list asks for it when the entry before it is told
        if another or offers.later(talker.case, one, standing):
            talker.case.do(cmd.Remember(one.section, one.words))
            told.append(Message("noted", talk.put_aside(talker.case, one.section, one.words)))
        else:
            talker.waiting.append(one)
    return [*told, *next_offer(talker, standing if len(found) == 1 else None, words)]


def next_offer(talker: Conversation, standing: Standing | None = None, words: str = "") -> list[Message]:
    """Hold the next of the offers that wait; nothing where one is held already."""
    return hold(talker, talker.waiting.pop(0), standing, words) if talker.waiting and not talker.pending else []


def recall(talker: Conversation) -> None:
    """Offer what was said earlier and belongs to the list whose gate is reached now."""
    if talker.pending is None and (kept := offers.recollection(talker.case, talker.case.standing)):
        hold(talker, kept)


def hold(talker: Conversation, one: Statement, standing: Standing | None = None, words: str = "") -> list[Message]:
    """Ask for a yes to an offer. Refused, words for a question that takes any are its answer as they stand."""

    def agree() -> list[Message]:
        talker.case.do(offers.taken(one))
        return [Message("noted", offers.noted(talker.case, one), talker.case.answered)]

    def refuse() -> list[Message]:
        if one.recalled:
            talker.case.do(cmd.Recall(one.section, one.recalled))
            return [Message("told", _("Then not. It was put away."))]
        question = talker.case.pack.flow.question(standing.question) if standing else None
        if standing and question and question.kind == "text":
            return talker.record(standing, Reading(words, "words"), words)
        return [Message("told", _("Then not. Nothing was written down; it is asked one by one."))]

    talker.hold(offers.said_of(talker.case, one), agree, refuse=refuse, offer=one)
    return []


def mended(case: OpenCase, one: Statement, words: str) -> Statement | None:
    """The offer with facts of it corrected, one by one or several in a sentence; None where `words` correct none."""
    if several := restating.restated(case, one, _NO.sub("", words, count=1)):
        return several
    better, count = one, 0
    for clause in clauses(words):
        if mended_once := _corrected(case, better, clause):
            better, count = mended_once, count + 1
    whole = _corrected(case, one, words) if count < 2 else None
    return whole or (better if count else None)


def means_to_mend(words: str) -> bool:
    """Whether words that correct nothing were meant to: they begin as a correction does."""
    return _MENDS.match(words) is not None


def agreed(case: OpenCase, one: Statement | None, words: str) -> Result:
    """The yes or no that `words` are; that an offer is no entry of its list ("that's not a training") is a no."""
    repeat = case.pack.flow.sections[one.section].repeat if one else None
    said = _IS_NOT.match(words) if repeat else None
    if said and repeat and said["what"].casefold() in repeat.one.casefold():
        return Reading(value=False, reader=YES_NO.kind)
    return read(words, YES_NO, case.as_of)


def _corrected(case: OpenCase, one: Statement, words: str) -> Statement | None:
    found = correction(words, offers.record(case, one), case.as_of, eager=True)
    if not isinstance(found, Correction) or found.act != "correct" or found.field is None or found.reading is None:
        return None
    name = found.field.id.partition(".")[2]
    if isinstance(found.reading, Unsure):
        return restating.doubted(one, name, found.words)
    return restating.supplied(one, {name: (found.reading, found.words)})


def passed_over(talker: Conversation, one: Statement) -> None:
    """Keep what was offered and neither agreed to nor refused, so that it is offered again with its list."""
    if is_for_later(talker.case, one):
        talker.case.do(cmd.Remember(one.section, one.words))


def is_for_later(case: OpenCase, one: Statement) -> bool:
    """Whether an offer can be kept for its list: it is of an entry to come, and not kept already."""
    return case.pack.flow.sections[one.section].repeat is not None and not one.item and not one.recalled
