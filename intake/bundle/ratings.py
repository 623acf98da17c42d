"""The reference ratings of a portfolio in words: who was asked, what came back, and whether staff confirmed it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from intake.bundle.labels import day
from intake.bundle.markup import Markup, lines, table, tag, text
from intake.bundle.report import Finding
from intake.portfolio.names import choice
from intake.text import shorten, visible
from intake.words import _

_STATED = (
    "A sealed rating can be read with the association's key alone. Unconfirmed means that staff have not heard its "
    "receipt code from the referee, so that it is not known who wrote it. A code that stands here was noted by whoever "
    "wrote this page; the association can tell whether it is the rating's."
)


class Rated(NamedTuple):
    """A request as the portfolio lists it, and the entry of the referee's file; None where none came."""

    item: str
    request: Mapping[str, Any]
    rating: Mapping[str, Any] | None

    @property
    def referee(self) -> str:
        """Who was asked, as the applicant named them."""
        return visible(str(self.request["referee"]), one_line=True)


def rated(portfolio: Mapping[str, Any]) -> list[Rated]:
    """The requests of a portfolio, in its order."""
    came = {entry["request"]: entry for entry in portfolio.get("ratings") or ()}
    made = portfolio.get("requests") or ()
    return [Rated(entry["item"], entry["request"], came.get(entry["request"]["id"])) for entry in made]


def is_sealed(rating: Mapping[str, Any]) -> bool:
    """Whether a rating's entry is that of a sealed file."""
    return str(rating["file"]).endswith(".age")


def state_said(rating: Mapping[str, Any] | None) -> str:
    """How far a rating is: not back yet; sealed or not; confirmed or not; lost."""
    if rating is None:
        return _("not back yet")
    seal = _("sealed") if is_sealed(rating) else _("NOT SEALED")
    code = rating.get("code")
    known = _("confirmed by its receipt code {code}").format(code=code) if code else _("unconfirmed")
    return ", ".join([seal, known, *([_("lost, and not in this bundle")] if rating.get("lost") else [])])


def request_said(request: Mapping[str, Any]) -> str:
    """When a request was made, and whether the right to see the rating was given up."""
    given, kept = _("the right to see it given up"), _("the right to see it kept")
    return _("requested {day}, {waiver}").format(
        day=day(str(request["made"])), waiver=given if request["waiver"] else kept
    )


def ratings_table(portfolio: Mapping[str, Any]) -> Markup:
    """The ratings for the summary; nothing where none was asked for."""
    rows = [_row(each) for each in rated(portfolio)]
    if not rows:
        return Markup("")
    columns = ("Referee", "Knows the work as", "Request", "State", "File in data/references", "SHA-256")
    return lines([tag("p", text(_STATED)), table("Reference ratings that were asked for", columns, rows)])


def _row(each: Rated) -> list[Markup]:
    rating, kind = each.rating or {}, each.request["kind"]
    return [
        text(each.referee),
        text(choice(kind) if kind else ""),
        text(f"{request_said(each.request)} ({each.request['id']})"),
        text(state_said(each.rating)),
        text(rating.get("file", "")),
        tag("code", text(rating["sha256"])) if rating else text(""),
    ]


def note_ratings(portfolio: Mapping[str, Any]) -> Iterator[Finding]:
    """What staff should know of each rating that came: what its state is, and how they find out more."""
    known = "{state}. Whether its code is right is told by intake references open, with the association's key."
    unknown = "{state}, until its receipt code is heard from the referee: intake references confirm."
    for each in rated(portfolio):
        if each.rating:
            name, code = shorten(str(each.rating["file"]), 120), each.rating.get("code")
            said = (known if code else unknown).format(state=state_said(each.rating))
            yield Finding("rating-state", name, f"“{name}”, the rating by {shorten(each.referee, 80)}: {said}")
