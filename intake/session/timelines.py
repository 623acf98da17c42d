"""The timeline of an open case, in the words of its flow."""

from functools import lru_cache
from typing import Any

from intake.interview.state import ONLY
from intake.rulebook.assess import Assessment
from intake.session.case import OpenCase
from intake.session.wording import item_said, label_of, number_of, said
from intake.timeline import text
from intake.timeline.build import LANES, timeline
from intake.timeline.measures import shares
from intake.timeline.values import Share, Timeline


class _Words:
    """How a case is said by its flow."""

    def __init__(self, case: OpenCase) -> None:
        self._case = case
        self.label = lru_cache(self._label)
        self._plain = lru_cache(self._said)

    def entry(self, section: str, item: str) -> str:
        """What an item is called, or a section that is asked once."""
        return item_said(self._case.projection, section, item)

    def place(self, section: str, item: str) -> int:
        """The place of an item in its list."""
        return number_of(self._case.projection, section, item)

    def _label(self, question: str) -> str:
        """What a question is about."""
        flow = self._case.pack.flow
        return label_of(flow, question) if flow.question(question) else question.partition(".")[2].replace("_", " ")

    def value(self, question: str, value: Any) -> str:
        """A value as a person would say it; what many items share is put in words once."""
        return self._said(question, value) if isinstance(value, dict | list) else self._plain(question, value)

    def _said(self, question: str, value: Any) -> str:
        asked = self._case.pack.flow.question(question)
        return said(asked, value) if asked else str(value)


def timeline_of(case: OpenCase, assessment: Assessment | None = None) -> Timeline:
    """The timeline of a case as `assessment` counts its months, or by its own rules."""
    return timeline(assessment or case.assessment, _Words(case), _approximate(case))


def _approximate(case: OpenCase) -> list[str]:
    """The spans that the person was not certain of."""
    answers = ((item, case.projection.answer(f"{s}.span", item)) for s in LANES for item in case.projection.docs[s])
    return [f"{item}.span" for item, answer in answers if item != ONLY and answer is not None and answer.hedged]


def shares_of(assessment: Assessment, shown: Timeline, item: str) -> tuple[Share, ...]:
    """What an item is to each of the measures of a timeline."""
    return shares(assessment, shown.measures, item)


def timeline_text(case: OpenCase) -> str:
    """The timeline in words."""
    return text.words(timeline_of(case))
