"""Every code of the checker has an example pack that yields it and nothing else, on the line at fault."""

from pathlib import Path

import pytest
from broken_packs import Example, build, examples

from intake.packs.check import Report, check
from intake.packs.checks.codes import CODES
from intake.packs.load import packs_in

EXAMPLES = examples()


def report(folder: Path) -> Report:
    """What the checker says of all packs in a folder."""
    with packs_in(folder):
        return check()


def test_every_code_has_an_example() -> None:
    assert {example.code for example in EXAMPLES} == CODES.keys()


@pytest.mark.parametrize("example", [pytest.param(e, id=f"{e.code}: {e.what}") for e in EXAMPLES])
def test_a_fault_is_found_under_its_own_code_and_line(example: Example, tmp_path: Path) -> None:
    build(example, tmp_path / "packs")
    findings = report(tmp_path / "packs").findings
    assert {finding.code for finding in findings} == {example.code}, findings
    lines = Path(findings[0].file).read_bytes().splitlines() if Path(findings[0].file).exists() else [b""]
    assert any(example.line.encode() in lines[finding.line - 1] for finding in findings), findings


def test_every_sentence_says_what_to_do_and_names_what_it_is_about() -> None:
    for code, entry in CODES.items():
        assert entry.meaning.endswith("."), code
        assert "{" in entry.sentence, code
