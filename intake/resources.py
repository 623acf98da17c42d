"""Where the data that travels with the program lies: beside the package in a checkout, inside it once installed."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_flows: ContextVar[Path | None] = ContextVar("flows", default=None)


def flows_folder() -> Path:
    """The folder of flow packs, `<association>/…`. Raises FileNotFoundError when the installation is incomplete."""
    return _flows.get() or shipped_flows()


def shipped_flows() -> Path:
    """The folder of flow packs that travels with the program. Raises FileNotFoundError as `flows_folder` does."""
    return _folder("flows")


@contextmanager
def flows_in(folder: Path) -> Iterator[None]:
    """Within it the folder of flow packs is `folder`."""
    token = _flows.set(folder)
    try:
        yield
    finally:
        _flows.reset(token)


def packs_here(pattern: str) -> list[tuple[str, str]]:
    """The files of packs that fit a glob pattern, shipped ones too: each path within its folder, and its SHA-256.

    Raises OSError.
    """
    return [
        (path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
        for folder in dict.fromkeys((flows_folder(), shipped_flows()))
        for path in sorted(folder.glob(pattern))
    ]


def schemas_folder() -> Path:
    """The folder of JSON Schemas. Raises FileNotFoundError when the installation is incomplete."""
    return _folder("schemas")


def _folder(name: str) -> Path:
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"The folder {name!r} that belongs to intake is not there. Please install intake again.")
