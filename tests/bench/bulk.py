"""How fast `intake check` goes through many small bundles, beside the tools that a person would use without it.

    uv run --with check-jsonschema python tests/bench/bulk.py

Makes some hundreds of bundles, each with another name, address and week, from the invented applicants of the pack,
judged and written as the program does. Then, on the same files in the same run, in processor seconds per bundle (a
figure that other work on the computer moves little), each the median of some rounds in turn:

- ours: `intake check --jobs 1` on all of them, the start of the process included. It also makes every verdict, every
  proof and the summary again, which the others do not.
- theirs: `bagit.py --validate` and `check-jsonschema` on each unpacked bundle, a process each, as they are used.
  Bar: 10.
- theirs as libraries, within one process with the schema compiled once: printed for honesty, without a bar.
- two processes beside one, in bundles per second by the clock, on every bundle under ten names: with fewer, the
  start of the processes is most of what is measured. Bar: 1.7, where two processors are free.

Ends with 1 where a bar is missed, or a bundle is not in order.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]  # this program, and the tests' personas

import bagit  # noqa: E402
import jsonschema  # noqa: E402
import personas  # noqa: E402

from intake.bundle.write import write  # noqa: E402
from intake.packs.load import load_edition  # noqa: E402
from intake.portfolio.signing import signed_digest  # noqa: E402
from intake.session.document import judged_by, portfolio_of  # noqa: E402
from intake.session.start import open_to_read  # noqa: E402

BUNDLES, NAMES, SAMPLE, ROUNDS, RATIO_BAR, CORES_BAR = 300, 10, 15, 3, 10.0, 1.7
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}


def portfolios(home: Path) -> Iterator[dict[str, Any]]:
    """What the invented applicants said, without their attachments, over and over with other particulars."""
    said = []
    for name in personas.NAMES:
        session, _out = personas.run(name, home / name, home / f"{name}.zip")
        session = open_to_read(home / name, session.id, personas.AS_OF)
        said.append(portfolio_of(session.case) | {"attachments": []})
        session.close()
    for number in range(BUNDLES):
        one: dict[str, Any] = json.loads(json.dumps(said[number % len(said)]))
        one["applicant"] |= {"name": f"Applicant {number}", "email": f"applicant-{number}@example.org"}
        for job in one["work"]:
            job["hours_per_week"] = 20.0 + number % 21
        if signature := one["ethics"].get("signature"):
            signature |= {"name": one["applicant"]["name"], "name_matches": True}
            signature["portfolio_sha256"] = signed_digest(one)
        yield one


def make(folder: Path, home: Path) -> list[Path]:
    """The bundles, written into `folder`."""
    edition, pin = load_edition("vaimh/seed")
    for number, document in enumerate(portfolios(home)):
        judged, proofs = judged_by(document, edition, pin, personas.AS_OF)
        write(folder / f"{number:04}.zip", document | {"judged": judged.model_dump(mode="json")}, proofs, {})
    return sorted(folder.glob("*.zip"))


def unpacked(bundles: Sequence[Path], folder: Path) -> list[Path]:
    """The bags in `bundles`, each in a folder of its own."""
    for path in bundles:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder / path.stem)
    return sorted(folder.glob("*/portfolio-*"))


def many(bundles: Sequence[Path], folder: Path) -> Path:
    """Every bundle under several names, in `folder`."""
    for path in bundles:
        for number in range(NAMES):
            (folder / f"{path.stem}-{number}.zip").hardlink_to(path)
    return folder


def ours(folder: Path, jobs: int, count: int = BUNDLES) -> None:
    """Check all, `count` of them; ends the benchmark unless all are in order."""
    command = [sys.executable, "-m", "intake", "check", str(folder), "--jobs", str(jobs)]
    told = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if told.returncode or f"Checked {count:,}: {count:,} in order" not in told.stdout:
        sys.exit(f"not in order:\n{told.stdout[-2000:]}{told.stderr}")


def theirs(bags: Sequence[Path]) -> None:
    """Both tools on each bag."""
    for bag in bags:
        subprocess.run([sys.executable, "-m", "bagit", "--validate", "--quiet", bag], check=True)
        schema, document = bag / "data/portfolio.schema.json", bag / "data/portfolio.json"
        subprocess.run([tool(), "--schemafile", schema, document], check=True, stdout=subprocess.DEVNULL)


def libraries(bags: Sequence[Path]) -> None:
    """Both tools' libraries on each bag, in this process."""
    validator = jsonschema.Draft202012Validator(json.loads((bags[0] / "data/portfolio.schema.json").read_bytes()))
    for bag in bags:
        bagit.Bag(str(bag)).validate()
        validator.validate(json.loads((bag / "data/portfolio.json").read_bytes()))


def tool() -> str:
    """Where check-jsonschema is."""
    beside = shutil.which("check-jsonschema", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    return beside or sys.exit("check-jsonschema is not here: uv run --with check-jsonschema python tests/bench/bulk.py")


def processor(work: Callable[[], None]) -> tuple[float, float]:
    """The processor seconds that `work` takes, here and in the processes it starts, and those on the clock."""
    began, before = time.perf_counter(), _spent()
    work()
    return _spent() - before, time.perf_counter() - began


def _spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as place:
        home, folder, flat, lot = (Path(place, name) for name in ("home", "bundles", "bags", "lot"))
        for made in (home, folder, lot):
            made.mkdir()
        bundles = make(folder, home)
        bags, lot = unpacked(bundles, flat), many(bundles, lot)
        each: dict[str, list[float]] = {"ours": [], "theirs": [], "libraries": [], "one": [], "two": []}
        for _round in range(ROUNDS):
            each["ours"].append(processor(lambda: ours(folder, 1))[0] / BUNDLES)
            each["one"].append(processor(lambda: ours(lot, 1, BUNDLES * NAMES))[1])
            each["two"].append(processor(lambda: ours(lot, 2, BUNDLES * NAMES))[1])
            each["theirs"].append(processor(lambda: theirs(bags[:SAMPLE]))[0] / SAMPLE)
            each["libraries"].append(processor(lambda: libraries(bags))[0] / BUNDLES)
        size = sum(path.stat().st_size for path in bundles) / BUNDLES / 1024
    mid = {name: statistics.median(times) for name, times in each.items()}
    ratio = mid["theirs"] / mid["ours"]
    speed = statistics.median(one / two for one, two in zip(each["one"], each["two"], strict=True))
    print(f"{BUNDLES} bundles of {size:.0f} KiB; processor time a bundle, median of {ROUNDS}")
    print(f"intake check, one process: {mid['ours'] * 1000:.1f} ms, {1 / mid['ours']:.0f} bundles a second and core")
    print(f"bagit.py and check-jsonschema: {mid['theirs'] * 1000:.0f} ms, ratio {ratio:.1f} (bar {RATIO_BAR})")
    print(f"their libraries in one process, nothing judged: {mid['libraries'] * 1000:.1f} ms")
    print(f"two processes beside one, by the clock: {speed:.2f} (bar {CORES_BAR})")
    return 0 if ratio >= RATIO_BAR and speed >= CORES_BAR else 1


if __name__ == "__main__":
    sys.exit(main())
