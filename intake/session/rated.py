"""The reference ratings of a case: which requests were made, what came back, and whether its file is there still."""

from pathlib import Path
from typing import Any

from intake.bundle.attachments import condition
from intake.bundle.ratings import rated, request_said, state_said
from intake.interview.state import Content
from intake.references.request import rating_name
from intake.session.attaching import file_rows
from intake.session.case import OpenCase
from intake.session.document import ratings_of, requests_of
from intake.session.views import FileRow
from intake.words import _

_MEDIA = {True: "application/age", False: "application/json"}


def kept_rows(case: OpenCase, folder: Path, *, thorough: bool = False) -> list[FileRow]:
    """The attached files and then the referees', in the order of the bundle, each with what became of it.

    Unless `thorough`, a kept file that was not written to is not read again.
    """
    came = case.state.content.ratings
    ratings = [
        FileRow(
            each.item,
            each.referee,
            rating_name(name, sealed=came[name].sealed),
            _MEDIA[came[name].sealed],
            came[name].sha256,
            came[name].size,
            condition(folder / came[name].sha256, came[name].sha256, came[name].size, thorough=thorough),
            rating=True,
        )
        for each in rated(_told(case))
        if (name := str(each.request["id"])) in came
    ]
    return [*file_rows(case, folder, thorough=thorough), *ratings]


def ratings_said(case: OpenCase) -> list[str]:
    """Each request and what came of it, in lines; none where no request was made."""
    found = rated(_told(case))
    text = _("  {name}: {request}; {state}")
    lines = [
        text.format(name=each.referee, request=request_said(each.request), state=state_said(each.rating))
        for each in found
    ]
    return [_("Reference ratings:"), *lines] if lines else []


def awaited(case: OpenCase) -> list[str]:
    """The ratings that were asked for and are not back yet."""
    text = _("the rating by {name}")
    return [text.format(name=each.referee) for each in rated(_told(case)) if each.rating is None]


def offered(case: OpenCase, before: Content, after: Content) -> str:
    """How referees are asked, said once their list is complete; nothing at any other time."""
    was, is_now = (content.sections.get("references") for content in (before, after))
    if is_now is None or not is_now.finished or (was is not None and was.finished):
        return ""
    names = [doc for doc in case.projection.docs.get("references", {}).values() if doc.get("name")]
    if not names or after.requests:
        return ""
    return _("To ask them for their ratings, say make requests: I write a small file for each of them to send.")


def _told(case: OpenCase) -> dict[str, Any]:
    return {"requests": requests_of(case), "ratings": ratings_of(case)}
