"""What staff type of a caller is understood as if the caller had said it; what others did stays theirs."""

import pytest

from intake.prescreen.speaker import speaking


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("she has a masters", "I have a masters"),
        ("She's been with EHS since 2019", "I've been with EHS since 2019"),
        ("he's a home visitor", "I'm a home visitor"),
        ("has a CDA and works at EHS", "I have a CDA and work at EHS"),
        ("her supervisor is Alan Price", "my supervisor is Alan Price"),
        ("does she need an exam?", "do I need an exam?"),
        ("is the exam online?", "is the exam online?"),
        ("is the director of Head Start", "I am the director of Head Start"),
        ("she teaches and her boss supervises her", "I teach and my boss supervises me"),
        ("the caller doesn't know", "I don't know"),
        ("they're not a member", "I'm not a member"),
        ("Mary Lopez, she agreed", "Mary Lopez, she agreed"),
        ("they sent it", "they sent it"),
        ("babies and their parents", "babies and their parents"),
        ("I have a masters", "I have a masters"),
    ],
)
def test_the_third_person_is_the_caller(typed: str, said: str) -> None:
    assert speaking(typed) == said
