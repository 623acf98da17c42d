"""Answering in the app: typing, choosing, pasting, taking back, and what is never recorded by accident."""

import pytest
from driving import app_of, box, opened, send, shown, until_gone, until_shown, wait_until
from face import Memory
from textual.events import Paste

from intake.text import LONGEST_ANSWER
from intake.tui.choices import Choices
from intake.tui.transcript import Transcript


async def test_an_answer_is_shown_with_what_was_noted_and_the_next_question() -> None:
    face = Memory()
    async with opened(face) as pilot:
        await send(pilot, "yes")
        await until_shown(pilot, "Which level do you apply for?")
        assert "▌ yes" in shown(pilot)
        assert "Noted: Member of the association: Yes. Saved." in shown(pilot)
        assert "saved 10:42:07" in shown(pilot)
        assert box(pilot).text == ""


async def test_enter_in_the_empty_box_records_nothing() -> None:
    face = Memory()
    async with opened(face) as pilot:
        await pilot.press("enter", "enter")
        await send(pilot, "   ")
        await pilot.pause()
        assert face.heard == []


async def test_a_number_sent_alone_chooses_that_option() -> None:
    face = Memory()
    async with opened(face) as pilot:
        await send(pilot, "2")
        await until_shown(pilot, "▌ No")
        assert face.heard == ["No"]


async def test_an_answer_that_begins_with_a_digit_is_typed_and_never_a_choice() -> None:
    face = Memory()
    async with opened(face) as pilot:
        await pilot.press("2", "0", "space", "h")
        assert (box(pilot).text, face.heard) == ("20 h", [])


async def test_a_digit_after_other_words_is_typed() -> None:
    face = Memory()
    async with opened(face) as pilot:
        box(pilot).text = "since "
        box(pilot).move_cursor(box(pilot).document.end)
        await pilot.press("2")
        assert (box(pilot).text, face.heard) == ("since 2", [])


async def test_arrows_mark_an_option_and_enter_sends_it() -> None:
    face = Memory()
    async with opened(face) as pilot:
        await pilot.press("down", "right")
        await until_shown(pilot, "❯ 2 No")
        await pilot.press("enter")
        await wait_until(pilot, lambda: face.heard == ["No"])


async def test_an_option_can_be_clicked() -> None:
    face = Memory()
    async with opened(face) as pilot:
        line = next(line for line in shown(pilot).splitlines() if "3 Not sure" in line)
        choices = pilot.app.screen.query_one(Choices)
        await pilot.click(Choices, offset=(line.index("Not sure") - choices.region.x, 0))
        await wait_until(pilot, lambda: face.heard == ["Not sure"])


async def test_several_options_are_marked_first_and_sent_together() -> None:
    face = Memory(at="work.ages")
    async with opened(face) as pilot:
        await pilot.press("down", "space", "down", "down", "down", "space")
        await until_shown(pilot, "4 [x] Caregivers")
        assert face.heard == []
        await pilot.press("enter")
        await wait_until(pilot, lambda: face.heard == ["Birth to 3, Caregivers"])


async def test_a_paste_keeps_all_its_lines_and_is_sent_once() -> None:
    face = Memory(at="work.description")
    async with opened(face) as pilot:
        box(pilot).post_message(Paste("Home visits.\nGroups for fathers.\n\nCase notes."))
        await wait_until(pilot, lambda: box(pilot).text.endswith("Case notes."))
        await pilot.press("enter")
        await wait_until(pilot, lambda: face.heard == ["Home visits.\nGroups for fathers.\n\nCase notes."])


async def test_control_characters_in_a_paste_are_made_visible() -> None:
    async with opened(Memory(at="work.description")) as pilot:
        box(pilot).post_message(Paste("\x1b[31mred\x1b[0m"))
        await wait_until(pilot, lambda: box(pilot).text == "␛[31mred␛[0m")


async def test_a_paste_that_no_answer_can_hold_is_refused_in_words() -> None:
    async with opened(Memory(at="work.description")) as pilot:
        box(pilot).post_message(Paste("x" * (LONGEST_ANSWER + 1)))
        await until_shown(pilot, "Nothing was pasted.")
        assert box(pilot).text == ""


@pytest.mark.parametrize("key", ["ctrl+j", "shift+enter"])
async def test_a_line_can_be_broken_without_sending(key: str) -> None:
    face = Memory()
    async with opened(face) as pilot:
        await pilot.press("a", key, "b")
        assert (box(pilot).text, face.heard) == ("a\nb", [])


async def test_the_reading_of_what_is_typed_stands_under_the_box() -> None:
    async with opened(Memory(at="education.awarded")) as pilot:
        await until_shown(pilot, "for example: May 2017")
        box(pilot).text = "sep 2016"
        await until_shown(pilot, "→ September 2016")
        box(pilot).text = ""
        await until_shown(pilot, "for example: May 2017")


async def test_nonsense_gets_a_plain_word_and_the_question_again() -> None:
    face = Memory(at="education.awarded")
    async with opened(face) as pilot:
        await send(pilot, "gibberish")
        await until_shown(pilot, "I could not take that as an answer")
        assert shown(pilot).count("When did you finish your degree?") == 2
        assert face.answers == {}


async def test_a_long_answer_that_could_not_be_taken_goes_back_to_the_box() -> None:
    words = "I finished it in the spring of the year in which my second child was born, after a long break."
    async with opened(Memory(at="education.awarded")) as pilot:
        await send(pilot, words)
        await until_shown(pilot, "I could not take that as an answer")
        await wait_until(pilot, lambda: box(pilot).text == words)


async def test_undo_and_redo_by_key_take_the_last_answer() -> None:
    face = Memory()
    async with opened(face) as pilot:
        await send(pilot, "yes")
        await wait_until(pilot, lambda: face.answers)
        await pilot.press("ctrl+z")
        await wait_until(pilot, lambda: not face.answers)
        await pilot.press("ctrl+y")
        await wait_until(pilot, lambda: face.answers == {"membership.current": "Yes"})


async def test_undo_takes_typing_back_before_it_takes_an_answer_back() -> None:
    face = Memory(at="work.description", answers={"membership.current": "Yes"})
    async with opened(face) as pilot:
        await pilot.press("h", "i", "ctrl+z")
        assert (box(pilot).text, face.heard) == ("", [])
        await pilot.press("ctrl+y")
        assert (box(pilot).text, face.heard) == ("hi", [])


async def test_a_kept_answer_is_shown_and_enter_keeps_it() -> None:
    face = Memory(at="education.awarded", answers={"education.awarded": "May 2017"})
    async with opened(face) as pilot:
        await until_shown(pilot, "Now: May 2017. Enter keeps it.")
        await pilot.press("enter")
        await wait_until(pilot, lambda: face.heard == ["keep"])


async def test_a_kept_choice_is_the_one_marked() -> None:
    face = Memory(at="membership.current", answers={"membership.current": "No"})
    async with opened(face) as pilot:
        await until_shown(pilot, "❯ 2 No")
        await pilot.press("enter")
        await wait_until(pilot, lambda: face.heard == ["No"])


async def test_typing_in_the_conversation_returns_to_the_box_without_losing_a_letter() -> None:
    async with opened(Memory(at="work.description")) as pilot:
        pilot.app.screen.query_one(Transcript).focus()
        await pilot.press("h", "i")
        assert box(pilot).text == "hi"
        assert box(pilot).has_focus


async def test_escape_discards_nothing() -> None:
    async with opened(Memory()) as pilot:
        box(pilot).text = "half a thought"
        await pilot.press("escape", "escape")
        assert box(pilot).text == "half a thought"
        assert app_of(pilot).interview.is_current


async def test_leaving_in_words_leaves_the_app() -> None:
    face = Memory()
    async with opened(face) as pilot:
        await send(pilot, "pause")
        await wait_until(pilot, lambda: not pilot.app.is_running)
        assert pilot.app.return_code == 0


async def test_ctrl_q_leaves_at_once_when_nothing_is_typed() -> None:
    async with opened(Memory()) as pilot:
        await pilot.press("ctrl+q")
        await wait_until(pilot, lambda: not pilot.app.is_running)


async def test_ctrl_q_leaves_at_once_and_keeps_words_not_sent() -> None:
    face = Memory()
    async with opened(face) as pilot:
        box(pilot).text = "half a thought"
        await pilot.press("ctrl+q")
        await wait_until(pilot, lambda: not pilot.app.is_running)
    assert face.draft == "half a thought"


async def test_ctrl_c_copies_what_is_selected_and_says_so() -> None:
    async with opened(Memory()) as pilot:
        box(pilot).text = "copy me"
        box(pilot).select_all()
        await pilot.press("ctrl+c")
        await until_shown(pilot, "Copied.")
        assert pilot.app.clipboard == "copy me"
        assert pilot.app.is_running


async def test_ctrl_c_twice_with_nothing_selected_leaves() -> None:
    async with opened(Memory()) as pilot:
        await pilot.press("ctrl+c")
        await until_shown(pilot, "Nothing is selected to copy")
        assert pilot.app.is_running
        await pilot.press("ctrl+c")
        await wait_until(pilot, lambda: not pilot.app.is_running)


async def test_the_palette_names_actions_by_verb_and_does_them() -> None:
    face = Memory()
    async with opened(face) as pilot:
        await send(pilot, "yes")
        await pilot.press("ctrl+p")
        await until_shown(pilot, "Undo the last answer")
        await pilot.press("enter")
        await wait_until(pilot, lambda: not face.answers)
        await until_gone(pilot, "Redo the answer undone")
