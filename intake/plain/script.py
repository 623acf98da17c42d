"""A script played in line mode at full speed: all that is said, as in any other conversation."""

from collections.abc import Iterator
from typing import TextIO

from intake.demo.script import Script
from intake.demo.stage import Stage
from intake.plain.lines import converse


def play(script: Script, out: TextIO) -> list[bytes]:
    """Say every line of `script`; the log of its case. After a pause the case is opened again and goes on."""
    with Stage(script) as stage:
        words = [*script.words]
        out.write(f"{script.title}\n\n")
        while words:
            converse(stage.session, _taken(words), out, echo=True)
            if words:
                out.write("\n")
                stage.reopen()
        return stage.events


def _taken(words: list[str]) -> Iterator[str]:
    """The words one by one, each taken off as it is said."""
    while words:
        yield words.pop(0)
