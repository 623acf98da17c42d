"""Conditions with three values: an unknown fact is never taken for a no."""

from typing import Any

import jsonschema_rs
import pytest

from intake.portfolio.conditions import Condition

TWO_YEARS = Condition({"months": {"minimum": 24}})
EITHER = Condition({}, ({"cda": {"minimum": 1}}, {"months": {"minimum": 24}, "paid": {"const": True}}))


@pytest.mark.parametrize(
    ("facts", "decided"),
    [({"months": 24}, True), ({"months": 23.99}, False), ({}, None), ({"other": 1}, None)],
)
def test_one_fact_decides_or_is_not_known(facts: dict[str, Any], decided: bool | None) -> None:
    assert TWO_YEARS.decide(facts) is decided
    assert TWO_YEARS.holds(facts) is (decided is True)
    assert TWO_YEARS.possible(facts) is (decided is not False)


@pytest.mark.parametrize(
    ("facts", "decided"),
    [
        ({"cda": 1}, True),
        ({"cda": 0, "months": 24, "paid": True}, True),
        ({"cda": 1, "months": 0, "paid": False}, True),
        ({"cda": 0, "months": 24, "paid": False}, False),
        ({"cda": 0, "months": 24}, None),
        ({"cda": 0, "paid": False}, False),
        ({"months": 3}, None),
        ({}, None),
    ],
)
def test_one_way_of_several_is_enough_and_an_open_one_leaves_it_open(
    facts: dict[str, Any], decided: bool | None
) -> None:
    assert EITHER.decide(facts) is decided


def test_all_facts_of_a_way_must_hold() -> None:
    both = Condition({"a": {"const": True}, "b": {"enum": ["x", "y"]}})
    assert both.decide({"a": True, "b": "y"}) is True
    assert both.decide({"a": True}) is None
    assert both.decide({"a": True, "b": "z"}) is False
    assert both.decide({"b": "z"}) is False


def test_a_list_holds_what_is_asked_for() -> None:
    babies = Condition({"ages": {"contains": {"const": "birth_to_3"}}})
    assert babies.decide({"ages": ["older", "birth_to_3"]}) is True
    assert babies.decide({"ages": ["older"]}) is False
    assert babies.decide({"ages": []}) is False


def test_yes_is_not_the_number_one() -> None:
    assert Condition({"paid": {"const": True}}).decide({"paid": 1}) is False


def test_an_empty_condition_always_holds() -> None:
    assert Condition({}).decide({}) is True


def test_a_condition_names_the_facts_it_asks_for() -> None:
    assert EITHER.facts == {"cda", "months", "paid"}


def test_a_malformed_schema_is_refused_when_it_is_made() -> None:
    with pytest.raises(jsonschema_rs.ValidationError):
        Condition({"months": {"minimum": "24"}})
