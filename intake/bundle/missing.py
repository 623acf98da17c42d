"""What is still missing, for a person who has one minute: whose it is to do, and what only the association can say."""

from collections.abc import Mapping, Sequence
from typing import Any

from intake.bundle import labels
from intake.bundle.markup import NOTHING, Markup, lines, listing, section, table, tag, text
from intake.bundle.proof import link, of_level, word
from intake.rulebook.verdicts import Verdict

_WHY = {"unanswered": "not answered yet", "skipped": "skipped for now", "unsure": "the applicant is not sure"}


def missing(portfolio: Mapping[str, Any], verdicts: Sequence[Verdict]) -> Markup:
    """A line that counts, then yours to do, waiting on others, to be confirmed, and not answered."""
    judged = portfolio.get("judged") or {"gaps": [], "waiting": [], "questions": []}
    groups = {
        "Yours to do": [v for v in verdicts if v.id in judged["gaps"]],
        "Waiting on others": [v for v in verdicts if v.id in judged["waiting"]],
        "To be confirmed by the association": [
            v for v in verdicts if v.verdict == "confirm" and v.ask in judged["questions"]
        ],
    }
    unanswered = portfolio.get("open") or []
    counts = {title: len(found) for title, found in groups.items()} | {"Not answered": len(unanswered)}
    parts = [_counted(counts) if verdicts else NOTHING]
    if verdicts and not judged["gaps"] and not judged["waiting"]:
        parts.append(tag("p", text("By these answers, the rules named above leave nothing missing.")))
    parts += [_group(title, found) for title, found in groups.items()]
    return lines(filter(None, [*parts, _unanswered(unanswered)]))


def _counted(counts: Mapping[str, int]) -> Markup:
    return tag("p", text(" · ".join(f"{title}: {count:,}" for title, count in counts.items())), class_="counts")


def _group(title: str, verdicts: Sequence[Verdict]) -> Markup:
    return section(3, title, listing(map(_gap, verdicts))) if verdicts else NOTHING


def _gap(verdict: Verdict) -> Markup:
    """A requirement with its level, its word, and what to do or to ask."""
    level = text(f" ({of_level(verdict)})") if verdict.level else NOTHING
    todo = verdict.ask if verdict.verdict == "confirm" else verdict.to_do
    return Markup(f"{link(verdict)}{level}: {word(verdict)}{'. ' if todo else ''}{text(todo)}")


def _unanswered(entries: Sequence[Mapping[str, Any]]) -> Markup:
    if not entries:
        return NOTHING
    rows = [
        (
            text(labels.question(entry["question"])),
            text(labels.item(entry["item"]) if entry.get("item") else ""),
            text(_WHY[entry["why"]]),
        )
        for entry in entries
    ]
    title = "Questions without an answer"
    return section(3, title, table(title, ("Question", "Of", "Why"), rows))
