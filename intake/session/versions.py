"""Under which version of its questions a case stands, and the way to the version that is here now.

A case goes on under the version that it began with, or that it was brought to, as long as that one is here. Where it is
not, the answers are shown as they would be under the present version, and none can be given before it is taken.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from intake.interview import events as ev
from intake.interview.fold import fold
from intake.interview.migrating import former, migrated, misfits
from intake.interview.projection import Projection
from intake.interview.standing import Standing, can_ask
from intake.interview.state import ONLY, Content, State
from intake.interview.steps import AddQuestion, Step
from intake.packs.load import Pack, load, load_migration, load_version
from intake.session.wording import aside_label, entry_said, item_said, label_of


class Change(NamedTuple):
    """What becomes of one answer: its question, what that is called, the entry it belongs to, and why, where said."""

    question: str
    label: str
    entry: str
    why: str = ""


class Update(NamedTuple):
    """A version that waits for a yes: the event that brings the case to it, and what that changes for this person.

    `looks` are the answers that need another look, `aside` those kept and not asked for any more, `added` what the new
    questions that come up are called.
    """

    event: ev.Migrated
    looks: tuple[Change, ...]
    aside: tuple[Change, ...]
    added: tuple[str, ...]


class Way(NamedTuple):
    """The pack with the version that is here now, the pack under which a case stands, its state, and an update.

    Where not `answerable`, the answers can be seen and not be given.
    """

    newest: Pack
    pack: Pack
    state: State
    update: Update | None = None
    answerable: bool = True


def way(newest: Pack, entries: Sequence[ev.Entry]) -> Way:
    """Where a log stands beside the pack that is here. Raises PackError for a broken old version or migration."""
    bound = ev.bound_to(entries)
    if bound is None or bound.sha256 == newest.flow_pin.sha256:
        return Way(newest, newest, fold(entries, newest.flow.finishing))
    newest = newest if bound.flow == newest.flow_pin.id else load(bound.flow)
    steps = steps_between(bound.flow, bound.version, newest.flow.version)
    own = newest if bound.version == newest.flow.version else _older(bound.flow, bound.version)
    finishing = own.flow.finishing if own else former(newest.flow.finishing, steps or ())
    state = fold(entries, finishing)
    if own and own.flow_pin.sha256 != bound.sha256 and misfits(state.content, own.flow):
        own = None  # its questions were changed under the same number, and not every answer has a place in them
    if own is newest:
        return Way(newest, newest, state)
    over = migrated(state.content, steps or ())
    last = misfits(over, newest.flow)
    over = migrated(over, last)
    event = ev.Migrated(
        flow=newest.flow_pin.id,
        version=newest.flow_pin.version,
        sha256=newest.flow_pin.sha256,
        from_version=bound.version,
        from_sha256=bound.sha256,
        steps=(*(steps or ()), *last),
        finishing=tuple(sorted(finishing)),
    )
    update = _update(newest, event, state.content, over) if steps is not None else None
    if own:
        return Way(newest, own, state, update)
    return Way(newest, newest, msgspec.structs.replace(state, content=over), update, answerable=False)


def _older(flow: str, version: int) -> Pack | None:
    """An older version; None where it is not here, or asks for what the portfolio of this program does not hold."""
    from intake.packs.shape import has_room_for

    pack = load_version(flow, version)
    return pack if pack and has_room_for(pack.flow) else None


def waiting(entries: Sequence[ev.Entry]) -> ev.Migrated | None:
    """What would bring a case to another version of its questions, where one waits. Raises PackError."""
    bound = ev.bound_to(entries)
    update = way(load(bound.flow), entries).update if bound else None
    return update.event if update else None


def steps_between(flow: str, version: int, to: int) -> tuple[Step, ...] | None:
    """All steps from one version of a flow to another; None where they are not written, or lead backwards."""
    migrations = [load_migration(flow, number) for number in range(version + 1, to + 1)]
    if version > to or None in migrations:
        return None
    return tuple(step for migration in migrations if migration for step in migration.recorded())


def looked_for(projection: Projection, at: Standing) -> str:
    """Why the answer that stands at a question needs another look; empty where it needs none."""
    answer = projection.answer(at.question, at.item)
    return answer.look if answer else ""


def _update(newest: Pack, event: ev.Migrated, before: Content, after: Content) -> Update:
    projection = Projection(newest.flow, after)
    aside = [kept for kept in after.aside[len(before.aside) :] if kept.answer.status == "answered"]
    new = [step.question for step in event.steps if isinstance(step, AddQuestion)]
    return Update(
        event,
        tuple(_looks(projection)),
        tuple(Change(k.question, aside_label(k), entry_said(projection, k.question, k.item)) for k in aside),
        tuple(label_of(newest.flow, question) for question in new if _comes_up(projection, question)),
    )


def _looks(projection: Projection) -> Iterator[Change]:
    """The answers that need another look and are asked for, in the order of the interview."""
    for name in projection.flow.sections:
        for item in projection.section(name).ordered():
            for question in projection.asks(name, item.id):
                answer = item.answers.get(question.field)
                if answer is not None and answer.look and answer.status == "answered":
                    entry = item_said(projection, name, item.id)
                    yield Change(f"{name}.{question.field}", question.label, entry, answer.look)


def _comes_up(projection: Projection, question: str) -> bool:
    """Whether a new question is asked of this case as it stands, of any item where it stands in a list."""
    name, _, field = question.partition(".")
    section = projection.flow.sections.get(name)
    if section is None or field not in section.by_field:
        return False
    items = [item.id for item in projection.section(name).ordered()] if section.repeat else [ONLY]
    return any(can_ask(projection, question, item) for item in items)
