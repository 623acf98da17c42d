"""Laws that hold under every edition: more never hurts, order never matters, and a later date is never sooner."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from portfolios import ITEMS, documents, with_item
from rulebook_samples import AS_OF, LISTS, Doc, degree, document, job

from intake.packs.load import editions, load_edition
from intake.portfolio.document import answers
from intake.rulebook.assess import Assessment
from intake.rulebook.edition import Edition, Requirement
from intake.rulebook.proof import verdicts

EDITIONS = {name: load_edition(name)[0] for name in editions()}
under_every_edition = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
#: Facts that another item can only make larger.
GROWING = frozenset({"count", "distinct", "sum", "months"})


def only_asks_for_more(edition: Edition, requirement: Requirement) -> bool:
    """Whether each way of the need, in its own form, sets nothing but minimums of facts that only grow."""
    need = requirement.need
    ways = (need,) if isinstance(need, dict) else need or ()
    facts = edition.facts
    return bool(ways) and all(
        name in facts and facts[name].op in GROWING and set(schema) == {"minimum"}
        for way in ways
        for name, schema in way.items()
    )


def assessed(edition: Edition, doc: Doc, as_of: dt.date = AS_OF) -> Assessment:
    """What an edition says of a document."""
    return Assessment(edition, as_of, answers(doc))


def test_the_law_of_more_speaks_of_half_the_requirements() -> None:
    edition = EDITIONS["vaimh/seed"]
    asking = [r.id for r in edition.requirements if only_asks_for_more(edition, r)]
    assert {"ifa.route", "imhs.work", "portfolio.references"} <= set(asking)
    assert len(asking) >= len(edition.requirements) / 2


@st.composite
def one_more(draw: st.DrawFn) -> tuple[str, Doc]:
    """A list, and an item to be added to it."""
    name = draw(st.sampled_from(LISTS))
    return name, draw(ITEMS[name])


@under_every_edition
@settings(deadline=None, max_examples=60)
@given(doc=documents(), more=one_more())
def test_another_item_never_takes_back_what_is_met_where_a_rule_only_asks_for_more(
    edition: Edition, doc: Doc, more: tuple[str, Doc]
) -> None:
    was, now = assessed(edition, doc).words(), assessed(edition, with_item(doc, *more)).words()
    for requirement in edition.requirements:
        if was.get(requirement.id) == "met" and only_asks_for_more(edition, requirement):
            assert now.get(requirement.id, "met") == "met", requirement.id


@under_every_edition
@settings(deadline=None, max_examples=60)
@given(doc=documents(), data=st.data())
def test_the_order_of_items_never_matters(edition: Edition, doc: Doc, data: st.DataObject) -> None:
    mixed = doc | {name: data.draw(st.permutations(doc[name])) for name in LISTS}
    before, after = assessed(edition, doc), assessed(edition, mixed)
    assert before.words() == after.words()
    assert {name: before.figure(name) for name in edition.facts} == {name: after.figure(name) for name in edition.facts}


DAYS = st.dates(dt.date(2008, 1, 1), dt.date(2026, 2, 28))


@under_every_edition
@settings(deadline=None, max_examples=60)
@given(days=st.lists(DAYS, min_size=3, max_size=3, unique=True).map(sorted), awarded=DAYS, kind=st.data())
def test_a_job_told_as_two_that_adjoin_has_the_same_months(
    edition: Edition, days: list[dt.date], awarded: dt.date, kind: st.DataObject
) -> None:
    start, middle, end = days
    rest: Doc = {
        "role": kind.draw(st.sampled_from(["direct", "clinical", "policy", "research"])),
        "schedule": kind.draw(st.sampled_from(["full_time", "part_time"])),
        "paid": kind.draw(st.booleans()),
    }
    parts = [(start, middle), (middle + dt.timedelta(1), end)]
    whole, split = (
        assessed(edition, document(education=[degree("master", awarded.isoformat())], work=[
            job(a.isoformat(), b.isoformat(), **rest) for a, b in spans if a <= b
        ]))
        for spans in ([(start, end)], parts)
    )  # fmt: skip
    for name, fact in edition.facts.items():
        if fact.op == "months":
            assert whole.figure(name) == split.figure(name), name


def fulfilled(edition: Edition, doc: Doc) -> dict[str, tuple[Any, Any]]:
    """The days on which each requirement is first met strictly and loosely; a day long past where it is met today."""
    far = "9999-12-31"
    found = {}
    for verdict in verdicts(assessed(edition, doc)):
        strict, loose = (verdict.earliest.strict, verdict.earliest.loose) if verdict.earliest else (None, None)
        if verdict.verdict == "met":
            found[verdict.id] = ("", "")
        elif verdict.verdict == "confirm":
            found[verdict.id] = (strict or far, "")
        else:
            found[verdict.id] = (strict or far, loose or far)
    return found


@under_every_edition
@settings(deadline=None, max_examples=15)
@given(start=DAYS, awarded=DAYS, role=st.sampled_from(["direct", "clinical"]), credential=st.booleans())
def test_a_date_a_day_later_never_brings_the_day_of_fulfilment_forward(
    edition: Edition, start: dt.date, awarded: dt.date, role: str, credential: bool
) -> None:
    day = dt.timedelta(1)
    kind = "master" if credential else "bachelor"

    def told(began: dt.date, given_on: dt.date) -> dict[str, tuple[Any, Any]]:
        degrees, jobs = [degree(kind, given_on.isoformat())], [job(began.isoformat(), role=role)]
        return fulfilled(edition, document(education=degrees, work=jobs))

    before = told(start, awarded)
    for later in (told(start + day, awarded), told(start, awarded + day)):
        for name, (strict, loose) in before.items():
            assert later[name][0] >= strict, name
            assert later[name][1] >= loose, name
