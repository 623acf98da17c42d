"""`intake demo`: an interview that types itself, in the app, as text, or as a recording."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from intake.words import _

if TYPE_CHECKING:
    from intake.demo.script import Script

#: As many as a screen has room for.
_SIDE_BY_SIDE = 2


def demo(options: argparse.Namespace) -> int:
    """Play what is asked for."""
    from intake.demo.script import TOUR, find, personas
    from intake.interview.commands import Refused

    everybody = [TOUR, *personas()]
    if options.list:
        _list([find(name) for name in everybody])
        return 0
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    aloud = options.headless or (options.record is None and (getattr(options, "plain", False) or not terminal))
    names = options.personas or (everybody if options.headless else [TOUR])
    scripts = [find(name) for name in names]
    if aloud:
        _aloud(scripts)
        return 0
    if len(scripts) > _SIDE_BY_SIDE:
        raise Refused(_("Two can stand side by side. More are played one after the other with --headless."))
    if options.record is not None:
        return _record(scripts, options.size, options.record)
    from intake.tui.demo import run

    return run(scripts)


def _record(scripts: "list[Script]", size: tuple[int, int], to: Path) -> int:
    from intake.cli.written import save
    from intake.demo.film import CAST, PICTURE, cast, picture
    from intake.interview.commands import Refused
    from intake.tui.recording import record

    drawn = {CAST: cast, PICTURE: picture}.get(to.suffix)
    if drawn is None:
        raise Refused(_("A recording is a cast or a picture: let the name of the file end in .cast or .svg."))
    save(drawn(record(scripts, size)).encode(), to)
    return 0


def _list(scripts: "list[Script]") -> None:
    for script in scripts:
        print(f"{script.name}: {script.title}")
        for chapter in script.chapters:
            print(f"  {chapter.title}")


def _aloud(scripts: "list[Script]") -> None:
    from intake.plain.script import play

    for script in scripts:
        play(script, sys.stdout)
        print(_("The end of {name}.").format(name=script.name) + "\n")
