"""Which rules a person means by "level II", "ifs.work" or "my references"."""

from collections.abc import Iterator

from intake.interview.commands import Refused
from intake.rulebook.assess import Assessment
from intake.rulebook.board import concerning
from intake.rulebook.edition import LevelPart, Requirement
from intake.rulebook.naming import by_id, names
from intake.rulebook.sentence import sentence
from intake.text import shorten
from intake.understand.topics import levels_said
from intake.understand.vocabulary import Vocabulary
from intake.words import _

#: How much of an unknown name is said back, in characters.
_LONGEST = 80


def rules_named(assessment: Assessment, vocabulary: Vocabulary, topic: str) -> list[Requirement]:
    """The rules that `topic` names: by id, by the name of a level, or by words of their titles.

    Words that fit rules of several rows of the board mean those of what is aimed for. Raises Refused where `topic`
    names none, or still rules of several rows.
    """
    every = assessment.requirements()
    name = topic.strip().casefold()
    found = (by_id(every, name) or _by_words(assessment, vocabulary, topic)) if name else []
    if not found and _level(assessment, vocabulary, vocabulary.spoken(topic))[0]:
        text = _("By “{topic}” nothing is judged in this case. What is: {titles}.")  # a renewal has no levels
        titles = "; ".join(dict.fromkeys(r.title for r in every))
        raise Refused(text.format(topic=shorten(topic, _LONGEST), titles=titles))
    if not found:
        text = _("There is no rule “{topic}” in this case. There are: {ids}.")
        raise Refused(text.format(topic=shorten(topic, _LONGEST), ids=", ".join(_ids(every))))
    return found


def required_text(assessment: Assessment, vocabulary: Vocabulary, topic: str) -> str:
    """What the levels that `topic` names ask for, each rule with its title, sentence and note. Raises Refused."""
    named = {_level(assessment, vocabulary, vocabulary.spoken(part))[0] for part in levels_said(topic)}
    if not any(r.level in named for r in assessment.requirements() if r.level):
        rules_named(assessment, vocabulary, topic)
    levels = [level for level in assessment.edition.levels if level.id in named]
    return "\n".join(line for level in levels for line in _required(assessment, level))


def _required(assessment: Assessment, level: LevelPart) -> Iterator[str]:
    yield f"{level.number} {level.title}:"
    for requirement in (r for r in assessment.requirements() if r.level == level.id):
        yield f"  {requirement.title}: {sentence(assessment.edition, requirement)} {requirement.note}".rstrip()


def _by_words(assessment: Assessment, vocabulary: Vocabulary, topic: str) -> list[Requirement]:
    level, rest = _level(assessment, vocabulary, vocabulary.spoken(topic))
    said = vocabulary.telling(rest)
    if not level and not said:
        return []
    fits = [
        r
        for r in assessment.requirements()
        if (not level or r.level == level) and said <= vocabulary.telling(" ".join(names(assessment.edition, r)))
    ]
    return fits if level else _one_row(assessment, fits, topic)


def _level(assessment: Assessment, vocabulary: Vocabulary, said: str) -> tuple[str, str]:
    """The level with the longest name in `said`, empty where none is named, and what else was said."""
    known = [
        (f" {spoken} ", level.id)
        for level in assessment.edition.levels
        for name in (level.title, level.id, *vocabulary.names(level.id))
        if vocabulary.telling(spoken := vocabulary.spoken(name))
    ]
    within = f" {said} "
    name, level_id = max((pair for pair in known if pair[0] in within), key=lambda pair: len(pair[0]), default=("", ""))
    return level_id, within.replace(name, " ") if name else said


def _one_row(assessment: Assessment, fits: list[Requirement], topic: str) -> list[Requirement]:
    aimed = [r for r in concerning(assessment) if r in fits]
    chosen = aimed if len({_row(r) for r in fits}) > 1 and aimed else fits
    if len({_row(r) for r in chosen}) > 1:
        some = "; ".join(f"{r.title} ({r.id})" for r in chosen)
        text = _("“{topic}” could be several rules: {some}. Say which, for instance: why {id}")
        raise Refused(text.format(topic=shorten(topic, _LONGEST), some=some, id=chosen[0].id))
    return chosen


def _row(requirement: Requirement) -> str:
    return requirement.level or requirement.group


def _ids(requirements: list[Requirement]) -> Iterator[str]:
    """The ids of the board's rows, then those of the rules."""
    yield from dict.fromkeys(map(_row, requirements))
    yield from (r.id for r in requirements)
