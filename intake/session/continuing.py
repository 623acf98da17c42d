"""Going on from one case with another: a renewal, or a move to another level, begun from what stood before."""

import datetime as dt
import shutil
from contextlib import closing
from pathlib import Path

import msgspec

from intake.interview import events as ev
from intake.interview.carrying import Purpose, carried
from intake.interview.commands import Refused
from intake.interview.present import FORMAT, Pin, Present
from intake.interview.restoring import admitted
from intake.journal.cases import Case, pick
from intake.journal.errors import UnknownCase
from intake.journal.store import Journal
from intake.packs.load import DEFAULT_FLOW, load
from intake.session.opening import clock_for
from intake.session.retelling import present_in
from intake.session.start import open_to_read
from intake.session.titles import UNTITLED, continued_title
from intake.words import _


def continued(home: Path, wanted: str | None, purpose: Purpose, *, new: bool = False, as_of: dt.date | None) -> str:
    """The id of the case for `purpose` that goes on from `wanted` (an id or a title), or from the last of one person's.

    One that was begun already and is not finished is gone on with, unless `new`. Raises Refused where it cannot be told
    which is meant, JournalError or PackError.
    """
    with closing(Journal(home)) as journal:
        cases, before = journal.cases(), _befores(journal)
        source = _named(cases, before, wanted) if wanted else None
        for case in () if new else _open(cases, before, purpose):
            if source is None or source.id in {case.id, before[case.id].case}:
                return case.id
        return _begun(journal, home, source or _last(cases, before), purpose, as_of).id


def open_renewal(home: Path, wanted: str | None) -> str:
    """The id of the renewal that `wanted` names, or of the one changed last that is open. Raises Refused for none."""
    with closing(Journal(home)) as journal:
        if wanted:
            return journal.find(wanted).id
        open_ = _open(journal.cases(), _befores(journal), "renew")
    if not open_:
        raise Refused(_("No renewal that goes on from a case is open. Begin one: intake renew. Or name it: --case."))
    return open_[0].id


def _befores(journal: Journal) -> dict[str, ev.Started]:
    """How the cases began that are for a purpose, by their ids; each names the case that it goes on from, if any."""
    firsts = {case: _first(line) for case, line in journal.firsts().items()}
    return {case: first for case, first in firsts.items() if first and first.to}


def _first(line: bytes) -> ev.Started | None:
    try:
        event = ev.load(line).event
    except msgspec.MsgspecError:
        return None
    return event if isinstance(event, ev.Started) else None


def _open(cases: list[Case], before: dict[str, ev.Started], purpose: Purpose) -> list[Case]:
    """The cases for `purpose` that are not finished, the one changed last first."""
    return [case for case in cases if not case.closed and case.id in before and before[case.id].to == purpose]


def _named(cases: list[Case], before: dict[str, ev.Started], wanted: str) -> Case:
    """The case that is meant: of several so called the one that the others go on from. Raises UnknownCase."""
    try:
        return pick(_first_ones(cases, before), wanted)
    except UnknownCase:
        return pick(cases, wanted)


def _first_ones(cases: list[Case], before: dict[str, ev.Started]) -> list[Case]:
    """The cases that go on from no other."""
    return [case for case in cases if case.id not in before or not before[case.id].case]


def _last(cases: list[Case], before: dict[str, ev.Started]) -> Case | None:
    """The case changed last, where all go on from one; None where there is none."""
    if len(_first_ones(cases, before)) > 1:
        raise Refused(_("There are several cases. Name the one to go on from: its id or its title."))
    return cases[0] if cases else None


def _begun(journal: Journal, home: Path, source: Case | None, purpose: Purpose, as_of: dt.date | None) -> Case:
    clock, today, _name = clock_for(as_of)
    before = _before(home, source.id, as_of) if source else None
    pack = load(before.flow.id if before else DEFAULT_FLOW)
    pin = Pin(pack.flow_pin.id, pack.flow_pin.version, pack.flow_pin.sha256)
    present = carried(before or Present(pin, FORMAT), purpose, pin, today.year)
    started = ev.Started(pin.id, pin.version, pin.sha256, source.id if source else "", purpose)
    at = clock().isoformat(timespec="seconds")
    events: list[ev.Event] = [started, ev.Restored(present=admitted(present, pack.flow))]
    lines = [ev.dump(ev.Entry(seq, 1, at, event)) for seq, event in enumerate(events, start=1)]
    title = continued_title(_named_in(before, source.title), purpose) if source and before else UNTITLED

    def place(case: str) -> None:
        if source:
            _copy(home / "files" / source.id, home / "files" / case, {file.sha256 for file in present.files})

    return journal.create(title, at, lines, place)


def _named_in(before: Present, title: str) -> str:
    """The applicant's name where the case before is called by it; else what it is called."""
    told = (str(given.value) for given in before.answers if given.question == "applicant.name" and given.value)
    return next((name for name in told if title.startswith(name)), title)


def _before(home: Path, case: str, as_of: dt.date | None) -> Present:
    """What stands in a case, which is left as it is."""
    session = open_to_read(home, case, as_of)
    try:
        return present_in(session.case)
    finally:
        session.close()


def _copy(source: Path, target: Path, names: set[str]) -> None:
    """Copy files from one case's folder to another's; one that is lost is missed there as it is here."""
    for name in sorted(names):
        if (source / name).is_file():
            target.mkdir(parents=True, exist_ok=True, mode=0o700)
            shutil.copy2(source / name, target / name)
