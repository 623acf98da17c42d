"""The log of a year: a sentence when it was had, read as it was meant, counted, and taken back by undo."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from session_talk import say, talk, texts

from intake.cli.main import run as command
from intake.rulebook.proof import prove
from intake.session.proofs import proof_text
from intake.session.session import Session
from intake.session.year_log import entries


@pytest.fixture
def renewal(tmp_path: Path) -> Session:
    """A renewal for 2026, on 1 March of it."""
    session = talk(tmp_path)
    session.change("applicant.purpose", "", "renew")
    session.change("renewal.year", "", "2026")
    return session


def day(text: str) -> dict[str, str]:
    """A span of one day."""
    return {"start": text, "end": text}


@pytest.mark.parametrize(
    ("words", "section", "expected"),
    [
        ("had 1.5 h RS with J. today", "supervision", {"provider": "J", "hours": 1.5, "span": day("2026-03-01")}),
        (
            "2 hrs group RS w/ Mary Lopez yesterday",
            "supervision",
            {"provider": "Mary Lopez", "hours": 2, "span": day("2026-02-28"), "format": "group"},
        ),
        (
            "an hour of reflective supervision with Kim Lee this morning",
            "supervision",
            {"provider": "Kim Lee", "hours": 1, "span": day("2026-03-01")},
        ),
        ("2h rs with Kim on Monday", "supervision", {"provider": "Kim", "hours": 2, "span": day("2026-02-23")}),
        ("1 hour RS with J.", "supervision", {"provider": "J", "hours": 1}),
        (
            "Circle of Security training, 6 hours, VAIMH, Feb 20",
            "training",
            {"title": "Circle of Security", "provider": "VAIMH", "hours": 6, "date": "2026-02-20"},
        ),
        (
            "a training on reflective supervision by VAIMH, 3 hours, today",
            "training",
            {"title": "reflective supervision", "provider": "VAIMH", "hours": 3, "date": "2026-03-01"},
        ),
        (
            "took touchpoints, 6 hours, last friday",
            "training",
            {"title": "touchpoints", "hours": 6, "date": "2026-02-27"},
        ),
        ("1,5 h RS with J.", "supervision", {"provider": "J", "hours": 1.5}),
        ("1h30 of RS by phone with J.", "supervision", {"provider": "J", "hours": 1.5}),
        ("RS with Dr. Lopez for an hour and a half", "supervision", {"provider": "Dr Lopez", "hours": 1.5}),
        ("1/2 hour RS with J.", "supervision", {"provider": "J", "hours": 0.5}),
        ("met with Jane for reflective supervision, 1 hour", "supervision", {"provider": "Jane", "hours": 1}),
        ("supervision with Mary, 1 hour, reflective", "supervision", {"provider": "Mary", "hours": 1}),
        (
            "reflective group, 2h, day before yesterday",
            "supervision",
            {"format": "group", "hours": 2, "span": day("2026-02-27")},
        ),
        (
            'Webinar "Babies in Court" 2 h 1/20',
            "training",
            {"title": "Babies in Court", "hours": 2, "date": "2026-01-20"},
        ),
        (
            "90-minute webinar about sleep on Feb 6-7",
            "training",
            {"title": "sleep", "hours": 1.5, "date": "2026-02-07"},
        ),
        (
            "got 3 contact hours for a seminar on grief last Thursday",
            "training",
            {"title": "grief", "hours": 3, "date": "2026-02-26"},
        ),
        ("RS with J. from 9 to 10:30", "supervision", {"provider": "J", "hours": 1.5}),
        ("RS with J. 11:30am-1pm yesterday", "supervision", {"provider": "J", "hours": 1.5, "span": day("2026-02-28")}),
        ("3 x 1 hour RS with J.", "supervision", {"provider": "J", "hours": 3}),
        ("two 90-minute sessions of RS with J.", "supervision", {"provider": "J", "hours": 3}),
        ("90 min reflective sup w Łukasz Ñ.", "supervision", {"provider": "Łukasz Ñ", "hours": 1.5}),
        ("training: Touchpoints, 6h", "training", {"title": "Touchpoints", "hours": 6}),
        ("met J for 1 h RS on the 3rd", "supervision", {"provider": "J", "hours": 1, "span": day("2026-02-03")}),
        ("a training of 3 hours on grief", "training", {"title": "grief", "hours": 3}),
        ('"It was 2 hours" training, 2 hours', "training", {"title": "It was 2 hours", "hours": 2}),
        ("RS 90 min J tues", "supervision", {"provider": "J", "hours": 1.5, "span": day("2026-02-24")}),
        ("RS 1h J mon", "supervision", {"provider": "J", "hours": 1, "span": day("2026-02-23")}),
        ("fri: RS with J for 1 h", "supervision", {"provider": "J", "hours": 1, "span": day("2026-02-27")}),
        ("RS 1h Dr Lee Thurs", "supervision", {"provider": "Dr Lee", "hours": 1, "span": day("2026-02-26")}),
        ("RS fri 2/13 with Kim 1h", "supervision", {"provider": "Kim", "hours": 1, "span": day("2026-02-13")}),
        ("RS 1h with Ann Sun today", "supervision", {"provider": "Ann Sun", "hours": 1, "span": day("2026-03-01")}),
        ("Touchpoints training 6h fri", "training", {"title": "Touchpoints", "hours": 6, "date": "2026-02-27"}),
    ],
)
def test_what_was_had_is_read_as_it_was_meant(
    renewal: Session, words: str, section: str, expected: dict[str, Any]
) -> None:
    turn = say(renewal, f"/log {words}")
    assert turn.messages[0].kind == "noted"
    assert renewal.case.projection.docs[section] == {f"{section}-1": expected}


@pytest.mark.parametrize(
    ("year", "said", "meant"),
    [
        ("2025", "on 10/5", "2025-10-05"),
        ("2025", "2/5", "2025-02-05"),
        ("2025", "Feb 5", "2025-02-05"),
        ("2025", "on Valentine's day", "2025-02-14"),
        ("2025", "yesterday", "2026-02-28"),
        ("2026", "2/5", "2026-02-05"),
        ("2026", "10/5", "2025-10-05"),  # the next one has not come
        ("2026", "October 5, 2024", "2024-10-05"),
        ("2024", "2/29", "2024-02-29"),
    ],
)
def test_a_day_without_its_year_is_of_the_year_of_the_log(renewal: Session, year: str, said: str, meant: str) -> None:
    renewal.change("renewal.year", "", year)
    say(renewal, f"/log 1 hour RS with J. {said}")
    assert renewal.case.projection.docs["supervision"]["supervision-1"]["span"] == day(meant)


def test_what_has_not_come_was_not_had(renewal: Session) -> None:
    assert "March 2, 2026 has not come yet" in texts(say(renewal, "/log 1 hour RS with J. tomorrow").messages)
    assert entries(renewal.case) == []


def test_one_undo_takes_the_first_entry_back_with_all_that_it_said(renewal: Session) -> None:
    before = dict(renewal.case.projection.known)
    say(renewal, "/log 1 hour RS with J. today", "undo")
    assert renewal.case.projection.known == before
    say(renewal, "redo")
    assert len(entries(renewal.case)) == 1


def test_the_year_is_counted_as_it_grows_and_undo_takes_one_back(renewal: Session) -> None:
    said = texts(say(renewal, "/log 6 hours of training on attachment by VAIMH on Feb 20 2026").messages)
    assert "Training of the year: Need more information." in said
    assert renewal.case.assessment.figure("year_training_hours").strict == 6
    say(renewal, "undo")
    assert entries(renewal.case) == []


def test_what_is_to_be_told_yet_is_named_by_what_a_person_knows_of_it(renewal: Session) -> None:
    said = texts(say(renewal, "/log 1 h RS", "/log 1 h RS with J. today", "/log 1 h RS with J. yesterday").messages)
    told = "J, March 1, 2026 (individual or group); J, February 28, 2026 (individual or group)"
    assert f"Tell more about supervision 1 (individual or group, time); {told}" in said
    (rule,) = [r for r in renewal.case.assessment.requirements() if r.id == "renew.supervision.listed"]
    proof = proof_text(prove(renewal.case.assessment, rule))
    assert "Not counted: supervision 1: not known yet: individual or group, time" in proof


def test_a_change_from_elsewhere_names_the_entry_that_it_changes(renewal: Session) -> None:
    say(renewal, "/log Touchpoints training, 3 hours", "/log 3 hours RS with J. today", "go to membership")
    assert "J, hours: 3 hours → 30 hours." in texts(say(renewal, "it was 30 hours, not 3").messages)
    say(renewal, "undo", "yes", "go to the code of ethics")
    assert say(renewal, "it was 30 hours, not 3").prompt.ask.startswith("Touchpoints, hours: 3 hours → 30 hours.")


def test_entries_with_the_same_person_are_told_apart_by_day_and_hours(renewal: Session) -> None:
    say(renewal, "/log 1 hour RS with J today", "/log 2 hours RS with J yesterday", "/log 1 hour RS with Kim today")
    listed = texts(say(renewal, "/go supervision", "list").messages)
    assert listed.splitlines()[1:] == ["  1 J, March 1, 2026, 1 hour", "  2 J, February 28, 2026, 2 hours", "  3 Kim"]
    assert "Removed: J, February 28, 2026, 2 hours." in texts(say(renewal, "remove supervision 2").messages)
    assert "removed: J, February 28, 2026, 2 hours." in texts(say(renewal, "undo").messages)


@pytest.fixture
def listed(renewal: Session) -> Session:
    """A renewal with four entries of supervision and one of training, at the gate of the trainings."""
    say(renewal, "/log 1 hour RS with J on March 20 2025, individual", "/log 1 hour group RS with J on Feb 10 2026")
    say(renewal, "/log 1 hour RS with J on January 10 2026", "/log 1 hour group RS with Dr. Lee on January 12 2026")
    say(renewal, "/log Touchpoints training, 3 hours, VAIMH, Feb 3", "/go training")
    return renewal


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("the supervision with J on March 20 was 2 hours", "J, March 20, 2025, 1 hour. Hours: 1 hour → 2 hours."),
        ("the group supervision with J was 2 hours, not 1", "J, February 10, 2026, 1 hour. Hours: 1 hour → 2 hours."),
        ("the supervision with Dr. Lee was 9 hours", "Dr Lee. Hours: 1 hour → 9 hours."),
        ("the training with VAIMH was 4 hours", "Touchpoints. Hours: 3 hours → 4 hours."),
        ("the training on grief on Feb 5 was 2 hours", "New training. Title: grief"),
    ],
)
@pytest.mark.parametrize("where", ["training", "renewal.sanction_attestation"])
def test_an_entry_is_changed_by_what_was_told_of_it(listed: Session, words: str, asked: str, where: str) -> None:
    if where == "training" or not asked.startswith("New"):
        say(listed, f"/go {where}")
        assert say(listed, words).prompt.ask.startswith(asked)


@pytest.mark.parametrize(
    ("words", "removed"),
    [
        ("delete the supervision of March 2025", "J, March 20, 2025, 1 hour"),
        ("remove the group supervision with J", "J, February 10, 2026, 1 hour"),
        ("delete the training of Feb 3", "Touchpoints"),
        ("remove supervision 2", "J, February 10, 2026, 1 hour"),
    ],
)
def test_an_entry_is_removed_by_what_was_told_of_it(listed: Session, words: str, removed: str) -> None:
    assert f"Removed: {removed}. Saved." in texts(say(listed, words).messages)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("delete the supervision of March 1950", "nothing like that under Reflective supervision"),
        ("remove the supervision of March 2", "nothing like that"),  # it is no number in the list
        ("remove the supervision of 3/50", "nothing like that"),
        ("the supervision with Kim on March 2 was 2 hours", "nothing like that"),
        ("the supervision with Kim was 2 hours", "nothing like that"),
        ("the supervision with J was 2 hours", "That could be several: J, March 20, 2025, 1 hour; J, February 10"),
        ("remove the supervision with J", "That could be several"),
        ("the group supervision with J was 3 hours, not 2", "nothing like that"),
    ],
)
def test_what_describes_no_entry_or_several_changes_none(listed: Session, words: str, why: str) -> None:
    before = listed.case.state.seq
    assert why in texts(say(listed, words).messages)
    assert (listed.case.state.seq, listed.case.standing.question) == (before, "training.more")


def test_no_more_at_an_entry_just_begun_closes_its_list_without_it(renewal: Session) -> None:
    say(renewal, "/log 1 hour group RS with J today", "/go supervision", "yes", "no more")
    assert len(entries(renewal.case)) == 1
    assert renewal.case.projection.done("supervision")


def test_what_was_told_of_a_person_is_told_of_no_other_entry(renewal: Session) -> None:
    say(renewal, "/log 1 hour group RS with Kim Lee today", "/log 2 hours RS with kim lee yesterday")
    assert entries(renewal.case) == [
        "Reflective supervision: Kim Lee, Group, March 1, 2026, 1 hour",
        "Reflective supervision: kim lee, February 28, 2026, 2 hours",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "lunch",
        "",
        "RS with J. today",
        "RS with J. 3 x",
        "RS with J. from 9 to 9",
        "0 hours of RS with J. today",
    ],
)
def test_without_hours_nothing_is_written(renewal: Session, words: str) -> None:
    before = renewal.case.state.seq
    assert "how many hours" in texts(say(renewal, f"/log {words}").messages)
    assert renewal.case.state.seq == before


@pytest.mark.parametrize(
    "words",
    ["2 hours supervision with my boss", "1 h sup today", "an hour with Jane this morning", "2 hours yesterday"],
)
def test_an_entry_goes_on_a_list_only_where_it_is_called_so(renewal: Session, words: str) -> None:
    assert "Was that reflective supervision?" in texts(say(renewal, f"/log {words}").messages)
    assert entries(renewal.case) == []


@pytest.mark.parametrize(("words", "under"), [("1 h RS", "Reflective supervision"), ("Touchpoints, 1 h", "In-service")])
def test_the_list_is_named_and_what_is_not_told(renewal: Session, words: str, under: str) -> None:
    noted, untold, *_rest = say(renewal, f"/log {words}").messages
    assert noted.text.startswith(f"Noted under {under}")
    assert untold.text.startswith("Not told of it yet: provider, ")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("90 min reflective sup Feb 30", "There is no February 30"),
        ("Touchpoints training 2/30/2026, 6 hours", "There is no February 30"),
        ("1h RS with J, individual, on March 50", "There is no March 50"),
        ("1h RS with J 3/50", "There is no March 50"),
        ("Touchpoints training, 6 hours, April 99", "There is no April 99"),
        ("1h RS with J on 2/29", "There is no February 29: February 2026 has 28 days"),
        ("1h RS with J on 3/4/50", "March 4, 1950 is long past"),
        ("30 hours RS with J today", "March 1, 2026 had 24 hours, and that says 30 hours"),
        ("25 hours training on grief yesterday", "February 28, 2026 had 24 hours"),
        ("1,5 h RS am 3.11.", "could not read “3.11.” as a day"),
        ("-3 hours of RS today", "“-3 hours” is below zero"),
        ("RS every other week for an hour with J. since March", "“every other week”, “since March”"),
        ("2 hours RS with J in March", "“J in March”"),
        ("RS with J. 2 hours, 3 others", "“3 others”"),
        ("1h RS with Ann at 3pm today", "“Ann at 3pm”"),
        ("2 hours of RS with Kim last week", "last week”"),
        ("1h RS with J Mon", "“J Mon”"),
        ("1h RS with Ann Sun", "“Ann Sun”"),
        ("I had 1.5h RS with J and a training of 3 hours on grief", "“1.5 hours”, “3 hours”"),
        ("Touchpoints 3 hours, Grief 1h", "“3 hours”, “1 hour”"),
        ("no, it was 2 hours", "A log only adds"),
        ("it was 2 hours, not 1", "A log only adds"),
        ("delete the last one", "undo (intake log --undo) takes the last one back"),
    ],
)
def test_no_figure_and_no_time_is_changed_or_lost(renewal: Session, words: str, why: str) -> None:
    assert why in texts(say(renewal, f"/log {words}").messages)
    assert entries(renewal.case) == []


@pytest.mark.parametrize(
    "words",
    [
        "two-day workshop on grief, 12 hours",
        'webinar "24/7 Dad, Feb 30", 2 h',
        "two-day workshop on grief, 30 hours, Feb 7",
        "grief conference, 40 hours, Feb 6-10",
        "40 hours of RS with J",
    ],
)
def test_what_is_no_time_does_not_stand_in_the_way(renewal: Session, words: str) -> None:
    say(renewal, f"/log {words}")
    assert len(entries(renewal.case)) == 1


def test_a_log_asks_for_the_year_first_and_else_leaves_the_person_where_they_were(tmp_path: Path) -> None:
    session = talk(tmp_path)
    session.change("applicant.purpose", "", "renew")
    before = session.case.standing
    assert "that is asked first" in texts(say(session, "/log 1 hour RS with J. today").messages)
    assert session.case.standing.question == "renewal.year"
    say(session, "2026")
    session.change("applicant.virginia", "", "both")
    before = session.case.standing
    say(session, "/log 1 hour RS with J. yesterday")
    assert session.case.standing == before


def test_hours_that_were_reckoned_are_asked_for_in_all(renewal: Session) -> None:
    before = renewal.case.state.seq
    said = texts(say(renewal, "/log 2 hours a week for twelve weeks of RS with J.").messages)
    assert "Right?" not in said, "a log takes no yes"
    assert said.endswith("say it again with the hours in all: 24 hours.")
    assert renewal.case.state.seq == before


def test_a_log_is_kept_in_a_renewal_whose_hours_are_listed(tmp_path: Path, renewal: Session) -> None:
    renewal.change("renewal.hours", "", "totals")
    assert "has the hours as totals" in texts(say(renewal, "/log 1 hour RS with J. today").messages)
    assert "A log is kept in a renewal" in texts(say(talk(tmp_path), "/log 1 hour RS with J. today").messages)


def test_the_command_writes_shows_and_takes_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    where = ["--home", str(tmp_path / "home"), "--as-of", "2026-03-01"]
    assert command(["log", "1 hour RS with J. today", *where]) == 3, "no renewal is open"
    assert command(["renew", "--plain", *where]) == 0
    assert command(["log", *where, "had", "1.5", "h", "RS", "with", "J.", "today"]) == 0
    assert command(["log", *where, "lunch"]) == 1
    capsys.readouterr()
    assert command(["log", *where, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["entries"] == ["Reflective supervision: J, March 1, 2026, 1.5 hours"]
    assert command(["log", *where, "--undo"]) == 0
    capsys.readouterr()
    assert command(["log", *where]) == 0
    assert capsys.readouterr().out == "\n"


def test_what_is_told_for_the_first_time_is_no_change_of_another_entry(listed: Session) -> None:
    assert say(listed, "the training with CSEFEL on Feb 5 was 3 hours").prompt.ask.startswith("New training.")
    say(listed, "no", "/go supervision")
    assert say(listed, "the training with CSEFEL on Feb 5 was 3 hours").prompt.ask.startswith("New training.")
