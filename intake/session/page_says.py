"""What the edition's sentences say of the topic, and of the levels, that a question speaks of.

Nothing is concluded from them: each sentence is quoted, with what the page does not say of the topic and, of one rule,
what other guidance adds.
"""

from collections.abc import Iterable

from intake.rulebook.edition import Edition, OtherGuidance, Requirement
from intake.session.case import OpenCase
from intake.understand.vocabulary import Topic, Vocabulary
from intake.words import _

#: A sentence gives no reason.
_REASON = "why "
#: The word "I" is a level's number only after "level".
_NO_LEVEL = "i"


def page_says(case: OpenCase, question: str) -> list[str]:
    """The sentences on the topic of `question` at the levels that it names, at all where it names none.

    Empty where the question is of no topic of the pack, or the edition has no rule on it.
    """
    edition, vocabulary = case.assessment.edition, case.pack.vocabulary
    topic = vocabulary.topic(question)
    if topic is None or vocabulary.spoken(question).startswith(_REASON):
        return []
    rules = _at_levels(_on(case.assessment.requirements(), topic), levels_in(edition, vocabulary, question))
    quoted = _quoted(edition, rules)
    if not quoted:
        return []
    text = _("Of {topic} the source page says {sentences}. {silent}")
    guidance = (one for rule in rules for one in rule.guidance)
    said = text.format(topic=topic.title, sentences="; ".join(quoted), silent=topic.silent)
    return [said, *(guidance_said(guidance) if len(quoted) == 1 else ())]


def levels_in(edition: Edition, vocabulary: Vocabulary, question: str) -> frozenset[str]:
    """The ids of the levels that `question` names."""
    within = f" {vocabulary.spoken(question)} "
    called = {
        vocabulary.spoken(name): level.id
        for level in edition.levels
        for name in (level.title, f"level {level.number}", *vocabulary.names(level.id))
    }
    return frozenset(level for name, level in called.items() if name != _NO_LEVEL and f" {name} " in within)


def guidance_said(guidance: Iterable[OtherGuidance]) -> list[str]:
    """Other guidance, each with its source."""
    text = _("Other guidance: {text} ({source})")
    return list(dict.fromkeys(text.format(text=one.text, source=one.source) for one in guidance))


def _on(rules: Iterable[Requirement], topic: Topic) -> list[Requirement]:
    return [rule for rule in rules if set(topic.rules) & set(rule.id.split("."))]


def _at_levels(rules: list[Requirement], levels: frozenset[str]) -> list[Requirement]:
    """Those of the levels; else of all levels; else those of no level."""
    of_levels = [rule for rule in rules if rule.level]
    return [rule for rule in of_levels if rule.level in levels] or of_levels or rules


def _quoted(edition: Edition, rules: Iterable[Requirement]) -> list[str]:
    """Each sentence once, after the levels that it is for."""
    numbers = {level.id: level.number for level in edition.levels}
    found: dict[str, list[str]] = {}
    for rule in rules:
        found.setdefault(rule.cite.quote, []).append(numbers.get(rule.level, ""))
    text = _("for level {numbers}: “{quote}”")
    return [
        text.format(numbers=_(" and ").join(dict.fromkeys(levels)), quote=quote) if all(levels) else f"“{quote}”"
        for quote, levels in found.items()
    ]
