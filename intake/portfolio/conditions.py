"""Conditions over a flat document of facts, as JSON Schemas with three values: true, false, not known.

A condition names facts and the schema each must satisfy. A fact that is not in the document is not known; a condition
that cannot be decided without it is not known either, and never false.
"""

from collections.abc import Callable
from typing import Annotated, Any

import jsonschema_rs
from pydantic import AfterValidator, Discriminator, Tag
from pydantic_core import PydanticCustomError


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _scalar(value: Any) -> bool:
    return isinstance(value, str | int | float | None)


def _schema_like(value: Any) -> bool:
    return isinstance(value, dict)


def _some(of: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and bool(value) and all(map(of, value))


_BOUND = (_number, "a number without quotation marks")
#: What each keyword takes: whether a value is that, and how it is said. Each is decidable on one value, in a time that
#: grows with its size alone (so there is no `pattern`), and none reaches outside the document.
_TAKES: dict[str, tuple[Callable[[Any], bool], str]] = {
    "const": (_scalar, "one text, number, true or false"),
    "enum": (_some(_scalar), "a list such as [one, two]"),
    "minimum": _BOUND,
    "maximum": _BOUND,
    "exclusiveMinimum": _BOUND,
    "exclusiveMaximum": _BOUND,
    "contains": (_schema_like, "a condition such as {const: one}"),
    "anyOf": (_some(_schema_like), "a list of conditions such as {const: one}"),
}
#: Keywords that a condition may use.
KEYWORDS = frozenset(_TAKES)


def well_formed(schema: dict[str, Any]) -> dict[str, Any]:
    """`schema` itself. Raises PydanticCustomError where it is none that a condition may be."""
    for keyword, value in schema.items():
        if keyword not in KEYWORDS:
            words = {"word": repr(keyword), "known": ", ".join(sorted(KEYWORDS))}
            raise PydanticCustomError("keyword-unknown", "{word} is not used in conditions; use {known}", words)
        fits, takes = _TAKES[keyword]
        if not fits(value):
            words = {"word": repr(keyword), "takes": takes, "value": repr(value)}
            raise PydanticCustomError("schema-wrong", "{word} takes {takes}; {value} is none", words)
    for inner in within(schema):
        well_formed(inner)
    return schema


def within(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The schemas that stand within `schema`."""
    return [*([schema["contains"]] if "contains" in schema else []), *schema.get("anyOf", [])]


#: A JSON Schema of the keywords above, checked when it is read.
Schema = Annotated[dict[str, Any], AfterValidator(well_formed)]
#: Facts or answers by name, each with the schema that it must satisfy; all of them must.
Need = dict[str, Schema]


def _tag(value: Any) -> str:
    return "any" if isinstance(value, list | tuple) else "one"


#: One need, or a list of needs of which any is enough.
Ways = Annotated[Annotated[Need, Tag("one")] | Annotated[tuple[Need, ...], Tag("any")], Discriminator(_tag)]


def ways(need: Ways | None) -> tuple[Need, ...]:
    """The needs of which any is enough; none where there is nothing to need."""
    return (need,) if isinstance(need, dict) else need or ()


class Condition:
    """A compiled condition. `need` maps a fact to its schema; `any_of` lists alternatives of the same form."""

    def __init__(self, need: dict[str, dict[str, Any]], any_of: tuple[dict[str, dict[str, Any]], ...] = ()) -> None:
        """Compile `need` and `any_of`. Raises jsonschema_rs.ValidationError on a malformed schema."""
        self.facts = frozenset(need) | frozenset(name for way in any_of for name in way)
        self._strict = jsonschema_rs.Draft202012Validator(_schema(need, any_of, required=True))
        self._lenient = jsonschema_rs.Draft202012Validator(_schema(need, any_of, required=False))

    def holds(self, facts: dict[str, Any]) -> bool:
        """Whether the condition is satisfied by what is known."""
        return self._strict.is_valid(facts)

    def possible(self, facts: dict[str, Any]) -> bool:
        """Whether nothing that is known contradicts the condition."""
        return self._lenient.is_valid(facts)

    def decide(self, facts: dict[str, Any]) -> bool | None:
        """True, False, or None where an unknown fact decides."""
        if self._strict.is_valid(facts):
            return True
        return None if self._lenient.is_valid(facts) else False


def _schema(need: dict[str, Any], any_of: tuple[dict[str, Any], ...], *, required: bool) -> dict[str, Any]:
    schema = _all_of(need, required=required)
    return schema | {"anyOf": [_all_of(way, required=required) for way in any_of]} if any_of else schema


def _all_of(need: dict[str, Any], *, required: bool) -> dict[str, Any]:
    return {"type": "object", "properties": need} | ({"required": sorted(need)} if required else {})


def names(need: Ways | None) -> list[str]:
    """The facts and answers that a need names, as often as it names them."""
    return [name for way in ways(need) for name in way]


def compiled(need: Ways | None) -> Condition | None:
    """The condition that holds where one of the ways of a need does; None without a need."""
    if need is None:
        return None
    return Condition(need) if isinstance(need, dict) else Condition({}, need)
