"""The bag inside a bundle: BagIt 1.0 (RFC 8493), its tag files as text, made alike for writing and checking."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from intake.bundle.report import Finding
from intake.canonical import digest
from intake.text import shorten

BAGIT, INFO, MANIFEST, TAGMANIFEST = "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"
PORTFOLIO, SCHEMA = "data/portfolio.json", "data/portfolio.schema.json"
PROOFS, PROOFS_SCHEMA = "data/proofs.json", "data/proofs.schema.json"
SUMMARY = "data/summary.html"
ANSWERS = "data/answers.json"
ATTACHMENTS = "data/attachments/"
REFERENCES = "data/references/"
#: What is kept byte for byte: the folder by the part of the portfolio that lists its files.
ENCLOSED = {"attachments": ATTACHMENTS, "ratings": REFERENCES}
FOLDERS = tuple(ENCLOSED.values())
#: In a bundle that was signed.
SIGNATURE = "data/signature.json"

#: The tag files that the tag manifest lists, in its order.
TAGS = (BAGIT, INFO, MANIFEST)
#: What every bundle holds, in the order of the archive.
REQUIRED = (BAGIT, INFO, MANIFEST, TAGMANIFEST, PORTFOLIO, SCHEMA, PROOFS, PROOFS_SCHEMA, SUMMARY)
#: What bundles of the first versions do not hold; it follows from the rest.
LATER = (PROOFS, PROOFS_SCHEMA)
#: Each schema in a bundle, and the document that follows it.
SCHEMAS = {SCHEMA: "portfolio", PROOFS_SCHEMA: "proofs"}
#: The SHA-256 of schemas that earlier bundles hold in these places; what follows one of them follows today's, too.
FORMER_SCHEMAS = {
    SCHEMA: frozenset({"26739d2b3bfaa882856583648d5f27ba6de6cd9b444c5af4cde8689c4981704b"}),
    PROOFS_SCHEMA: frozenset({"7473716d9f81b644e97eb20f2e27be37953f90d1a41f3d274e81a1d3d841cbec"}),
}

BAGIT_TEXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_AGENT = "Bag-Software-Agent"
_AGENT_LINE = re.compile(rf"^{_AGENT}: (intake [0-9A-Za-z.+!-]{{1,40}})$", re.MULTILINE)
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_ASK = "Something was changed after the bundle was written; ask the sender for it again."


def bag_name(portfolio: Mapping[str, Any]) -> str:
    """The name of the bag's folder: `portfolio-` and the first 12 digits of the portfolio's hash."""
    return f"portfolio-{digest(portfolio)[:12]}"


@cache
def agent() -> str:
    """This program and its version, as a bag names what made it."""
    try:
        return f"intake {version('intake')}"
    except PackageNotFoundError:
        return "intake unreleased"


def stated_agent(info: str) -> str:
    """The program that made a bag, from the text of its bag-info.txt; this one where that says none."""
    found = _AGENT_LINE.search(info)
    return found[1] if found else agent()


def enclosed(portfolio: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The entries of a portfolio for files that are kept byte for byte, each with its file's name in the bag."""
    parts = ((folder, portfolio.get(part) or ()) for part, folder in ENCLOSED.items())
    return [(folder + entry["file"], entry) for folder, entries in parts for entry in entries]


def bag_info(portfolio: Mapping[str, Any], sizes: Mapping[str, int], made_by: str) -> str:
    """The text of bag-info.txt; `sizes` in bytes of all files. Its date is that of the verdicts."""
    judged = portfolio.get("judged") or {}
    state = "complete" if judged.get("complete") else "incomplete, with its list of gaps"
    payload = [size for name, size in sizes.items() if name.startswith("data/")]
    lines = [
        ("External-Identifier", bag_name(portfolio)),
        ("External-Description", f"A portfolio for Infant Mental Health Endorsement, {state}."),
        ("Bagging-Date", judged.get("as_of")),
        ("Payload-Oxum", f"{sum(payload)}.{len(payload)}"),
        (_AGENT, made_by),
    ]
    return "".join(f"{label}: {value}\n" for label, value in lines if value)


def manifest(hashes: Mapping[str, str]) -> str:
    """The text of a manifest of `hashes` (name → SHA-256), in the form that `sha256sum -c` reads."""
    return "".join(f"{sha256}  {name}\n" for name, sha256 in hashes.items())


def check_manifest(which: str, text: str, hashes: Mapping[str, str]) -> Iterator[Finding]:
    """What is wrong with the manifest `which`, where the files it must list, in order, have `hashes`."""
    listed: dict[str, str] = {}
    before = 0
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        found = _LINE.fullmatch(line)
        if not found:
            before += 1
            yield Finding(
                "manifest-line", which, f"Line {number} of {which} is not a hash, two blanks and a name. {_ASK}"
            )
        elif found[2] in listed:
            before += 1
            yield _about("manifest-duplicate", found[2], f"is listed more than once in {which}. {_ASK}")
        else:
            listed[found[2]] = found[1]
    differences = list(_differences(which, listed, hashes))
    yield from differences
    if not before and not differences and text != manifest(hashes):
        yield Finding(
            "manifest-form", which, f"{which} lists the right hashes in another form than intake writes. {_ASK}"
        )


def _differences(which: str, listed: Mapping[str, str], hashes: Mapping[str, str]) -> Iterator[Finding]:
    for name in (name for name in listed if name not in hashes):
        yield _about("file-missing", name, f"is listed in {which} but is not there. {_ASK}")
    for name, sha256 in hashes.items():
        if name not in listed:
            yield _about("file-not-listed", name, f"is there but is not listed in {which}. {_ASK}")
        elif listed[name] != sha256:
            yield _about(
                "hash-differs",
                name,
                f"is not the file that was put in: its hash is another one than {which} says. {_ASK}",
            )


def _about(code: str, name: str, words: str) -> Finding:
    shown = shorten(name, 120)
    return Finding(code, shown, f"“{shown}” {words}")
