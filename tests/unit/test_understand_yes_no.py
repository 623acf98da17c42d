"""Yes and no in slang, signs, misspellings and longer answers; and what sounds like either and is neither."""

import datetime as dt

import pytest

from intake.understand.read import read
from intake.understand.slots import Again, Reading, Slot, Unsure

TODAY = dt.date(2026, 3, 1)
YES_NO = Slot(kind="yes_no")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("\U0001f44d", True),
        ("\u2705", True),
        ("\U0001f44e\U0001f3fd", False),
        ("yas", True),
        ("heck yeah", True),
        ("most certainly", True),
        ("certianly", True),
        ("definately", True),
        ("currently yes", True),
        ("tbh yes", True),
        ("haven't", False),
        ("did not", False),
        ("afraid not", False),
        ("as of now no", False),
        ("still no", False),
        ("sadly not", False),
        ("that's not true", False),
        ("no, I'm good", False),
    ],
)
def test_an_everyday_yes_or_no_is_taken(text: str, value: bool) -> None:
    assert read(text, YES_NO, TODAY) == Reading(value, "yes_no")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("s\u00ed", True),
        ("I want to say yes", True),
        ("I have requested it", True),
        ("yes, sent last week", True),
        ("unlikely", False),
        ("no longer a member", False),
        ("not a member", False),
        ("haven't gotten around to it", False),
        ("I have yet to", False),
        ("not that I know of", False),
        ("signed it last night", True),
        ("joined 3 yrs ago and keep renewing", True),
        ("They mailed it in October", True),
        ("I believe so? she trains other people", True),
        ("they did pay me, just not much", True),
        ("my dues lapsed back in december", False),
        ("I let it go at the end of 2024", False),
        ("will do it monday promise", False),
        ("I still need to sign it", False),
        ("nope it was all volunteer", False),
        ("no it was volunteer at my church", False),
        ("No. Wait, yes, Dr. Pham signed my hours", True),
        ("yes I mean no", False),
    ],
)
def test_a_yes_or_no_that_needs_a_second_look_is_read_back(text: str, value: bool) -> None:
    got = read(text, YES_NO, TODAY)
    assert isinstance(got, Reading)
    assert got.value is value
    assert str(got.confirm).startswith(f"I take that as {'yes' if value else 'no'}. Right?")


@pytest.mark.parametrize(
    "text",
    [
        "I'm about to",
        "I'm working on it",
        "I'm planning to",
        "I have to check with my supervisor",
        "I have two kids",
        "I have a question",
        "I'm from Norfolk",
        "I'm good",
        "not a problem",
        "why not",
        "no one told me",
        "right here",
        "in progress",
        "\U0001f642",
        "Yesenia",
        "Noah",
        "I emailed about what I need",
        "signed it?",
        "I signed up but never went",
        "I renewed after it lapsed",
        "my dues lapsed but I renewed",
        "no, it was paid",
        "no, I actually did",
        "no wait, let me check",
        "I'll have to ask my supervisor",
        "will do",
        "my supervisor is Denise",
    ],
)
def test_what_only_sounds_like_yes_or_no_is_asked_again(text: str) -> None:
    assert isinstance(read(text, YES_NO, TODAY), Again)


@pytest.mark.parametrize(
    "text",
    [
        "no clue honestly",
        "no idea, sorry",
        "hmm, not sure",
        "I don't really know",
        "couldn't tell you, I'd have to ask HR",
    ],
)
def test_not_knowing_is_no_no(text: str) -> None:
    assert read(text, YES_NO, TODAY) == Unsure()
