"""What a check of a bundle found."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from intake.bundle.errors import BundleError
from intake.bundle.files import named

#: The codes of what is worth knowing and no fault: a file that bundles of the first versions do not hold, or that
#: another version makes otherwise, how a rating stands, and what a bag of another program may do.
NOTED = frozenset(
    {
        "file-later",
        "made-otherwise",
        "rating-state",
        "bag-manifest-form",
        "bag-twice",
        "bag-hash-weak",
        "bag-hash-unknown",
    }
    | {"bag-name-composed", "bag-name-collides", "bag-name-hard", "bag-oxum-twice", "bag-top-folder"}
)


class Finding(msgspec.Struct, frozen=True):
    """One thing that is wrong.

    `code` is a stable word in kebab case, `where` the file or field it concerns, `message` whole sentences that say
    what is wrong and what to do. The text of both has passed `intake.text.visible`.
    """

    code: str
    where: str
    message: str


class Report(msgspec.Struct, frozen=True):
    """The outcome of a check: `ok` without findings; `portfolio` where it could be read and follows its schema.

    `noted` is what is worth knowing and no fault. `bag` says of a bag that was judged as such what it is.
    """

    path: Path
    ok: bool
    findings: tuple[Finding, ...]
    portfolio: dict[str, Any] | None = None
    noted: tuple[Finding, ...] = ()
    bag: str = ""


@contextmanager
def gathering(path: Path, findings: list[Finding]) -> Iterator[None]:
    """A check of `path`, whose end adds to `findings` what stopped it. Raises BundleError where it cannot be read."""
    try:
        yield
    except StopError as stop:
        findings += stop.findings
    except OSError as error:
        raise BundleError(f"{named(path)} could not be read: {error.strerror}. Please copy it again.") from error


def reported(path: Path, found: Iterable[Finding], portfolio: dict[str, Any] | None = None, bag: str = "") -> Report:
    """The report of all that was found."""
    findings = list(found)
    wanting = tuple(finding for finding in findings if finding.code not in NOTED)
    noted = tuple(finding for finding in findings if finding.code in NOTED)
    return Report(path, not wanting, wanting, portfolio, noted, bag)


class StopError(Exception):
    """Reading further would mean nothing, or be unsafe, because of these findings or of those told before."""

    def __init__(self, *findings: Finding) -> None:
        """Stop with `findings`."""
        super().__init__(findings)
        self.findings = findings
