"""The fold: what each event does to a state. A case is this fold over its log, and nothing else.

What changes the content is a step that undo takes back; what happened outside, a bundle written or the case closed, is
not undone. Whatever was finished on a content, the review and a signature, lapses when that content changes.

A migration is a wall: what was said before it was said to other questions, so undo does not go behind it, and what
stands before it is folded as the version of then had it. What was restored from a bundle is another: what came before
it happened elsewhere.

Earlier contents are not kept: a state keeps the steps that led to its content, undo takes the last one off and builds
the content anew. So a long log is replayed without making, for each of its events, a content that nobody sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any, TypeVar

import msgspec
from rpds import List

from intake.interview import events as ev
from intake.interview.changes import CHANGES, unchanged, with_section
from intake.interview.migrating import migrated, renamed
from intake.interview.restoring import content_of
from intake.interview.state import EMPTY, NO_ITEMS, Answer, Content, Focus, Item, State, Step

_NOTHING: List[Step] = List()
_Struct = TypeVar("_Struct", bound=msgspec.Struct)


def _replace(struct: _Struct, **fields: Any) -> _Struct:
    return msgspec.structs.replace(struct, **fields)


def fold(entries: Sequence[ev.Entry], finishing: frozenset[str], state: State = EMPTY) -> State:
    """The state after `entries`. `finishing` names the sections whose answers lapse when anything else changes."""
    begin = 0
    for place, entry in enumerate(entries):
        if type(entry.event) is ev.Migrated:
            state = _folded(entries[begin:place], frozenset(entry.event.finishing), state)
            state, begin = _migrated(state, entry, entry.event), place + 1
        elif type(entry.event) is ev.Restored:
            state = _folded(entries[begin:place], finishing, state)
            state, begin = _walled(state, entry, content_of(entry.event.present)), place + 1
    return _folded(entries[begin:], finishing, state)


def _migrated(state: State, entry: ev.Entry, event: ev.Migrated) -> State:
    """`state` under another version; the review and a signature stand where nothing they saw is another."""
    content = migrated(state.content, event.steps)
    finishing = renamed(event.finishing, event.steps)
    if _recorded(content, finishing) != _recorded(state.content, frozenset(event.finishing)):
        content = _lapsed(content, finishing)
    return _replace(_walled(state, entry, content), bound=event)


def _walled(state: State, entry: ev.Entry, content: Content) -> State:
    """`state` with a content behind which undo does not go."""
    return _replace(
        state,
        content=content,
        base=content,
        opening=(),
        past=_NOTHING,
        future=_NOTHING,
        seq=entry.seq,
        step=entry.step,
        changed=entry.step,
        at=entry.at,
    )


def _recorded(content: Content, finishing: frozenset[str]) -> dict[str, list[Item]]:
    """The items of every section that goes into the portfolio."""
    return {name: kept.ordered() for name, kept in content.sections.items() if name not in finishing}


def _folded(entries: Sequence[ev.Entry], finishing: frozenset[str], state: State) -> State:
    """The state after `entries`, none of them a migration."""
    if not entries:
        return state
    opening, past, future, pushed = state.opening, state.past, state.future, state.pushed
    outside: dict[str, Any] = {}
    anew = False
    for entry in entries:
        kind = type(entry.event)
        if kind in _CHANGING and entry.step != pushed:
            past, future, pushed = past.push_front((entry,)), _NOTHING, entry.step
        elif kind in _CHANGING or (kind is ev.Focused and past):  # the events of one command are one step of undo
            past = past.drop_first().push_front((*_first(past), entry))
        elif kind is ev.Focused:
            opening = (*opening, entry)
        elif kind is ev.Undone:
            past, future, anew = past.drop_first(), future.push_front(_first(past)), True
        elif kind is ev.Redone:
            past, future, anew = past.push_front(_first(future)), future.drop_first(), True
        else:
            outside |= _OUTSIDE[kind](entry)
    if anew:
        content = _built(state.base, chain(opening, *reversed(list(past))), finishing)
    else:
        content = _built(state.content, entries, finishing)
    last = entries[-1]
    closing = (type(e.event) is ev.Closed for e in reversed(entries) if type(e.event) in _CLOSING)
    changes = (e.step for e in reversed(entries) if _stales(e.event, finishing))
    return _replace(
        state,
        content=content,
        opening=opening,
        past=past,
        future=future,
        seq=last.seq,
        step=last.step,
        pushed=pushed,
        changed=next(changes, state.changed),
        at=last.at,
        worked=next((e.at for e in reversed(entries) if type(e.event) not in _BESIDE), state.worked),
        closed=next(closing, state.closed),
        **outside,
    )


def _first(steps: List[Step]) -> Step:
    return next(iter(steps))


def _built(content: Content, entries: Iterable[ev.Entry], finishing: frozenset[str]) -> Content:
    """`content` after `entries`, none of them an undo or redo; a run of answers to one item is put into it at once."""
    name = item = ""
    run: dict[str, Answer] = {}
    for entry in entries:
        event = entry.event
        if type(event) is ev.Answered:  # not isinstance, which costs a third of the replay of a long log
            answer = Answer(event.value, event.raw, event.reader, event.hedged, "answered")
        elif type(event) is ev.Passed:
            answer = Answer(None, event.raw, "command", False, event.how)
        else:
            if run:
                content, run = _with_answers(content, name, item, run, finishing), {}
            content = CHANGES.get(type(event), unchanged)(content, event)
            if type(event) in _LAPSING and getattr(event, "section", "") not in finishing:
                content = _lapsed(content, finishing)
            continue
        section, _, field = event.question.partition(".")
        if run and (section != name or event.item != item):
            content, run = _with_answers(content, name, item, run, finishing), {}
        name, item = section, event.item
        run.pop(field, None)  # the last answer of a run comes last in it
        run[field] = answer
    return _with_answers(content, name, item, run, finishing) if run else content


def _stales(event: ev.Event, finishing: frozenset[str]) -> bool:
    """Whether what was made of the answers before an event, a bundle for one, is older than they are now."""
    if isinstance(event, ev.Answered | ev.Passed):
        return event.question.partition(".")[0] not in finishing
    if isinstance(event, ev.Added | ev.Removed | ev.Reordered | ev.Finished):
        return event.section not in finishing
    return type(event) in _OUTDATING


def _lapsed(content: Content, finishing: frozenset[str]) -> Content:
    """`content` without what was finished on an older one: the review and a signature stand over what they saw."""
    signed = content.signature is not None and not content.changed_since_signing
    if not signed and finishing.isdisjoint(content.sections):
        return content
    sections = {name: section for name, section in content.sections.items() if name not in finishing}
    return _replace(content, sections=sections, changed_since_signing=content.signature is not None)


def _with_answers(
    content: Content, name: str, item_id: str, answers: dict[str, Answer], finishing: frozenset[str]
) -> Content:
    """`content` with answers to one item, the one given last at the end."""
    section = content.sections.get(name, NO_ITEMS)
    item = section.get(item_id)
    rank, kept = (item.rank, item.answers | answers) if item else (0, answers)
    field = next(reversed(answers))
    changed = section.put(Item(item_id, rank, kept))
    content = with_section(content, name, changed, Focus(f"{name}.{field}", item_id))
    return content if name in finishing else _lapsed(content, finishing)


#: What is a step that undo takes back.
_CHANGING = (CHANGES.keys() | {ev.Answered, ev.Passed}) - {ev.Focused}
#: What lets a signature lapse; what goes into a bundle beside the answers does not.
_LAPSING = _CHANGING - {
    ev.Signed,
    ev.Requested,
    ev.Received,
    ev.Confirmed,
    ev.Asked,
    ev.Remembered,
    ev.Recalled,
    ev.Planned,
    ev.Dropped,
    ev.Jotted,
}
#: What besides answers and lists makes a bundle that was written another.
_OUTDATING = frozenset(
    {ev.Attached, ev.Detached, ev.Requested, ev.Received, ev.Confirmed, ev.Asked, ev.Signed, ev.Undone, ev.Redone}
)
#: What is done to a case without working on it.
_BESIDE = (ev.Handed, ev.Received, ev.Confirmed)
#: What decides whether a case counts as finished.
_CLOSING = _CHANGING | {ev.Closed}
#: What happens outside the content; none of it is undone, and a case called finished is open again when it is changed.
_OUTSIDE: dict[type, Callable[[ev.Entry], dict[str, Any]]] = {
    ev.Started: lambda entry: {"bound": entry.event},
    ev.Opened: lambda entry: {"bound": entry.event, "opened": entry},
    ev.Exported: lambda entry: {"exported": entry.event, "exported_step": entry.step},
    ev.Called: lambda entry: {"called": entry, "hung": None},
    ev.Hung: lambda entry: {"hung": entry},
    ev.Closed: lambda _entry: {},
    ev.Handed: lambda entry: {"handed": entry.event},
}
