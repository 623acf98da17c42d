"""525 things that people type, in the situations of the ten (invented) personas and of callers, and what they mean.

`tests/utterances/` was written without sight of the readers. What is asked again though it need not be is listed beside
it in `asked_again.txt`: whoever makes the readers better takes lines out, and none may come in. Nothing may be taken
for something else.
"""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from intake.understand.__main__ import run

FOLDER = Path(__file__).parents[1] / "utterances"
LINES = [line for path in sorted(FOLDER.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
CASES: list[dict[str, Any]] = [json.loads(line) for line in LINES]
ASKED_AGAIN = frozenset((FOLDER / "asked_again.txt").read_text("utf-8").split())


def form(kind: str, value: Any) -> Any:
    """A value in a form in which equal meanings are equal; None for what is asked again."""
    if value is None or (kind in ("correction", "meta") and value.get("act", value.get("intent")) is None):
        return None
    if kind == "correction":
        return value["act"], value.get("target"), str(value.get("value")).lower()
    if kind == "compound":
        return {slot: str(said).lower() if isinstance(said, str) else float(said) for slot, said in value.items()}
    if kind == "duration":
        return tuple(map(length, value.values())) if isinstance(value, dict) else length(value)
    return value


def length(iso: str) -> tuple[float, float]:
    """An ISO 8601 duration as (months, days), so that P24M is P2Y."""
    match = re.fullmatch(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?", iso)
    assert match, iso
    years, months, weeks, days = (float(part or 0) for part in match.groups())
    return years * 12 + months, weeks * 7 + days


def meant(case: dict[str, Any]) -> list[Any]:
    """All readings of a case that are right."""
    expected = case["expected"]
    return [form(case["type"], value) for value in (expected["value"], *expected.get("accept", []))]


@pytest.fixture(scope="module")
def got() -> dict[str, dict[str, Any]]:
    """What is made of each line, by its id."""
    answers = [json.loads(answer) for answer in run(line.encode() for line in LINES)]
    return {answer["id"]: answer for answer in answers}


def test_there_are_at_least_300_of_all_types() -> None:
    kinds = Counter(case["type"] for case in CASES)
    assert len(CASES) >= 300
    assert len(kinds) == 11
    assert min(kinds.values()) >= 20


def test_nothing_is_taken_for_something_else(got: dict[str, dict[str, Any]]) -> None:
    wrong = [
        (case["id"], case["text"], got[case["id"]]["value"])
        for case in CASES
        if (value := form(case["type"], got[case["id"]]["value"])) is not None and value not in meant(case)
    ]
    assert not wrong


def test_nothing_is_asked_again_that_was_understood_before(got: dict[str, dict[str, Any]]) -> None:
    missed = {
        case["id"] for case in CASES if form(case["type"], got[case["id"]]["value"]) is None and None not in meant(case)
    }
    assert missed == ASKED_AGAIN


def test_what_has_to_be_read_back_is_read_back(got: dict[str, dict[str, Any]]) -> None:
    silent = [
        (case["id"], case["text"])
        for case in CASES
        if case["expected"].get("confirm")
        and form(case["type"], got[case["id"]]["value"]) is not None
        and not got[case["id"]]["confirm"]
    ]
    assert not silent
