"""Which cases wait to be brought to another version of their questions; most logs are not read for it."""

from hashlib import sha256

from msgspec import MsgspecError

from intake.interview import events as ev
from intake.journal.errors import JournalError
from intake.journal.store import Journal
from intake.resources import flows_folder
from intake.session.origin import read_alone

#: What stands in the lines of events that bind a case to a version of its flow, and in no others.
_BINDING = [f'"event":{{"kind":"{kind.__name__.lower()}",'.encode() for kind in (ev.Started, ev.Opened, ev.Migrated)]


def awaiting(journal: Journal) -> dict[str, dict[str, int]]:
    """The versions `from` and `to` which cases wait to be brought, by their ids.

    A case that cannot be read is left out; opening it says what is wrong.
    """
    lines = journal.last_holding(_BINDING)
    bound = {case: _pin(entry) for case, line in lines.items() if (entry := read_alone(line))}
    elsewhere = {pin for pin in set(bound.values()) if not _is_here(*pin)}
    found = {case: _update(journal, case) for case, pin in bound.items() if pin in elsewhere}
    return {case: update for case, update in found.items() if update}


def _pin(entry: ev.Entry) -> tuple[str, str]:
    bound = ev.bound_to([entry])
    return (bound.flow, bound.sha256) if bound else ("", "")


def _is_here(flow: str, digest: str) -> bool:
    """Whether the flow that is here is the very one with this SHA-256."""
    path = flows_folder() / f"{flow}.yaml"
    return path.is_file() and sha256(path.read_bytes()).hexdigest() == digest


def _update(journal: Journal, case: str) -> dict[str, int] | None:
    from intake.packs.yaml import PackError
    from intake.session.versions import waiting

    try:
        event = waiting([ev.load(line) for line in journal.load(case)])
    except (JournalError, MsgspecError, PackError):
        return None
    return {"from": event.from_version, "to": event.version} if event else None
