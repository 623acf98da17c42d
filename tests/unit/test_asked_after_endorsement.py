"""What somebody endorsed asks and answers: coming back, deadlines, moving, and the level that is held."""

from io import StringIO
from pathlib import Path

import pytest
from session_talk import APPLY, RENEW, reach, say, talk, texts

from intake.plain.lines import converse

#: Somebody who holds level II and moves to III.
MOVE = APPLY | {
    "applicant.purpose": "move",
    "endorsement.level": "level two",
    "endorsement.since": "October 2019",
    "membership.current": "yes",
    "target.level": "III",
}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("I am on the inactive registry, how do I come back?", "It does not say what it takes to come back"),
        ("how do I come back?", "next time you go on at that very question. To the registry: the source page says"),
        ("how long can I stay inactive", "It does not say by when to apply, how long one may be inactive"),
        ("how long must I have been level III before I can move?", "1 year from II to III, 3 years from III to IV"),
        ("how long do I have to be at level III first?", "1 year from II to III, 3 years from III to IV"),
        ("what happens if I do nothing?", "failure to renew results in being removed from the Registry"),
        ("what if I miss the deadline?", "names no deadline for a first application or for a move"),
        ("how long does this take", "half an hour to an hour"),
    ],
)
def test_what_the_endorsed_ask_is_answered_by_what_the_page_says_and_does_not_say(
    tmp_path: Path, words: str, sentence: str
) -> None:
    session = reach(talk(tmp_path), RENEW, "endorsement.level")
    assert sentence in texts(session.say(words).messages)
    assert session.case.standing.question == "endorsement.level"


@pytest.mark.parametrize(
    ("words", "asked", "kept"),
    [
        ("I sent the notice last week by e-mail", "I take that as yes. Right?", {"notice": True}),
        ("I told them in writing in march", "Written notice: yes. Right?", {"notice": True}),
        ("I never told them", "I take that as no. Right?", {"notice": False}),
        (
            "yes, I emailed them on 1 Feb 2026",
            "Written notice: yes; day of the notice: February 1, 2026. Right?",
            {"notice": True, "notified": "2026-02-01"},
        ),
        ("I paid 50 dollars difference in fees", "Difference in fees: Paid. Right?", {"fee": "paid"}),
    ],
)
def test_a_sentence_about_the_notice_or_the_fee_goes_where_it_belongs(
    tmp_path: Path, words: str, asked: str, kept: dict[str, object]
) -> None:
    session = reach(talk(tmp_path), MOVE, "moving.notice")
    assert session.say(words).prompt.ask.startswith(asked)
    say(session, "yes")
    assert session.case.projection.docs["moving"][""] == kept


def test_a_question_that_another_one_passes_over_is_not_lost(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), RENEW, "endorsement.level")
    say(session, "what does reinstatement cost?", "will I be reinstated if I pay?")
    say(session, "what is reinstatement insurance?")
    say(session, "yes")
    assert list(session.case.state.content.asked) == [
        "what does reinstatement cost?",
        "will I be reinstated if I pay?",
        "What is reinstatement insurance?",
    ]


def test_a_question_that_an_answer_passes_over_is_named(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), RENEW, "endorsement.level")
    turn = say(session, "what does reinstatement cost?", "level II")
    assert "Not on your list, without a yes: “what does reinstatement cost?”" in texts(turn.messages)
    assert session.case.standing.question == "endorsement.since"


@pytest.mark.parametrize(("aimed", "remarked"), [("I", True), ("II", True), ("III", False), ("IV", False)])
def test_a_move_to_a_level_that_does_not_come_after_the_one_held_is_remarked_on(
    tmp_path: Path, aimed: str, remarked: bool
) -> None:
    told = texts(reach(talk(tmp_path), MOVE, "target.level").say(f"level {aimed}").messages)
    assert (f"You hold level II, and {aimed} does not come after it. The source page only links" in told) is remarked


def test_not_sure_is_a_choice_of_its_own(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), RENEW, "endorsement.registry")
    out = StringIO()
    converse(session, ["4"], out, echo=True)
    assert "  3 Removed from the registry\n  4 Not sure\n" in out.getvalue()
    assert "Noted as not sure" in out.getvalue()
    assert session.case.standing.question == "membership.current"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("i was, till 2024, it ran out", "Current member: no; membership ended: 2024. Right?"),
        ("it lapsed in december i think", "I take that as no. Right?"),
    ],
)
def test_a_membership_that_ended_is_no_degree_and_a_doubt_stays_one(tmp_path: Path, words: str, asked: str) -> None:
    session = reach(talk(tmp_path), APPLY, "membership.current")
    assert session.say(words).prompt.ask.startswith(asked)
