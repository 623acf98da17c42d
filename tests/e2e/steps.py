"""An export that is killed at each call by which it changes the disk.

    python steps.py FOLDER ROUNDS

A process is forked for every death. It hears every call that it is about to make, or has made, into the interpreter's
own modules for files, and ends itself by `kill -9` at the one it was told of; nothing of the program is replaced.
A line for each death: when, which call, and what lies at the target then: old, new, or neither.
"""

import gc
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "unit")]

import bundle_samples as samples  # noqa: E402

from intake.bundle.write import write  # noqa: E402

#: The calls of `os` and of open files that change what is on the disk, or make it last.
CALLS = frozenset({"open", "write", "flush", "fsync", "close", "__exit__", "replace", "rename", "unlink", "mkdir"})
_MODULES = frozenset({"posix", "_io", "io"})
_WHEN = {"c_call": "before", "c_return": "after"}

Step = tuple[str, str]


def steps(at: Callable[[int, Step], None]) -> Callable[[FrameType, str, Any], None]:
    """What hears calls, and tells `at` of each that counts: its number, and when and what it is."""
    number = 0

    def heard(_frame: FrameType, event: str, call: Any) -> None:
        nonlocal number
        if event in _WHEN and call.__name__ in CALLS and _of_files(call):
            at(number, (_WHEN[event], call.__name__))
            number += 1

    return heard


def _of_files(call: Any) -> bool:
    return call.__module__ in _MODULES or type(call.__self__).__module__ in _MODULES


def heard(export: Callable[[], object], at: Callable[[int, Step], None]) -> None:
    """Export, telling `at` of every step."""
    sys.setprofile(steps(at))
    export()
    sys.setprofile(None)


def deaths(export: Callable[[], object], count: int, rounds: int) -> Iterator[int]:
    """Each step so many times, in a process of its own that was killed there."""
    for step in range(count):
        for _round in range(rounds):
            child = os.fork()
            if child == 0:
                heard(export, partial(_die_at, step))
                os._exit(0)
            _child, status = os.waitpid(child, 0)
            assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL, "it came to that step"
            yield step


def _die_at(step: int, number: int, _what: Step) -> None:
    if number == step:
        os.kill(os.getpid(), signal.SIGKILL)


def main(folder: Path, rounds: int) -> None:
    """Kill, look, and tell."""
    target = folder / "me.zip"
    kept = folder / "transcript"
    kept.write_bytes(samples.TRANSCRIPT)

    older, newer, verdicts = samples.portfolio(asked=["Older?"]), samples.portfolio(), samples.verdicts()

    def export(portfolio: dict[str, Any] = newer) -> None:
        write(target, portfolio, verdicts, {samples.ENCLOSED: kept})

    export(older)
    old = target.read_bytes()
    found: list[Step] = []
    heard(export, lambda _number, step: found.append(step))
    known = {old: "old", target.read_bytes(): "new"}
    assert len(known) == 2
    target.write_bytes(old)
    gc.freeze()
    for step in deaths(export, len(found), rounds):
        print(*found[step], known.get(target.read_bytes(), "neither"))
        target.write_bytes(old)
    export()
    assert known[target.read_bytes()] == "new"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1]) as place:
        main(Path(place), int(sys.argv[2]))
