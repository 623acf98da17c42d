"""The record of the signature as a document of its own, and how it stands to the portfolio that it is in."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, Literal

from intake.bundle import bag
from intake.bundle.report import Finding
from intake.bundle.source import Digest, digest
from intake.portfolio.signing import same_name, signed_digest

FORMAT = "intake-signature/1"


def signature_copy(portfolio: Mapping[str, Any]) -> Iterator[bytes]:
    """The bytes of data/signature.json; nothing where no signature stands."""
    signature = _of(portfolio, "signature")
    if signature:
        record = {"format": FORMAT, "applicant": _applicant(portfolio)} | {
            name: value for name, value in signature.items() if value is not None
        }
        yield (json.dumps(record, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()


def state_of(portfolio: Mapping[str, Any]) -> Literal["signed", "stale", "unsigned"]:
    """How the signature stands to the answers beside it."""
    signature = _of(portfolio, "signature")
    if signature and signature["portfolio_sha256"] == signed_digest(dict(portfolio)):
        return "signed"
    return "stale" if signature or _of(portfolio, "lapsed") else "unsigned"


def check_signature(portfolio: Mapping[str, Any], digests: Mapping[str, Digest]) -> Iterator[Finding]:
    """A signature over other answers than these, a record that contradicts itself, or a copy that says otherwise."""
    signature = _of(portfolio, "signature")
    if signature and state_of(portfolio) != "signed":
        message = "An answer was changed after the signature was made. The applicant needs to read and sign again."
        yield Finding("signature-stale", "ethics.signature", message)
    if signature and _contradicts_itself(signature, _applicant(portfolio)):
        message = "The record of the signature was changed after it was made. Ask the applicant to sign again."
        yield Finding("signature-differs", "ethics.signature", message)
    expected = [digest(iter([copy])) for copy in signature_copy(portfolio)]
    if expected != [digests[name] for name in digests if name == bag.SIGNATURE]:
        message = f"“{bag.SIGNATURE}” is not the copy of the signature in the portfolio. Ask the sender for it again."
        yield Finding("signature-copy-differs", bag.SIGNATURE, message)


def _contradicts_itself(signature: Mapping[str, Any], applicant: str) -> bool:
    shown, stated = signature.get("shown"), signature.get("shown_sha256")
    other_words = shown is not None and stated != sha256(shown.encode()).hexdigest()
    return other_words or signature["name_matches"] != same_name(signature["name"], applicant)


def _applicant(portfolio: Mapping[str, Any]) -> str:
    return (portfolio.get("applicant") or {}).get("name") or ""


def _of(portfolio: Mapping[str, Any], which: str) -> dict[str, Any]:
    return (portfolio.get("ethics") or {}).get(which) or {}
