"""One option out of a list: in words that need a second look, and where two options or none would fit."""

import datetime as dt

import pytest

from intake.understand.read import read
from intake.understand.slots import Again, Choice, Reading, Slot

TODAY = dt.date(2026, 3, 1)
DEGREE = Slot(
    kind="choice",
    choices=(
        Choice("hs", "High school diploma or GED", ("high school", "ged", "no college")),
        Choice("cda", "Child Development Associate (CDA) credential", ("child development associate",)),
        Choice("associate", "Associate degree", ("associates", "aa", "as", "two year degree")),
        Choice("bachelor", "Bachelor's degree", ("bachelors", "ba", "bs", "four year degree", "college degree")),
        Choice("master", "Master's degree", ("masters", "ma", "ms", "msw")),
        Choice("doctorate", "Doctorate (PhD, PsyD)", ("phd", "psyd")),
    ),
)
LEVEL = Slot(
    kind="choice",
    choices=(
        Choice("ifa", "Infant Family Associate (Level I)", ("level 1", "level one")),
        Choice("ifs", "Infant Family Specialist (Level II)", ("level 2", "level two")),
        Choice("imhs", "Infant Mental Health Specialist (Level III)", ("level 3", "level three")),
        Choice("imhm", "Infant Mental Health Mentor (Level IV)", ("level 4", "mentor")),
    ),
)
VERSION = Slot("choice", (Choice("new", "Revised 2017", ("revised",)), Choice("old", "The older one")))


@pytest.mark.parametrize(
    ("slot", "text", "value"),
    [
        (DEGREE, "2 year degree", "associate"),
        (DEGREE, "a 4-year degree", "bachelor"),
        (DEGREE, "AS degree", "associate"),
        (DEGREE, "A.A.", "associate"),
        (DEGREE, "my highest is a masters", "master"),
        (LEVEL, "the third level", "imhs"),
        (LEVEL, "level three", "imhs"),
        (LEVEL, "III", "imhs"),
        (LEVEL, "option b", "ifs"),
    ],
)
def test_a_choice_is_taken_in_figures_or_words(slot: Slot, text: str, value: str) -> None:
    assert read(text, slot, TODAY) == Reading(value, "choices")


@pytest.mark.parametrize(
    ("slot", "text", "value"),
    [
        (DEGREE, "never went to college", "hs"),
        (DEGREE, "I didn't go to college", "hs"),
        (DEGREE, "I have a masters in social work", "master"),
        (DEGREE, "A.A. in early childhood", "associate"),
        (LEVEL, "family assosiate", "ifa"),
        (LEVEL, "level i i", "ifs"),
        (LEVEL, "inf fam spec", "ifs"),
        (DEGREE, "Child Dev Associate", "cda"),
        (DEGREE, "2 yr degree from NOVA", "associate"),
        (DEGREE, "the masters plus about 30 credits", "master"),
        (DEGREE, "associates first and then the bachelors", "bachelor"),
        (LEVEL, "infant mental heath specialist", "imhs"),
    ],
)
def test_a_choice_worked_out_from_more_words_is_read_back(slot: Slot, text: str, value: str) -> None:
    got = read(text, slot, TODAY)
    assert isinstance(got, Reading)
    assert got.value == value
    assert got.confirm.endswith("Right?")


@pytest.mark.parametrize(
    ("slot", "text", "named"),
    [
        (LEVEL, "level 2 or 3", ["Infant Family Specialist", "Infant Mental Health Specialist"]),
        (LEVEL, "currently level 2, applying for 3", ["Infant Family Specialist", "Infant Mental Health Specialist"]),
        (LEVEL, "level 2 mentor", ["Infant Family Specialist", "Infant Mental Health Mentor"]),
        (DEGREE, "college", ["could not match"]),
        (DEGREE, "LCSW", ["could not match"]),
        (DEGREE, "some college", ["finished"]),
        (DEGREE, "PhD candidate", ["finished"]),
        (DEGREE, "about to finish my MSW", ["finished"]),
        (DEGREE, "a few credits short of a bachelor's", ["finished"]),
        (DEGREE, "not a master's", ["could not match"]),
        (DEGREE, "bachelors and then started my masters", ["finished"]),
        (DEGREE, "30 credits", ["finished"]),
        (DEGREE, "a bachelor's and a master's", ["Bachelor's degree", "Master's degree"]),
    ],
)
def test_a_choice_is_not_guessed(slot: Slot, text: str, named: list[str]) -> None:
    got = read(text, slot, TODAY)
    assert isinstance(got, Again)
    assert all(name in got.why for name in named)


@pytest.mark.parametrize(
    ("slot", "text", "unused"),
    [
        (LEVEL, "mentor, but I have not told them yet", "but I have not told them yet"),
        (LEVEL, "it was the mentor since last january", "since last january"),
        (Slot("yes_no"), "yes, member since 2020", "since 2020"),
        (Slot("yes_no"), "yes, I signed it", ""),
        (VERSION, "it was the one revised in 2017", ""),
    ],
)
def test_what_an_answer_says_besides_is_named_in_the_read_back(slot: Slot, text: str, unused: str) -> None:
    got = read(text, slot, TODAY)
    assert isinstance(got, Reading)
    assert got.confirm.endswith(f"Right? (Not used: \u201c{unused}\u201d.)" if unused else "Right?")
