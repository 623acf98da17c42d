"""JSON Schemas of a request and of a rating, made from their models. The committed copies are in `schemas/`."""

from typing import Any

from pydantic import BaseModel

from intake.portfolio.rating import Rating, Request
from intake.portfolio.schema import entitled

#: What is checked by each schema: the model, and what such a file is.
FILES: dict[str, tuple[type[BaseModel], str]] = {
    "rating": (Rating, "A referee's rating, as it is sealed"),
    "rating_request": (Request, "A request for a reference rating"),
}


def reference_schema(name: str) -> dict[str, Any]:
    """The schema of one of `FILES`, Draft 2020-12."""
    model, title = FILES[name]
    return entitled(model.model_json_schema(mode="validation"), f"urn:intake:schema:{name}:1", title)
