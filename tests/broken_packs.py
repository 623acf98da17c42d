"""Packs with a fault each, made from the sound one by what differs: `tests/data/packs/<code>/*.yaml`.

An example says `what` an author may get wrong, the `change` to the sound pack, and (part of) the `line` that is to be
found. A change replaces the first `find` of a file by `put`. It may also `remove` the file, `add` one with a text, make
it a `copy` of another, `fill` it up to so many bytes, write it in another `encoding`, or say what stands `within` as
many `times`, joined by `join` and told apart by another number in place of `count`.

    python tests/broken_packs.py guard-idle FOLDER      writes an example, for a look at it
"""

import shutil
import sys
from pathlib import Path
from typing import Any, NamedTuple

import yaml

PACKS = Path(__file__).parent / "data" / "packs"
SOUND = PACKS / "sound"


class Example(NamedTuple):
    """A broken pack: the code it is to yield, a name, what is wrong, what differs, and a part of the line at fault."""

    code: str
    name: str
    what: str
    change: list[dict[str, Any]]
    line: str


def examples() -> list[Example]:
    """All examples, by code."""
    found = []
    for path in sorted(PACKS.glob("*/*.yaml")):
        told = yaml.safe_load(path.read_text("utf-8"))
        found.append(Example(path.parent.name, path.stem, told["what"], told["change"], told["line"]))
    return found


def build(example: Example, folder: Path) -> Path:
    """Write the pack of an example below `folder`, which does not exist yet; the folder of its association."""
    shutil.copytree(SOUND, folder)
    for change in example.change:
        _apply(folder / "sample" / change["file"], change)
    return folder / "sample"


def _apply(path: Path, change: dict[str, Any]) -> None:
    if change.get("remove"):
        path.unlink()
        return
    if "add" in change or "copy" in change:
        path.parent.mkdir(exist_ok=True)
        path.write_text(change["add"] if "add" in change else (path.parents[1] / change["copy"]).read_text("utf-8"))
        return
    text = path.read_text("utf-8")
    assert change["find"] in text, f"{path.name} does not hold {change['find']!r}"
    text = text.replace(change["find"], _put(change), 1)
    text += "#" * (change.get("fill", 0) - len(text.encode()))
    path.write_bytes(text.encode(change.get("encoding", "utf-8")))


def _put(change: dict[str, Any]) -> str:
    put: str = change["put"]
    if "within" not in change:
        return put
    each, count = change["within"], change.get("count")
    many = (each.replace(count, f"0.{n:04}") if count else each for n in range(change["times"]))
    return put.replace(each, change["join"].join(many), 1)


if __name__ == "__main__":
    code, target = sys.argv[1:]
    chosen = next(example for example in examples() if f"{example.code}/{example.name}".startswith(code))
    print(build(chosen, Path(target)))
