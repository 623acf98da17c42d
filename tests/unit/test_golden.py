"""What every edition says of the personas and edge cases is what stands in tests/golden, reviewed line by line."""

from pathlib import Path

from golden.tables import tables

GOLDEN = Path(__file__).parents[1] / "golden"


def test_every_edition_says_of_every_case_what_its_table_shows() -> None:
    """If this differs on purpose: python tests/golden/make.py, then read every changed line."""
    kept = {path.name: path.read_text("utf-8") for path in GOLDEN.glob("*.txt")}
    assert len(kept) == 20
    assert tables() == kept
