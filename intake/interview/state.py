"""The state of a case as a fold over its log.

`Content` is what undo and redo move between; it is made of persistent maps, so keeping every earlier content costs only
the differences. What happened outside the case, a bundle written or the case closed, is not undone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import msgspec
from rpds import HashTrieMap, List

from intake.interview import events as ev

replace = msgspec.structs.replace
#: The one item of a section that does not repeat.
ONLY = ""


class Answer(msgspec.Struct, frozen=True):
    """An answer as it was given; `value` is None where the question was skipped or answered "not sure"."""

    value: ev.Value
    raw: str
    reader: str
    hedged: bool
    status: Literal["answered", "skipped", "unsure"]


class Item(msgspec.Struct, frozen=True):
    """An item of a list, or a whole section that does not repeat. Items stand in the order of `rank`."""

    id: str
    rank: int
    answers: dict[str, Answer]


class Section(msgspec.Struct, frozen=True):
    """A section's items; `count` numbers them and never goes back, `finished` says that the list is complete."""

    items: HashTrieMap[str, Item] = HashTrieMap()
    count: int = 0
    finished: bool = False

    def ordered(self) -> list[Item]:
        """The items in their order."""
        return sorted(self.items.values(), key=lambda item: item.rank)


class Focus(msgspec.Struct, frozen=True):
    """Where the person went on purpose: a question, a list's gate or a section."""

    to: str
    item: str = ONLY


class Content(msgspec.Struct, frozen=True):
    """What the person has said, as it stands. `last` is the question answered last, or the gate of the list that was changed last."""

    sections: dict[str, Section] = {}
    focus: Focus | None = None
    last: Focus | None = None
    files: HashTrieMap[tuple[str, str], ev.Attached] = HashTrieMap()
    asked: tuple[str, ...] = ()
    signature: dict[str, str | bool] | None = None
    changed_since_signing: bool = False


class State(msgspec.Struct, frozen=True):
    """Everything that follows from a log."""

    content: Content = Content()
    past: List[Content] = List()
    future: List[Content] = List()
    started: ev.Started | None = None
    seq: int = 0
    step: int = 0
    pushed: int = 0
    at: str = ""
    exported: ev.Exported | None = None
    exported_step: int = -1
    closed: bool = False


EMPTY = State()


def fold(entries: Iterable[ev.Entry], finishing: frozenset[str], state: State = EMPTY) -> State:
    """The state after `entries`. `finishing` names the sections whose answers lapse when anything else changes."""
    for entry in entries:
        state = apply(state, entry, finishing)
    return state


def apply(state: State, entry: ev.Entry, finishing: frozenset[str]) -> State:
    """The state after one more entry."""
    event = entry.event
    place: dict[str, Any] = {"seq": entry.seq, "step": entry.step, "at": entry.at}
    kind = type(event)
    if kind is ev.Undone:
        return replace(
            state, content=state.past.first, past=state.past.drop_first(), future=state.future.push_front(state.content), **place
        )
    if kind is ev.Redone:
        return replace(
            state, content=state.future.first, past=state.past.push_front(state.content), future=state.future.drop_first(), **place
        )
    if kind is ev.Focused:
        focus = Focus(event.to, event.item) if event.to else None  # type: ignore[union-attr]
        return replace(state, content=replace(state.content, focus=focus), **place)
    if kind is ev.Started:
        return replace(state, started=event, **place)
    if kind is ev.Exported:
        return replace(state, exported=event, exported_step=entry.step, **place)
    if kind is ev.Closed:
        return replace(state, closed=True, **place)
    if entry.step != state.pushed:  # the events of one command are one step of undo
        place |= {"past": state.past.push_front(state.content), "future": List(), "pushed": entry.step}
    return replace(state, content=_changed(state.content, event, finishing), closed=False, **place)


def _changed(content: Content, event: ev.Event, finishing: frozenset[str]) -> Content:
    """`content` after an event that changes it; whatever was finished on the old content lapses."""
    name = _section_of(event)
    changed = _CHANGES[type(event)](content, event)
    if name in finishing or isinstance(event, ev.Signed):
        return changed
    if not any(f in changed.sections for f in finishing) and (changed.signature is None or changed.changed_since_signing):
        return changed
    kept = {k: v for k, v in changed.sections.items() if k not in finishing}
    return replace(changed, sections=kept, changed_since_signing=changed.signature is not None)


def _section_of(event: ev.Event) -> str:
    if isinstance(event, ev.Answered | ev.Passed | ev.Cleared):
        return event.question.partition(".")[0]
    return event.section if isinstance(event, ev.Added | ev.Removed | ev.Reordered | ev.Finished) else ""


def _with_section(content: Content, name: str, section: Section) -> Content:
    return replace(content, sections=content.sections | {name: section}, focus=None, last=Focus(f"{name}.more"))


def _with_answer(content: Content, question: str, item_id: str, answer: Answer | None) -> Content:
    name, _, field = question.partition(".")
    section = content.sections.get(name) or Section()
    item = section.items.get(item_id) or Item(item_id, 0, {})
    answers = item.answers | {field: answer} if answer else {k: v for k, v in item.answers.items() if k != field}
    items = section.items.insert(item_id, Item(item.id, item.rank, answers))
    changed = _with_section(content, name, Section(items, section.count, section.finished))
    return replace(changed, last=Focus(question, item_id))


def _answered(content: Content, event: ev.Answered) -> Content:
    answer = Answer(event.value, event.raw, event.reader, event.hedged, "answered")
    return _with_answer(content, event.question, event.item, answer)


def _passed(content: Content, event: ev.Passed) -> Content:
    return _with_answer(content, event.question, event.item, Answer(None, event.raw, "command", False, event.how))


def _cleared(content: Content, event: ev.Cleared) -> Content:
    return _with_answer(content, event.question, event.item, None)


def _added(content: Content, event: ev.Added) -> Content:
    section = content.sections.get(event.section) or Section()
    count = section.count + 1
    items = section.items.insert(event.item, Item(event.item, count, {}))
    return _with_section(content, event.section, Section(items, count, finished=False))


def _removed(content: Content, event: ev.Removed) -> Content:
    section = content.sections[event.section]
    changed = _with_section(content, event.section, replace(section, items=section.items.discard(event.item)))
    files = changed.files
    for key in [k for k in files if k[0] == event.item]:
        files = files.discard(key)
    return replace(changed, files=files, last=None)


def _reordered(content: Content, event: ev.Reordered) -> Content:
    section = content.sections[event.section]
    order = [item for item in section.ordered() if item.id != event.item]
    order.insert(event.to, section.items[event.item])
    items = section.items
    for rank, item in enumerate(order, start=1):
        items = items.insert(item.id, Item(item.id, rank, item.answers))
    return _with_section(content, event.section, replace(section, items=items, count=max(section.count, len(order))))


def _finished(content: Content, event: ev.Finished) -> Content:
    section = content.sections.get(event.section) or Section()
    return _with_section(content, event.section, replace(section, finished=event.done))


def _attached(content: Content, event: ev.Attached) -> Content:
    return replace(content, files=content.files.insert((event.item, event.sha256), event))


def _detached(content: Content, event: ev.Detached) -> Content:
    return replace(content, files=content.files.discard((event.item, event.sha256)))


def _asked(content: Content, event: ev.Asked) -> Content:
    return replace(content, asked=(*content.asked, event.text))


def _signed(content: Content, event: ev.Signed) -> Content:
    return replace(content, signature=event.signature, changed_since_signing=False)


_CHANGES: dict[type, Any] = {
    ev.Answered: _answered,
    ev.Passed: _passed,
    ev.Cleared: _cleared,
    ev.Added: _added,
    ev.Removed: _removed,
    ev.Reordered: _reordered,
    ev.Finished: _finished,
    ev.Attached: _attached,
    ev.Detached: _detached,
    ev.Asked: _asked,
    ev.Signed: _signed,
}
