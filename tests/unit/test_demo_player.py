"""What is being shown: the chapter stands as long as its last line does, and is the one that was jumped to."""

from dataclasses import replace

from intake.demo.player import Mode, Player, advance, jump
from intake.demo.script import parse

SCRIPT = parse("ann", "# Ann. As of 2026-03-01.\n# one\na\n# two\nb\n")


def test_a_chapter_is_the_one_that_is_shown_until_the_next_one_is_typed() -> None:
    player = replace(Player(SCRIPT), mode=Mode.PLAYING)
    shown = []
    while player.running:
        player, _act = advance(player)
        shown.append(SCRIPT.chapters[player.chapter].title)
    assert shown == ["one", "one", "two", "two"]


def test_a_chapter_that_was_jumped_to_is_shown() -> None:
    assert jump(Player(SCRIPT), 1).chapter == 1
