"""An assessment: the facts of one case under one edition on one day, kept up to date, and what each requirement says.

met                some way of the need holds on the strict reading
confirm            it holds on the loose reading, or the looser need does and nothing unknown can end that
need_information   what is not known yet could still make it hold, or end the looser need
not_met            otherwise
"""

import datetime as dt
from typing import Any

from intake.portfolio.document import Answers
from intake.rulebook.edition import Edition, Requirement
from intake.rulebook.facts import Figure, Sheet
from intake.rulebook.verdicts import Word

Readings = tuple[dict[str, Any], dict[str, Any], dict[str, Any]]


class Assessment:
    """The facts of one case. Not shared: whoever touches it owns it."""

    def __init__(self, edition: Edition, as_of: dt.date, answers: Answers) -> None:
        """Reckon all facts of `answers` from scratch."""
        self.edition = edition
        self.as_of = as_of
        self._by_section: dict[str, list[str]] = {}
        for name, fact in edition.facts.items():
            self._by_section.setdefault(fact.section, []).append(name)
        #: fact → itself and the facts reckoned from it; fact → the requirements that stand on any of those
        self._after = {
            name: [name, *(n for n, f in edition.facts.items() if f.after == name)] for name in edition.facts
        }
        #: the answers that decide of items outside of their own section whether they count
        self._years = frozenset(name for fact in edition.facts.values() for name in fact.years)
        self._named = {requirement.id: requirement for requirement in edition.requirements}
        self._standing_on = {
            name: [r.id for r in edition.requirements if not r.facts.isdisjoint(names)]
            for name, names in self._after.items()
        }
        self.reload(answers)

    def reload(self, answers: Answers) -> None:
        """Start again from `answers`."""
        self.answers = answers
        facts = self.edition.facts
        self._sheets = {
            section: Sheet({name: facts[name] for name in names}, self.as_of)
            for section, names in self._by_section.items()
        }
        self.ledgers = {name: ledger for sheet in self._sheets.values() for name, ledger in sheet.ledgers.items()}
        self._figures: dict[str, Figure] = {}
        self._words: dict[str, Word] | None = None
        #: the requirements of `_words` to decide again
        self._stale: set[str] = set()
        #: what was shown of this last, and the verdicts it was made of (`intake.rulebook.board`)
        self.shown: tuple[Any, Any] | None = None
        self._concern: list[Requirement] | None = None
        self._groups: dict[tuple[str, str], list[Requirement]] = {}
        for section, sheet in self._sheets.items():
            for item, doc in answers.items(section).items():
                sheet.put(item, self._dated(doc))

    def touch(self, answers: Answers, section: str, item: str) -> None:
        """Take in `answers`, which differ from the last ones in this item alone (`""` in a section asked once)."""
        if any(name.partition(".")[0] == section for name in self._years):
            self.reload(answers)
            return
        changed = self._by_section.get(section, ())
        self.answers = answers
        if changed:
            doc = answers.items(section).get(item or section)
            self._sheets[section].put(item or section, doc and self._dated(doc))
        for name in changed:
            for stale in self._after[name]:
                self._figures.pop(stale, None)
            self._stale.update(self._standing_on[name])
        if not item:
            self._words = self._concern = None

    def _dated(self, doc: dict[str, Any]) -> dict[str, Any]:
        """An item's document with the years that its time is to lie in, as far as they are told."""
        told = {name: self.answers.known[name] for name in self._years if name in self.answers.known}
        return doc | told if told else doc

    def figure(self, name: str) -> Figure:
        """A fact's readings: of a derived figure, or of an answer that is a fact by itself."""
        if name not in self.edition.facts:
            value = self.answers.known.get(name)
            return Figure(value, value, value)
        if name not in self._figures:
            fact = self.edition.facts[name]
            after = self.figure(fact.after) if fact.after else None
            self._figures[name] = self.ledgers[name].figure(self.answers.whole(fact.section), after)
        return self._figures[name]

    def readings(self, names: frozenset[str]) -> Readings:
        """The strict, loose and possible documents of the facts `names`; what has no figure is left out."""
        figures = {name: self.figure(name) for name in names}
        return (
            {n: f.strict for n, f in figures.items() if f.strict is not None},
            {n: f.loose for n, f in figures.items() if f.loose is not None},
            {n: f.possible for n, f in figures.items() if f.possible is not None},
        )

    def applies(self, requirement: Requirement) -> bool:
        """Whether the requirement concerns this case."""
        applies, unless = requirement.scope
        return applies.holds(self.answers.known) and not (unless and unless.holds(self.answers.known))

    def requirements(self) -> list[Requirement]:
        """The requirements that concern this case."""
        if self._concern is None:
            self._concern = [r for r in self.edition.requirements if self.applies(r)]
            self._groups = {}
            for requirement in self._concern:
                self._groups.setdefault((requirement.group, requirement.level), []).append(requirement)
        return self._concern

    def group(self, group: str, level: str = "") -> list[Requirement]:
        """The requirements of a group and level that concern this case."""
        self.requirements()
        return self._groups.get((group, level), [])

    def word(self, requirement: Requirement) -> Word:
        """What the requirement says, which need not concern this case."""
        return self.words().get(requirement.id) or self._decided(requirement)

    def words(self) -> dict[str, Word]:
        """What every requirement that concerns this case says; not to be changed by whoever gets it."""
        if self._words is None:
            self._words = {r.id: self._decided(r) for r in self.requirements()}
        elif self._stale:
            again = {name: self._decided(self._named[name]) for name in self._stale if name in self._words}
            self._words = self._words | again
        self._stale = set()
        return self._words

    def _decided(self, requirement: Requirement) -> Word:
        return decide(requirement, self.readings(requirement.facts))


def decide(requirement: Requirement, readings: Readings) -> Word:
    """What a requirement says of three readings of its facts."""
    strict, loose, possible = readings
    need, confirm = requirement.conditions
    if need and need.holds(strict):
        return "met"
    if need and need.holds(loose):
        return "confirm"
    if confirm and confirm.holds(loose):  # of "no paid jobs", what is not known yet may still be one
        return "confirm" if confirm.possible(possible) else "need_information"
    if (need and need.possible(possible)) or (confirm and confirm.possible(possible)):
        return "need_information"
    return "not_met"
