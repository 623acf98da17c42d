"""The Pythons on this machine, and one of them with what the program needs."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import requires, version
from pathlib import Path

from desk import ROOT

_VERSIONS = ("3.11", "3.12", "3.13", "3.14")
_NAME = re.compile(r"[\w.-]+")


def others() -> dict[str, Path]:
    """One Python of every minor version that is on this machine, but for the version that runs."""
    running = f"{sys.version_info.major}.{sys.version_info.minor}"
    found = {number: next(_candidates(number), None) for number in _VERSIONS if number != running}
    return {number: python for number, python in found.items() if python is not None}


def _candidates(number: str) -> Iterator[Path]:
    name = f"python{number}"
    on_path = (Path(folder) / name for folder in os.environ["PATH"].split(os.pathsep))
    of_pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob(f"versions/{number}.*/bin/{name}")
    of_uv = Path.home().glob(f".local/share/uv/python/cpython-{number}.*/bin/{name}")
    yield from (python for python in (*on_path, *of_pyenv, *of_uv) if python.is_file() and _runs(python))


def _runs(python: Path) -> bool:
    """Whether it is a Python; pyenv puts scripts of that name on the path for those that are switched off too."""
    return subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0


def furnished(python: Path, folder: Path) -> Path:
    """A new environment of `python` in `folder`, with the program, and what it needs in the versions that we have."""
    names = [match[0] for line in requires("intake") or [] if (match := _NAME.match(line))]
    pins = [f"{name}=={version(name)}" for name in names]
    subprocess.run(["uv", "venv", "--quiet", "--python", python, folder], check=True)
    install = ["uv", "pip", "install", "--quiet", "--python", str(folder), str(ROOT), *pins]
    if subprocess.run([*install, "--offline"], capture_output=True, check=False).returncode:
        subprocess.run(install, check=True)  # the first time on this machine
    return folder / "bin" / "python"
