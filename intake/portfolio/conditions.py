"""Conditions over a flat document of facts, as JSON Schemas with three values: true, false, not known.

A condition names facts and the schema each must satisfy. A fact that is not in the document is not known; a condition
that cannot be decided without it is not known either, and never false.
"""

from typing import Any

import jsonschema_rs

#: Keywords that a condition may use: each is decidable on one value, and none reaches outside the document.
KEYWORDS = frozenset(
    {"const", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "contains", "anyOf"}
)


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
