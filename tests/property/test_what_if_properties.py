"""Whatever is tried: the case's log and answers stay, nothing tried moves nothing, and words never break it."""

import copy
import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from memory import lines_of
from rulebook_samples import AS_OF, EDITION, LISTS, Doc, known
from session_talk import APPLY, reach, talk
from test_rulebook_properties import documents

from intake.rulebook.assess import Assessment
from intake.rulebook.assumed import assumed
from intake.rulebook.plan import plan
from intake.rulebook.steps import length
from intake.rulebook.what_if import Added, Later, difference, tried
from intake.session.views import Trial
from intake.text import visible

PARTS = st.sampled_from(
    ["a Master's from 2024", "24 hours of RS", "two more years", "another reference", "membership", "a CDA", "3 trainings",
     "no job", "the job was part-time", "since 2020", "a unicorn", "in May 2031", "two years as a supervisor"]
)  # fmt: skip
WORDS = st.one_of(PARTS, st.text(max_size=30), st.lists(PARTS, min_size=2, max_size=4).map(" and ".join))


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=3), st.sampled_from(["applicant.name", "education.school", "work.span", "ethics.read"]))
def test_a_trial_never_changes_the_case(words: list[str], question: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = reach(talk(Path(folder)), APPLY, question)
        lines, state, answers = lines_of(session.case)[:], session.case.state, copy.deepcopy(session.case.answers())
        found = session.trial([text for text in words if visible(text) == text])
        assert isinstance(found, Trial)
        for text in (*found.tried, *found.granted, *found.unread):
            assert text == visible(text)
        assert (lines_of(session.case), session.case.state, session.case.answers()) == (lines, state, answers)
        assert session.case.assessment.words() == Assessment(EDITION, AS_OF, answers).words()


@settings(deadline=None)
@given(documents())
def test_nothing_tried_moves_nothing(doc: Doc) -> None:
    before = Assessment(EDITION, AS_OF, known(doc))
    found = difference(before, tried(before, []))
    assert found.moved == ()
    assert all(a == b for a, b in found.rows)


@settings(deadline=None, max_examples=60)
@given(documents(most=3), st.sampled_from(LISTS), st.fixed_dictionaries({}))
def test_one_more_entry_that_counts_plainly_never_takes_a_met_away(
    doc: Doc, section: str, said: dict[str, Any]
) -> None:
    before = Assessment(EDITION, AS_OF, known(doc))
    entry = Added(section, assumed(EDITION, section, said, AS_OF))
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
