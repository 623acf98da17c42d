"""How long it takes to understand what was typed, and what has to be loaded for it.

    uv run python tests/bench/understanding.py

Prints the median and the worst milliseconds over all utterances of `tests/utterances/` and over hostile text, each once
as a command, as a correction, as several facts and as an answer of every kind; and the time to load the words of the
pack. Bars: median at most 1 ms, worst at most 20 ms after loading; no reader is imported before the first paint.
"""

import datetime as dt
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from intake.packs.load import load, load_vocabulary
from intake.session.records import fields_of
from intake.understand.commands import command
from intake.understand.corrections import correction
from intake.understand.facts import facts
from intake.understand.read import read
from intake.understand.records import Record
from intake.understand.slots import Choice, Kind, Slot

TODAY = dt.date(2026, 3, 1)
UTTERANCES = Path(__file__).parents[1] / "utterances"
KINDS: tuple[Kind, ...] = ("date", "span", "number", "hours", "yes_no", "choice", "email")
HOSTILE = (
    "2 " * 150,
    "may " * 75,
    "1/2/3-" * 50,
    "no " * 100,
    "a" * 300,
    "(((" * 100,
    "hours of " * 33,
    "1 to " * 60,
    "2019/2020/" * 30,
    "unknown - 2019 " * 20,
    ("i am " * 30)[:119],
    "my kid can you skip " * 6,
    "is it " * 19,
    "does it count " * 20,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 " * 40,
)
_FIRST_PAINT = """
import sys
from intake.tui.app import IntakeApp
print(sorted(name for name in sys.modules if name.startswith("intake.understand")))
"""


def tasks() -> Iterator[tuple[str, Callable[[str], object]]]:
    """What is done with one text, by name."""
    flow, words = load().flow, load_vocabulary()
    education = flow.sections["education"]
    record = Record(fields_of(education, {"awarded": "2017-05", "school": "VCU"}), "education.awarded")
    options = tuple(Choice(c.id, c.label, c.aliases) for c in education.questions[0].choices)
    yield "command", lambda text: command(text, words, free_text=False)
    yield "correction", lambda text: correction(text, record, TODAY, eager=True)
    for name in ("education", "training", "work"):
        fields = fields_of(flow.sections[name])
        yield f"facts of {name}", lambda text, fields=fields: facts(text, fields, TODAY)  # type: ignore[misc]
    for kind in KINDS:
        slot = Slot(kind, options if kind == "choice" else ())
        yield kind, lambda text, slot=slot: read(text, slot, TODAY)  # type: ignore[misc]


def milliseconds(task: Callable[[str], object], text: str) -> float:
    """The better of two tries at one text, so that what is kept from the first time and a busy machine do not count."""
    times = []
    for _try in range(2):
        started = time.perf_counter()
        task(text)
        times.append(time.perf_counter() - started)
    return min(times) * 1000


def main() -> None:
    """Measure and print."""
    started = time.perf_counter()
    words = load_vocabulary()
    command("go back", words, free_text=False)
    print(f"words of the pack loaded and first used in {(time.perf_counter() - started) * 1000:.1f} ms")
    lines = [line for path in sorted(UTTERANCES.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    said = [json.loads(line)["text"] for line in lines]
    everything: list[float] = []
    for name, task in tasks():
        taken, hostile = ([milliseconds(task, text) for text in texts] for texts in (said, HOSTILE))
        everything += taken
        median, worst = statistics.median(taken), max(taken)
        print(f"{name:20} median {median:5.2f} ms, worst {worst:5.2f} ms; hostile worst {max(hostile):5.2f} ms")
    print(f"all: median {statistics.median(everything):.2f} ms (bar 1), worst {max(everything):.2f} ms (bar 20)")
    painted = subprocess.run([sys.executable, "-c", _FIRST_PAINT], capture_output=True, text=True, check=True).stdout
    print(f"imported with the app, before its first paint: {painted.strip()}")


if __name__ == "__main__":
    main()
