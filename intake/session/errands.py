"""Work on files that may take long: done at once, or left to a front end that goes on meanwhile."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from intake.bundle.files import Tell
from intake.interview.commands import Refused
from intake.session.views import Message
from intake.words import _

#: From so many bytes on, work takes long enough to be told of: a second of a slow disk.
LARGE = 32 << 20


class Errand(NamedTuple):
    """What is being done, in words; over how many bytes; the work; and what is said of its result.

    `work` touches files alone, and may run in a thread; it raises Refused. `then` belongs to the conversation.
    """

    what: str
    size: int
    work: Callable[[Tell], Any]
    then: Callable[[Any], list[Message]]

    @property
    def long(self) -> bool:
        """Whether it is worth telling how far it is."""
        return self.size >= LARGE


def told_nobody(what: str, done: int, total: int) -> None:
    """Let long work pass without a word."""


class Errands:
    """The long work of one conversation, one piece at a time."""

    def __init__(self) -> None:
        """Everything is done at once, and nobody is told how far it is."""
        #: is told what is being done, how many bytes are, and of how many
        self.tell: Callable[[str, int, int], None] = told_nobody
        #: whether the front end takes long work upon itself, and settles it with its result
        self.aside = False
        #: what it has taken and not settled
        self.taken: Errand | None = None

    def run(self, errand: Errand) -> list[Message]:
        """Do it at once, or leave it to the front end. Raises Refused."""
        if not (self.aside and errand.long):
            return self.now(errand)
        if self.taken is not None:
            raise Refused(_("One thing at a time, please: {what}.").format(what=self.taken.what))
        self.taken = errand
        return [Message("told", _("{what}. You can go on meanwhile.").format(what=errand.what))]

    def now(self, errand: Errand) -> list[Message]:
        """Do it at once, whoever waits. Raises Refused."""
        return errand.then(errand.work(partial(self.tell, errand.what)))

    def settle(self, done: object) -> list[Message]:
        """What the work that was taken came to: its result, or what it raised, which is raised here."""
        errand, self.taken = self.taken, None
        if isinstance(done, Exception):
            raise done
        return errand.then(done) if errand else []


def size_of(path: Path) -> int:
    """How many bytes a file has; 0 where that cannot be told."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
