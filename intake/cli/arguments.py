"""What the commands' arguments are made of. Standard library alone, as --help must be quick."""

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path


def day(text: str) -> dt.date:
    """A day as it is written, of the years that can be recorded. Raises ArgumentTypeError."""
    from intake.portfolio.edtf import EARLIEST_YEAR, LATEST_YEAR

    try:
        found = dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write it as 2026-03-01") from None
    if not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
        raise argparse.ArgumentTypeError(f"{text!r} is too far off; give a day of {EARLIEST_YEAR} to {LATEST_YEAR}")
    return found


def folder(text: str) -> Path:
    """A folder by its path. Raises ArgumentTypeError for none, as of a variable that is not set."""
    if not text:
        raise argparse.ArgumentTypeError("no folder is named; leave it out for the usual one")
    return Path(text)


def number(least: int, most: int) -> Callable[[str], int]:
    """What reads a whole number between `least` and `most`."""

    def read(text: str) -> int:
        if not (text.isdecimal() and len(text) < 6 and least <= int(text) <= most):
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most}")
        return int(text)

    return read


#: Adds a command: its name, what it does, an example of it.
Add = Callable[[str, str, str], argparse.ArgumentParser]


def adder(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> Add:
    """What adds a command: its name, what it does, an example of it."""

    def add(name: str, help_text: str, example: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=help_text,
            description=f"{help_text[0].upper()}{help_text[1:]}.",
            epilog=f"example:\n  {example}",
            parents=[common],
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    return add


#: What else a command might be called, and how it is typed.
_MEANT = {
    "compare": "board CASE --compare EDITION",
    "verify": "check",
    "validate": "check",
    "list": "cases",
    "start": "new",
    "call": "prescreen",
    "play": "demo",
    "rules": "levels",
    "help": "--help",
}


class Parser(argparse.ArgumentParser):
    """Names what was probably meant, where there is no such command or choice."""

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is None or value in action.choices:
            return
        import difflib  # slow to import, and wanted by nobody who typed a command that is there

        near = difflib.get_close_matches(str(value), map(str, action.choices), n=1)
        is_command = isinstance(action, argparse._SubParsersAction)  # noqa: SLF001 - argparse has no other name for it
        meant = _MEANT.get(str(value), "") if is_command else ""
        meant = meant or (near[0] if near else "")
        hint = f"did you mean {meant!r}?" if meant else f"choose from {', '.join(map(str, action.choices))}"
        raise argparse.ArgumentError(action, f"there is no {str(value)!r}; {hint}")


def formatted(
    kind: type[argparse.ArgumentParser], prog: str, description: str, **more: object
) -> argparse.ArgumentParser:
    """A parser whose texts keep their lines."""
    return kind(prog=prog, description=description, formatter_class=argparse.RawDescriptionHelpFormatter, **more)  # type: ignore[arg-type]


def rulebook(sub: argparse.ArgumentParser, standing: str, default: str | None) -> None:
    """The edition that judges."""
    sub.add_argument("--rulebook", default=default, metavar="EDITION", help=f"judge by this edition ({standing})")


def compare(sub: "argparse._ActionsContainer") -> None:
    """The edition to compare with."""
    sub.add_argument("--compare", metavar="EDITION", help="and say what changes under this one, such as vaimh/later")


def json(sub: "argparse._ActionsContainer") -> None:
    """Output for machines."""
    sub.add_argument("--json", action="store_true", default=False, help="for machines")


def to(sub: argparse.ArgumentParser) -> None:
    """A file to write to."""
    sub.add_argument("--to", type=Path, metavar="FILE", help="write it to a file")


def pack(sub: argparse.ArgumentParser) -> None:
    """A flow of a pack."""
    sub.add_argument("pack", nargs="?", default="vaimh/application", metavar="PACK", help="a flow (vaimh/application)")
