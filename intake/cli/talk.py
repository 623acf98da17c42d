"""`intake`, `intake new`, `intake resume`: the conversation, in the app or line by line."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from intake.collecting import uncollected

if TYPE_CHECKING:
    from intake.session.session import Session
    from intake.session.shelf import Shelf


def talk(options: argparse.Namespace) -> int:
    """Open the case that is asked for and talk about it."""
    bundle: Path | None = getattr(options, "bundle", None)
    if getattr(options, "plain", False) or not (sys.stdin.isatty() and sys.stdout.isatty()):
        from intake.plain.run import run

        shelf = _shelf(options, getattr(options, "home", None), bundle)
        try:
            run(_opened(options, shelf), bundle, shelf.open)
        finally:
            for session in _open([shelf]):
                session.close()
        return 0
    return _in_the_app(options, bundle)


def _in_the_app(options: argparse.Namespace, bundle: Path | None) -> int:
    """The app paints its first frame before the case is opened, and with it everything heavy imported."""
    from intake.journal.home import home_folder
    from intake.tui import run

    home = home_folder(getattr(options, "home", None))
    shelf: list[Shelf] = []

    def cases() -> "Shelf":
        if not shelf:
            shelf.append(_shelf(options, home, bundle))
        return shelf[0]

    def opening() -> "Session":
        with uncollected():
            return _opened(options, cases())

    try:
        typed, called = getattr(options, "typed", ()), lambda _face: not _named(options) and shelf[0].on_the_line
        code = run(opening, cases, home, calling=called, typed=typed)
        for session in _open(shelf):
            print(session.farewell)
            if bundle is not None and not session.exported:
                print("\n".join(message.text for message in session.export(bundle)))
        return code
    finally:
        for session in _open(shelf):
            session.close()


def _named(options: argparse.Namespace) -> bool:
    return options.command == "new" or getattr(options, "case", None) is not None


def _open(shelf: "list[Shelf]") -> "list[Session]":
    """The session that is open, if it came so far."""
    return [each.opened for each in shelf if each.opened is not None]


def _shelf(options: argparse.Namespace, home: Path | None, bundle: Path | None) -> "Shelf":
    from intake.packs.load import DEFAULT_FLOW
    from intake.session.shelf import Shelf

    flow = getattr(options, "pack", DEFAULT_FLOW)
    return Shelf(home, flow=flow, as_of=getattr(options, "as_of", None), bundle=bundle)


def _opened(options: argparse.Namespace, shelf: "Shelf") -> "Session":
    """The case that the command line asks for."""
    if options.command == "new":
        return shelf.begin()
    return shelf.open(getattr(options, "case", None), newest=options.command == "resume")
