"""One byte form for a JSON value, so that equal values have equal hashes on every machine."""

import hashlib
from typing import Any

import msgspec


def canonical(value: Any) -> bytes:
    """`value` as UTF-8 JSON with sorted keys and no blanks. Raises TypeError on what JSON cannot hold."""
    return msgspec.json.encode(value, order="sorted")


def digest(value: Any) -> str:
    """The SHA-256 of `value`'s canonical form, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(value)).hexdigest()
