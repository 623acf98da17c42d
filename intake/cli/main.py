"""From arguments to an exit code: which command runs, and what each kind of error means."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper

from intake.cli.parser import parser
from intake.text import visible

#: Exit codes, as `intake --help` lists them.
DONE, WANTING, USAGE, UNREADABLE = 0, 1, 2, 3
#: What a shell expects of a program that ctrl+c ended.
INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run one command line; the exit code."""
    _speak_utf8()
    options = parser().parse_args(arguments)
    if options.version:
        from importlib.metadata import version

        print(f"intake {version('intake')}")
        return DONE
    try:
        code = _command(options.command or "talk")(options)
        sys.stdout.flush()  # here and not at exit, where a full disk or a reader who left would be an error of Python's
        return code
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read us has left: point stdout at nothing, so that Python's own last flush does not complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if not _expected(error):
            raise
        print(f"intake: {visible(_said(error))}", file=sys.stderr)
        return UNREADABLE


def _speak_utf8() -> None:
    """Take and give UTF-8 whatever the locale is, and show a question mark for what cannot be shown."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8" if sys.stdin.isatty() else "utf-8-sig", errors="surrogateescape")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")


def _said(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror}."
    return str(error)


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
