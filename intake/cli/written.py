"""What a command writes: a document to a file or to the screen, and values as JSON."""

import json
import sys
from pathlib import Path
from typing import Any

from intake.text import visible
from intake.words import _


def give(document: str, to: Path | None) -> None:
    """Write `document` to the file `to`, or print it. Raises OSError."""
    if to is None:
        sys.stdout.write(document)
        return
    save(document.encode(), to)


def try_out(to: Path) -> None:
    """See whether the file `to` could be written, before work that takes long; nothing is changed. Raises OSError."""
    there = to.exists()
    to.open("ab").close()
    if not there:
        to.unlink()


def save(document: bytes, to: Path) -> None:
    """Write `document` to the file `to`, and say so. Raises OSError."""
    to.write_bytes(document)
    print(_("{path} is written.").format(path=visible(str(to), one_line=True)))


def print_json(value: Any) -> None:
    """Print a value for other programs."""
    print(as_json(value))


def as_json(value: Any) -> str:
    """A value for other programs, indented; what would steer a terminal is made visible."""
    return visible(json.dumps(value, indent=2, ensure_ascii=False))
