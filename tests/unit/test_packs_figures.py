"""The numbers that the words of a quotation state, as the checker reads them."""

import pytest

from intake.packs.checks.figures import stated


@pytest.mark.parametrize(
    ("words", "months", "numbers"),
    [
        ("30", False, {30}),
        ("thirty clock hours", False, {30}),
        ("three", False, {3}),
        ("1,200 hours", False, {1200}),
        ("2 years", True, {24}),
        ("two (2) years", True, {24}),
        ("two consecutive years", True, {24}),
        ("a year", True, {12}),
        ("one and a half years", True, {18}),
        ("twenty-four months", True, {24}),
        ("I→II 1 year", True, {12}),
        ("2 years or 30 months", True, {24, 30}),
        ("15 hours a year", False, {15}),
        ("15 hours a year", True, {15, 12}),
        ("2 years", False, {2}),
        ("some work", False, set()),
    ],
)
def test_a_figure_states_the_numbers_that_a_reader_finds_in_it(words: str, months: bool, numbers: set[float]) -> None:
    assert stated(words, months=months) == numbers
