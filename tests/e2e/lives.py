"""Lives of the program on two pipes, each ended by `kill -9` at a moment that a test chooses."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import NamedTuple, Protocol

import warm
from desk import LONGEST, environment
from warm import Wait


class Moment(NamedTuple):
    """When to kill: so many seconds after so many bytes were shown."""

    bytes: int = 0
    seconds: float = 0.0


#: Not before it ends by itself.
NEVER = Moment(0, LONGEST)


class Bearer(Protocol):
    """Begins a life with `arguments` on two pipes; gives its process id, and what waits for its end.

    The end is an exit code, or -n for an end by signal n.
    """

    def __call__(self, arguments: Sequence[str], typed: int, shown: int) -> tuple[int, Wait]: ...


def forked(arguments: Sequence[str], typed: int, shown: int) -> tuple[int, Wait]:
    """A life that begins where its imports have ended: some 20 ms instead of some 500."""
    folder = _folder(arguments)
    with Path(os.devnull).open("wb") as unheard:
        return warm.begun(arguments, folder, environment(folder), [typed, shown, unheard.fileno()])


def started(arguments: Sequence[str], typed: int, shown: int) -> tuple[int, Wait]:
    """A life from the very start of its process."""
    folder = _folder(arguments)
    command = [sys.executable, "-m", "intake", *arguments]
    life = subprocess.Popen(command, stdin=typed, stdout=shown, cwd=folder, env=environment(folder))
    return life.pid, lambda: life.wait(LONGEST)


def _folder(arguments: Sequence[str]) -> Path:
    return Path(arguments[arguments.index("--home") + 1]).parent


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
