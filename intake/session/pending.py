"""What waits for a yes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from intake.interview.standing import Standing
from intake.session.views import Message
from intake.text import shorten, visible
from intake.understand.understanding import Statement
from intake.words import _

if TYPE_CHECKING:
    from intake.session.conversation import Conversation

#: What is said to an answer before what comes first is settled.
FIRST = _("Please say yes or no first. Say review, board or export to look at it as it is, or pause to leave.")


class Pending(NamedTuple):
    """Something that waits for a yes: what a yes does, what a no does, and the question that a correction answers.

    `offer` is set where several facts are offered, so that one of them can be corrected before they are taken.
    What comes `first` is not passed over: nothing is answered before it is settled. What is not about
    the question that stands has a heading of its own, `where`, and says `why` it is asked. `still` is how it is asked
    once something else was answered in between; empty where it is asked in the same words. `questions` are those that a
    yes puts on the list for the association. What came up beside something else that waits has it `under` it.
    """

    ask: str
    agree: Callable[[], list[Message]]
    about: Standing | None = None
    refuse: Callable[[], list[Message]] | None = None
    offer: Statement | None = None
    first: bool = False
    where: str = ""
    why: str = ""
    still: str = ""
    questions: tuple[str, ...] = ()
    under: Pending | None = None


def both(first: Pending, then: Pending | None) -> Pending | None:
    """What waits after `first` was not settled and `then` came up: of questions for the association, all of them."""
    if then is None or not (first.questions and then.questions) or set(then.questions) & set(first.questions):
        return then
    questions = (*first.questions, *then.questions)
    named = ", ".join(_("\u201c{words}\u201d").format(words=shorten(visible(one), 80)) for one in questions)
    return Pending(
        _(
            "That is not in my sources either. Shall I put all of these on your list for the association: {named}?"
        ).format(named=named),
        lambda: [*first.agree(), *then.agree()],
        still=_("(Still open: put {named} on your list for the association? Yes or no.)").format(named=named),
        questions=questions,
        under=first.under,
    )


def unasked(talker: Conversation, pending: Pending) -> list[Message]:
    """That questions were passed over without a yes; they are kept for a wish that puts them on the list."""
    left = tuple(one for one in pending.questions if one not in talker.case.state.content.asked)
    if not left:
        return []
    talker.unasked = (*left, *(one for one in talker.unasked if one not in left))
    named = ", ".join(_("“{words}”").format(words=shorten(visible(one), 80)) for one in left)
    text = _("Not on your list, without a yes: {named}. To put it there, say: put that on my list.")
    return [Message("told", text.format(named=named))]


def nothing_written() -> list[Message]:
    """What is said to a no that does no more."""
    return [Message("told", _("Then not. Nothing was written down."))]
