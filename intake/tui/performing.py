"""A demonstration in the terminal, from the first frame to what is said in the shell."""

from collections.abc import Sequence

from intake.demo.player import Mode, Player
from intake.demo.script import Script
from intake.tui.demo import DemoApp
from intake.words import _


def run(scripts: Sequence[Script]) -> int:
    """Play scripts in the terminal until the presenter leaves; the exit status."""
    app = DemoApp(scripts)
    try:
        app.run()
    finally:
        app.close()
    if app.failure is not None:
        raise app.failure
    print(_ended(app.player))
    return app.return_code or 0


def _ended(player: Player) -> str:
    """What is said in the shell: what became of it, and how to get to where it was left."""
    kept = _("The demonstration has ended, and nothing of it is kept.")
    chapters = player.script.chapters
    if player.mode is Mode.OVER or not chapters:
        return kept
    there = _("It was at “{title}”: in the next one, c lists the chapters and goes there.")
    return kept + "\n" + there.format(title=chapters[player.chapter].title)
