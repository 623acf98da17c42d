"""A call: words in any order are filed where they belong, read back, kept where they belong nowhere, and go on."""

from datetime import timedelta
from pathlib import Path

import callers
import pytest
from call_talk import call_with, told_in
from session_talk import say, texts

from intake.interview.standing import MORE
from intake.prescreen.closing import Close
from intake.prescreen.letter import text
from intake.session.briefing import kind_of
from intake.session.call_record import file_name, record_of
from intake.session.calling import Call


def test_one_breath_goes_to_three_lines_and_is_read_back(tmp_path: Path) -> None:
    call = call_with(tmp_path)
    heard = call.hear("she has a masters, been with EHS since 2019, no membership")
    assert heard.back == (
        "So: Education: Master's degree; Paid work: EHS, 2019 – now; Membership: current member: no. Is that right?"
    )
    assert told_in(call) == {
        "education": "Master's degree",
        "job": "EHS",
        "length": "2019 – now",
        "membership": "current member: no",
    }


def test_the_sheets_own_words_tell_a_membership_and_not_those_of_the_interview(tmp_path: Path) -> None:
    assert "membership" not in told_in(call_with(tmp_path, "her license lapsed"))


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (
            "masters in social work from VCU 2015 been with EHS since 2019 no membership",
            {
                "education": "Master's degree, social work, VCU, 2015",
                "job": "EHS",
                "length": "2019 – now",
                "membership": "current member: no",
            },
        ),
        ("two references, Ann Lee and Bo Chan", {"references": "Ann Lee; Bo Chan"}),
        (
            "Ann Lee and Bo Chan would rate her",
            {"references": "Ann Lee, Has said yes; Bo Chan, Has said yes"},
        ),
        (
            "two references Ann Lee and Bo Chan, both said yes",
            {"references": "Ann Lee, Has said yes; Bo Chan, Has said yes"},
        ),
        (
            "references: her supervisor Joan Beck, a colleague Raj Patel, only Joan said yes",
            {"references": "Joan Beck, Supervisor, teacher or trainer, Has said yes; Raj Patel, Colleague"},
        ),
        (
            "head start teacher 2011-2016, now EHS lead teacher since aug 2016",
            {
                "job": "head start teacher; EHS lead teacher",
                "length": "head start teacher: 2011 – 2016; EHS lead teacher: August 2016 – now",
            },
        ),
    ],
)
def test_a_breath_with_no_marks_between_is_parted(words: str, known: dict[str, str], tmp_path: Path) -> None:
    assert told_in(call_with(tmp_path, words)) == known


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("BA psych from JMU 2012, then stayed home", ["psych", "stayed home"]),
        ("therapist at EHS since 2018, RN, moved here last year", ["RN", "moved here last year"]),
        ("MSW from VCU, well, and she says", []),
        ("call back after 4 on her cell 804 555 0199", ["call back after 4 on her cell"]),
        ("has a BSN 2015, no masters", ["no masters"]),
    ],
)
def test_what_is_read_only_in_part_is_kept_with_the_rest(words: str, kept: list[str], tmp_path: Path) -> None:
    call = call_with(tmp_path, words)
    jotted = [jot.words for jot in call.case.state.content.jotted]
    assert jotted == kept
    record = text(record_of(call))
    assert [words for words in kept if words not in record] == []


@pytest.mark.parametrize(
    ("words", "line", "wrong"),
    [
        ("Tina Ferrante lives in Richmond works at Bon Secours", "job", "Tina"),
        ("BSN 2015, no masters", "education", "Master"),
        ("does she need a license?", "education", "Doctorate"),
        ("nurse since 2022, nobody supervises her", "ages", "Nobody"),
        ("group RS, 40 hours, Lopez is endorsed level 4", "standing", "IV"),
        ("endorsed at level 2 since 2020 moved here last year", "standing", "2025"),
        ("was level 1 until 2019", "target", "I"),
        ("CDA good til march 2027", "education", "(CDA), March"),
        ("my husband works at EHS", "job", "EHS"),
        ("no idea if she is on the registry still", "standing", "registry"),
        ("not sure whether the job was supervised", "supervised", "yes"),
        ("worked at a preschool", "ages", "3 to 5"),
    ],
)
def test_what_is_not_said_is_not_filed(words: str, line: str, wrong: str, tmp_path: Path) -> None:
    assert wrong not in told_in(call_with(tmp_path, words)).get(line, "")


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("Touchpoints training, 21 hours, 2012", {"training": "Touchpoints training, 21 hours, 2012"}),
        (
            "trainings: circle of security 8 hrs, FAN 12h, maybe 30 hrs all together",
            {"training": "trainings: circle of security 8 hrs, FAN 12h, maybe 30 hrs all together"},
        ),
        (
            "RS with Ann Lee, 40 hours, 20 hours of training",
            {"reflective": "Ann Lee, 40 hours", "training": "20 hours of training"},
        ),
        (
            "I supervised home visitors at EHS from 1998 to 2019",
            {"job": "EHS", "length": "1998 – 2019", "supervised": "I supervised home visitors"},
        ),
        ("I live in Blacksburg", {"virginia": "I live in Blacksburg"}),
        (
            "what she does mostly is home visits with toddlers",
            {"ages": "Babies and toddlers from birth to 3", "job": "Direct work with children or families"},
        ),
        ("I had level II once", {"standing": "II: Infant Family Specialist; once"}),
        ("works at EHS, her supervisor is endorsed level IV", {"job": "EHS"}),
        ("masters 2015, the doctorate is not finished", {"education": "Master's degree, 2015"}),
    ],
)
def test_words_go_to_the_line_that_they_are_about(words: str, known: dict[str, str], tmp_path: Path) -> None:
    assert told_in(call_with(tmp_path, words)) == known


@pytest.mark.parametrize(
    "words",
    [
        "her boss asked her to do it",
        "her supervisor is an LCSW",
        "LCSW supervisor",
        "I'm retired since 2022",
        "member of what?",
        "is that reflective",
        "what about volunteering, i read to preschoolers saturdays",
        "level III she thinks",
    ],
)
def test_what_is_asked_or_told_of_others_is_a_note_as_it_was_typed(words: str, tmp_path: Path) -> None:
    call = call_with(tmp_path, "home visitor at EHS since 2019, paid")
    known = told_in(call)
    call.hear(words)
    assert (told_in(call), call.notes()) == (known, [words])


def test_a_change_that_is_taken_back_in_the_same_breath_changes_nothing(tmp_path: Path) -> None:
    call = call_with(tmp_path, "MSN, VCU 2015")
    call.hear("the degree is a DNP.. no sorry, the masters is MSN, the DNP is not finished")
    assert told_in(call) == {"education": "Master's degree, nursing, VCU, 2015"}


def test_what_it_is_belongs_to_what_was_told_just_before(tmp_path: Path) -> None:
    call = call_with(tmp_path, "she did her degree at Fudan University", "it's a masters")
    assert told_in(call) == {"education": "Master's degree, Fudan University"}


def test_a_degree_that_is_denied_begins_no_other(tmp_path: Path) -> None:
    assert told_in(call_with(tmp_path, "MSW 2015", "not a doctorate, a master's"))["education"].count("Master") == 1


def test_whom_one_works_with_is_added_to_what_was_told_but_for_a_correction(tmp_path: Path) -> None:
    call = call_with(tmp_path, "home visitor at EHS with toddlers", "coaches parents")
    assert told_in(call)["ages"] == "Babies and toddlers from birth to 3, Parents and caregivers"
    call.hear("actually only parents")
    assert told_in(call)["ages"] == "Parents and caregivers"


@pytest.mark.parametrize("words", ["the EHS job is hard", "she loves babies", "EHS pays for it", "VCU is far away"])
def test_a_remark_about_what_is_known_is_kept_whole_and_read_back_as_nothing(words: str, tmp_path: Path) -> None:
    call = call_with(tmp_path, "MSW from VCU 2015, home visitor at EHS since 2021")
    assert call.hear(words).back == ""
    assert [jot.words for jot in call.case.state.content.jotted] == [words]


def test_what_is_said_again_is_read_back_as_known(tmp_path: Path) -> None:
    call = call_with(tmp_path, "MSW from VCU 2015")
    assert call.hear("so a masters").back == "So: Education: Master's degree (known already). Is that right?"


def test_the_name_of_a_line_tells_nothing_of_it(tmp_path: Path) -> None:
    assert told_in(call_with(tmp_path, "membership")) == {}


def test_an_address_at_work_is_no_personal_one(tmp_path: Path) -> None:
    call = call_with(tmp_path, "my email at work is lp@chip.org")
    assert "applicant.email" not in call.case.projection.known
    assert "lp@chip.org" in told_in(call)["email"]


def test_a_member_of_something_else_is_no_member(tmp_path: Path) -> None:
    call = call_with(tmp_path, "is a member of a church")
    assert "current member" not in told_in(call)["membership"]


def test_volunteering_leaves_a_paid_job_as_it_is(tmp_path: Path) -> None:
    call = call_with(tmp_path, "home visitor at EHS since 2019, paid", "I volunteer at a preschool saturdays")
    assert [doc["paid"] for doc in call.case.projection.docs["work"].values()] == [True, False]


def test_a_telephone_number_is_read_back_as_one(tmp_path: Path) -> None:
    assert "e-mail" not in call_with(tmp_path).hear("phone 434 555 0199").back


def test_the_read_back_names_the_entry_that_a_later_fact_is_filed_with(tmp_path: Path) -> None:
    call = call_with(tmp_path, "home visitor at Healthy Families since 2024", "nurse at EHS from 2015 to 2020")
    assert "Paid work (home visitor): Part-time" in call.hear("the home visitor job is part time").back


def test_a_question_before_what_is_told_is_heard_too(tmp_path: Path) -> None:
    call = call_with(tmp_path)
    heard = call.hear("does she need a car? no membership")
    assert "on your list for the association" in heard.ask
    assert told_in(call) == {"membership": "current member: no"}


def test_one_undo_takes_the_whole_breath_back(tmp_path: Path) -> None:
    call = call_with(tmp_path, "she has a masters, been with EHS since 2019, no membership")
    back = texts(call.hear("undo").messages)
    assert [told for told in ("Taken back: ", "Master's degree", "EHS", "2019") if told not in back] == []
    assert told_in(call) == {}


def test_what_comes_later_belongs_to_the_entry_it_names(tmp_path: Path) -> None:
    call = call_with(
        tmp_path,
        "home visitor at Healthy Families since sept 2024",
        "supervisor of interns at Little Steps from 2020 to 2022",
        "the home visitor job is part time, 20 hours a week",
    )
    docs = list(call.case.projection.docs["work"].values())
    assert [(doc["title"], doc.get("hours_per_week")) for doc in docs] == [
        ("home visitor", 20),
        ("supervisor of interns", None),
    ]


def test_two_degrees_and_two_jobs_in_one_breath_are_two_each(tmp_path: Path) -> None:
    call = call_with(
        tmp_path,
        "bachelors in nursing 2015, masters 2019",
        "she worked at Head Start from 2010 to 2014 and then at Early Impact Virginia since 2015",
        "the first job was part time",
    )
    docs = call.case.projection.docs
    assert [(d["credential"], d["awarded"]) for d in docs["education"].values()] == [
        ("bachelor", "2015"),
        ("master", "2019"),
    ]
    assert [(d["employer"], d.get("schedule")) for d in docs["work"].values()] == [
        ("Head Start", "part_time"),
        ("Early Impact Virginia", None),
    ]


@pytest.mark.parametrize(
    ("words", "jobs"),
    [
        ("worked at Head Start and at EHS", "Head Start; EHS"),
        ("nurse at Mercy and a therapist at Little Steps", "nurse, Mercy; therapist, Little Steps"),
        ("head start teacher, home visitor at EHS", "head start teacher; home visitor, EHS"),
        ("nanny, then preschool aide, now home visitor at EHS", "nanny; preschool aide; home visitor, EHS"),
        ("she's a therapist and clinical supervisor at EHS", "therapist and clinical supervisor, EHS"),
        ("home visitor at EHS with her supervisor Joan", "home visitor, EHS; with her supervisor Joan"),
    ],
)
def test_jobs_without_dates_in_one_breath_are_one_each(words: str, jobs: str, tmp_path: Path) -> None:
    assert told_in(call_with(tmp_path, words))["job"] == jobs


def test_another_time_without_a_name_is_another_job(tmp_path: Path) -> None:
    call = call_with(tmp_path, "therapist at EHS since feb 2021", "supervises interns there since sept 2024")
    spans = [doc["span"]["start"] for doc in call.case.projection.docs["work"].values()]
    assert spans == ["2021-02", "2024-09"]


def test_the_end_of_a_job_keeps_its_beginning(tmp_path: Path) -> None:
    call = call_with(tmp_path, "nurse at EHS since 2015", "actually the EHS job ended in 2019")
    assert call.case.projection.docs["work"]["work-1"]["span"] == {"start": "2015", "end": "2019"}


def test_a_date_beside_something_else_changes_no_degree(tmp_path: Path) -> None:
    call = call_with(tmp_path, "BSN 2015", "no she's not a member but she was until December 2024")
    known = told_in(call)
    assert known["education"].endswith("2015")
    assert "December 2024" in known["membership"]


def test_undo_says_which_note_it_took_back(tmp_path: Path) -> None:
    assert "she sounded tired" in texts(call_with(tmp_path, "she sounded tired").hear("undo").messages)


def test_a_caller_corrects_herself(tmp_path: Path) -> None:
    call = call_with(tmp_path, "MSW from VCU, May 2017", "first time", "no wait, the degree was May 2016")
    assert "May 2016" in told_in(call)["education"]
    assert "2017" not in told_in(call)["education"]
    call.hear("reflective supervision with Ann Lee, 10 hours")
    call.hear("actually it was 12 hours")
    assert told_in(call)["reflective"] == "Ann Lee, 12 hours"


def test_a_question_in_between_is_answered_and_nothing_is_filed(tmp_path: Path) -> None:
    call = call_with(tmp_path, "MSW from VCU")
    before = call.case.state.seq
    heard = call.hear("what is reflective supervision?")
    assert "relationships with families" in texts(heard.messages)
    assert call.case.state.seq == before


def test_what_nothing_answers_can_go_to_the_association(tmp_path: Path) -> None:
    call = call_with(tmp_path)
    assert "on your list for the association" in call.hear("does she need a car?").ask
    call.hear("yes")
    assert call.case.state.content.asked == ("does she need a car?",)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("she has a masters and no membership, does she need to be a member first?", "The source page says"),
        ("she has a masters and no membership. what is reflective supervision?", "reflective supervision: "),
    ],
)
def test_what_is_told_before_a_question_is_filed_and_the_question_heard(tmp_path: Path, words: str, asked: str) -> None:
    call = call_with(tmp_path)
    heard = call.hear(words)
    assert told_in(call) == {"education": "Master's degree", "membership": "current member: no"}
    assert heard.back.startswith("So: Education: Master's degree")
    assert asked in heard.ask + " ".join(message.text for message in heard.messages)


def test_what_waits_for_a_yes_does_not_swallow_what_the_caller_says_next(tmp_path: Path) -> None:
    call = call_with(tmp_path, "CDA from May 10, 2024, it expires in 2027")
    assert "2027 → May 10, 2027" in texts(call.hear("actually it expires May 10, 2027").messages)
    call.hear("does she need a car?")
    heard = call.hear("not a member")
    assert heard.ask == ""
    assert "is not on the list for the association" in heard.messages[0].text
    assert told_in(call)["membership"] == "current member: no"
    assert call.case.state.content.asked == ()
    assert call.notes() == ["does she need a car?"]


def test_unsure_is_an_answer(tmp_path: Path) -> None:
    call = call_with(tmp_path, "no idea how many hours of training")
    call.hear("?", "membership")
    states = {line.id: line.state for line in call.lines()}
    assert (states["training"], states["membership"], states["name"]) == ("unsure", "unsure", "open")


def test_a_picked_line_takes_words_that_tell_nothing_else(tmp_path: Path) -> None:
    call = call_with(tmp_path)
    for line, words in (("name", "Dana Whitfield"), ("membership", "yes"), ("virginia", "both"), ("reflective", "no")):
        call.hear(words, line)
    assert told_in(call) == {
        "name": "Dana Whitfield",
        "virginia": "I live and work in Virginia",
        "membership": "current member: yes",
        "reflective": "none",
    }


def test_a_bare_answer_is_for_the_line_that_is_asked_where_it_answers_that(tmp_path: Path) -> None:
    call = call_with(tmp_path, "Dana Whitfield")
    assert call.hear("yes").back == "So: Virginia: I live and work in Virginia. Is that right?"
    call.hear("no")  # that is not right
    call.hear("yes")  # is no answer to whether she is new or endorsed
    assert told_in(call) == {"name": "Dana Whitfield", "virginia": "I live and work in Virginia"}
    assert call.notes() == ["yes"]


def test_words_of_no_line_are_kept_as_a_note(tmp_path: Path) -> None:
    call = call_with(tmp_path, "she sounded tired", "note: call back friday")
    assert call.notes() == ["she sounded tired", "call back friday"]


def test_hostile_words_are_shown_and_not_obeyed(tmp_path: Path) -> None:
    call = call_with(tmp_path, "note: \x1b[2J[bold]x[/bold]", "her name is Eve\u202e\x07")
    call.hear("\ud800")
    shown = " ".join([*call.notes(), *told_in(call).values()])
    assert not [c for c in shown if ord(c) < 0x20 or c in "\u202e\ud800"]


def test_the_call_is_called_by_its_caller(tmp_path: Path) -> None:
    call = call_with(tmp_path)
    assert call.session.title == "Call 2026-03-01 12:00"
    call.hear("this is Dana Whitfield calling")
    assert call.session.title == "Dana Whitfield"


def test_the_close_names_levels_two_gaps_and_a_step_and_promises_nothing(tmp_path: Path) -> None:
    call = call_with(tmp_path, *callers.fragments("marisol")[:-4], "membership lapsed", "no references")
    said = call.closing()
    assert "II Infant Family Specialist" in said.levels
    assert "IV" not in said.levels
    assert said.gaps == ("Membership", "3 more references")
    assert said.action.startswith("Join VAIMH")
    assert not {"eligible", "approved", "congratulations"} & set(
        " ".join([said.levels, *said.gaps, said.action]).split()
    )


@pytest.mark.parametrize(
    ("said", "gaps", "action"),
    [
        (callers.fragments("marisol")[:12], ("2 more references", ""), "You still need 2 more references."),
        (callers.fragments("marisol")[:8], ("", "Three reference ratings"), "If not done yet: Say whether"),
        (callers.fragments("marisol"), ("", "Signed Code of Ethics"), "Ask the association: Does my work count"),
        (["current member"], ("", ""), "Still to tell, or to do: a training that"),
    ],
)
def test_the_next_step_is_a_sentence_and_a_gap_says_what_is_needed(
    said: list[str], gaps: tuple[str, str], action: str, tmp_path: Path
) -> None:
    close = call_with(tmp_path, *said).closing()
    assert [gap in told for gap, told in zip(gaps, close.gaps, strict=True)] == [True, True]
    assert close.action.startswith(action)
    assert close.action[-1] in ".?"


def test_a_close_as_staff_worded_it_is_what_stands(tmp_path: Path) -> None:
    call = call_with(tmp_path, "MSW")
    call.hang_up(Close("III, perhaps", ("Membership", ""), "Call the office"))
    assert call.ended
    assert call.closing() == Close("III, perhaps", ("Membership",), "Call the office")
    call.take_up()
    assert call.ended


def test_more_words_open_a_closed_call_again_and_its_record_keeps_end_and_close(tmp_path: Path) -> None:
    call = call_with(tmp_path, "MSW")
    began = call.case.clock()
    call.case.clock = lambda: began + timedelta(seconds=90)
    call.hang_up(Close("III, perhaps", ("Membership",), "Call the office"))
    ended = record_of(call).ended
    call.case.clock = lambda: began + timedelta(days=1)
    again = Call(call.session)
    assert "This call is closed." in again.take_up()
    assert record_of(again).ended == ended
    again.hear("current member")
    assert not again.ended
    assert (record_of(again).ended, again.seconds()) == (ended, 90)
    assert again.closing() == Close("III, perhaps", ("Membership",), "Call the office")


@pytest.mark.parametrize("closed", [True, False])
def test_a_call_that_goes_on_as_an_application_is_one_at_once(closed: bool, tmp_path: Path) -> None:
    call = call_with(tmp_path, "MSW")
    if closed:
        call.hang_up(call.closing())
    ended = record_of(call).ended
    assert kind_of(call.case) == "call"
    call.go_on()
    assert kind_of(call.case) == "application"
    assert record_of(call).ended == (ended or call.case.state.at)


@pytest.mark.parametrize("name", ["dana", "gloria", "keisha", "robert"])
def test_a_call_that_becomes_an_application_asks_nothing_that_is_known(name: str, tmp_path: Path) -> None:
    call = call_with(tmp_path, *callers.fragments(name))
    known = {
        (f"{section}.{field}", item)
        for section, docs in call.case.projection.docs.items()
        for item, doc in docs.items()
        for field in doc
    }
    session, asked = call.session, list[tuple[str, str]]()
    while (here := session.case.standing).section not in session.case.pack.flow.finishing:
        if here.field != MORE:
            asked.append((here.question, here.item))
        say(session, "no" if here.field == MORE else "skip")
        assert len(asked) < 200
    assert asked
    assert known
    assert not known & set(asked)


def test_the_outlook_takes_what_was_not_told_as_counting_and_the_board_does_not(tmp_path: Path) -> None:
    call = call_with(tmp_path, "MSW, May 2017, therapist at EHS since 2018")
    words = [{row.number: row.verdict for row in rows}["III"] for rows in (call.board(), call.outlook())]
    assert words == ["need_information", "confirm"]
    empty = call_with(tmp_path / "other")
    assert {row.verdict for row in empty.outlook() if row.number} == {"need_information"}


def test_a_break_is_not_on_the_line(tmp_path: Path) -> None:
    call = call_with(tmp_path)
    began = call.case.clock()
    call.case.clock = lambda: began + timedelta(seconds=90)
    call.hear("no membership")
    call.case.clock = lambda: began + timedelta(hours=2)
    assert "1:30 on the line" in Call(call.session).take_up()
    call.case.clock = lambda: began + timedelta(hours=2, seconds=15)
    assert call.seconds() == 105
    assert record_of(call).began == began.isoformat(timespec="seconds")


def test_a_closed_call_that_is_opened_again_began_when_it_did(tmp_path: Path) -> None:
    call = call_with(tmp_path, "no membership")
    began = call.case.clock()
    call.case.clock = lambda: began + timedelta(seconds=90)
    call.hang_up(call.closing())
    call.case.clock = lambda: began + timedelta(days=2)
    call.take_up()
    assert (record_of(call).began, call.seconds()) == (began.isoformat(timespec="seconds"), 90)


def test_the_file_of_a_record_is_called_by_the_caller(tmp_path: Path) -> None:
    call = call_with(tmp_path)
    assert file_name(call) == "call.eml"
    call.hear("this is Dana Whitfield calling")
    assert file_name(call) == "dana-whitfield.eml"
