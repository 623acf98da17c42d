"""Who did what in a case: its log in a line for each day and person, and for each hand-over."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from intake.interview import events as ev
from intake.portfolio.edtf import spoken
from intake.text import visible
from intake.words import _

#: What events are called where several are counted together; what is not here is not told.
_CALLED: dict[type[ev.Event], tuple[str, str]] = {
    ev.Answered: (_("1 answer"), _("{n} answers")),
    ev.Passed: (_("1 question left open"), _("{n} questions left open")),
    ev.Attached: (_("1 file attached"), _("{n} files attached")),
    ev.Requested: (_("1 rating requested"), _("{n} ratings requested")),
    ev.Received: (_("1 rating received"), _("{n} ratings received")),
    ev.Confirmed: (_("1 rating confirmed"), _("{n} ratings confirmed")),
    ev.Opened: (_("opened from a bundle"), _("opened from {n} bundles")),
    ev.Migrated: (_("brought to a new version of its questions"), _("brought to {n} new versions of its questions")),
    ev.Signed: (_("signed"), _("signed {n} times")),
    ev.Exported: (_("1 bundle written"), _("{n} bundles written")),
    ev.Closed: (_("called finished"), _("called finished {n} times")),
}


def deeds(lines: Iterable[bytes]) -> list[str]:
    """What the lines of a log say, the first day first; whoever gave no name is called "somebody"."""
    return [line for (day, who), done in groupby(map(ev.load, lines), _day_and_who) for line in _lines(day, who, done)]


def _day_and_who(entry: ev.Entry) -> tuple[str, str]:
    by = entry.event.by if isinstance(entry.event, ev.Handed) else entry.by
    return entry.at[:10], visible(by, one_line=True) or _("somebody")


def _lines(day: str, who: str, done: Iterable[ev.Entry]) -> Iterator[str]:
    events = [entry.event for entry in done]
    counts = Counter(map(type, events))
    called = [(counts[kind], one, many) for kind, (one, many) in _CALLED.items() if counts[kind]]
    told = [one if n == 1 else many.format(n=n) for n, one, many in called]
    if told:
        yield _("{day}, {who}: {told}").format(day=spoken(day), who=who, told=", ".join(told))
    for event in events:
        if isinstance(event, ev.Handed):
            yield _("{day}, {who}: handed to {to}").format(day=spoken(day), who=who, to=handed_said(event))


def handed_said(event: ev.Handed) -> str:
    """To whom a case was handed, by which day, and the note."""
    due = _("by {day}").format(day=spoken(event.due)) if event.due else ""
    return visible(" · ".join(filter(None, (event.to, due, event.note))), one_line=True)
