"""Every invented applicant as a demonstration in a real terminal, from start to end at the fastest pace.

    uv run python tests/bench/demos.py [PERSONA …]

A line for each: how long it played, and whether its log is byte for byte that of its transcript. Nothing is pressed but
the pace and the space bar. Ends with 1 where a log differs.
"""

import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "e2e"), str(ROOT / "tests")]

from desk import Desk  # noqa: E402 - found through the path set above
from personas import NAMES  # noqa: E402
from seat import CTRL_Q, Seat  # noqa: E402

from intake.demo.player import SPEEDS  # noqa: E402
from intake.demo.script import Script, find  # noqa: E402
from intake.demo.stage import Stage  # noqa: E402
from intake.journal.database import FILE, opened  # noqa: E402

FASTER = "+" * (len(SPEEDS) - 1 - SPEEDS.index(1.0))


def played(script: Script, folder: Path) -> list[bytes]:
    """The log of a demonstration that was played to its end in a terminal of 120 × 40."""
    stage = folder / "stage"
    stage.mkdir()
    seat = Seat(Desk(folder), "demo", script.name, TMPDIR=str(stage), PYTHONPATH=str(ROOT))
    seat.until("‖ paused")
    seat.keys(f"{FASTER} ")
    while "■ the end" not in seat.shown:
        seat.until_other(seat.shown)
    log = _log(next(stage.glob(f"*/{FILE}")))
    seat.keys(CTRL_Q)
    assert seat.end() == 0, f"the demonstration of {script.name} did not end well"
    assert not list(stage.iterdir()), "the demonstration left something behind"
    return log


def _log(file: Path) -> list[bytes]:
    """The events of the one case in a journal."""
    with closing(opened(file, read_only=True)) as db:
        return [line for (line,) in db.execute("SELECT line FROM events ORDER BY seq")]


def expected(script: Script) -> list[bytes]:
    """The log of its transcript."""
    with Stage(script) as stage:
        stage.bring(len(script.lines))
        return stage.events


def main(names: list[str]) -> int:
    """Play and print."""
    differing = 0
    for script in map(find, names or NAMES):
        with tempfile.TemporaryDirectory() as folder:
            began = time.perf_counter()
            log, wanted = played(script, Path(folder)), expected(script)
        differing += log != wanted
        said = "the same log" if log == wanted else "ANOTHER LOG"
        took = time.perf_counter() - began
        print(f"{script.name}: {len(script.lines)} lines, {len(log)} events, {took:.0f} s: {said}", flush=True)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
