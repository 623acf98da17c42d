"""What waits for a yes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    `words` are those that were said.
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
    words: str = ""


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
        words=f"{first.words}\n{then.words}",
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


def worded(first: Pending | None, now: Pending | None, words: str) -> Pending | None:
    """What waits `now`, with the words that it comes of: those just said, and of what they corrected in `first`."""
    if now is None or now.first or now.words or (first is not None and now.agree == first.agree):
        return now
    if now.offer is None:
        return now._replace(words=words)
    if first is not None and first.offer is not None and first.offer.words == now.offer.words:
        return now._replace(words=f"{first.words}\n{words}".strip())
    return now._replace(words=words if now.offer.words in words else now.offer.words)


def waiting_words(pending: Pending | None, offers: Sequence[Statement]) -> str:
    """All that was said and waits for a yes, a line each: `pending`, what is under it, and the `offers` to come."""
    lines: list[str] = []
    while pending is not None:
        lines, pending = [pending.words, *lines], pending.under
    lines += [one.words for one in offers if not any(one.words in line for line in lines)]
    return "\n".join(filter(None, lines))


def nothing_written() -> list[Message]:
    """What is said to a no that does no more."""
    return [Message("told", _("Then not. Nothing was written down."))]
