"""Whatever the answers: item by item is the same as from scratch, more is never less, and unknown is never no."""

import datetime as dt
from decimal import Decimal
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from portfolios import ITEMS, PART_DATES, REFERENCES, SUPERVISION, TRAINING, documents, with_item
from rulebook_samples import AS_OF, EDITION, LISTS, Doc, document, known, words

from intake.coverage.targets import values
from intake.packs.load import editions, load, load_edition
from intake.portfolio.document import Answers
from intake.portfolio.edtf import bounds
from intake.rulebook.assess import Assessment
from intake.rulebook.assumed import assumed
from intake.rulebook.edition import Edition
from intake.rulebook.plan import plan
from intake.rulebook.reach import Reach, reach
from intake.rulebook.steps import length
from intake.rulebook.what_if import Added, Later, difference, tried

EDITIONS = [load_edition(name)[0] for name in editions()]
CHANGES = st.lists(
    st.sampled_from(LISTS).flatmap(
        lambda name: st.tuples(st.just(name), st.integers(1, 4), st.none() | ITEMS[name], st.booleans())
    ),
    max_size=12,
)


@settings(deadline=None)
@given(documents(), CHANGES, st.sampled_from(EDITIONS))
def test_items_put_replaced_and_taken_out_one_by_one_give_what_reckoning_from_scratch_gives(
    doc: Doc, changes: list[tuple[str, int, Doc | None, bool]], edition: Edition
) -> None:
    answers = known(doc)
    assessment = Assessment(edition, AS_OF, answers)
    for name, n, item, opened in changes:
        lists = answers.lists | {name: {i: d for i, d in answers.lists[name].items() if i != f"{name}-{n}"}}
        if item is not None:
            lists[name][f"{name}-{n}"] = item
        gone = {name} if opened else set()  # a list that is added to is no longer called complete
        known_now = {k: v for k, v in answers.known.items() if k not in {f"{section}.finished" for section in gone}}
        answers = Answers(lists, known_now, answers.finished - gone)
        assessment.touch(answers, name, f"{name}-{n}")
        assessment.words()  # what is remembered must not outlive what it stands on
    anew = Assessment(edition, AS_OF, answers)
    assert assessment.words() == anew.words()
    assert {f: assessment.figure(f) for f in edition.facts} == {f: anew.figure(f) for f in edition.facts}


@settings(deadline=None)
@given(st.lists(st.decimals(0, 1000, places=2), max_size=60))
def test_totals_of_hours_are_exact(hours: list[Decimal]) -> None:
    doc = document(training=[{"date": "2020", "hours": float(h)} for h in hours])
    figure = Assessment(EDITION, AS_OF, known(doc)).figure("training_hours")
    assert Decimal(str(figure.strict)) == sum(hours, Decimal(0))


def never_less(before: Doc, after: Doc) -> None:
    """Nothing that was met is anything else."""
    was, now = words(before), words(after)
    assert {name for name, word in was.items() if word == "met"} <= {n for n, word in now.items() if word == "met"}


@settings(deadline=None)
@given(documents(most=4), TRAINING, REFERENCES, SUPERVISION)
def test_one_more_training_reference_or_supervisor_never_turns_met_into_something_else(
    doc: Doc, training: Doc, reference: Doc, supervision: Doc
) -> None:
    never_less(doc, with_item(doc, "training", training))
    never_less(doc, with_item(doc, "references", reference))
    never_less(doc, with_item(doc, "supervision", supervision))


@settings(deadline=None)
@given(documents(most=2), st.integers(0, 1), PART_DATES)
def test_a_longer_job_never_turns_met_into_something_else(doc: Doc, which: int, other: str) -> None:
    spans = [(n, item["span"]) for n, item in enumerate(doc["work"]) if "span" in item]
    if not spans:
        return
    n, span = spans[which % len(spans)]
    for longer in _longer(span, other):
        jobs = [item if k != n else item | {"span": longer} for k, item in enumerate(doc["work"])]
        never_less(doc, doc | {"work": jobs})


def _longer(span: dict[str, str], other: str) -> list[dict[str, str]]:
    """The span begun earlier, ended later or still going on, where `other` makes it so on either reading."""
    start, end = bounds(span["start"]), bounds(other)
    spans = [span | {"end": ".."}]
    if end.earliest <= start.earliest and end.latest <= start.latest:
        spans.append(span | {"start": other})
    if span["end"] != "..":
        last = bounds(span["end"])
        if last.earliest <= end.earliest and last.latest <= end.latest:
            spans.append(span | {"end": other})
    return spans


@st.composite
def documents_and_what_is_known_of_them(draw: st.DrawFn) -> tuple[Doc, Doc]:
    """A portfolio, and the same with fields and lists' ends not known yet; items may be missing from open lists."""
    whole = draw(documents()) | {"finished": list(LISTS)}
    part: Doc = whole | {"finished": [name for name in LISTS if draw(st.booleans())]}
    for name in LISTS:
        items = whole[name]
        if name not in part["finished"]:
            items = items[: draw(st.integers(0, len(items)))]
        kept = [draw(st.sets(st.sampled_from(sorted(item)))) | {"id"} for item in items]
        part[name] = [{k: v for k, v in item.items() if k in names} for item, names in zip(items, kept, strict=True)]
    return whole, part


@settings(deadline=None, max_examples=120)
@given(documents_and_what_is_known_of_them(), st.sampled_from(EDITIONS))
def test_what_is_not_known_is_never_taken_for_a_no_nor_for_a_yes(case: tuple[Doc, Doc], edition: Edition) -> None:
    whole, part = case
    later = words(whole, edition=edition)
    for name, word in words(part, edition=edition).items():
        if word in {"met", "not_met"}:
            assert later[name] == word, f"{name} was decided before all was known"


@settings(deadline=None)
@given(documents(), st.integers(0, 2000))
def test_two_assessments_of_one_day_agree_and_time_alone_only_adds_months(doc: Doc, days: int) -> None:
    now = Assessment(EDITION, AS_OF, known(doc))
    later = Assessment(EDITION, AS_OF + dt.timedelta(days), known(doc))
    assert now.words() == words(doc)
    for name, fact in EDITION.facts.items():
        if fact.op == "months":
            assert later.figure(name).strict >= now.figure(name).strict
            assert now.figure(name).strict <= now.figure(name).loose


@cache
def reached() -> dict[str, Reach]:
    """What each requirement can come to."""
    return {r.id: reach(EDITION, r, values(load().flow)) for r in EDITION.requirements}


@settings(deadline=None)
@given(documents(), st.sampled_from(["apply", "renew"]), st.booleans())
def test_no_verdict_is_given_that_was_proved_to_be_impossible(doc: Doc, purpose: str, listed: bool) -> None:
    doc = doc | {"applicant": {"purpose": purpose}, "endorsement": {"registry": "active"} if listed else {}}
    for requirement, word in words(doc).items():
        assert reached()[requirement].decided
        assert word in reached()[requirement].words, requirement


@settings(deadline=None)
@given(documents())
def test_nothing_tried_moves_nothing(doc: Doc) -> None:
    before = Assessment(EDITION, AS_OF, known(doc))
    found = difference(before, tried(before, []))
    assert found.moved == ()
    assert all(a == b for a, b in found.rows)


@settings(deadline=None, max_examples=60)
@given(documents(most=3), st.sampled_from(LISTS))
def test_one_more_entry_that_counts_plainly_never_takes_a_met_away(doc: Doc, section: str) -> None:
    before = Assessment(EDITION, AS_OF, known(doc))
    entry = Added(section, assumed(EDITION, section, {}, AS_OF))
    assert not any(move.before == "met" for move in difference(before, tried(before, [entry])).moved)


@settings(deadline=None, max_examples=40)
@given(documents(most=3))
def test_every_day_in_a_plan_is_the_first_on_which_its_step_is_there(doc: Doc) -> None:
    before = Assessment(EDITION, AS_OF, known(doc))
    named = {requirement.id: requirement for requirement in EDITION.requirements}
    for row in plan(before):
        for gap in row.gaps:
            assert list(gap.routes) == sorted(gap.routes, key=length)
            for route in (r for r in gap.routes if len(r.steps) == 1 and r.steps[0].on):
                day = route.steps[0].on
                assert day is not None
                assert tried(before, [Later(day)]).word(named[gap.id]) in {"met", "confirm"}
                if day > AS_OF + dt.timedelta(days=1):
                    earlier = tried(before, [Later(day - dt.timedelta(days=1))])
                    assert earlier.word(named[gap.id]) != "met"
