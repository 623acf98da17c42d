"""A script played once by itself: how long each of its chapters takes, what comes back, which sentences are shown."""

from collections.abc import Iterator
from typing import NamedTuple

from intake.demo.pace import wait
from intake.demo.player import Player, Send, advance, toggle
from intake.demo.script import Script
from intake.demo.stage import Stage
from intake.rulebook.edition import Edition
from intake.words import _


class Played(NamedTuple):
    """A chapter: its seconds at a person's pace, what is said back to each line, and the rules that are quoted.

    The seconds are those of typing and of the room's reading, without what is said in the room. A rule is told by its
    requirement, its sentence and where that stands.
    """

    seconds: float
    answers: tuple[str, ...]
    rules: tuple[str, ...]


def rehearsed(script: Script) -> tuple[Played, ...]:
    """Every chapter of a script. Plays it once. Raises what `Stage` raises."""
    took = [0.0] * len(script.chapters)
    answers: list[list[str]] = [[] for _chapter in script.chapters]
    player = toggle(Player(script))
    with Stage(script) as stage:
        edition = stage.session.case.assessment.edition
        while player.running:
            player, act = advance(player)
            answer = stage.say(act.words) if isinstance(act, Send) else ""
            took[player.chapter] += wait(player, act, answer)
            if isinstance(act, Send):
                answers[player.chapter].append(answer)
    return tuple(
        Played(seconds, tuple(said), tuple(_quoted(edition, "\n".join(said))))
        for seconds, said in zip(took, answers, strict=True)
    )


def _quoted(edition: Edition, said: str) -> Iterator[str]:
    """The requirements whose sentence stands in what was said, each once with all levels that it is asked at."""
    numbers = {level.id: level.number for level in edition.levels}
    found: dict[tuple[str, str, str], list[str]] = {}
    for requirement in edition.requirements:
        cite = requirement.cite
        if f"“{cite.quote}”" in said and requirement.title in said:
            asked_at = found.setdefault((requirement.title, cite.quote, cite.section), [])
            asked_at += [numbers[requirement.level]] if requirement.level else []
    for (title, quote, section), levels in found.items():
        where = _(" (level {levels})").format(levels=", ".join(dict.fromkeys(levels))) if levels else ""
        yield f"{title}{where}: “{quote}” ({section})"
