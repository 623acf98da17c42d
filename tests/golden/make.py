"""Write the golden tables anew, for a person to read what has changed in them.

python tests/golden/make.py
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "unit")]

from golden.tables import tables  # noqa: E402 - the tests are found through the path set above

if __name__ == "__main__":
    for old in HERE.glob("*.txt"):
        old.unlink()
    for name, text in tables().items():
        (HERE / name).write_text(text, encoding="utf-8")
