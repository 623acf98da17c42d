"""Who plays a script: a state and what changes it. No clock and no screen: those who have them ask what comes next.

    paused ── toggle ──▶ playing ── the last line ──▶ over
      ▲  │                 │  ▲
      │  └─ step ─▶ stepping  │         taken ◀── take over ── any
      └── the line is sent ───┘         taken ── hand back ──▶ paused

`at` counts the lines of the script that were said; `typed` the characters of the next one that stand in the box.
"""

from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from intake.demo.script import Script

#: How much faster than a person the script is typed; the first is slower.
SPEEDS = (0.5, 0.75, 1.0, 1.5, 2.0, 4.0, 8.0)


class Mode(Enum):
    """What the player is doing."""

    #: nothing until it is told to go on
    PAUSED = "paused"
    #: line after line
    PLAYING = "playing"
    #: to the end of one line
    STEPPING = "stepping"
    #: the presenter types
    TAKEN = "taken"
    #: every line was said
    OVER = "over"


class Type(NamedTuple):
    """Let the box hold these words."""

    words: str


class Send(NamedTuple):
    """Send these words."""

    words: str


class Rest(NamedTuple):
    """Nothing is to be done."""


Act = Type | Send | Rest
REST = Rest()


@dataclass(frozen=True)
class Player:
    """A script being played."""

    script: Script
    at: int = 0
    typed: int = 0
    mode: Mode = Mode.PAUSED
    pace: int = SPEEDS.index(1.0)
    #: the index of the chapter that is being shown, also while its last line stands there
    chapter: int = 0

    @property
    def speed(self) -> float:
        """How much faster than a person."""
        return SPEEDS[self.pace]

    @property
    def running(self) -> bool:
        """Whether it goes on by itself."""
        return self.mode in {Mode.PLAYING, Mode.STEPPING}

    @property
    def note(self) -> str:
        """What the presenter should know at the line that is next."""
        return self.script.lines[self.at].note if self.at < len(self.script.lines) else ""


def advance(player: Player) -> tuple[Player, Act]:
    """One character more, or the line sent once it stands there whole."""
    if not player.running or player.at >= len(player.script.lines):
        return player, REST
    line = player.script.lines[player.at]
    words, player = line.words, replace(player, chapter=line.chapter)
    if player.typed < len(words):
        player = replace(player, typed=player.typed + 1)
        return player, Type(words[: player.typed])
    return replace(player, at=player.at + 1, typed=0, mode=_after(player)), Send(words)


def _after(player: Player) -> Mode:
    """The mode once the line is sent."""
    if player.at + 1 >= len(player.script.lines):
        return Mode.OVER
    return Mode.PAUSED if player.mode is Mode.STEPPING else player.mode


def toggle(player: Player) -> Player:
    """Pause, or go on. What the presenter holds stays theirs."""
    if player.mode in {Mode.TAKEN, Mode.OVER}:
        return player
    return replace(player, mode=Mode.PAUSED if player.mode is Mode.PLAYING else Mode.PLAYING)


def step(player: Player) -> Player:
    """Type and send one line, then pause."""
    return player if player.mode in {Mode.TAKEN, Mode.OVER} else replace(player, mode=Mode.STEPPING)


def change_pace(player: Player, by: int) -> Player:
    """Faster by so many steps of `SPEEDS`, or slower."""
    return replace(player, pace=min(max(player.pace + by, 0), len(SPEEDS) - 1))


def take_over(player: Player) -> Player:
    """Let the presenter type; what the script has typed of its line is put aside."""
    return replace(player, typed=0, mode=Mode.TAKEN)


def hand_back(player: Player) -> Player:
    """Go on with the script, at the beginning of the line that was next. Nothing moves before the presenter says so."""
    if player.mode is not Mode.TAKEN:
        return player
    return replace(player, typed=0, mode=Mode.OVER if player.at >= len(player.script.lines) else Mode.PAUSED)


def jump(player: Player, chapter: int) -> Player:
    """Stand at the beginning of a chapter, with all lines before it said. It goes on only if it was playing."""
    start = player.script.chapters[chapter].start
    mode = player.mode if player.mode is Mode.PLAYING else Mode.PAUSED
    return replace(
        player, at=start, typed=0, chapter=chapter, mode=Mode.OVER if start >= len(player.script.lines) else mode
    )
