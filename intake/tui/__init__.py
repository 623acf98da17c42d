"""The app: a full-screen face over a session. Importing this costs nothing; Textual comes in with `run`."""

from intake.session.face import Face


def run(face: Face) -> int:
    """Hold the conversation in the terminal until the person leaves; closes `face`. Returns the exit status."""
    from intake.tui.app import IntakeApp

    app = IntakeApp(face)
    try:
        app.run()
    finally:
        face.close()
    return app.return_code or 0
