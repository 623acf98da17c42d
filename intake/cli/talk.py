"""`intake`, `intake new`, `intake resume`: the conversation, in the app or line by line."""

import argparse
import sys


def talk(options: argparse.Namespace) -> int:
    """Open the case that is asked for and talk about it."""
    from intake.session.session import Session
    from intake.session.start import open_session

    bundle = getattr(options, "bundle", None)

    def opened() -> Session:
        return open_session(
            getattr(options, "home", None),
            case=getattr(options, "case", None),
            new=options.command == "new",
            as_of=getattr(options, "as_of", None),
            bundle=bundle,
        )

    if getattr(options, "plain", False) or not (sys.stdin.isatty() and sys.stdout.isatty()):
        from intake.plain.run import run

        session = opened()
        try:
            run(session, bundle)
        finally:
            session.close()
        return 0
    from intake.tui import run as run_app

    return run_app(opened())
