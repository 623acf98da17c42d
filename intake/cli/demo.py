"""`intake demo`: an interview that types itself, in the app, as text, or as a recording."""

import argparse
import sys
from typing import TYPE_CHECKING

from intake.words import _

if TYPE_CHECKING:
    from intake.demo.script import Script


def demo(options: argparse.Namespace) -> int:
    """Play what is asked for."""
    from intake.demo.script import TOUR, find, personas

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
    from intake.tui.demo import run

    return run(scripts)


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
