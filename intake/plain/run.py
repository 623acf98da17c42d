"""The line mode on the process's own streams."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from intake.plain.lines import converse
from intake.session.session import Session


def run(session: Session, bundle: Path | None, another: Callable[[str], Session] | None = None) -> None:
    """Talk on stdin and stdout until the person leaves or the input ends; `another` as in `converse`."""
    typed = sys.stdin.isatty()
    try:
        converse(session, spoken(), sys.stdout, echo=not typed, bundle=bundle, another=another)
    except KeyboardInterrupt:
        sys.stdout.write(f"\n{session.farewell}\n")


def spoken() -> Iterator[str]:
    """The lines that come in: typed at a terminal, or piped."""
    return _typed() if sys.stdin.isatty() else _piped()


def _typed() -> Iterator[str]:
    """Lines typed at a terminal, with the line editing that it offers."""
    import readline  # noqa: F401 - importing it gives input() line editing

    while True:
        try:
            yield input("> ")
        except EOFError:
            return


def _piped() -> Iterator[str]:
    return (line.rstrip("\r\n") for line in sys.stdin)
