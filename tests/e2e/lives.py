"""Lives of the program on two pipes, each ended by `kill -9` at a moment that a test chooses."""

import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol

from desk import LONGEST, environment


class Moment(NamedTuple):
    """When to kill: once so many answers and bytes were shown, and so many seconds after that."""

    answers: int = 0
    bytes: int = 0
    seconds: float = 0.0


#: Never: the life ends by itself.
NEVER = Moment(seconds=LONGEST)


class Bearer(Protocol):
    """Begins a life with `arguments` on two pipes; gives its process id, and a function that waits for its end."""

    def __call__(self, arguments: Sequence[str], typed: int, shown: int) -> tuple[int, Callable[[], int]]: ...


@contextmanager
def forked(folder: Path) -> Iterator[Bearer]:
    """Lives forked from a process in `folder` that has everything loaded."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, str(Path(__file__).with_name("mortal.py")), str(theirs.fileno())]
    with ours, subprocess.Popen(command, cwd=folder, env=environment(folder), pass_fds=[theirs.fileno()]) as mother:
        theirs.close()
        ours.settimeout(LONGEST)

        def bear(arguments: Sequence[str], typed: int, shown: int) -> tuple[int, Callable[[], int]]:
            socket.send_fds(ours, ["\0".join(arguments).encode()], [typed, shown])
            return int(ours.recv(20)), lambda: os.waitstatus_to_exitcode(int(ours.recv(20)))

        yield bear
        ours.close()
        mother.wait(LONGEST)


def started(arguments: Sequence[str], typed: int, shown: int) -> tuple[int, Callable[[], int]]:
    """A life from the very start of its process."""
    home = Path(arguments[arguments.index("--home") + 1])
    command = [sys.executable, "-m", "intake", *arguments]
    life = subprocess.Popen(command, stdin=typed, stdout=shown, cwd=home.parent, env=environment(home.parent))
    return life.pid, lambda: life.wait(LONGEST)


def lived(bear: Bearer, arguments: Sequence[str], lines: Sequence[str], end: Moment) -> tuple[str, int]:
    """What a life showed to whom typed `lines`, each once the one before was answered; and how it ended.

    An end by signal n is -n.
    """
    (typed_end, typing), (reading, shown_end) = os.pipe(), os.pipe()
    pid, wait = bear(arguments, typed_end, shown_end)
    os.close(typed_end)
    os.close(shown_end)
    with open(typing, "wb", buffering=0) as keys, open(reading, "rb", buffering=0) as screen:
        shown = _talk(keys.write, screen.fileno(), lines, end, lambda: os.kill(pid, signal.SIGKILL))
        code = wait()
    return shown.decode(), code


def _talk(
    write: Callable[[bytes], object], screen: int, lines: Sequence[str], end: Moment, kill: Callable[[], None]
) -> bytes:
    """All that was shown until the other end was gone. Types the next line when the last one was answered."""
    shown, turns, to_type, doomed = b"", 0, iter(lines), None
    last = time.monotonic() + LONGEST
    while True:
        now = time.monotonic()
        if doomed is None and turns > end.answers and len(shown) >= end.bytes:
            doomed = now + end.seconds
        if doomed is not None and now >= doomed:
            kill()
            doomed = float("inf")
        assert now < last, "it hangs"
        until = min(last, doomed or last) - now
        if select.select([screen], [], [], max(0.0, until))[0]:
            more = os.read(screen, 1 << 16)
            if not more:
                return shown
            shown, turns = shown + more, turns + 1
            line = next(to_type, None)
            ...
