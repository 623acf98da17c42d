"""How long each chapter of a script takes at a person's pace: its typing, and the room's reading of what comes back."""

from intake.demo.pace import wait
from intake.demo.player import Player, Send, advance, toggle
from intake.demo.script import Script
from intake.demo.stage import Stage


def seconds(script: Script) -> tuple[float, ...]:
    """The seconds of each chapter, without what is said in the room. Plays it once. Raises what `Stage` raises."""
    took = [0.0] * len(script.chapters)
    player = toggle(Player(script))
    with Stage(script) as stage:
        while player.running:
            player, act = advance(player)
            answer = stage.say(act.words) if isinstance(act, Send) else ""
            took[player.chapter] += wait(player, act, answer)
    return tuple(took)
