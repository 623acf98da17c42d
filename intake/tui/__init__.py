"""The app: a full-screen face over a session. Importing this costs nothing; Textual comes in with `run`."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from intake.session.face import Cases, Face

if TYPE_CHECKING:
    from intake.tui.ahead import Typed


def run(
    opening: Callable[[], Face],
    cases: Callable[[], Cases] | None = None,
    home: Path | None = None,
    *,
    calling: Callable[[Face], bool] = lambda _face: False,
    typed: "Iterable[Typed]" = (),
) -> int:
    """Hold the conversation in the terminal until the person leaves; returns the exit status.

    `opening` opens the case, after the first paint; what it raises is raised here, with the terminal restored. `cases`
    gives those that one can go to from there, and `home` is the folder that keeps them and a person's wishes; where the
    case that was opened is `calling`, it begins with the call sheet. What was `typed` before is obeyed first.
    """
    from intake.tui.app import IntakeApp

    app = IntakeApp(opening, cases=cases, home=home, calling=calling)
    app.ahead.extend(typed)
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
