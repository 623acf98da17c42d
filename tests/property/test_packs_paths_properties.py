"""What the checker proves of paths, beside trying every answer with the very conditions that the interview runs on."""

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.packs.checks.domain import BOOL, Domain, outcomes
from intake.packs.checks.explore import Event, clauses, escape, explore
from intake.portfolio.conditions import Condition

Schema = dict[str, Any]
OPTIONS = ("a", "b", "c")
#: Domains, each with values enough that no schema below tells apart more.
VALUES: dict[Domain, list[Any]] = {
    BOOL: [True, False],
    Domain("one", OPTIONS): list(OPTIONS),
    Domain("many", OPTIONS): [
        [o for o, taken in zip(OPTIONS, t, strict=True) if taken] for t in product([0, 1], repeat=3)
    ][1:],
    Domain("number", least=0, most=5): [n / 4 for n in range(21)],
    Domain("whole"): list(range(12)),
}
BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")


def schemas(domain: Domain) -> st.SearchStrategy[Schema]:
    """Schemas that conditions may put on such values."""
    if domain.kind in {"number", "whole"}:
        limits = st.integers(0, 10).map(lambda n: n / 2 if domain.kind == "number" else n)
        bounds = st.dictionaries(st.sampled_from(BOUNDS), limits, max_size=2)
        return bounds | st.lists(bounds, min_size=1, max_size=2).map(lambda some: {"anyOf": some})
    some = st.lists(st.sampled_from(domain.options), min_size=1, max_size=2, unique=True).map(lambda v: {"enum": v})
    return some.map(lambda inner: {"contains": inner}) if domain.kind == "many" else some | st.just({})


@st.composite
def interviews(draw: st.DrawFn) -> list[tuple[str, list[Schema], list[Schema], Domain]]:
    """Questions in order, each under conditions on those before it."""
    made: list[tuple[str, list[Schema], list[Schema], Domain]] = []
    for n in range(draw(st.integers(2, 5))):
        needs: list[list[Schema]] = [[], []]
        for side in needs:
            for _need in range(draw(st.integers(0, 2 if made else 0))):
                named = draw(st.lists(st.sampled_from(made), min_size=1, max_size=2, unique_by=lambda one: one[0]))
                side.append({name: draw(schemas(domain)) for name, _when, _unless, domain in named})
        made.append((f"q{n}", *needs, draw(st.sampled_from(list(VALUES)))))
    return made


def tried(asked: list[tuple[str, list[Schema], list[Schema], Domain]]) -> list[set[str]]:
    """The questions that come up, for every combination of answers and of none."""
    paths: list[set[str]] = []
    for answers in product(*([None, *VALUES[domain]] for _name, _when, _unless, domain in asked)):
        known: dict[str, Any] = {}
        up: set[str] = set()
        for (name, when, unless, _domain), answer in zip(asked, answers, strict=True):
            if all(Condition(need).holds(known) for need in when) and not any(
                Condition(n).holds(known) for n in unless
            ):
                up.add(name)
                known |= {} if answer is None else {name: answer}
        paths.append(up)
    return paths


def small(asked: list[tuple[str, list[Schema], list[Schema], Domain]]) -> bool:
    """Whether every combination can be tried."""
    count = 1
    for _name, _when, _unless, domain in asked:
        count *= len(VALUES[domain]) + 1
    return count < 3_000


@settings(max_examples=60, deadline=None)
@given(interviews().filter(small))
def test_a_question_is_reached_just_where_some_answers_lead_to_it(
    asked: list[tuple[str, list[Schema], list[Schema], Domain]],
) -> None:
    events = [Event(name, clauses(*when), clauses(*unless), domain) for name, when, unless, domain in asked]
    paths = tried(asked)
    explored = explore(events, {event.name for event in events})
    assert explored.undecided == frozenset()
    assert explored.reached == set().union(*paths)
    for name in (event.name for event in events):
        assert (escape(events, frozenset({name})) is None) == all(name in up for up in paths)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_kinds_of_values_are_all_that_schemas_tell_apart(data: st.DataObject) -> None:
    domain = data.draw(st.sampled_from(list(VALUES)))
    some = data.draw(st.lists(schemas(domain), min_size=1, max_size=4))
    judged = {
        frozenset(n for n, one in enumerate(some) if Condition({"x": one}).holds({"x": v})) for v in VALUES[domain]
    }
    texts = tuple(schema for clause in clauses(*({"x": one} for one in some)) for _fact, schema in clause)
    assert outcomes(domain, texts) >= judged
    if domain.kind != "whole":  # of which not all values can be tried
        assert outcomes(domain, texts) == judged
