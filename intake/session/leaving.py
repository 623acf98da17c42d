"""How a case is left: what is said of it then, and that a call in which nothing was said is not kept."""

from typing import TYPE_CHECKING

from intake.interview.state import EMPTY
from intake.journal.drafts import read_draft
from intake.session.case import OpenCase
from intake.session.pending import waiting_words
from intake.session.titles import is_nameless
from intake.text import shorten, visible
from intake.words import _

if TYPE_CHECKING:
    from intake.session.conversation import Conversation
    from intake.session.session import Session


def is_empty_call(case: OpenCase, title: str) -> bool:
    """Whether a case is a call in which nothing was said, done, typed or taken back, and that nobody gave a title."""
    state = case.state
    if state.called is None or state.content != EMPTY.content or not is_nameless(title):
        return False
    done = state.past or state.future or state.hung or state.handed or state.opened or state.exported
    return not (done or read_draft(case.journal.draft_file(case.id)))


def left_open(talker: "Conversation") -> str:
    """What was said and waits for a yes, to somebody who leaves; empty where nothing does, or it is asked again."""
    pending = talker.pending
    if pending is None or pending.first or (pending.offer and pending.offer.recalled and not pending.words):
        return ""
    words = waiting_words(pending, talker.waiting) or pending.ask
    return _("Not written down, without a yes: “{words}”").format(words=shorten(visible(words, one_line=True), 300))


def unkept(session: "Session") -> str:
    """The words that are neither written down nor kept, as the disk did not take them; empty where there are none."""
    text = _("The disk is full, or cannot be written: these words are not kept. Please copy them from here: “{words}”")
    return text.format(words=visible(session.unkept)) if session.unkept else ""


def farewell(session: "Session") -> str:
    """What is said to somebody who leaves from a call, or from what it became: how to go on, by the case's id."""
    case, state = session.case, session.case.state
    if is_empty_call(case, session.title):
        return _("Nothing was said in this call, so it is not kept.")
    if state.called is None or (state.hung is not None and getattr(state.hung.event, "onward", False)):
        said = _("Everything is saved. To go on: intake resume {case}")
    elif state.hung is not None:
        said = _("Everything is saved. To write the record of this call: intake prescreen {case} --to {case}.eml")
    else:
        said = _("Everything is saved. To go on with this call: intake prescreen {case}")
    return "\n".join(filter(None, (unkept(session), said.format(case=case.id))))
