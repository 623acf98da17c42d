"""The quick judge and the one that explains agree on every need of the shipped edition; what is decided stays so."""

from typing import Any

import jsonschema
import jsonschema_rs
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.packs.load import load
from intake.portfolio.conditions import Condition, Need

_PACK = load()


def _ways(need: Need | tuple[Need, ...] | None) -> list[Need]:
    return [need] if isinstance(need, dict) else list(need or ())


NEEDS: list[Need] = [
    way
    for r in _PACK.edition.requirements
    for need in (r.need, r.confirm, r.applies, r.unless, r.waiting)
    for way in _ways(need)
] + [way for q in _PACK.edition.questions for way in _ways(q.when)]
SCHEMAS = [schema for need in NEEDS for schema in need.values()] + [
    schema
    for fact in _PACK.edition.facts.values()
    for schema in [*fact.among.values(), *(s for w in fact.where for s in (w.is_, w.confirm) if s)]
]
WORDS = sorted(
    {
        value
        for schema in SCHEMAS
        for part in (schema, schema.get("contains", {}))
        for value in [part.get("const"), *part.get("enum", [])]
        if isinstance(value, str)
    }
)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([0, 1, 3, 12, 15, 23, 24, 36, 1.0, 24.0, 35.999, 36.0]),
    st.integers(-5, 100),
    st.floats(-5, 100),
    st.sampled_from(WORDS),
    st.lists(st.sampled_from(WORDS), max_size=3),
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[Need, dict[str, Any]]:
    """A need of the edition and a document of facts, some of which it asks for."""
    need = draw(st.sampled_from(NEEDS))
    names = st.sampled_from([*need, "other"])
    return need, draw(st.dictionaries(names, VALUES, max_size=len(need) + 1))


def explained(need: Need) -> Any:
    """The validator that explains, over the same schema."""
    return jsonschema.Draft202012Validator({"type": "object", "properties": need, "required": sorted(need)})


@settings(deadline=None)
@given(documents())
def test_both_judges_of_a_need_agree(case: tuple[Need, dict[str, Any]]) -> None:
    need, facts = case
    assert Condition(need).holds(facts) is explained(need).is_valid(facts)


@settings(deadline=None)
@given(st.sampled_from(SCHEMAS), VALUES)
def test_both_judges_of_a_schema_agree(schema: dict[str, Any], value: Any) -> None:
    assert jsonschema_rs.is_valid(schema, value) is jsonschema.Draft202012Validator(schema).is_valid(value)


@settings(deadline=None)
@given(documents(), st.sampled_from([None, *WORDS]), VALUES)
def test_learning_a_fact_never_overturns_what_was_decided(
    case: tuple[Need, dict[str, Any]], name: str | None, value: Any
) -> None:
    need, facts = case
    condition = Condition(need)
    known = condition.decide(facts)
    fresh = next((n for n in [name, *need] if n and n not in facts), "another")
    later = condition.decide(facts | {fresh: value})
    assert known is None or later is known
