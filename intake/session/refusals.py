"""What is said where something could not be done: nothing that was given is lost by it."""

from collections.abc import Callable

from intake.interview.commands import Refused
from intake.journal.errors import NotStored
from intake.session.views import Message
from intake.text import UnusableText


def problem(text: str) -> Message:
    """Something that could not be taken; nothing was lost."""
    return Message("problem", text)


def tried(act: Callable[[], list[Message]]) -> tuple[list[Message], str]:
    """What `act` says, or why it was refused; and, where the disk did not take it, why."""
    try:
        return act(), ""
    except (UnusableText, Refused) as refusal:
        return [problem(str(refusal))], ""
    except NotStored as trouble:
        return [problem(str(trouble))], str(trouble)
