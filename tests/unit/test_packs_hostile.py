"""Packs that mean harm are refused with file and line; how quickly, `tests/bench/hostile_packs.py` measures."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from broken_packs import SOUND
from hostile_packs import CASES, FLOW, put

from intake.packs.check import check
from intake.packs.load import load_flow, packs_in


@pytest.mark.parametrize(("code", "spoil"), [pytest.param(code, do, id=what) for what, code, do in CASES])
def test_it_is_refused_with_file_and_line(code: str, spoil: Callable[[Path], None], tmp_path: Path) -> None:
    packs = shutil.copytree(SOUND, tmp_path / "packs")
    spoil(packs / "sample")
    with packs_in(packs):
        findings = check().findings
    assert {found.code for found in findings} == {code}
    assert all(Path(found.file).is_relative_to(packs) and found.line >= 1 for found in findings)


@pytest.mark.parametrize(("written", "meant"), [("no", "no"), ("012", "012"), ("0x1F", "0x1F"), ("1_000", "1_000")])
def test_what_other_readers_take_for_something_else_stays_as_it_was_written(
    written: str, meant: str, tmp_path: Path
) -> None:
    packs = shutil.copytree(SOUND, tmp_path / "packs")
    put(FLOW, "{id: apply, label: apply one}", f"{{id: apply, label: {written}, aliases: [{written}x]}}")(
        packs / "sample"
    )
    with packs_in(packs):
        question = load_flow("sample/application")[0].question("applicant.purpose")
    assert question is not None
    assert question.choices[0].label == meant
