"""What holds for all tests: a desk for each that asks for one, a folder that no disk slows down, and no hurry."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import platformdirs
import pytest

# Compiled modules are kept between runs, also where the environment asks for none: each worker imports everything.
sys.pycache_prefix = str(platformdirs.user_cache_path("intake-tests", appauthor=False) / "compiled")
sys.dont_write_bytecode = False

from desk import Desk  # noqa: E402 - compiled modules are to be found there
from hypothesis import settings  # noqa: E402
from textual.css.model import RuleSet  # noqa: E402
from textual.css.stylesheet import Stylesheet  # noqa: E402

_MEMORY = Path("/dev/shm")

# How long an example takes is the machine's affair; speed is measured in tests/bench.
settings.register_profile("intake", deadline=None)
settings.load_profile("intake")


def pytest_xdist_auto_num_workers() -> int:
    """Two workers more than there are cores: tests of the app wait a third of their time for it to come to rest."""
    return len(os.sched_getaffinity(0)) + 2 if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1) + 2


_parse_rules = Stylesheet._parse_rules
_parsed: dict[object, list[RuleSet]] = {}


def _parsed_once(sheet: Stylesheet, css: str, *where: object, **how: object) -> list[RuleSet]:
    key = (frozenset(sheet._variables.items()), css, where, frozenset(how.items()))
    if key not in _parsed:
        _parsed[key] = _parse_rules(sheet, css, *where, **how)  # type: ignore[arg-type]
    return _parsed[key]


# Every test opens an app of its own, and their style sheets are the same.
Stylesheet._parse_rules = _parsed_once  # type: ignore[method-assign, assignment]


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where the system has one: what outlives a process there would outlive it on a disk too."""
    with TemporaryDirectory(prefix="intake-tests-", dir=_MEMORY if os.access(_MEMORY, os.W_OK) else tmp_path) as folder:
        yield Path(folder)


@pytest.fixture
def desk(quick_folder: Path) -> Desk:
    return Desk(quick_folder)
