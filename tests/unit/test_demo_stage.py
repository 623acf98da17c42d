"""The stage: a script's case gives the events of its transcript, and nothing of it outlives the demonstration."""

import io
from pathlib import Path

import personas
import pytest

from intake.demo.script import TOUR, find, parse
from intake.demo.stage import Stage, sweep
from intake.interview import events as ev
from intake.journal.lock import CaseLock
from intake.journal.store import Journal
from intake.plain.script import play

SHORT = parse("ann", "# Ann. As of 2026-03-01.\nAnn Dole\nann@example.org\npause\nskip\n")


def log(home: Path) -> list[bytes]:
    """The lines of the only case in `home`."""
    journal = Journal(home)
    try:
        (case,) = journal.cases()
        return journal.load(case.id)
    finally:
        journal.close()


@pytest.mark.parametrize("name", personas.NAMES)
def test_a_persona_played_without_a_hand_gives_the_events_of_the_transcript(name: str, tmp_path: Path) -> None:
    personas.run(name, tmp_path / "home", tmp_path / "me.zip")
    assert play(find(name), io.StringIO()) == log(tmp_path / "home")


def test_the_tour_shows_all_twelve_points() -> None:
    out = io.StringIO()
    play(find(TOUR), out)
    told = out.getvalue()
    for shown in (
        "Only the association decides",
        "IV Infant Mental Health Mentor",
        "reflective supervision: Regular meetings",
        "There is no February 30",
        "That is below zero",
        "About 30 hours. Right?",
        "Welcome back. Everything you said is here.",
        "May 13, 2023 → May 13, 2022",
        "Three years leading in policy: Met by your answers",
        "On your list of questions for the association: does service coordination count?",
        "By time alone, if nothing else changes: on May 13, 2026",
        "Yours to do:",
        "No Specialist exam from 1 January 2025",
        "Questions for the association:",
        "I cannot tell you that.",
    ):
        assert shown in told
    assert "could not" not in told.replace("which cannot be recorded", "")


def test_nothing_is_written_outside_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("INTAKE_HOME", str(home))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.chdir(temporary)
    with Stage(find("dana")) as stage:
        stage.bring(len(stage.script.lines))
        assert stage.session.case.state.closed
        assert len(list(temporary.iterdir())) == 1
    assert list(temporary.iterdir()) == []
    assert not home.exists()


def test_a_bundle_stays_in_the_demonstration_whatever_path_is_said(tmp_path: Path) -> None:
    with Stage(SHORT) as stage:
        told = stage.session.export(tmp_path / "me.zip")
        assert "It is deleted with the demonstration." in told[0].text
    assert list(tmp_path.iterdir()) == []


def test_a_pause_in_the_script_is_a_leaving_and_a_coming_back() -> None:
    with Stage(SHORT) as stage:
        stage.bring(3)
        assert stage.session.open().messages[0].text.startswith("Welcome back")
        assert stage.bring(4).case.standing.question == "applicant.virginia"


def test_where_a_case_stands_is_the_same_after_a_digression_and_not_after_an_answer() -> None:
    with Stage(SHORT) as stage:
        stage.bring(1)
        before = stage.mark
        stage.session.say("what is reflective supervision?")
        assert stage.mark == before
        stage.session.say("ann@example.org")
        assert stage.mark != before


def test_bringing_it_back_forgets_what_the_room_tried() -> None:
    with Stage(SHORT) as stage:
        stage.bring(1)
        alone = stage.events
        stage.session.say("room@example.org")
        stage.bring(1)
        assert stage.events == alone
        assert [type(ev.load(line).event) for line in stage.events] == [ev.Started, ev.Answered]


@pytest.mark.parametrize("words", ["attach /etc/hostname", "make requests"])
def test_no_file_of_this_computer_is_opened_or_written(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Stage(find("dana")) as stage:
        stage.bring(60)
        told = stage.session.say(words)
        told = stage.session.say("yes") if words == "make requests" else told
        assert "no file of this computer" in " ".join(message.text for message in told.messages)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_demonstration_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    names = ["intake-demo-killed", "intake-demo-playing", "intake-demo-open", "intake-demo-other", "somebody"]
    killed, playing, opened, other, foreign = (tmp_path / name for name in names)
    for folder in (killed, playing, opened, foreign):
        folder.mkdir(mode=0o700)
        (folder / "owner.lock").write_text("4711 somebody")
    other.mkdir(mode=0o700)
    opened.chmod(0o755)
    (tmp_path / "intake-demo-link").symlink_to(foreign)
    with CaseLock(playing / "owner.lock"):
        sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*names[1:], "intake-demo-link"}
