"""Yes and no, choices, addresses and free text as the invented applicants would answer."""

import datetime as dt

import pytest

from intake.understand.read import read
from intake.understand.slots import Again, Choice, Kind, Reading, Slot, Unsure

TODAY = dt.date(2026, 3, 1)
YES_NO = Slot(kind="yes_no")
TEXT = Slot(kind="text")
EMAIL = Slot(kind="email")
CREDENTIALS = (
    Choice("high_school", "High school diploma or GED", ("high school", "ged", "diploma")),
    Choice("cda", "Child Development Associate (CDA)", ("cda",)),
    Choice("associate", "Associate's degree", ("associates", "aa", "aas")),
    Choice("bachelor", "Bachelor's degree", ("bachelors", "ba", "bs", "bsn", "bsw")),
    Choice("master", "Master's degree", ("masters", "ma", "ms", "msw", "mpp")),
    Choice("doctorate", "Doctorate (PhD, PsyD, EdD, MD, JD)", ("phd", "doctor", "doctoral")),
)
LEVELS = (
    Choice("ifa", "Infant Family Associate (Level I)", ("level 1", "one")),
    Choice("ifs", "Infant Family Specialist (Level II)", ("level 2", "two")),
    Choice("imhs", "Infant Mental Health Specialist (Level III)", ("level 3", "three")),
    Choice("imhm", "Infant Mental Health Mentor (Level IV)", ("level 4", "four")),
)
AGES = (
    Choice("birth_to_3", "Birth to 3", ("infants and toddlers", "babies", "toddlers", "infants")),
    Choice("ages_3_to_5", "Ages 3 to 5", ("preschool", "pre-k")),
    Choice("older", "Older children"),
    Choice("caregivers", "Parents and other caregivers", ("parents", "families", "caregivers")),
    Choice("none", "None of these"),
)
CREDENTIAL = Slot(kind="choice", choices=CREDENTIALS)
LEVEL = Slot(kind="choice", choices=LEVELS)
AGE = Slot(kind="choices", choices=AGES)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yep", True),
        ("Yes.", True),
        ("y", True),
        ("I am", True),
        ("yes I am", True),
        ("yeah, I was", True),
        ("um, yes", True),
        ("sure", True),
        ("of course", True),
        ("I sure did", True),
        ("yes please", True),
        ("that's right", True),
        ("yes, yes", True),
        ("no", False),
        ("nope", False),
        ("not yet", False),
        ("No, not yet.", False),
        ("I'm not", False),
        ("I haven't", False),
        ("never", False),
        ("not anymore", False),
        ("not at the moment", False),
        ("no thanks", False),
        ("actually no", False),
        ("yesss", True),
        ("the answer is yes", True),
        ("no, none", False),
    ],
)
def test_yes_and_no_are_heard(text: str, value: bool) -> None:
    assert read(text, YES_NO, TODAY) == Reading(value, "yes_no")


@pytest.mark.parametrize(
    ("text", "value", "hedged"),
    [
        ("I think so", True, True),
        ("probably", True, True),
        ("yes, I think", True, True),
        ("I believe so", True, True),
        ("pretty sure I did", True, True),
        ("I don't think so", False, True),
        ("probably not", False, True),
        ("it lapsed", False, False),
        ("it lapsed in december i think", False, True),
        ("it ran out", False, False),
        ("yes, since 2019", True, False),
        ("no I work in Maryland", False, False),
        ("I'm a member", True, False),
        ("I'm not a member", False, False),
        ("I don't think I did", False, True),
        ("I think so but I'm not sure", True, True),
        ("I haven't asked them yet", False, False),
    ],
)
def test_a_hedged_or_longer_answer_is_read_back(text: str, value: bool, hedged: bool) -> None:
    got = read(text, YES_NO, TODAY)
    assert isinstance(got, Reading)
    assert (got.value, got.hedged) == (value, hedged)
    assert str(got.confirm).startswith(f"I take that as {'yes' if value else 'no'}. Right?")


@pytest.mark.parametrize(
    "text",
    [
        "yes and no",
        "yes but it lapsed",
        "2019",
        "Norfolk",
        "no, yes",
        "group",
        "7",
        "no problem",
        "I was unpaid",
        "I was until it lapsed",
        "no, it was paid",
        "yes, once, not now",
    ],
)
def test_a_mixed_answer_is_never_a_yes(text: str) -> None:
    got = read(text, YES_NO, TODAY)
    assert isinstance(got, Again)
    assert "yes or no" in got.why


@pytest.mark.parametrize("text", ["not sure", "maybe", "it depends", "hard to say", "I don't know if I am"])
def test_neither_yes_nor_no_is_not_sure(text: str) -> None:
    assert read(text, YES_NO, TODAY) == Unsure()


@pytest.mark.parametrize(
    ("slot", "text", "value"),
    [
        (CREDENTIAL, "MSW", "master"),
        (CREDENTIAL, "M.S.W.", "master"),
        (CREDENTIAL, "my CDA", "cda"),
        (CREDENTIAL, "a bachelor's degree", "bachelor"),
        (CREDENTIAL, "B.S.N.", "bachelor"),
        (CREDENTIAL, "masters degree", "master"),
        (CREDENTIAL, "Ph.D.", "doctorate"),
        (CREDENTIAL, "ph d", "doctorate"),
        (CREDENTIAL, "3rd", "associate"),
        (CREDENTIAL, "PsyD", "doctorate"),
        (CREDENTIAL, "5", "master"),
        (CREDENTIAL, "#5", "master"),
        (CREDENTIAL, "b", "cda"),
        (CREDENTIAL, "option b", "cda"),
        (CREDENTIAL, "the second one", "cda"),
        (CREDENTIAL, "the last one", "doctorate"),
        (CREDENTIAL, "high_school", "high_school"),
        (LEVEL, "II", "ifs"),
        (LEVEL, "level 3", "imhs"),
        (LEVEL, "Level III", "imhs"),
        (LEVEL, "family specialist", "ifs"),
        (LEVEL, "mentor", "imhm"),
        (LEVEL, "infant mental health specialist", "imhs"),
        (LEVEL, "number 4", "imhm"),
    ],
)
def test_a_choice_is_taken_by_name_or_number(slot: Slot, text: str, value: str) -> None:
    assert read(text, slot, TODAY) == Reading(value, "choices")


@pytest.mark.parametrize(
    ("text", "value", "hedged"),
    [
        ("bachlors degree", "bachelor", False),
        ("mastes", "master", False),
        ("doctorat", "doctorate", False),
        ("I think a master's", "master", True),
        ("I have my associates in early childhood development", "associate", False),
        ("master's in social work", "master", False),
    ],
)
def test_a_misspelt_or_wordy_choice_is_read_back(text: str, value: str, hedged: bool) -> None:
    got = read(text, CREDENTIAL, TODAY)
    assert isinstance(got, Reading)
    assert (got.value, got.hedged) == (value, hedged)
    assert got.confirm.endswith("Right?")


@pytest.mark.parametrize(
    ("slot", "text", "named"),
    [
        (LEVEL, "specialist", ["Infant Family Specialist", "Infant Mental Health Specialist"]),
        (LEVEL, "infant", ["Infant Family Associate", "Infant Family Specialist"]),
        (LEVEL, "level 5", ["Level I"]),
        (LEVEL, "5", ["Level I"]),
        (LEVEL, "0", ["Level I"]),
        (CREDENTIAL, "RN", ["Bachelor's degree"]),
        (CREDENTIAL, "working on my master's", ["finished"]),
        (CREDENTIAL, "I didn't finish my bachelor's", ["finished"]),
        (CREDENTIAL, "bachelor's and master's", ["Bachelor's degree", "Master's degree"]),
        (CREDENTIAL, "not a master's", ["Master's degree"]),
        (Slot(kind="choice", choices=AGES), "ages 3 to 6", ["could not match"]),
        (CREDENTIAL, "I'll have my MSW in May", ["finished"]),
        (CREDENTIAL, "zebra", ["Bachelor's degree"]),
    ],
)
def test_a_choice_that_fits_two_or_none_names_the_options(slot: Slot, text: str, named: list[str]) -> None:
    got = read(text, slot, TODAY)
    assert isinstance(got, Again)
    for name in named:
        assert name in got.why


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1, 4", ["birth_to_3", "caregivers"]),
        ("1 and 4", ["birth_to_3", "caregivers"]),
        ("1 4", ["birth_to_3", "caregivers"]),
        ("birth to 3 and parents", ["birth_to_3", "caregivers"]),
        ("infants and toddlers, and families", ["birth_to_3", "caregivers"]),
        ("babies, toddlers", ["birth_to_3"]),
        ("Parents and other caregivers", ["caregivers"]),
        ("preschool & older children", ["ages_3_to_5", "older"]),
        ("all of them", ["birth_to_3", "ages_3_to_5", "older", "caregivers"]),
        ("none of these", ["none"]),
        ("both babies and preschool", ["birth_to_3", "ages_3_to_5"]),
    ],
)
def test_several_choices_are_taken_at_once(text: str, value: list[str]) -> None:
    assert read(text, AGE, TODAY) == Reading(value, "choices")


def test_one_unknown_among_several_choices_is_named() -> None:
    got = read("babies, zebras", AGE, TODAY)
    assert isinstance(got, Again)
    assert "zebras" in got.why


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("keisha.b@example.org", "keisha.b@example.org"),
        ("it's Keisha.B@Example.ORG.", "Keisha.B@example.org"),
        ("my email is dana+imh@vcu.example.edu", "dana+imh@vcu.example.edu"),
        ("mailto:ana@example.pe", "ana@example.pe"),
        ("<ana@example.pe>", "ana@example.pe"),
        ("o'neil@example.org", "o'neil@example.org"),
    ],
)
def test_an_address_is_taken(text: str, value: str) -> None:
    assert read(text, EMAIL, TODAY) == Reading(value, "emails")


def test_a_spoken_address_is_read_back() -> None:
    got = read("gloria at example dot org", EMAIL, TODAY)
    assert isinstance(got, Reading)
    assert got.value == "gloria@example.org"
    assert got.confirm == "gloria@example.org. Right?"


@pytest.mark.parametrize(
    "text", ["gloria@", "gloria", "a b@example.org", "a@b@c.org", "gloria@example", "@example.org", "a..b@example.org"]
)
def test_half_an_address_is_asked_again(text: str) -> None:
    got = read(text, EMAIL, TODAY)
    assert isinstance(got, Again)
    assert "name@example.org" in got.why


@pytest.mark.parametrize(
    "text",
    [
        "Skip Williams",
        "Help Me Grow",
        "May Day School",
        "Back to Basics Training",
        "No. 5 Main St",
        "Undo Consulting",
        "Change Makers Inc",
        "About Face",
        "Not Sure What Comes Next",
        "Um Kulthum Center",
        "I Think I Can Preschool",
        "2 Hearts",
        "None",
        "So I Forgot",
    ],
)
def test_a_name_or_title_is_kept_as_it_was_typed(text: str) -> None:
    assert read(f"  {text} ", TEXT, TODAY) == Reading(text, "words")


@pytest.mark.parametrize("text", ["not sure", "I don't know", "idk", "No idea."])
def test_not_knowing_a_title_is_an_answer(text: str) -> None:
    assert read(text, TEXT, TODAY) == Unsure()


@pytest.mark.parametrize("kind", ["text", "date", "span", "number", "hours", "yes_no", "choice", "choices", "email"])
@pytest.mark.parametrize("text", ["", "  \n ", "\u200d\u200c"])
def test_nothing_typed_is_asked_again(kind: Kind, text: str) -> None:
    got = read(text, Slot(kind=kind, choices=AGES), TODAY)
    assert isinstance(got, Again)
    assert got.why.endswith(".")


def test_control_characters_never_reach_a_value_or_a_message() -> None:
    got = read("Chesterfield\x1b[31m", TEXT, TODAY)
    assert got == Reading("Chesterfield\u241b[31m", "words")
    again = read("babies, \x1b]0;x\x07", AGE, TODAY)
    assert isinstance(again, Again)
    assert "\x1b" not in again.why


def test_half_a_character_is_asked_again() -> None:
    assert isinstance(read("\ud800", TEXT, TODAY), Again)
