"""The player at random moments: whatever the presenter presses, the room hears the script and nothing else of it."""

from collections.abc import Callable
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from intake.demo.pace import wait
from intake.demo.player import (
    REST,
    SPEEDS,
    Mode,
    Player,
    Send,
    Type,
    advance,
    change_pace,
    hand_back,
    jump,
    step,
    take_over,
    toggle,
)
from intake.demo.script import Script, parse

SCRIPT = parse("ann", "# Ann\nyes\n# work\nhome visitor, 2020\n\n# more\nno\nAnn Dole\n")
KEYS: dict[str, Callable[[Player], Player]] = {
    "toggle": toggle,
    "step": step,
    "faster": lambda player: change_pace(player, 1),
    "slower": lambda player: change_pace(player, -1),
    "take over": take_over,
    "hand back": hand_back,
} | {f"chapter {n}": lambda player, n=n: jump(player, n) for n in range(len(SCRIPT.chapters))}  # type: ignore[misc]
MOMENTS = st.lists(st.sampled_from([*KEYS, *["tick"] * 12]), max_size=200)
TYPED = st.text("ab, .?é", min_size=1)


class Room(NamedTuple):
    """The player, and all that the case has heard since it was begun."""

    player: Player
    heard: tuple[str, ...] = ()
    box: str = ""


def pressed(room: Room, key: str) -> Room:
    """The room after a key, or after a tick of the clock."""
    if key == "tick":
        player, act = advance(room.player)
        match act:
            case Type(words):
                return Room(player, room.heard, words)
            case Send(words):
                return Room(player, (*room.heard, words))
        return room._replace(player=player)
    player = KEYS[key](room.player)
    jumped = key.startswith("chapter")
    return Room(player, SCRIPT.words[: player.at] if jumped else room.heard, room.box if player.typed else "")


@given(MOMENTS)
def test_at_every_moment_what_was_said_is_the_script_so_far(keys: list[str]) -> None:
    room = Room(Player(SCRIPT))
    for key in keys:
        room = pressed(room, key)
        assert room.heard == SCRIPT.words[: room.player.at]
        rest = SCRIPT.words[room.player.at :]
        assert room.box == (rest[0][: room.player.typed] if rest else "")
        assert (room.player.mode is Mode.OVER) <= (not rest)


@given(MOMENTS)
def test_nothing_moves_while_it_is_paused_taken_over_or_at_its_end(keys: list[str]) -> None:
    room = Room(Player(SCRIPT))
    for key in keys:
        room = pressed(room, key)
        if room.player.mode in {Mode.PAUSED, Mode.TAKEN, Mode.OVER}:
            assert advance(room.player) == (room.player, REST)
        if room.player.mode is Mode.TAKEN:
            assert pressed(pressed(room, "toggle"), "step") == room, "the presenter keeps the box until handing back"


@given(MOMENTS)
def test_from_every_moment_it_can_be_played_to_the_end(keys: list[str]) -> None:
    room = Room(Player(SCRIPT))
    for key in keys:
        room = pressed(room, key)
    room = pressed(room, "hand back")
    if room.player.mode in {Mode.PAUSED, Mode.STEPPING}:
        room = pressed(room, "toggle")
    for _ in range(len("".join(SCRIPT.words)) + len(SCRIPT.words)):
        room = pressed(room, "tick")
    assert (room.player.mode, room.heard) == (Mode.OVER, SCRIPT.words)


@given(MOMENTS)
def test_a_step_says_one_line_and_pauses(keys: list[str]) -> None:
    room = Room(Player(SCRIPT))
    for key in keys:
        room = pressed(room, key)
    room = pressed(room, "hand back")
    at = room.player.at
    if room.player.mode is not Mode.OVER:
        room = pressed(room, "step")
        while room.player.running:
            room = pressed(room, "tick")
        assert room.player.at == at + 1


@given(st.text(), st.integers(0, len(SPEEDS) - 1), TYPED)
def test_a_faster_pace_never_waits_longer(answer: str, pace: int, words: str) -> None:
    script: Script = parse("ann", f"yes\n{words}\n")
    slow, fast = (Player(script, at=1, pace=each, mode=Mode.PLAYING) for each in (pace, len(SPEEDS) - 1))
    for act in (Send("yes"), Type(words[:1]), Type(words)):
        assert 0 < wait(fast, act, answer) <= wait(slow, act, answer) <= 12.0 / SPEEDS[0]


@given(MOMENTS)
def test_handed_back_the_line_that_was_next_is_typed_from_its_beginning(keys: list[str]) -> None:
    room = Room(Player(SCRIPT))
    for key in keys:
        room = pressed(room, key)
    at = room.player.at
    room = pressed(pressed(room, "take over"), "hand back")
    assert (room.player.at, room.player.typed, room.player.running) == (at, 0, False)
