"""A person before a real terminal: keys and a mouse, a screen that shows what was painted, and every byte of it."""

import os
import re
import sys
from collections.abc import Callable
from time import monotonic

import pexpect
import pyte
from desk import DAY, LONGEST, Desk, environment

#: The terminal is asked whether it can paint a frame at once; it can, and so the end of each frame is known.
_ASKED, _CAN, _BEGUN, _ENDED = b"\x1b[?2026$p", b"\x1b[?2026;2$y", b"\x1b[?2026h", b"\x1b[?2026l"
ENTER, ESCAPE, DELETE = b"\r", b"\x1b", b"\x7f"
CTRL_B, CTRL_C, CTRL_Q, CTRL_R = b"\x02", b"\x03", b"\x11", b"\x12"
#: Bytes that are written at a time: what a terminal takes at once.
_PIECE = 4_096
#: Sequences with a private mark, which pyte would take for text.
#: Seconds between two looks at what is outside the screen.
_GLANCE = 0.05
_PRIVATE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-z]")


class Seat:
    """The app in a terminal of its own. What is waited for is waited for on the screen."""

    def __init__(self, desk: Desk, *arguments: str, columns: int = 120, lines: int = 40, **more: str) -> None:
        day = [] if "demo" in arguments else ["--as-of", DAY]  # a demonstration has its own
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            ["-m", "intake", *day, "--home", str(desk.home), *arguments],
            cwd=str(desk.folder),
            env=environment(desk.folder, **{"ESCDELAY": "20"} | more),
            dimensions=(lines, columns),
            timeout=LONGEST,
        )
        self._child.delaybeforesend = None
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""

    @property
    def shown(self) -> str:
        """The screen as lines of text."""
        return "\n".join(self._screen.display)

    def keys(self, keys: str | bytes) -> None:
        """Press keys."""
        self._child.send(keys)

    def paste(self, text: bytes) -> None:
        """Paste as a terminal does that says so."""
        rest = memoryview(b"\x1b[200~" + text + b"\x1b[201~")
        while rest:
            rest = rest[os.write(self._child.child_fd, rest[:_PIECE]) :]
            self._read(0)

    def click(self, words: str) -> None:
        """Click the last letter of the last place at which `words` stand, once they do."""
        self.until(words)
        lines = [*enumerate(self._screen.display)]
        x, y = next((line.rfind(words), y) for y, line in reversed(lines) if words in line)
        for end in "Mm":
            self._child.send(f"\x1b[<0;{x + len(words)};{y + 1}{end}")

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        self._read(0)
        self._screen.resize(lines, columns)
        self._child.setwinsize(lines, columns)

    def until(self, words: str) -> None:
        """Wait until `words` stand on the screen."""
        self._wait(lambda: words in self.shown, f"{words!r}")

    def until_gone(self, words: str) -> None:
        """Wait until `words` stand nowhere on the screen."""
        self._wait(lambda: words not in self.shown, f"{words!r} to go")

    def answer(self, words: str) -> None:
        """Type an answer, send it, and see that it was taken from the box."""
        self.keys(words)
        self.until_gone("Type your answer")
        self.keys(ENTER)
        self.until("Type your answer")

    def signal(self, number: int) -> None:
        """Send the process a signal."""
        self._child.kill(number)

    def end(self) -> int:
        """See it end; the exit code, or the signal that ended it as a negative number."""
        while self._read(LONGEST):
            pass
        self._child.close()
        return self._child.exitstatus if self._child.exitstatus is not None else -(self._child.signalstatus or 0)

    def until_holds(self, condition: Callable[[], bool]) -> None:
        """Wait until `condition` holds of the screen."""
        self._wait(condition, "it to hold")

    def until_outside(self, condition: Callable[[], bool]) -> None:
        """Wait until `condition` holds of something outside the screen, such as a file."""
        deadline = monotonic() + LONGEST
        while not condition():
            assert monotonic() < deadline, "waited in vain for something outside the screen"
            self._read(_GLANCE)

    def colours(self) -> set[str]:
        """The colours of the screen other than the terminal's own."""
        cells = [cell for row in self._screen.buffer.values() for cell in row.values()]
        return {colour for cell in cells for colour in (cell.fg, cell.bg)} - {"default"}

    def until_other(self, before: str) -> None:
        """Wait until the screen shows something else than `before`."""
        self._wait(lambda: self.shown != before, "a change")

    def _wait(self, condition: Callable[[], bool], awaited: str) -> None:
        """Wait until `condition` holds of a screen that is painted to its end."""
        deadline = monotonic() + LONGEST
        while self.raw.count(_BEGUN) != self.raw.count(_ENDED) or not condition():
            assert self._read(deadline - monotonic()), f"waited for {awaited}; the screen shows:\n{self.shown}"

    def _read(self, seconds: float) -> bool:
        """Take in what is painted within so many seconds; whether there was anything."""
        try:
            more = self._child.read_nonblocking(1 << 16, max(seconds, 0))
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        if _ASKED in more:
            self._child.send(_CAN)
        self.raw += more
        self._stream.feed(_PRIVATE.sub(b"", more))
        return True
