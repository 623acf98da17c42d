"""The summary: one HTML page for the applicant and the association, without scripts or anything from elsewhere.

What is missing comes first. The page holds the answers and what the rules say of them; it decides nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from intake.bundle import labels
from intake.bundle.answers import answers, record
from intake.bundle.bag import bag_name
from intake.bundle.markup import NOTHING, Markup, lines, listing, page, section, table, tag, text
from intake.bundle.missing import missing
from intake.bundle.proof import rules, source
from intake.bundle.ratings import ratings_table
from intake.bundle.sniff import called
from intake.bundle.style import STYLE
from intake.bundle.timeline import years
from intake.portfolio.edtf import spoken
from intake.portfolio.models import Signature
from intake.rulebook.verdicts import Cite, Verdict

_TITLE = "Application portfolio for Infant Mental Health Endorsement"
_STATEMENT = (
    "This page records what the applicant answered and shows what the published rules say about those answers. "
    "It was made by a program that helps to prepare an application. Only the association decides."
)
#: What the words of the proofs mean, said once.
_READING = (
    "Where answers or rules leave room, each proof says what certainly counts, what counts if the association or an "
    "exact date says so, and what is not known yet. A verdict stands on what certainly counts."
)
_OFFICIAL = (
    "Nothing on this page is a decision, and no verdict is the association's: a program made them of published rules.",
    "The answers are the applicant's own account. Nobody has checked them.",
    "An attached file is the applicant's copy. A transcript is official only where the school sent it itself.",
    "A rating counts as the referee's own only once the association has it from the referee.",
    "The signature is a typed name with the time of a clock that nobody verified.",
    "The application is made in the association's own system; this page only helps to prepare it.",
)
_HEADINGS = {
    "missing": "What is still missing",
    "endings": "What the renewal can come to",
    "questions": "Questions for the association",
    "rules": "What the rules say",
    "years": "Work over the years",
    "answers": "The answers",
    "attachments": "Attachments",
    "ratings": "Reference ratings",
    "signature": "Signature",
    "official": "What is official here, and what is not",
    "verify": "How to verify this bundle",
}


def summary(portfolio: Mapping[str, Any], verdicts: Sequence[Verdict]) -> str:
    """The page, as the text of an HTML file; the same for the same arguments. `portfolio` follows its schema."""
    name = _value(portfolio, "applicant", "name")
    parts = {
        "missing": missing(portfolio, verdicts),
        "endings": _endings(portfolio),
        "questions": _questions(portfolio),
        "rules": _rules(verdicts),
        "years": years(portfolio),
        "answers": lines(answers(portfolio)),
        "attachments": _attachments(portfolio),
        "ratings": ratings_table(portfolio),
        "signature": _signature(portfolio),
        "official": listing(map(text, _OFFICIAL)),
        "verify": _verify(portfolio),
    }
    shown = {part: content for part, content in parts.items() if content}
    body = (section(2, _HEADINGS[part], content, id=part) for part, content in shown.items())
    return page(
        f"{name}: {_TITLE}" if name else _TITLE, STYLE, *body, before=lines([_head(portfolio), _contents(shown)])
    )


def _head(portfolio: Mapping[str, Any]) -> Markup:
    statement = tag("p", text(_STATEMENT), class_="statement")
    return tag("header", lines([tag("h1", text(_TITLE)), _who(portfolio), statement]))


def _contents(parts: Iterable[str]) -> Markup:
    """A link to each of the sections that are there."""
    links = (tag("a", text(_HEADINGS[part]), href=f"#{part}") for part in parts)
    return tag("nav", listing(links), aria_label="Contents")


def _rules(verdicts: Sequence[Verdict]) -> Markup:
    if not verdicts:
        return tag("p", text("No rules were applied to these answers."))
    return lines([tag("p", text(_READING)), rules(verdicts)])


def _value(portfolio: Mapping[str, Any], part: str, field: str) -> Any:
    return (portfolio.get(part) or {}).get(field)


def _who(portfolio: Mapping[str, Any]) -> Markup:
    judged = portfolio.get("judged")
    rows = [
        ("Applicant", _value(portfolio, "applicant", "name") or "not given"),
        ("Level", _level(portfolio)),
        ("State", "complete" if judged and judged["complete"] else "incomplete, with its list of gaps"),
        ("Rules applied", f"{judged['rulebook']['id']}, version {judged['rulebook']['version']}" if judged else "none"),
        ("As of", spoken(judged["as_of"]) if judged else "not applied to a date"),
    ]
    return table("Who applies, and for what", (), ((text(name), text(said)) for name, said in rows))


def _level(portfolio: Mapping[str, Any]) -> str:
    """The level applied for; of a renewal the one that is held."""
    renews = _value(portfolio, "applicant", "purpose") == "renew"
    level = labels.answer("level", _value(portfolio, "endorsement" if renews else "target", "level"))
    if renews:
        return f"{level}: held, to be renewed" if level else "not told yet which is to be renewed"
    track = labels.answer("track", _value(portfolio, "target", "track"))
    return ", ".join(filter(None, [level, track])) or "not chosen yet"


def _endings(portfolio: Mapping[str, Any]) -> Markup:
    """What the renewal can come to, each with its sentence; nothing where nothing is renewed."""
    rows = [
        (text(end["title"]), text(end["says"]), source(Cite(end["source"], end["section"], end["quote"])))
        for end in (portfolio.get("judged") or {}).get("endings") or []
    ]
    columns = ("It may be", "By these answers", "Source")
    return table("Renewed, inactive, or removed", columns, rows) if rows else NOTHING


def _questions(portfolio: Mapping[str, Any]) -> Markup:
    groups = [
        ("From the rules", (portfolio.get("judged") or {}).get("questions") or []),
        ("From the applicant", portfolio.get("asked") or []),
    ]
    parts = [section(3, title, listing(map(text, asked))) for title, asked in groups if asked]
    return lines(parts or [tag("p", text("None."))])


def _signature(portfolio: Mapping[str, Any]) -> Markup:
    signature, lapsed = _value(portfolio, "ethics", "signature"), _value(portfolio, "ethics", "lapsed")
    if not signature and not lapsed:
        return tag("p", text("Nothing was signed."))
    rows = record(Signature, "signature", signature or lapsed, frozenset())
    stale = [] if signature else [tag("p", text(_LAPSED))]
    return lines([*stale, table("Record of the typed signature", (), rows)])


_LAPSED = "Answers were changed after this signature, so it no longer stands. The applicant needs to sign again."


def _attachments(portfolio: Mapping[str, Any]) -> Markup:
    entries = portfolio.get("attachments") or []
    if not entries:
        return tag("p", text("No files are attached."))
    rows = (
        [
            text(f"{e['file']} (lost, and not in this bundle)" if e.get("lost") else e["file"]),
            text(e["name"]),
            text(called(e["type"]) if e.get("type") else ""),
            text(labels.item(e["item"])),
            text(f"{e['size']:,}"),
            tag("code", text(e["sha256"])),
        ]
        for e in entries
    )
    columns = ("File in data/attachments", "The applicant's name for it", "Kind", "Belongs to", "Bytes", "SHA-256")
    caption = "The applicant's copies, kept byte for byte; none of them is official"
    return lines([tag("p", text(_COPIES)), table(caption, columns, rows)])


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
    return lines([tag("p", text("Every file has its hash in the bundle (BagIt, RFC 8493).")), *steps])
