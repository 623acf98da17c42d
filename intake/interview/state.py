"""The state of a case, as frozen values; `intake.interview.fold` makes it from the log.

`Content` is what undo and redo move between; it is made of persistent maps, so that one event costs one item, however
many there are. What happened outside the case, a bundle written or the case closed, is not undone.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Literal

import msgspec
from rpds import HashTrieMap, List

from intake.interview import events as ev
from intake.understand.slots import Value

#: The one item of a section that does not repeat.
ONLY = ""


class Answer(msgspec.Struct, frozen=True):
    """An answer as it was given; `value` is None where the question was skipped or answered "not sure".

    `look` says why it needs another look, in the pack's words: it stands, and its question is open again.
    """

    value: Value
    raw: str
    reader: str
    hedged: bool
    status: Literal["answered", "skipped", "unsure"]
    look: str = ""


class Item(msgspec.Struct, frozen=True):
    """An item of a list, or a whole section that does not repeat. Items stand in the order of `rank`."""

    id: str
    rank: int
    answers: dict[str, Answer]


class Section(msgspec.Struct, frozen=True):
    """A section's items; `count` numbers them and never goes back.

    `finished` says that the list is asked for no more, `left` that it was left so without being complete. `recent` is
    the item touched last, beside the `others`: a run of answers to one item leaves the map alone.
    """

    others: HashTrieMap[str, Item] = HashTrieMap()
    recent: Item | None = None
    count: int = 0
    finished: bool = False
    left: bool = False

    @property
    def items(self) -> HashTrieMap[str, Item]:
        """All items by their ids."""
        return self.others.insert(self.recent.id, self.recent) if self.recent else self.others

    def get(self, item: str) -> Item | None:
        """An item by its id."""
        return self.recent if self.recent is not None and self.recent.id == item else self.others.get(item)

    def put(self, item: Item) -> Section:
        """The section with an item as it is now."""
        others = self.others
        if self.recent is None or self.recent.id != item.id:
            others = self.items
            others = others.discard(item.id) if item.id in others else others
        return Section(others, item, self.count, self.finished, self.left)

    def ordered(self) -> list[Item]:
        """The items in their order."""
        return sorted(self.items.values(), key=attrgetter("rank"))


#: A section in which nothing was said yet.
NO_ITEMS = Section()


class Focus(msgspec.Struct, frozen=True):
    """Where the person went on purpose: a question, a list's gate or a section."""

    to: str
    item: str = ONLY


class Aside(msgspec.Struct, frozen=True):
    """An answer whose question is not asked any more, kept as it was given; `label` is what the pack calls it."""

    question: str
    item: str
    answer: Answer
    label: str = ""


class Rating(msgspec.Struct, frozen=True):
    """A referee's file as it came; `code` is the receipt code by which staff confirmed it, empty until then."""

    sha256: str
    size: int
    sealed: bool
    code: str = ""


class Content(msgspec.Struct, frozen=True):
    """What the person has said, as it stands. `last` is the question answered last, or the gate of a list changed.

    `requests` are by the entry of the references, `ratings` by the id of the request that they answer.
    """

    sections: dict[str, Section] = {}
    focus: Focus | None = None
    last: Focus | None = None
    files: HashTrieMap[tuple[str, str], ev.Attached] = HashTrieMap()
    asked: tuple[str, ...] = ()
    remembered: tuple[ev.Remembered, ...] = ()
    signature: dict[str, str | bool | int] | None = None
    changed_since_signing: bool = False
    planned: tuple[str, ...] = ()
    aside: tuple[Aside, ...] = ()
    requests: HashTrieMap[str, ev.Requested] = HashTrieMap()
    ratings: HashTrieMap[str, Rating] = HashTrieMap()
    jotted: tuple[ev.Jotted, ...] = ()


#: What one command did to the content, and where the person went from there.
Step = tuple[ev.Entry, ...]


class State(msgspec.Struct, frozen=True):
    """Everything that follows from a log.

    `content` is built, on the `base`, of the `opening`, moves made before anything was said, and the steps of the
    `past`, the last one first; the `future` are the steps taken back. The base is what the last migration left. `bound`
    says which version of the flow holds, `opened` is the entry that says from which bundle the case was opened.
    `at` is when anything happened last, `worked` the same but for what is done to a case from the desk. `handed` says
    who has it, `called` is the entry of the last call, and `hung` that of its end, None while it goes on.
    """

    content: Content = Content()
    base: Content = Content()
    opening: Step = ()
    past: List[Step] = List()
    future: List[Step] = List()
    bound: ev.Started | ev.Opened | ev.Migrated | None = None
    opened: ev.Entry | None = None
    seq: int = 0
    step: int = 0
    pushed: int = 0
    changed: int = 0
    at: str = ""
    worked: str = ""
    exported: ev.Exported | None = None
    exported_step: int = -1
    closed: bool = False
    handed: ev.Handed | None = None
    called: ev.Entry | None = None
    hung: ev.Entry | None = None


EMPTY = State()
