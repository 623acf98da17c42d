"""Lives of the program on two pipes, each ended by `kill -9` at a moment that a test chooses."""

import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import NamedTuple, Protocol

from desk import LONGEST, environment


class Moment(NamedTuple):
    """When to kill: so many seconds after so many bytes were shown."""

    bytes: int = 0
    seconds: float = 0.0


#: Not before it ends by itself.
NEVER = Moment(0, LONGEST)

Wait = Callable[[], int]


class Bearer(Protocol):
    """Begins a life with `arguments` on two pipes; gives its process id, and what waits for its end.

    The end is an exit code, or -n for an end by signal n.
    """

    def __call__(self, arguments: Sequence[str], typed: int, shown: int) -> tuple[int, Wait]: ...


@contextmanager
def forked(folder: Path) -> Iterator[Bearer]:
    """Lives forked from a process in `folder` that has everything loaded: some 20 ms each instead of some 500."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, str(Path(__file__).with_name("mortal.py")), str(theirs.fileno())]
    with subprocess.Popen(command, cwd=folder, env=environment(folder), pass_fds=[theirs.fileno()]), ours:
        theirs.close()
        ours.settimeout(LONGEST)

        def bear(arguments: Sequence[str], typed: int, shown: int) -> tuple[int, Wait]:
            socket.send_fds(ours, ["\0".join(arguments).encode()], [typed, shown])
            return int(ours.recv(20)), wait

        def wait() -> int:
            ours.send(b"?")
            return os.waitstatus_to_exitcode(int(ours.recv(20)))

        yield bear


def started(arguments: Sequence[str], typed: int, shown: int) -> tuple[int, Wait]:
    """A life from the very start of its process."""
    folder = Path(arguments[arguments.index("--home") + 1]).parent
    command = [sys.executable, "-m", "intake", *arguments]
    life = subprocess.Popen(command, stdin=typed, stdout=shown, cwd=folder, env=environment(folder))
    return life.pid, lambda: life.wait(LONGEST)


def lived(
    bear: Bearer, arguments: Sequence[str], lines: Sequence[str], end: Moment = NEVER, *, patient: bool = True
) -> tuple[str, int]:
    """What a life showed to whom typed `lines`, and how it ended.

    The patient type a line when the last one was answered, the others all of them at once.
    """
    (typed, typing), (reading, shown) = os.pipe(), os.pipe()
    pid, wait = bear(arguments, typed, shown)
    os.close(typed)
    os.close(shown)
    with os.fdopen(typing, "wb", buffering=0) as keys, os.fdopen(reading, "rb", buffering=0) as screen:
        to_type = iter(lines if patient else ["\n".join(lines)])
        heard = b""
        for more in _watched(screen.fileno(), end, lambda: os.kill(pid, signal.SIGKILL)):
            heard += more
            line = next(to_type, None)
            if line is None:
                keys.close()
            else:
                with suppress(BrokenPipeError):  # killed meanwhile
                    keys.write(f"{line}\n".encode())
        return heard.decode(), wait()


def _watched(screen: int, end: Moment, kill: Callable[[], None]) -> Iterator[bytes]:
    """What is shown, as it comes, until nobody is there any more."""
    heard = 0
    due: float | None = None
    while True:
        if due is None and heard >= end.bytes:
            due = monotonic() + end.seconds
        left = LONGEST if due is None else due - monotonic()
        if left <= 0 or not select.select([screen], [], [], left)[0]:
            kill()
            due = monotonic() + LONGEST
            continue
        more = os.read(screen, 1 << 16)
        if not more:
            return
        heard += len(more)
        yield more
