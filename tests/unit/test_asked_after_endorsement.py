"""What somebody endorsed asks and answers: coming back, deadlines, moving, and the level that is held."""

from pathlib import Path

import pytest
from session_talk import RENEW, reach, talk, texts


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("I am on the inactive registry, how do I come back?", "It does not say what it takes to come back"),
        ("how do I come back?", "next time you go on at that very question. To the registry: the source page says"),
        ("how long can I stay inactive", "It does not say by when to apply, how long one may be inactive"),
        ("how long must I have been level III before I can move?", "1 year from II to III, 3 years from III to IV"),
        ("how long do I have to be at level III first?", "1 year from II to III, 3 years from III to IV"),
        ("what happens if I do nothing?", "failure to renew results in being removed from the Registry"),
        ("what if I miss the deadline?", "names no deadline for a first application or for a move"),
        ("how long does this take", "half an hour to an hour"),
    ],
)
def test_what_the_endorsed_ask_is_answered_by_what_the_page_says_and_does_not_say(
    tmp_path: Path, words: str, sentence: str
) -> None:
    session = reach(talk(tmp_path), RENEW, "endorsement.level")
    assert sentence in texts(session.say(words).messages)
    assert session.case.standing.question == "endorsement.level"
