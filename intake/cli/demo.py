"""`intake demo`: an interview that types itself, in the app, as text, or as a recording."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from intake.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake.demo.script import Script

#: As many as a screen has room for.
_SIDE_BY_SIDE = 2
#: In how many parts a long recording is told where there is no terminal.
_QUARTERS = 4


def demo(options: argparse.Namespace) -> int:
    """Play what is asked for. Raises Refused where it cannot be shown so."""
    _refuse(options)
    scripts = _scripts(options)
    if options.list:
        return _list(scripts)
    if _aloud(options):
        return _play(scripts)
    if options.record is not None:
        return _record(scripts, options.size, options.record)
    from intake.tui.performing import run

    return run(scripts)


def _refuse(options: argparse.Namespace) -> None:
    """Raises Refused for what a demonstration cannot heed."""
    from intake.interview.commands import Refused

    if hasattr(options, "as_of"):
        raise Refused(_("A demonstration is of the day that its script names: it does not take --as-of."))
    if hasattr(options, "bundle"):
        raise Refused(_("A demonstration keeps nothing, so it writes no bundle: it does not take --bundle."))
    names = [name.lower() for name in options.personas]
    if len(set(names)) < len(names):
        raise Refused(_("The same demonstration is named twice. Name each once."))
    if len(names) > _SIDE_BY_SIDE and not (options.headless or options.list):
        raise Refused(_("Two can stand side by side. More are played one after the other with --headless."))


def _scripts(options: argparse.Namespace) -> "list[Script]":
    from intake.demo.script import TOUR, find, invented

    if options.personas:
        return [find(name) for name in options.personas]
    return [find(TOUR), *invented()] if options.list or options.headless else [find(TOUR)]


def _aloud(options: argparse.Namespace) -> bool:
    """Whether it is played as text: where that is asked for, or nobody sits before a terminal."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    plain = getattr(options, "plain", False) or not terminal
    return bool(options.headless or (plain and options.record is None))


def _list(scripts: "list[Script]") -> int:
    for script in scripts:
        print(f"{script.name}: {script.title}")
        for chapter in script.chapters:
            print(f"  {chapter.title}")
    return 0


def _play(scripts: "list[Script]") -> int:
    from intake.plain.script import play

    for script in scripts:
        play(script, sys.stdout)
        print(_("The end of {name}.").format(name=script.name) + "\n")
    return 0


def _line_by_line(total: int) -> "Callable[[int], None]":
    """Says how far a recording is where no line can be drawn over: a line at the beginning and at each quarter."""
    told = -1

    def tell(done: int) -> None:
        nonlocal told
        quarter = done * _QUARTERS // total
        if quarter > told:
            told = quarter
            print(
                _("Recording: {done:,} of {total:,} lines").format(done=done, total=total), file=sys.stderr, flush=True
            )

    tell(0)
    return tell


def _record(scripts: "list[Script]", size: tuple[int, int], to: Path) -> int:
    from intake.checking.progress import Progress
    from intake.cli.written import save, try_out
    from intake.demo.film import CAST, PICTURE, cast, picture
    from intake.interview.commands import Refused
    from intake.tui.recording import record

    drawn = {CAST: cast, PICTURE: picture}.get(to.suffix)
    if drawn is None:
        raise Refused(_("A recording is a cast or a picture: let the name of the file end in .cast or .svg."))
    try_out(to)
    total = sum(len(script.lines) for script in scripts)
    progress = Progress(sys.stderr, total, counting=_("Recording: {done:,} of {total:,} lines"))
    progress.tell(0)
    tell = progress.tell if sys.stderr.isatty() else _line_by_line(total)
    try:
        film = record(scripts, size, tell=tell)
    finally:
        progress.clear()
    save(drawn(film).encode(), to)
    if to.suffix == PICTURE:
        print(_("It opens in a browser, and moves by itself."))
    return 0
