"""`intake prescreen`: a call, in the app or line by line; and the record of one that was made."""

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.session.session import Session
    from intake.session.shelf import Shelf


def prescreen(options: argparse.Namespace) -> int:
    """Take a call, or go on with one; with `--to` only write its record."""
    if options.to is not None:
        return _write(options, options.to)
    if getattr(options, "plain", False) or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _line_by_line(options)
    return _in_the_app(options)


def _opened(options: argparse.Namespace, shelf: "Shelf") -> "Session":
    """The case of the call that is named, else of the one that was cut off just now, else a new one."""
    if options.case:
        return shelf.open(options.case)
    return _cut_off(shelf) or shelf.begin()


def _cut_off(shelf: "Shelf") -> "Session | None":
    """The call in the midst of which the app or the computer died, where that was not long ago."""
    from intake.session.calling import Call

    case = shelf.cut_off()
    session = shelf.open(case) if case else None
    if session is None or Call(session).lately:
        return session
    session.close()
    return None


def _shelf(options: argparse.Namespace) -> "Shelf":
    from intake.session.shelf import Shelf

    return Shelf(getattr(options, "home", None), as_of=getattr(options, "as_of", None))


def _line_by_line(options: argparse.Namespace) -> int:
    from intake.plain.call import run
    from intake.session.calling import Call

    session = _opened(options, _shelf(options))
    try:
        call = Call(session)
        run(call, call.take_up())
    finally:
        session.close()
    return 0


def _in_the_app(options: argparse.Namespace) -> int:
    from intake.session.leaving import farewell
    from intake.tui import run

    shelf = _shelf(options)
    try:
        typed, opening = getattr(options, "typed", ()), partial(_opened, options, shelf)
        code = run(opening, lambda: shelf, shelf.home, calling=lambda _face: True, typed=typed)
        if shelf.opened is not None:
            print(farewell(shelf.opened))
        return code
    finally:
        if shelf.opened is not None:
            shelf.opened.close()


def _write(options: argparse.Namespace, path: Path) -> int:
    """Write the record of a call that was made. Raises Refused for a case without one."""
    from intake.interview.commands import Refused
    from intake.session.call_record import write
    from intake.session.calling import Call
    from intake.session.start import open_to_read
    from intake.text import visible
    from intake.words import _

    if not options.case:
        raise Refused(_("Say whose call: intake prescreen dana --to dana.eml"))
    session = open_to_read(getattr(options, "home", None), options.case, getattr(options, "as_of", None))
    try:
        if session.case.state.called is None:
            raise Refused(_("No call was made about this case."))
        write(Call(session), path)
        print(_("{path} is written.").format(path=visible(str(path), one_line=True)))
    finally:
        session.close()
    return 0
