"""The commands of a trainer before a room."""

import argparse
from pathlib import Path

from intake.cli.arguments import Add

_SIZE = "120x40"


def for_workshops(add: Add, bare: Add) -> None:
    """`demo` and `handouts`; `bare` adds a command that is offered neither a day nor a bundle."""
    what = "an interview that types itself, for a room; real cases are never touched"
    demo = bare("demo", what, "intake demo dana thomas")
    for refused in ("--as-of", "--bundle"):  # taken all the same, so that it can be said why not
        demo.add_argument(refused, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    whom = "tour (twelve things in twenty minutes), or an invented applicant; two stand side by side"
    demo.add_argument("personas", nargs="*", metavar="PERSONA", help=whom)
    demo.add_argument("--list", action="store_true", help="what can be played, with the chapters of each")
    how = demo.add_mutually_exclusive_group()
    how.add_argument("--headless", action="store_true", help="all of it at once, as text; without PERSONA everybody")
    how.add_argument("--record", type=Path, metavar="FILE", help="an asciinema cast, or a picture that moves (.svg)")
    demo.add_argument("--size", type=_size, default=_size(_SIZE), metavar="WxH", help=f"of what is recorded ({_SIZE})")
    what = "what a workshop needs on paper: rules, exercises, solutions, the interview as a picture, notes"
    handouts = add("handouts", what, "intake handouts --to workshop")
    handouts.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder for the pages")
    handouts.add_argument(
        "--rulebook", default="vaimh/seed", metavar="EDITION", help="the rules that are printed (vaimh/seed)"
    )


def _size(text: str) -> tuple[int, int]:
    """Columns and lines. Raises ArgumentTypeError."""
    columns, _x, lines = text.partition("x")
    if not (columns.isdecimal() and lines.isdecimal() and 40 <= int(columns) <= 300 and 15 <= int(lines) <= 100):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size from 40x15 to 300x100, such as {_SIZE}")
    return int(columns), int(lines)
