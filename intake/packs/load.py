"""Packs by name: `vaimh/application` is `flows/vaimh/application.yaml`, `vaimh/seed` its `rulebook/seed.yaml`.

A flow's version N lies there; `versions/application-1.yaml` is an older one, kept for those who go on with it, and
`migrations/application-2.yaml` the way from version 1 to version 2.
"""

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from intake.interview.flow import Flow
from intake.interview.migration import Migration
from intake.packs.extending import Layer, read_extended
from intake.packs.glossary import Glossary
from intake.packs.yaml import PackError, Place, read
from intake.portfolio.models import Pinned
from intake.resources import flows_folder
from intake.rulebook.edition import Edition
from intake.rulebook.naming import rule_names
from intake.understand.vocabulary import Vocabulary

#: What `intake` runs when nothing else is said.
DEFAULT_FLOW = "vaimh/application"
_NAME = re.compile(r"[a-z0-9_]+/[a-z0-9_]+\Z")
_VERSION = re.compile(r"[1-9][0-9]{0,5}\Z")
#: What lies beside the flows of an association and serves all of them.
_SHARED = frozenset({"glossary", "phrases"})
_Model = TypeVar("_Model", bound=BaseModel)


class Pack(NamedTuple):
    """A flow with its glossary, its words for commands and the edition that judges it.

    Flow and edition are pinned by version and hash.
    """

    flow: Flow
    edition: Edition
    glossary: Glossary
    vocabulary: Vocabulary
    flow_pin: Pinned
    edition_pin: Pinned


@lru_cache(maxsize=8)
def load(name: str = DEFAULT_FLOW) -> Pack:
    """The pack whose flow is `name`. Raises PackError with file, line, and what to do."""
    return _packed(name, *load_flow(name))


def _packed(name: str, flow: Flow, flow_pin: Pinned) -> Pack:
    edition, edition_pin = load_edition(flow.rulebook)
    glossary, _pin = _load(_path(name).parent / "glossary.yaml", Glossary, name)
    words = load_vocabulary(name)
    rules = (*rule_names(edition), *(name for level in edition.levels for name in words.names(level.id)))
    vocabulary = words.model_copy(update={"terms": glossary.names, "rules": rules})
    return Pack(flow, edition, glossary, vocabulary, flow_pin, edition_pin)


@lru_cache(maxsize=8)
def load_flow(name: str) -> tuple[Flow, Pinned]:
    """A flow by name, its options with the names that they share. Raises PackError."""
    return _load_flow(_path(name), name)


def _load_flow(path: Path, name: str) -> tuple[Flow, Pinned]:
    return _load(path, Flow, name, {"options": load_vocabulary(name).options})


def load_version(name: str, version: int) -> Pack | None:
    """The pack with an older version of the flow `name`; None where that is not here. Raises PackError."""
    path = _path(name).parent / "versions" / f"{name.partition('/')[2]}-{version}.yaml"
    if not path.is_file():
        return None
    flow, pin = _load_flow(path, name)
    if (flow.flow, flow.version) != (name, version):
        raise PackError(f"{path}:1: this file is for {name} version {version}, and says {flow.flow} {flow.version}.")
    return _packed(name, flow, pin)


def load_migration(name: str, version: int) -> Migration | None:
    """The way to a version of the flow `name` from the one before; None where it is not here. Raises PackError."""
    path = migrations(name).get(version)
    if path is None:
        return None
    migration, _pin = _load(path, Migration, name)
    if (migration.flow, migration.to) != (name, version):
        raise PackError(f"{path}:1: this file is for {name} {version}, and says {migration.flow} {migration.to}.")
    return migration


def migrations(name: str) -> dict[int, Path]:
    """The files of migrations of the flow `name`, by the version that each leads to."""
    stem = name.partition("/")[2]
    found = ((p.stem.removeprefix(f"{stem}-"), p) for p in _path(name).parent.glob(f"migrations/{stem}-*.yaml"))
    return {int(number): path for number, path in found if _VERSION.match(number)}


@lru_cache(maxsize=8)
def load_vocabulary(name: str = DEFAULT_FLOW) -> Vocabulary:
    """The words for commands that go with the flow `name`. Raises PackError."""
    return _load(_path(name).parent / "phrases.yaml", Vocabulary, name)[0]


@lru_cache(maxsize=8)
def load_edition(name: str) -> tuple[Edition, Pinned]:
    """An edition of the rules by name, such as `vaimh/seed`, with what it extends. Raises PackError."""
    layer, sha256 = read_extended(_path(name, "rulebook"), lambda base: _path(base, "rulebook"))
    edition = _validated(layer, Edition)
    return edition, Pinned(id=name, version=edition.version, sha256=sha256)


def editions() -> list[str]:
    """The names of all editions that are here."""
    return sorted(f"{p.parent.parent.name}/{p.stem}" for p in flows_folder().glob("*/rulebook/*.yaml"))


def flows() -> list[str]:
    """The names of all flows that are here."""
    return sorted(f"{p.parent.name}/{p.stem}" for p in flows_folder().glob("*/*.yaml") if p.stem not in _SHARED)


def _path(name: str, *folders: str) -> Path:
    if not _NAME.match(name):
        raise PackError(f"{name!r} is not the name of a pack; a name looks like {DEFAULT_FLOW}.")
    association, _, stem = name.partition("/")
    path = flows_folder().joinpath(association, *folders, f"{stem}.yaml")
    if not path.is_file():
        known = editions() if folders else flows()
        raise PackError(f"There is no {'rulebook' if folders else 'flow'} {name}. There are: {', '.join(known)}.")
    return path


def _load(path: Path, model: type[_Model], name: str, context: dict[str, Any] | None = None) -> tuple[_Model, Pinned]:
    value, places, data = read(path)
    part = _validated(Layer(value, places or {(): Place(path, 1)}), model, context)
    version = getattr(part, "version", 1)
    return part, Pinned(id=name, version=version, sha256=hashlib.sha256(data).hexdigest())


def _validated(layer: Layer, model: type[_Model], context: dict[str, Any] | None = None) -> _Model:
    """What `layer` says as a `model`. Raises PackError, which names the file and line at fault."""
    try:
        return model.model_validate(layer.value, context=context)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        misspelt = [e for e in errors if e["type"] == "extra_forbidden"]  # told first: the right key is missing then
        first = (misspelt or errors)[0]
        why = "This key is not known here; check its spelling" if misspelt else first["msg"]
        at: tuple[str | int, ...] = ()
        for key in first["loc"]:  # names of alternatives stand in it too, and nowhere in the file
            at = (*at, key) if (*at, key) in layer.places else at
        place = layer.places[at]
        where = ".".join(map(str, first["loc"]))
        raise PackError(f"{place.path}:{place.line}: {where}: {why}.") from error
