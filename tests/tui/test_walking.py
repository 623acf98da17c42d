"""The conversation walked message by message: changing an answer where it stands, asking why, copying, going to it."""

import pytest
from driving import WIDE, box, opened, send, shown, until_gone, until_shown, wait_until
from face import Memory
from textual.pilot import Pilot

from intake.session.views import Message
from intake.tui.transcript import FIRST, Said, Transcript


def transcript(pilot: Pilot[None]) -> Transcript:
    return pilot.app.screen.query_one(Transcript)


def picked(pilot: Pilot[None]) -> str:
    """The text of the message under the mark."""
    message = transcript(pilot).message
    return message.text if message else ""


async def answered(pilot: Pilot[None], *answers: str) -> None:
    """Give answers, and wait for each to be noted."""
    for answer in answers:
        await send(pilot, answer)
        await until_shown(pilot, f": {answer.capitalize()}. Saved.")


async def test_up_from_the_empty_box_walks_the_conversation_and_escape_comes_back() -> None:
    async with opened(Memory(at="work.description")) as pilot:
        await pilot.press("up")
        assert picked(pilot).startswith("What did you do there")
        assert "║" in shown(pilot)  # a mark that needs no colour
        await pilot.press("up")
        assert picked(pilot).startswith("Infant Mental Health Endorsement")
        await pilot.press("escape")
        assert box(pilot).has_focus
        await until_gone(pilot, "║")


async def test_down_past_the_last_message_comes_back_to_the_box() -> None:
    async with opened(Memory(at="work.description")) as pilot:
        await pilot.press("up", "down")
        await wait_until(pilot, lambda: box(pilot).has_focus)
        assert not transcript(pilot).message


async def test_with_options_up_walks_only_from_the_first_row_and_ctrl_up_always() -> None:
    labels = Memory(at="target.level")
    async with opened(labels) as pilot:
        await pilot.press("down", "down", "up")
        await until_shown(pilot, "❯ 1 I Infant Family Associate")
        assert box(pilot).has_focus
        await pilot.press("up")
        assert picked(pilot) == "Which level do you apply for?"
        await pilot.press("escape", "down", "down", "ctrl+up")
        assert picked(pilot) == "Which level do you apply for?"


async def test_up_in_words_that_are_being_typed_stays_with_them() -> None:
    async with opened(Memory(at="work.description")) as pilot:
        await pilot.press("h", "ctrl+j", "i", "up", "up")
        assert box(pilot).has_focus
        assert box(pilot).text == "h\ni"


@pytest.mark.parametrize("steps", [2, 3], ids=["its noted line", "the answer"])
async def test_enter_on_an_answer_changes_it_where_it_stands(steps: int) -> None:
    face = Memory()
    async with opened(face) as pilot:
        await answered(pilot, "yes")
        await pilot.press(*["up"] * steps)
        await pilot.press("enter")
        await until_shown(pilot, "Enter saves")
        assert box(pilot).text == "Yes"
        await send(pilot, "no")
        await until_shown(pilot, "Yes → No. Saved.")
        assert face.answers == {"membership.current": "No"}
        await wait_until(pilot, lambda: box(pilot).has_focus and box(pilot).id == "answer")


async def test_words_left_in_the_edit_box_are_there_again() -> None:
    async with opened(Memory()) as pilot:
        await answered(pilot, "yes")
        await pilot.press("up", "up", "enter")
        await until_shown(pilot, "Enter saves")
        box(pilot).text = "no, since"
        await pilot.press("escape")
        await until_gone(pilot, "Enter saves")
        assert picked(pilot).startswith("Noted: Member")
        await pilot.press("enter")
        await until_shown(pilot, "Enter saves")
        assert box(pilot).text == "no, since"


@pytest.mark.parametrize("key", ["w", "question_mark"])
async def test_why_is_said_of_the_message_picked_and_not_of_the_question_that_stands(key: str) -> None:
    face = Memory()
    async with opened(face, WIDE) as pilot:
        await answered(pilot, "yes")
        await pilot.press("up", "up", key)
        await until_shown(pilot, "Member of the association: The association's page asks for it.")
        await pilot.press("escape")
        assert picked(pilot).startswith("Noted: Member")
        assert face.heard == ["yes"]


@pytest.mark.parametrize("key", ["c", "ctrl+c"])
async def test_a_message_picked_is_copied_and_that_is_said(key: str) -> None:
    async with opened(Memory()) as pilot:
        await answered(pilot, "yes")
        await pilot.press("up", "up", key)
        await until_shown(pilot, "Copied.")
        assert pilot.app.clipboard == "Noted: Member of the association: Yes. Saved."


async def test_g_goes_to_the_question_of_the_message() -> None:
    async with opened(Memory()) as pilot:
        await answered(pilot, "yes")
        await pilot.press("up", "up", "g")
        await until_shown(pilot, "Now: Yes. Enter keeps it.")
        assert box(pilot).has_focus


async def test_any_other_letter_is_typed_into_the_box() -> None:
    async with opened(Memory(at="work.description")) as pilot:
        await pilot.press("up", "x", "c", "w")
        assert box(pilot).text == "xcw"
        assert not transcript(pilot).message


async def test_the_keys_shown_are_those_of_the_walk_while_it_lasts() -> None:
    async with opened(Memory(at="work.description")) as pilot:
        await pilot.press("up")
        await until_shown(pilot, "Enter Change   w Why   c Copy   g Go to it")
        await pilot.press("escape")
        await until_shown(pilot, "Save and leave")


async def test_the_keys_of_the_walk_can_be_clicked() -> None:
    async with opened(Memory(at="work.description")) as pilot:
        await pilot.press("up")
        await until_shown(pilot, "c Copy")
        line = shown(pilot).splitlines()[-1]
        await pilot.click(offset=(line.index("Copy"), 23))
        await until_shown(pilot, "Copied.")
        assert pilot.app.clipboard.startswith("What did you do there")


async def test_a_message_is_picked_by_a_click_and_text_in_it_by_a_drag() -> None:
    async with opened(Memory(at="work.description")) as pilot:
        lines = shown(pilot).splitlines()
        y = next(n for n, line in enumerate(lines) if "What did you do there" in line)
        await pilot.click(offset=(5, y))
        assert picked(pilot).startswith("What did you do there")
        await pilot.press("escape")
        await pilot.mouse_down(offset=(3, y))
        await pilot.hover(offset=(11, y))
        await pilot.mouse_up(offset=(11, y))
        pilot.app.screen.query(Said).last().on_click()  # as a terminal's mouse ends a drag within one message
        assert pilot.app.screen.get_selected_text() == "What did "
        assert not transcript(pilot).message


async def test_walking_past_the_top_brings_earlier_messages() -> None:
    past = tuple(Message("told", f"message {n} of before") for n in range(200))
    async with opened(Memory(past=past)) as pilot:
        assert len(pilot.app.screen.query(Said)) == FIRST
        await pilot.press("up", "home", "up")
        await wait_until(pilot, lambda: len(pilot.app.screen.query(Said)) > FIRST)
        text = picked(pilot)
        assert text == f"message {200 + 2 - FIRST - 1} of before"
        await until_shown(pilot, text)


async def test_what_is_about_no_question_says_so_and_loses_nothing() -> None:
    face = Memory(past=(Message("noted", "Attached: a.pdf. Saved."),), at="work.description")
    async with opened(face) as pilot:
        await pilot.press("up", "up", "up", "enter")
        await until_shown(pilot, "about no single question")
        assert picked(pilot) == "Attached: a.pdf. Saved."


async def test_an_answer_whose_question_is_gone_is_gone_to_in_words() -> None:
    class Gone(Memory):
        def row(self, question: str, item: str) -> None:  # noqa: ARG002 - gone, whichever it was
            return None

    face = Gone(past=(Message("you", "a job", ("work.title", "work-9")),), at="work.description")
    async with opened(face) as pilot:
        await pilot.press("up", "up", "up", "enter")
        await wait_until(pilot, lambda: face.at == "work.title")
        assert "Enter saves" not in shown(pilot)
