"""The edge cases of the domain as transcripts: each is understood throughout, and leads to the honest word."""

import datetime as dt
import io
from pathlib import Path

import pytest

from intake.packs.load import load
from intake.plain.lines import converse
from intake.resources import flows_folder
from intake.rulebook.proof import prove
from intake.session.session import Session
from intake.session.start import open_session

FOLDER = flows_folder() / "vaimh" / "edge_cases"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
AS_OF = dt.date(2026, 3, 1)

#: What is to be said of each, by requirement, and which questions for the association come up.
EXPECTED: dict[str, tuple[dict[str, str], set[str]]] = {
    "doctorate": ({"ifs.degree": "confirm", "ifs.work": "met"}, {"higher_degree", "moving", "residence"}),
    "two_tracks": (
        {"imhm.clinical.work": "confirm", "imhm.policy.work": "confirm", "imhm.research.work": "not_met"},
        {"two_tracks", "exam"},
    ),
    "part_time": ({"ifa.route": "confirm", "portfolio.work": "met"}, {"part_time", "no_college"}),
    "expired_cda": ({"ifa.route": "confirm", "portfolio.education": "confirm"}, {"expired_cda", "cda_transcript"}),
    "same_rater": ({"portfolio.references": "not_met", "portfolio.ratings": "not_met"}, {"who_refers"}),
    "degree_later": ({"imhs.degree": "met", "imhs.work": "confirm", "imhs.exam": "met"}, {"before_degree"}),
    "future_training": ({"portfolio.training": "met", "imhm.policy.work": "met"}, {"initial_training"}),
    "jd": ({"imhm.degree": "met", "imhm.clinical.work": "met"}, {"post_graduate_degree"}),
    "unsure": (
        {
            "pre.membership": "need_information",
            "ifa.route": "not_met",
            "portfolio.training": "confirm",
            "portfolio.supervision": "confirm",
            "portfolio.ethics": "not_met",
        },
        {"supervision"},
    ),
    "maryland": ({"ifs.degree": "met", "ifs.work": "met"}, {"residence"}),
    "year_log": (
        {"renew.training.listed": "met", "renew.supervision.listed": "met", "renew.membership": "met"},
        {"renewal_year", "renewal_supervision"},
    ),
    "registry": ({"renew.removed": "confirm", "renew.training": "not_met", "renew.supervision": "met"}, {"inactive"}),
}


def play(name: str, home: Path) -> tuple[Session, str]:
    """The session after the whole transcript, closed, and what was printed."""
    session = open_session(home, as_of=AS_OF, bundle=home / "me.zip")
    out = io.StringIO()
    converse(session, (FOLDER / f"{name}.txt").read_text("utf-8").splitlines(), out, echo=True)
    session.close()
    return session, out.getvalue()


def test_every_edge_case_has_an_expectation_and_is_marked_as_invented() -> None:
    assert sorted(EXPECTED) == NAMES
    for name in NAMES:
        first = (FOLDER / f"{name}.txt").read_text("utf-8").partition("\n")[0]
        assert first.startswith("# Edge case: ")
        assert "(invented)" in first
        assert first.endswith(f"As of {AS_OF}.")


@pytest.mark.parametrize("name", NAMES)
def test_an_edge_case_gets_the_honest_word(name: str, tmp_path: Path) -> None:
    session, printed = play(name, tmp_path)
    verdicts, asked = EXPECTED[name]
    words = session.case.assessment.words()
    assert {key: words[key] for key in verdicts} == verdicts
    assert "\n  ! " not in printed, "all of it is understood"
    assert session.talker.case.standing.question == "closed", "nothing is left to ask"
    assessment = session.case.assessment
    up = {q.id for q in load().edition.questions if q.condition.holds(assessment.readings(q.condition.facts)[1])}
    assert asked <= up


def test_two_jobs_at_once_are_not_counted_twice_and_a_future_training_not_yet(tmp_path: Path) -> None:
    part_time, _printed = play("part_time", tmp_path / "one")
    assert part_time.case.assessment.figure("paid_months").loose == 24
    training, _printed = play("future_training", tmp_path / "two")
    assert training.case.assessment.figure("training_hours").loose == 0


def test_work_from_before_the_degree_has_its_two_dates(tmp_path: Path) -> None:
    session, _printed = play("degree_later", tmp_path)
    work = next(r for r in session.case.assessment.requirements() if r.id == "imhs.work")
    earliest = prove(session.case.assessment, work).earliest
    assert earliest is not None
    assert earliest.strict == "2027-05-31", "two years from the last day that May 2025 may mean"
