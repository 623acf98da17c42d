"""A small bundle that the tests of the bundle share: Dana's portfolio, two verdicts on it, and one attachment."""

import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from intake.bundle import bag, zipform
from intake.bundle.write import write
from intake.portfolio.models import Portfolio
from intake.portfolio.signing import same_name, signed_digest
from intake.rulebook.verdicts import Cite, Counted, Earliest, Guidance, NotCounted, Verdict

TRANSCRIPT = b"%PDF-1.7\nofficial transcript\x00\xff\r\n"
ATTACHED = "01-transcript.pdf"
#: The same, with its folder in the bag.
ENCLOSED = f"data/attachments/{ATTACHED}"
CITE = Cite("VAIMH page", "A Brief Overview, 3", "a minimum of 2 years supervised work experience")
MONTHS = {"title": "supervised months", "unit": "months", "strict": 27, "loose": 29, "possible": 29}


def verdicts() -> tuple[Verdict, ...]:
    """One verdict of each word but one: met, confirm, not met (and waiting on others)."""
    shared: dict[str, Any] = {"track": "", "figures": {}, "counted": (), "not_counted": (), "cite": CITE}
    work = shared | {
        "figures": {"supervised_months": MONTHS},
        "counted": (Counted("work-1", "parent-infant therapist, Chesterfield", "27 to 29 months", ""),),
        "not_counted": (NotCounted("work-2", "supervisor of interns", "not supervised"),),
        "guidance": (Guidance("post-graduate, supervised and paid", "VA-4"),),
        "ask": "Does this work count as relationship-focused?",
    }
    return (
        Verdict(id="references.three", group="portfolio", level="", title="Three references", verdict="not_met",
                rule="three ratings", to_do="Ask the third person again", waiting=True, **shared),
        Verdict(id="imhs.work", group="level", level="imhs", title="Supervised work", verdict="confirm",
                rule="at least 24 months", earliest=Earliest("2026-05-13", None), **work),
        Verdict(id="imhm.work", group="level", level="imhm", title="Specialised work", verdict="not_met",
                rule="at least 36 months", to_do="Keep counting", **shared),
    )  # fmt: skip


def portfolio(attachment: bytes = TRANSCRIPT, **changes: Any) -> dict[str, Any]:
    """Dana's portfolio in its JSON form, judged and signed; `changes` replace whole parts of it before that."""
    parts: dict[str, Any] = {
        "applicant": {"name": "Dana Whitfield", "email": "dana@example.org", "virginia": "live_and_work"},
        "membership": {"current": True},
        "target": {"level": "imhs"},
        "education": [{"id": "education-1", "credential": "master", "subject": "social work", "awarded": "2017-05"}],
        "work": [
            {
                "id": "work-1",
                "title": "parent-infant therapist",
                "span": {"start": "2021-02", "end": ".."},
                "supervised_span": {"start": "2021-02", "end": "2023-06"},
                "ages": ["birth_to_3", "caregivers"],
                "paid": True,
                "hours_per_week": 40.0,
            }
        ],
        "approximate": ["work-1.span"],
        "open": [{"question": "exam.date", "item": None, "why": "unsure"}],
        "asked": ["Does service coordination count?"],
        "attachments": [
            {
                "item": "education-1",
                "name": "Zeugnis Übersicht.pdf",
                "file": ATTACHED,
                "sha256": hashlib.sha256(attachment).hexdigest(),
                "size": len(attachment),
            }
        ],
    }
    return signed(judged(Portfolio.model_validate(parts | changes).model_dump(mode="json")))


def judged(document: dict[str, Any]) -> dict[str, Any]:
    """`document` with what the verdicts come to."""
    return document | {"judged": judgement()}


def judgement() -> dict[str, Any]:
    """What the sample's verdicts come to; "x" stands for a gap that a test brings in."""
    return {
        "rulebook": {"id": "vaimh/seed", "version": 1, "sha256": "0" * 64},
        "as_of": "2026-03-01",
        "totals": {"supervised_months": {"strict": 27, "loose": 29}},
        "verdicts": {verdict.id: verdict.verdict for verdict in verdicts()},
        "gaps": ["x"],
        "waiting": ["references.three"],
        "questions": ["Does this work count as relationship-focused?"],
        "complete": False,
    }


def signed(document: dict[str, Any]) -> dict[str, Any]:
    """`document` with a signature over it as it is."""
    signature = {
        "document": "Code of Ethics",
        "version": "2014",
        "intent": "I have read it and will follow it.",
        "name": "Dana Whitfield",
        "name_matches": same_name("Dana Whitfield", (document.get("applicant") or {}).get("name") or ""),
        "signed_at": "2026-03-01T10:42:07-05:00",
        "clock": "this computer",
        "portfolio_sha256": signed_digest(document),
    }
    return document | {"ethics": document["ethics"] | {"signature": signature}}


class Written(NamedTuple):
    """A bundle on disk, its hash, and the portfolio in it."""

    path: Path
    sha256: str
    portfolio: dict[str, Any]


def written(folder: Path, name: str = "bundle.zip", attachment: bytes = TRANSCRIPT, **changes: Any) -> Written:
    """The sample bundle, written to `folder/name`."""
    kept = folder / "kept.bin"
    kept.write_bytes(attachment)
    document = portfolio(attachment, **changes)
    target = folder / name
    files = {name: kept for name, _entry in bag.enclosed(document)}
    return Written(target, write(target, document, verdicts(), files), document)


def codes(report: Any) -> set[str]:
    """The codes of a report's findings."""
    return {finding.code for finding in report.findings}


def members(path: Path) -> list[tuple[str, bytes]]:
    """Every entry of an archive, by name, in order."""
    with zipfile.ZipFile(path) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def packed(target: Path, entries: Iterable[tuple[str, bytes]]) -> Path:
    """An archive of `entries`, in the exact form of a bundle, at `target`."""
    packing = [zipform.Member(name, len(data), zlib.crc32(data), partial(iter, [data])) for name, data in entries]
    target.write_bytes(b"".join(zipform.archive(packing)))
    return target


def unpacked(path: Path, folder: Path) -> Path:
    """The bag in the archive `path`, unpacked into `folder`."""
    return next(laid_out(dict(members(path)), folder).glob("portfolio-*"))


def laid_out(files: Mapping[str, bytes], folder: Path) -> Path:
    """`folder` with `files` in it."""
    for name, data in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


def hashed_anew(bag: Path) -> Path:
    """The unpacked bag with manifests that fit what is in it now: what somebody does who covers up a change."""
    order = [
        bag / f"data/{name}"
        for name in (
            "portfolio.json",
            "portfolio.schema.json",
            "proofs.json",
            "proofs.schema.json",
            "summary.html",
        )
    ]
    order += [bag / "data/answers.json", *sorted((bag / "data/attachments").glob("*")), bag / "data/signature.json"]
    tags = [bag / "bagit.txt", bag / "bag-info.txt", bag / "manifest-sha256.txt"]
    for manifest, files in (("manifest-sha256.txt", order), ("tagmanifest-sha256.txt", tags)):
        listed = ((hashlib.sha256(f.read_bytes()).hexdigest(), f.relative_to(bag)) for f in files if f.exists())
        (bag / manifest).write_text("".join(f"{sha256}  {name}\n" for sha256, name in listed))
    return bag
