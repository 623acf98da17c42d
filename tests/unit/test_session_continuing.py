"""Renewing and moving on from a case: what is known is there, nothing is asked twice, and the case before stays."""

import datetime as dt
import io
from contextlib import closing
from pathlib import Path

import pytest
from personas import AS_OF, run

from intake.cli.main import run as command
from intake.interview.commands import Refused
from intake.journal.home import home_folder
from intake.journal.store import Journal
from intake.session.continuing import continued, open_renewal
from intake.session.session import Session
from intake.session.start import open_session

LATER = dt.date(2026, 11, 1)


def at_home(tmp_path: Path) -> Path:
    """The folder of cases."""
    return home_folder(tmp_path / "home")


def opened(home: Path, case: str) -> Session:
    """A case, as it is gone on with later."""
    return open_session(home, case=case, as_of=LATER)


@pytest.mark.parametrize("words", ["yes", "yep", "keep"])
def test_whether_the_level_held_is_right_takes_a_yes(tmp_path: Path, words: str) -> None:
    home = at_home(tmp_path)
    run("dana", home, tmp_path / "dana.zip")
    session = opened(home, continued(home, "dana", "move", as_of=LATER))
    assert session.case.standing.question == "endorsement.level"
    assert "choices are" in session.say("no").text
    assert "Kept as it was. Saved." in session.say(words).text
    assert session.case.standing.question == "endorsement.since"
    session.close()


def test_a_move_asks_only_the_difference(tmp_path: Path) -> None:
    home = at_home(tmp_path)
    before, _printed = run("dana", home, tmp_path / "dana.zip")
    session = opened(home, continued(home, "dana", "move", as_of=LATER))
    told = session.open().messages[0].text
    assert "1 degree or credential, 3 trainings, 2 jobs" in told
    asked, script = [], {"endorsement.level": "keep", "endorsement.since": "December 2022", "membership.current": "yes"}
    script |= {
        "target.level": "IV",
        "target.track": "clinical",
        "moving.fee": "paid",
        "references.status": "keep",
        "exam.status": "not yet",
    }
    script |= {"ethics.read": "no"}
    while (here := session.case.standing).question != "review.ready":
        asked.append(here.question)
        session.say(script.get(here.question, "no"))
    lists = [f"{name}.more" for name in ("education", "training", "work", "supervision", "references")]
    rated = ["references.status"] * 3
    first = ["endorsement.level", "endorsement.since", "membership.current", "target.level", "target.track"]
    first += ["moving.notice", "moving.fee"]
    assert asked == [*first, *lists[:4], *rated, lists[4], "exam.status", "ethics.read"]
    words = session.case.assessment.words()
    assert (words["imhs.work"], words["imhm.clinical.work"]) == ("met", "not_met")
    session.close()
    assert open_session(home, case=before.id, as_of=LATER).case.state.seq == before.case.state.seq


def test_a_renewal_is_begun_once_and_gone_on_with(tmp_path: Path) -> None:
    home = at_home(tmp_path)
    run("gloria", home, tmp_path / "gloria.zip")
    case = continued(home, None, "renew", as_of=LATER)
    session = opened(home, case)
    assert session.title == "Gloria Stone, renewal"
    assert session.case.standing.question == "endorsement.registry"
    session.close()
    assert [continued(home, named, "renew", as_of=LATER) for named in ("gloria", case, None)] == [case] * 3
    assert open_renewal(home, None) == case
    assert continued(home, "gloria", "renew", new=True, as_of=LATER) != case


def test_the_next_years_renewal_goes_on_from_the_last_one(tmp_path: Path) -> None:
    home = at_home(tmp_path)
    run("dana", home, tmp_path / "dana.zip")
    first = opened(home, continued(home, None, "renew", as_of=LATER))
    first.change("endorsement.level", "", "III")
    first.change("endorsement.since", "", "July 2020")
    first.talker.handover.finish()
    first.close()
    again = opened(home, continued(home, None, "renew", as_of=LATER))
    assert again.id != first.id
    assert again.case.projection.known["endorsement.since"] == "2020-07"
    assert again.case.standing.question == "endorsement.registry"
    assert again.title == "Dana Whitfield, renewal"
    again.change("renewal.year", "", "2026")
    assert again.title == "Dana Whitfield, renewal 2026"
    again.entitle("My own")
    again.change("renewal.year", "", "2025")
    assert again.title == "My own"


def test_where_it_cannot_be_told_whose_endorsement_is_meant_nothing_is_begun(tmp_path: Path) -> None:
    home = at_home(tmp_path)
    for name in ("dana", "gloria"):
        run(name, home, tmp_path / f"{name}.zip")
    with pytest.raises(Refused, match="several cases"):
        continued(home, None, "renew", as_of=LATER)
    with closing(Journal(home)) as journal:
        assert len(journal.cases()) == 2
    with pytest.raises(Refused, match="Begin one: intake renew"):
        open_renewal(home, None)


def test_with_no_case_at_all_a_renewal_begins_with_the_first_question(tmp_path: Path) -> None:
    home = at_home(tmp_path)
    session = opened(home, continued(home, None, "renew", as_of=LATER))
    assert "I help you put together" in session.open().messages[0].text
    assert session.case.standing.question == "applicant.name"
    assert session.case.projection.known["applicant.purpose"] == "renew"
    session.close()


def test_files_come_along_and_stay_where_they_were(tmp_path: Path) -> None:
    home = at_home(tmp_path)
    before, _printed = run("dana", home, tmp_path / "dana.zip")
    (paper := tmp_path / "diploma.pdf").write_bytes(b"%PDF-1.7 my own copy")
    session = opened(home, before.id)
    session.say("go to education")
    session.say(f"attach {paper}")
    session.close()
    moved = opened(home, continued(home, before.id, "move", as_of=LATER))
    assert [(row.name, row.condition) for row in moved.files(thorough=True)] == [("diploma.pdf", "kept")]
    moved.close()
    assert [row.condition for row in opened(home, before.id).files(thorough=True)] == ["kept"]


def test_the_commands_begin_what_they_are_called(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    home = tmp_path / "home"
    run("dana", home_folder(home), tmp_path / "dana.zip")
    where = ["--home", str(home), "--as-of", LATER.isoformat(), "--plain"]
    assert command(["renew", "dana", *where]) == command(["move", "dana", *where]) == 0
    assert capsys.readouterr().out.count("Carried over from the case before: your name") == 2
    assert AS_OF < LATER
