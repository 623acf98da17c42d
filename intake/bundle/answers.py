"""The applicant's answers as HTML tables, section by section, in the order in which the models name them."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from intake.bundle import labels
from intake.bundle.markup import Markup, section, table, tag, text
from intake.portfolio import models

_SINGLES: dict[str, type[BaseModel]] = {
    "applicant": models.Applicant,
    "target": models.Target,
    "membership": models.Membership,
    "endorsement": models.Endorsement,
    "moving": models.Moving,
    "ethics": models.Ethics,
    "exam": models.Exam,
    "renewal": models.Renewal,
}
_LISTS: dict[str, type[BaseModel]] = {
    "education": models.Education,
    "training": models.Training,
    "work": models.Work,
    "supervision": models.Supervision,
    "references": models.Reference,
}
#: A job has too many answers for one row.
_ONE_TABLE_EACH = {"work"}
#: Fields of a record that are told elsewhere.
_ELSEWHERE = {"id", "signature", "lapsed"}


def answers(portfolio: Mapping[str, Any]) -> list[Markup]:
    """A section for each part of `portfolio` that holds an answer, and for every list."""
    unsure = frozenset(portfolio.get("approximate") or [])
    finished = portfolio.get("finished")
    singles = [_single(name, portfolio.get(name) or {}, unsure) for name in _SINGLES]
    lists = [_list(name, portfolio.get(name) or [], unsure, finished is None or name in finished) for name in _LISTS]
    return [*filter(None, singles), *lists]


def record(model: type[BaseModel], place: str, values: Mapping[str, Any], unsure: frozenset[str]) -> list[list[Markup]]:
    """Rows of a field and its answer, for the fields of `model` that have one in `values`."""
    fields = [f for f in model.model_fields if values.get(f) is not None and f not in _ELSEWHERE]
    return [[text(labels.heading(field)), _answer(place, field, values[field], unsure)] for field in fields]


def _single(name: str, values: Mapping[str, Any], unsure: frozenset[str]) -> Markup:
    rows = record(_SINGLES[name], name, values, unsure)
    title = labels.section(name)
    return section(3, title, table(title, (), rows)) if rows else Markup("")


def _list(name: str, items: Sequence[Mapping[str, Any]], unsure: frozenset[str], finished: bool) -> Markup:
    title, model = labels.section(name), _LISTS[name]
    state = "" if finished else " The applicant has not called this list complete."
    count = tag("p", text(f"{len(items):,} listed.{state}"))
    if name in _ONE_TABLE_EACH:
        tables = [table(labels.item(i["id"]), (), record(model, i["id"], i, unsure)) for i in items]
        return section(3, title, count, *tables)
    answered = {field for item in items for field, value in item.items() if value is not None}
    fields = [field for field in model.model_fields if field in answered - _ELSEWHERE]
    rows = (
        [text(labels.item(item["id"])), *(_answer(item["id"], f, item.get(f), unsure) for f in fields)]
        for item in items
    )
    columns = ["Entry", *map(labels.heading, fields)]
    return section(3, title, count, *([table(title, columns, rows)] if items else []))


def _answer(place: str, field: str, value: Any, unsure: frozenset[str]) -> Markup:
    said = labels.answer(field, value)
    return text(f"{said} (not certain)" if said and f"{place}.{field}" in unsure else said)
