"""What people ask is answered with the sentence that the edition has on it, and with what the page does not say."""

from pathlib import Path

import pytest
from session_talk import APPLY, RENEW, reach, say, talk, texts


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        (
            "how many hours of supervision for level III?",
            ["“reflective supervision experiences (as", "at least 50 hours"],
        ),
        ("how much supervision do I need?", ["(as appropriate)”", "does not say for whom it is appropriate, how many"]),
        ("is online supervision ok?", ["(as appropriate)”", "nor whether online"]),
        (
            "can I do level III without a master's?",
            ["for level III: “Master’s or post-graduate degree”", "a licence or a"],
        ),
        (
            "does a bachelor's in nursing count for level II?",
            ["for level II: “Bachelor’s or Master’s”", "no field of study"],
        ),
        ("how many years for level II?", ["for level II: “a minimum of 2 years paid professional"]),
        ("how many years of experience do I need?", ["for level I: “CDA or", "for level IV: “a minimum of 3 years"]),
        ("my degree is from Mexico, does it count?", ["for level III and IV:", "how degrees from abroad are treated"]),
        ("what if I don't have a degree", ["for level I: “CDA or Associates degree or 2 years paid"]),
        ("how old is this information?", ["undated, from about 2013 to 2018"]),
        ("do I need a license for level III?", ["names no licence"]),
        ("what's a mentor?", ["Who holds level IV"]),
        ("can I skip level I and go straight to II?", ["no lower level is among that"]),
        ("how do I apply?", ["it states neither the address nor the steps"]),
        ("where do I sign up", ["it states neither the address nor the steps"]),
        ("who decides?", ["recommends, and that the Committee decides"]),
        ("how much is the exam", ["does not state dates, fee or pass mark"]),
        ("how long does it take", ["How long the endorsement itself takes, the source page does not say"]),
    ],
)
def test_a_question_on_a_topic_is_answered_with_the_sentence_on_it(
    tmp_path: Path, words: str, sentences: list[str]
) -> None:
    session = reach(talk(tmp_path), APPLY, "education.school")
    told = texts(session.say(words).messages)
    assert [one for one in sentences if one not in told] == []
    assert session.case.standing.question == "education.school"


def test_of_a_renewal_the_sentences_of_the_renewal_are_said(tmp_path: Path) -> None:
    told = texts(reach(talk(tmp_path), RENEW, "endorsement.level").say("how much supervision should I have?").messages)
    assert "“a minimum of 12 hours in ongoing Reflective Supervision”" in told


def test_what_counts_is_offered_for_the_association_beside_the_sentence(tmp_path: Path) -> None:
    turn = reach(talk(tmp_path), APPLY, "education.school").say("does doula work count?")
    assert "It does not list jobs that count" in texts(turn.messages)
    assert turn.prompt.ask.startswith("Whether it counts, only the association can say. Shall I put “does doula work")


def test_the_number_of_a_level_is_no_pronoun(tmp_path: Path) -> None:
    told = texts(reach(talk(tmp_path), APPLY, "education.school").say("should I finish my degree first?").messages)
    assert "for level II: “Bachelor’s or Master’s”; for level III and IV:" in told


def test_what_the_sentence_leaves_open_goes_on_the_list_by_a_word(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.school")
    say(session, "how many years for level II?", "put that on my list")
    assert session.case.state.content.asked == ("how many years for level II?",)
    assert session.case.standing.question == "education.school"


def test_an_open_offer_is_said_once_more_and_then_no_more_and_is_not_lost(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.school")
    session.say("is there parking nearby?")
    asked = [session.say("who sees this?").prompt.ask for _ in range(3)]
    assert [ask.startswith("(Still open: put “is there parking nearby?”") for ask in asked] == [True, False, False]
    say(session, "put that on my list")
    assert session.case.state.content.asked == ("is there parking nearby?",)


def test_a_question_passed_over_by_one_that_is_answered_goes_on_the_list_with_it(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.school")
    say(session, "is there parking nearby?", "how many years for level II?", "put that on my list")
    assert session.case.state.content.asked == ("is there parking nearby?", "how many years for level II?")


def test_an_offer_that_stands_is_taken_by_the_same_words(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.school")
    turn = say(session, "is there parking nearby?", "put that on my list")
    assert session.case.state.content.asked == ("is there parking nearby?",)
    assert "Not on your list" not in texts(turn.messages)
