"""Whatever a need asks, the sentence made of it holds every number and no sign of a program."""

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rulebook_samples import EDITION

from intake.rulebook.edition import Requirement
from intake.rulebook.sentence import sentence

NUMBERS = st.integers(0, 5000) | st.decimals(0, 500, places=1).map(float)
KEYWORDS = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "const"]
LIMITS = st.dictionaries(st.sampled_from(KEYWORDS), NUMBERS, min_size=1, max_size=3)
LISTED = st.lists(NUMBERS, min_size=1, max_size=3).map(lambda numbers: {"enum": numbers})
VALUES = st.sampled_from([True, False, "taken", "not_registered", "birth_to_3"])
STATES = VALUES.map(lambda v: {"const": v}) | st.lists(VALUES, min_size=1, max_size=3).map(lambda v: {"enum": v})
LEAVES = LIMITS | LISTED | STATES | STATES.map(lambda part: {"contains": part})
SCHEMAS = LEAVES | st.lists(LEAVES, min_size=1, max_size=3).map(lambda ways: {"anyOf": ways})
NAMES = st.sampled_from([*EDITION.facts, *EDITION.answers, "applicant.no_such_answer"])
WAYS = st.dictionaries(NAMES, SCHEMAS, min_size=1, max_size=3)
NEEDS = WAYS | st.lists(WAYS, min_size=1, max_size=3).map(tuple)


def numbers(part: Any) -> list[float]:
    """Every number in a need, however deep."""
    if isinstance(part, dict):
        return [n for value in part.values() for n in numbers(value)]
    if isinstance(part, list | tuple):
        return [n for value in part for n in numbers(value)]
    return [part] if isinstance(part, int | float) and not isinstance(part, bool) else []


def said(number: float) -> str:
    """A number as a sentence says it."""
    return {0.0: "no|0", 1.0: "one"}.get(number) or str(int(number) if number == int(number) else number)


@settings(deadline=None)
@given(st.none() | NEEDS, st.none() | NEEDS)
def test_a_sentence_holds_every_number_of_its_need(need: Any, confirm: Any) -> None:
    cite = {"source": "page", "section": "s", "quote": "q"}
    rule = Requirement.model_validate(
        {"id": "x", "group": "level", "title": "t", "cite": cite, "need": need, "confirm": confirm}
    )
    text = sentence(EDITION, rule)
    for number in numbers([need, confirm]):
        assert re.search(rf"(?<![\d.])(?:{said(number)})(?![\d]|\.\d)", text, re.IGNORECASE), number
    assert not re.search(r"[{}_]|  |\bNone\b|\bTrue\b|\bFalse\b| ,| \.", text), text
    assert len(text) > 10
