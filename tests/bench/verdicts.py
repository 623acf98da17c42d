"""All verdicts of a large portfolio, from scratch and after one more answer.

    uv run python tests/bench/verdicts.py

Prints, for growing numbers of items spread over the five lists, the median time of all levels' verdicts from scratch,
with the board; the same after one answer more; and with all proofs. Beside it the floor: the same document validated
once by its schema. Bars at 1,000 items: 20 ms from scratch, 2 ms after one more answer.
"""

import copy
import datetime as dt
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import jsonschema_rs

sys.path.insert(0, str(Path(__file__).parents[1] / "unit"))

from rulebook_samples import EDITION, Doc, degree, document, job, reference, training

from intake.portfolio.document import Answers, answers
from intake.portfolio.schema import portfolio_schema
from intake.rulebook.assess import Assessment
from intake.rulebook.board import board
from intake.rulebook.proof import verdicts

AS_OF = dt.date(2026, 3, 1)
SIZES, ROUNDS = (10, 100, 1_000, 5_000), 21
BARS = {"from scratch": 20.0, "one more answer": 2.0}
SCHEMA = jsonschema_rs.Draft202012Validator(portfolio_schema())


def portfolio(items: int) -> Doc:
    """A portfolio of so many items: as many of each list, jobs and degrees over twenty years."""
    each = items // 5
    day = dt.date(2005, 1, 1)
    starts = [day + dt.timedelta(n * 7000 // max(each, 1)) for n in range(each)]
    return document(
        education=[degree("master", start.isoformat()) for start in starts],
        training=[training(1.5, start.isoformat()) for start in starts],
        work=[job(start.isoformat(), (start + dt.timedelta(40)).isoformat()) for start in starts],
        supervision=[{"provider": f"R {n}", "format": "group", "hours": 1.5} for n in range(each)],
        references=[reference(f"Rater {n}") for n in range(each)],
        membership={"current": True},
        target={"level": "imhs"},
    )


def median_ms(task: Callable[[], object]) -> float:
    """The median time of a task, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        task()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


def one_more(doc: Doc) -> Callable[[], object]:
    """A task that takes in a longer job, and then decides everything that this can change."""
    before, after = answers(doc), copy.deepcopy(doc)
    after["work"][0]["span"] = {"start": "2001-01-01", "end": ".."}
    longer = answers(after)
    assessment = Assessment(EDITION, AS_OF, before)
    board(assessment)
    turn = [longer, before]

    def task() -> None:
        assessment.touch(turn[0], "work", "work-1")
        board(assessment)
        turn.reverse()

    return task


def judged(shown: Callable[[Assessment], object], known: Answers) -> object:
    """What is shown of a portfolio that is judged anew."""
    return shown(Assessment(EDITION, AS_OF, known))


def main() -> None:
    """Measure and print; exit 1 where a bar is missed."""
    missed = False
    for size in SIZES:
        doc = portfolio(size)
        known = answers(doc)
        times = {
            "from scratch": median_ms(partial(judged, board, known)),
            "one more answer": median_ms(one_more(doc)),
            "with all proofs": median_ms(partial(judged, verdicts, known)),
        }
        floor = median_ms(partial(SCHEMA.is_valid, doc))
        said = ", ".join(f"{name} {ms:.2f} ms" for name, ms in times.items())
        print(f"{size:5} items: {said}; floor {floor:.3f} ms")
        if size == 1_000:
            missed = any(times[name] > bar for name, bar in BARS.items())
    print(f"bars at 1,000 items: {', '.join(f'{name} {bar:g} ms' for name, bar in BARS.items())}")
    sys.exit(missed)


if __name__ == "__main__":
    main()
