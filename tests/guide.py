"""The checker's codes as a table for `flows/README.md`, each with what it says of its first example.

python tests/guide.py          writes the table anew
"""

import tempfile
from itertools import groupby
from pathlib import Path

from broken_packs import build, examples

from intake.packs.check import check
from intake.packs.checks.codes import CODES
from intake.packs.load import packs_in

GUIDE = Path(__file__).parents[1] / "flows" / "README.md"
BEGIN, END = "<!-- codes -->\n", "<!-- /codes -->\n"


def table() -> str:
    """A line for each code: what it means, what was wrong in the example, and what the checker said."""
    first = {code: next(those) for code, those in groupby(examples(), key=lambda example: example.code)}
    rows = ["| code | what it means | what the checker says, for instance |", "|---|---|---|"]
    for code, entry in CODES.items():
        with tempfile.TemporaryDirectory() as folder:
            build(first[code], Path(folder) / "packs")
            with packs_in(Path(folder) / "packs"):
                said = check().findings[0].message.replace(f"{folder}/packs/", "")
        rows.append(f"| `{code}` | {_cell(entry.meaning)} | {_cell(said)} |")
    return "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def written(guide: str) -> str:
    """The guide with the table of today."""
    head, _begin, rest = guide.partition(BEGIN)
    return head + BEGIN + "\n" + table() + "\n" + END + rest.partition(END)[2]


if __name__ == "__main__":
    GUIDE.write_text(written(GUIDE.read_text("utf-8")), "utf-8")
