"""Requests, ratings and keys for tests."""

import shutil
from pathlib import Path
from typing import Any

import pyrage

from intake.portfolio.rating import Rating, Request
from intake.references.rating import rating_bytes, rating_of
from intake.references.request import fingerprint, request_of
from intake.references.sealing import padded, seal
from intake.resources import shipped_flows

OFFICE, BACKUP, STRANGER = (pyrage.x25519.Identity.generate() for _ in range(3))
KEYS = {"office": str(OFFICE.to_public()), "backup": str(BACKUP.to_public())}
FLOW = {"id": "vaimh/rating", "version": 1, "sha256": "0" * 64}
ANSWERS: dict[str, dict[str, Any]] = {
    "rater": {"name": "Robin Avery", "email": "robin@example.org", "phone": "+18043531234", "endorsed": True},
    "knowing": {"capacity": "supervisor", "since": "2022-03", "seen": "both"},
    "areas": {"theory": "much", "law": "unknown", "reflection": "some"},
    "word": {"strengths": "Waits for the baby's cue."},
}


def request(**more: str | bool | None) -> Request:
    """A request by Dana to Robin, with `more` in it."""
    own: dict[str, str | bool | None] = {
        "id": "4k7m2x9tq3ra",
        "association": "vaimh",
        "applicant": "Dana Whitfield",
        "referee": "Robin Avery",
        "kind": "supervisor",
        "waiver": True,
        "level": "imhs",
        "edition": "vaimh/seed",
        "made": "2026-03-01",
        "keys": fingerprint(KEYS),
    }
    return request_of(own | more)


def rating(asked: Request | None = None, *, sealed: bool = True, secret: bytes = b"s" * 16, **more: Any) -> Rating:
    """Robin's rating for a request, with `more` sections in place of those above."""
    return rating_of(asked or request(), ANSWERS | more, FLOW, "2026-03-05", secret, sealed)


def sealed(one: Rating | None = None) -> bytes:
    """A rating as its referee sends it."""
    return seal(padded(rating_bytes(one or rating())), KEYS)


def portfolio(*made: Request, **applicant: str) -> dict[str, Any]:
    """What of a portfolio says which requests were made."""
    requests = [{"item": f"references-{n}", "request": r.model_dump()} for n, r in enumerate(made, start=1)]
    return {"applicant": {"name": "Dana Whitfield"} | applicant, "requests": requests}


def keyed_packs(folder: Path, keys: dict[str, str] | None = None) -> Path:
    """The shipped packs in a folder of their own, with public keys."""
    packs = Path(shutil.copytree(shipped_flows(), folder / "packs"))
    path = packs / "vaimh" / "rating.yaml"
    lines = "".join(f"  {holder}: {key}\n" for holder, key in (keys or KEYS).items())
    path.write_text(path.read_text("utf-8").replace("\nkeys: {}\n", f"\nkeys:\n{lines}"), "utf-8")
    return packs
