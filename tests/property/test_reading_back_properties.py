"""Whatever was said and done: a case opened from its bundle is the case, and goes on at the same question."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from memory import case
from session_talk import APPLY, RENEW, talk
from test_interview_properties import ACTIONS, played
from test_session_properties import WORDS, spoken

from intake.bundle.record import record
from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.interview.present import Present
from intake.interview.restoring import admitted
from intake.session.case import OpenCase
from intake.session.document import portfolio_of
from intake.session.retelling import present_in, retold


def opened(present: Present) -> OpenCase:
    """A case whose log begins with `present`."""
    pin = present.flow
    came = ev.Opened(flow=pin.id, version=pin.version, sha256=pin.sha256, bundle="0" * 64, name="a.zip")
    events: list[ev.Event] = [came, ev.Restored(present=present)]
    return case([ev.dump(ev.Entry(n, 1, "2026-03-01T12:00:00+00:00", event)) for n, event in enumerate(events, 1)])


def assert_same(first: OpenCase) -> None:
    """The case and the one opened from what stands in it are the same to everybody who looks at them."""
    present = present_in(first)
    assert admitted(present, first.pack.flow) == present
    second = opened(present)
    assert record(present_in(second)) == record(present)
    assert portfolio_of(second) == portfolio_of(first) == retold(present)
    assert second.standing == first.standing
    assert second.answered == first.answered
    assert second.assessment.words() == first.assessment.words()
    assert second.state.content.planned == ()
    assert not second.state.past


@settings(max_examples=60, deadline=None)
@given(ACTIONS)
def test_all_that_was_done_is_in_the_case_that_is_opened(actions: list[tuple[str, int]]) -> None:
    assert_same(played([step for step in actions if step[0] != "attach"]))


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, max_size=60), st.sampled_from([APPLY, RENEW]))
def test_all_that_was_said_is_in_the_case_that_is_opened(said: list[str], script: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = talk(Path(folder))
        for words in said:
            session.say(spoken(session, words, script))
            session.talker.pending = None
        assert_same(session.case)


@settings(max_examples=30, deadline=None)
@given(ACTIONS, ACTIONS)
def test_both_go_on_alike(before: list[tuple[str, int]], after: list[tuple[str, int]]) -> None:
    """Entries get the same ids in both, so that the two stay one application."""
    from test_interview_properties import perform

    first = played([step for step in before if step[0] != "attach"])
    second = opened(present_in(first))
    for action, pick in after:
        if action not in {"undo", "redo", "attach"}:
            perform(first, action, pick)
            perform(second, action, pick)
    assert portfolio_of(second) == portfolio_of(first)
    assert second.standing == first.standing


def test_doubts_passed_questions_and_the_numbers_of_removed_entries_go_along() -> None:
    """The last entry of a list was removed, so that only the count knows of its number."""
    first = case()
    first.do(cmd.Answer("applicant.name", "", "Dana", "Dana", "words", hedged=True))
    first.do(cmd.Pass("applicant.email", "", "unsure", "no idea"))
    for _n in range(2):
        first.do(cmd.Add("training"))
    first.do(cmd.Remove("training", "training-2"))
    second = opened(present_in(first))
    kept = second.state.content.sections["applicant"].get("")
    assert kept == first.state.content.sections["applicant"].get("")
    assert portfolio_of(second)["approximate"] == ["applicant.name"]
    second.do(cmd.Add("training"))
    assert [item.id for item in second.projection.section("training").ordered()] == ["training-1", "training-3"]
