"""What leaves or enters the conversation through the disk: attached files, the signature, the bundle."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from secrets import token_bytes
from typing import Any

from intake.bundle import bag
from intake.bundle.attachments import Kept, keep
from intake.bundle.errors import BundleError, LostFile
from intake.bundle.files import Tell, untold
from intake.bundle.missing import left
from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.portfolio.signing import signed_digest
from intake.rulebook.verdicts import Verdict
from intake.session import signatures
from intake.session.case import OpenCase
from intake.session.document import judged_portfolio, plain_name, portfolio_of
from intake.session.errands import Errand
from intake.session.exchange import Exchange
from intake.session.retelling import present_in
from intake.session.views import Message
from intake.text import visible
from intake.words import _


class Handover:
    """The files of one case and its bundle."""

    #: What is said to somebody who leaves.
    farewell = _("Everything is saved. Start intake again to go on at this question.")

    def __init__(self, case: OpenCase, folder: Path, exchange: Exchange, clock_name: str) -> None:
        """`folder` keeps the case's files; `exchange` is how they come and go."""
        self.case, self.folder, self.exchange, self.clock_name = case, folder, exchange, clock_name

    def keep(self, path: Path, tell: Tell = untold) -> Kept:
        """Copy a file to the case's folder. Raises Refused with nothing kept."""
        try:
            return keep(path, self.folder, tell)
        except BundleError as error:
            raise cmd.Refused(str(error)) from error

    def receive(self, path: Path) -> list[str]:
        """Keep a referee's file with the request that it answers. Raises Refused."""
        from intake.session.requests import receive

        return receive(self.case, path, self.folder)

    def make_requests(self, *, waiver: bool) -> list[str]:
        """Write the requests for ratings into the current folder. Raises Refused."""
        from intake.session.requests import make_requests

        return make_requests(self.case, waiver, self.exchange.requests(), token_bytes)

    def sign(self, name: str) -> list[str]:
        """Sign the Code of Ethics with a typed name, over the portfolio as it stands."""
        signature = signatures.record(self.case, name, self.clock_name, signed_digest(portfolio_of(self.case)))
        self.case.do(cmd.Sign(name, signature))
        lines = [_("Signed as {name}. Saved.").format(name=visible(name))]
        lines.append(signatures.copy_said(self.case))
        if not signature["name_matches"]:
            text = _("The name on the application is {name}. Both are kept; change one of them if that was a slip.")
            applicant = str(self.case.projection.known.get("applicant.name", ""))
            lines.append(text.format(name=visible(applicant) or _("not given")))
        return lines

    def exporting(self, target: Path | None = None) -> Errand:
        """To write the bundle, and say where it is and what is missing. Raises Refused with nothing changed."""
        from intake.bundle.write import attached, write  # a tenth of a second that only an export needs

        portfolio, proofs = judged_portfolio(self.case)
        present, name = present_in(self.case), f"portfolio-{self._slug()}.zip"

        def without_the_lost(tell: Tell, path: Path) -> str:
            while True:
                kept = {name: entry for name, entry in bag.enclosed(portfolio) if not entry.get("lost")}
                files = {name: self.folder / entry["sha256"] for name, entry in kept.items()}
                try:
                    return write(path, portfolio, proofs, files, present, tell)
                except LostFile as lost:
                    kept[lost.name]["lost"] = True

        def work(tell: Tell) -> tuple[str, str]:
            try:
                return self.exchange.given(target, name, self.folder, partial(without_the_lost, tell))
            except BundleError as error:
                raise cmd.Refused(str(error)) from error

        def then(done: tuple[str, str]) -> list[Message]:
            sha256, written = done
            judged = portfolio["judged"]
            self.case.commit([ev.Exported(sha256=sha256, complete=judged["complete"])])
            told = [written, *_lost(portfolio)]
            return [
                Message("noted", text) for text in (told if judged["complete"] else [*told, _missing(judged, proofs)])
            ]

        return Errand(_("Writing the bundle"), 2 * attached(portfolio), work, then)

    def _slug(self) -> str:
        name = str(self.case.projection.known.get("applicant.name", self.case.id))
        return plain_name(name) or self.case.id

    def finish(self) -> None:
        """Close the case; it can be opened again."""
        self.case.commit([ev.Closed()])


def _lost(portfolio: dict[str, Any]) -> list[str]:
    """The files that a bundle lists and does not hold, in words."""
    text = _(
        "{file} is listed in it but could not be put in: the copy kept of it is missing or changed. Attach it again."
    )
    lost = [entry for _name, entry in bag.enclosed(portfolio) if entry.get("lost")]
    return [text.format(file=visible(entry.get("name") or entry["file"])) for entry in lost]


def _missing(judged: dict[str, Any], proofs: Sequence[Verdict]) -> str:
    """What an incomplete bundle lacks, in words."""
    mine, waiting = left(judged, proofs)
    lines = [f"  - {proof.title}: {todo or proof.rule}" for proof, texts in mine for todo in texts]
    others = [text for proof, texts in waiting for text in (texts if proof.tasks else [proof.title])]
    lines += [_("  - {title}: waiting on others").format(title=title) for title in others]
    return "\n".join([_("It is marked incomplete, with its list of what is missing:"), *lines])
