"""The review screen: gaps are marked, any answer can be changed on the spot, and nothing typed there is lost."""

from driving import app_of, box, opened, shown, until_gone, until_shown, wait_until
from face import Memory

from intake.tui.edit import Edit
from intake.tui.review import Review

TOLD = {"membership.current": "Yes", "target.level": "II Infant Family Specialist", "education.awarded": "May 2017"}


async def test_all_answers_are_listed_and_gaps_are_marked() -> None:
    async with opened(Memory(answers=dict(TOLD))) as pilot:
        await pilot.press("ctrl+r")
        await until_shown(pilot, "Review · 5 questions, 2 without an answer")
        assert shown(pilot).count("○ no answer yet") == 2
        for text in ("Education", "Graduation", "May 2017", "Paid work", "What you did"):
            assert text in shown(pilot)


async def test_an_answer_is_changed_on_the_spot() -> None:
    face = Memory(answers=dict(TOLD))
    async with opened(face) as pilot:
        await pilot.press("ctrl+r", "down", "down", "enter")
        await until_shown(pilot, "Enter saves")
        assert box(pilot).text == "May 2017"
        box(pilot).text = "may 2016"
        await pilot.press("enter")
        await until_gone(pilot, "Enter saves")
        await until_shown(pilot, "May 2016")
        assert face.answers["education.awarded"] == "May 2016"
        await pilot.press("escape")
        await until_shown(pilot, "Graduation: May 2017 → May 2016. Saved.")


async def test_what_could_not_be_taken_stays_in_the_box_with_the_reason() -> None:
    face = Memory(answers=dict(TOLD))
    async with opened(face) as pilot:
        await pilot.press("ctrl+r", "down", "down", "enter")
        await until_shown(pilot, "Enter saves")
        box(pilot).text = "spring"
        await pilot.press("enter")
        await until_shown(pilot, "I could not take that")
        assert box(pilot).text == "spring"
        assert face.answers == TOLD


async def test_escape_leaves_the_answer_and_keeps_the_words_for_next_time() -> None:
    face = Memory(answers=dict(TOLD))
    async with opened(face) as pilot:
        await pilot.press("ctrl+r", "down", "down", "enter")
        await until_shown(pilot, "Enter saves")
        box(pilot).text = "may 2016, or"
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Review))
        assert face.answers == TOLD
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Edit))
        assert box(pilot).text == "may 2016, or"


async def test_g_goes_to_the_question() -> None:
    async with opened(Memory(answers=dict(TOLD))) as pilot:
        await pilot.press("ctrl+r", "down", "down", "g")
        await until_shown(pilot, "Education · question 3 of 5")
        assert app_of(pilot).interview.is_current
        assert "Now: May 2017. Enter keeps it." in shown(pilot)


async def test_n_goes_from_gap_to_gap_and_round_again() -> None:
    face = Memory(answers=dict(TOLD))
    async with opened(face) as pilot:
        await pilot.press("ctrl+r", "n", "n", "n", "enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Edit))
        assert "Ages" in shown(pilot)


async def test_an_open_question_can_be_answered_there() -> None:
    face = Memory(answers=dict(TOLD))
    async with opened(face) as pilot:
        await pilot.press("ctrl+r", "n", "enter")
        await until_shown(pilot, "Enter saves")
        box(pilot).text = "Caregivers"
        await pilot.press("enter")
        await until_shown(pilot, "1 without an answer")
        assert face.answers["work.ages"] == "Caregivers"


async def test_leaving_with_an_unsaved_edit_is_asked_about() -> None:
    async with opened(Memory(answers=dict(TOLD))) as pilot:
        await pilot.press("ctrl+r", "enter")
        await until_shown(pilot, "Enter saves")
        box(pilot).text = "no"
        await pilot.press("ctrl+q")
        await until_shown(pilot, "are not sent yet")
        assert pilot.app.is_running


async def test_a_long_answer_is_shown_whole() -> None:
    words = " ".join(f"word{n}" for n in range(80))
    async with opened(Memory(answers={"work.description": words})) as pilot:
        await pilot.press("ctrl+r", "end")
        await wait_until(pilot, lambda: all(word in shown(pilot) for word in words.split()))
