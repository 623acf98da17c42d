"""The summary: one HTML page for the applicant and the association, without scripts or anything from elsewhere.

What is missing comes first. The page holds the answers and what the rules say of them; it decides nothing.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from intake.bundle import labels
from intake.bundle.answers import answers, record
from intake.bundle.bag import bag_name
from intake.bundle.markup import Markup, lines, listing, page, section, table, tag, text
from intake.bundle.proof import rules, word
from intake.bundle.sniff import called
from intake.bundle.style import STYLE
from intake.portfolio.edtf import spoken
from intake.portfolio.models import Signature
from intake.rulebook.verdicts import Verdict

_TITLE = "Application portfolio for Infant Mental Health Endorsement"
_STATEMENT = (
    "This page records what the applicant answered and shows what the published rules say about those answers. "
    "It was made by a program that helps to prepare an application. Only the association decides."
)


def summary(portfolio: Mapping[str, Any], verdicts: Sequence[Verdict]) -> str:
    """The page, as the text of an HTML file; the same for the same arguments. `portfolio` follows its schema."""
    name = _value(portfolio, "applicant", "name")
    body = [
        tag("h1", text(_TITLE)),
        _who(portfolio),
        tag("p", text(_STATEMENT), class_="statement"),
        _missing(portfolio, verdicts),
        section(2, "What the rules say", rules(verdicts) or tag("p", text("No rules were applied to these answers."))),
        _questions(portfolio),
        section(2, "The answers", *answers(portfolio)),
        _signature(portfolio),
        _attachments(portfolio),
        _verify(portfolio),
    ]
    return page(f"{name}: {_TITLE}" if name else _TITLE, STYLE, *body)


def _value(portfolio: Mapping[str, Any], part: str, field: str) -> Any:
    return (portfolio.get(part) or {}).get(field)


def _who(portfolio: Mapping[str, Any]) -> Markup:
    judged = portfolio.get("judged")
    level, track = _value(portfolio, "target", "level"), _value(portfolio, "target", "track")
    rows = [
        ("Applicant", _value(portfolio, "applicant", "name") or "not given"),
        (
            "Level",
            ", ".join(filter(None, [labels.answer("level", level), labels.answer("track", track)])) or "not chosen yet",
        ),
        ("State", "complete" if judged and judged["complete"] else "incomplete, with its list of gaps"),
        ("Rules applied", f"{judged['rulebook']['id']}, version {judged['rulebook']['version']}" if judged else "none"),
        ("As of", spoken(judged["as_of"]) if judged else "not applied to a date"),
    ]
    return table("Who applies, and for what", (), ((text(name), text(said)) for name, said in rows))


def _missing(portfolio: Mapping[str, Any], verdicts: Sequence[Verdict]) -> Markup:
    judged = portfolio.get("judged") or {"gaps": [], "waiting": []}
    parts = [
        _to_do("Yours to do", [verdict for verdict in verdicts if verdict.id in judged["gaps"]]),
        _to_do("Waiting on others", [verdict for verdict in verdicts if verdict.id in judged["waiting"]]),
        _unanswered(portfolio),
    ]
    if verdicts and not judged["gaps"] and not judged["waiting"]:
        parts.insert(0, tag("p", text("By these answers, the rules named above leave nothing missing.")))
    return section(2, "What is still missing", *filter(None, parts))


def _to_do(title: str, verdicts: Sequence[Verdict]) -> Markup:
    if not verdicts:
        return Markup("")
    return section(3, title, listing(_gap(verdict) for verdict in verdicts))


def _gap(verdict: Verdict) -> Markup:
    todo = f". {text(verdict.to_do)}" if verdict.to_do else ""
    return Markup(f"{text(verdict.title)}: {word(verdict)}{todo}")


def _unanswered(portfolio: Mapping[str, Any]) -> Markup:
    rows = [
        (
            text(labels.question(entry["question"])),
            text(labels.item(entry["item"]) if entry.get("item") else ""),
            text(_WHY[entry["why"]]),
        )
        for entry in portfolio.get("open") or []
    ]
    if not rows:
        return Markup("")
    return section(
        3, "Questions without an answer", table("Questions without an answer", ("Question", "Of", "Why"), rows)
    )


_WHY = {"unanswered": "not answered yet", "skipped": "skipped for now", "unsure": "the applicant is not sure"}


def _questions(portfolio: Mapping[str, Any]) -> Markup:
    groups = [
        ("From the rules", (portfolio.get("judged") or {}).get("questions") or []),
        ("From the applicant", portfolio.get("asked") or []),
    ]
    parts = [section(3, title, listing(map(text, asked))) for title, asked in groups if asked]
    return section(2, "Questions for the association", *(parts or [tag("p", text("None."))]))


def _signature(portfolio: Mapping[str, Any]) -> Markup:
    signature, lapsed = _value(portfolio, "ethics", "signature"), _value(portfolio, "ethics", "lapsed")
    if not signature and not lapsed:
        return section(2, "Signature", tag("p", text("Nothing was signed.")))
    rows = record(Signature, "signature", signature or lapsed, frozenset())
    stale = [] if signature else [tag("p", text(_LAPSED))]
    return section(2, "Signature", *stale, table("Record of the typed signature", (), rows))


_LAPSED = "Answers were changed after this signature, so it no longer stands. The applicant needs to sign again."


def _attachments(portfolio: Mapping[str, Any]) -> Markup:
    entries = portfolio.get("attachments") or []
    if not entries:
        return section(2, "Attachments", tag("p", text("No files are attached.")))
    rows = (
        [
            text(f"{e['file']} (lost, and not in this bundle)" if e.get("lost") else e["file"]),
            text(e["name"]),
            text(called(e["type"]) if e.get("type") else ""),
            text(e["item"]),
            text(f"{e['size']:,}"),
            tag("code", text(e["sha256"])),
        ]
        for e in entries
    )
    columns = ("File in data/attachments", "The applicant's name for it", "Kind", "Belongs to", "Bytes", "SHA-256")
    return section(2, "Attachments", tag("p", text(_COPIES)), table("Files kept byte for byte", columns, rows))


_COPIES = "All of these are the applicant's own copies. None is official: an official paper comes from who issued it."


def _verify(portfolio: Mapping[str, Any]) -> Markup:
    folder = bag_name(portfolio)
    ways = [
        ("With intake, on the .zip file or on the unpacked folder:", f"intake check {folder}.zip"),
        (
            "With common tools, in the unpacked folder:",
            f"cd {folder}\nsha256sum -c tagmanifest-sha256.txt manifest-sha256.txt",
        ),
        ("With the Library of Congress's bagit program, beside the unpacked folder:", f"bagit.py --validate {folder}"),
    ]
    steps = [lines([tag("p", text(words)), tag("pre", text(command))]) for words, command in ways]
    return section(
        2,
        "How to verify this bundle",
        tag("p", text("Every file has its hash in the bundle (BagIt, RFC 8493).")),
        *steps,
    )
