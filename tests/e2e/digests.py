"""Prints the SHA-256 of every persona's bundle, a line each, as made in a folder that is named.

python digests.py FOLDER
"""

import hashlib
import sys
from pathlib import Path

import personas


def digest(name: str, folder: Path) -> str:
    """Of one persona's bundle, made in `folder`."""
    personas.run(name, folder / name, folder / f"{name}.zip")
    return hashlib.sha256((folder / f"{name}.zip").read_bytes()).hexdigest()


if __name__ == "__main__":
    for each in personas.NAMES:
        sys.stdout.write(f"{digest(each, Path(sys.argv[1]))}  {each}.zip\n")
