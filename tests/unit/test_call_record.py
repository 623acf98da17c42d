"""The record of a call: JSON that follows its schema, text to read, and a draft that a mail program opens."""

import email
import email.policy
import json
from pathlib import Path

import callers
import jsonschema
import pytest
from session_talk import talk

from intake.portfolio.schema import schema_text
from intake.prescreen.record import call_schema
from intake.resources import schemas_folder
from intake.session.call_record import write, written
from intake.session.calling import Call


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """Dana's call, closed."""
    made = Call(talk(tmp_path))
    made.take_up()
    for words in [*callers.fragments("dana"), "note: calls from work", "not sure when she graduated"]:
        made.hear(words)
    made.hang_up(made.closing())
    return made


def test_the_committed_schema_is_the_one_of_the_model() -> None:
    """Write it anew with `schema_text(call_schema())` after a change of the model."""
    assert (schemas_folder() / "call.schema.json").read_text("utf-8") == schema_text(call_schema())


def test_the_json_follows_its_schema_and_holds_what_was_told(call: Call, tmp_path: Path) -> None:
    write(call, tmp_path / "dana.json")
    record = json.loads((tmp_path / "dana.json").read_bytes())
    jsonschema.Draft202012Validator(call_schema()).validate(record)
    told = {(a["question"], a["item"]): a["value"] for a in record["answers"]}
    assert told["work.span", "work-1"] == {"start": "2021-02-01", "end": ".."}
    assert record["notes"] == ["calls from work"]
    assert record["close"]["levels"].startswith("III")
    assert oct((tmp_path / "dana.json").stat().st_mode)[-3:] == "600"


def test_the_same_call_gives_the_same_bytes(call: Call, tmp_path: Path) -> None:
    for name in ("a.json", "b.json", "a.eml", "b.eml"):
        write(call, tmp_path / name)
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert (tmp_path / "a.eml").read_bytes() == (tmp_path / "b.eml").read_bytes()


def test_the_draft_is_addressed_to_the_caller_and_says_that_only_the_association_decides(
    call: Call, tmp_path: Path
) -> None:
    write(call, tmp_path / "dana.eml")
    draft = email.message_from_bytes((tmp_path / "dana.eml").read_bytes(), policy=email.policy.default)
    body = draft.get_content()
    assert draft["To"] == "Dana Whitfield <dana.w@example.org>"
    assert draft["X-Unsent"] == "1"
    assert "Levels worth exploring: III" in body
    assert "Only the association decides" in body
    assert "calls from work" not in body, "notes are the staff's own"


def test_a_name_cannot_add_a_header(call: Call, tmp_path: Path) -> None:
    call.hear("Eve\r\nBcc: all@example.org", "name")
    write(call, tmp_path / "eve.eml")
    draft = email.message_from_bytes((tmp_path / "eve.eml").read_bytes(), policy=email.policy.default)
    assert draft["Bcc"] is None


def test_the_text_names_what_was_not_asked_and_a_file_is_never_overwritten(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "dana.txt"
    assert written(call, str(path)) == (str(path), "")
    assert "Training hours: about 80 hours of training" in path.read_text("utf-8")
    assert "already" in written(call, str(path))[1]
