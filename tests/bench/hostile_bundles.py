"""What archives and documents made to harm cost the check of a bundle: time, memory, and what is written.

    uv run python tests/bench/hostile_bundles.py

Each archive is made in a process of its own, and checked in another, whose memory is all that it ever held, Python and
this program's modules included. Bars: 1 second of processor time for the check and 100 MB each, every one refused,
and nothing on the disk changed. Documents are read as those of strangers are; the dearest reading of three counts. Bar:
50 ms each. Ends with 1 where a bar is missed.
"""

import multiprocessing
import resource
import struct
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from multiprocessing.queues import SimpleQueue
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS / "unit")]
SUITE = TESTS.parents[1] / "shared" / "corpora" / "json-parsing.tar"
SECONDS, MEGABYTES, DOCUMENT_SECONDS = 1.0, 100, 0.05
Make = Callable[[Path], None]


def names(count: int, name: str = "a/{}") -> Make:
    """So many empty entries."""

    def make(path: Path) -> None:
        from bundle_samples import packed

        packed(path, ((name.format(number), b"") for number in range(count)))

    return make


def bomb(path: Path) -> None:
    """A gigabyte of zeros in a megabyte."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a/b", "w") as file:
        for _megabyte in range(1024):
            file.write(bytes(1 << 20))


def overlapping(path: Path) -> None:
    """Twenty thousand entries that are one and the same megabyte."""
    from bundle_samples import packed

    packed(path, [("a/b", bytes(1 << 20))])
    data = path.read_bytes()
    at = struct.unpack("<I", data[-6:-2])[0]
    entry, count = data[at:-22], 20_000
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, count * len(entry), at, 0)
    path.write_bytes(data[:at] + entry * count + end)


def hollow(path: Path) -> None:
    """A file of eight gigabytes that takes no room, with an end."""
    names(1)(path)
    end = path.read_bytes()[-22:]
    with path.open("r+b") as file:
        file.seek(8 << 30)
        file.write(end)


def ends(path: Path) -> None:
    """A tail of nothing but ends of archives."""
    path.write_bytes(b"PK\5\6" * (1 << 20))


ARCHIVES: dict[str, Make] = {
    "20,000 entries": names(20_000),
    "20,000 entries with long names": names(20_000, "a/{:0200}"),
    "20,000 entries above the folder": names(20_000, "../{}"),
    "20,000 entries of one name": names(20_000, "a/b"),
    "100,000 entries": names(100_000),
    "a gigabyte deflated": bomb,
    "20,000 entries over the same bytes": overlapping,
    "eight gigabytes of nothing": hollow,
    "a million ends": ends,
}


def documents() -> Iterator[tuple[str, bytes]]:
    """Documents that cost some readers much."""
    yield "100,000 lists in one another", b"[" * 100_000
    yield "100,000 objects in one another", b'{"a":' * 100_000 + b"1" + b"}" * 100_000
    yield "a number of a million digits", b'{"a": ' + b"9" * 1_000_000 + b"}"
    yield "a fraction of a million digits", b'{"a": 0.' + b"9" * 1_000_000 + b"}"
    yield "an exponent of a million digits", b'{"a": 1e' + b"9" * 1_000_000 + b"}"
    yield "NaN", b'{"a": NaN}'
    yield "10,000 fields of one name", b"{" + b",".join([b'"a": 1'] * 10_000) + b"}"
    yield "a text of a megabyte", b'{"a": "' + b"x" * (1 << 20) + b'"}'
    yield "200,000 escapes", b'{"a": "' + b"\\u00e9" * 200_000 + b'"}'
    yield "half a character", b'{"a": "\\ud800"}'
    yield "a mark of the byte order", b'\xef\xbb\xbf{"a": 1}'
    yield "a byte of zero", b'{"a": 1}\0'
    if not SUITE.exists():
        print(f"the parsing suite is not at hand: {SUITE.name}")
        return
    with tarfile.open(SUITE) as tar:
        yield from ((m.name, file.read()) for m in tar if m.isfile() and (file := tar.extractfile(m)))


def checked(path: Path, told: "SimpleQueue[tuple[float, int, bool]]") -> None:
    """Tell what a check of `path` takes, as a bundle or as any bag, whichever is dearer.

    That is processor seconds, megabytes, and whether both refused it.
    """
    from intake.bundle.anybag import check_bag
    from intake.bundle.check import check
    from intake.bundle.errors import BundleError
    from intake.session.document import rejudge

    took, refused = 0.0, True
    for judged in (partial(check, path, rejudge), partial(check_bag, path)):
        began = time.process_time()
        with suppress(BundleError):
            refused &= not judged().ok
        took = max(took, time.process_time() - began)
    told.put((took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, refused))


def measured(make: Make, folder: Path) -> tuple[float, int, bool]:
    """What the check of an archive takes, in a process that did not make it; and whether it was refused unharmed."""
    context = multiprocessing.get_context("spawn")
    path, told = folder / "archive.zip", context.SimpleQueue()
    steps: tuple[Callable[[], multiprocessing.process.BaseProcess], ...] = (
        lambda: context.Process(target=make_at, args=(path, _name(make))),
        lambda: context.Process(target=checked, args=(path, told)),
    )
    for number, step in enumerate(steps):
        before = _state(folder)
        process = step()
        process.start()
        process.join()
        unharmed = number == 0 or before == _state(folder)
    took, memory, refused = told.get()
    path.unlink()
    return took, memory, refused and unharmed


def make_at(path: Path, name: str) -> None:
    """Make the archive called `name`."""
    ARCHIVES[name](path)


def _name(make: Make) -> str:
    return next(name for name, one in ARCHIVES.items() if one is make)


def _state(folder: Path) -> list[tuple[Path, int, int]]:
    return [(path, path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(folder.rglob("*"))]


def reading(data: bytes) -> float:
    """The most processor seconds that three readings take."""
    from intake.bundle.strict import StrictError, parse

    took = []
    for _run in range(3):
        began = time.process_time()
        with suppress(StrictError):
            parse(data)
        took.append(time.process_time() - began)
    return max(took)


def main() -> int:
    """Measure and print."""
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, make in ARCHIVES.items():
            took, memory, refused = measured(make, Path(folder))
            missed += took > SECONDS or memory > MEGABYTES or not refused
            print(f"{name}: {took:.2f} s, {memory} MB, {'refused' if refused else 'NOT REFUSED'}")
    for name, data in documents():
        took = reading(data)
        missed += took > DOCUMENT_SECONDS
        if took > DOCUMENT_SECONDS or "/" not in name:  # those of the suite only where they miss
            print(f"{name}: {took * 1000:.1f} ms")
    print(
        f"bars: {SECONDS} s and {MEGABYTES} MB an archive, {DOCUMENT_SECONDS * 1000:.0f} ms a document; missed {missed}"
    )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
