"""An editor that knows the schemas completes a pack file and marks what is wrong in it."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from intake.packs.schema import FILES, pack_schema
from intake.packs.yaml import read
from intake.portfolio.schema import schema_text
from intake.resources import flows_folder, schemas_folder

_MODELINE = "# yaml-language-server: $schema="
SHIPPED = sorted(path for path in flows_folder().rglob("*.yaml") if path.parent.name != "versions")


def _named(path: Path) -> tuple[str, Path]:
    """The schema that a pack file names in its first line, and where it lies."""
    first = path.read_text("utf-8").partition("\n")[0]
    assert first.startswith(_MODELINE)
    target = (path.parent / first.removeprefix(_MODELINE)).resolve()
    return target.name.removesuffix(".schema.json"), target


def _wrong(name: str, value: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(pack_schema(name)).iter_errors(value)]


@pytest.mark.parametrize("name", FILES)
def test_the_committed_schema_is_the_one_of_the_models(name: str) -> None:
    """Write it anew with `schema_text(pack_schema(name))` after a change of the models, and read what changed."""
    schema = pack_schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert (schemas_folder() / f"{name}.schema.json").read_text("utf-8") == schema_text(schema)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_pack_file_names_its_schema_and_follows_it(path: Path) -> None:
    name, target = _named(path)
    assert target == schemas_folder() / f"{name}.schema.json"
    assert _wrong(name, read(path)[0]) == []


def test_a_misspelt_key_is_marked() -> None:
    flow = read(flows_folder() / "vaimh" / "application.yaml")[0]
    assert _wrong("flow", flow | {"greting": "Hello"})
    assert _wrong("flow", {key: value for key, value in flow.items() if key != "greeting"})


def test_an_edition_that_extends_another_says_only_what_differs_and_a_whole_one_says_all() -> None:
    title = {"requirements": [{"id": "ifs.work", "title": "Work"}]}
    extending = {"edition": "okaimh/later", "extends": "vaimh/seed"} | title
    assert _wrong("rulebook", extending) == []
    assert _wrong("rulebook", {"edition": "okaimh/later"} | title)
    assert _wrong("rulebook", extending | {"requirements": [{"id": "ifs.work", "titel": "Work"}]})
