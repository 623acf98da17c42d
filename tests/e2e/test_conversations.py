"""Conversations as (invented) people would type them: what is said back, word for word.

Each file of `tests/conversations/` is what the terminal shows; its lines after "> " are typed again. To take a change
of words over, type them anew: `intake --plain --as-of 2026-03-01`, or `intake prescreen` so for those in `calls`.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "conversations"
#: The hash of a log holds that of the questions, so that each edit of them makes another.
OF_THE_LOG = re.compile(r"(?<=log up to it: )[0-9a-f]{64}")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_conversation_reads_as_it_did(path: Path, tmp_path: Path) -> None:
    typed, told = _typed(path)
    assert len(typed) > 30
    assert OF_THE_LOG.sub("…", _shown(typed, tmp_path)) == OF_THE_LOG.sub("…", told)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("calls/*.txt")), ids=lambda path: path.stem)
def test_a_call_with_a_caller_who_jumps_about_reads_as_it_did(path: Path, tmp_path: Path) -> None:
    typed, told = _typed(path)
    assert len(typed) > 20
    assert _shown(typed, tmp_path, "prescreen") == told


def _typed(path: Path) -> tuple[list[str], str]:
    told = path.read_text("utf-8")
    return [line.removeprefix("> ") for line in told.splitlines() if line.startswith("> ")], told


def _shown(typed: list[str], folder: Path, *command: str) -> str:
    run = [sys.executable, "-m", "intake", *command, "--plain", "--as-of", "2026-03-01", "--home", str(folder / "home")]
    words = "\n".join(typed) + "\n"
    return subprocess.run(run, input=words, capture_output=True, encoding="utf-8", check=True, timeout=60).stdout
