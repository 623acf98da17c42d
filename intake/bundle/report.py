"""What a check of a bundle found."""

from pathlib import Path
from typing import Any

import msgspec

#: The code of what is worth knowing and no fault: a file that bundles of the first versions do not hold.
NOTED = frozenset({"file-later", "rating-state"})


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

    `noted` is what is worth knowing and no fault.
    """

    path: Path
    ok: bool
    findings: tuple[Finding, ...]
    portfolio: dict[str, Any] | None = None
    noted: tuple[Finding, ...] = ()


class StopError(Exception):
    """Reading further would mean nothing, or be unsafe, because of these findings or of those told before."""

    def __init__(self, *findings: Finding) -> None:
        """Stop with `findings`."""
        super().__init__(findings)
        self.findings = findings
