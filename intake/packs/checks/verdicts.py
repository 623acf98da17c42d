"""What requirements can say: each can be answered, met and missed, and what is to be confirmed comes up by itself.

Two explorations. Along the interview: on some way somebody whom a requirement concerns is asked for what decides it.
Over the figures: for every kind of value that its thresholds and options tell apart, which of its ways hold. The facts
of one list are taken as independent of each other, so what is proven here is that a verdict cannot be ruled out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from intake.packs.checks.conditions import value_faults
from intake.packs.checks.domain import outcomes
from intake.packs.checks.explore import BOUND, LIMITS, Event, Explored, clauses
from intake.packs.checks.fault import At, Fault, fault, listed
from intake.packs.checks.requirements import Domains
from intake.portfolio.conditions import Need, ways
from intake.rulebook.edition import Edition


class Rule(NamedTuple):
    """A requirement or a question for the association: its ways, and whom it concerns."""

    at: At
    name: str
    need: tuple[Need, ...]
    confirm: tuple[Need, ...]
    applies: Need
    unless: Need


def rules(edition: Edition) -> list[Rule]:
    """The requirements, then the questions for the association."""
    required = [
        Rule(("requirements", n), r.id, ways(r.need), ways(r.confirm), r.applies, r.unless)
        for n, r in enumerate(edition.requirements)
    ]
    return required + [Rule(("questions", n), q.id, ways(q.when), (), {}, {}) for n, q in enumerate(edition.questions)]


def aims(edition: Edition, known: Mapping[str, Event], domain: Domains) -> Iterator[Event]:
    """For each way of each rule, that somebody whom it concerns is asked for it, and that such answers are given."""
    for rule in rules(edition):
        applies, unless = clauses(_answers(rule.applies, known, domain)), _answers(rule.unless, known, domain)
        whole = clauses(unless) if len(unless) == len(rule.unless) else ()  # with a part left out it holds too often
        for n, way in enumerate((*rule.need, *rule.confirm)):
            sections = _sections(way, edition)
            at = [known[name] for name in sorted(sections) if name in known]
            given = _answers(way, known, domain)
            when = (*applies, *(clause for event in at for clause in event.when))
            never = (*whole, *(clause for event in at for clause in event.unless))
            asked: Need = {fact: {} for fact in given}
            if len(sections) == len(at):
                yield Event(_label("asked", rule, n), (*when, *clauses(asked)), never)
                yield Event(_label("given", rule, n), (*when, *clauses(given)), never)


def _answers(need: Need, known: Mapping[str, Event], domain: Domains) -> Need:
    return {fact: schema for fact, schema in _sound(need, domain).items() if fact in known}


def _label(what: str, rule: Rule, way: int) -> str:
    return f"{what} {'.'.join(map(str, rule.at))} {way}"


def _sound(need: Need, domain: Domains) -> Need:
    """`need` without what is faulty, which is told elsewhere."""
    known = {fact: (domain(fact), schema) for fact, schema in need.items()}
    return {f: schema for f, (kinds, schema) in known.items() if kinds and not any(value_faults((), f, kinds, schema))}


def _sections(way: Need, edition: Edition) -> set[str]:
    """The lists that the facts of a way are reckoned from."""
    facts = [edition.facts[name] for name in way if name in edition.facts]
    return {f.section for f in facts} | {edition.facts[f.after].section for f in facts if f.after in edition.facts}


def outlooks(edition: Edition, domain: Domains) -> dict[At, frozenset[int] | None]:
    """For each rule, which of its ways (as bits) fail together, over all kinds of values; None beyond the bound."""
    found: dict[At, frozenset[int] | None] = {}
    for rule in rules(edition):
        every = (*rule.need, *rule.confirm)
        if all(len(_sound(way, domain)) == len(way) for way in every):  # what is faulty is told elsewhere
            try:
                found[rule.at] = _failing(every, _scope(rule), domain)
            except OverflowError:
                found[rule.at] = None
    return found


def _scope(rule: Rule) -> tuple[Need, Need]:
    """Of answers that also decide whom a rule concerns: what they satisfy for those, and what they do not."""
    return rule.applies, rule.unless if len(rule.unless) == 1 else {}


def _failing(every: Sequence[Need], scope: tuple[Need, Need], domain: Domains) -> frozenset[int]:
    front = {0}
    for fact in dict.fromkeys(fact for way in every for fact in way):
        kinds = domain(fact)
        if kinds is None:
            continue
        asking = [(n, way[fact]) for n, way in enumerate(every) if fact in way]
        applies, unless = ([need[fact]] if fact in need else [] for need in scope)
        schemas = (*applies, *unless, *(schema for _n, schema in asking))
        accepted = outcomes(kinds, tuple(json.dumps(schema, sort_keys=True) for schema in schemas))
        within, first = frozenset(range(len(applies))), len(applies) + len(unless)
        concerned = [a for a in accepted if a & frozenset(range(first)) == within]
        failed = {sum(1 << n for place, (n, _s) in enumerate(asking, first) if place not in a) for a in concerned}
        if len(front) * len(failed) > BOUND:
            raise OverflowError
        front = {before | more for before in front for more in failed}
    return frozenset(front)


def check_verdicts(edition: Edition, explored: Explored, looks: Mapping[At, frozenset[int] | None]) -> Iterator[Fault]:
    """Every requirement and question that cannot say all that it is there to say."""
    answered = [
        r for r in rules(edition) if (r.need or r.confirm) and not {*r.applies, *r.unless} & edition.facts.keys()
    ]
    for rule in answered:  # the others are told elsewhere
        names = [
            [_label(what, rule, n) for n in range(len(rule.need) + len(rule.confirm))] for what in ("asked", "given")
        ]
        failing = looks.get(rule.at, frozenset())
        if {*names[0], *names[1]} & explored.undecided or failing is None:
            yield fault("unproven", rule.at, name=rule.name, bound=LIMITS)
        elif rule.at in looks:
            asked, given = ([name in explored.reached for name in row] for row in names)
            yield from _verdicts(rule, failing, asked, given)


def _verdicts(rule: Rule, failing: frozenset[int], asked: Sequence[bool], given: Sequence[bool]) -> Iterator[Fault]:
    """The faults of one rule: `failing` are the ways that fail together, `asked` and `given` say what comes up."""
    count = len(rule.need)
    needs, confirms = range(count), range(count, len(given))
    every = (1 << count) - 1
    question = rule.at[0] == "questions"
    met = any(given[n] and not failed >> n & 1 for n in needs for failed in failing)
    if not any(asked) and not question:
        facts = listed({fact for way in (*rule.need, *rule.confirm) for fact in way})
        yield fault("requirement-unanswerable", rule.at, name=rule.name, value=facts)
        return
    if rule.need and not met:
        yield fault("asks-never" if question else "requirement-never-met", rule.at, name=rule.name)
    elif rule.need and not question and all(failed & every != every for failed in failing):
        yield fault("requirement-always-met", rule.at, name=rule.name)
    else:
        for group in (needs, confirms):
            yield from (
                fault("way-idle", rule.at, name=rule.name, value=n - group.start + 1) for n in _idle(group, failing)
            )
    beside = [failed for failed in failing if failed & every == every]
    if rule.confirm and not any(given[n] and not failed >> n & 1 for n in confirms for failed in beside):
        yield fault("confirm-never", rule.at, name=rule.name)


def _idle(group: range, failing: frozenset[int]) -> list[int]:
    """The ways of a group that never hold by themselves; none of a single one."""
    mask = sum(1 << n for n in group)
    alone = {failed & mask for failed in failing}
    return [n for n in group if mask ^ 1 << n not in alone] if len(group) > 1 else []
