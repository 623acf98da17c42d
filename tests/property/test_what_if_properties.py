"""Whatever is tried: the case's log and answers stay as they are, and no words break it."""

import copy
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from memory import lines_of
from rulebook_samples import AS_OF, EDITION
from session_talk import APPLY, reach, talk

from intake.rulebook.assess import Assessment
from intake.session.views import Trial
from intake.text import visible

PARTS = st.sampled_from(
    ["a Master's from 2024", "24 hours of RS", "two more years", "another reference", "membership", "a CDA",
     "3 trainings", "no job", "the job was part-time",
     "since 2020", "a unicorn", "in May 2031", "two years as a supervisor"]
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
