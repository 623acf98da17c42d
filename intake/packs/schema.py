"""JSON Schemas of the files that a pack is made of, made from their models, so that editors complete and check them.

The committed copies are `schemas/<name>.schema.json`; `intake schema` prints them. They say what a file may hold;
whether a pack is sound is for `intake flow check` to say.
"""

from typing import Any

from pydantic import BaseModel

from intake.interview.flow import Flow
from intake.interview.migration import Migration
from intake.packs.glossary import Glossary
from intake.portfolio.schema import entitled
from intake.prescreen.sheet import Sheet
from intake.rulebook.edition import Edition
from intake.understand.vocabulary import Vocabulary

#: What is checked by each schema: the model, and what such a file is.
FILES: dict[str, tuple[type[BaseModel], str]] = {
    "flow": (Flow, "The questions of an interview"),
    "rulebook": (Edition, "An edition of an association's rules"),
    "phrases": (Vocabulary, "The words for commands and options"),
    "glossary": (Glossary, "The terms of a pack, a sentence each"),
    "prescreen": (Sheet, "The call sheet of a pre-screen by telephone"),
    "migration": (Migration, "The way from one version of the questions to the next"),
}


def pack_schema(name: str) -> dict[str, Any]:
    """The schema of one of `FILES`, Draft 2020-12."""
    model, title = FILES[name]
    schema = model.model_json_schema(mode="validation")
    return entitled(_or_extending(schema) if model is Edition else schema, f"urn:intake:schema:{name}:1", title)


def _or_extending(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a whole file, or of one that extends another and says only what differs (`packs.extending`)."""
    parts = schema.pop("$defs")
    differing = _differing(schema)
    differing["properties"] |= {
        "extends": {"type": "string", "title": "Extends"},
        "without": {"type": "array", "items": {"type": "string"}, "title": "Without"},
    }
    either = {"if": {"required": ["extends"]}, "then": differing, "else": schema}
    return either | {"$defs": parts | {f"{part}Differing": _differing(value) for part, value in parts.items()}}


def _differing(value: Any) -> Any:
    """A schema in which nothing is required, nor in the parts that it refers to."""
    if isinstance(value, dict):
        kept = {key: _differing(part) for key, part in value.items() if key != "required"}
        return kept | ({"$ref": f"{kept['$ref']}Differing"} if "$ref" in kept else {})
    return [_differing(part) for part in value] if isinstance(value, list) else value
