"""The invented applicants as exercises: what they said, and what the rules say of it."""

from intake.demo.script import Script
from intake.demo.stage import Stage
from intake.handout.exercises import Exercise


def exercise(script: Script) -> Exercise:
    """Play a script to its end and see where its applicant stands. Raises JournalError, PackError, OSError."""
    with Stage(script) as stage:
        session = stage.bring(len(script.lines))
        finishing = session.case.pack.flow.finishing
        answers = (row for row in session.review() if row.question.partition(".")[0] not in finishing)
        board = ((row, tuple(session.requirements(row.id))) for row in session.board())
        sections = {section.id: section.title for section in session.case.pack.flow.sections.values()}
        return Exercise(script.title, session.case.as_of, session.pack, sections, tuple(answers), tuple(board))
