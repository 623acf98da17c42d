"""What runs in a visitor's process: the app over the visitor's one case, as a guest of this computer.

It is started by `intake serve` and by nobody else. It says nothing of what was answered, whatever happens.
"""

import argparse
import datetime as dt
import sys
import traceback
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

#: Exit code where the case is open in another window of intake.
BUSY = 4
_FAILED = 1


def main(arguments: Sequence[str]) -> int:
    """Hold the conversation until the visitor leaves or the page is closed; the exit code."""
    from intake.journal.errors import Busy

    try:
        return _talk(_parser().parse_args(arguments))
    except Busy:
        return BUSY
    except Exception as error:  # noqa: BLE001 - told without its message, which may hold what somebody said
        print("".join(traceback.format_tb(error.__traceback__)), type(error).__name__, file=sys.stderr)
        return _FAILED


def _talk(options: argparse.Namespace) -> int:
    from intake.session.exchange import Browser
    from intake.session.start import open_for_guest
    from intake.tui.app import IntakeApp

    def deliver(name: str, content: bytes) -> None:
        app.deliver_binary(BytesIO(content), save_filename=name, mime_type="application/zip")

    app = IntakeApp(lambda: open_for_guest(options.home, options.case, options.as_of, Browser(deliver)))
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("intake.web.child", description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--as-of", type=dt.date.fromisoformat)
    parser.add_argument("case")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
