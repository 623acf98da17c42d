"""Whether a portfolio follows its schema, and if not, why: one validator decides, another explains in plain words.

What a schema cannot say is looked at here too: a date must be one that there is, and no two entries share an id.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import jsonschema_rs
import msgspec

from intake.portfolio.edtf import bounds
from intake.resources import schemas_folder
from intake.text import shorten

if TYPE_CHECKING:
    import jsonschema
    from jsonschema.exceptions import ValidationError

#: The fields that hold a part date.
DATES = frozenset({"since", "ended", "awarded", "expires", "date", "year", "notified", "as_of", "start", "end"})
#: How many violations are said one by one.
MOST_SAID = 20

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Violation(NamedTuple):
    """A field that does not follow the schema: its place, as `work.2.paid`, and words that follow "It"."""

    where: str
    reason: str


@cache
def schema_bytes(name: str = "portfolio") -> bytes:
    """The committed schema of `portfolio` or `proofs`, as it goes into every bundle."""
    return (schemas_folder() / f"{name}.schema.json").read_bytes()


def violations(portfolio: Any) -> tuple[Violation, ...]:
    """What in `portfolio` does not follow its schema, or cannot be, at most MOST_SAID; empty where all is well."""
    return departures(portfolio, "portfolio") or tuple(islice(_beyond_the_schema(portfolio), MOST_SAID))


def departures(document: Any, name: str) -> tuple[Violation, ...]:
    """What in `document` does not follow the schema `name`, at most MOST_SAID; empty where all does."""
    if _decides(name).is_valid(document):
        return ()
    explained = tuple(_explained(document, name))
    # The explaining validator takes a line feed before the end of a pattern for the end; the deciding one does not.
    return (
        explained
        or tuple(
            Violation(_place(error.instance_path), "is not written in the expected form")
            for error in _decides(name).iter_errors(document)
        )[:MOST_SAID]
    )


def _beyond_the_schema(portfolio: Mapping[str, Any]) -> Iterator[Violation]:
    judged = portfolio.get("judged") or {}
    if not _DAY.fullmatch(judged.get("as_of", "2026-03-01")):
        yield Violation("judged.as_of", "is not one day, written YYYY-MM-DD")
    # The figures in `judged.totals` may have any name.
    yield from _dates({**portfolio, "judged": {"as_of": judged.get("as_of")}}, ())
    seen: set[str] = set()
    for section, entries in portfolio.items():
        for place, entry in enumerate(entries if isinstance(entries, list) else ()):
            name = entry.get("id") if isinstance(entry, dict) else None
            if name in seen:
                yield Violation(f"{section}.{place}.id", f"is the id of another entry as well: {name}")
            seen |= {name} if name else set()


def _dates(value: Any, path: tuple[str | int, ...]) -> Iterator[Violation]:
    """Part dates of the right form that name no time there is."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        if isinstance(part, dict | list):
            yield from _dates(part, (*path, key))
        elif key in DATES and isinstance(part, str) and part != "..":
            try:
                bounds(part)
            except (ValueError, OverflowError) as error:
                yield Violation(_place((*path, key)), f"is no date: {shorten(str(error), 120)}")


@cache
def _decides(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(msgspec.json.decode(schema_bytes(name)))


@cache
def _explains(name: str) -> "jsonschema.Draft202012Validator":
    import jsonschema  # a tenth of the memory of an export, and only a failure needs it

    return jsonschema.Draft202012Validator(msgspec.json.decode(schema_bytes(name)))


def _explained(document: Any, name: str) -> Iterator[Violation]:
    for error in islice(_explains(name).iter_errors(document), MOST_SAID):
        deepest = _deepest(error)
        yield Violation(_place(deepest.absolute_path), _reason(deepest))


def _deepest(error: "ValidationError") -> "ValidationError":
    """Of the branches of an "any of", the error that went furthest into the value, the first branch before null."""
    while error.context:
        error = max(error.context, key=lambda part: (len(part.absolute_path), part.validator != "type"))
    return error


def _place(path: Sequence[str | int] | Any) -> str:
    return shorten(".".join(str(part) for part in path), 120) or "the document"


def _said(value: Any) -> str:
    return shorten(str(value), 60)


_TYPES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object with named fields",
    "null": "null",
}

_REASONS: dict[str, Callable[[Any], str]] = {
    "type": lambda e: f"should be {_TYPES[str(e.validator_value)]}",
    "const": lambda e: f"should be “{_said(e.validator_value)}”",
    "enum": lambda e: f"should be one of: {', '.join(map(_said, e.validator_value))}",
    "required": lambda e: f"lacks {', '.join(_said(n) for n in e.validator_value if n not in e.instance)}",
    "additionalProperties": lambda e: f"has a field that is not known: {_said(_unknown(e))}",
    "pattern": lambda e: f"is not {e.schema.get('description', 'written in the expected form')}",
    "minLength": lambda _: "is empty",
    "maxLength": lambda e: f"is longer than {e.validator_value:,} characters",
    "minimum": lambda e: f"is less than {e.validator_value:,}",
    "exclusiveMinimum": lambda e: f"is not more than {e.validator_value:,}",
    "maximum": lambda e: f"is more than {e.validator_value:,}",
}


def _reason(error: "ValidationError") -> str:
    words = _REASONS.get(str(error.validator))
    return words(error) if words else shorten(re.sub(r"\s+", " ", error.message), 200)


def _unknown(error: Any) -> str:
    return ", ".join(sorted(error.instance.keys() - error.schema.get("properties", {}).keys()))
