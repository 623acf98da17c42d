"""The app in a terminal that is handled roughly: any size, a large paste, its end at any moment, and no comforts."""

import os
import pty
import random
import signal
import subprocess
import sys

import pytest
from desk import LONGEST, Desk, environment
from seat import CTRL_C, CTRL_Q, DELETE, ENTER, Seat

FIRST = "What name should stand on your application?"
STORM = 200
#: What pyte calls black, white and the greys between them.
SHADES = {"black", "brightblack", "white", "brightwhite"}
TOO_SMALL = ((20, 5), (39, 14), (40, 9), (10, 3))


def seated(desk: Desk, **more: str) -> Seat:
    """At the first question; the page before it is read."""
    seat = Seat(desk, **more)  # type: ignore[arg-type]
    seat.until("Before you begin")
    seat.keys(ENTER)
    seat.until(FIRST)
    return seat


def is_whole(seat: Seat, columns: int, lines: int) -> bool:
    """Whether the screen is the interview's and nothing else: one head, one box from edge to edge, one line of keys."""
    shown = seat.shown.split("\n")
    box = [line for line in shown if "╭" in line or "╰" in line]
    return (
        len(shown) == lines
        and all(len(line) == columns for line in shown)
        and shown[0].strip().startswith("intake")
        and "F1 Help" in shown[-1]
        and [line.strip()[0] for line in box] == ["╭", "╰"]
        and len({line.index(corner) for line, corner in zip(box, "╭╰", strict=True)}) == 1
        and sum("F1 Help" in line for line in shown) == 1
    )


def test_sizes_pastes_and_a_terminal_too_small_lose_nothing(desk: Desk) -> None:
    seat, chance = seated(desk), random.Random(5)
    for _n in range(STORM):
        seat.resize(chance.randint(10, 300), chance.randint(3, 100))
    seat.resize(100, 30)
    seat.until_holds(lambda: is_whole(seat, 100, 30))
    seat.answer("Dana Whitfield")
    seat.until("Name: Dana Whitfield. Saved.")
    assert is_whole(seat, 100, 30)

    seat.keys("d.whit@exa")
    seat.until("d.whit@exa")
    for size in TOO_SMALL:
        seat.resize(*size)
        seat.until("small" if size[0] > 10 else "terminal")
        seat.resize(40, 10)
        seat.until("d.whit@exa")
    seat.resize(40, 15)
    seat.until("F1")
    seat.keys("mple.org\r")
    seat.until("About you · 3 of 5")
    seat.resize(120, 40)
    seat.until_holds(lambda: is_whole(seat, 120, 40))

    seat.keys("before")
    seat.until("before")
    seat.paste(b"x" * (1 << 20))
    seat.until("Nothing was pasted")
    seat.keys(DELETE * len("before"))
    seat.until("Type your answer")
    long = "I " + "work " * 3_800
    seat.paste(long.encode())
    seat.until("work work")
    seat.keys(ENTER)
    seat.until("That is long for this question: 19,001 characters.")  # and goes back to the box
    seat.keys(CTRL_C)
    seat.until("Press ctrl+c again")
    seat.keys(CTRL_C)
    assert seat.end() == 0
    assert desk.answers() == ["Dana Whitfield", "d.whit@example.org"]
    assert f"“{long.strip()}" in desk.intake("--plain").out


def test_words_not_sent_are_there_after_the_window_was_closed_and_answers_after_a_kill(desk: Desk) -> None:
    seat = seated(desk)
    seat.answer("Dana Whitfield")
    seat.keys("d.whit@example")
    seat.until("d.whit@example")
    seat.signal(signal.SIGHUP)
    assert seat.end() == 128 + signal.SIGHUP
    again = Seat(desk)
    again.until("These words are not written down yet.")
    again.until("d.whit@example ")
    again.keys(".org\r")
    again.until("E-mail: d.whit@example.org. Saved.")
    again.signal(signal.SIGKILL)
    assert again.end() == -signal.SIGKILL
    assert desk.answers() == ["Dana Whitfield", "d.whit@example.org"]
    assert "not written down" not in desk.intake("--plain").out


def test_a_kill_leaves_what_was_being_typed_and_a_terminal_that_vanishes_ends_the_app(desk: Desk) -> None:
    seat = seated(desk)
    seat.keys("Dana Whit")
    seat.until_outside(lambda: [draft.read_text() for draft in desk.home.glob("drafts/*.txt")] == ["Dana Whit"])
    seat.signal(signal.SIGKILL)
    assert seat.end() == -signal.SIGKILL
    ours, theirs = pty.openpty()
    command, env = [sys.executable, "-m", "intake", "--home", str(desk.home)], environment(desk.folder)
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, env=env) as app:
        os.close(theirs)
        shown = b""
        while b"Dana Whit" not in shown:
            shown += os.read(ours, 1 << 16)
        os.close(ours)
        assert app.wait(LONGEST) in {128 + signal.SIGHUP, 120}  # 120: Python's own, where its last words reach nobody


def test_a_byte_that_is_no_utf_8_is_marked_and_an_escape_in_a_paste_presses_nothing(desk: Desk) -> None:
    seat = seated(desk)
    seat.keys(b"Jos\xe9 ")
    seat.until("Jos� ")
    seat.paste(b"\x1b[31mRed\x1b[0m P\xe9rez\x11, MSW")
    seat.until("Jos� ␛[31mRed␛[0m P�rez␑, MSW")
    seat.keys(CTRL_Q)
    assert seat.end() == 0


def test_words_typed_right_after_a_case_was_chosen_at_the_desk_are_said_in_it_whole(desk: Desk) -> None:
    desk.intake("--plain")
    seat = Seat(desk, "desk")
    seat.until("▸ Application")
    for key in "\rDana Whitfield\rdana@example.org\r":
        seat.keys(key)
    seat.until("E-mail: dana@example.org. Saved.")
    seat.keys(CTRL_Q)
    seat.until("Cases: 1")
    seat.keys(CTRL_Q)
    assert seat.end() == 0
    assert desk.answers() == ["Dana Whitfield", "dana@example.org"]


@pytest.mark.parametrize(
    "poor",
    [
        {"TERM": "dumb", "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"NO_COLOR": "1", "TERM": "vt100"},
    ],
    ids=["dumb and without UTF-8", "no colour"],
)
def test_a_poor_terminal_can_be_talked_to(desk: Desk, poor: dict[str, str]) -> None:
    seat = seated(desk, **poor)
    seat.answer("Dana Whitfield")
    seat.until("Name: Dana Whitfield. Saved.")
    if "NO_COLOR" in poor:
        assert seat.colours() <= SHADES
    seat.keys(CTRL_Q)
    assert seat.end() == 0
    assert desk.answers() == ["Dana Whitfield"]
