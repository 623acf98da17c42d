"""A call is left: an empty one is not kept, and of another it is said how to go on, by its case."""

import io
from pathlib import Path

import pytest
from personas import AS_OF

from intake.cli.main import run as command
from intake.journal.drafts import keep_draft
from intake.plain.call import Talk
from intake.session.calling import Call
from intake.session.leaving import farewell
from intake.session.shelf import Shelf


def _held(shelf: Shelf, *said: str) -> Call:
    call = Call(shelf.begin())
    call.take_up()
    for words in said:
        call.hear(words)
    return call


def test_a_call_in_which_nothing_was_said_is_not_kept(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, as_of=AS_OF)
    call = _held(shelf)
    assert "not kept" in farewell(call.session)
    call.session.close()
    call.session.close()
    assert shelf.rows() == []


@pytest.mark.parametrize("how", ["said", "taken back", "typed", "titled", "closed", "application"])
def test_a_call_in_which_anything_was_done_is_kept(how: str, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, as_of=AS_OF)
    call = _held(shelf, *{"said": ["note: calls again"], "taken back": ["no membership", "undo"]}.get(how, []))
    if how == "typed":
        keep_draft(call.case.journal.draft_file(call.case.id), "she has a")
    elif how == "titled":
        call.session.entitle("The lady from Roanoke")
    elif how == "closed":
        call.hang_up(call.closing())
    elif how == "application":
        call.go_on()
    call.session.close()
    assert [row.id for row in shelf.rows()] == [call.case.id]


def test_an_application_in_which_nothing_was_said_is_left_alone(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, as_of=AS_OF)
    shelf.begin().close()
    assert len(shelf.rows()) == 1


def test_who_leaves_a_call_is_told_how_to_go_on_with_it(tmp_path: Path) -> None:
    call = _held(Shelf(tmp_path, as_of=AS_OF))
    out = io.StringIO()
    Talk(call, out).hold(["no membership"], echo=True)
    assert f"intake prescreen {call.case.id}" in out.getvalue().splitlines()[-1]
    call.hang_up(call.closing())
    assert f"intake prescreen {call.case.id} --to" in farewell(call.session)
    call.go_on()
    assert f"intake resume {call.case.id}" in farewell(call.session)
    call.session.close()


def test_a_record_that_was_written_is_named_and_no_folder_is_made_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = _held(Shelf(tmp_path, as_of=AS_OF), "no membership")
    call.session.close()
    to = ["prescreen", call.case.id, "--home", str(tmp_path), "--to"]
    assert command([*to, str(tmp_path / "dana.txt")]) == 0
    assert f"{tmp_path / 'dana.txt'} is written." in capsys.readouterr().out
    assert command([*to, str(tmp_path / "other" / "dana.txt")])
    assert not (tmp_path / "other").exists()
