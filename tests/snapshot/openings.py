"""How the app of a scene is opened: with an applicant's case, a call, a referee's rating, or at the desk."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from face import Memory
from scenes import TOLD, Steps, a_rating, the_call_sheet, the_close_of_a_call, the_desk, the_questions_of_the_desk
from session_talk import unopened

from intake.interview.carrying import Purpose
from intake.session.desk import Desk
from intake.session.desk_wish import Wish
from intake.session.face import Cases, Face
from intake.session.shelf import Shelf
from intake.session.views import CaseRow
from intake.tui.app import IntakeApp
from intake.tui.desk_app import DeskApp
from intake.tui.shell import Shell

HOME = Path("/home/dana/.local/share/intake")
_AS_OF = dt.date(2026, 3, 1)

Opening = Callable[[], AbstractContextManager[Shell]]


class Kept:
    """Three cases, none of which can be opened."""

    def rows(self) -> Sequence[CaseRow]:
        return (
            CaseRow("k7f2qx", "Dana Whitfield", "2026-03-01 10:42", 37, closed=False),
            CaseRow("m2d9tt", "Keisha Brooks", "2026-02-11 16:05", 12, closed=False),
            CaseRow("z8c4bb", "Thomas Reed, spring", "2025-11-30 09:12", 412, closed=True),
        )

    def open(self, case: str | None) -> Face:
        raise NotImplementedError

    def begin(self) -> Face:
        raise NotImplementedError

    def go_on(self, case: str, purpose: Purpose) -> Face:
        raise NotImplementedError

    def open_bundle(self, path: Path, *, again: bool = False) -> str:
        raise NotImplementedError

    def rename(self, case: str, title: str) -> None:
        raise NotImplementedError

    def delete(self, case: str) -> None:
        raise NotImplementedError


@contextmanager
def _applying(*, judged: bool = True) -> Iterator[Shell]:
    cases: Cases = Kept()
    face = Memory(answers=dict(TOLD), saved_at="10:42:07", judged=judged)
    app = IntakeApp(lambda: face, cases=lambda: cases)
    app.home = HOME
    yield app


@contextmanager
def _calling() -> Iterator[Shell]:
    with TemporaryDirectory() as folder:
        yield IntakeApp(lambda: unopened(Path(folder)), calling=lambda _face: True)


@contextmanager
def _at_the_desk() -> Iterator[Shell]:
    with TemporaryDirectory() as folder, patch("intake.journal.store.unused_id", side_effect=["k7f2qx", "m2d9tt"]):
        for said in (["Dana Whitfield"], ["Keisha Brooks", "/ask Is telehealth counted?"]):
            session = Shelf(Path(folder), as_of=_AS_OF).begin()
            for words in said:
                session.say(words)
            session.close()
        with Desk(Path(folder), _AS_OF) as desk:
            yield DeskApp(desk, Wish())


OPENINGS: dict[Steps, Opening] = {
    the_call_sheet: _calling,
    the_close_of_a_call: _calling,
    the_desk: _at_the_desk,
    the_questions_of_the_desk: _at_the_desk,
    a_rating: lambda: _applying(judged=False),
}


def opening(steps: Steps) -> AbstractContextManager[Shell]:
    """The app that a scene is of."""
    return OPENINGS.get(steps, _applying)()
