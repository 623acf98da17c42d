"""The app in a real terminal: however it is ended, the terminal is as it was and the answers are there."""

import io
import os
import re
import signal
import sys
import termios
from collections.abc import Callable

import pexpect
import pytest
from desk import DAY, LONGEST, Desk, environment

_MODES = re.compile(r"\x1b\[\?(\d+)([hl])")
#: Lines are wrapped, and the cursor is shown: the modes that are on in a terminal at rest.
AT_REST = {7, 25}
ALTERNATE_SCREEN, MOUSE, CURSOR = 1049, 1000, 25


def opened(desk: Desk) -> "pexpect.spawn[str]":
    """The app in a terminal of 120 × 40."""
    child: pexpect.spawn[str] = pexpect.spawn(
        sys.executable,
        ["-m", "intake", "--as-of", DAY, "--home", str(desk.home)],
        cwd=str(desk.folder),
        env=environment(desk.folder),
        dimensions=(40, 120),
        timeout=LONGEST,
        encoding="utf-8",
    )
    child.delaybeforesend = None
    return child


def answer(child: "pexpect.spawn[str]") -> None:
    """Give two answers and see them saved."""
    child.expect_exact("Before you begin")
    child.send("\r")
    child.expect_exact("What name should stand")
    child.send("Dana Whitfield\r")
    child.expect_exact("Name: Dana Whitfield. Saved.")
    child.send("dana.w@example.org\r")
    child.expect_exact("E-mail: dana.w@example.org. Saved.")


def modes(shown: str) -> dict[int, bool]:
    """Whether each mode of the terminal that was touched is on at the end."""
    return {int(number): turned == "h" for number, turned in _MODES.findall(shown)}


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (lambda child: child.kill(signal.SIGTERM), 128 + signal.SIGTERM),
        (lambda child: child.kill(signal.SIGHUP), 128 + signal.SIGHUP),
        (lambda child: child.send("\x11"), 0),
    ],
    ids=["SIGTERM", "SIGHUP", "ctrl+q"],
)
def test_the_terminal_is_as_it_was_and_the_answers_are_there(
    desk: Desk, end: Callable[["pexpect.spawn[str]"], object], code: int
) -> None:
    child, shown = opened(desk), io.StringIO()
    child.logfile_read = shown
    before = termios.tcgetattr(child.child_fd)
    answer(child)
    during = modes(shown.getvalue())
    assert during[ALTERNATE_SCREEN]
    assert during[MOUSE]
    assert termios.tcgetattr(child.child_fd) != before
    end(child)
    child.expect(pexpect.EOF)
    after = modes(shown.getvalue())
    assert after == {mode: mode in AT_REST for mode in after}
    assert {ALTERNATE_SCREEN, MOUSE, CURSOR} <= after.keys()
    assert termios.tcgetattr(child.child_fd) == before
    child.close()
    assert child.exitstatus == code
    assert desk.answers() == ["Dana Whitfield", "dana.w@example.org"]


def test_the_answers_are_there_when_the_window_is_closed(desk: Desk) -> None:
    child = opened(desk)
    answer(child)
    assert child.pid is not None
    os.close(child.child_fd)
    child.child_fd = -1  # nothing is left for pexpect to close
    child.closed = True
    os.waitpid(child.pid, 0)
    child.terminated = True
    assert desk.answers() == ["Dana Whitfield", "dana.w@example.org"]
    assert desk.intake("--plain", "--as-of", DAY).out.count("Which telephone number may the association call?") == 1
