"""Whether a change of any single byte of a small bundle is found: all of them, where the tests take a sample.

    uv run python tests/bench/flips.py

At every offset of the sample bundle: one bit turned (all eight in turn over the offsets), another byte at random, a
byte slipped in, a byte dropped, and the file cut there. On all cores; a minute or two.
Ends with 1 where any went unseen.
"""

import io
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Self

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS / "unit")]

from intake.bundle.check import check_archive  # noqa: E402
from intake.bundle.errors import BundleError  # noqa: E402
from intake.bundle.report import Finding, StopError  # noqa: E402


def changes(data: bytes, at: int) -> Iterator[tuple[str, bytes]]:
    """What is done to `data` at an offset, and what comes of it."""
    other = random.Random(at).randrange(1, 256)
    for what, byte in (("bit", 1 << at % 8), ("byte", other)):
        yield what, data[:at] + bytes([data[at] ^ byte]) + data[at + 1 :]
    yield "slipped in", data[:at] + bytes([other]) + data[at:]
    yield "dropped", data[:at] + data[at + 1 :]
    yield "cut", data[:at]


def unseen(data: bytes, at: int) -> list[str]:
    """The changes at an offset that the check takes for nothing."""
    return [f"{what} at {at}" for what, changed in changes(data, at) if not found(changed)]


class _First(list[Finding]):
    """Findings of which the first ends the check: whatever else is wrong with the bundle says no more."""

    def append(self, finding: Finding) -> None:
        """End the check."""
        raise StopError(finding)

    def __iadd__(self, findings: Iterable[Finding]) -> Self:  # type: ignore[override,misc]
        """End the check at the first of `findings`, if there is one."""
        for finding in findings:
            self.append(finding)
        return self


def found(data: bytes) -> bool:
    """Whether the check finds anything."""
    try:
        check_archive(io.BytesIO(data), _First())
    except (StopError, BundleError):
        return True
    return False


def main() -> int:
    """Change, check and print."""
    from bundle_samples import written

    with tempfile.TemporaryDirectory() as folder:
        data = written(Path(folder)).path.read_bytes()
    if found(data):
        sys.exit("the bundle itself is not in order")
    began = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool() as pool:
        told = pool.imap_unordered(partial(unseen, data), range(len(data)), chunksize=500)
        missed = [each for one in told for each in one]
    took = time.perf_counter() - began
    print(f"{len(data):,} bytes, five changes at each, in {took:.0f} s: {len(missed)} unseen {missed[:20]}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
