"""The gates of lists: yes, no, the next name at once, and what sounds like a no and is a name."""

from pathlib import Path

import pytest
from session_talk import APPLY, kinds, reach, say, talk, texts

from intake.session.exchange import OwnComputer
from intake.session.session import Session


def gate(tmp_path: Path) -> Session:
    """A session at "any other training?", with one training."""
    session = reach(talk(tmp_path), APPLY, "training.title")
    say(session, "Circle of Security", "VAIMH", "October 2025", "6")
    assert session.case.standing.question == "training.more"
    return session


def trainings(session: Session) -> list[str]:
    """The titles of the trainings that have one."""
    return [doc.get("title", "") for doc in session.case.projection.docs["training"].values()]


@pytest.mark.parametrize(
    "words",
    ["no", "No.", "nope", "n", "none", "no more", "nothing else", "that's all", "That’s it",
     "No, that's all", "No, that’s all", "nope, that's it",
     "no thanks", "that's everything, thank you", "done", "I'm done", "finish",
     "nobody else", "no one else", "noone else", "no one", "not any other", "nobody else really", "nope, nobody else",
     "that's everyone", "just her", "only him", "just this one"],
)  # fmt: skip
def test_a_no_in_any_words_closes_the_list(tmp_path: Path, words: str) -> None:
    session = gate(tmp_path)
    turn = session.say(words)
    assert "Noted: 1 training. Saved." in texts(turn.messages)
    assert session.case.projection.complete("training")
    assert turn.prompt.question == "work.more"


@pytest.mark.parametrize("words", ["yes", "Yes please", "y", "yep", "another one", "one more", "add another", "/add"])
def test_a_yes_begins_the_next_entry(tmp_path: Path, words: str) -> None:
    session = gate(tmp_path)
    turn = session.say(words)
    assert (turn.prompt.question, turn.prompt.item) == ("training.title", "training-2")
    assert not session.case.projection.complete("training")


@pytest.mark.parametrize(
    "title",
    ["Reflective Practice Institute", "Right from the Start", "Noah's Ark for Toddlers", "Yesterday's Children",
     "Change Makers", "Skip to My Lou", "What Is Attachment?", "Help Me Grow",
     "Remove the Mask", "0-3 Basics", "Done Right", "Nothing Else Matters"],
)  # fmt: skip
def test_the_next_title_may_be_typed_at_once(tmp_path: Path, title: str) -> None:
    session = gate(tmp_path)
    turn = session.say(title)
    assert texts(turn.messages).startswith(f"Title: {title}")
    assert trainings(session) == ["Circle of Security", title]
    assert turn.prompt.question == "training.provider"


@pytest.mark.parametrize("words", ["back", "list", "board", "summary", "next", "what is a clock hour?", "export"])
def test_an_order_is_heard_at_a_gate_and_is_no_title(tmp_path: Path, words: str) -> None:
    session = gate(tmp_path)
    session.say(words)
    assert trainings(session) == ["Circle of Security"]


@pytest.mark.parametrize(
    "words",
    ["No Kidding Parenting", "yes, Baby Steps", "I think so", "I don't think so", "no one else that I can think of",
     "that was my only training", "just circle of security"],
)  # fmt: skip
def test_what_may_be_a_yes_or_a_no_is_read_back_before_anything_is_done(tmp_path: Path, words: str) -> None:
    session = gate(tmp_path)
    before = session.case.state.content
    turn = session.say(words)
    assert turn.prompt.ask.startswith("I take that as ")
    assert turn.prompt.kind == "yes_no"
    assert session.case.state.content == before
    say(session, "no")
    assert session.case.state.content == before
    assert session.case.standing.question == "training.more"


def test_not_sure_leaves_the_list_open_and_goes_on(tmp_path: Path) -> None:
    session = gate(tmp_path)
    turn = session.say("not sure")
    assert "It stays on the list of what is missing" in texts(turn.messages) or "not sure" in texts(turn.messages)
    assert not session.case.projection.complete("training")
    assert turn.prompt.question == "work.more"


def test_the_gate_of_the_references_counts_toward_three(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "references.more")
    for n, name in enumerate(("Robin Avery", "Lee Park", "Ana Ruiz"), start=1):
        turn = say(session, name, "colleague", "sent")
        assert turn.prompt.ask.endswith(f"({n} of 3 so far)")


def test_the_same_rater_twice_is_remarked_on_and_kept(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "references.more")
    say(session, "Robin Avery", "colleague", "sent", "yes")
    turn = session.say("robin  avery")
    assert "already" in texts(turn.messages)
    assert len(session.case.projection.docs["references"]) == 2


def test_a_future_date_is_remarked_on_and_kept(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.date")
    turn = session.say("May 2027")
    assert kinds(turn) == ["noted", "told"]
    assert "in the future" in turn.messages[1].text


def test_an_expired_cda_is_remarked_on_and_kept(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "education.expires")
    turn = session.say("May 2020")
    assert "That date has passed" in texts(turn.messages)


def test_a_bundle_that_cannot_be_written_leaves_its_question_open(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "export.write")
    session.talker.handover.exchange = OwnComputer(tmp_path / "no" / "such" / "folder" / "me.zip")
    before = session.case.state.content
    turn = session.say("yes")
    assert kinds(turn) == ["problem"]
    assert turn.prompt.question == "export.write"
    assert session.case.state.content == before
    assert not session.exported
    session.talker.handover.exchange = OwnComputer(tmp_path / "me.zip")
    assert "Bundle written" in texts(session.say("yes").messages)
    assert session.exported


def test_closing_is_asked_about_in_the_middle_and_done_at_a_gate_closes_the_list_alone(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "training.date")
    turn = session.say("I'm done")
    assert not turn.over
    assert turn.prompt.kind == "yes_no"
    say(session, "no")
    assert session.case.standing.question == "training.date"
    turn = say(session, "/finish", "yes")
    assert turn.over
    assert turn.closed


@pytest.mark.parametrize("words", ["nobody else", "no one else comes to mind", "nobody but Denise Walker"])
def test_nobody_else_is_no_name_without_a_yes(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "references.name")
    before = session.case.state.content
    say(session, words)
    assert session.case.state.content == before
    assert session.talker.pending is not None


@pytest.mark.parametrize(
    ("question", "words", "taken"),
    [("ethics.version", "yes", False), ("training.provider", "that was my only job", False),
     ("training.title", "its the certificate for DC:0-5", False),
     ("training.more", "it's the certificate for DC:0-5", False), ("training.title", "It's All About Attachment", True),
     ("training.provider", "This Is Home", True), ("ethics.version", "revised 2017", True)],
)  # fmt: skip
def test_a_yes_and_a_sentence_about_what_was_named_before_are_no_value_without_a_yes(
    tmp_path: Path, question: str, words: str, taken: bool
) -> None:
    session = reach(talk(tmp_path), APPLY, question)
    before = session.case.state.content
    say(session, words)
    assert (session.case.state.content != before) == taken


@pytest.mark.parametrize("words", ["no thats all", "that was the only one", "nobody else"])
def test_that_is_all_in_the_middle_of_an_entry_finishes_no_application(tmp_path: Path, words: str) -> None:
    session = reach(talk(tmp_path), APPLY, "training.date")
    before = session.case.state.content
    turn = say(session, words)
    assert (turn.prompt.question, session.talker.pending) == ("training.date", None)
    assert session.case.state.content == before


def test_a_part_with_nothing_left_to_ask_says_what_of_it_was_skipped(tmp_path: Path) -> None:
    session = reach(talk(tmp_path), APPLY, "applicant.phone")
    say(session, "skip")
    details = {row.id: row.detail for row in session.outline()}
    assert details["applicant"] == "2 missing"
    reach(session, APPLY, "membership.current")
    details = {row.id: row.detail for row in session.outline()}
    assert details["applicant"] == "1 skipped"
