"""Two entries told in one sentence are never melted into one: each is read back by itself, or named as not used."""

from pathlib import Path

import pytest
from session_talk import APPLY, reach, say, talk

from intake.session.session import Session

HOME_VISITOR = (
    "yeah im a home visitor w/ healthy families in hopewell since sep 2021 and before that i taught in the toddler "
    "room at sunshine daycare from 2015 to summer 2021"
)
PEOPLE = "yeah Denise Walker, denise.walker@example.org, my boss Tamika Jones, and dr. ruth ann alvarez"


def first_entry(session: Session, words: str) -> tuple[dict[str, object], list[str]]:
    """The entry that is written down at a yes, and the words kept to be asked about after it."""
    section = session.case.standing.section
    say(session, words, "yes")
    return session.case.projection.docs[section][f"{section}-1"], [
        kept.words for kept in session.case.state.content.remembered
    ]


@pytest.mark.parametrize(
    ("gate", "words", "entry", "kept"),
    [
        (
            "education.more",
            "i got my bachelors in human development from virginia state, think it was spring 2014, also have a CDA",
            {
                "credential": "bachelor",
                "subject": "human development",
                "school": "virginia state",
                "awarded": "2014-21",
            },
            ["have a CDA"],
        ),
        (
            "education.more",
            "BA in psychology from JMU 2010 and MSW from VCU 2014",
            {"credential": "bachelor", "subject": "psychology", "school": "JMU", "awarded": "2010"},
            ["MSW from VCU 2014"],
        ),
        (
            "education.more",
            "my bachelors is from Longwood before the masters from VCU 2016",
            {"credential": "bachelor", "school": "Longwood"},
            ["masters from VCU 2016"],
        ),
        (
            "work.more",
            HOME_VISITOR,
            {
                "title": "home visitor",
                "employer": "healthy families in hopewell",
                "span": {"start": "2021-09", "end": ".."},
            },
            ["before that i taught in the toddler room at sunshine daycare from 2015 to summer 2021"],
        ),
        (
            "work.more",
            "I work at Thrive and at Rainbow since 2019",
            {"employer": "Thrive", "span": {"start": "2019", "end": ".."}},
            [],
        ),
        (
            "training.more",
            "Touchpoints, 24 hours, March 2023, Zero to Three, 6 hours, May 2025",
            {"title": "Touchpoints", "hours": 24, "date": "2023-03"},
            ["Zero to Three, 6 hours, May 2025"],
        ),
        (
            "references.more",
            PEOPLE,
            {"name": "Denise Walker"},
            ["my boss Tamika Jones", "dr. ruth ann alvarez"],
        ),
    ],
)
def test_of_two_entries_the_first_is_read_back_alone_and_the_others_after_it(
    tmp_path: Path, gate: str, words: str, entry: dict[str, object], kept: list[str]
) -> None:
    session = reach(talk(tmp_path), APPLY, gate)
    assert first_entry(session, words) == (entry, kept)


@pytest.mark.parametrize(
    ("gate", "words", "entry"),
    [
        (
            "education.more",
            "bachelor's degree (BA) in psychology from JMU, 2010",
            {"credential": "bachelor", "subject": "psychology", "school": "JMU", "awarded": "2010"},
        ),
        (
            "references.more",
            "Denise Walker, Smart Beginnings, my boss",
            {"name": "Denise Walker", "relation": "supervisor"},
        ),
    ],
)
def test_what_is_said_twice_of_one_entry_is_one_entry(
    tmp_path: Path, gate: str, words: str, entry: dict[str, object]
) -> None:
    session = reach(talk(tmp_path), APPLY, gate)
    assert first_entry(session, words) == (entry, [])


def test_two_degrees_told_before_their_list_are_kept_apart_for_it(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "membership.current")
    say(session, "I have a BA in psychology from JMU 2010 and an MSW from VCU 2014")
    kept = [one.words for one in session.case.state.content.remembered]
    assert kept == ["I have a BA in psychology from JMU 2010", "an MSW from VCU 2014"]
