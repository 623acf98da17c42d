"""How long, and in how much memory, packs that mean harm are refused.

    uv run python tests/bench/hostile_packs.py

Each case of `tests/hostile_packs.py` is checked in a process of its own. Prints the processor time of the check and the
peak of memory of the process, beside those of the sound pack, measured in the same run. Bars: 1 second and 200 MiB.
Ends with 1 where one is missed.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from broken_packs import SOUND
from hostile_packs import CASES

MOST_SECONDS, MOST_MIB = 1.0, 200
#: Checks a folder in a process of its own, and says with which codes, processor time and peak of memory.
CHECK = """
import json, sys, time
from pathlib import Path
from intake.packs.check import check
from intake.packs.load import packs_in
start = time.process_time()
with packs_in(Path(sys.argv[1])):
    report = check()
took = time.process_time() - start
status = Path("/proc/self/status").read_text()  # what the system says of a child holds its parent's memory too
peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
print(json.dumps([[[f.file, f.line, f.code] for f in report.findings], took, peak]))
"""


def measured(spoil: Callable[[Path], None] | None) -> tuple[float, float]:
    """The seconds and the MiB that a check of the sound pack takes once it is spoilt."""
    with tempfile.TemporaryDirectory() as folder:
        packs = shutil.copytree(SOUND, Path(folder) / "packs")
        if spoil is not None:
            spoil(packs / "sample")
        told = subprocess.run([sys.executable, "-c", CHECK, str(packs)], capture_output=True, text=True, check=True)
    _findings, seconds, mebibytes = json.loads(told.stdout)
    return seconds, mebibytes


def main() -> None:
    """Measure and print."""
    missed = False
    for what, spoil in [("the sound pack", None), *((what, spoil) for what, _code, spoil in CASES)]:
        seconds, mebibytes = measured(spoil)
        missed |= seconds > MOST_SECONDS or mebibytes > MOST_MIB
        print(f"{what:32} {seconds:6.2f} s {mebibytes:7.0f} MiB")
    print(f"bars: {MOST_SECONDS:g} s, {MOST_MIB} MiB")
    sys.exit(missed)


if __name__ == "__main__":
    main()
