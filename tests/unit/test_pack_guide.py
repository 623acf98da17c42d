"""The guide for pack authors says what is so: its table of codes, its examples and its commands."""

import re
import shlex
from pathlib import Path

import pytest
from guide import GUIDE, written

from intake.cli.parser import parser
from intake.interview.migration import Migration
from intake.packs.check import check
from intake.packs.load import load_edition, packs_in
from intake.packs.skeleton import skeleton, write
from intake.packs.yaml import read

TEXT = GUIDE.read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
COMMANDS = [line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines()]


def _example(beginning: str, folder: Path) -> Path:
    """The YAML block of the guide that begins so, as a file."""
    path = folder / "example.yaml"
    path.write_text(next(block for _kind, block in BLOCKS if block.startswith(beginning)), "utf-8")
    return path


def test_the_table_of_codes_is_the_checkers() -> None:
    """Write it anew with `python tests/guide.py`, and read what changed."""
    assert written(TEXT) == TEXT


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_guide_is_understood(command: str) -> None:
    program, *arguments = shlex.split(command, comments=True)
    assert program == "intake"
    assert parser().parse_args(arguments).command


def test_the_second_edition_of_the_guide_extends_the_first_of_a_new_pack(tmp_path: Path) -> None:
    write(skeleton("okaimh", "Oklahoma Association for Infant Mental Health"), tmp_path / "packs")
    _example("edition: okaimh/later", tmp_path).rename(tmp_path / "packs" / "okaimh" / "rulebook" / "later.yaml")
    with packs_in(tmp_path / "packs"):
        edition, _pin = load_edition("okaimh/later")
        assert check().findings == ()
    assert edition.questions == ()
    work = next(requirement for requirement in edition.requirements if requirement.id == "ifs.work")
    assert (work.need, work.title) == ({"paid_months": {"minimum": 36}}, "Three years of paid work")


def test_the_migration_of_the_guide_has_every_step_there_is(tmp_path: Path) -> None:
    value, _places, _data = read(_example("# yaml-language-server: $schema=../schemas/migration", tmp_path))
    kinds = {type(step).__name__ for step in Migration.model_validate(value).steps}
    assert kinds == {
        "RenameQuestion", "RenameSection", "RenameOption", "RemoveOption", "RemoveQuestion", "AddQuestion", "AskAnew",
    }  # fmt: skip
