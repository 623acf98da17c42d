"""An entry that is called by its name and told otherwise is changed, at any question, and not listed twice."""

from pathlib import Path

import pytest
from session_talk import APPLY, reach, say, talk, texts

from intake.session.session import Session

SAID = APPLY | {
    "work.title": "assistant teacher",
    "work.employer": "Sunshine Daycare",
    "work.span": "August 2015 to June 2021",
    "supervision.provider": "Denise Walker",
    "supervision.span": "since January 2023",
    "supervision.hours": "30",
}
FROM_2014 = {"start": "2014-08", "end": "2021-06"}


def entries(session: Session, section: str) -> dict[str, dict[str, object]]:
    """What is known of the entries of a list."""
    return session.case.projection.docs[section]


@pytest.mark.parametrize("question", ["references.more", "references.relation", "references.name", "exam.status"])
@pytest.mark.parametrize(
    ("words", "section", "changed"),
    [
        (
            "oh denise started feb 2023 not jan, and it was 40 hrs",
            "supervision",
            {"span": {"start": "2023-02", "end": ".."}, "hours": 40},
        ),
        ("denise was 40 hours, not 30", "supervision", {"hours": 40}),
        ("oh wait sunshine started aug 2014 not 2015", "work", {"span": FROM_2014}),
        ("sunshine daycare started in august 2014, not 2015", "work", {"span": FROM_2014}),
        ("oh, my job started in August 2014", "work", {"span": FROM_2014}),
    ],
)
def test_an_entry_that_is_called_by_its_name_is_changed_at_a_yes(
    tmp_path: Path, question: str, words: str, section: str, changed: dict[str, object]
) -> None:
    session = reach(talk(tmp_path), SAID, question)
    counts, here = {name: len(entries(session, name)) for name in ("training", "work")}, session.case.standing
    say(session, words, "yes")
    assert entries(session, section)[f"{section}-1"].items() >= changed.items()
    assert counts == {name: len(entries(session, name)) for name in ("training", "work")}
    assert session.case.standing == here


@pytest.mark.parametrize(
    "words",
    [
        "denise was 40 hours, not 20",
        "denise started feb 2023",
        "Denise was my supervisor, not my boss",
        "denise started feb 2023, not jan, and it was lovely",
    ],
)
def test_a_sentence_that_does_not_fit_an_entry_changes_none(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), SAID, "references.more")
    before = entries(session, "supervision")
    assert "Denise Walker." not in session.say(words).prompt.ask
    assert entries(session, "supervision") == before


def test_it_is_asked_which_entry_where_several_have_the_name_and_the_change(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), SAID, "references.more")
    say(session, "/add provider", "Denise Lee", "level 3", "group", "since January 2024", "30")
    assert "Denise Walker; Denise Lee" in texts(session.say("denise was 40 hours, not 30").messages)
