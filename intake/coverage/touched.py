"""What a case goes through at one moment of a conversation."""

from collections.abc import Iterator
from typing import Any

from intake.coverage.targets import Target, gates
from intake.interview.flow import Flow, Section
from intake.interview.standing import MORE
from intake.portfolio.conditions import Condition
from intake.session.case import OpenCase


class Watch:
    """Sees what a case goes through; made once for a flow."""

    def __init__(self, flow: Flow) -> None:
        """Compile the guards of `flow`."""
        sections = flow.sections.values()
        self._of_sections = [
            (f"{section.id} {name}", Condition(need))
            for section in sections
            for name, need in (("when", section.when), ("unless", section.unless))
            if need
        ]
        self._of_questions = [
            (section.id, f"{section.id}.{question.field} when", Condition(question.when))
            for section in sections
            for question in section.questions
            if question.when
        ]

    def touched(self, case: OpenCase, question: str) -> Iterator[Target]:
        """What `case` goes through while `question` stands."""
        yield Target("question", question)
        for section in case.pack.flow.sections.values():
            yield from _answered(section, case.projection.docs[section.id])
        yield from _gates(case)
        yield from self._guards(case)
        yield from _judged(case)

    def _guards(self, case: OpenCase) -> Iterator[Target]:
        projection = case.projection
        for name, condition in self._of_sections:
            yield from _decided(name, condition.decide(projection.known))
        for section, name, condition in self._of_questions:
            for doc in projection.docs[section].values():
                yield from _decided(name, condition.decide(projection.known | doc))


def _decided(name: str, held: bool | None) -> Iterator[Target]:
    if held is not None:
        yield Target("guard", f"{name} {'true' if held else 'false'}")


def _answered(section: Section, docs: dict[str, dict[str, Any]]) -> Iterator[Target]:
    for doc in docs.values():
        for field, value in doc.items():
            name = f"{section.id}.{field}"
            yield Target("question", name)
            if section.by_field[field].kind == "yes_no":
                yield Target("option", f"{name}={'yes' if value else 'no'}")
            elif section.by_field[field].choices:
                for one in value if isinstance(value, list) else [value]:
                    yield Target("option", f"{name}={one}")


def _gates(case: OpenCase) -> Iterator[Target]:
    for section in gates(case.pack.flow):
        if case.projection.section(section.id).items:
            yield Target("option", f"{section.id}.{MORE}=yes")
        if case.projection.complete(section.id):
            yield Target("option", f"{section.id}.{MORE}=no")


def _judged(case: OpenCase) -> Iterator[Target]:
    assessment = case.assessment
    for requirement, word in assessment.words().items():
        yield Target("verdict", f"{requirement} {word}")
    for question in assessment.edition.questions:
        if question.condition.holds(assessment.readings(question.condition.facts)[1]):
            yield Target("standing", question.id)
