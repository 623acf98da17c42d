"""`intake`, `intake new`, `intake resume`: the conversation, in the app or line by line."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from intake.collecting import uncollected
from intake.words import _

if TYPE_CHECKING:
    from intake.session.face import Face
    from intake.session.session import Session


def talk(options: argparse.Namespace) -> int:
    """Open the case that is asked for and talk about it."""
    bundle: Path | None = getattr(options, "bundle", None)
    if getattr(options, "plain", False) or not (sys.stdin.isatty() and sys.stdout.isatty()):
        from intake.plain.run import run

        session = _opened(options, bundle)
        try:
            run(session, bundle)
        finally:
            session.close()
        return 0
    return _in_the_app(options, bundle)


def _in_the_app(options: argparse.Namespace, bundle: Path | None) -> int:
    """The app paints its first frame before the case is opened, and with it everything heavy imported."""
    from intake.tui import run

    sessions: list[Session] = []

    def opening() -> "Face":
        sessions.append(_opened(options, bundle))
        return sessions[0]

    try:
        code = run(opening)
        print(_("Everything is saved. Start intake again to go on at this question."))
        for session in sessions:
            if bundle is not None and not session.exported:
                print("\n".join(message.text for message in session.export(bundle)))
        return code
    finally:
        for session in sessions:
            session.close()


def _opened(options: argparse.Namespace, bundle: Path | None) -> "Session":
    with uncollected():
        from intake.packs.load import DEFAULT_FLOW
        from intake.session.start import open_session

        return open_session(
            getattr(options, "home", None),
            case=getattr(options, "case", None),
            new=options.command == "new",
            flow=getattr(options, "pack", DEFAULT_FLOW),
            newest=options.command == "resume",
            as_of=getattr(options, "as_of", None),
            bundle=bundle,
        )
