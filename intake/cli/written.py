"""Where a command's document goes: to a file, or to the screen."""

import sys
from pathlib import Path

from intake.text import visible
from intake.words import _


def give(document: str, to: Path | None) -> None:
    """Write `document` to the file `to`, or print it. Raises OSError."""
    if to is None:
        sys.stdout.write(document)
        return
    to.write_text(document, encoding="utf-8", newline="\n")
    print(_("{path} is written.").format(path=visible(str(to), one_line=True)))
