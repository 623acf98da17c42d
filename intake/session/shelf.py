"""The cases of one folder: listed, opened, begun, given another title, deleted."""

import datetime as dt
import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from intake.interview.commands import Refused
from intake.journal.cases import Case
from intake.journal.errors import NotWiped
from intake.journal.home import home_folder
from intake.journal.store import Journal
from intake.packs.load import DEFAULT_FLOW
from intake.session.origin import Origin, origins
from intake.session.session import Session
from intake.session.start import open_session
from intake.session.views import CaseRow
from intake.text import visible
from intake.words import _

if TYPE_CHECKING:
    from intake.interview.carrying import Purpose


class Shelf:
    """The folder of one person's cases; `opened` is the one opened last. Every method can raise JournalError."""

    def __init__(
        self,
        home: Path | None,
        *,
        flow: str = DEFAULT_FLOW,
        as_of: dt.date | None = None,
        bundle: Path | None = None,
    ) -> None:
        """The cases in `home`; new ones are of `flow`, and bundles go to `bundle`, as for `open_session`."""
        self.home, self.flow, self.as_of, self.bundle = home_folder(home), flow, as_of, bundle
        self.opened: Session | None = None

    def rows(self) -> list[CaseRow]:
        """All cases, the one changed last first."""
        with closing(Journal(self.home)) as journal:
            came = origins(journal)
            return [_row(case, came.get(case.id)) for case in journal.cases()]

    def open(self, case: str | None, *, newest: bool = False) -> Session:
        """The case of an id or a title; without one the newest unfinished one, as `open_session` has it."""
        return self._session(case=case, newest=newest)

    def cut_off(self) -> str:
        """The id of the case changed last, where the process that had it open did not come to leave it; else empty."""
        with closing(Journal(self.home)) as journal:
            newest = next(iter(journal.cases()), None)
            return newest.id if newest is not None and journal.left_behind(newest.id) else ""

    @property
    def on_the_line(self) -> bool:
        """Whether the case that is open is a call that was cut off a moment ago."""
        from intake.session.calling import Call  # what only a call needs

        return self.opened is not None and self.opened.case.state.called is not None and Call(self.opened).lately

    def begin(self) -> Session:
        """A new case."""
        return self._session(new=True)

    def go_on(self, case: str, purpose: "Purpose") -> Session:
        """The renewal, or the move to another level, that goes on from a case; begun where none is open.

        Raises Refused where the case is that itself.
        """
        from intake.session.continuing import continued  # what reads a whole case, which most never need

        found = continued(self.home, case, purpose, as_of=self.as_of)
        if found == case:
            raise Refused(_("That is this very case. It is not finished; nothing was begun."))
        return self._session(case=found)

    def open_bundle(self, path: Path, *, again: bool = False) -> str:
        """The id of a new case made of a bundle. Raises what `reading_back.open_bundle` raises."""
        from intake.session.reading_back import open_bundle  # a tenth of a second that nothing else needs

        return open_bundle(self.home, path, again=again, as_of=self.as_of).id

    def rename(self, case: str, title: str) -> None:
        """Give a case another title. Raises UnusableText for one that cannot be kept."""
        with closing(Journal(self.home)) as journal:
            journal.rename(case, title)

    def delete(self, case: str) -> None:
        """Delete a case and its files for good. Raises Busy for one that is open, which then keeps its files."""
        files = self.home / "files" / case
        with closing(Journal(self.home)) as journal:
            try:
                journal.delete(case)
            except NotWiped:
                _remove(files)
                raise
        _remove(files)

    def _session(self, case: str | None = None, *, new: bool = False, newest: bool = False) -> Session:
        self.opened = open_session(
            self.home, case=case, new=new, newest=newest, flow=self.flow, as_of=self.as_of, bundle=self.bundle
        )
        return self.opened


def _row(case: Case, came: Origin | None) -> CaseRow:
    title, changed = visible(case.title, one_line=True), case.changed[:16].replace("T", " ")
    return CaseRow(case.id, title, changed, case.events, case.closed, str(came or ""))


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
