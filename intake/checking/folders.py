"""Where bundles lie: each path that was named, and what is in the folders among them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from intake.bundle import bag

_MARKS = {bag.BAGIT, bag.INFO, bag.MANIFEST, bag.TAGMANIFEST}


def bundles(paths: Iterable[Path]) -> list[Path]:
    """Every bundle that `paths` lead to, once and in order.

    A folder stands for the zips and the unpacked bags in it, at any depth; hidden names are passed over and no link in
    it is followed. A folder that holds none, or cannot be read, stands for itself.
    """
    return list(dict.fromkeys(found for path in paths for found in _under(path)))


def is_bag(folder: Path) -> bool:
    """Whether a folder has the marks of an unpacked bag. Raises OSError."""
    return not _MARKS.isdisjoint(place.name for place in folder.iterdir())


def _under(path: Path) -> Iterator[Path]:
    found = iter(_walk(path)) if path.is_dir() else iter(())
    first = next(found, path)
    yield first
    yield from found


def _walk(root: Path) -> Iterator[Path]:
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            if is_bag(folder):
                yield folder
                continue
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            yield folder
            continue
        seen = [entry for entry in entries if not entry.name.startswith(".") and not entry.is_symlink()]
        yield from (Path(e.path) for e in seen if e.name.casefold().endswith(".zip") and e.is_file())
        waiting += [Path(e.path) for e in reversed(seen) if e.is_dir()]
