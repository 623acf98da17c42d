"""Whether a change of any single byte of a small bundle is found: all of them, where the tests take a sample.

    uv run python tests/bench/flips.py

At every offset of the sample bundle: one bit turned (all eight in turn over the offsets), another byte at random, a
byte slipped in, a byte dropped, and the file cut there. On all cores; some minutes. Ends with 1 where any went unseen.
"""

import io
import multiprocessing
import random
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS / "unit")]


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


def found(data: bytes) -> bool:
    """Whether the check finds anything."""
    from intake.bundle.check import check_archive
    from intake.bundle.errors import BundleError
    from intake.bundle.report import Finding, StopError

    findings: list[Finding] = []
    try:
        check_archive(io.BytesIO(data), findings)
    except (StopError, BundleError):
        return True
    return bool(findings)


def main() -> int:
    """Change, check and print."""
    from bundle_samples import written

    with tempfile.TemporaryDirectory() as folder:
        data = written(Path(folder)).path.read_bytes()
    if found(data):
        sys.exit("the bundle itself is not in order")
    with multiprocessing.get_context("spawn").Pool() as pool:
        told = pool.imap_unordered(partial(unseen, data), range(len(data)), chunksize=500)
        missed = [each for one in told for each in one]
    print(f"{len(data):,} bytes, five changes at each: {len(missed)} unseen {missed[:20]}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
