"""The staff's side of a case: its ratings opened with the association's key, and confirmed by their receipt codes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from intake.bundle.errors import BundleError
from intake.bundle.files import chunks, opened
from intake.interview import commands as cmd
from intake.references.opening import Opened, opened_ratings
from intake.references.reading import LARGEST_RATING
from intake.session.case import OpenCase
from intake.session.document import portfolio_of


def open_ratings(
    case: OpenCase, folder: Path, identities: Sequence[str], codes: Sequence[str]
) -> tuple[list[Opened], dict[str, Any]]:
    """The ratings of a case, whose files are kept in `folder`, and its portfolio without verdicts."""
    portfolio = portfolio_of(case)
    files: dict[str, bytes] = {}
    lost: list[Opened] = []
    for entry in portfolio.get("ratings") or ():
        try:
            files[entry["file"]] = _read(folder / entry["sha256"])
        except BundleError as error:
            lost.append(Opened(entry["file"], entry["file"].endswith(".age"), "refused", None, str(error), (), ""))
    return [*opened_ratings(files, portfolio, identities, codes), *lost], portfolio


def note_confirmed(case: OpenCase, found: Sequence[Opened]) -> None:
    """Note in the case which of its ratings were confirmed, and by which codes. Raises Refused."""
    for each in found:
        if each.rating and each.state == "confirmed":
            name = each.rating.request.id
            case.do(cmd.Confirm(name, case.state.content.ratings[name].sha256, each.code))


def _read(path: Path) -> bytes:
    with opened(path) as file:
        return b"".join(chunks(file, LARGEST_RATING + 1))
