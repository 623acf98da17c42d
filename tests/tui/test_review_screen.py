"""The review screen: gaps are marked, any answer can be changed on the spot, and nothing typed there is lost."""

from dataclasses import replace
from typing import Any

import pytest
from driving import app_of, box, opened, send, shown, until_gone, until_shown, wait_until
from face import QUESTIONS, Memory
from textual.content import Content
from textual.widgets import Input

from intake.session.views import ReviewRow
from intake.tui.answers import drawn
from intake.tui.edit import Edit
from intake.tui.review import Review

LABELS = [question.label for question in QUESTIONS]

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


async def test_the_options_of_a_question_are_there_to_click_and_a_click_outside_leaves() -> None:
    face = Memory(answers=dict(TOLD))
    async with opened(face) as pilot:
        await pilot.press("ctrl+r", "down", "enter")
        await until_shown(pilot, "❯ 2 II Infant Family Specialist")
        await pilot.click(offset=(0, 0))
        await until_gone(pilot, "Enter saves")
        await pilot.press("enter")
        await until_shown(pilot, "3 III Infant Mental Health Specialist")
        await pilot.click("#edit-choices", offset=(4, 2))
        await until_gone(pilot, "Enter saves")
        assert face.answers["target.level"] == "III Infant Mental Health Specialist"


async def test_several_options_are_marked_before_they_are_saved() -> None:
    face = Memory(answers=dict(TOLD))
    async with opened(face) as pilot:
        await pilot.press("ctrl+r", "down", "down", "down", "enter")
        await until_shown(pilot, "1 [ ] Birth to 3")
        await pilot.click("#edit-choices", offset=(4, 0))
        await until_shown(pilot, "1 [x] Birth to 3")
        assert box(pilot).text == "Birth to 3"
        await pilot.press("enter")
        await until_gone(pilot, "Enter saves")
        assert face.answers["work.ages"] == "Birth to 3"


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


async def test_a_signature_is_not_typed_in_the_review_but_under_its_words() -> None:
    asked = (replace(QUESTIONS[0], id="sign.name", ask="By typing my name I sign."),)
    async with opened(Memory(questions=asked)) as pilot:
        await pilot.press("ctrl+r", "enter")
        await wait_until(pilot, lambda: app_of(pilot).interview.is_current)
        assert "By typing my name I sign." in shown(pilot)


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
        await until_shown(pilot, "This change is not saved yet")
        assert pilot.app.is_running


async def test_a_long_answer_is_shown_whole_below_and_scrolled_after_tab() -> None:
    words = " ".join(f"word{n}" for n in range(200))
    async with opened(Memory(answers={"work.description": words})) as pilot:
        await pilot.press("ctrl+r", "end")
        await until_shown(pilot, "+14 lines: Tab, then the arrows")
        seen = set(shown(pilot).split())
        await pilot.press("tab", "end")
        await until_shown(pilot, "word199")
        assert {f"word{n}" for n in range(70)} <= seen
        await pilot.press("tab", "home")
        await until_shown(pilot, "▸ Member")


async def test_a_search_narrows_down_says_how_many_and_escape_clears_it_before_it_leaves() -> None:
    async with opened(Memory(answers=dict(TOLD))) as pilot:
        await pilot.press("ctrl+r", "slash", *"spec")
        await until_shown(pilot, "Review · 1 of 5 answers hold “spec”")
        await until_gone(pilot, "Graduation")
        assert "▸ Level" in shown(pilot)
        await pilot.press("escape")
        await until_shown(pilot, "Review · 5 questions")
        assert isinstance(pilot.app.screen, Review)
        assert "▸ Level" in shown(pilot)
        await pilot.press("escape")
        await wait_until(pilot, lambda: app_of(pilot).interview.is_current)


async def test_what_a_search_found_is_walked_to_by_enter_and_changed() -> None:
    face = Memory(answers=dict(TOLD))
    async with opened(face) as pilot:
        await pilot.press("ctrl+r", "slash", *"paid work", "down", "down", "enter")
        await until_shown(pilot, "Enter saves")
        box(pilot).text = "visits"
        await pilot.press("enter")
        await wait_until(pilot, lambda: face.answers.get("work.description") == "visits")
        await until_shown(pilot, "2 of 5 answers hold “paid work”")


async def test_a_search_for_what_is_nowhere_says_so_and_shows_it_safely() -> None:
    async with opened(Memory(answers=dict(TOLD))) as pilot:
        await pilot.press("ctrl+r", "slash")
        pilot.app.screen.query_one(Input).value = "[b]\x1b[31m\u202e"
        await until_shown(pilot, "No answer holds “[b]␛[31m�”. Escape shows all of them again.")
        await pilot.press("enter", "enter", "n", "g", "f")
        assert isinstance(pilot.app.screen, Review)


async def test_gaps_come_first_and_the_mark_goes_on_to_the_next_as_they_are_answered() -> None:
    face = Memory(answers={"target.level": "II Infant Family Specialist", "work.ages": "Caregivers"})
    async with opened(face) as pilot:
        await pilot.press("ctrl+r", "f")
        await until_shown(pilot, "gaps first · 5 questions, 3 without an answer")
        order = [label for line in shown(pilot).splitlines() for label in LABELS if line[4:].startswith(label + " ")]
        assert order == ["Member of the association", "Graduation", "What you did", "Level", "Level", "Ages"]
        await pilot.press("enter")
        await until_shown(pilot, "Enter saves")
        box(pilot).text = "yes"
        await pilot.press("enter")
        await until_shown(pilot, "gaps first · 5 questions, 2 without an answer")
        await until_shown(pilot, "▸ Graduation")
        await pilot.press("f")
        await until_shown(pilot, "Review · 5 questions")
        await until_shown(pilot, "▸ Graduation")


async def test_what_needs_another_look_or_is_not_certain_says_so_in_words() -> None:
    rows = [
        ReviewRow("a.a", "", "One", "Level", "III", "answered", "the levels have other names"),
        ReviewRow("a.b", "", "One", "Date", "about 2012", "approximate"),
        ReviewRow("a.c", "", "One", "Hours", "", "unsure"),
        ReviewRow("a.d", "", "One", "School", "", "skipped"),
        ReviewRow("a.e", "", "One", "Name", "Dana", "answered"),
    ]

    class Looking(Memory):
        def review(self) -> list[ReviewRow]:
            return rows

    async with opened(Looking()) as pilot:
        await pilot.press("ctrl+r")
        await until_shown(pilot, "5 questions, 2 without an answer (○), 1 to look at again (!)")
        for text in ("! III  (needs another look)", "~ about 2012  (approximate)", "○ not sure", "○ skipped for now"):
            assert text in shown(pilot)
        await until_shown(pilot, "Needs another look: the levels have other names")
        await pilot.press("n")
        await until_shown(pilot, "You were not sure. Enter answers it here.")
        await pilot.press("n", "n")
        await until_shown(pilot, "▸ Level")


async def test_u_takes_the_last_answer_back_says_so_and_ctrl_y_does_it_again() -> None:
    face = Memory()
    async with opened(face) as pilot:
        await send(pilot, "yes")
        await pilot.press("ctrl+r", "u")
        await until_shown(pilot, "Done.")
        assert face.answers == {}
        await pilot.press("ctrl+y")
        await wait_until(pilot, lambda: face.answers == {"membership.current": "Yes"})
        await pilot.press("ctrl+z")
        await wait_until(pilot, lambda: face.answers == {})
        await until_shown(pilot, "▸ Member of the")


async def test_t_lists_what_is_still_missing() -> None:
    async with opened(Memory()) as pilot:
        await pilot.press("ctrl+r")
        await until_shown(pilot, "t: 1 to do, waiting on 1")
        await pilot.press("t")
        await until_shown(pilot, "· VCU: official transcript")
        await pilot.press("escape")
        await until_shown(pilot, "Review · ")


async def test_an_answer_is_opened_by_a_click() -> None:
    async with opened(Memory(answers=dict(TOLD))) as pilot:
        await pilot.press("ctrl+r")
        await until_shown(pilot, "May 2017")
        y = next(n for n, line in enumerate(shown(pilot).splitlines()) if "Graduation" in line)
        await pilot.click(offset=(10, y))
        await until_shown(pilot, "Enter saves")
        assert box(pilot).text == "May 2017"


@pytest.mark.parametrize("size", [(40, 15), (300, 100)])
async def test_every_size_shows_the_list_the_answer_picked_and_the_way_out(size: tuple[int, int]) -> None:
    async with opened(Memory(answers=dict(TOLD)), size) as pilot:
        await pilot.press("ctrl+r", "down")
        for text in ("Review · 5 questions", "▸ Level", "  II Infant Family Specialist", "Esc Back"):
            await until_shown(pilot, text)


async def test_of_five_thousand_answers_only_those_in_view_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = tuple(replace(QUESTIONS[4], id=f"work.q{n}", label=f"Label {n}") for n in range(5_000))
    drawings: list[int] = []

    def counted(*args: Any) -> Content:
        drawings.append(1)
        return drawn(*args)

    monkeypatch.setattr("intake.tui.review.drawn", counted)
    async with opened(Memory(questions=asked)) as pilot:
        await pilot.press("ctrl+r")
        await until_shown(pilot, "5,000 questions")
        await pilot.press("end", "home", "n", "f", "slash", *"49")
        await until_shown(pilot, "of 5,000 answers hold “49”")
        assert len(drawings) < 300
