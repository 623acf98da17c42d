"""The orders that work at every question, and that come back to it."""

from pathlib import Path

import pytest
from memory import lines_of
from session_talk import APPLY, RENEW, kinds, reach, say, talk, texts, walk

from intake.interview.standing import MORE, Standing
from intake.interview.state import ONLY, Content
from intake.session.session import Session

SCRIPTS = pytest.mark.parametrize("script", [APPLY, RENEW], ids=["apply", "renew"])


def why_of(session: Session, here: Standing) -> str:
    """The reason that the flow gives for a question or a list's gate."""
    part = session.case.pack.flow.sections[here.section]
    return part.repeat.why if here.field == MORE and part.repeat else part.by_field[here.field].why


@SCRIPTS
def test_asking_for_an_explanation_changes_nothing_and_comes_back(tmp_path: Path, script: dict[str, str]) -> None:
    session = talk(tmp_path)
    for here in walk(session, script):
        before = session.case.state.content
        told = {
            "/why": why_of(session, here),
            "/help": "You can also say: back, undo",
            "/what is reflective supervision?": "Regular meetings",
            "what is a clock hour?": "Sixty minutes",
            "/board": session.case.pack.edition.disclaimer,
            "/review": "name:",
            "/list": ":",
            "/privacy": "Nothing is sent anywhere",
            "/eligible": "only the association decides",
            "/repeat": "",
        }
        for words, part in told.items():
            turn = session.say(words)
            assert (turn.prompt.question, turn.prompt.item) == here, words
            assert kinds(turn) == (["told"] if part else []), words
            assert part in texts(turn.messages), words
            assert session.case.state.content == before
            assert not turn.saved


@SCRIPTS
def test_going_back_twice_blanks_nothing_and_onward_returns(tmp_path: Path, script: dict[str, str]) -> None:
    session = talk(tmp_path)
    seen: list[Standing] = []
    for here in walk(session, script):
        before = session.case.state.content.sections
        if not seen:
            assert kinds(session.say("/back")) == ["problem"]
            assert session.case.standing == here
        else:
            say(session, "/back")
            assert session.case.standing != here
            assert session.case.standing in seen
            say(session, "/back")
            assert session.case.state.content.sections == before
            say(session, "/next")
            assert session.case.standing == here
        seen.append(here)


@SCRIPTS
def test_the_question_before_shows_what_was_said_and_keep_leaves_it(tmp_path: Path, script: dict[str, str]) -> None:
    session = talk(tmp_path)
    last = None
    for here in walk(session, script):
        if last is not None and MORE not in {last.field, here.field}:
            turn = session.say("/back")
            assert (turn.prompt.question, turn.prompt.item) == last
            assert turn.prompt.current
            before = session.case.state.content.sections
            say(session, "/keep")
            assert session.case.standing == here
            assert session.case.state.content.sections == before
        last = here


@SCRIPTS
def test_undo_and_redo_are_each_others_opposite_at_every_question(tmp_path: Path, script: dict[str, str]) -> None:
    session = talk(tmp_path)
    before: Content | None = None
    for here in walk(session, script):
        now = session.case.state.content
        if before is not None:
            assert kinds(session.say("/undo"))[0] == "noted"
            assert session.case.state.content == before
            assert kinds(session.say("/redo"))[0] == "noted"
            assert session.case.state.content == now
            assert session.case.standing == here
        else:
            assert kinds(session.say("/undo")) == ["problem"]
        assert kinds(session.say("/redo")) == ["problem"]
        before = now


@SCRIPTS
def test_skipping_is_noted_moves_on_and_can_be_taken_back(tmp_path: Path, script: dict[str, str]) -> None:
    session = talk(tmp_path)
    for here in walk(session, script):
        before = session.case.state.content
        turn = session.say("/skip")
        assert turn.messages[0].kind == "noted"
        assert "list of what is missing" in turn.messages[0].text
        assert session.case.standing != here
        say(session, "/undo")
        assert session.case.state.content == before
        assert session.case.standing == here


@SCRIPTS
def test_a_pause_keeps_everything_and_the_next_opening_stands_at_the_same_question(
    tmp_path: Path, script: dict[str, str]
) -> None:
    session = talk(tmp_path)
    for here in walk(session, script):
        turn = session.say("/pause")
        assert turn.over
        assert "Everything is saved" in texts(turn.messages)
        session.talker.over = False
        resumed = talk(tmp_path, lines_of(session.case))
        assert resumed.case.standing == here
        assert resumed.case.state == session.case.state


@SCRIPTS
def test_an_earlier_answer_is_changed_in_passing_and_the_question_comes_back(
    tmp_path: Path, script: dict[str, str]
) -> None:
    session = talk(tmp_path)
    for here in walk(session, script):
        if here.question in {"applicant.name", "applicant.email"}:
            continue
        finishing = here.section in session.case.pack.flow.finishing
        turn = session.say("/change my email to new@example.org")
        assert "dana.w@example.org → new@example.org" in texts(turn.messages)
        if not finishing:
            assert session.case.standing == here
        say(session, "/undo")
        assert session.case.projection.known["applicant.email"] == "dana.w@example.org"
        assert session.case.standing == here


@SCRIPTS
def test_going_somewhere_and_onward_comes_back(tmp_path: Path, script: dict[str, str]) -> None:
    session = talk(tmp_path)
    for here in walk(session, script):
        before = session.case.state.content.sections
        turn = session.say("/goto about me")
        assert turn.prompt.question.startswith("applicant.")
        say(session, "/next")
        assert session.case.standing == here
        assert kinds(session.say("/goto the moon")) == ["problem"]
        assert session.case.standing == here
        assert session.case.state.content.sections == before


@SCRIPTS
def test_a_question_for_the_association_is_noted_and_the_question_comes_back(
    tmp_path: Path, script: dict[str, str]
) -> None:
    session = talk(tmp_path)
    for here in walk(session, script):
        finishing = here.section in session.case.pack.flow.finishing
        turn = session.say("/ask Does service coordination count?")
        assert turn.messages[0].kind == "noted"
        assert session.case.state.content.asked[-1:] == ("Does service coordination count?",)
        if not finishing:
            assert session.case.standing == here
        say(session, "/undo")
        assert session.case.standing == here


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("go back", "/back"),
        ("take that back", "/undo"),
        ("skip this one", "/skip"),
        ("why do you ask?", "/why"),
        ("help", "/help"),
        ("what did I say?", "/review"),
        ("where do I stand?", "/board"),
        ("repeat the question please", "/repeat"),
        ("how long will this take?", "/length"),
        ("who sees this?", "/privacy"),
        ("am I eligible?", "/eligible"),
        ("how much does it cost?", "/cost"),
        ("is this EASy?", "/easy"),
    ],
)
def test_everyday_words_do_what_the_slash_does(tmp_path: Path, words: str, order: str) -> None:
    turns = []
    for said in (words, order):
        session = reach(talk(tmp_path), APPLY, "education.awarded")
        turns.append((session.say(said), session.case.state.content))
    assert turns[0] == turns[1]


def three_references(tmp_path: Path) -> Session:
    """A session whose list of references holds three, at the gate."""
    session = reach(talk(tmp_path), APPLY, "references.more")
    for name in ("Robin Avery", "Lee Park", "Ana Ruiz"):
        say(session, name, "colleague", "sent")
    return session


def names(session: Session) -> list[str]:
    """The references by name, in their order."""
    docs = session.case.projection.docs["references"]
    return [docs[item.id]["name"] for item in session.case.projection.section("references").ordered()]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("/remove reference 2", ["Robin Avery", "Ana Ruiz"]),
        ("remove the first reference", ["Lee Park", "Ana Ruiz"]),
        ("remove Lee Park", ["Robin Avery", "Ana Ruiz"]),
        ("delete the last reference", ["Robin Avery", "Lee Park"]),
        ("/move reference 3 to 1", ["Ana Ruiz", "Robin Avery", "Lee Park"]),
        ("move Robin Avery to the end", ["Lee Park", "Ana Ruiz", "Robin Avery"]),
        ("move reference 1 to 2", ["Lee Park", "Robin Avery", "Ana Ruiz"]),
    ],
)
def test_an_entry_is_removed_or_moved_by_place_or_name_and_undo_brings_it_back(
    tmp_path: Path, words: str, left: list[str]
) -> None:
    session = three_references(tmp_path)
    here = session.case.standing
    assert session.say(words).messages[0].kind == "noted"
    assert names(session) == left
    assert session.case.standing == here
    say(session, "/undo")
    assert names(session) == ["Robin Avery", "Lee Park", "Ana Ruiz"]
    say(session, "/redo")
    assert names(session) == left


@pytest.mark.parametrize(
    "words",
    [
        "/remove reference 4",
        "/remove the fifth reference",
        "/remove banana",
        "/remove job 2",
        "/move reference 4 to 1",
        "/move reference 1 to 4",
        "/move reference 1 to 0",
        "/move reference 1",
        "/add banana",
        "/detach banana.pdf",
    ],
)
def test_what_names_no_entry_touches_none(tmp_path: Path, words: str) -> None:
    session = three_references(tmp_path)
    before = session.case.state.content
    assert kinds(session.say(words)) == ["problem"]
    assert session.case.state.content == before


def test_an_entry_is_added_to_a_list_that_was_called_complete(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "work.title")
    turn = session.say("/add training")
    assert turn.prompt.question == "training.title"
    assert turn.prompt.item == "training-2"
    say(session, "Second training", "UCSF", "May 2024", "8 hours", "no")
    assert session.case.standing.question == "work.title", "and then the interview goes on where it was left"


def test_a_list_shows_its_entries_by_number(tmp_path: Path) -> None:
    session = three_references(tmp_path)
    text = texts(session.say("/list").messages)
    assert text == "Reference ratings: 3\n  1 Robin Avery\n  2 Lee Park\n  3 Ana Ruiz"


def test_the_review_names_every_question_with_its_answer_or_why_there_is_none(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY | {"applicant.email": "not sure"}, "education.more")
    say(session, "/change name to Dana W.", "/goto education", "yes", "/skip")
    text = texts(session.say("/review").messages)
    for line in (
        "  name: Dana W.",
        "  e-mail: not sure",
        "  degree or credential: skipped",
        "  date awarded: (no answer yet)",
    ):
        assert line in text.splitlines()


def test_the_board_has_a_row_for_each_level_and_decides_nothing(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "closed")
    lines = texts(session.say("/board").messages).splitlines()
    assert [line.split(":")[0] for line in lines[2:]] == [
        "Prerequisites",
        "I Infant Family Associate",
        "II Infant Family Specialist",
        "III Infant Mental Health Specialist",
        "IV Infant Mental Health Mentor",
        "Portfolio",
    ]
    assert [f"{row.number} {row.title}".strip() for row in session.board()] == [
        line.split(":")[0] for line in lines[2:]
    ]


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("/change the hours of the first training to 8", "6 hours → 8 hours"),
        ("/change training 1 hours to eight", "6 hours → 8 hours"),
        ("/change the employer to Norfolk Clinic", "Chesterfield Infant Program → Norfolk Clinic"),
        ("/change the level to II", "IV: Infant Mental Health Mentor → II: Infant Family Specialist"),
        ("/change my graduation year: 2018", "May 2017 → 2018"),
        ("/change my name to Dana W. Stone", "Dana Whitfield → Dana W. Stone"),
    ],
)
def test_a_change_says_old_and_new_and_undo_takes_it_back(tmp_path: Path, words: str, change: str) -> None:
    session = reach(talk(tmp_path), APPLY, "supervision.more")
    before = session.case.state.content
    turn = session.say(words)
    assert f"{change}. Saved. (undo takes it back)" in texts(turn.messages)
    say(session, "/undo")
    assert session.case.state.content == before


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("/change the banana to 3", "I do not know which answer"),
        ("/change the hours of training 1 to many", "could be many numbers"),
        ("/change the exam date to Feb 30", "could be several"),
        ("/change the end date of the third job to 2020", "I do not know which answer"),
        ("/change the hours of training 7 to the whole time", "“the hours of training 7”"),
        ("/change", "I do not know which answer"),
    ],
)
def test_a_change_that_cannot_be_made_changes_nothing(tmp_path: Path, words: str, why: str) -> None:
    session = reach(talk(tmp_path), APPLY | {"target.level": "II"}, "supervision.more")
    before, here = session.case.state.content, session.case.standing
    turn = session.say(words)
    assert kinds(turn) == ["problem"]
    assert why in turn.messages[0].text
    assert session.case.state.content == before
    assert session.case.standing == here


def test_a_correction_of_the_last_answer_is_taken_at_the_next_question(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.expires")
    here = session.case.standing
    assert session.say("no wait, 2018").prompt.ask == "Date awarded: May 2017 → May 2018. Right?"
    turn = session.say("yes")
    assert "May 2017 → May 2018" in texts(turn.messages)
    assert session.case.standing == here


def test_a_term_that_is_not_in_the_glossary_can_go_on_the_list_of_questions(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.awarded")
    here = session.case.standing
    turn = session.say("what is an apostille?")
    assert "apostille" in turn.prompt.ask
    say(session, "yes")
    assert session.case.state.content.asked == ("What is apostille?",)
    assert session.case.standing == here
    say(session, "what is a quokka?", "no")
    assert len(session.case.state.content.asked) == 1


def test_what_levels_ask_for_is_told_of_those_that_are_named_alone(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "applicant.virginia")
    one = texts(session.say("what does level III require?").messages)
    two = texts(session.say("difference between II and III").messages)
    headings = [[line for line in text.splitlines() if not line.startswith(" ")] for text in (one, two)]
    assert headings == [
        ["III Infant Mental Health Specialist:"],
        ["II Infant Family Specialist:", "III Infant Mental Health Specialist:"],
    ]
    assert "At least 24 months of supervised work after the degree." in one


def test_whether_something_counts_is_said_to_be_open_before_it_is_put_on_the_list(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "applicant.virginia")
    turn = session.say("does telehealth count?")
    assert turn.prompt.ask.startswith("I find nothing in the source page that says so.")
    assert not session.case.state.content.asked
    say(session, "yes")
    assert session.case.state.content.asked[-1:] == ("does telehealth count?",)


def test_an_offer_is_short_under_the_answer_to_another_question_and_can_still_be_taken(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "applicant.virginia")
    session.say("is there parking at the office?")
    turn = session.say("who sees this?")
    assert turn.prompt.ask.startswith("(Still open: put “is there parking at the office?” on your list")
    say(session, "yes")
    assert session.case.state.content.asked == ("is there parking at the office?",)


@pytest.mark.parametrize("words", ["nope", "none", "I don't have one", "no phone"])
def test_no_telephone_is_no_answer_and_is_passed_over(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "applicant.phone")
    session.say(words)
    answer = session.case.projection.answer("applicant.phone", ONLY)
    assert answer is not None
    assert answer.status == "skipped"


def test_undo_and_redo_say_what_they_took_back_and_did_again(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "applicant.virginia")
    say(session, "change my phone to 804-353-9999")
    assert texts(session.say("undo").messages) == (
        "Taken back: telephone: 804-353-9999; telephone is 804-353-1234 again."
    )
    assert "telephone: 804-353-9999" in texts(session.say("redo").messages)


def test_what_was_worked_out_is_read_back_and_kept_only_on_a_yes(tmp_path: Path) -> None:
    for answer, expected in (("no", None), ("yes", 24)):
        session = reach(talk(tmp_path), APPLY, "training.hours")
        turn = session.say("12 sessions of 2 hours")
        assert turn.prompt.ask == "12 × 2 hours = 24 hours. Right?"
        say(session, answer)
        assert session.case.projection.docs["training"]["training-1"].get("hours") == expected


def test_another_answer_in_place_of_a_yes_is_taken_as_the_answer(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.hours")
    say(session, "12 sessions of 2 hours", "22 hours")
    assert session.case.projection.docs["training"]["training-1"]["hours"] == 22


def test_the_hand_over_sheet_is_shown_and_how_to_have_it_as_a_file(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.transcript")
    here = session.case.standing
    turn = session.say("what do I type into the official system?")
    assert kinds(turn) == ["told"]
    lines = turn.messages[0].text.splitlines()
    assert lines[lines.index("School:") + 1] == "VCU"
    assert lines[-1].endswith(f"intake handover {session.id} --format html --to sheet.html")
    assert session.case.standing == here


@pytest.mark.parametrize("words", ["why level IV", "plan IV", "show level III", "board iv"])
def test_an_order_that_names_a_level_is_read_back_where_any_text_is_an_answer(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "training.title")
    turn = session.say(words)
    assert turn.prompt.ask == f"Did you mean “{words}” as a command, and not as the answer?"
    assert kinds(say(session, "yes")) == ["told"]
    assert session.case.standing.question == "training.title"
    say(session, words, "no")
    assert session.case.projection.docs["training"]["training-1"]["title"] == words


@pytest.mark.parametrize(
    "words", ["Plan International", "Plan B", "Level IV Care", "why level the field", "export control", "board of II"]
)
def test_a_title_that_begins_like_an_order_is_the_answer(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "training.title")
    say(session, words)
    assert session.case.projection.docs["training"]["training-1"]["title"] == words


@pytest.mark.parametrize("question", ["applicant.name", "applicant.email", "applicant.virginia"])
def test_the_bundle_is_written_to_a_path_that_is_named(tmp_path: Path, question: str) -> None:
    session = reach(talk(tmp_path), APPLY, question)
    say(session, f"export {tmp_path / 'here.zip'}")
    assert (tmp_path / "here.zip").is_file()
    assert session.case.standing.question == question


def test_skip_at_an_answer_that_was_come_back_to_keeps_it_and_says_so(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.provider")
    turn = say(session, "VAIMH", "back", "skip")
    assert "Kept as it was: VAIMH." in texts(turn.messages)
    assert session.case.projection.docs["training"]["training-1"]["provider"] == "VAIMH"
    assert turn.prompt.question == "training.date"


def test_at_the_end_it_says_that_nothing_is_signed(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "review.ready")
    assert "nothing is signed here yet" in say(session, "no").prompt.ask
    assert say(session, "sign the Code").prompt.question == "sign.name"
    assert "nothing is signed" not in say(session, "Dana Whitfield", "no").prompt.ask
