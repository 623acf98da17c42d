"""The list that is being built, as a table of which only the rows in view are read."""

from collections.abc import Sequence
from itertools import chain, islice
from typing import overload

from intake.interview.flow import Question, Section
from intake.interview.standing import MORE
from intake.session.case import OpenCase
from intake.session.views import Entries, Entry
from intake.session.wording import answer_said

#: A column more where the title, the dates and the hours are fewer than this.
_FEW = 3


def entries(case: OpenCase) -> Entries | None:
    """The list whose questions are being asked; None elsewhere and while it is empty."""
    standing = case.standing
    section = case.pack.flow.sections.get(standing.section)
    if section is None or section.repeat is None:
        return None
    items = [item.id for item in case.projection.section(section.id).ordered()]
    if not items:
        return None
    asked = columns(section)
    at = items.index(standing.item) if standing.field != MORE and standing.item in items else None
    labels = tuple(question.label for question in asked)
    return Entries(section.id, section.title, labels, _Rows(case, section, asked, items), at)


def columns(section: Section) -> tuple[Question, ...]:
    """What tells the entries of a list apart: its title, its first date and hours, else what every entry is asked."""
    assert section.repeat is not None, "only a list has entries"
    always = [question for question in section.questions if not question.when]
    dates = (question.field for question in always if question.kind in {"date", "span"})
    hours = (question.field for question in always if question.kind == "hours")
    chosen = dict.fromkeys(chain(section.repeat.title, islice(dates, 1), islice(hours, 1)))
    choices = (question.field for question in always if question.kind == "choice")
    more = islice((field for field in choices if field not in chosen), max(_FEW - len(chosen), 0))
    return tuple(section.by_field[field] for field in (*chosen, *more))


class _Rows(Sequence[Entry]):
    """The rows of a list of items, each read when it is looked at."""

    def __init__(self, case: OpenCase, section: Section, asked: Sequence[Question], items: Sequence[str]) -> None:
        self._case, self._section, self._asked, self._items = case, section, asked, items

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(index, slice):
            return [self._row(item) for item in self._items[index]]
        return self._row(self._items[index])

    def _row(self, item: str) -> Entry:
        name, projection = self._section.id, self._case.projection
        asks = projection.asks(name, item)
        first = asks[0].field if asks else MORE
        return Entry(item, f"{name}.{first}", tuple(self._cell(question, item) for question in self._asked))

    def _cell(self, question: Question, item: str) -> str:
        name = self._section.id
        answer = self._case.projection.answer(f"{name}.{question.field}", item)
        return answer_said(question, answer)
