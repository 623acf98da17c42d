"""The committed schema, what a signature stands over, and where both are found."""

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from bundle_samples import portfolio
from pydantic import ValidationError

from intake import resources
from intake.bundle.shape import DATES
from intake.portfolio.models import Portfolio
from intake.portfolio.records import FORMAT
from intake.portfolio.schema import portfolio_schema, schema_text
from intake.portfolio.signing import signed_digest


def test_the_committed_schema_is_the_one_of_the_models() -> None:
    """Write it anew with `schema_text` after a change of the models, and read what changed."""
    committed = (resources.schemas_folder() / "portfolio.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text()


def test_the_schema_is_one_of_its_dialect() -> None:
    """Strangers' validators must be able to use it."""
    schema = portfolio_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].startswith("urn:")
    assert schema["title"]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert all(ref.startswith("#/$defs/") for ref in _refs(schema))


def _refs(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return own + [ref for value in part.values() for ref in _refs(value)]
    return [ref for value in part for ref in _refs(value)] if isinstance(part, list) else []


@pytest.mark.parametrize(
    "document",
    [{}, Portfolio().model_dump(mode="json"), portfolio(), {"format": FORMAT, "judged": None, "finished": None}],
    ids=["empty", "all null", "full", "some null"],
)
def test_what_a_model_dumps_and_loads_the_schema_takes(document: dict[str, Any]) -> None:
    """One schema for both ways, null fields among it."""
    schema = portfolio_schema()
    assert jsonschema_rs.is_valid(schema, document)
    assert jsonschema.Draft202012Validator(schema).is_valid(document)
    again = Portfolio.model_validate(document).model_dump(mode="json")
    assert jsonschema_rs.is_valid(schema, again)


@pytest.mark.parametrize(
    "change",
    [
        {"applicant": {"nickname": "D"}},
        {"education": [{"id": "education-0"}]},
        {"education": [{"id": "education-1", "awarded": "\uff12\uff10\uff12\uff10"}]},
        {"training": [{"id": "training-1", "hours": -1}]},
        {"asked": [""]},
        {"judged": {}},
    ],
    ids=["unknown field", "item zero", "digits of another script", "negative", "empty text", "half judged"],
)
def test_both_validators_refuse_what_no_portfolio_is(change: dict[str, Any]) -> None:
    """The one that decides and the one that explains."""
    schema = portfolio_schema()
    assert not jsonschema_rs.is_valid(schema, change)
    assert not jsonschema.Draft202012Validator(schema).is_valid(change)


def test_a_misspelt_field_is_refused_by_the_model_too() -> None:
    """Nothing that is written down is ignored."""
    with pytest.raises(ValidationError):
        Portfolio.model_validate({"works": []})


def _with(change: dict[str, Any]) -> dict[str, Any]:
    return copy.deepcopy(portfolio()) | change


@pytest.mark.parametrize(
    "change",
    [
        {"judged": None},
        {"flow": {"id": "vaimh/application", "version": 2, "sha256": "0" * 64}},
        {"open": []},
        {"asked": ["Another question?"]},
        {"a_section_of_the_future": {"field": None, "list": [], "part": {"deeper": None}}},
        {"renewal": {}},
        {"training": None},
    ],
    ids=["judged", "flow", "open", "asked", "future", "empty part", "null list"],
)
def test_a_signature_stays_good_when_no_answer_changed(change: dict[str, Any]) -> None:
    """New verdicts, new questions, or a later version of the format."""
    assert signed_digest(_with(change)) == signed_digest(portfolio())


@pytest.mark.parametrize(
    "change",
    [
        {"membership": {"current": False}},
        {"work": []},
        {"approximate": []},
        {"finished": ["work"]},
        {"attachments": []},
        {"asked_": ["x"]},
    ],
)
def test_a_signature_goes_stale_when_an_answer_changed(change: dict[str, Any]) -> None:
    """Also where only the certainty of an answer changed, or its proof."""
    assert signed_digest(_with(change)) != signed_digest(portfolio())


def test_the_signature_itself_and_the_form_of_a_number_do_not_count() -> None:
    """40 and 40.0 are one number to everybody; what was signed cannot hold its own hash."""
    document = _with({})
    document["ethics"]["signature"] = None
    document["work"][0]["hours_per_week"] = 40
    assert signed_digest(document) == signed_digest(portfolio())
    document["ethics"]["read"] = True
    assert signed_digest(document) != signed_digest(portfolio())


def test_data_is_found_in_a_checkout_and_in_an_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wheel carries it inside the package, and that comes first."""
    assert (resources.flows_folder().name, resources.schemas_folder().name) == ("flows", "schemas")
    package = tmp_path / "site-packages" / "intake"
    (package / "_data" / "flows").mkdir(parents=True)
    (tmp_path / "site-packages" / "schemas").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.flows_folder() == package / "_data" / "flows"
    assert resources.schemas_folder() == tmp_path / "site-packages" / "schemas"


def test_an_incomplete_installation_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do."""
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "intake")
    with pytest.raises(FileNotFoundError, match="install intake again"):
        resources.flows_folder()


def test_every_field_that_holds_a_date_is_looked_at() -> None:
    """A new one in the models must be named where dates that do not exist are found."""
    assert {name for name, field in _fields(portfolio_schema()) if "2[1-4]" in json.dumps(field)} == DATES


def _fields(part: Any) -> list[tuple[str, Any]]:
    if isinstance(part, list):
        return [found for entry in part for found in _fields(entry)]
    if not isinstance(part, dict):
        return []
    return [*part.get("properties", {}).items(), *(found for value in part.values() for found in _fields(value))]


def test_the_schema_can_be_read_by_people() -> None:
    """Indented, sorted, with a final newline."""
    text = schema_text()
    assert text.startswith('{\n  "$defs"')
    assert text.endswith("}\n")
    assert json.loads(text) == portfolio_schema()
