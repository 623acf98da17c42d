"""The proofs in a bundle: their schema, what breaks it, and bundles from before there were any."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import msgspec
import pytest
from bundle_samples import codes, hashed_anew, judgement, portfolio, unpacked, verdicts, written

from intake import resources
from intake.bundle.check import check
from intake.bundle.proofs import proofs
from intake.bundle.proofs_schema import Proof, proofs_schema
from intake.portfolio.schema import schema_text
from intake.rulebook.verdicts import wire


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """A sound bundle, unpacked."""
    return unpacked(written(tmp_path).path, tmp_path)


def test_the_committed_schema_is_the_one_of_the_models() -> None:
    """Write it anew with `schema_text(proofs_schema())` after a change of the models, and read what changed."""
    committed = (resources.schemas_folder() / "proofs.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(proofs_schema())
    jsonschema.Draft202012Validator.check_schema(proofs_schema())


def test_the_schema_knows_every_field_that_is_written() -> None:
    """A field that `wire` gains must be said in the schema too."""
    for verdict in verdicts():
        assert {*wire(verdict), "tasks"} == {field.name for field in msgspec.structs.fields(Proof)}


def test_what_is_written_follows_the_schema() -> None:
    """For strangers' validators as well as for ours."""
    document = json.loads(proofs(portfolio(), verdicts()))
    assert jsonschema_rs.is_valid(proofs_schema(), document)
    assert jsonschema.Draft202012Validator(proofs_schema()).is_valid(document)


@pytest.mark.parametrize(
    ("change", "where", "reason"),
    [
        (lambda d: d.update(format="intake-proofs/2"), "format", "should be"),
        (lambda d: d.pop("requirements"), "the document", "lacks requirements"),
        (lambda d: d.update(approved=True), "the document", "a field that is not known: approved"),
        (lambda d: d["requirements"][1].update(verdict="eligible"), "requirements.1.verdict", "should be one of"),
        (lambda d: d["requirements"][1].pop("cite"), "requirements.1", "lacks cite"),
        (lambda d: d["requirements"][1]["cite"].update(url="x"), "requirements.1.cite", "not known: url"),
        (lambda d: d["requirements"][0].update(waiting="yes"), "requirements.0.waiting", "true or false"),
    ],
)
def test_proofs_that_break_their_schema_are_found_with_the_place(
    bag: Path, change: Callable[[dict[str, Any]], object], where: str, reason: str
) -> None:
    """Also without judging anew, and with all hashes made anew."""
    place = bag / "data/proofs.json"
    document = json.loads(place.read_text())
    change(document)
    place.write_text(json.dumps(document))
    (found,) = [f for f in check(hashed_anew(bag)).findings if f.code == "proofs-violate-schema"]
    assert found.where == where
    assert reason in found.message


@pytest.mark.parametrize(
    ("text", "code"),
    [('{"format": 1, "format": 2}', "json-duplicate-field"), ("{", "json-syntax"), ('{"a": NaN}', "json-number")],
)
def test_proofs_without_a_single_meaning_are_refused(bag: Path, text: str, code: str) -> None:
    """They come from the same stranger as the portfolio does."""
    (bag / "data/proofs.json").write_text(text)
    assert code in codes(check(hashed_anew(bag)))


def test_another_schema_of_the_proofs_is_found(bag: Path) -> None:
    """It would let a reader believe in another format."""
    (bag / "data/proofs.schema.json").write_text("{}")
    assert [f.where for f in check(hashed_anew(bag)).findings if f.code == "schema-differs"] == [
        "data/proofs.schema.json"
    ]


@pytest.mark.parametrize("absent", [["proofs.schema.json"], ["proofs.json", "proofs.schema.json"]])
def test_a_bundle_from_before_there_were_proofs_is_in_order_and_says_what_it_lacks(
    bag: Path, absent: list[str]
) -> None:
    """Nothing of the application is missing, so it is noted and is no fault."""
    for name in absent:
        (bag / "data" / name).unlink()
    info = bag / "bag-info.txt"
    size = sum(place.stat().st_size for place in (bag / "data").rglob("*") if place.is_file())
    count = sum(place.is_file() for place in (bag / "data").rglob("*"))
    lines = [f"Payload-Oxum: {size}.{count}" if "Oxum" in line else line for line in info.read_text().splitlines()]
    info.write_text("".join(f"{line}\n" for line in lines))
    report = check(hashed_anew(bag), lambda _: (judgement(), verdicts()))
    assert report.ok
    assert [f.where for f in report.noted] == [f"data/{name}" for name in absent]
    assert all("before bundles held this file" in f.message for f in report.noted)


def test_proofs_taken_out_of_a_bundle_that_lists_them_are_a_fault(bag: Path) -> None:
    """Only a bundle that was written without them is an old one."""
    (bag / "data/proofs.json").unlink()
    assert ("file-missing", "data/proofs.json") in {(f.code, f.where) for f in check(bag).findings}
