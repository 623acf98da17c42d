"""What follows from a content under a flow: each item's document, and the first open question of each item.

A projection is built from scratch or brought forward by the items that were touched; both give the same (a property
test holds that). Bringing it forward costs one item, however many there are.
"""

from collections.abc import Iterable
from typing import Any

from intake.interview.flow import Flow, Question
from intake.interview.flow import Section as SectionPart
from intake.interview.state import NO_ITEMS, ONLY, Answer, Content, Item, Section
from intake.portfolio.conditions import Condition

#: A section's item: (section id, item id).
Key = tuple[str, str]
_BLANK = Item(ONLY, 0, {})


class Projection:
    """The documents and open questions of one content. Not shared: whoever brings it forward owns it."""

    def __init__(self, flow: Flow, content: Content) -> None:
        """Project `content` from scratch."""
        self.flow = flow
        self._conditions = _compile(flow)
        self._exceptions = {s.id: Condition(s.unless) for s in flow.sections.values() if s.unless}
        self._asked = {
            s.id: [(q.field, self._conditions.get(f"{s.id}.{q.field}")) for q in s.questions]
            for s in flow.sections.values()
        }
        conditions = (*self._conditions.values(), *self._exceptions.values())
        self._guards = sorted({fact for condition in conditions for fact in condition.facts})
        self.rebuild(content)

    def rebuild(self, content: Content) -> None:
        """Start again from `content`."""
        self.content = content
        #: section → item → field → value; only what is relevant and known
        self.docs: dict[str, dict[str, dict[str, Any]]] = {}
        #: section → item → its first open question's field; one whose answer needs another look is open too
        self.open: dict[str, dict[str, str]] = {}
        #: what conditions on other sections see: `section.field` → value
        self.known: dict[str, Any] = {}
        for section in self.flow.sections.values():
            self.docs[section.id], self.open[section.id] = {}, {}
            if self.relevant(section.id):
                for item in _items(section, content):
                    self._project(section, item)
        self._guarded = self._guarding()

    def advance(self, content: Content, touched: Iterable[Key]) -> bool:
        """Bring the projection to `content`, which differs from the last one in the `touched` items alone.

        True where an answer decided what else is relevant, so that everything was projected anew.
        """
        self.content = content
        for name, item_id in touched:
            section = self.flow.sections[name]
            item = content.sections.get(name, NO_ITEMS).get(item_id)
            if item is None and section.repeat and item_id == ONLY:
                continue
            if item is None and section.repeat:
                self.docs[name].pop(item_id, None)
                self.open[name].pop(item_id, None)
            elif self.relevant(name):
                self._project(section, item or _BLANK)
        changed = self._guarding() != self._guarded
        if changed:
            self.rebuild(content)
        return changed

    def _guarding(self) -> list[Any]:
        """The answers that decide what else is relevant."""
        return [self.known.get(name) for name in self._guards]

    def relevant(self, section: str) -> bool:
        """Whether the section is asked for at all; one that the flow does not have is not."""
        if section not in self.flow.sections:
            return False
        condition, exception = self._conditions.get(section), self._exceptions.get(section)
        if exception is not None and exception.holds(self.known):
            return False
        return condition is None or condition.holds(self.known)

    def asks(self, section: str, item: str) -> list[Question]:
        """The questions of an item that are relevant now, in order."""
        if not self.relevant(section):
            return []
        return self.asks_of(section, self.docs[section].get(item, {}))

    def asks_of(self, section: str, doc: dict[str, Any]) -> list[Question]:
        """The questions that an item with the answers `doc` would be asked."""
        return [q for q in self.flow.sections[section].questions if self._is_relevant(section, q, doc)]

    def asked(self, section: str, field: str, item: str) -> bool:
        """Whether one question of an item of a relevant section is relevant now."""
        doc = self.docs[section].get(item, {})
        return any(
            question.field == field and self._is_relevant(section, question, doc)
            for question in self.flow.sections[section].questions
        )

    def answer(self, question: str, item: str) -> Answer | None:
        """The answer kept for a question, relevant or not."""
        section, _, field = question.partition(".")
        kept = self.content.sections.get(section, NO_ITEMS).get(item)
        return kept.answers.get(field) if kept else None

    def section(self, name: str) -> Section:
        """A section's content."""
        return self.content.sections.get(name, NO_ITEMS)

    def first_open(self, name: str) -> tuple[str, str] | None:
        """The first open question of a section as (question, item), None where there is none."""
        waiting = self.open[name]
        if not waiting:
            return None
        if len(waiting) == 1:
            item = next(iter(waiting))
            return f"{name}.{waiting[item]}", item
        items = self.section(name).items
        first = min(waiting, key=lambda item: items[item].rank)
        return f"{name}.{waiting[first]}", first

    def complete(self, name: str) -> bool:
        """Whether a list was called complete."""
        kept = self.section(name)
        return kept.finished and not kept.left

    def done(self, name: str) -> bool:
        """Whether a section has nothing left to ask: no open question, and a list called complete."""
        if not self.relevant(name):
            return True
        return not self.open[name] and (self.flow.sections[name].repeat is None or self.section(name).finished)

    def _project(self, section: SectionPart, item: Item) -> None:
        if section.repeat is None:
            for question in section.questions:
                self.known.pop(f"{section.id}.{question.field}", None)
        doc: dict[str, Any] = {}
        self.docs[section.id][item.id] = doc
        first = None
        for field, condition in self._asked[section.id]:
            if condition and not condition.holds(self.known | doc):
                continue
            answer = item.answers.get(field)
            if answer is None or answer.look:
                first = first or field
            if answer is not None and answer.status == "answered":
                doc[field] = answer.value
                if section.repeat is None:
                    self.known[f"{section.id}.{field}"] = answer.value
        if first:
            self.open[section.id][item.id] = first
        else:
            self.open[section.id].pop(item.id, None)

    def _is_relevant(self, section: str, question: Question, doc: dict[str, Any]) -> bool:
        if not question.when:
            return True
        return self._conditions[f"{section}.{question.field}"].holds(self.known | doc)


def _items(section: SectionPart, content: Content) -> Iterable[Item]:
    kept = content.sections.get(section.id, NO_ITEMS)
    return kept.ordered() if section.repeat else [kept.get(ONLY) or _BLANK]


def _compile(flow: Flow) -> dict[str, Condition]:
    sections = {s.id: Condition(s.when) for s in flow.sections.values() if s.when}
    questions = {f"{s.id}.{q.field}": Condition(q.when) for s in flow.sections.values() for q in s.questions if q.when}
    return sections | questions
