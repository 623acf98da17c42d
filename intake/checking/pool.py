"""Work on all cores, a process each. One that the system kills costs its own piece of work and nothing else."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path

from intake.checking.outcome import Outcome
from intake.packs.load import packs_in
from intake.text import visible
from intake.words import _

Work = Callable[[Path], Outcome]

#: So many bundles are examined in the time that a further process takes to start.
WORTH_A_PROCESS = 12
#: A fresh process each, as one that is forked may inherit a lock that nobody will open.
_CONTEXT = multiprocessing.get_context("spawn")


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):  # not on macOS and Windows
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def worked(
    paths: Sequence[Path], work: Work, jobs: int | None = None, packs: Path | None = None
) -> Iterator[tuple[int, Outcome]]:
    """The place of each path and what `work` makes of it, in the order in which they are done.

    `jobs` processes, else as many as pay; with one, everything is done here. `packs` is a folder of packs for them.
    """
    team = jobs or min(cores(), -(-len(paths) // WORTH_A_PROCESS))
    if team <= 1:
        yield from enumerate(map(work, paths))
    else:
        yield from _shared(paths, work, min(team, len(paths)), packs)


class _Worker:
    """A process, the connection to it, and the place of the path that it has."""

    def __init__(self, work: Work, packs: Path | None, place: int, path: Path) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self.process = _CONTEXT.Process(target=_serve, args=(theirs, work, packs), daemon=True)
        with _undisturbed():
            self.process.start()
        theirs.close()
        self.give(place, path)

    def give(self, place: int, path: Path) -> None:
        self.place, self.path = place, path
        with suppress(BrokenPipeError, ConnectionResetError):  # it is dead, and its silence will tell
            self.connection.send(path)

    def answer(self) -> Outcome | None:
        """What came of the path; None where the process ended over it."""
        try:
            outcome: Outcome = self.connection.recv()
        except (EOFError, ConnectionResetError):
            return None
        return outcome

    def end(self) -> None:
        self.connection.close()
        self.process.terminate()
        self.process.join()


def _shared(paths: Sequence[Path], work: Work, jobs: int, packs: Path | None) -> Iterator[tuple[int, Outcome]]:
    waiting = deque(enumerate(paths))
    team: dict[Connection, _Worker] = {}

    def hire() -> None:
        worker = _Worker(work, packs, *waiting.popleft())
        team[worker.connection] = worker

    try:
        for _worker in range(jobs):
            hire()
        while team:
            for ready in wait(list(team)):
                worker = team.pop(ready)  # type: ignore[call-overload]  # typed for sockets and handles too
                place, outcome = worker.place, worker.answer()
                if outcome is not None and waiting:
                    worker.give(*waiting.popleft())
                    team[worker.connection] = worker
                else:
                    worker.end()
                    if waiting:
                        hire()
                yield place, outcome or _lost(worker)
    finally:
        for worker in team.values():
            worker.end()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl+c waits; a process that is started within it never hears of it, as it does not here."""
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _lost(worker: _Worker) -> Outcome:
    fault = _("The system ended the process that checked it (exit code {code}); it may need more memory than there is.")
    path = visible(str(worker.path), one_line=True)
    return Outcome(path=path, ok=False, error=fault.format(code=worker.process.exitcode))


def _serve(connection: Connection, work: Work, packs: Path | None) -> None:
    """What a process does until nobody is there: ctrl+c is for the one that gives it work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with packs_in(packs) if packs else nullcontext(), suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            connection.send(work(connection.recv()))
