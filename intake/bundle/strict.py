"""JSON from a stranger: one meaning or none. What two readers could understand in two ways is refused."""

import json
import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from intake.canonical import canonical
from intake.text import shorten

#: The largest document that is read, in bytes.
LARGEST = 64 << 20
#: How many lists and objects may lie in one another.
DEEPEST = 64
#: How many values a document may hold, at most; a portfolio of 20,000 attachments has a twentieth of them.
MOST_VALUES = 3_000_000

_LARGEST_NUMBER = 2**63
#: Enough for every number allowed, with its sign; longer ones are not converted at all.
_MOST_DIGITS = 20


class StrictError(ValueError):
    """A document that is not read: `code` is a stable word, the message words that follow "The document"."""

    def __init__(self, code: str, words: str) -> None:
        """`words` follow "The document"."""
        super().__init__(words)
        self.code = code


def read(path: Path) -> dict[str, Any]:
    """The JSON object in the file at `path`, of which no more is read than counts. Raises StrictError, OSError."""
    with path.open("rb") as file:
        return parse(file.read(LARGEST + 1))


def parse(data: bytes) -> dict[str, Any]:
    """The JSON object in `data`. Raises StrictError on anything but one object in UTF-8 with a single meaning."""
    _require_modest(data)
    try:
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_float,
            parse_int=_integer,
        )
        canonical(value)
    except RecursionError:
        raise _too_deep() from None
    except UnicodeError:
        raise StrictError("json-encoding", "holds bytes or half characters that are no text in UTF-8") from None
    except json.JSONDecodeError as error:
        raise StrictError("json-syntax", f"is not JSON: see line {error.lineno}, column {error.colno}") from None
    if depth(value) > DEEPEST:
        raise _too_deep()
    if not isinstance(value, dict):
        raise StrictError("json-no-object", "holds something else than one object with named fields")
    return value


def depth(value: Any) -> int:
    """How many lists and objects lie in one another: 0 for a plain value."""
    level, parts = 0, [value]
    while parts := [child for part in parts for child in _children(part)]:
        level += 1
    return level + 1 if isinstance(value, dict | list) else 0


def _children(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return [part for part in value.values() if isinstance(part, dict | list)]
    return [part for part in value if isinstance(part, dict | list)] if isinstance(value, list) else ()


def _require_modest(data: bytes) -> None:
    if len(data) > LARGEST:
        raise StrictError("json-too-large", f"is larger than {LARGEST >> 20} MiB")
    if sum(data.count(mark) for mark in (b",", b"[", b"{")) > MOST_VALUES:
        raise StrictError("json-too-large", f"holds more than {MOST_VALUES:,} values")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        twice, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise StrictError("json-duplicate-field", f"names the field “{shorten(twice, 60)}” twice in one object")
    return value


def _constant(text: str) -> float:
    raise StrictError("json-number", f"holds {text}, which is no number in JSON")


def _float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise StrictError("json-number", f"holds a number too large to keep: {shorten(text, 30)}")
    return number


def _integer(text: str) -> int:
    if len(text) > _MOST_DIGITS or abs(int(text)) >= _LARGEST_NUMBER:
        raise StrictError("json-number", f"holds a number too large to keep: {shorten(text, 30)}")
    return int(text)


def _too_deep() -> StrictError:
    return StrictError("json-too-deep", f"has more than {DEEPEST} lists and objects in one another")
