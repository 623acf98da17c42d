"""An export that is killed at each of its steps: the old bundle or the whole new one."""

import os
import signal
import sys
from pathlib import Path

import pytest

from intake.bundle.files import draft

ROUNDS = 50
OLD, NEW = b"old bundle " * 1_000, b"new bundle " * 2_000
#: What writing a file asks of the system, by the names under which an audit hook hears of it.
STEPS = frozenset({"open", "os.rename", "os.remove", "os.utime"})


def write(target: Path) -> None:
    """Write a bundle as an export does."""
    with draft(target.parent) as copy:
        for place in range(0, len(NEW), 4_096):
            copy.file.write(NEW[place : place + 4_096])
        copy.publish(target)


def calls(target: Path, kill_at: int) -> int:
    """Write in a process of its own that kills itself before call number `kill_at`; how many calls it came to."""
    heard, hearing = os.pipe()
    child = os.fork()
    if child == 0:
        _instrument(hearing, kill_at)
        write(target)
        os._exit(0)
    os.close(hearing)
    with os.fdopen(heard, "rb") as steps:
        count = len(steps.read())
    _child, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in {0, -signal.SIGKILL}
    return count


def _instrument(hearing: int, kill_at: int) -> None:
    """Count every call that changes the disk, and be killed right before one of them."""
    left = iter(range(kill_at))

    def step() -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        os.write(hearing, b".")

    fsync = os.fsync

    def synced(descriptor: int) -> None:
        step()
        fsync(descriptor)
        step()

    os.fsync = synced
    sys.addaudithook(lambda event, _arguments: step() if event in STEPS else None)


@pytest.fixture
def target(quick_folder: Path) -> Path:
    path = quick_folder / "me.zip"
    path.write_bytes(OLD)
    return path


def test_killed_at_each_step_fifty_times_leaves_the_old_bundle_or_the_whole_new_one(target: Path) -> None:
    steps = calls(target, kill_at=1_000)
    assert steps >= 6
    assert target.read_bytes() == NEW
    seen = set()
    for step in range(steps):
        for _round in range(ROUNDS):
            target.write_bytes(OLD)
            assert calls(target, step) == step
            seen.add(target.read_bytes())
    assert seen == {OLD, NEW}
