"""From arguments to an exit code: which command runs, and what each kind of error means."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from intake.cli.parser import parser

#: Exit codes, as `intake --help` lists them.
DONE, WANTING, USAGE, UNREADABLE = 0, 1, 2, 3


def run(arguments: Sequence[str]) -> int:
    """Run one command line; the exit code."""
    options = parser().parse_args(arguments)
    if options.version:
        from importlib.metadata import version

        print(f"intake {version('intake')}")
        return DONE
    try:
        return _command(options.command or "talk")(options)
    except BrokenPipeError:
        # whoever read us has left: point stdout at nothing, so that Python's own last flush does not complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if not _expected(error):
            raise
        print(f"intake: {error}", file=sys.stderr)
        return UNREADABLE


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    if name in {"talk", "new", "resume"}:
        from intake.cli.talk import talk

        return talk
    if name in {"cases", "rename", "delete", "board", "export"}:
        from intake.cli import cases

        return {
            "cases": cases.show,
            "rename": cases.rename,
            "delete": cases.delete,
            "board": cases.board,
            "export": cases.export,
        }[name]
    from intake.cli import documents

    return {"assess": documents.assess, "check": documents.check, "schema": documents.schema, "flow": documents.flow}[
        name
    ]


def _expected(error: Exception) -> bool:
    """Whether an error is one that a person can do something about; its message then says what."""
    from intake.bundle.errors import BundleError
    from intake.interview.commands import Refused
    from intake.journal.errors import JournalError
    from intake.packs.yaml import PackError
    from intake.text import UnusableText

    return isinstance(error, BundleError | JournalError | PackError | Refused | UnusableText | OSError)
