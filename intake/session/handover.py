"""What leaves or enters the conversation through the disk: attached files, the signature, the bundle."""

from collections.abc import Sequence
from pathlib import Path
from secrets import token_bytes
from typing import Any

from intake.bundle import bag
from intake.bundle.attachments import keep
from intake.bundle.errors import BundleError
from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.interview.standing import Standing
from intake.portfolio.records import LISTS
from intake.portfolio.signing import signed_digest
from intake.rulebook.verdicts import Verdict
from intake.session.case import OpenCase
from intake.session.document import attachments_of, judged_portfolio, portfolio_of, ratings_of
from intake.session.exchange import Exchange
from intake.session.wording import item_said
from intake.text import visible
from intake.words import _


class Handover:
    """The files of one case and its bundle."""

    #: What is said to somebody who leaves.
    farewell = _("Everything is saved. Start intake again to go on at this question.")

    def __init__(self, case: OpenCase, folder: Path, exchange: Exchange, clock_name: str) -> None:
        """`folder` keeps the case's files; `exchange` is how they come and go."""
        self.case, self.folder, self.exchange, self.clock_name = case, folder, exchange, clock_name

    def attach(self, topic: str, standing: Standing) -> list[str]:
        """Keep a file with the entry that is being asked about, or the last one of its list. Raises Refused."""
        path = self.exchange.taken(topic)
        item = self._item(standing)
        try:
            kept = keep(path, self.folder)
        except BundleError as error:
            raise cmd.Refused(str(error)) from error
        self.case.do(cmd.Attach(item, kept.name, kept.sha256, kept.size))
        name = item_said(self.case.projection, item.rpartition("-")[0], item)
        text = _("Attached: {file} ({size:,} bytes) to {name}. Saved. An attached copy is never called official.")
        return [text.format(file=visible(kept.name), size=kept.size, name=name)]

    def receive(self, path: Path) -> list[str]:
        """Keep a referee's file with the request that it answers. Raises Refused."""
        from intake.session.requests import receive

        return receive(self.case, path, self.folder)

    def make_requests(self, *, waiver: bool) -> list[str]:
        """Write the requests for ratings into the current folder. Raises Refused."""
        from intake.session.requests import make_requests

        if self.exchange.guest:
            raise cmd.Refused(_("In the browser no requests are written; those who run this page can make them."))
        return make_requests(self.case, waiver, Path.cwd(), token_bytes)

    def detach(self, topic: str) -> list[str]:
        """Take a file away again, named by the beginning of its name. Raises Refused."""
        files = [f for f in self.case.state.content.files.values() if f.name.casefold().startswith(topic.casefold())]
        if len(files) != 1:
            names = ", ".join(visible(f.name) for f in self.case.state.content.files.values()) or _("none")
            raise cmd.Refused(_("Say which file. Attached are: {names}.").format(names=names))
        self.case.do(cmd.Detach(files[0].item, files[0].sha256))
        return [_("Taken away: {file}. Saved. (undo brings it back)").format(file=visible(files[0].name))]

    def _item(self, standing: Standing) -> str:
        if standing.item:
            return standing.item
        section = standing.section if standing.section in LISTS else ""
        items = self.case.projection.section(section).ordered() if section else []
        if not items:
            raise cmd.Refused(_("Go to the entry that the file belongs to first, for instance: go to education."))
        return items[-1].id

    def sign(self, name: str) -> list[str]:
        """Sign the Code of Ethics with a typed name, over the portfolio as it stands."""
        flow = self.case.pack.flow
        applicant = str(self.case.projection.known.get("applicant.name", ""))
        portfolio = portfolio_of(self.case)
        signature: dict[str, str | bool] = {
            "document": flow.document,
            "version": str(self.case.projection.known.get("ethics.version", flow.document_version)),
            "intent": flow.intent,
            "name": name,
            "name_matches": " ".join(name.casefold().split()) == " ".join(applicant.casefold().split()),
            "signed_at": self.case.clock().isoformat(timespec="seconds"),
            "clock": self.clock_name,
            "portfolio_sha256": signed_digest(portfolio),
        }
        self.case.do(cmd.Sign(name, signature))
        lines = [_("Signed as {name}. Saved.").format(name=visible(name))]
        if not signature["name_matches"]:
            text = _("The name on the application is {name}. Both are kept; change one of them if that was a slip.")
            lines.append(text.format(name=visible(applicant) or _("not given")))
        return lines

    def export(self, target: Path | None = None) -> list[str]:
        """Write the bundle and say where it is and what is missing. Raises Refused with nothing changed."""
        from intake.bundle.write import write  # a tenth of a second that only an export needs

        portfolio, proofs = judged_portfolio(self.case)
        files = {entry["file"]: self.folder / entry["sha256"] for entry in attachments_of(self.case)}
        files |= {bag.REFERENCES + entry["file"]: self.folder / entry["sha256"] for entry in ratings_of(self.case)}
        try:
            sha256, written = self.exchange.given(
                target,
                f"portfolio-{self._slug()}.zip",
                self.folder,
                lambda path: write(path, portfolio, proofs, files),
            )
        except BundleError as error:
            raise cmd.Refused(str(error)) from error
        judged = portfolio["judged"]
        self.case.commit([ev.Exported(sha256=sha256, complete=judged["complete"])])
        return [written] if judged["complete"] else [written, _missing(judged, proofs)]

    def _slug(self) -> str:
        name = str(self.case.projection.known.get("applicant.name", self.case.id))
        return "".join(c if c.isascii() and c.isalnum() else "-" for c in name.casefold()).strip("-") or self.case.id

    def finish(self) -> None:
        """Close the case; it can be opened again."""
        self.case.commit([ev.Closed()])


def _missing(judged: dict[str, Any], proofs: Sequence[Verdict]) -> str:
    """What an incomplete bundle lacks, in words."""
    named = {proof.id: proof for proof in proofs}
    lines = [f"  - {named[gap].title}: {named[gap].to_do or named[gap].rule}" for gap in judged["gaps"]]
    lines += [_("  - {title}: waiting on others").format(title=named[gap].title) for gap in judged["waiting"]]
    return "\n".join([_("It is marked incomplete, with its list of what is missing:"), *lines])
