"""The work timeline: jobs as bars, the requirement chosen by arrows, the same as a table, and the way to a question."""

from dataclasses import replace

import pytest
from driving import NARROW, WIDE, app_of, opened, shown, until_gone, until_shown, wait_until
from face import TIMELINE, Memory, lane
from test_hostile_text import BEGINNING, SAFE, Hostile, harmless
from textual.pilot import Pilot

from intake.timeline.values import Timeline
from intake.tui.rows import Rows


def line_with(pilot: Pilot[None], words: str) -> str:
    return next(line for line in shown(pilot).splitlines() if words in line)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_every_job_is_a_bar_under_the_years_and_one_without_dates_says_so(size: tuple[int, int]) -> None:
    async with opened(Memory(), size) as pilot:
        await pilot.press("ctrl+b", "t")
        await until_shown(pilot, "3 jobs, as of March 1, 2026.")
        await until_shown(pilot, "Volunteer")
        assert "█▶" in line_with(pilot, "1 Home visitor")
        assert "░▶" in line_with(pilot, "2 Trainer")
        assert "no dates told" in line_with(pilot, "3 Volunteer")
        assert "2018" in shown(pilot)
        assert "◆" in line_with(pilot, "Degrees, dates")
        assert "╌" in line_with(pilot, "Overlaps")
        assert line_with(pilot, "◆").index("◆") == line_with(pilot, "1 Home visitor").index("│")


async def test_left_and_right_choose_what_counts_and_the_job_picked_is_told_in_words() -> None:
    async with opened(Memory(), NARROW) as pilot:
        await pilot.press("ctrl+b", "t")
        await until_shown(pilot, "II Two years of paid work")
        await until_shown(pilot, "Toward Two years of paid work: counts (24 months)")
        assert "×" in line_with(pilot, "What counts, 1 of 2")
        assert "█" in line_with(pilot, "What counts, 1 of 2")
        await pilot.press("right", "down")
        await until_shown(pilot, "III Two years of supervised work")
        await until_shown(pilot, "Toward Two years of supervised work: does not count")
        await until_shown(pilot, "Trainer, University · 2024 – now")
        await pilot.press("left")
        await until_shown(pilot, "What counts, 1 of 2")


async def test_t_shows_the_same_as_a_table_and_keeps_the_job_picked() -> None:
    async with opened(Memory(), WIDE) as pilot:
        await pilot.press("ctrl+b", "t", "down", "t")
        await until_shown(pilot, "Degrees and other dates")
        for words in ("2020 – now", "0 to 18", "no dates told", "May 2019", "Overlaps, counted once", "paid: yes"):
            assert words in shown(pilot)
        assert "▸ 2" in line_with(pilot, "Trainer, University")
        await pilot.press("t")
        await until_gone(pilot, "Degrees and other dates")
        assert "▸ 2" in line_with(pilot, "Trainer")


async def test_enter_on_a_job_goes_to_its_question_and_on_a_requirement_to_its_proof() -> None:
    went: list[tuple[str, str]] = []

    class Visited(Memory):
        def visit(self, question: str, item: str):  # type: ignore[no-untyped-def]
            went.append((question, item))
            return super().visit("education.awarded", "")

    async with opened(Visited(), WIDE) as pilot:
        await pilot.press("ctrl+b", "t", "t", "end", "enter")
        await until_shown(pilot, "Rule of imhs.work")
        await pilot.press("escape", "home", "down", "enter")
        await until_shown(pilot, "When did you finish your degree?")
        assert went == [("work.span", "work-2")]


async def test_the_palette_opens_it_and_escape_goes_back() -> None:
    async with opened(Memory(), NARROW) as pilot:
        app_of(pilot).action_timeline()
        await until_shown(pilot, "3 jobs")
        await pilot.press("f1")
        await until_shown(pilot, "Answering")
        await pilot.press("escape", "escape")
        await until_shown(pilot, "Type your answer")


@pytest.mark.parametrize("size", [(40, 15), (59, 24), (100, 30), (300, 100)])
async def test_it_fits_any_size_and_a_small_one_gets_the_table_first(size: tuple[int, int]) -> None:
    async with opened(Memory(), NARROW) as pilot:
        await pilot.press("ctrl+b", "t")
        await until_shown(pilot, "3 jobs")
        await pilot.resize_terminal(*size)
        await wait_until(pilot, lambda: len(shown(pilot).splitlines()[0]) == size[0])
        await until_shown(pilot, "Home visitor")
        await until_shown(pilot, "Esc")
        await wait_until(pilot, lambda: len(line_with(pilot, "3 jobs").rstrip()) == size[0] - 6)
        assert ("▶" in shown(pilot)) == (size[0] >= 60)


async def test_without_a_job_a_kind_sentence_stands_there() -> None:
    class Empty(Memory):
        def timeline(self) -> Timeline:
            return replace(TIMELINE, lanes=(), overlaps=())

    async with opened(Empty(), NARROW) as pilot:
        await pilot.press("ctrl+b", "t")
        await until_shown(pilot, "No job is listed yet.")
        await pilot.press("enter", "t", "t", "right")
        await until_shown(pilot, "No job is listed yet.")


async def test_hostile_titles_are_shown_as_they_are() -> None:
    class Worst(Hostile):
        def timeline(self) -> Timeline:
            lanes = tuple(replace(each, title=SAFE, when=SAFE, facts=((SAFE, SAFE),)) for each in TIMELINE.lanes)
            marks = tuple(replace(mark, title=SAFE, when=SAFE) for mark in TIMELINE.marks)
            measures = tuple(replace(each, title=SAFE, fact_title=SAFE) for each in TIMELINE.measures)
            return replace(TIMELINE, lanes=lanes, marks=marks, measures=measures)

    async with opened(Worst(), WIDE) as pilot:
        await pilot.press("ctrl+b", "t")
        await until_shown(pilot, "3 jobs")
        assert f"1 {BEGINNING[:20]}" in shown(pilot)
        assert f"III {BEGINNING}" in shown(pilot)
        harmless(pilot)
        await pilot.press("t")
        await until_shown(pilot, "Degrees and other dates")
        assert BEGINNING[:20] in shown(pilot)
        harmless(pilot)


async def test_of_a_thousand_jobs_only_those_in_view_are_drawn() -> None:
    many = tuple(lane("work-1", f"Job {n}", TIMELINE.as_of.replace(year=1990 + n % 30)) for n in range(1_000))

    class Busy(Memory):
        def timeline(self) -> Timeline:
            return replace(TIMELINE, lanes=many)

    async with opened(Busy(), WIDE) as pilot:
        await pilot.press("ctrl+b", "t")
        await until_shown(pilot, "Job 10 ")
        rows = app_of(pilot).screen.query_one(Rows)
        assert rows.count == 1_000
        await wait_until(pilot, lambda: 0 < len(rows._drawn) < 100)
        await pilot.press("end")
        await until_shown(pilot, "Job 999")
