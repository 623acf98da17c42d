"""The checker of packs: what a pack's author can get wrong that its grammar does not catch, each with a stable code."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from intake.interview.flow import Flow, Need, Question, Section
from intake.packs.check_migrations import check_migrations
from intake.packs.check_phrases import check_names, check_phrases
from intake.packs.finding import Finding
from intake.packs.load import editions, load_edition, load_flow, load_vocabulary
from intake.packs.shape import fields
from intake.portfolio.conditions import KEYWORDS
from intake.portfolio.models import LISTS
from intake.rulebook.edition import Edition, Requirement

#: Facts that the program knows by itself, beside answers: whether a list is complete, whether the Code is signed.
KNOWN = frozenset({f"{name}.finished" for name in LISTS} | {"ethics.signed"})


def check(name: str) -> list[Finding]:
    """Every fault of the flow `name`, of its phrases, and of all editions: each may judge its answers.

    Raises PackError.
    """
    flow, _pin = load_flow(name)
    judging = [load_edition(edition)[0] for edition in dict.fromkeys([flow.rulebook, *editions()])]
    faults = (finding for edition in judging for finding in check_edition(edition, flow))
    return [*check_flow(flow), *check_phrases(load_vocabulary(name), flow), *faults, *check_migrations(name, flow)]


def check_flow(flow: Flow) -> list[Finding]:
    """Every fault of a flow by itself."""
    return [*_names(flow), *check_names(flow), *_bindings(flow), *_choices(flow), *_conditions(flow)]


def _names(flow: Flow) -> Iterator[Finding]:
    ids = [s.id for stage in flow.stages for s in stage.sections]
    for name, count in Counter(ids).items():
        if count > 1:
            yield Finding("section-twice", name, "Two sections have this id; give one of them another.")
    if flow.finish not in {stage.id for stage in flow.stages}:
        yield Finding("finish-unknown", "finish", f"There is no stage {flow.finish!r}; name the last stage.")
    for section in flow.sections.values():
        for field, count in Counter(q.field for q in section.questions).items():
            if count > 1:
                yield Finding("question-twice", f"{section.id}.{field}", "This question stands here twice; remove one.")
        for field in section.repeat.title if section.repeat else ():
            if field not in section.by_field:
                yield Finding(
                    "title-unknown", f"{section.id}.{field}", "An entry is named by this field, which is not asked."
                )


def _bindings(flow: Flow) -> Iterator[Finding]:
    """Every answer has a place in the portfolio, and every place is asked for."""
    recorded = {n: s for n, s in flow.sections.items() if n not in flow.finishing}
    for name, section in recorded.items():
        for question in section.questions:
            if question.field not in fields().get(name, {}):
                yield Finding(
                    "field-unknown",
                    f"{name}.{question.field}",
                    "The portfolio has no such field; see intake schema portfolio.",
                )
        if (section.repeat is not None) != (name in LISTS):
            yield Finding("repeat-wrong", name, "A list of the portfolio repeats, and nothing else does.")
    for name, record in fields().items():
        for field in record:
            if name not in recorded or field not in recorded[name].by_field:
                yield Finding(
                    "field-not-asked", f"{name}.{field}", "The portfolio has this field, and no question asks for it."
                )


def _choices(flow: Flow) -> Iterator[Finding]:
    for name, section in flow.sections.items():
        for question in section.questions:
            yield from _choices_of(name, question)


def _choices_of(section: str, question: Question) -> Iterator[Finding]:
    where = f"{section}.{question.field}"
    if (question.kind in {"choice", "choices"}) != bool(question.choices):
        yield Finding("choices-wrong", where, "A choice needs choices, and nothing else has them.")
    allowed = fields().get(section, {}).get(question.field, frozenset())
    for choice in question.choices:
        if allowed and choice.id not in allowed:
            yield Finding(
                "choice-unknown", f"{where}.{choice.id}", f"The portfolio allows {', '.join(sorted(allowed))}."
            )
    for missing in sorted(allowed - {c.id for c in question.choices}) if question.choices else ():
        yield Finding("choice-missing", f"{where}.{missing}", "The portfolio allows this value, and it is not offered.")
    names = Counter(n for c in question.choices for n in {a.casefold() for a in (c.id, c.label, *c.aliases)})
    for alias, count in names.items():
        if count > 1:
            yield Finding("alias-twice", where, f"{alias!r} means two choices; take it from one of them.")


def _conditions(flow: Flow) -> Iterator[Finding]:
    """A condition names answers that are given before it, with values that they can have."""
    known: set[str] = set()
    for name, section in flow.sections.items():
        yield from _need(f"{name}.when", section.when, known, flow, None)
        yield from _need(f"{name}.unless", section.unless, known, flow, None)
        local: set[str] = set()
        for question in section.questions:
            yield from _need(f"{name}.{question.field}.when", question.when, known | local, flow, section)
            local.add(question.field)
            if section.repeat is None:
                known.add(f"{name}.{question.field}")


def _need(where: str, need: Need, known: set[str], flow: Flow, section: Section | None) -> Iterator[Finding]:
    for fact, schema in need.items():
        if fact not in known:
            yield Finding("condition-unknown", where, f"{fact!r} is not an answer given before this point.")
            continue
        question = flow.question(fact) if "." in fact else section.by_field[fact] if section else None
        yield from _schema(where, fact, schema, _ids(question))


def _ids(question: Question | None) -> frozenset[str]:
    return frozenset(c.id for c in question.choices) if question else frozenset()


def _schema(where: str, fact: str, schema: dict[str, Any], allowed: frozenset[str]) -> Iterator[Finding]:
    """A misspelt keyword, which would hold of everything, and a value that `fact` never has (none `allowed`: any)."""
    for keyword in sorted(schema.keys() - KEYWORDS):
        yield Finding(
            "keyword-unknown", where, f"{keyword!r} is not used in conditions; use {', '.join(sorted(KEYWORDS))}."
        )
    for value in [*([schema["const"]] if "const" in schema else []), *schema.get("enum", [])]:
        if allowed and value not in allowed:
            yield Finding(
                "value-unknown", where, f"{fact!r} is never {value!r}; it is one of {', '.join(sorted(allowed))}."
            )
    for inner in [*([schema["contains"]] if "contains" in schema else []), *schema.get("anyOf", [])]:
        yield from _schema(where, fact, inner, allowed)


def check_edition(edition: Edition, flow: Flow) -> list[Finding]:
    """Every fault of an edition, judged with the flow whose answers it reads."""
    return [*_facts(edition), *_requirements(edition, flow), *_questions(edition, flow), *_needs(edition, flow)]


def _facts(edition: Edition) -> Iterator[Finding]:
    for name, fact in edition.facts.items():
        record = fields().get(fact.section, {}) if fact.section in LISTS or fact.field else {}
        if not record:
            yield Finding(
                "fact-list-unknown",
                f"facts.{name}",
                f"{fact.of!r} is neither a list of the portfolio nor a field of one of its sections.",
            )
            continue
        used = {*(w.field.partition(":")[0] for w in fact.where), *fact.among, fact.field, fact.during} - {""}
        for field in sorted(used - record.keys()):
            yield Finding(
                "fact-field-unknown", f"facts.{name}", f"{fact.section}.{field} is not a field of the portfolio."
            )
        if fact.after and (fact.after not in edition.facts or edition.facts[fact.after].op != "earliest"):
            yield Finding("fact-after-unknown", f"facts.{name}", f"{fact.after!r} is not a fact that is a date.")
        tests = [(w.field.partition(":")[0], schema) for w in fact.where for schema in (w.is_, w.confirm or {})]
        for field, schema in [*tests, *fact.among.items()]:
            yield from _schema(f"facts.{name}", field, schema, record.get(field, frozenset()))
    used = {n for r in edition.requirements for n in r.facts | set(r.waiting or {})}
    used |= {n for q in edition.questions for n in q.condition.facts} | {f.after for f in edition.facts.values()}
    for name in sorted(edition.facts.keys() - used):
        if edition.facts[name].op != "sum":  # a sum is shown in the totals by itself
            yield Finding("fact-unused", f"facts.{name}", "No requirement and no question uses this fact; take it out.")


def _requirements(edition: Edition, flow: Flow) -> Iterator[Finding]:
    answers = _answers(flow)
    levels = {level.id: level.tracks for level in edition.levels}
    for name, count in Counter(r.id for r in edition.requirements).items():
        if count > 1:
            yield Finding("requirement-twice", name, "Two requirements have this id; give one of them another.")
    for requirement in edition.requirements:
        used = requirement.facts | set(requirement.waiting or {}) | set(requirement.applies) | set(requirement.unless)
        for fact in sorted(used - edition.facts.keys() - answers - KNOWN):
            yield Finding("fact-unknown", requirement.id, f"{fact!r} is neither a fact nor an answer.")
        if requirement.level and requirement.level not in levels:
            yield Finding("level-unknown", requirement.id, f"There is no level {requirement.level!r}.")
        elif requirement.track and requirement.track not in levels.get(requirement.level, {}):
            yield Finding(
                "track-unknown", requirement.id, f"Level {requirement.level!r} has no track {requirement.track!r}."
            )
        for cite in requirement.citations:
            if cite.source not in edition.sources:
                yield Finding("source-unknown", requirement.id, f"There is no source {cite.source!r}.")
        yield from _figures(requirement)


def _answers(flow: Flow) -> set[str]:
    return {f"{s.id}.{q.field}" for s in flow.sections.values() if s.repeat is None for q in s.questions}


def _questions(edition: Edition, flow: Flow) -> Iterator[Finding]:
    answers = _answers(flow)
    for question in edition.questions:
        if question.source and question.source not in edition.sources:
            yield Finding("source-unknown", f"questions.{question.id}", f"There is no source {question.source!r}.")
        for fact in sorted(question.condition.facts - edition.facts.keys() - answers - KNOWN):
            yield Finding("fact-unknown", f"questions.{question.id}", f"{fact!r} is neither a fact nor an answer.")


def _needs(edition: Edition, flow: Flow) -> Iterator[Finding]:
    needs = [(r.id, need) for r in edition.requirements for need in (r.need, r.confirm, r.applies, r.unless, r.waiting)]
    for where, need in [*needs, *((f"questions.{q.id}", q.when) for q in edition.questions)]:
        for way in _ways(need):
            for fact, schema in way.items():
                yield from _schema(where, fact, schema, _ids(flow.question(fact)))


def _ways(need: Need | tuple[Need, ...] | None) -> tuple[Need, ...]:
    return (need,) if isinstance(need, dict) else need or ()


def _figures(requirement: Requirement) -> Iterator[Finding]:
    """A number in a rule stands in its quotation; one is no number here, it means "there is any"."""
    limits = {
        v
        for way in _ways(requirement.need)
        for s in way.values()
        for k, v in s.items()
        if k in {"minimum", "maximum"} and v > 1
    }
    for limit in sorted(limits):
        words = requirement.figures.get(limit)
        if words is None:
            yield Finding("figure-missing", requirement.id, f"Say under figures how {limit} stands in the quotation.")
        elif not any(words in cite.quote for cite in requirement.citations):
            yield Finding("figure-not-quoted", requirement.id, f"{words!r} does not stand in the quotation.")
