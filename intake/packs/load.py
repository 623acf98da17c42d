"""Packs by name: `vaimh/application` is `flows/vaimh/application.yaml`, `vaimh/seed` its `rulebook/seed.yaml`.

A flow's version N lies there; `versions/application-1.yaml` is an older one, kept for those who go on with it, and
`migrations/application-2.yaml` the way from version 1 to version 2.
"""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from intake.interview.flow import Flow
from intake.interview.migration import Migration
from intake.packs.extending import Layer, read_extended
from intake.packs.finding import Finding, PackError, refusal
from intake.packs.glossary import Glossary
from intake.packs.grammar import refused
from intake.packs.yaml import Place, Places, read
from intake.portfolio.records import Pinned
from intake.prescreen.sheet import Sheet
from intake.resources import flows_folder, flows_in, shipped_flows
from intake.rulebook.edition import Edition
from intake.rulebook.naming import rule_names
from intake.text import visible
from intake.understand.vocabulary import Vocabulary
from intake.words import _

#: What `intake` runs when nothing else is said.
DEFAULT_FLOW = "vaimh/application"
_NAME = re.compile(r"[a-z0-9_]+/[a-z0-9_]+\Z")
_VERSION = re.compile(r"[1-9][0-9]{0,5}\Z")
#: What lies beside the flows of an association and serves all of them.
_SHARED = frozenset({"glossary", "phrases", "prescreen"})
_Model = TypeVar("_Model", bound=BaseModel)


class Part(NamedTuple, Generic[_Model]):
    """What a file of a pack says, where everything in it stands, and the hash of its bytes."""

    model: _Model
    places: Places
    sha256: str


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
    if flow.records != "portfolio":  # no rule is about it
        edition = edition.model_copy(update={"levels": (), "requirements": (), "questions": ()})
    words = load_vocabulary(name)
    levels = tuple(name for level in edition.levels for name in (level.number, level.title, *words.names(level.id)))
    rules = (*rule_names(edition), *levels)
    glossary = glossary_part(name).model
    vocabulary = words.model_copy(update={"terms": glossary.names, "rules": rules, "levels": levels})
    return Pack(flow, edition, glossary, vocabulary, flow_pin, edition_pin)


@lru_cache(maxsize=8)
def load_flow(name: str) -> tuple[Flow, Pinned]:
    """A flow by name, its options with the names that they share. Raises PackError."""
    return _pinned(name, flow_part(name, load_vocabulary(name)))


def _pinned(name: str, part: Part[Flow]) -> tuple[Flow, Pinned]:
    return part.model, Pinned(id=name, version=part.model.version, sha256=part.sha256)


def load_version(name: str, version: int) -> Pack | None:
    """The pack with an older version of the flow `name`; None where that is not here. Raises PackError."""
    part = version_part(name, version, load_vocabulary(name))
    return _packed(name, *_pinned(name, part)) if part else None


def load_migration(name: str, version: int) -> Migration | None:
    """The way to a version of the flow `name` from the one before; None where it is not here. Raises PackError."""
    part = migration_part(name, version)
    return part.model if part else None


def migrations(name: str) -> dict[int, Path]:
    """The files of migrations of the flow `name`, by the version that each leads to."""
    stem = name.partition("/")[2]
    found = ((p.stem.removeprefix(f"{stem}-"), p) for p in _path(name).parent.glob(f"migrations/{stem}-*.yaml"))
    return {int(number): path for number, path in found if _VERSION.match(number)}


@lru_cache(maxsize=8)
def load_vocabulary(name: str = DEFAULT_FLOW) -> Vocabulary:
    """The words for commands that go with the flow `name`. Raises PackError."""
    return phrases_part(name).model


@lru_cache(maxsize=8)
def load_edition(name: str) -> tuple[Edition, Pinned]:
    """An edition of the rules by name, such as `vaimh/seed`, with what it extends. Raises PackError."""
    part = edition_part(name)
    return part.model, Pinned(id=name, version=part.model.version, sha256=part.sha256)


def edition_of(name: str, sha256: str) -> tuple[Edition, Pinned] | None:
    """The edition `name` as it was when its hash was `sha256`, from `rulebook/versions` where it has changed since.

    None where it is not here as it was. Raises PackError.
    """
    edition, pin = load_edition(name)
    if pin.sha256 == sha256:
        return edition, pin
    path = _path(name, "rulebook")
    for former in sorted(path.parent.glob(f"versions/{path.stem}-*.yaml")):
        if hashlib.sha256(former.read_bytes()).hexdigest() == sha256:
            part = _part(former, Edition)
            return part.model, Pinned(id=name, version=part.model.version, sha256=sha256)
    return None


def flow_part(name: str, words: Vocabulary) -> Part[Flow]:
    """The flow `name` with its places, its options with the names that `words` has for them. Raises PackError."""
    return _part(_path(name), Flow, {"options": words.options})


def version_part(name: str, version: int, words: Vocabulary) -> Part[Flow] | None:
    """An older version of the flow `name`, with its places; None where it is not here. Raises PackError."""
    path = _path(name).parent / "versions" / f"{name.partition('/')[2]}-{version}.yaml"
    if not path.is_file():
        return None
    part = _part(path, Flow, {"options": words.options})
    _must_be(path, f"{name} {version}", f"{part.model.flow} {part.model.version}")
    return part


def migration_part(name: str, version: int) -> Part[Migration] | None:
    """The way to a version of the flow `name`, with its places; None where it is not here. Raises PackError."""
    path = migrations(name).get(version)
    if path is None:
        return None
    part = _part(path, Migration)
    _must_be(path, f"{name} {version}", f"{part.model.flow} {part.model.to}")
    return part


def _must_be(path: Path, place: str, said: str) -> None:
    if place != said:
        why = _("This file is for {place}, and says {said}; make them agree.").format(place=place, said=said)
        raise refusal(Finding(str(path), 1, "pack-misnamed", why))


def phrases_part(name: str) -> Part[Vocabulary]:
    """The words for commands beside the flow `name`, with their places. Raises PackError."""
    return _part(_path(name).parent / "phrases.yaml", Vocabulary)


def glossary_part(name: str) -> Part[Glossary]:
    """The glossary beside the flow `name`, with its places. Raises PackError."""
    return _part(_path(name).parent / "glossary.yaml", Glossary)


def sheet_part(name: str) -> Part[Sheet] | None:
    """The call sheet beside the flow `name`, with its places; None where there is none. Raises PackError."""
    path = _path(name).parent / "prescreen.yaml"
    return _part(path, Sheet) if path.is_file() else None


def load_sheet(name: str = DEFAULT_FLOW) -> Sheet:
    """The call sheet for the flow `name`. Raises PackError, also where there is none."""
    part = sheet_part(name)
    if part is None or part.model.prescreen != name:
        raise PackError(_("There is no call sheet for {name}: write a prescreen.yaml beside it.").format(name=name))
    return part.model


def edition_part(name: str) -> Part[Edition]:
    """The edition `name`, with what it extends, and the places of it all. Raises PackError."""
    layer, sha256 = read_extended(_path(name, "rulebook"), lambda base: _path(base, "rulebook"))
    return _validated(layer, sha256, Edition)


def editions() -> list[str]:
    """The names of all editions that are here."""
    names = (f"{p.parent.parent.name}/{p.stem}" for p in flows_folder().glob("*/rulebook/*.yaml"))
    return sorted(filter(_NAME.match, names))


def flows() -> list[str]:
    """The names of all flows that are here."""
    names = (f"{p.parent.name}/{p.stem}" for p in flows_folder().glob("*/*.yaml") if p.stem not in _SHARED)
    return sorted(filter(_NAME.match, names))


def misnamed(association: str = "") -> list[Path]:
    """The flows and editions, of one association or of all, whose names no pack can have, or the folders that have."""
    found: set[Path] = set()
    for pattern in ("*/*.yaml", "*/rulebook/*.yaml"):
        for path in flows_folder().glob(pattern):
            folder = flows_folder() / path.relative_to(flows_folder()).parts[0]
            hidden = any(part.startswith(".") for part in (folder.name, path.name))
            if not hidden and association in {"", folder.name} and not _NAME.match(f"{folder.name}/{path.stem}"):
                found.add(path if _NAME.match(f"{folder.name}/{folder.name}") else folder)
    return sorted(found)


@contextmanager
def packs_in(folder: Path) -> Iterator[None]:
    """Within it packs are those in `folder`, which holds a folder for each association, before the shipped ones.

    Raises PackError where there is no such folder.
    """
    if not folder.is_dir():
        raise PackError(_("There is no folder {folder} with packs in it.").format(folder=visible(str(folder))))
    caches = (load, load_flow, load_vocabulary, load_edition)
    with flows_in(folder):
        for cached in caches:
            cached.cache_clear()
        try:
            yield
        finally:
            for cached in caches:
                cached.cache_clear()


def _path(name: str, *folders: str) -> Path:
    if not _NAME.match(name):
        raise PackError(f"{name!r} is not the name of a pack; a name looks like {DEFAULT_FLOW}.")
    association, _slash, stem = name.partition("/")
    roots = flows_folder(), shipped_flows()  # an edition in a folder of its own may extend a shipped one
    found = [root.joinpath(association, *folders, f"{stem}.yaml") for root in roots]
    path = next((path for path in found if path.is_file()), None)
    if path is None:
        known = editions() if folders else flows()
        text = _("There is no {kind} {name}. There are: {known}. Others are found with --packs, or INTAKE_PACKS.")
        raise PackError(text.format(kind="rulebook" if folders else "flow", name=name, known=", ".join(known)))
    return path


def _part(path: Path, model: type[_Model], context: dict[str, Any] | None = None) -> Part[_Model]:
    value, places, data = read(path)
    layer = Layer(value, places or {(): Place(path, 1)})  # an empty file has no place
    return _validated(layer, hashlib.sha256(data).hexdigest(), model, context)


def _validated(layer: Layer, sha256: str, model: type[_Model], context: dict[str, Any] | None = None) -> Part[_Model]:
    """What `layer` says as a `model`. Raises PackError, which names the file and line at fault."""
    try:
        return Part(model.model_validate(layer.value, context=context), layer.places, sha256)
    except ValidationError as error:
        raise refused(error, layer.places, layer.value) from error
