"""`intake cases` and those who open a case from the command line learn that its questions have a new version."""

import json
from collections.abc import Iterator
from pathlib import Path

import personas
import pytest
from session_talk import APPLY, reach
from version_samples import FLOW, REWORDED, SHIPPED, TO_REWORDED, changed, publish, shelf

from intake.cli import run
from intake.journal.store import Journal
from intake.session.start import open_session

NOW = changed(SHIPPED, version=2)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home with one case to the first version, beside the folder `flows` with the second."""
    for flows in shelf(tmp_path, monkeypatch):
        publish(flows, REWORDED)
        session = open_session(tmp_path / "home", as_of=personas.AS_OF)
        session.open()
        reach(session, APPLY, "membership.current")
        session.close()
        publish(flows, NOW, TO_REWORDED, older=[REWORDED])
        yield tmp_path / "home"


def listed(home: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """What `intake cases` prints."""
    capsys.readouterr()
    assert run(["cases", "--home", str(home), *more]) == 0
    return capsys.readouterr().out


def test_a_case_that_waits_is_listed_with_both_versions_until_the_new_one_is_taken(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert listed(home, capsys).endswith("Dana Whitfield  (new questions wait: version 1 → 2)\n")
    assert json.loads(listed(home, capsys, "--json"))[0]["update"] == {"from": 1, "to": 2}
    session = open_session(home, as_of=personas.AS_OF)
    session.open()
    session.say("yes")
    session.close()
    assert listed(home, capsys).endswith("Dana Whitfield\n")
    assert json.loads(listed(home, capsys, "--json"))[0]["update"] is None


def test_a_case_to_the_questions_that_are_here_is_listed_without_its_log(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(home, as_of=personas.AS_OF)
    session.open()
    session.say("yes")
    session.close()
    read: list[str] = []
    monkeypatch.setattr(Journal, "load", lambda _journal, case: read.append(case))
    assert listed(home, capsys).endswith("Dana Whitfield\n")
    assert not read


def test_a_broken_migration_does_not_keep_anybody_from_the_list(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home.parent / "flows" / "vaimh" / "migrations" / "application-2.yaml").write_text("steps: what\n", "utf-8")
    assert listed(home, capsys).endswith("Dana Whitfield\n")
    assert run(["resume", "dana", "--plain", "--home", str(home)]) == 3
    assert "application-2.yaml:1: flow: Field required." in capsys.readouterr().err


def test_the_board_and_a_bundle_of_a_case_that_waits_are_of_its_own_version(
    home: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["board", "dana", "--home", str(home), "--as-of", "2026-03-01"]) == 0
    assert run(["export", "dana", "--to", str(tmp_path / "dana.zip"), "--home", str(home)]) == 0
    assert run(["check", str(tmp_path / "dana.zip")]) == 0
    assert "in order" in capsys.readouterr().out
    assert FLOW in (tmp_path / "dana.zip").read_bytes().decode("latin-1")
