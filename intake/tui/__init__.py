"""The app: a full-screen face over a session. Importing this costs nothing; Textual comes in with `run`."""

from collections.abc import Callable

from intake.session.face import Face


def run(opening: Callable[[], Face]) -> int:
    """Hold the conversation in the terminal until the person leaves; returns the exit status.

    `opening` opens the case, after the first paint; what it raises is raised here, with the terminal restored.
    """
    from intake.tui.app import IntakeApp

    app = IntakeApp(opening)
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
