"""The JSON documents of a bag and the schemas beside them: read strictly, and held against what this program knows."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from intake.bundle import bag
from intake.bundle.report import Finding, StopError
from intake.bundle.shape import departures, schema_bytes, violations
from intake.bundle.source import Digest, Source
from intake.bundle.strict import LARGEST, StrictError, parse

_AGAIN = "Ask the sender for the bundle as it was first written."
_OLDER = (
    "This bundle was written before bundles held this file. Nothing of the application is missing: the same follows "
    "from the answers. To have it, open the case in intake and write the bundle again."
)


def check_schemas(digests: Mapping[str, Digest]) -> Iterator[Finding]:
    """Schemas in the bag that are not those that belong to its documents."""
    for place, name in bag.SCHEMAS.items():
        known = {hashlib.sha256(schema_bytes(name)).hexdigest(), *bag.FORMER_SCHEMAS.get(place, ())}
        if place in digests and digests[place].sha256 not in known:
            message = f"“{place}” is not the schema that this version of intake knows. Use the one that wrote it."
            yield Finding("schema-differs", place, message)


def check_later(source: Source) -> Iterator[Finding]:
    """A kind word on what bundles of the first versions do not hold."""
    for name in bag.LATER:
        if name not in source.sizes:
            yield Finding("file-later", name, f"“{name}” is not in it. {_OLDER}")


def portfolio_in(source: Source) -> dict[str, Any]:
    """The portfolio. Raises StopError where it is missing, cannot be read or does not follow its schema."""
    if bag.PORTFOLIO not in source.sizes:
        raise StopError
    try:
        portfolio = _read(source, bag.PORTFOLIO)
    except StrictError as error:
        raise StopError(_unread(bag.PORTFOLIO, error)) from error
    if found := violations(portfolio):
        raise StopError(
            *(Finding("schema-violated", v.where, f"In the portfolio, {v.where} {v.reason}. {_AGAIN}") for v in found)
        )
    return portfolio


def check_proofs(source: Source) -> Iterator[Finding]:
    """Proofs that cannot be read, or do not follow their schema."""
    if bag.PROOFS not in source.sizes:
        return
    try:
        proofs = _read(source, bag.PROOFS)
    except StrictError as error:
        yield _unread(bag.PROOFS, error)
        return
    for where, reason in departures(proofs, "proofs"):
        yield Finding("proofs-violate-schema", where, f"In the proofs, {where} {reason}. {_AGAIN}")


def _read(source: Source, name: str) -> dict[str, Any]:
    """A document in the bag. Raises StrictError."""
    if source.sizes[name] > LARGEST:
        raise StrictError("json-too-large", f"is larger than {LARGEST >> 20} MiB")
    return parse(b"".join(source.read(name)))


def _unread(name: str, error: StrictError) -> Finding:
    return Finding(error.code, name, f"“{name}” {error}. {_AGAIN}")
