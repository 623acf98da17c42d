"""A large file attached, exported and checked, against `sha256sum` and `cp` of the same file in the same run.

    python tests/bench/attachments.py [MEBIBYTES]

Each step is a process of its own; its time is told as a multiple of that of `sha256sum` plus `cp`, its memory as the
most that it held at once.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

_BLOCK = 1 << 20
_ANSWERS = """Dana Whitfield
dana.w@example.org
skip
live and work in Virginia
first time
yes
III
MSW
social work
VCU
May 2017
no
no
"""


def main(mebibytes: int = 1_500) -> None:
    """Print time and memory of every step."""
    with TemporaryDirectory(prefix="intake-bench-", dir=Path.cwd()) as place:
        folder = Path(place)
        large, bundle = folder / "transcript.pdf", folder / "dana.zip"
        _write(large, mebibytes)
        intake = [sys.executable, "-m", "intake"]
        home = ["--home", str(folder / "home"), "--as-of", "2026-03-01"]
        _measured([*intake, "--plain", *home], _ANSWERS)
        hashing, _ = _measured(["sha256sum", str(large)])
        copying, _ = _measured(["cp", str(large), str(folder / "copy")])
        (folder / "copy").unlink()
        floor = hashing + copying
        print(f"{mebibytes:,} MiB: sha256sum {hashing:.2f} s + cp {copying:.2f} s = {floor:.2f} s")
        steps = {
            "attach": ([*intake, "--plain", *home], f"/attach {large}\n"),
            "export": ([*intake, "export", "dana", "--to", str(bundle), *home], ""),
            "check": ([*intake, "check", str(bundle)], ""),
        }
        for name, (command, typed) in steps.items():
            seconds, memory = _measured(command, typed)
            print(f"{name:7} {seconds:6.2f} s   {seconds / floor:5.2f} × (at most 3)   {memory:3} MB (at most 60)")


def _write(path: Path, mebibytes: int) -> None:
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        for _n in range(mebibytes):
            file.write(os.urandom(_BLOCK))


def _measured(command: Sequence[str], typed: str = "") -> tuple[float, int]:
    """Seconds and the most MB held at once by a process that ends well."""
    (reading, writing), quiet = os.pipe(), os.open(os.devnull, os.O_WRONLY)
    os.write(writing, typed.encode())
    os.close(writing)
    began = perf_counter()
    streams = [(os.POSIX_SPAWN_DUP2, reading, 0), (os.POSIX_SPAWN_DUP2, quiet, 1)]
    child = os.posix_spawnp(command[0], list(command), os.environ, file_actions=streams)
    _pid, status, used = os.wait4(child, 0)
    seconds = perf_counter() - began
    os.close(reading)
    os.close(quiet)
    if status:
        raise SystemExit(f"{command[:4]} ended with {os.waitstatus_to_exitcode(status)}")
    return seconds, used.ru_maxrss >> 10


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
