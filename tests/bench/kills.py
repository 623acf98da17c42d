"""An export killed fifty times at each of its steps: the old bundle or the whole new one.

    uv run python tests/bench/kills.py

The steps are every call that changes the disk, before it and after it. Ends with 1 where anything else was left.
"""

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROUNDS = 50
RUNNER = Path(__file__).parents[1] / "e2e" / "steps.py"


def main() -> int:
    """Kill and print."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(RUNNER), folder, str(ROUNDS)]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    outcomes = Counter(line.split()[2] for line in told.splitlines())
    print(f"{outcomes.total():,} deaths, {outcomes.total() // ROUNDS} steps, {ROUNDS} times each: {dict(outcomes)}")
    return 1 if outcomes["neither"] else 0


if __name__ == "__main__":
    sys.exit(main())
