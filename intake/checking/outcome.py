"""What came of one bundle: a verdict, the reasons for it, and who it is from."""

from typing import Literal

import msgspec

from intake.bundle.report import Finding
from intake.words import _


class Difference(msgspec.Struct, frozen=True):
    """A verdict that another edition of the rules changes; empty where one of the two has no such requirement."""

    id: str
    recorded: str
    anew: str


class Anew(msgspec.Struct, frozen=True):
    """What another edition of the rules says of a bundle as of a day, against what is recorded in it."""

    rulebook: str
    as_of: str
    complete: bool
    verdicts: int
    differs: tuple[Difference, ...]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle and what a check found. All text in it has passed `intake.text.visible`.

    `error` says why it could not be read, and is empty where it could. `sha256` is of the file, or of a bag's names
    and hashes, and empty where results are not kept. `noted` is worth knowing and no fault. `bag` says
    what a bag is that was judged as such alone; there is then no portfolio to tell of.
    """

    path: str
    ok: bool
    complete: bool = False
    signature: Literal["signed", "stale", "unsigned"] = "unsigned"
    error: str = ""
    findings: tuple[Finding, ...] = ()
    noted: tuple[Finding, ...] = ()
    applicant: str = ""
    level: str = ""
    rulebook: str = ""
    as_of: str = ""
    anew: Anew | None = None
    sha256: str = ""
    bag: str = ""

    @property
    def verdict(self) -> str:
        """One word for machines: `ok`, `wanting` or `unreadable`."""
        return "unreadable" if self.error else "ok" if self.ok else "wanting"


class Tally(msgspec.Struct):
    """How many bundles came out how."""

    ok: int = 0
    wanting: int = 0
    unreadable: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one more."""
        setattr(self, outcome.verdict, getattr(self, outcome.verdict) + 1)

    def said(self, total: int) -> str:
        """The tally in a sentence; of `total` bundles there were to check."""
        done = self.ok + self.wanting + self.unreadable
        text = _("Checked {done:,}: {ok:,} in order, {wanting:,} found wanting, {unreadable:,} could not be read.")
        said = text.format(done=done, ok=self.ok, wanting=self.wanting, unreadable=self.unreadable)
        return said if done == total else _("Stopped. {said} {left:,} left.").format(said=said, left=total - done)
