"""Extending: a file that says `extends: NAME` says only what differs from the file of that name.

A scalar replaces. Entries, of a map by their key and of a list by their `id`, are added, or replaced key by key where
they stand in both. `without: [ids]` takes entries of the extended file out. What a file is called (`OWN`) it says
itself. The places are merged along, so that an error names the file and line of the entry at fault.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, NamedTuple

from intake.packs.yaml import DEEPEST, PackError, Place, Places, read

#: What is never taken over from the file that is extended.
OWN = frozenset({"edition", "version", "title"})
_ABOUT = ("extends", "without")
#: Document, part, entry: what stands under a key of an entry is replaced whole.
_DEPTH = 3
_Parts = dict[Hashable, "Layer"]


class Layer(NamedTuple):
    """A value as it was read, and where it (`()`) and everything in it stands."""

    value: Any
    places: Places


def read_extended(path: Path, find: Callable[[str], Path], above: tuple[Path, ...] = ()) -> tuple[Layer, str]:
    """The file at `path` over those it extends, and the SHA-256 of it all; `find` gives the file of a name.

    The hash of a file that extends nothing is that of its bytes; else that of its bytes followed by the hex digest of
    what it extends. `above` are the files that extend this one. Raises PackError.
    """
    value, places, data = read(path)
    layer = Layer(value, places or {(): Place(path, 1)})  # an empty file has no places
    if not isinstance(value, dict) or "extends" not in value:
        return layer, hashlib.sha256(data).hexdigest()
    below = (*above, path)
    base, digest = read_extended(_base(layer, find, below), find, below)
    return _over(base, layer), hashlib.sha256(data + digest.encode()).hexdigest()


def _base(layer: Layer, find: Callable[[str], Path], above: tuple[Path, ...]) -> Path:
    """The file that `layer` extends."""
    name = layer.value["extends"]
    if not isinstance(name, str):
        raise _error(layer, ("extends",), "extends: names one file, such as vaimh/seed")
    try:
        path = find(name)
    except PackError as error:
        raise _error(layer, ("extends",), f"extends: {str(error).removesuffix('.')}") from error
    if path in above:
        circle = " → ".join(p.stem for p in (*above[above.index(path) :], path))
        raise _error(layer, ("extends",), f"extends: goes round in a circle ({circle}); take one of these out")
    if len(above) > DEEPEST:
        raise _error(layer, ("extends",), f"extends: more than {DEEPEST} files, one upon the other")
    return path


def _over(base: Layer, own: Layer) -> Layer:
    """What `own` says over what it extends."""
    if not isinstance(base.value, dict):
        raise _error(own, ("extends",), "extends: the file of that name holds no entries")
    kept = {key: part for key, part in _parts(base).items() if key not in OWN}
    said = {key: part for key, part in _parts(own).items() if key not in _ABOUT}
    return _merged(_joined(base, _without(kept, own)), _joined(own, said), _DEPTH)


def _without(parts: _Parts, own: Layer) -> _Parts:
    """The parts of a document without the entries that `own` takes out."""
    ids = own.value.get("without", [])
    if not isinstance(ids, list) or not all(isinstance(name, str) for name in ids):
        raise _error(own, ("without",), "without: is a list of ids, such as [imhs.exam]")
    entries = {key: _parts(part) for key, part in parts.items()}
    for n, name in enumerate(ids):
        if not any(name in inner for inner in entries.values()):
            raise _error(
                own, ("without", n), f"without: {name!r} does not stand in what is extended; check its spelling"
            )
    return {
        key: _joined(part, {k: v for k, v in entries[key].items() if k not in ids}) if entries[key] else part
        for key, part in parts.items()
    }


def _merged(base: Layer, own: Layer, depth: int) -> Layer:
    if not depth or type(base.value) is not type(own.value) or not isinstance(own.value, dict | list):
        return own
    parts, said = _parts(base), _parts(own)
    if isinstance(own.value, list) and not all(isinstance(name, str) for name in parts):
        return own  # entries without ids cannot be told apart
    return _joined(own, parts | {k: _merged(parts[k], v, depth - 1) if k in parts else v for k, v in said.items()})


def _parts(layer: Layer) -> _Parts:
    """What a map holds by key, and a list by the ids of its entries, by their index where they have none."""
    value, within = layer.value, defaultdict[str | int, Places](dict)
    for path, place in layer.places.items():
        if path:
            within[path[0]][path[1:]] = place
    if isinstance(value, dict):
        return {key: Layer(part, within[key]) for key, part in value.items()}
    if not isinstance(value, list):
        return {}
    parts: _Parts = {}
    for n, entry in enumerate(value):
        name = entry.get("id") if isinstance(entry, dict) else None
        key = name if isinstance(name, str) else n
        if key in parts:
            raise _error(layer, (n,), f"{name!r} stands here twice; give one of them another id")
        parts[key] = Layer(entry, within[n])
    return parts


def _joined(whole: Layer, parts: _Parts) -> Layer:
    """A map or list, of the kind and at the place of `whole`, of these parts."""
    as_map = isinstance(whole.value, dict)
    keys: list[Any] = list(parts) if as_map else list(range(len(parts)))
    places: Places = {(): whole.places[()]}
    for key, part in zip(keys, parts.values(), strict=True):
        places |= {(key, *path): place for path, place in part.places.items()}
    values = [part.value for part in parts.values()]
    return Layer(dict(zip(keys, values, strict=True)) if as_map else values, places)


def _error(layer: Layer, at: tuple[str | int, ...], message: str) -> PackError:
    place: Place = layer.places[at]
    return PackError(f"{place.path}:{place.line}: {message}.")
