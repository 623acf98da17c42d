"""Keeps what the screens look like, after a change that is meant; and makes pictures of them to look at.

uv run python tests/snapshot/make.py                      # keep all scenes
uv run python tests/snapshot/make.py --pictures pictures  # an SVG of each, in every size and theme; nothing is kept
"""

import argparse
import re
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), *(str(TESTS / folder) for folder in ("snapshot", "tui", "unit"))]

from scenes import SCENES  # noqa: E402 - the tests are found through the path set above
from seeing import file_of, seen, whole  # noqa: E402 - as above


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help="only these")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="write pictures there instead")
    options = parser.parse_args()
    for steps in SCENES:
        if options.scenes and steps.__name__ not in options.scenes:
            continue
        if options.pictures is None:
            file_of(steps).parent.mkdir(exist_ok=True)
            file_of(steps).write_text(whole(steps), "utf-8")
            continue
        options.pictures.mkdir(parents=True, exist_ok=True)
        for look in seen(steps, drawn=True):
            width, height = look.size
            svg = re.sub(r"@font-face \{.*?\}\s*", "", look.svg, flags=re.DOTALL)  # no font from elsewhere
            (options.pictures / f"{steps.__name__}-{width}x{height}-{look.theme}.svg").write_text(svg, "utf-8")


if __name__ == "__main__":
    main()
