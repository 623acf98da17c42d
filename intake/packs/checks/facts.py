"""The facts of an edition: each is reckoned from fields that there are, and some entry counts toward it."""

from collections.abc import Iterable, Iterator, Mapping

from intake.interview.flow import Flow, Question
from intake.packs.checks.conditions import value_faults
from intake.packs.checks.domain import BOOL, TEXT, Domain, Schema, dated, of_question
from intake.packs.checks.explore import LIMITS, Event, Explored, clauses
from intake.packs.checks.fault import At, Fault, fault, listed
from intake.packs.shape import fields, kinds
from intake.portfolio.conditions import Need, ways
from intake.portfolio.records import LISTS
from intake.rulebook.edition import PAST, Edition, Fact
from intake.rulebook.years import LIES

#: The kinds of question whose answers an operation reduces; the others take any.
_TAKES = {"sum": {"number", "hours"}, "months": {"span", "date"}, "earliest": {"date"}}
#: Operations that reduce a field.
_REDUCING = frozenset({*_TAKES, "distinct"})


def check_facts(edition: Edition, flow: Flow) -> Iterator[Fault]:
    """Every fault of a fact by itself, and every fact that nothing uses."""
    for name, fact in edition.facts.items():
        if fact.section in LISTS or (fact.field and fact.section in fields()):
            yield from _fields(name, fact, flow)
        else:
            yield fault("fact-list-unknown", ("facts", name, "of"), name=name, value=fact.section)
        if fact.after and (fact.after not in edition.facts or edition.facts[fact.after].op != "earliest"):
            yield fault("fact-after-unknown", ("facts", name, "after"), name=name, value=fact.after)
        yield from _idle(name, fact)
    needs = [need for r in edition.requirements for need in (*ways(r.need), *ways(r.confirm), r.waiting or {})]
    needs += [need for question in edition.questions for need in ways(question.when)]
    used = {fact for need in needs for fact in need} | {fact.after for fact in edition.facts.values()}
    used |= {fact for r in edition.requirements for each in r.each for fact in (each.of, each.on_the_way)}
    for name in sorted(edition.facts.keys() - used):
        if edition.facts[name].op != "sum":  # a sum is shown in the totals by itself
            yield fault("fact-unused", ("facts", name), name=name)


def _idle(name: str, fact: Fact) -> Iterator[Fault]:
    """Keys that do nothing beside the others of a fact, or say less than the program needs to tell."""
    at = ("facts", name)
    if fact.op != "months":
        said = [key for key in ("during", "after", "before") if key in fact.model_fields_set]
        yield from (fault("fact-key-idle", (*at, key), name=name, value=key, needs="op: months") for key in said)
    elif "before" in fact.model_fields_set and not fact.after:
        yield fault("fact-key-idle", (*at, "before"), name=name, value="before", needs="after")
    for n, test in enumerate(fact.where):
        if test.confirm is not None and not test.because.strip():
            yield fault("because-missing", (*at, "where", n), name=name, value=test.field)


def _fields(name: str, fact: Fact, flow: Flow) -> Iterator[Fault]:
    at, record = ("facts", name), fields()[fact.section]
    for where, field in _named(at, fact):
        if field not in record:
            yield fault("fact-field-unknown", where, name=name, value=f"{fact.section}.{field}")
    asked = flow.sections[fact.section].by_field if fact.section in flow.sections else {}
    yield from _kinds(at, name, fact, asked)
    yield from _tenses(at, name, fact, flow)
    for where, field, schema in _tests(at, fact):
        if field.partition(":")[0] in record:
            yield from value_faults(where, f"{fact.section}.{field}", _domain(field, asked), schema)


def _named(at: At, fact: Fact) -> Iterator[tuple[At, str]]:
    """The fields that a fact looks at, and where it names them."""
    for n, test in enumerate(fact.where):
        yield (*at, "where", n, "field"), test.name_and_tense[0]
    for field in fact.among:
        yield (*at, "among", field), field
    for key, field in (("of", fact.field), ("during", fact.during)):
        if field:
            yield (*at, key), field


def _kinds(at: At, name: str, fact: Fact, asked: Mapping[str, Question]) -> Iterator[Fault]:
    """Fields of another kind than what is done with them."""
    done = [((*at, "of"), fact.field, fact.op, _TAKES.get(fact.op)), ((*at, "during"), fact.during, "during", {"span"})]
    for where, field, what, takes in done:
        if field in asked and takes and asked[field].kind not in takes:
            yield fault("fact-kind-wrong", where, name=name, value=field, takes=f"{what}: {listed(takes)}")
    if fact.op == "months" and fields()[fact.section].get(fact.field) and kinds()[fact.section][fact.field] == {"span"}:
        yield fault("fact-whole-measured", (*at, "of"), name=name, value=f"{fact.section}.{fact.field}")
    if fact.op in _REDUCING and not fact.field:
        yield fault("fact-kind-wrong", (*at, "of"), name=name, value=fact.of, takes=f"{fact.op}: {fact.section}.field")


def _tenses(at: At, name: str, fact: Fact, flow: Flow) -> Iterator[Fault]:
    """Questions asked of fields that have no day, or by an answer that is none."""
    asked = flow.sections[fact.section].by_field if fact.section in flow.sections else {}
    for n, test in enumerate(fact.where):
        field, tense = test.name_and_tense
        if tense and not (field in asked and dated(asked[field]) and (tense == PAST or _names_year(flow, tense))):
            takes = "date:past, span:past, date:renewal.year"
            yield fault("fact-kind-wrong", (*at, "where", n, "field"), name=name, value=test.field, takes=takes)


def _names_year(flow: Flow, answer: str) -> bool:
    """Whether an answer is a date that is told once."""
    question = flow.question(answer)
    return question is not None and question.kind == "date" and answer.partition(".")[0] not in LISTS


def _tests(at: At, fact: Fact) -> Iterator[tuple[At, str, Schema]]:
    """The schemas that a fact tests a field by, and where they stand."""
    for n, test in enumerate(fact.where):
        yield (*at, "where", n, "is"), test.field, test.is_
        if test.confirm is not None:
            yield (*at, "where", n, "confirm"), test.field, test.confirm
    for field, schema in fact.among.items():
        yield (*at, "among", field), field, schema


def _domain(field: str, asked: Mapping[str, Question]) -> Domain:
    """What a field is; `field:past` is whether that day, or the start of that span, has come, others how it lies."""
    name, _colon, tense = field.partition(":")
    if tense:
        return BOOL if tense == PAST else Domain("one", LIES)
    return of_question(asked[name]) if name in asked else TEXT


def counting(edition: Edition, flow: Flow, known: Mapping[str, Event]) -> Iterator[Event]:
    """For each fact, that some entry counts toward it, on some way through the events `known`."""
    for name, fact in edition.facts.items():
        section = known.get(fact.section)
        if section:
            needs = [need for need in _needs(fact, flow) if need.keys() <= known.keys()]
            yield Event(f"fact {name}", (*section.when, *clauses(*_joined(needs))), section.unless)


def _needs(fact: Fact, flow: Flow) -> Iterator[Need]:
    """What must hold of an entry that counts, whether plainly or if the association says so."""
    asked = flow.sections[fact.section].by_field if fact.section in flow.sections else {}
    tests: list[tuple[str, Schema]] = [
        (t.field, {"anyOf": [t.is_, t.confirm]} if t.confirm is not None else t.is_) for t in fact.where
    ]
    for field, schema in [*tests, *fact.among.items(), *((f, {}) for f in (fact.field, fact.during) if f)]:
        if not any(value_faults((), field, _domain(field, asked), schema)):
            yield {f"{fact.section}.{field}": schema}


def _joined(needs: Iterable[Need]) -> list[Need]:
    """Needs as few as can be: those about different answers are one."""
    joined: list[Need] = []
    for need in needs:
        free = next((n for n, one in enumerate(joined) if need.keys().isdisjoint(one)), None)
        if free is None:
            joined.append(need)
        else:
            joined[free] = joined[free] | need
    return joined


def check_counting(edition: Edition, known: Mapping[str, Event], explored: Explored) -> Iterator[Fault]:
    """Facts toward which no entry counts."""
    for name in (name for name, fact in edition.facts.items() if fact.section in known):
        if f"fact {name}" in explored.undecided:
            yield fault("unproven", ("facts", name), name=name, bound=LIMITS)
        elif f"fact {name}" not in explored.reached:
            yield fault("fact-never", ("facts", name), name=name)
