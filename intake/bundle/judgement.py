"""Whether a portfolio agrees with what lies beside it: its attachments, and the verdicts it records."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from intake.bundle import bag
from intake.bundle.proofs import proofs
from intake.bundle.report import Finding
from intake.bundle.source import Digest, digest
from intake.bundle.summary import summary
from intake.rulebook.verdicts import Verdict
from intake.text import shorten

#: What each part of `judged` is called, and the code where it differs.
_PARTS = {
    "totals": ("totals-differ", "table of figures"),
    "verdicts": ("verdicts-differ", "table of verdicts"),
    "gaps": ("gaps-differ", "list of what is missing"),
    "waiting": ("waiting-differ", "list of what waits for others"),
    "questions": ("questions-differ", "list of questions for the association"),
    "complete": ("complete-differs", "word on whether it is complete"),
    "endings": ("endings-differ", "list of what the renewal can come to"),
}
_UNKNOWN = (
    "The verdicts were made with the edition {edition} as it was, and that edition is not here. Everything else was "
    "checked; use the version of intake that the bundle names to make the verdicts again."
)
_AGAIN = "Ask the applicant to open the case in intake and to write the bundle again."
_BY_ANOTHER = (
    "{called} not what this version makes of the answers, and the bundle says that {maker} wrote it. That may be all; "
    "what this version makes of them is in the case that `intake open` makes of it. Do not rely on “{name}”."
)


def check_attachments(portfolio: Mapping[str, Any], digests: Mapping[str, Digest]) -> Iterator[Finding]:
    """Attachments that are listed and not there, there and not listed, listed twice, or another file than listed.

    Referees' files are looked at in the same way.
    """
    yield from _check_listed(portfolio.get("attachments") or [], bag.ATTACHMENTS, digests, "attachments")
    yield from _check_listed(portfolio.get("ratings") or [], bag.REFERENCES, digests, "ratings")


def _check_listed(
    entries: Sequence[Mapping[str, Any]], folder: str, digests: Mapping[str, Digest], called: str
) -> Iterator[Finding]:
    code, seen = called.removesuffix("s"), set[str]()
    for entry in entries:
        name = folder + entry["file"]
        found = digests.get(name)
        if name in seen:
            yield _about(f"{code}-duplicate", name, f"is listed twice among the {called}")
        elif entry.get("lost") and found is None:
            pass
        elif found is None:
            yield _about(f"{code}-missing", name, f"is listed among the {called} but is not in the bundle")
        elif (found.sha256, found.size) != (entry["sha256"], entry["size"]):
            yield _about(
                f"{code}-differs", name, "is not the file that the portfolio lists: its hash or size is another"
            )
        seen.add(name)
    for name in digests:
        if name.startswith(folder) and name not in seen:
            yield _about(f"{code}-not-listed", name, f"is in the bundle but is not listed among the {called}")


def check_judged(
    portfolio: Mapping[str, Any],
    anew: tuple[Mapping[str, Any], Sequence[Verdict]] | None,
    digests: Mapping[str, Digest],
    maker: str,
) -> Iterator[Finding]:
    """What the portfolio, the proofs or the summary say otherwise than the rules it names, judged `anew`.

    `digests` of the bundle's files by name; a file that is missing is no finding here. Proofs and summary follow from
    the portfolio, in words that change with the program: where another one is said to be the `maker`, it is noted.
    """
    judged = portfolio.get("judged")
    if judged is None:
        yield Finding("verdicts-differ", "judged", f"The portfolio records no verdicts. {_AGAIN}")
        return
    if anew is None:
        edition = shorten(judged["rulebook"]["id"], 80)
        yield Finding("rulebook-unknown", "judged.rulebook", _UNKNOWN.format(edition=edition))
        return
    expected, verdicts = anew
    for part, (code, called) in _PARTS.items():
        stored, right = judged.get(part), expected.get(part, [])
        if stored not in (None, right):  # an older document says nothing of endings
            which = _which(stored, right)
            message = f"The {called} is not what the answers lead to{which}. {_AGAIN}"
            yield Finding(code, f"judged.{part}", message)
    made = {
        bag.PROOFS: ("proofs-differ", "The proofs are", proofs(portfolio, verdicts)),
        bag.SUMMARY: ("summary-differs", "The summary is", summary(portfolio, verdicts).encode()),
    }
    for name, (code, called, expected_bytes) in made.items():
        if name in digests and digests[name] != digest(iter([expected_bytes])):
            if maker == bag.agent():
                yield Finding(code, name, f"{called} not what the answers lead to. {_AGAIN}")
            else:
                yield Finding("made-otherwise", name, _BY_ANOTHER.format(called=called, maker=maker, name=name))


def _which(stored: Any, anew: Any) -> str:
    """The names under which two objects differ, in words that follow a sentence; nothing for lists."""
    if not isinstance(stored, dict) or not isinstance(anew, dict):
        return ""
    names = sorted(name for name in stored.keys() | anew.keys() if stored.get(name, ...) != anew.get(name, ...))
    return f" ({shorten(', '.join(names), 200)})"


def _about(code: str, name: str, words: str) -> Finding:
    shown = shorten(name, 120)
    return Finding(code, shown, f"“{shown}” {words}. Ask the sender for the bundle as it was first written.")
