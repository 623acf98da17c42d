"""Checking a bundle from anyone, packed or unpacked: nothing is trusted, nothing is written, every byte counts."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from intake.bundle import bag
from intake.bundle.anyzip import packed
from intake.bundle.documents import check_later, check_proofs, check_schemas, portfolio_in
from intake.bundle.files import opened
from intake.bundle.foreign import PACKED_AGAIN, foreign
from intake.bundle.judgement import check_attachments, check_judged
from intake.bundle.names import is_litter
from intake.bundle.ratings import note_ratings
from intake.bundle.record import Retell, check_record
from intake.bundle.report import Finding, Report, StopError, gathering, reported
from intake.bundle.signature import check_signature
from intake.bundle.source import Archive, Digest, Folder, Source, digest
from intake.bundle.strict import LARGEST
from intake.bundle.zipcheck import Place, survey
from intake.rulebook.verdicts import Verdict
from intake.text import shorten

__all__ = ["Finding", "Judge", "Report", "Retell", "check"]

#: Judges a portfolio by the edition of the rules that it names: what its part `judged` should hold, and the verdicts;
#: None where that edition is not at hand.
Judge = Callable[[dict[str, Any]], tuple[dict[str, Any], Sequence[Verdict]] | None]

_AGAIN = "Ask the sender for the bundle as it was first written."
_LITTER = "The computer put it there: delete it, and check again."


def check(path: Path, judge: Judge | None = None, retell: Retell | None = None) -> Report:
    """What is wrong with the bundle at `path`, a .zip or an unpacked bag's folder; all of it, unless reading must stop.

    With `judge` the verdicts are made again and compared with those recorded, with `retell` the portfolio is, from the
    answers that a case can be opened from. Raises BundleError where `path` cannot be
    read, or is neither.
    """
    findings: list[Finding] = []
    portfolio = None
    with gathering(path, findings):
        if path.is_dir():
            _require_ours(path)
            portfolio = _check_bag(Folder(path), None, findings, judge, retell)
        else:
            with opened(path, follow=True) as file:
                portfolio = check_archive(file, findings, judge, retell)
    return reported(path, findings, portfolio)


def _require_ours(folder: Path) -> None:
    """Raises StopError where the bag in a folder is another program's."""
    if found := tuple(foreign(name for name in bag.REQUIRED if (folder / name).exists())):
        raise StopError(*found)


def check_archive(
    file: BinaryIO, findings: list[Finding], judge: Judge | None = None, retell: Retell | None = None
) -> dict[str, Any] | None:
    """Add what is wrong with the archive `file` to `findings`; returns its portfolio if it can be read.

    Where another program packed it again, what is in it is looked at all the same. Raises StopError where reading must
    end, and BundleError where `file` is no archive.
    """
    try:
        places, odd = survey(file)
    except StopError as stop:
        findings += stop.findings
        if [finding.code for finding in stop.findings] != [PACKED_AGAIN]:
            raise StopError from None
        return _check_bag(packed(file, []), None, findings, judge, retell)
    findings += odd
    top, inner = _one_folder(places)
    _require_order(inner, findings)
    source = Archive(file, inner)
    crcs = {name: place.crc for name, place in inner.items()}
    return _check_bag(source, (top, crcs), findings, judge, retell)


def _one_folder(places: Mapping[str, Place]) -> tuple[str, dict[str, Place]]:
    """The folder that holds everything, and the places by their names inside it."""
    tops = {name.partition("/")[0] for name in places}
    if len(tops) != 1 or any("/" not in name for name in places):
        raise StopError(Finding("zip-top-folder", "", f"The archive does not hold exactly one folder. {_AGAIN}"))
    top = tops.pop()
    return top, {name.removeprefix(f"{top}/"): place for name, place in places.items()}


def _require_order(inner: Mapping[str, Place], findings: list[Finding]) -> None:
    rest = sorted(name for name in inner if name not in bag.REQUIRED)
    if list(inner) != [*(name for name in bag.REQUIRED if name in inner), *rest]:
        findings.append(
            Finding("zip-order", "", f"The files are not in the order in which intake packs them. {_AGAIN}")
        )


def _check_bag(
    source: Source,
    archive: tuple[str, Mapping[str, int]] | None,
    findings: list[Finding],
    judge: Judge | None,
    retell: Retell | None,
) -> dict[str, Any] | None:
    """Check the bag in `source`; `archive` holds the top folder's name and the CRCs that an archive states."""
    _require_files(source, findings)
    digests = {name: digest(source.read(name)) for name in sorted(source.sizes)}
    if archive:
        findings += _check_crcs(archive[1], digests)
    findings += _check_tags(source, digests)
    findings += check_schemas(digests)
    findings += check_later(source)
    findings += check_proofs(source)
    portfolio = portfolio_in(source)
    findings += _check_info(source, portfolio)
    if archive and archive[0] != bag.bag_name(portfolio):
        message = f"The folder should be named {bag.bag_name(portfolio)} for this portfolio. {_AGAIN}"
        findings.append(Finding("id-differs", shorten(archive[0], 120), message))
    findings += check_attachments(portfolio, digests)
    findings += note_ratings(portfolio)
    findings += check_signature(portfolio, digests)
    findings += check_record(source, portfolio, retell)
    if judge:
        maker = bag.stated_agent(_text(source, bag.INFO) or "")
        findings += check_judged(portfolio, judge(portfolio), digests, maker)
    return portfolio


def _require_files(source: Source, findings: list[Finding]) -> None:
    """Every file that belongs to a bundle is there, and no other. Raises StopError where a tag file is missing."""
    missing = [name for name in bag.REQUIRED if name not in (*bag.LATER, *source.sizes)]
    findings += [Finding("file-missing", name, f"“{name}” is missing from the bundle. {_AGAIN}") for name in missing]
    for name in source.sizes:
        if name not in (*bag.REQUIRED, bag.ANSWERS, bag.SIGNATURE) and not _is_attachment(name):
            shown = shorten(name, 120)
            what_to_do = _LITTER if is_litter(name) else _AGAIN
            findings.append(Finding("file-unexpected", shown, f"“{shown}” does not belong in a bundle. {what_to_do}"))
    if {*bag.TAGS, bag.TAGMANIFEST} & set(missing):
        raise StopError


def _is_attachment(name: str) -> bool:
    return any(name.startswith(folder) and "/" not in name.removeprefix(folder) for folder in bag.FOLDERS)


def _check_crcs(crcs: Mapping[str, int], digests: Mapping[str, Digest]) -> Iterator[Finding]:
    for name, crc in crcs.items():
        if digests[name].crc != crc:
            shown = shorten(name, 120)
            yield Finding("crc-differs", shown, f"“{shown}” was changed or damaged after it was packed. {_AGAIN}")


def _check_tags(source: Source, digests: Mapping[str, Digest]) -> Iterator[Finding]:
    if digests[bag.BAGIT].sha256 != hashlib.sha256(bag.BAGIT_TEXT.encode()).hexdigest():
        yield Finding(
            "bagit-differs", bag.BAGIT, f"“{bag.BAGIT}” does not say that this is a BagIt 1.0 bag in UTF-8. {_AGAIN}"
        )
    payload = {name: found.sha256 for name, found in digests.items() if name.startswith("data/")}
    # As they are written: what every bundle holds in its own order, then the attachments by name.
    order = [
        *(name for name in bag.REQUIRED if name in payload),
        *(name for name in payload if name not in bag.REQUIRED),
    ]
    tags = {name: digests[name].sha256 for name in bag.TAGS}
    for which, hashes in ((bag.MANIFEST, {name: payload[name] for name in order}), (bag.TAGMANIFEST, tags)):
        text = _text(source, which)
        if text is None:
            yield Finding("manifest-encoding", which, f"“{which}” is too large, or is no text in UTF-8. {_AGAIN}")
        else:
            yield from bag.check_manifest(which, text, hashes)


def _text(source: Source, name: str) -> str | None:
    """A tag file's text; None where it is too large or no text."""
    if source.sizes[name] > LARGEST:
        return None
    try:
        return b"".join(source.read(name)).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _check_info(source: Source, portfolio: Mapping[str, Any]) -> Iterator[Finding]:
    text = _text(source, bag.INFO) or ""
    expected = bag.bag_info(portfolio, source.sizes, bag.stated_agent(text))
    wrong = [line.partition(":")[0] for line in expected.splitlines() if line not in text.splitlines()]
    if "Payload-Oxum" in wrong:
        yield Finding(
            "payload-oxum-differs", bag.INFO, f"“{bag.INFO}” states another number or size of files. {_AGAIN}"
        )
    if text != expected and wrong != ["Payload-Oxum"]:
        message = (
            f"“{bag.INFO}” does not say what follows from the portfolio: {', '.join(wrong) or 'its form'}. {_AGAIN}"
        )
        yield Finding("bag-info-differs", bag.INFO, message)
