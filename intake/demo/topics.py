"""What the chapters of a script are about: the sections of the interview in which they begin."""

from collections.abc import Iterator
from itertools import pairwise

from intake.demo.script import Script
from intake.demo.stage import Stage


def topics(script: Script) -> tuple[str, ...]:
    """For each chapter the section that is asked about at its first line. Raises what `Stage` raises."""
    with Stage(script) as stage:
        return tuple(_met(stage))


def _met(stage: Stage) -> Iterator[str]:
    script = stage.script
    for start, end in pairwise([*(chapter.start for chapter in script.chapters), len(script.lines)]):
        yield stage.session.case.standing.section
        for words in script.words[start:end]:
            stage.say(words)
