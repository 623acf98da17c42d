"""What waits for a yes."""

from collections.abc import Callable
from typing import NamedTuple

from intake.interview.standing import Standing
from intake.session.views import Message
from intake.understand.understanding import Statement
from intake.words import _

#: What is said to an answer before what comes first is settled.
FIRST = _("Please say yes or no first. Say review, board or export to look at it as it is, or pause to leave.")


class Pending(NamedTuple):
    """Something that waits for a yes: what a yes does, what a no does, and the question that a correction answers.

    `offer` is set where several facts are offered, so that one of them can be corrected before they are taken.
    What comes `first` is not passed over: nothing is answered before it is settled. What is not about
    the question that stands has a heading of its own, `where`, and says `why` it is asked. `still` is how it is asked
    once something else was answered in between; empty where it is asked in the same words.
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
