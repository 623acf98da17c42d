"""The ten invented applicants as callers: what each says in fragments, and which answers of the interview those are."""

from pathlib import Path
from typing import Any

from intake.portfolio.document import SINGLES, Answers, complete
from intake.prescreen.sheet import Sheet
from intake.session.case import OpenCase

FOLDER = Path(__file__).parent / "data" / "callers"
_UNTOLD = "# untold: "


def fragments(name: str) -> list[str]:
    """What staff type while the caller speaks."""
    return [line for line in _lines(name) if not line.startswith("#")]


def untold(name: str) -> set[str]:
    """The questions of the call sheet that nothing is said about."""
    return {q for line in _lines(name) if line.startswith(_UNTOLD) for q in line.removeprefix(_UNTOLD).split()}


def _lines(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()


def facts(case: OpenCase, sheet: Sheet, leave: set[str]) -> dict[str, list[dict[str, Any]]]:
    """What a case knows of the questions that a sheet takes, but for those to `leave`: the entries of each section."""
    taken = {take.question for line in sheet.lines for take in line.takes} - leave
    return {section: _entries(case, section, taken) for section in sheet.sections}


def _entries(case: OpenCase, section: str, taken: set[str]) -> list[dict[str, Any]]:
    docs = [
        {field: value for field, value in doc.items() if f"{section}.{field}" in taken}
        for doc in case.projection.docs[section].values()
    ]
    return sorted(filter(None, docs), key=repr)


def answers(found: dict[str, list[dict[str, Any]]], finished: frozenset[str]) -> Answers:
    """Those facts in the form that the rules judge."""
    lists = {
        section: {f"{section}-{n}": doc for n, doc in enumerate(entries, start=1)}
        for section, entries in found.items()
        if section not in SINGLES
    }
    known = {
        f"{section}.{f}": v for section in found if section in SINGLES for doc in found[section] for f, v in doc.items()
    }
    return complete(lists, known, finished)
