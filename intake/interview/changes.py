"""What each event but an answer does to the content of a case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from rpds import HashTrieMap

from intake.interview import events as ev
from intake.interview.state import NO_ITEMS, Content, Focus, Item, Rating, Section


def with_section(content: Content, name: str, section: Section, last: Focus) -> Content:
    """`content` with another section, and where that was last changed."""
    return Content(
        {**content.sections, name: section},
        None,
        last,
        content.files,
        content.asked,
        content.remembered,
        content.signature,
        content.changed_since_signing,
        content.planned,
        content.aside,
        content.requests,
        content.ratings,
        content.jotted,
    )


def _in_list(content: Content, name: str, section: Section) -> Content:
    return with_section(content, name, section, Focus(f"{name}.more"))


def _added(content: Content, event: ev.Added) -> Content:
    section = content.sections.get(event.section, NO_ITEMS)
    count = section.count + 1
    begun = Section(section.items, Item(event.item, count, {}), count)
    return _in_list(content, event.section, begun)


def _removed(content: Content, event: ev.Removed) -> Content:
    section = content.sections[event.section]
    left = Section(section.items.discard(event.item), None, section.count, section.finished, section.left)
    files = content.files
    for key in [key for key in files if key[0] == event.item]:
        files = files.discard(key)
    requests = content.requests.discard(event.item) if event.item in content.requests else content.requests
    return _in_list(replace(content, files=files, requests=requests), event.section, left)


def _reordered(content: Content, event: ev.Reordered) -> Content:
    section = content.sections[event.section]
    order = [item for item in section.ordered() if item.id != event.item]
    order.insert(event.to, section.items[event.item])
    ranked = {item.id: Item(item.id, rank, item.answers) for rank, item in enumerate(order, start=1)}
    return _in_list(
        content, event.section, Section(HashTrieMap(ranked), None, section.count, section.finished, section.left)
    )


def _finished(content: Content, event: ev.Finished) -> Content:
    section = content.sections.get(event.section, NO_ITEMS)
    return _in_list(content, event.section, Section(section.others, section.recent, section.count, True, event.left))


def _attached(content: Content, event: ev.Attached) -> Content:
    return replace(content, files=content.files.insert((event.item, event.sha256), event))


def _detached(content: Content, event: ev.Detached) -> Content:
    return replace(content, files=content.files.discard((event.item, event.sha256)))


def _requested(content: Content, event: ev.Requested) -> Content:
    return replace(content, requests=content.requests.insert(event.item, event))


def _received(content: Content, event: ev.Received) -> Content:
    rating = Rating(event.sha256, event.size, event.sealed)
    return replace(content, ratings=content.ratings.insert(event.request, rating))


def _confirmed(content: Content, event: ev.Confirmed) -> Content:
    rating = replace(content.ratings[event.request], code=event.code)
    return replace(content, ratings=content.ratings.insert(event.request, rating))


def _asked(content: Content, event: ev.Asked) -> Content:
    return replace(content, asked=(*content.asked, event.text))


def _remembered(content: Content, event: ev.Remembered) -> Content:
    return replace(content, remembered=(*content.remembered, event))


def _recalled(content: Content, event: ev.Recalled) -> Content:
    kept = list(content.remembered)
    kept.remove(ev.Remembered(section=event.section, words=event.words))
    return replace(content, remembered=tuple(kept))


def _planned(content: Content, event: ev.Planned) -> Content:
    return replace(content, planned=(*content.planned, event.words))


def _dropped(content: Content, event: ev.Dropped) -> Content:
    kept = list(content.planned)
    kept.remove(event.words)
    return replace(content, planned=tuple(kept))


def _jotted(content: Content, event: ev.Jotted) -> Content:
    return replace(content, jotted=(*content.jotted, event))


def _signed(content: Content, event: ev.Signed) -> Content:
    return replace(content, signature=event.signature, changed_since_signing=False)


def unchanged(content: Content, _event: ev.Event) -> Content:
    """`content` as it is."""
    return content


def _focused(content: Content, event: ev.Focused) -> Content:
    focus = Focus(event.to, event.item) if event.to else None
    return replace(content, focus=focus, last=content.last if focus else None)


#: What each event but an answer does to the content.
CHANGES: dict[type, Callable[[Content, Any], Content]] = {
    ev.Added: _added,
    ev.Removed: _removed,
    ev.Reordered: _reordered,
    ev.Finished: _finished,
    ev.Focused: _focused,
    ev.Attached: _attached,
    ev.Detached: _detached,
    ev.Requested: _requested,
    ev.Received: _received,
    ev.Confirmed: _confirmed,
    ev.Asked: _asked,
    ev.Remembered: _remembered,
    ev.Recalled: _recalled,
    ev.Planned: _planned,
    ev.Dropped: _dropped,
    ev.Jotted: _jotted,
    ev.Signed: _signed,
}
