"""Other working hours tried: on the jobs that go on, never as one more job."""

from pathlib import Path

import personas
import pytest
from session_talk import APPLY, reach, say, talk, texts

from intake.rulebook.what_if import Added
from intake.session.session import Session
from intake.session.trial import tries

THERAPIST = "parent-infant therapist, Chesterfield Infant Program"
INTERNS = "supervisor of interns, Chesterfield Infant Program"


@pytest.fixture(scope="module")
def dana(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Dana's case at its end: two jobs that go on, both full-time."""
    folder = tmp_path_factory.mktemp("dana")
    return personas.run("dana", folder, folder / "me.zip")[0]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("she works half time", "Part-time, all along"),
        ("what if I only work part time?", "Part-time, all along"),
        ("what if Dana went down to part-time", "Part-time, all along"),
        ("her jobs were half time", "Part-time, all along"),
        ("what if he works 20 hours a week?", "Part-time, hours a week: 20 hours, all along"),
    ],
)
def test_fewer_hours_are_of_the_jobs_that_go_on_and_leave_the_years_to_be_confirmed(
    dana: Session, words: str, told: str
) -> None:
    found = dana.trial([words])
    assert found.tried == (f"{THERAPIST}: {told}", f"{INTERNS}: {told}")
    moved = {move.id: (move.before, move.after) for move in found.moved}
    assert moved["ifs.work"] == moved["imhs.work"] == ("met", "confirm")


def test_hours_of_a_full_week_are_full_time_and_move_nothing(dana: Session) -> None:
    found = dana.trial(["she works 40 hours a week"])
    assert (found.granted, found.moved, found.days) == (("full-time or part-time: Full-time",), (), ())


def test_a_job_that_is_named_and_one_more_job_are_what_they_were(dana: Session) -> None:
    assert dana.trial(["her therapist job was half time"]).tried == (f"{THERAPIST}: full-time or part-time: Part-time",)
    (change, *_rest) = tries(dana.case, dana.case.assessment, ["a part-time job"]).changes
    assert isinstance(change, Added)


def test_without_a_job_what_the_pack_tells_of_part_time_work_is_told(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.more")
    said = texts(say(session, "what if she works half time?").messages)
    assert "No job that goes on is listed." in said
    assert "It does not say how part-time hours count" in said
