"""An export that ends at any of its steps leaves the bundle that was there, or the whole new one."""

import subprocess
import sys
from pathlib import Path


def test_an_export_that_is_killed_at_a_step_leaves_the_old_bundle_or_the_whole_new_one(quick_folder: Path) -> None:
    """Once at each step here; `tests/bench/kills.py` does it fifty times."""
    runner = Path(__file__).with_name("steps.py")
    told = subprocess.run(
        [sys.executable, runner, quick_folder, "1"], capture_output=True, text=True, check=True
    ).stdout
    deaths = [line.split() for line in told.splitlines()]
    steps, outcomes = [(when, call) for when, call, _outcome in deaths], [outcome for _when, _call, outcome in deaths]
    published = steps.index(("after", "replace"))
    assert set(outcomes[:published]) == {"old"}
    assert set(outcomes[published:]) == {"new"}
    assert {"open", "write", "fsync", "replace"} <= {call for _when, call in steps[: published + 1]}
    assert ("before", "fsync") in steps[:published], "what is published is safe on the disk"
    assert ("before", "fsync") in steps[published:], "and so is its name"
