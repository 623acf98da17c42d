"""What waits for a yes, settled by the next words, or left standing beside a question or a change of something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake.interview import commands as cmd
from intake.journal.errors import NotStored
from intake.session import offering
from intake.session.known import CaseKnown, asked
from intake.session.pending import FIRST, Pending, nothing_written, unasked
from intake.session.refusals import problem
from intake.session.views import Message
from intake.understand.commands import Command
from intake.understand.read import read
from intake.understand.slots import Reading, Result, Unsure
from intake.understand.understanding import YES_NO, ordered
from intake.words import _

if TYPE_CHECKING:
    from intake.interview.standing import Standing
    from intake.session.case import OpenCase
    from intake.session.conversation import Conversation

#: The beginning of "no, 2016" and of "yes but it's 2016": what follows is meant. `_SLIP` is what people say after it.
_NO_BUT = re.compile(
    r"\A\W*(?:(?:no|nope|nah)\b|(?:yes|yeah|yep|ok|okay)\W+(?:but|except|only)\b)[\s,.:;!-]+"
    r"(?:(?:that'?s|that is|it'?s|it is) not (?:my|the|right)(?: \w+)?(?: lol)?[\s,.:;!-]+)?"
    r"(?:(?:it is|it'?s|it was|it should be|make it|make that)\s+)?(?=\S)",
    re.IGNORECASE,
)
_SLIP = re.compile(
    r"[\s,.;]+(?:i (?:mistyped|misspelled|misspelt)(?: (?:it|that))?|typo|my typo|my bad|sorry)\W*\Z", re.IGNORECASE
)
#: What is added to a yes by somebody who wants to get on with it.
_GO_ON = re.compile(
    r"(?<=\w)[ ,.;:!-]+(?:(?:and|so|please|now|let['\u2019]?s|then)[ ,]+)*"
    r"(?:(?:go|move|carry) on|go ahead|go for it|keep going|continue|proceed|next(?: question)?|save it|do (?:it|that))"
    r"(?: please| then| now)*[ .!]*\Z",
    re.IGNORECASE,
)
#: What goes back, also past an offer; after anything else that passes it over, the offer is kept for later.
_TAKE_BACK = frozenset({"undo", "redo", "back"})
#: What explains and changes nothing: after it the same question stands, and a read-back too.
_DIGRESSIONS = frozenset(
    {"define", "why", "prove", "help", "about", "repeat", "review", "board", "list", "whatif", "plan"}
    | {"timeline", "files", "handover", "require"}
)
#: What can be done before a question that comes first is settled.
_BESIDE = _DIGRESSIONS | {"export", "pause"}
#: Questions in the person's own words, which may also be a correction; those that are none leave a read-back standing.
_QUESTIONS = frozenset({"question", "counts"})


def settle(talker: Conversation, pending: Pending, words: str) -> list[Message]:
    """What `words` do about `pending`, which is held no more; it is held again where they leave it open."""
    talker.pending, talker.unasked = None, pending.questions or talker.unasked
    agreed = _agreed(talker.case, pending, words)
    if isinstance(agreed, Reading) and not agreed.hedged and not agreed.confirm:
        return _settled(talker, pending, yes=bool(agreed.value))
    if isinstance(agreed, Unsure):
        return _insisted(talker, pending)
    here = talker.case.standing
    order = ordered(words, asked(talker.case, here), CaseKnown(talker.case, here))
    if order is not None and (done := _obeyed(talker, pending, order, here)) is not None:
        return done
    if pending.first:
        talker.pending = pending
        return [problem(FIRST)]
    if (better := _mended(talker, pending, words, order)) is not None:
        return better
    if order is not None and order.name in _QUESTIONS and not pending.questions:
        return _beside(talker, pending, order, here)
    if isinstance(agreed, Reading) and _is_of_another(pending, here):  # with more to it, which answers nothing else
        return _insisted(talker, pending)
    return _past(talker, pending, words, order)


def _obeyed(talker: Conversation, pending: Pending, order: Command, here: Standing) -> list[Message] | None:
    """An order carried out that leaves `pending` waiting, or drops it; None where it does neither."""
    leaves = order == Command("pause") and not (pending.offer and offering.is_for_later(talker.case, pending.offer))
    if leaves or order.name in (_BESIDE if pending.first else _DIGRESSIONS):
        return _beside(talker, pending, order, here)
    if order.name == "undo" and not (pending.first or _comes_by_itself(pending)):
        return [*nothing_written(), *_next(talker, pending)]
    return None


def _mended(talker: Conversation, pending: Pending, words: str, order: Command | None) -> list[Message] | None:
    """What waits, with something in it put right, or asked what that is; None where `words` correct nothing."""
    if pending.offer and (better := offering.mended(talker.case, pending.offer, words)):
        return offering.hold(talker, better)
    if pending.offer and offering.means_to_mend(words):
        talker.pending = pending
        return [problem(_("I could not tell what to change. Name it, for instance: the dates are …; or say no."))]
    corrected = order.topic if order is not None and order.name == "correct" else _NO_BUT.sub("", words, count=1)
    if pending.about is not None and corrected != words:
        return talker.answer(pending.about, _SLIP.sub("", corrected))
    return None


def _agreed(case: OpenCase, pending: Pending, words: str) -> Result:
    """The yes or no that `words` are: "yes, go on" is a yes."""
    onward = _GO_ON.search(words)
    head = read(words[: onward.start()], YES_NO, case.as_of) if onward else None
    surely = isinstance(head, Reading) and head.value is True and not head.confirm
    return head if head is not None and surely else offering.agreed(case, pending.offer, words)


def _insisted(talker: Conversation, pending: Pending) -> list[Message]:
    """`pending` waits on for a plain yes or no."""
    talker.pending = pending
    return [Message("told", _("It is written down only at a yes. Say yes, no, or what is different."))]


def _is_of_another(pending: Pending, here: Standing) -> bool:
    """Whether the value of another question than the one that stands is read back."""
    return not pending.offer and pending.about is not None and pending.about != here


def _settled(talker: Conversation, pending: Pending, *, yes: bool) -> list[Message]:
    """What a yes or a no does."""
    act = pending.agree if yes else pending.refuse or nothing_written
    try:
        return [*act(), *_next(talker, pending)]
    except NotStored:
        talker.pending = pending  # the same yes can be said again once the disk takes it
        raise


def _next(talker: Conversation, settled: Pending) -> list[Message]:
    """What waits for a yes once `settled` is: what it came up beside, or the next offer."""
    under = settled.under
    if talker.pending is None and under is not None and under.about in {None, talker.case.standing}:
        talker.pending = under
    return offering.next_offer(talker)


def _comes_by_itself(pending: Pending) -> bool:
    """Whether something said long before is offered, which no undo of the last words can mean."""
    return pending.offer is not None and bool(pending.offer.recalled)


def _beside(talker: Conversation, pending: Pending, order: Command, here: Standing) -> list[Message]:
    """Carry out what changes no answer; `pending` waits on, also beneath what comes up of it."""
    own = pending.why if order == Command("why") else ""
    told = [Message("told", own)] if own else talker.obey(order, here)
    if talker.pending is None and pending.questions and pending.ask == pending.still:
        return [*told, *unasked(talker, pending)]  # it was said once that it is still open
    if talker.pending is None:
        talker.pending = pending._replace(ask=pending.still or pending.ask)
    elif not pending.questions:
        talker.pending = talker.pending._replace(under=pending)
    return told


def _past(talker: Conversation, pending: Pending, words: str, order: Command | None) -> list[Message]:
    """Words that settle nothing: what waited for a yes is kept for later, or said to be as it was.

    Where they are refused it waits on; also where they only change something else or put it aside for later.
    """
    case = talker.case
    if _is_of_another(pending, case.standing):
        left = Message("told", _("Left as it was, without a yes: {ask}").format(ask=pending.ask))
        return [left, *talker.hear(words)]
    here, before = case.standing, case.state.content
    try:
        said = talker.hear(words)
    except cmd.Refused:
        talker.pending = pending
        raise
    taken_back = order is not None and order.name in _TAKE_BACK
    if talker.pending is None and pending.questions:
        return [*unasked(talker, pending), *said]
    changed = case.state.content.remembered != before.remembered or (pending.about and case.state.content != before)
    if talker.pending is None and case.standing == here and changed and not taken_back:
        talker.pending = pending
    elif talker.pending is not None and _is_elsewhere(talker.pending, pending):
        talker.pending = talker.pending._replace(under=pending)
    elif pending.offer and not taken_back:
        offering.passed_over(talker, pending.offer)
        if pending.offer.item:
            said = [Message("told", _("Left as it was, without a yes: {ask}").format(ask=pending.ask)), *said]
    return said


def _is_elsewhere(new: Pending, old: Pending) -> bool:
    """Whether what came up is read back of another answer than what waited."""
    return new.about is not None and old.about is not None and new.about != old.about
