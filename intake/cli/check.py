"""`intake check`: one bundle or thousands, on all cores, with what is known already taken from a file of results."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from intake.cli.documents import UNREADABLE, WANTING

if TYPE_CHECKING:
    from pathlib import Path

    from intake.checking.kept import Results
    from intake.checking.outcome import Outcome, Tally
    from intake.checking.shown import Shape


def check(options: argparse.Namespace) -> int:
    """Verify bundles; 1 where one is found wanting, 3 where one cannot be read."""
    from functools import partial

    from intake.checking.examine import Terms, examine
    from intake.checking.folders import bundles
    from intake.checking.outcome import Tally
    from intake.checking.pool import worked
    from intake.checking.shown import Csv, Json, Text
    from intake.packs.load import load_edition

    if options.rulebook:
        load_edition(options.rulebook)
    paths = bundles(options.bundles)
    shape = Json() if options.json else Csv() if options.csv else Text()
    tally = Tally()
    with _results(options) as results:
        terms = Terms(
            options.rulebook or "", getattr(options, "as_of", None), results.known if results else None, options.bag
        )
        found = worked(paths, partial(examine, terms), options.jobs, _own_packs())
        try:
            _tell(found, len(paths), shape, tally, results)
        finally:
            if len(paths) > 1:
                print(tally.said(len(paths)), file=sys.stdout if isinstance(shape, Text) else sys.stderr)
    return UNREADABLE if tally.unreadable else WANTING if tally.wanting else 0


def _results(options: argparse.Namespace) -> "AbstractContextManager[Results | None]":
    from intake.checking.kept import Results, circumstances

    if options.results is None:
        return nullcontext()
    as_of = getattr(options, "as_of", None) if options.rulebook else None
    return Results(
        options.results, circumstances(options.rulebook or "", as_of.isoformat() if as_of else "", options.bag)
    )


def _tell(
    found: "Iterable[tuple[int, Outcome]]", total: int, shape: "Shape", tally: "Tally", results: "Results | None"
) -> None:
    """Write every outcome in the order of the bundles; when stopped, those that are done."""
    from intake.checking.progress import Progress

    progress = Progress(sys.stderr, total)
    held: dict[int, Outcome] = {}
    written = 0
    sys.stdout.write(shape.first())
    try:
        for done, (place, outcome) in enumerate(found, start=1):
            held[place] = outcome
            tally.add(outcome)
            if results:
                results.add(outcome)
            for ready in _in_line(held, written):
                progress.clear()
                sys.stdout.write(shape.each(ready))
                written += 1
            progress.tell(done)
    finally:
        progress.clear()
        sys.stdout.write("".join(shape.each(held[place]) for place in sorted(held)) + shape.last())
        sys.stdout.flush()


def _in_line(held: "dict[int, Outcome]", place: int) -> "Iterator[Outcome]":
    """Take out those that come at `place` and next, as far as they are there."""
    while place in held:
        yield held.pop(place)
        place += 1


def _own_packs() -> "Path | None":
    """The folder of packs that a process of its own must be told of."""
    from intake.resources import flows_folder, shipped_flows

    return None if flows_folder() == shipped_flows() else flows_folder()
