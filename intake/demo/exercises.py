"""The invented applicants as exercises: what they said, and what the rules say of it."""

from collections.abc import Iterator
from itertools import groupby

from intake.demo.script import Script
from intake.demo.stage import Stage
from intake.handout.exercises import Exercise, Judged, Level
from intake.rulebook.assess import Assessment
from intake.rulebook.board import best_track, together
from intake.rulebook.proof import verdicts
from intake.rulebook.verdicts import WORDS
from intake.session.session import Session
from intake.session.signatures import NAME
from intake.session.views import BoardRow, ReviewRow


def exercise(script: Script) -> Exercise:
    """Play a script to its end and see where its applicant stands. Raises JournalError, PackError, OSError."""
    with Stage(script) as stage:
        session = stage.bring(len(script.lines))
        answers = tuple(_answers(session))
        told, empty = {_section(row.question) for row in answers if row.value}, _empty(session)
        return Exercise(
            title=script.title,
            day=session.case.as_of,
            rules=session.pack,
            sections={section.id: section.title for section in session.case.pack.flow.sections.values()},
            answers=answers,
            none=tuple(empty.values()),
            untold=tuple(_untold(session, told | set(empty))),
            levels=tuple(_level(session, row) for row in session.board()),
            endings=tuple(session.endings()),
        )


def _section(question: str) -> str:
    return question.partition(".")[0]


def _answers(session: Session) -> Iterator[ReviewRow]:
    """All answers and what has none, with the signature, which is asked for when all else is told."""
    finishing = session.case.pack.flow.finishing
    return (row for row in session.review() if row.question == NAME or _section(row.question) not in finishing)


def _empty(session: Session) -> dict[str, str]:
    """The lists of which it was said that there is nothing to list: their titles by their ids."""
    shown, sections = session.case.projection, session.case.pack.flow.sections.values()
    said = (section for section in sections if shown.complete(section.id) and not shown.section(section.id).items)
    return {section.id: section.title for section in said}


def _untold(session: Session, told: set[str]) -> Iterator[str]:
    """The titles of the sections that the rules look at and of which nothing was said; the signature is one."""
    assessment = session.case.assessment
    facts = assessment.edition.facts
    named = {name for requirement in assessment.requirements() for name in requirement.needed or requirement.named}
    asked = {facts[name].section if name in facts else _section(name) for name in named} | {_section(NAME)}
    sections = session.case.pack.flow.sections.values()
    return (section.title for section in sections if section.id in asked - told)


def _level(session: Session, row: BoardRow) -> Level:
    """A row of the board with its requirements: of tracks the one that counts, and of the others the verdict alone."""
    assessment, proofs = session.case.assessment, {each.id: each for each in verdicts(session.case.assessment)}
    aside = _aside(assessment, row.id)
    parts = session.requirements(row.id)
    judged = (Judged(part, (proofs[part.id].cite, *proofs[part.id].also)) for part in parts if part.id not in aside)
    others = groupby((part for part in parts if part.id in aside), key=lambda part: part.part)
    worst = ((track, WORDS[together([part.verdict for part in members])]) for track, members in others)
    return Level(row, tuple(judged), tuple(worst))


def _aside(assessment: Assessment, level: str) -> set[str]:
    """The requirements of a level's tracks that are not the one that counts."""
    own = assessment.group("level", level)
    return {requirement.id for requirement in own} - {requirement.id for requirement in best_track(assessment, own)}
