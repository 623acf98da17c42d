"""Hours of one meeting are no total, and how often people meet is no part of a name."""

from pathlib import Path

import pytest
from session_talk import APPLY, reach, say, talk

OPEN_SPAN = {"start": "2023-01", "end": ".."}


@pytest.mark.parametrize(
    ("words", "known", "unused"),
    [
        (
            "i meet with Denise Walker every other week for reflective supervision, 1 hr, since jan 2023",
            {"provider": "Denise Walker", "span": OPEN_SPAN},
            ["1 hr", "every other week", "for reflective supervision"],
        ),
        (
            "Denise Walker, 1 hour every week since jan 2023",
            {"provider": "Denise Walker", "span": OPEN_SPAN},
            ["1 hour every week"],
        ),
        (
            "Denise Walker weekly, 1 hour, since jan 2023",
            {"provider": "Denise Walker", "span": OPEN_SPAN},
            ["weekly", "1 hour"],
        ),
        (
            "Denise Walker twice a month, 1.5 hours each, since jan 2023",
            {"provider": "Denise Walker", "span": OPEN_SPAN},
            ["twice a month", "1.5 hours each"],
        ),
        (
            "I see Denise Walker monthly since jan 2023, 24 hours in all",
            {"provider": "Denise Walker", "span": OPEN_SPAN, "hours": 24},
            ["monthly"],
        ),
        ("Denise Walker, 2 hours a month for 2 years", {"provider": "Denise Walker", "hours": 48}, []),
    ],
)
def test_the_hours_of_a_meeting_are_no_total(
    tmp_path: Path, words: str, known: dict[str, object], unused: list[str]
) -> None:
    session = reach(talk(tmp_path), APPLY, "supervision.more")
    ask = session.say(words).prompt.ask
    assert all(f"“{part}”" in ask for part in unused)
    assert ("Not used" in ask) == bool(unused)
    say(session, "yes")
    assert session.case.projection.docs["supervision"]["supervision-1"] == known


def test_meetings_for_supervision_are_no_job(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.more")
    say(session, "i meet with Denise Walker every other wk for reflective supervision, 1 hr, since jan 2023")
    assert [kept.section for kept in session.case.state.content.remembered] == ["supervision"]


def test_a_name_with_hours_a_week_is_read_back(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "supervision.more")
    say(session, "Denise Walker, 1 hour per week", "no")
    assert not session.case.projection.docs["supervision"]
