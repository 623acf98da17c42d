"""What is said while an offer waits for its yes: nothing of it is dropped unseen, and it may be no entry at all."""

from pathlib import Path

import pytest
from session_talk import APPLY, kinds, reach, say, talk, texts

OFFER = "hours with VAIMH in May 2019"


@pytest.mark.parametrize(
    "words",
    [
        "Touchpoints with Brazelton Center, 12 hours, May 2020",
        "no, Touchpoints with Brazelton Center, 12 hours, May 2020",
    ],
)
def test_an_offer_told_anew_takes_all_that_is_told(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    say(session, OFFER, words, "yes")
    assert session.case.projection.docs["training"]["training-1"] == {
        "title": "Touchpoints",
        "provider": "Brazelton Center",
        "date": "2020-05",
        "hours": 12,
    }


def test_what_no_fact_takes_is_named_as_not_used(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    words = "no thats wrong, the degree from virginia state is a bachelors. the cda is separate"
    ask = say(session, "CDA from virginia state, 2014", words).prompt.ask
    assert "Bachelor's degree; school: virginia state" in ask
    assert "“cda is separate”" in ask


def test_a_correction_of_several_things_after_the_yes_is_not_taken_for_one_of_them(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    say(session, "CDA from virginia state, 2014", "yes")
    here = session.case.standing
    words = "no thats wrong, the degree from virginia state is a bachelors. the cda is separate"
    assert kinds(session.say(words)) == ["problem"]
    assert session.case.standing == here


@pytest.mark.parametrize("words", ["no thats not a training", "that isn't a training", "no, it's not a training!"])
def test_an_offer_that_is_said_to_be_no_such_entry_is_refused(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    assert "Then not." in texts(say(session, OFFER, words).messages)
    assert not session.case.projection.docs["training"]


def test_a_yes_with_a_membership_is_no_training(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "membership.current")
    say(session, "yep and im a vaimh member since spring 2019", "yes")
    assert session.case.projection.known["membership.current"] is True
    assert not session.case.state.content.remembered


@pytest.mark.parametrize(
    ("question", "words", "unused"),
    [
        ("applicant.purpose", "apply first time, level 2", "level 2"),
        ("membership.current", "yes, joined spring 2019", "joined spring 2019"),
        ("work.schedule", "full time, 37.5 hrs", "37.5 hrs"),
        ("applicant.phone", "804 555 0143 but call after 5", "but call after 5"),
    ],
)
def test_what_an_answer_leaves_out_is_named(tmp_path: Path, question: str, words: str, unused: str) -> None:
    session = reach(talk(tmp_path), APPLY, question)
    assert f"(Not used: “{unused}”.)" in session.say(words).prompt.ask


def test_an_address_and_a_number_in_one_answer_are_both_offered(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "applicant.email")
    ask = say(session, "rosie.dp@example.org, phone is 804 555 0143 but call after 5").prompt.ask
    assert "“but call after 5”" in ask
    session.say("yes")
    known = session.case.projection.known
    assert (known["applicant.email"], known["applicant.phone"]) == ("rosie.dp@example.org", "+18045550143")


@pytest.mark.parametrize(
    ("question", "words", "asked"),
    [
        ("applicant.virginia", "both, i live in petersburg n work in hopewell", "I live and work in Virginia. Right?"),
        ("education.more", "CDA from like 2011", "Associate (CDA); date awarded: 2011. Right?"),
        ("training.more", "Touchpoints w erikson, 6 hours, May 2020", "Touchpoints; provider: erikson; date"),
    ],
)
def test_everyday_shortenings_are_read_back_as_they_are_meant(
    tmp_path: Path, question: str, words: str, asked: str
) -> None:
    assert asked in reach(talk(tmp_path), APPLY, question).say(words).prompt.ask


def test_a_date_that_nobody_knows_is_not_sure(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.expires")
    assert "Noted as not sure" in texts(session.say("no clue when it expires").messages)


def test_a_doubt_about_another_matter_leaves_the_question(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.expires")
    session.say("no clue when she started the job")
    assert session.case.standing.question == "education.expires"


def test_a_name_that_is_denied_gives_way_to_the_right_one(tmp_path: Path) -> None:
    session = talk(tmp_path)
    say(session, "hi, i want to apply for level 2 i think", "no thats not my name lol. its rosa delgado-pratt")
    assert session.case.projection.known["applicant.name"] == "rosa delgado-pratt"


def test_a_school_is_corrected_by_its_full_name(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    words = "yes but the full name is Virginia Commonwealth University"
    assert "school: Virginia Commonwealth University;" in say(session, "MSW from VCU, May 2017", words).prompt.ask
