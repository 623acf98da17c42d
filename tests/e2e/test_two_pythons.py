"""The same portfolio gives the same bytes, whichever Python, folder, language, time zone and hash seed."""

import subprocess
import sys
from pathlib import Path

import personas
import pytest
from desk import ROOT, environment
from pythons import furnished, others


def digests(python: Path, folder: Path, **more: str) -> list[str]:
    """The digest of every persona's bundle, made by `python` in `folder`, with `more` in its environment."""
    folder.mkdir()
    done = subprocess.run(
        [python, Path(__file__).with_name("digests.py"), folder],
        cwd=folder,
        env=environment(folder, PYTHONPATH=str(ROOT / "tests"), **more),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the running Python makes, in a usual environment."""
    made = digests(Path(sys.executable), tmp_path_factory.mktemp("here") / "home", PYTHONHASHSEED="1", TZ="UTC")
    assert len(made) == len(personas.NAMES)
    return made


def test_another_folder_language_time_zone_and_hash_seed_make_no_difference(here: list[str], tmp_path: Path) -> None:
    elsewhere = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LANG": "tr_TR.ISO-8859-9", "PYTHONUTF8": "0"}
    assert digests(Path(sys.executable), tmp_path / "Ünother folder", **elsewhere) == here


def test_another_python_makes_no_difference(here: list[str], tmp_path: Path) -> None:
    for number, python in others().items():
        made = digests(furnished(python, tmp_path / f"venv-{number}"), tmp_path / f"folder-{number}")
        assert made == here, number
