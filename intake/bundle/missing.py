"""What is still missing, for a person who has one minute: whose it is to do, and what only the association can say."""

from collections.abc import Mapping, Sequence
from typing import Any

from intake.bundle import labels
from intake.bundle.markup import NOTHING, Markup, lines, listing, section, table, tag, text
from intake.bundle.proof import link, of_level, word
from intake.rulebook.verdicts import Task, Verdict

#: A verdict, and the lines of what is to do, to wait for or to ask about it.
Gap = tuple[Verdict, Sequence[str]]
_WHY = {"unanswered": "not answered yet", "skipped": "skipped for now", "unsure": "the applicant is not sure"}


def missing(portfolio: Mapping[str, Any], verdicts: Sequence[Verdict]) -> Markup:
    """A line that counts, then yours to do, waiting on others, to be confirmed, and not answered."""
    judged = portfolio.get("judged") or {"gaps": [], "waiting": [], "questions": []}
    mine, waiting = left(judged, verdicts)
    asks = [v for v in verdicts if v.verdict == "confirm" and v.ask in judged["questions"]]
    groups: dict[str, Sequence[Gap]] = {
        "Yours to do": mine,
        "Waiting on others": waiting,
        "To be confirmed by the association": [(v, [v.ask]) for v in asks],
    }
    unanswered = portfolio.get("open") or []
    counts = {title: sum(len(texts) or 1 for _verdict, texts in found) for title, found in groups.items()}
    counts |= {"Not answered": len(unanswered)}
    parts = [_counted(counts) if verdicts else NOTHING]
    if verdicts and not judged["gaps"] and not judged["waiting"]:
        parts.append(tag("p", text("By these answers, the rules named above leave nothing missing.")))
    parts += [_group(title, found) for title, found in groups.items()]
    return lines(filter(None, [*parts, _unanswered(unanswered)]))


def left(judged: Mapping[str, Any], verdicts: Sequence[Verdict]) -> tuple[list[Gap], list[Gap]]:
    """The open verdicts with the lines that are (the applicant's to do, waiting on others); one may be in both."""
    listed = [v for v in verdicts if v.id in (*judged["gaps"], *judged["waiting"])]
    told = [(v, v.tasks or (Task(v.to_do, v.id in judged["waiting"]),)) for v in listed]
    mine, waiting = (
        [(v, [task.text for task in tasks if task.waiting is others]) for v, tasks in told] for others in (False, True)
    )
    return [gap for gap in mine if gap[1]], [gap for gap in waiting if gap[1]]


def _counted(counts: Mapping[str, int]) -> Markup:
    return tag("p", text(" · ".join(f"{title}: {count:,}" for title, count in counts.items())), class_="counts")


def _group(title: str, gaps: Sequence[Gap]) -> Markup:
    return section(3, title, listing(_gap(*gap) for gap in gaps)) if gaps else NOTHING


def _gap(verdict: Verdict, texts: Sequence[str]) -> Markup:
    """A requirement with its level, its word, and what to do or to ask, a line each where there are several."""
    level = text(f" ({of_level(verdict)})") if verdict.level else NOTHING
    said = listing(map(text, texts)) if verdict.tasks else text("".join(f". {todo}" for todo in texts if todo))
    return Markup(f"{link(verdict)}{level}: {word(verdict)}{said}")


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
