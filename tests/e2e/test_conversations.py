"""Conversations as (invented) people would type them: what is said back, word for word.

Each file of `tests/conversations/` is what the terminal shows; its lines after "> " are typed again. To take a change
of words over, type them anew: `intake --plain --as-of 2026-03-01`.
"""

import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "conversations"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_conversation_reads_as_it_did(path: Path, tmp_path: Path) -> None:
    told = path.read_text("utf-8")
    typed = [line.removeprefix("> ") for line in told.splitlines() if line.startswith("> ")]
    shown = subprocess.run(
        [sys.executable, "-m", "intake", "--plain", "--as-of", "2026-03-01", "--home", str(tmp_path / "home")],
        input="\n".join(typed) + "\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert len(typed) > 30
    assert shown.stdout == told
