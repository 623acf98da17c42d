"""A bundle opened as a case: on the applicant's other machine, or as a copy with the staff.

The case is there whole or not at all. Its files are put in their place just before it is written down, so that what a
power cut can leave is files of no case, which the next opening takes away.
"""

import datetime as dt
import shutil
from contextlib import closing
from pathlib import Path

import msgspec

from intake.bundle.errors import BundleError
from intake.bundle.files import named
from intake.bundle.unpack import STAGED, Unpacked, staged, unpacked
from intake.interview import events as ev
from intake.interview.commands import Refused
from intake.interview.present import Present, Unfit
from intake.interview.restoring import admitted
from intake.journal import person
from intake.journal.cases import Case
from intake.journal.lock import CaseLock
from intake.journal.store import Journal
from intake.packs.load import load
from intake.session.opening import clock_for
from intake.session.origin import origins
from intake.session.retelling import questions_of, retold
from intake.session.titles import UNTITLED
from intake.text import shorten, visible
from intake.words import _

#: No file name that is remembered is longer, in characters.
_LONGEST_NAME = 120


class OpenedBefore(Refused):
    """A case was opened from this very bundle already: `case`, called `title`."""

    def __init__(self, path: Path, case: Case) -> None:
        """Say which."""
        self.case, self.title = case.id, visible(case.title, one_line=True)
        text = _(
            "{path} was opened before, as the case {id} ({title}). Go on there, or open it once more with --again."
        )
        super().__init__(text.format(path=named(path), id=self.case, title=self.title))


def open_bundle(home: Path, path: Path, *, again: bool = False, as_of: dt.date | None = None) -> Case:
    """A new case in the folder `home` with all that stands in the bundle at `path`.

    Raises OpenedBefore unless `again`, BundleError where the bundle is damaged or cannot be read, PackError where its
    questions are of no pack that is here, JournalError; nothing is kept then.
    """
    with closing(Journal(home)) as journal, _alone(home), unpacked(path, retold) as bundle:
        _tidy(home / "files", journal)
        if not again:
            _require_new(path, bundle, journal)
        name = shorten(path.name, _LONGEST_NAME)
        return _written(home / "files", journal, bundle, name, clock_for(as_of)[0]().isoformat(timespec="seconds"))


def _alone(home: Path) -> CaseLock:
    """Keep other openings out, so that what lies in the folder of files is of this one or of none."""
    return CaseLock(home / "locks" / "opening.lock")


def _require_new(path: Path, bundle: Unpacked, journal: Journal) -> None:
    before = {case for case, origin in origins(journal).items() if origin.sha256 == bundle.sha256}
    case = next((case for case in journal.cases() if case.id in before), None)
    if case is not None:
        raise OpenedBefore(path, case)


def _written(folder: Path, journal: Journal, bundle: Unpacked, name: str, at: str) -> Case:
    pin = bundle.present.flow
    opened = ev.Opened(flow=pin.id, version=pin.version, sha256=pin.sha256, bundle=bundle.sha256, name=name)
    events: list[ev.Event] = [opened, ev.Restored(present=_fitting(bundle.present))]
    lines = [ev.dump(ev.Entry(seq, 1, at, event, person.named())) for seq, event in enumerate(events, start=1)]
    moved: list[Path] = []
    with staged(bundle, folder) as files:

        def place(case: str) -> None:
            if bundle.files:
                moved.append(files.rename(folder / case))

        try:
            return journal.create(_title(bundle.present), at, lines, place)
        except BaseException as error:
            for path in moved:
                shutil.rmtree(path, ignore_errors=True)
            if isinstance(error, OSError):
                raise BundleError(_("The case could not be kept: {reason}.").format(reason=error.strerror)) from error
            raise


def _fitting(present: Present) -> Present:
    """`present` as its questions have a place for it. Where they are not here the case is shown and not gone on with.

    Raises PackError where no version of them is here.
    """
    pack = questions_of(present.flow)
    if pack is None:
        load(present.flow.id)
        return msgspec.structs.replace(present, focus=None, last=None)
    try:
        return admitted(present, pack.flow)
    except Unfit as error:  # checked before
        raise BundleError(str(error)) from error


def _title(present: Present) -> str:
    """The applicant's name, as a case is called by it."""
    named = (given.value for given in present.answers if given.question == "applicant.name" and given.value)
    return shorten(str(next(named, UNTITLED)), 60)


def _tidy(folder: Path, journal: Journal) -> None:
    """Take away files that an opening left which was cut off: of no case, or still waiting for theirs."""
    found = list(folder.iterdir()) if folder.is_dir() else []
    kept = {case.id for case in journal.cases()}  # asked for later, so that a case begun meanwhile is among them
    for path in found:
        if path.is_dir() and (path.name.startswith(STAGED) or path.name not in kept):
            shutil.rmtree(path, ignore_errors=True)
