"""The board: where a case stands under an edition, in one row for the prerequisites, each level and the portfolio.

What is open is told apart: what the person can do, what waits for others, and what only the association can say.
"""

from typing import Any

import msgspec

from intake.rulebook.assess import Assessment
from intake.rulebook.edition import Edition, OtherGuidance, Requirement, Standing
from intake.rulebook.proof import shown, waits_now
from intake.rulebook.tasks import tasks
from intake.rulebook.verdicts import WORDS, Task, Word
from intake.words import _

_WORST: tuple[Word, ...] = ("met", "confirm", "need_information", "not_met")


class Row(msgspec.Struct, frozen=True):
    """One row: the verdict of its own requirements together, how many are met, and the names of those that are not.

    Of its own the worst come first, and what has another verdict than the row says so.
    """

    id: str
    number: str
    title: str
    word: Word
    met: int
    total: int
    open: tuple[str, ...]


def together(words: list[Word]) -> Word:
    """The verdict of requirements that must all hold: the worst of theirs."""
    return max(words, key=_WORST.index, default="met")


def board(assessment: Assessment) -> list[Row]:
    """All rows that concern the case; reckoned again only where a verdict or what is aimed for has changed."""
    state = (assessment.words(), assessment.answers.known.get("target.track"))
    if assessment.shown is None or assessment.shown[0] != state:
        assessment.shown = (state, _rows(assessment))
    shown: list[Row] = assessment.shown[1]
    return shown


def _rows(assessment: Assessment) -> list[Row]:
    rows = [_row(assessment, "prerequisites", "", _("Prerequisites"), assessment.group("prerequisites"))]
    for level in assessment.edition.levels:
        own = assessment.group("level", level.id)
        if own:
            exam = assessment.group("exam", level.id)
            rows.append(_row(assessment, level.id, level.number, level.title, best_track(assessment, own), exam))
    rows.append(_row(assessment, "portfolio", "", _("Portfolio"), assessment.group("portfolio")))
    rows.append(_row(assessment, "renewal", "", _("Renewal"), assessment.group("renewal")))
    return [row for row in rows if row.total]


def _row(
    assessment: Assessment,
    name: str,
    number: str,
    title: str,
    own: list[Requirement],
    also: list[Requirement] | None = None,
) -> Row:
    word = together([assessment.word(r) for r in own])
    listed = [*own, *(also or [])]
    worst_first = sorted(own, key=lambda r: -_WORST.index(assessment.word(r)))
    still = (r for r in (*worst_first, *(also or ())) if assessment.word(r) != "met")
    open_ = tuple(_apart(r, assessment.word(r), word) for r in still)
    met = sum(assessment.word(r) == "met" for r in listed)
    return Row(name, number, title, word, met, len(listed), open_)


def _apart(requirement: Requirement, own: Word, row: Word) -> str:
    """The title of what is open in a row, with its own verdict where that is not the row's."""
    said = WORDS[own][0].lower() + WORDS[own][1:]
    return requirement.title if own == row else _("{title} ({word})").format(title=requirement.title, word=said)


def best_track(assessment: Assessment, own: list[Requirement]) -> list[Requirement]:
    """What all tracks share, and the one track that stands best: the page asks for at least one."""
    tracks: dict[str, list[Requirement]] = {}
    for requirement in own:
        if requirement.track:
            tracks.setdefault(requirement.track, []).append(requirement)
    shared = [r for r in own if not r.track]
    aimed = assessment.answers.known.get("target.track")
    if aimed in tracks:
        return shared + tracks[aimed]
    standings = {t: [_WORST.index(assessment.word(r)) for r in rs] for t, rs in tracks.items()}
    return shared + (tracks[min(tracks, key=lambda t: (max(standings[t]), sum(standings[t])))] if tracks else [])


def concerning(assessment: Assessment) -> list[Requirement]:
    """The requirements of what the person aims for: its level and track, and what is asked of all."""
    level, track = (assessment.answers.known.get(f"target.{field}") for field in ("level", "track"))
    return [
        r
        for r in assessment.requirements()
        if (not r.level or level in {None, r.level}) and (not r.track or track in {None, r.track})
    ]


def gaps(assessment: Assessment) -> tuple[list[Requirement], list[Requirement]]:
    """What is missing for what the person aims for: (theirs to do, waiting on others)."""
    known = assessment.answers.known
    missing = [r for r in concerning(assessment) if assessment.word(r) in {"not_met", "need_information"}]
    if "target.level" not in known:
        missing = [r for r in missing if not r.level]
    waiting = [r for r in missing if waits_now(assessment, r)]
    return [r for r in missing if r not in waiting], waiting


def to_do(assessment: Assessment) -> tuple[list[Task], list[Task]]:
    """The gaps a line each, entry by entry where a requirement is told so: (theirs to do, waiting on others)."""
    mine, waiting = gaps(assessment)
    found = [task for r in mine for task in tasks(assessment, r, waiting=False)]
    found += [task for r in waiting for task in tasks(assessment, r, waiting=True)]
    return [task for task in found if not task.waiting], [task for task in found if task.waiting]


def questions(assessment: Assessment, asked: tuple[str, ...] = ()) -> list[str]:
    """The questions for the association that concern this person, each with what the page says and does not say."""
    return list(dict.fromkeys([*open_questions(assessment).values(), *asked]))


def open_questions(assessment: Assessment) -> dict[str, str]:
    """The questions that concern this person: each by itself, and with what other sources say of it."""
    edition = assessment.edition
    confirm = {r.ask: r.ask for r in concerning(assessment) if assessment.word(r) == "confirm" and r.ask}
    coming_up = (q for q in edition.questions if q.condition.holds(assessment.readings(q.condition.facts)[1]))
    standing = {
        _("{ask} {source} says: {says}. It does not say {silent}.").format(
            ask=q.ask, source=_spoken_of(edition, q), says=q.says, silent=q.silent
        ): _guidance(q.guidance)
        for q in coming_up
    }
    return confirm | {text: text + guidance for text, guidance in standing.items()}


def _spoken_of(edition: Edition, question: Standing) -> str:
    return edition.sources[question.source or next(iter(edition.sources))].called or _("The source page")


def _guidance(guidance: tuple[OtherGuidance, ...]) -> str:
    return "".join(_(" Other guidance: {text} ({source})").format(text=g.text, source=g.source) for g in guidance)


def totals(assessment: Assessment) -> dict[str, Any]:
    """All sums, counts and months, each in its strict and loose reading."""
    figures = {name: assessment.figure(name) for name in sorted(assessment.edition.facts)}
    return {name: {"strict": shown(f.strict), "loose": shown(f.loose)} for name, f in figures.items()}
