"""A case as corrections and statements of several facts see it: the fields of an entry, and of the whole case."""

from collections.abc import Sequence

from intake.interview.flow import Question, Section
from intake.interview.projection import Projection
from intake.interview.standing import Standing
from intake.interview.state import Content
from intake.session import targets
from intake.understand.records import Cues, Field, holding


def field_of(section: Section, question: Question, value: object = None, item: str = "") -> Field:
    """A question as a field; its id is `section.field item`, so that it can be found again."""
    cues = question.cues
    return Field(
        f"{section.id}.{question.field} {item}".rstrip(),
        question.slot,
        (question.label, question.field.replace("_", " "), *question.aliases),
        Cues(cues.after, cues.heads, cues.nouns, cues.yes, cues.no, cues.implied, cues.frames, cues.person, cues.any),
        value,
    )


def fields_of(section: Section, doc: dict[str, object] | None = None, item: str = "") -> tuple[Field, ...]:
    """The fields of a section, with the values of one of its entries."""
    return tuple(field_of(section, question, (doc or {}).get(question.field), item) for question in section.questions)


def standing_of(field: Field) -> Standing:
    """Where a field of a case is asked."""
    question, _, item = field.id.partition(" ")
    return Standing(question, item)


class CaseRecord:
    """What has been said in a case, the entry that stands and the answer given last before all others."""

    def __init__(self, projection: Projection, content: Content, here: Standing) -> None:
        """Look at a case from the question that stands."""
        self._projection, self._content, self._here = projection, content, here

    @property
    def last(self) -> Field | None:
        """The field answered last."""
        last = self._content.last
        return self._field(last.to, last.item) if last and self._projection.flow.question(last.to) else None

    def named(self, said: str) -> Sequence[Field]:
        """The answered fields that `said` names and nothing else, in any entry: "the end of the second job"."""
        if not targets.known_words(self._projection.flow, said):
            return []
        found = targets.resolve(self._projection, said, self._near())
        fields = (self._field(target.question, target.item) for target in found)
        return [field for field in fields if field is not None and field.value is not None]

    def holding(self, wrong: str) -> Sequence[Field]:
        """The fields in whose value the words `wrong` stand; those of the entry at hand come first."""
        mine = holding(self._entry_fields(), wrong)
        return mine or holding(self._all(), wrong)

    def led(self, word: str) -> Sequence[Field]:
        """The fields with a value of the entry at hand that a word such as "at" leads to."""
        return [f for f in self._entry_fields() if word.casefold() in f.cues.after and f.value is not None]

    def others(self) -> Sequence[Field]:
        """The fields of the entry at hand, beside the last, that are no plain words."""
        last = self.last
        return [f for f in self._entry_fields() if f.slot.kind != "text" and (last is None or f.id != last.id)]

    def _near(self) -> Standing:
        last = self._content.last
        return Standing(last.to, last.item) if last else self._here

    def _field(self, question: str, item: str) -> Field | None:
        section, _, name = question.partition(".")
        part = self._projection.flow.sections[section]
        value = self._projection.docs[section].get(item, {}).get(name)
        return field_of(part, part.by_field[name], value, item) if name in part.by_field else None

    def _entry_fields(self) -> Sequence[Field]:
        near = self._near()
        part = self._projection.flow.sections.get(near.section)
        return fields_of(part, self._projection.docs[part.id].get(near.item), near.item) if part else ()

    def _all(self) -> list[Field]:
        return [
            field
            for section in self._projection.flow.sections.values()
            for item, doc in self._projection.docs[section.id].items()
            for field in fields_of(section, doc, item)
        ]
