"""Where a case came from that was opened from a bundle."""

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from intake.interview import events as ev
from intake.journal.store import Journal
from intake.portfolio.edtf import spoken
from intake.text import visible
from intake.words import _


class Origin(NamedTuple):
    """Where a case was opened from: the bundle's file name, its SHA-256, and when, as ISO 8601."""

    name: str
    sha256: str
    at: str

    def __str__(self) -> str:
        """In words: "opened from dana.zip, March 1, 2026"."""
        return _("opened from {name}, {date}").format(name=visible(self.name, one_line=True), date=spoken(self.at[:10]))


def origin_of(first: ev.Entry) -> Origin | None:
    """Where a case with this first entry was opened from; None for one that was begun here."""
    event = first.event
    return Origin(event.name, event.bundle, first.at) if isinstance(event, ev.Opened) else None


def origins(journal: Journal) -> Mapping[str, Origin]:
    """Where cases were opened from, by their ids; those that were begun here are left out."""
    found = {case: origin_of(entry) for case, line in journal.firsts().items() if (entry := read_alone(line))}
    return {case: origin for case, origin in found.items() if origin}


def read_alone(line: bytes) -> ev.Entry | None:
    """An entry without its log; None for one that cannot be read, which opening the case will tell of."""
    try:
        return ev.load(line)
    except msgspec.MsgspecError:
        return None
