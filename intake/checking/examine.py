"""One bundle, from its path to its outcome. Never raises: whatever happens is the outcome."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from intake.bundle import anybag
from intake.bundle.check import check
from intake.bundle.errors import BundleError
from intake.bundle.files import chunks, named, opened
from intake.bundle.report import Report, StopError
from intake.bundle.signature import state_of
from intake.bundle.source import Folder, digest
from intake.canonical import digest as digest_of
from intake.checking.folders import is_bag
from intake.checking.outcome import Anew, Difference, Outcome
from intake.packs.load import load_edition
from intake.session.document import judged_by, rejudge
from intake.session.retelling import retold
from intake.text import shorten, visible
from intake.words import _


class Terms(NamedTuple):
    """What is the same for all bundles of a run.

    `rulebook` is another edition to judge by, as of the day `as_of` or else of the day that each bundle names. `known`
    holds outcomes by the hash of their bundle; None where no bundle is to be hashed. With `bag` each is judged as a
    BagIt bag alone.
    """

    rulebook: str = ""
    as_of: dt.date | None = None
    known: Mapping[str, Outcome] | None = None
    bag: bool = False


def examine(terms: Terms, path: Path) -> Outcome:
    """What is to be said of the bundle at `path`, made out now or known already."""
    shown = visible(str(path), one_line=True)
    try:
        sha256 = "" if terms.known is None else identity(path, anybag.folder if terms.bag else Folder)
        known = (terms.known or {}).get(sha256) if sha256 else None
        return msgspec.structs.replace(known or _examined(terms, path), path=shown, sha256=sha256)
    except BundleError as error:
        return Outcome(path=shown, ok=False, error=visible(str(error)))
    except Exception as error:  # noqa: BLE001 — whatever a stranger's file does to us, the others wait
        fault = _("It could not be checked, through a fault of intake ({kind}). The others were.")
        return Outcome(path=shown, ok=False, error=fault.format(kind=type(error).__name__))


def identity(path: Path, folder: Callable[[Path], Folder] = Folder) -> str:
    """The SHA-256 of a bundle: of a file's bytes, or of what a bag's folder holds; empty where it must not be read.

    `folder` reads the latter. Raises BundleError.
    """
    if not path.is_dir():
        with opened(path, follow=True) as file:
            return digest(chunks(file)).sha256
    try:
        source = folder(path)
    except StopError:
        return ""
    return digest_of({name: digest(source.read(name)).sha256 for name in source.sizes})


def _examined(terms: Terms, path: Path) -> Outcome:
    if path.is_dir() and not _bag(path):
        raise BundleError(_("There is no bundle in {path}: no .zip and no unpacked bag.").format(path=named(path)))
    if terms.bag:
        report = anybag.check_bag(path)
        return Outcome(path="", ok=report.ok, bag=report.bag, findings=report.findings, noted=report.noted)
    report = check(path, rejudge, retold)
    portfolio = report.portfolio or {}
    judged = portfolio.get("judged") or {}
    return Outcome(
        path="",
        ok=report.ok,
        complete=bool(judged.get("complete")),
        signature=state_of(portfolio),
        findings=report.findings,
        noted=report.noted,
        applicant=_said((portfolio.get("applicant") or {}).get("name")),
        level=_said((portfolio.get("target") or {}).get("level")),
        rulebook=_said((judged.get("rulebook") or {}).get("id")),
        as_of=_said(judged.get("as_of")),
        anew=_anew(terms, report),
    )


def _bag(folder: Path) -> bool:
    try:
        return is_bag(folder)
    except OSError as error:
        raise BundleError(
            _("The folder {path} could not be read: {why}.").format(path=named(folder), why=error.strerror)
        ) from error


def _said(value: Any) -> str:
    return shorten(str(value or ""), 200)


def _anew(terms: Terms, report: Report) -> Anew | None:
    """What the edition of `terms` says of a portfolio that could be read."""
    if not terms.rulebook or report.portfolio is None:
        return None
    recorded = report.portfolio.get("judged") or {}
    as_of = terms.as_of or dt.date.fromisoformat(recorded.get("as_of") or dt.date.today().isoformat())
    edition, pin = load_edition(terms.rulebook)
    judged, _proofs = judged_by(report.portfolio, edition, pin, as_of)
    before, after = dict(recorded.get("verdicts") or {}), dict(judged.verdicts)
    differs = [name for name in dict.fromkeys((*after, *before)) if before.get(name) != after.get(name)]
    changes = tuple(Difference(shorten(name, 80), before.get(name, ""), after.get(name, "")) for name in differs)
    return Anew(terms.rulebook, as_of.isoformat(), judged.complete, len(after), changes)
