"""From arguments to an exit code: which command runs, and what each kind of error means."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from io import StringIO, TextIOWrapper
from pathlib import Path

from intake.cli.parser import parser
from intake.text import visible
from intake.words import _

#: Exit codes, as `intake --help` lists them.
DONE, WANTING, USAGE, UNREADABLE = 0, 1, 2, 3
#: Where each command is: module of this folder, function.
_COMMANDS = {
    "talk": "talk:talk",
    "new": "talk:talk",
    "resume": "talk:talk",
    "renew": "continuing:renew",
    "move": "continuing:move",
    "log": "continuing:log",
    "cases": "cases:show",
    "rename": "cases:rename",
    "delete": "cases:delete",
    "export": "cases:export",
    "open": "cases:open_bundle",
    "files": "files:files",
    "board": "board:board",
    "plan": "plan:plan",
    "timeline": "timeline:timeline",
    "handover": "handover:handover",
    "summary": "summary:summary",
    "levels": "levels:levels",
    "assess": "documents:assess",
    "check": "check:check",
    "schema": "documents:schema",
    "flow": "packs:flow",
    "serve": "serve:serve",
    "demo": "demo:demo",
    "handouts": "handouts:handouts",
    "prescreen": "prescreen:prescreen",
    "references": "references:references",
    "rate": "references:rate",
    "keys": "references:keys",
    "desk": "desk:desk",
    "give": "desk:give",
}
#: What a shell expects of a program that ctrl+c ended.
INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run one command line; the exit code."""
    _prepare_streams()
    try:
        return _obey(arguments)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # whoever read us has left
        return DONE
    except Exception as error:
        if not _expected(error):
            raise
        print(f"intake: {visible(_said(error))}", file=sys.stderr)
        return UNREADABLE


def _obey(arguments: Sequence[str]) -> int:
    try:
        options = parser().parse_args(arguments)
        if options.version:
            from importlib.metadata import version

            print(f"intake {version('intake')}")
            return DONE
        with _packs(getattr(options, "packs", None) or os.environ.get("INTAKE_PACKS")):
            return _command(options.command or "talk")(options)
    finally:
        _flush()


def _packs(folder: Path | str | None) -> AbstractContextManager[None]:
    """Within it, packs are those in `folder` too. Raises PackError."""
    if not folder:
        return nullcontext()
    from intake.packs.load import packs_in

    return packs_in(Path(folder))


def _flush() -> None:
    """Write out what is printed while an error can still be told, and not at Python's exit."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python tries again as it leaves
        raise


def _prepare_streams() -> None:
    """Take and give UTF-8 whatever the locale is, with a question mark for what cannot be shown.

    A stream that is closed is empty, or takes everything.
    """
    sys.stdin, sys.stdout = sys.stdin or StringIO(), sys.stdout or StringIO()
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8" if sys.stdin.isatty() else "utf-8-sig", errors="surrogateescape")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")


def _said(error: Exception) -> str:
    if isinstance(error, FileNotFoundError) and error.filename:
        folder = Path(os.fsdecode(error.filename)).parent
        if not folder.exists():
            return _("There is no folder {folder}. Please make it first, or check the name.").format(folder=folder)
        return _("There is no file at {path}. Please check the name and the folder.").format(path=error.filename)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror}."
    return str(error)


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """The function of a command; only its own room is imported."""
    room, _colon, function = _COMMANDS[name].partition(":")
    command: Callable[[argparse.Namespace], int] = getattr(import_module(f"intake.cli.{room}"), function)
    return command


def _expected(error: Exception) -> bool:
    """Whether an error is one that a person can do something about; its message then says what."""
    from intake.bundle.errors import BundleError
    from intake.interview.commands import Refused
    from intake.journal.errors import JournalError
    from intake.packs.yaml import PackError
    from intake.text import UnusableText

    return isinstance(error, BundleError | JournalError | PackError | Refused | UnusableText | OSError)
