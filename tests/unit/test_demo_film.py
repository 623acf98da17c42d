"""A recording: played by a terminal it shows every frame, and as a picture it moves without a script."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pyte
import pytest

from intake.cli import run
from intake.demo.film import Film, Frame, Run, cast, picture


def line(words: str, colour: str = "#ffffff") -> tuple[Run, ...]:
    return (Run(words, colour, "#000000", False, len(words)),)


FILM = Film(
    "Ann <invented>",
    (10, 2),
    (
        Frame((line("one       "), line("          ")), 1.5),
        Frame((line("one       "), line("t         ")), 0.1),
        Frame((line("one       "), line("two       ", "#ff0000")), 2.0),
    ),
)


def test_a_terminal_that_plays_the_cast_shows_every_frame_in_its_time() -> None:
    head, *events = map(json.loads, cast(FILM).splitlines())
    assert head == {"version": 2, "width": 10, "height": 2, "title": "Ann <invented>"}
    screen = pyte.Screen(10, 2)
    stream = pyte.Stream(screen)
    seen = []
    for at, kind, painted in events:
        stream.feed(painted)
        seen.append((at, kind, *screen.display))
    assert seen == [
        (0.0, "o", "one       ", "          "),
        (1.5, "o", "one       ", "t         "),
        (1.6, "o", "one       ", "two       "),
        (3.6, "o", "one       ", "two       "),
    ]
    assert "one" not in events[1][2], "a line that stays is not painted again"
    assert screen.buffer[1][0].fg == "ff0000"


def test_the_picture_is_well_formed_and_holds_each_line_once() -> None:
    drawn = picture(FILM)
    root = ET.fromstring(drawn)
    texts = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == ["one       ", "two       "], "what stands for a moment only is left out"
    assert root.find("{http://www.w3.org/2000/svg}title").text == "Ann <invented>"  # type: ignore[union-attr]
    assert "<script" not in drawn
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")


def test_whoever_asks_for_less_motion_gets_the_last_frame() -> None:
    assert "prefers-reduced-motion:reduce){.film{animation:none;transform:translateY(-34px)}" in picture(FILM)


def test_a_recording_where_there_is_no_terminal_says_at_each_quarter_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def recorded(_scripts: object, size: tuple[int, int], tell: Callable[[int], None]) -> Film:
        for done in range(24):
            tell(done)
            tell(done)
        return Film("Gloria", size, ())

    monkeypatch.setattr("intake.tui.recording.record", recorded)
    assert run(["demo", "gloria", "--record", str(tmp_path / "gloria.cast")]) == 0
    said = capsys.readouterr()
    assert said.err.splitlines() == [f"Recording: {done} of 23 lines" for done in (0, 6, 12, 18, 23)]
    assert "gloria.cast is written." in said.out
