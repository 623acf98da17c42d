"""`python -m intake.understand`: one JSON line in, one out, and nothing decided by what a line is called."""

import json
import subprocess
import sys
from typing import Any

import msgspec
import pytest

from intake.understand.__main__ import run

DATES = {"ref": "2026-11-22", "tense": "past"}
LEVELS = {
    "ref": "2026-11-22",
    "options": [
        {"id": "bachelor", "label": "Bachelor's degree"},
        {"id": "master", "label": "Master's degree"},
    ],
}
EDUCATION = {"slot": "education", "slots": ["degree", "major", "institution", "graduation_date"]}
CORRECTED = {"slot": "graduation_date", "slot_type": "partial_date", "fields": {"graduation_date": "2010"}}
CASES: list[tuple[str, str, dict[str, Any], Any, bool]] = [
    ("date", "yesterday", DATES, "2026-11-21", False),
    ("partial_date", "spring of '09", DATES, "2009-21", True),
    ("date", "August 3", DATES | {"tense": "future"}, "2027-08-03", True),
    ("date_range", "April 2012 to now", DATES, {"start": "2012-04", "end": ".."}, False),
    ("duration", "a year and a half", DATES, "P1Y6M", False),
    ("duration", "4 or 5 months", DATES, {"min": "P4M", "max": "P5M"}, True),
    ("number", "sixty-one", DATES, 61, False),
    ("number", "six or seven", DATES, {"min": 6, "max": 7}, True),
    ("hours", "2.5 CEUs", DATES | {"ceu_hours": 8}, 20, True),
    ("yesno", "yup", DATES, "yes", False),
    ("yesno", "no clue", DATES, "unsure", False),
    ("yesno", "purple", DATES, None, False),
    ("choice", "MSW", LEVELS, "master", False),
    ("choice", "bachlor", LEVELS, "bachelor", True),
    ("choice", "RN", LEVELS, None, False),
    ("meta", "can you explain clock hours?", DATES, {"intent": "define", "topic": "clock hours"}, False),
    ("meta", "start over", DATES, {"intent": "restart"}, True),
    ("meta", "I'll finish later", DATES, {"intent": "quit"}, False),
    ("meta", "Exit Here Counseling", DATES | {"slot_type": "text"}, {"intent": None}, False),
    (
        "compound",
        "BA, VCU, 2010",
        DATES | EDUCATION,
        {"degree": "bachelor", "institution": "VCU", "graduation_date": "2010"},
        True,
    ),
    (
        "correction",
        "no wait, 2012",
        DATES | CORRECTED,
        {"act": "correct", "target": "graduation_date", "value": "2012"},
        False,
    ),
]


@pytest.mark.parametrize(("kind", "text", "context", "value", "confirm"), CASES)
def test_a_line_is_answered_in_the_form_of_its_type(
    kind: str, text: str, context: dict[str, Any], value: object, confirm: bool
) -> None:
    line = json.dumps({"id": "x-1", "type": kind, "text": text, "context": context, "expected": {"value": "bait"}})
    (answer,) = run([line.encode()])
    assert json.loads(answer) == {"id": "x-1", "value": value, "confirm": confirm}


def test_a_line_without_its_text_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="text"):
        list(run([b'{"id": "1", "type": "date", "context": {}}']))


def test_the_command_reads_standard_input() -> None:
    line = json.dumps({"id": "7", "type": "yesno", "text": "nope", "context": DATES})
    done = subprocess.run(
        [sys.executable, "-m", "intake.understand"], input=f"{line}\n\n", capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == {"id": "7", "value": "no", "confirm": False}
