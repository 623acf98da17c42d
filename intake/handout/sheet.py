"""The hand-over sheet: a portfolio's answers in the order in which the association's online system asks for them."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from pydantic import BaseModel

from intake.bundle import labels
from intake.bundle.ratings import rated, request_said, state_said
from intake.portfolio import models
from intake.words import _

#: Tab of the online system → the parts of the portfolio that it asks for.
_TABS: dict[str, dict[str, type[BaseModel]]] = {
    _("Details"): {
        "applicant": models.Applicant,
        "target": models.Target,
        "membership": models.Membership,
        "endorsement": models.Endorsement,
        "moving": models.Moving,
    },
    _("Education"): {"education": models.Education},
    _("Training"): {"training": models.Training},
    _("Work"): {"work": models.Work},
    _("Supervision"): {"supervision": models.Supervision},
    _("References"): {"references": models.Reference},
}
TITLE = _("Hand-over sheet for the online application")
NOTE = _(
    "To copy from, tab by tab. This is not the association's system, and nothing was sent to it. Dates stand as they "
    "were told: the form in which that system takes them is not known here."
)
NOTHING_LISTED = _("Nothing is listed.")
#: Why there is no answer, by what a review says of it.
WHY = {"unanswered": _("not answered yet"), "skipped": _("skipped for now"), "unsure": _("not sure")}


class Field(msgspec.Struct, frozen=True):
    """One field to fill in: what it is called, its value in words, and why it is missing where it is empty."""

    label: str
    value: str
    missing: str = ""
    certain: bool = True


class Entry(msgspec.Struct, frozen=True):
    """One entry of a list, such as a job, or a part of the details."""

    title: str
    fields: tuple[Field, ...]


class Tab(msgspec.Struct, frozen=True):
    """One tab of the online system."""

    title: str
    entries: tuple[Entry, ...]


def sheet(portfolio: Mapping[str, Any]) -> tuple[Tab, ...]:
    """The tabs in their order, for a portfolio that follows its schema. Texts are as they were typed."""
    return tuple(
        Tab(title, tuple(entry for name, model in parts.items() for entry in _entries(portfolio, name, model)))
        for title, parts in _TABS.items()
    )


def missing(field: Field) -> str:
    """What stands in place of a value that is missing."""
    return _("[MISSING: {why}]").format(why=field.missing)


def _entries(portfolio: Mapping[str, Any], name: str, model: type[BaseModel]) -> Iterator[Entry]:
    part = portfolio.get(name)
    if isinstance(part, list):
        for item in part:
            fields = _fields(portfolio, name, item["id"], item, model)
            yield Entry(labels.item(item["id"]), (*fields, *_rating(portfolio, item["id"])))
    elif fields := _fields(portfolio, name, None, part or {}, model):
        yield Entry(labels.section(name), fields)


def _rating(portfolio: Mapping[str, Any], item: str) -> Iterator[Field]:
    """What came of the request for a rating, where one was made for this entry."""
    for each in rated(portfolio):
        if each.item == item:
            yield Field(_("Rating"), f"{request_said(each.request)}; {state_said(each.rating)}")


def _fields(
    portfolio: Mapping[str, Any], section: str, item: str | None, values: Mapping[str, Any], model: type[BaseModel]
) -> tuple[Field, ...]:
    unsure = set(portfolio.get("approximate") or [])
    why = {e["question"]: WHY[e["why"]] for e in portfolio.get("open") or [] if e.get("item") == item}
    found = (
        Field(
            labels.heading(name),
            labels.answer(name, values.get(name)),
            why.get(f"{section}.{name}", ""),
            f"{item or section}.{name}" not in unsure,
        )
        for name in model.model_fields
        if name != "id"
    )
    return tuple(field for field in found if field.value or field.missing)
