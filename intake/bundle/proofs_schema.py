"""The JSON Schema of `data/proofs.json`, made from the models here. The committed copy is `schemas/proofs.schema.json`.

A verdict is written out whole, so every field is there, null or empty where it says nothing, and there is no other.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from intake.portfolio.schema import entitled
from intake.rulebook.verdicts import Cite, Counted, Earliest, Guidance, NotCounted, Task, Word

IDENTIFIER = "urn:intake:schema:proofs:1"

#: A figure in one reading: a number, a day, a word, yes or no; null where it is not known or has no limit.
Reading = bool | int | float | str | list[str] | None
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Day = Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class Rulebook(msgspec.Struct):
    """The edition of the rules that was judged by."""

    id: str
    version: int
    sha256: Sha256


class Figure(msgspec.Struct):
    """A fact that a rule stands on, in the strict, the loose and the widest reading of the answers."""

    title: str
    unit: str
    strict: Reading
    loose: Reading
    possible: Reading
    says: str | msgspec.UnsetType = msgspec.UNSET


class Proof(msgspec.Struct):
    """A requirement, its verdict, and everything that led to it."""

    id: str
    group: str
    level: str | None
    track: str | None
    title: str
    verdict: Word
    says: str
    rule: str
    figures: dict[str, Figure]
    counted: list[Counted]
    not_counted: list[NotCounted]
    cite: Cite
    also: list[Cite]
    ask: str | None
    guidance: list[Guidance]
    to_do: str | None
    waiting: bool
    earliest: Earliest | None
    tasks: list[Task] | msgspec.UnsetType = msgspec.UNSET


#: The fields that are written only where there is something to write.
_WHERE_THERE_ARE = frozenset({("Figure", "says"), ("Proof", "tasks")})


class Proofs(msgspec.Struct):
    """Every verdict on a portfolio by one edition of the rules, on one day."""

    format: Literal["intake-proofs/1"]
    rulebook: Rulebook | None
    as_of: Day | None
    requirements: list[Proof]


def proofs_schema() -> dict[str, Any]:
    """The schema of `data/proofs.json`, Draft 2020-12."""
    (top,), parts = msgspec.json.schema_components([Proofs], ref_template="#/$defs/{name}")
    whole = {name: _exact(part) for name, part in parts.items()}
    own = whole.pop(str(top["$ref"]).rpartition("/")[2])
    return entitled({**own, "$defs": whole}, IDENTIFIER, "Proofs of the verdicts")


def _exact(part: dict[str, Any]) -> dict[str, Any]:
    """An object's schema that asks for every field which is always written, and takes no other."""
    fields = {name: {k: v for k, v in field.items() if k != "default"} for name, field in part["properties"].items()}
    required = [name for name in fields if (part["title"], name) not in _WHERE_THERE_ARE]
    said = " ".join(part["description"].split())  # Pythons differ in the blanks that they keep of a docstring
    return {**part, "description": said, "properties": fields, "required": required, "additionalProperties": False}
