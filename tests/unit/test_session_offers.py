"""Several facts in one sentence: shown for a yes, corrected before it, remembered for a list to come, never lost."""

from pathlib import Path

import pytest
from memory import lines_of
from session_talk import APPLY, kinds, reach, say, talk, texts

from intake.session.session import Session

DEGREE_AND_JOB = "I have a bachelor's in nursing from ODU, 2008, and I've done home visiting since 2015"


def entry(session: Session, section: str, number: int = 1) -> dict[str, object]:
    """What is known of an entry of a list."""
    return session.case.projection.docs[section].get(f"{section}-{number}", {})


@pytest.mark.parametrize(
    ("gate", "words", "known"),
    [
        (
            "education.more",
            "MSW from VCU, May 2017",
            {"credential": "master", "subject": "social work", "school": "VCU", "awarded": "2017-05"},
        ),
        (
            "education.more",
            "yes, bs in human development, james madison univ may 2021",
            {
                "credential": "bachelor",
                "subject": "human development",
                "school": "james madison univ",
                "awarded": "2021-05",
            },
        ),
        (
            "training.more",
            "Circle of Security with VAIMH, March 2023, twelve 2-hour sessions",
            {"title": "Circle of Security", "provider": "VAIMH", "date": "2023-03", "hours": 24},
        ),
        (
            "work.more",
            "home visitor at CHIP of Roanoke Valley since Sept 2018, full time",
            {
                "title": "home visitor",
                "employer": "CHIP of Roanoke Valley",
                "span": {"start": "2018-09", "end": ".."},
                "schedule": "full_time",
            },
        ),
    ],
)
def test_a_sentence_that_says_it_all_is_offered_and_written_at_a_yes(
    tmp_path: Path, gate: str, words: str, known: dict[str, object]
) -> None:
    session = reach(talk(tmp_path), APPLY, gate)
    before = session.case.state
    turn = session.say(words)
    assert turn.prompt.ask.endswith("Right?")
    assert session.case.state == before
    turn = session.say("yes")
    assert turn.saved
    assert entry(session, gate.partition(".")[0]) == known
    session.say("undo")
    assert session.case.state.content == before.content


def test_an_offer_is_corrected_before_it_is_taken(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    say(session, "MSW from VCU, May 2017", "no, 2016", "the school was George Mason")
    session.say("yes")
    assert (entry(session, "education")["awarded"], entry(session, "education")["school"]) == (
        "2016-05",
        "George Mason",
    )


def test_a_question_in_between_leaves_the_offer_standing(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    asked = session.say("MSW from VCU, May 2017").prompt.ask
    turn = session.say("hang on, what's an official transcript?")
    assert "The course record" in texts(turn.messages)
    assert turn.prompt.ask == asked
    session.say("yes")
    assert entry(session, "education")["school"] == "VCU"


def test_a_no_to_an_offer_writes_nothing_and_asks_one_by_one(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    before = session.case.state
    turn = say(session, "MSW from VCU, May 2017", "no")
    assert session.case.state == before
    assert turn.prompt.question == "education.more"


def test_a_title_that_only_looks_like_facts_is_kept_as_typed_after_a_no(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.title")
    say(session, "Growing Up 2019, 12 hours", "no")
    assert entry(session, "training")["title"] == "Growing Up 2019, 12 hours"


def test_what_belongs_to_a_later_list_is_kept_and_offered_there_even_after_a_resume(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    turn = session.say(DEGREE_AND_JOB)
    assert "Paid work" in texts(turn.messages)
    assert turn.saved
    session.say("yes")
    assert entry(session, "education")["awarded"] == "2008"
    session = talk(tmp_path, lines_of(session.case))
    script = APPLY | {"education.credential": "BA"}
    turn = reach(session, script, "work.more").say("repeat")
    assert "I've done home visiting since 2015" in turn.prompt.ask
    session.say("yes")
    assert entry(session, "work") == {"title": "home visiting", "span": {"start": "2015", "end": ".."}}
    assert session.case.state.content.remembered == ()


def test_what_was_kept_for_later_is_put_away_at_a_no(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    say(session, DEGREE_AND_JOB, "yes")
    reach(session, APPLY, "work.more").say("no")
    assert entry(session, "work") == {}
    assert session.say("repeat").prompt.ask == session.case.pack.flow.sections["work"].repeat.first  # type: ignore[union-attr]


def test_what_belongs_to_a_list_asked_before_is_offered_at_once(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.more")
    session.say("I also have an associate's in early childhood from Reynolds, 2012")
    session.say("yes")
    assert entry(session, "education", 2)["school"] == "Reynolds"
    assert session.case.standing.section == "education"  # what is still open of it is asked now


def test_words_that_were_not_used_are_named(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.more")
    turn = session.say("therapist at Thrive since feb 2021, supervised til june 2023")
    assert "Not used" in turn.prompt.ask
    assert "june 2023" in turn.prompt.ask


@pytest.mark.parametrize(
    "words", ["Skip Williams", "Help Me Grow", "May Day School", "Back to Basics Training", "No. 5 Main St", "Undo Inc"]
)
@pytest.mark.parametrize("question", ["training.title", "work.title", "work.employer", "references.name"])
def test_names_that_look_like_something_else_are_answers(tmp_path: Path, question: str, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, question)
    turn = session.say(words)
    assert kinds(turn)[0] == "noted"
    section, _, field = question.partition(".")
    assert entry(session, section)[field] == words


def test_a_story_is_not_taken_for_facts(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.description")
    words = "In 2019 I visited families at home with our nurse, about 20 hours a week."
    assert kinds(session.say(words))[0] == "noted"
    assert entry(session, "work")["description"] == words


def test_a_name_as_it_is_spoken_is_read_back(tmp_path: Path) -> None:
    session = talk(tmp_path)
    assert session.say("im Tasha Greene").prompt.ask == "Tasha Greene. Right?"
    session.say("yes")
    assert session.case.projection.known["applicant.name"] == "Tasha Greene"


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("no wait march 2021", {"start": "2021-03", "end": ".."}),
        ("no april", {"start": "2021-04", "end": ".."}),
        ("no, i left in june 2023", {"start": "2021-02", "end": "2023-06"}),
    ],
)
def test_a_correction_at_an_offer_is_about_the_offer(tmp_path: Path, words: str, span: dict[str, str]) -> None:
    session = reach(talk(tmp_path), APPLY, "work.more")
    before = session.case.state
    say(session, "therapist at Chesterfield Infant Program since feb 2021", words)
    assert session.case.state == before
    session.say("yes")
    assert entry(session, "work")["span"] == span


def test_several_facts_of_an_offer_are_corrected_in_one_sentence(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.more")
    say(
        session,
        "therapist at Chesterfield since feb 2021",
        "no wait i started april 2020, and the employer is Thrive",
        "yes",
    )
    assert entry(session, "work")["employer"] == "Thrive"
    assert entry(session, "work")["span"] == {"start": "2020-04", "end": ".."}


def test_a_correction_that_fits_nothing_leaves_the_offer_standing(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.more")
    asked = session.say("therapist at Chesterfield since feb 2021").prompt.ask
    turn = session.say("no wait, purple monkeys 77")
    assert kinds(turn) == ["problem"]
    assert turn.prompt.ask == asked


def test_an_offer_that_is_passed_over_is_offered_again_with_its_list(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    say(session, "MSW from VCU, May 2017", "yes", "no", "no", "sent")
    say(session, "BA in psychology, JMU, 2012", "high school")
    assert entry(session, "education", 2)["credential"] == "high_school"
    turn = say(session, "Patrick Henry", "2008", "no", "sent")
    assert "Earlier you said “BA in psychology, JMU, 2012”" in turn.prompt.ask


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("training.title", "a couple years ago i did circle of security"),
        ("training.provider", "yes"),
        ("training.provider", "twelve"),
        ("work.employer", "since january 2025"),
        ("applicant.name", "um, sam i guess? Sam Rivera"),
    ],
)
def test_what_a_name_cannot_well_be_is_read_back(tmp_path: Path, question: str, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, question)
    before = session.case.state
    assert session.say(words).prompt.ask.endswith("Right?")
    assert session.case.state == before


def test_what_is_said_for_later_at_a_read_back_leaves_the_read_back_standing(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "target.level")
    asked = session.say("i think level three").prompt.ask
    turn = session.say("MSW from VCU, May 2017")
    assert "Education" in texts(turn.messages)
    assert turn.prompt.ask == asked


def test_a_read_back_takes_one_key_and_a_wish_to_finish_takes_a_word(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    assert session.say("MSW from VCU, May 2017").prompt.marked == "Yes"
    session.say("no")
    assert session.say("/finish").prompt.marked == ""


def test_an_offer_that_stood_when_somebody_left_is_made_again(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    say(session, "MSW from VCU, May 2017", "/pause")
    resumed = talk(tmp_path, lines_of(session.case))
    assert "Earlier you said “MSW from VCU, May 2017”" in resumed.say("/repeat").prompt.ask


def test_words_that_are_refused_leave_the_offer_standing_and_nothing_written(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more")
    offered = session.say("MSW from VCU, May 2017").prompt.ask
    before = session.case.state.seq
    turn = session.say("/remove job 7")
    assert [message.kind for message in turn.messages] == ["problem"]
    assert (turn.prompt.ask, session.case.state.seq) == (offered, before)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("work.supervised", "my director meets with me every month"),
        ("work.supervised_span", "Theresa our director sat down with me to go over my families at the center"),
    ],
)
def test_what_is_told_at_a_question_never_changes_what_was_answered_before(
    tmp_path: Path, question: str, words: str
) -> None:
    session = reach(talk(tmp_path), APPLY, question)
    before = entry(session, "work")
    turn = session.say(words)
    assert kinds(turn) == ["problem"]
    assert session.say("hm").prompt.question == question
    assert entry(session, "work") == before


@pytest.mark.parametrize(
    ("gate", "words", "unknown", "known"),
    [
        (
            "supervision.more",
            "yes, about 20 hours in a group, not sure who the provider was",
            "Provider: not sure",
            {"format": "group", "hours": 20},
        ),
        (
            "training.more",
            "Touchpoints, 24 hours in 2021 but I don't remember the provider",
            "provider: not sure",
            {"title": "Touchpoints", "date": "2021", "hours": 24},
        ),
        (
            "training.more",
            "Circle of Security by VAIMH, 24 hours, not sure when",
            "date: not sure",
            {"title": "Circle of Security", "provider": "VAIMH", "hours": 24},
        ),
    ],
)
def test_what_is_not_known_among_facts_is_an_open_question_and_no_value(
    tmp_path: Path, gate: str, words: str, unknown: str, known: dict[str, object]
) -> None:
    session = reach(talk(tmp_path), APPLY, gate)
    assert unknown in session.say(words).prompt.ask
    session.say("yes")
    section, field = gate.partition(".")[0], unknown.partition(":")[0].lower()
    assert entry(session, section) == known
    answer = session.case.projection.answer(f"{section}.{field}", f"{section}-1")
    assert answer is not None
    assert answer.status == "unsure"


@pytest.mark.parametrize("words", ["no, the provider is not sure", "the provider is unknown"])
def test_a_correction_can_say_that_it_is_not_known(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    session.say("Circle of Security by VAIMH, May 2021, 24 hours")
    assert "provider: not sure" in session.say(words).prompt.ask
    session.say("yes")
    assert entry(session, "training") == {"title": "Circle of Security", "date": "2021-05", "hours": 24}


def test_an_answer_given_before_can_turn_out_not_to_be_known(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.hours")
    assert session.say("no wait, the provider is not sure").prompt.ask == "Provider: VAIMH → not sure. Right?"
    session.say("yes")
    assert "provider" not in entry(session, "training")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Zero to Three, may 2025", "Zero to Three"),
        ("birth to three, may 2025, 6 hours", "birth to three"),
        ("Three Rivers conference, 6 hours, may 2025", "Three Rivers conference"),
        ("Attachment Part Two, may 2025, 6 hours", "Attachment Part Two"),
    ],
)
def test_a_number_within_a_name_is_no_day_of_the_month(tmp_path: Path, words: str, title: str) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    say(session, words, "yes")
    assert entry(session, "training").items() >= {"title": title, "date": "2025-05"}.items()


def test_a_number_in_capitals_before_its_unit_is_an_amount(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    say(session, "Touchpoints, Twelve Hours, May 2024", "yes")
    assert entry(session, "training") == {"title": "Touchpoints", "date": "2024-05", "hours": 12}


SEVERAL = (
    "Touchpoints 24 hours march 2023, Reflective practice day 6 hrs oct 2023, and four VAIMH webinars 2 hours each in "
    "2024, DC:0-5 training 20 hours may 2025"
)


def test_each_of_several_entries_in_a_sentence_is_offered_in_its_turn(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    turn = session.say(SEVERAL)
    assert turn.prompt.ask == "New training. Title: Touchpoints; date: March 2023; hours: 24 hours. Right?"
    assert "“Reflective practice day 6 hrs oct 2023”" in texts(turn.messages)
    assert "“four VAIMH webinars 2 hours each in 2024”" in texts(turn.messages)
    assert "“DC:0-5 training 20 hours may 2025”" in texts(turn.messages)
    offered = say(session, "yes", "Brazelton").prompt.ask
    assert "Title: Reflective practice day; date: October 2023; hours: 6 hours" in offered


def test_each_line_of_a_paste_is_an_entry_of_its_own(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    say(session, "Touchpoints, Brazelton, 24 hours, march 2023\nZero to Three, may 2025", "yes", "yes")
    assert entry(session, "training") == {
        "title": "Touchpoints",
        "provider": "Brazelton",
        "date": "2023-03",
        "hours": 24,
    }
    assert entry(session, "training", 2) == {"title": "Zero to Three", "date": "2025-05"}


@pytest.mark.parametrize(
    "words",
    [
        "CDA from the Council for Professional Recognition, May 10, 2024, expires May 10, 2027",
        "Touchpoints\nBrazelton\nMarch 2023\n24 hours",
        "Infants, toddlers and families, VAIMH, March 2023, 24 hours",
    ],
)
def test_the_facts_of_one_entry_are_not_taken_for_several(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "education.more" if "CDA" in words else "training.more")
    assert "Kept for" not in texts(session.say(words).messages)


@pytest.mark.parametrize(
    ("words", "asked", "known"),
    [
        (
            "the webinars were in 2024, not may 2025",
            "Attachment webinars. Date: May 2025 → 2024. Right?",
            {"date": "2024", "hours": 8},
        ),
        (
            "it was 24 hrs, 2023",
            "Attachment webinars. Date: May 2025 → 2023; hours: 8 hours → 24 hours. Right?",
            {"date": "2023", "hours": 24},
        ),
    ],
)
def test_a_correction_of_a_known_entry_begins_no_entry(
    tmp_path: Path, words: str, asked: str, known: dict[str, object]
) -> None:
    session = reach(talk(tmp_path), APPLY, "training.title")
    say(session, "Attachment webinars", "VAIMH", "May 2025", "8")
    assert session.say(words).prompt.ask == asked
    session.say("yes")
    assert session.case.standing.question == "training.more"
    assert len(session.case.projection.docs["training"]) == 1
    assert entry(session, "training").items() >= known.items()


def test_a_correction_of_an_entry_that_is_not_known_writes_nothing(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    turn = session.say("the webinars were in 2024, not may 2025")
    assert kinds(turn) == ["problem"]
    assert not session.case.projection.docs["training"]


def test_a_total_is_no_entry_of_a_list(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.more")
    turn = session.say("yes, about 58 hours altogether")
    assert texts(turn.messages).startswith("That is a total. List the trainings one by one")
    assert turn.prompt.question == "training.more"


@pytest.mark.parametrize(
    ("question", "words", "asked"),
    [
        (
            "applicant.virginia",
            "2, but I work in Maryland half the time",
            "I live in Virginia. Right? (Not used: “but I work in Maryland half the time”.)",
        ),
        ("applicant.virginia", "I work and live in richmond va", "I live and work in Virginia. Right?"),
        (
            "applicant.phone",
            "804 555 0142 but only after 5",
            "+1 804-555-0142. Right? (Not used: “but only after 5”.)",
        ),
        ("applicant.name", "yes, it says Marisol Vega", "Marisol Vega. Right?"),
        (
            "applicant.email",
            "wait no my name is Marisol Vega without the hyphen",
            "Name: Dana Whitfield → Marisol Vega. Right?",
        ),
    ],
)
def test_an_answer_with_more_beside_it_is_read_back(tmp_path: Path, question: str, words: str, asked: str) -> None:
    assert reach(talk(tmp_path), APPLY, question).say(words).prompt.ask == asked


def test_the_whole_time_may_be_misspelt(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.supervised_span")
    session.say("teh whole time")
    assert entry(session, "work")["supervised_span"] == "whole"


@pytest.mark.parametrize("words", ["I want to ask my aunt", "someone from work"])
def test_a_sentence_where_a_person_is_named_is_read_back(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "references.more")
    assert say(session, words).prompt.ask == f"Name: {words}. Right?"
    assert not session.case.projection.docs["references"]


@pytest.mark.parametrize("words", ["Robin Avery", "robin avery", "Maria de la Cruz", "Will May", "Denise Carter, LCSW"])
def test_a_name_is_taken_as_it_is(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "references.more")
    say(session, words)
    assert [each["name"] for each in session.case.projection.docs["references"].values()] == [words]


@pytest.mark.parametrize(
    "words", ["Denise Carter, Tanya Ellis and Robin Avery", "denise carter\ntanya ellis, robin avery"]
)
def test_three_names_in_one_line_are_three_people(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "references.more")
    for each in (words, "yes", "boss", "sent", "yes", "colleague", "sent", "yes"):
        say(session, each)
    named = [str(each["name"]).title() for each in session.case.projection.docs["references"].values()]
    assert named == ["Denise Carter", "Tanya Ellis", "Robin Avery"]
