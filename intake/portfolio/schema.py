"""The portfolio's JSON Schema, made from its models. The committed copy is `schemas/portfolio.schema.json`.

One schema serves both ways: what a model dumps is what it loads, since no field is computed and a field that is not
known is null.
"""

import json
from typing import Any

from intake.portfolio.models import Portfolio

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = "urn:intake:schema:portfolio:1"


def portfolio_schema() -> dict[str, Any]:
    """The schema of `data/portfolio.json`, Draft 2020-12."""
    return entitled(Portfolio.model_json_schema(mode="validation"), IDENTIFIER, "Application portfolio")


def entitled(schema: dict[str, Any], identifier: str, title: str) -> dict[str, Any]:
    """A model's schema as one that stands by itself, with its dialect, a name and a title."""
    return {"$schema": DIALECT, "$id": identifier, **_ascii_digits(schema), "title": title}


def schema_text(schema: dict[str, Any] | None = None) -> str:
    """A schema, the portfolio's unless told, as it is committed: indented, keys sorted, with a final newline."""
    return json.dumps(schema or portfolio_schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _ascii_digits(value: Any) -> Any:
    r"""`value` with `\d` spelt out in its patterns: to some readers of a schema it means the digits of every script."""
    if isinstance(value, dict):
        return {
            key: part.replace(r"\d", "[0-9]") if key == "pattern" and isinstance(part, str) else _ascii_digits(part)
            for key, part in value.items()
        }
    return [_ascii_digits(part) for part in value] if isinstance(value, list) else value
