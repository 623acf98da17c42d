"""Whatever is said, in whatever order: an answer, a refusal that changes nothing, and a log that tells it all again."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from memory import lines_of
from session_talk import APPLY, RENEW, kinds, talk

from intake.interview.statechart import END
from intake.session.document import judged_portfolio
from intake.session.session import Session
from intake.text import visible

ORDERS = [
    "/back",
    "back",
    "/undo",
    "/undo",
    "/redo",
    "/skip",
    "/why",
    "/help",
    "/next",
    "/keep",
    "/repeat",
    "/review",
    "/board",
    "/list",
    "/add",
    "/remove",
    "/pause",
    "/finish",
    "undo",
    "done",
    "not sure",
    "yes",
    "no",
]
TOPICS = [
    "about me",
    "training 1",
    "job 2",
    "the last job",
    "the first reference",
    "work",
    "education",
    "my email",
    "the level",
    "purpose",
    "my membership",
    "hours of training 1",
    "my name",
    "exam",
    "signature",
    "review",
    "banana",
    "it",
    "",
]
VALUES = [
    "MSW from VCU, May 2017",
    "I have a bachelor's in nursing from ODU, 2008, and I've done home visiting since 2015",
    "Circle of Security with VAIMH, March 2023, 12 hours",
    "no wait, 2016",
    "it was 30 hours, not 3",
    "delete that training",
    "step by step",
    "does my church count?",
    "II",
    "IV",
    "no",
    "yes",
    "2020",
    "since 2019",
    "8",
    "apply",
    "renew",
    "MSW",
    "CDA",
    "a@b.org",
    "\x1b[2J",
    "foo",
]
WORDS = st.one_of(
    st.just("the script"),
    st.just("the script"),
    st.sampled_from(ORDERS),
    st.sampled_from(VALUES),
    st.builds("/change {} to {}".format, st.sampled_from(TOPICS), st.sampled_from(VALUES)),
    st.builds("/{} {}".format, st.sampled_from(["goto", "remove", "add", "change", "ask"]), st.sampled_from(TOPICS)),
    st.builds("/move {} to {}".format, st.sampled_from(TOPICS), st.integers(0, 3)),
    st.text(max_size=20),
)


def spoken(session: Session, words: str, script: dict[str, str]) -> str:
    """The words, or what the script says at this question: otherwise few would get far."""
    here = session.case.standing.question
    return script.get(here, "yes") if words == "the script" and here != END else words


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60), st.sampled_from([APPLY, RENEW]))
def test_every_turn_answers_and_a_refusal_changes_nothing(said: list[str], script: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = talk(Path(folder))
        for words in said:
            before = session.case.state
            turn = session.say(spoken(session, words, script))
            session.talker.over = False
            assert turn.prompt.ask
            assert all(message.text == visible(message.text) and message.text for message in turn.messages)
            if kinds(turn)[:1] == ["problem"]:
                assert session.case.state == before
        assert judged_portfolio(session.case)[0]["judged"]["verdicts"] == session.case.assessment.words()
        resumed = talk(Path(folder), lines_of(session.case))
        assert (resumed.case.state, resumed.case.standing) == (session.case.state, session.case.standing)
        assert resumed.case.assessment.words() == session.case.assessment.words()


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=40), st.sampled_from([APPLY, RENEW]))
def test_taking_everything_back_and_doing_it_again_leads_to_the_same_place(
    said: list[str], script: dict[str, str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = talk(Path(folder))
        for words in said:
            session.say(spoken(session, words, script))
            session.talker.pending = None
        content, words_now, steps = session.case.state.content, session.case.assessment.words(), 0
        while session.case.state.past:
            session.say("/undo")
            steps += 1
        assert not any(section.items for section in session.case.state.content.sections.values())
        for _step in range(steps):
            session.say("/redo")
        assert session.case.state.content == content
        assert session.case.assessment.words() == words_now
