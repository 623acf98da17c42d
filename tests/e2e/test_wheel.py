"""The wheel alone, in a clean environment and an empty folder, does what the checkout does."""

import json
import subprocess
import sys
import sysconfig
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest
from desk import DAY, ROOT, Desk, environment
from personas import FOLDER

_WHERE = "import json, intake, intake.resources as r; print(json.dumps([intake.__file__, str(r.flows_folder())]))"


def uv(*arguments: str | Path, cwd: Path) -> None:
    """Run uv, and show what it said where it failed."""
    done = subprocess.run(["uv", *map(str, arguments)], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    uv("build", "--quiet", "--wheel", "--out-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with the wheel in it; what the wheel depends on is looked up where it is installed for us."""
    folder = tmp_path_factory.mktemp("clean")
    venv = folder / "venv"
    uv("venv", "--quiet", "--python", sys.executable, venv, cwd=folder)
    uv("pip", "install", "--quiet", "--offline", "--no-deps", "--python", venv, wheel, cwd=folder)
    (packages,) = venv.glob("lib/python*/site-packages")
    (packages / "ours.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return venv / "bin" / "python"


def test_the_wheel_holds_all_data_and_nothing_of_the_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    for folder, place in (("flows", "intake/_data/"), ("schemas", "intake/_data/"), ("intake", "")):
        for file in (path for path in (ROOT / folder).rglob("*.*") if path.suffix != ".pyc"):
            assert inside[place + file.relative_to(ROOT).as_posix()] == file.read_bytes()
    assert "intake/tui/interview.tcss" in inside
    tops = {name.partition("/")[0] for name in inside}
    assert tops == {"intake", *(top for top in tops if top.endswith(".dist-info"))}


def test_the_wheel_holds_an_interview_by_itself(python: Path, desk: Desk) -> None:
    program = [str(python.with_name("intake"))]
    where = subprocess.run(
        [python, "-c", _WHERE], cwd=desk.folder, env=environment(desk.folder), capture_output=True, check=True
    )
    venv = python.parents[1].resolve()
    assert all(Path(path).is_relative_to(venv) for path in json.loads(where.stdout))
    typed = (FOLDER / "dana.txt").read_bytes()
    told = desk.intake("--plain", "--as-of", DAY, "--bundle", "dana.zip", typed=typed, python=program)
    assert (told.code, told.err) == (0, "")
    assert desk.intake("check", "dana.zip", python=program).code == 0
    schema = desk.intake("schema", "portfolio", python=program)
    assert schema.out == (ROOT / "schemas" / "portfolio.schema.json").read_text("utf-8")
    assert desk.intake("flow", "check", python=program).code == 0
    assert desk.intake("--version", python=program).out == f"intake {version('intake')}\n"
