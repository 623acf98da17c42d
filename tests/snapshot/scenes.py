"""The scenes that are looked at: for every screen of the app the keys that lead to it."""

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent / "tui")]

from driving import box, shown, until_gone, until_shown  # noqa: E402 - the tests are found through the path set above
from face import Memory  # noqa: E402
from textual.pilot import Pilot  # noqa: E402

from intake.tui.app import IntakeApp  # noqa: E402

Steps = Callable[[Pilot[None]], Awaitable[None]]

#: What Dana has said already in every scene.
TOLD = {
    "membership.current": "Yes",
    "target.level": "III Infant Mental Health Specialist",
    "education.awarded": "May 2017",
}


async def at_the_question(pilot: Pilot[None]) -> None:
    """Wait for the question that stands."""
    await until_shown(pilot, "Which ages did you work with?")


async def a_choice(pilot: Pilot[None]) -> None:
    """Options of which several may be taken, one taken."""
    await at_the_question(pilot)
    await pilot.press("down", "space")
    await until_shown(pilot, "❯ 1 [x] Birth to 3")


async def a_text(pilot: Pilot[None]) -> None:
    """Words being typed, on two lines."""
    await a_choice(pilot)
    await pilot.press("enter")
    await until_shown(pilot, "What did you do there")
    box(pilot).text = "Home visits with parents and infants,\nand a group for fathers."
    await until_shown(pilot, "and a group for fathers.")


async def a_walk(pilot: Pilot[None]) -> None:
    """The conversation walked, with an answer under the mark."""
    await a_choice(pilot)
    await pilot.press("enter")
    await until_shown(pilot, "What did you do there")
    await pilot.press("up", "up", "up")
    await until_shown(pilot, "Enter Change")


async def a_reason(pilot: Pilot[None]) -> None:
    """Why the question of a message was asked."""
    await a_walk(pilot)
    await pilot.press("w")
    await until_shown(pilot, "Why this is asked")


async def a_list(pilot: Pilot[None]) -> None:
    """The list being built, walked."""
    await at_the_question(pilot)
    assert isinstance(pilot.app, IntakeApp)
    face = pilot.app.face
    assert isinstance(face, Memory)
    face.jobs = ("home visitor", "parent-infant therapist", "supervisor of home visitors")
    await pilot.app.converse("why")
    await until_shown(pilot, "F4 List")
    await pilot.press("f4", "up")
    await until_shown(pilot, "▸  2  parent-infant therapist")


async def a_month(pilot: Pilot[None]) -> None:
    """The calendar, at the date that stands."""
    await at_the_question(pilot)
    assert isinstance(pilot.app, IntakeApp)
    await pilot.app.visit("education.awarded", "")
    await until_shown(pilot, "F2 Calendar")
    await pilot.press("f2")
    await until_shown(pilot, "▸ May")


async def a_day(pilot: Pilot[None]) -> None:
    """The days of a month."""
    await a_month(pilot)
    await pilot.press("d", "right", "down")
    await until_shown(pilot, "▸  9")


async def the_review(pilot: Pilot[None]) -> None:
    """All answers."""
    await at_the_question(pilot)
    await pilot.press("ctrl+r")
    await until_shown(pilot, "2 without an answer")


async def an_edit(pilot: Pilot[None]) -> None:
    """An answer being changed on the review screen, which was not understood."""
    await the_review(pilot)
    await pilot.press("down", "down", "enter")
    await until_shown(pilot, "Enter saves")
    box(pilot).text = "some day"
    await pilot.press("enter")
    await until_shown(pilot, "I could not take that")


async def the_board(pilot: Pilot[None]) -> None:
    """All levels."""
    await at_the_question(pilot)
    await pilot.press("ctrl+b")
    await until_shown(pilot, "3 of 7")
    await until_shown(pilot, "renew membership")  # the lower part is filled a moment later


async def a_proof(pilot: Pilot[None]) -> None:
    """The requirements of a level, and the proof of one that is open."""
    await the_board(pilot)
    await pilot.press("down", "enter")
    await until_shown(pilot, "▸ Supervised work")
    await pilot.press("down")
    await until_shown(pilot, "Yours to do: begin with the exam")


async def the_comparison(pilot: Pilot[None]) -> None:
    """Two editions side by side."""
    await the_board(pilot)
    await pilot.press("c")
    await until_shown(pilot, "ifa.route · Route")


async def the_what_if(pilot: Pilot[None]) -> None:
    """What would be if."""
    await the_board(pilot)
    await pilot.press("w")
    await until_shown(pilot, "The shortest routes")
    await until_shown(pilot, "such as: 24 hours")


async def the_help(pilot: Pilot[None]) -> None:
    """Help on the answer box."""
    await at_the_question(pilot)
    await pilot.press("f1")
    await until_shown(pilot, "Words you can say at any question")


async def the_palette(pilot: Pilot[None]) -> None:
    """All actions."""
    await at_the_question(pilot)
    await pilot.press("ctrl+p")
    await until_shown(pilot, "Undo the last answer")


async def the_cases(pilot: Pilot[None]) -> None:
    """The other cases."""
    await at_the_question(pilot)
    await pilot.press("ctrl+o")
    await until_shown(pilot, "Your cases")


async def the_first_screen(pilot: Pilot[None]) -> None:
    """What is said before the first question."""
    await at_the_question(pilot)
    await pilot.app.run_action("app.introduce")
    await until_shown(pilot, "Before you begin")


async def a_notice(pilot: Pilot[None]) -> None:
    """A word at the top that goes by itself."""
    await at_the_question(pilot)
    pilot.app.notify("Nothing is selected to copy.", timeout=600)
    await until_shown(pilot, "Nothing is selected to copy.")


async def the_timeline(pilot: Pilot[None]) -> None:
    """The work over the years."""
    await the_board(pilot)
    await pilot.press("t")
    await until_shown(pilot, "3 jobs, as of March 1, 2026.")
    await until_shown(pilot, "Home visitor, County")


async def the_timeline_as_a_table(pilot: Pilot[None]) -> None:
    """The same as a table."""
    await the_timeline(pilot)
    if "Degrees, dates" in shown(pilot):  # a small terminal shows the table first
        await pilot.press("t")
    await until_gone(pilot, "Degrees, dates")


async def the_call_sheet(pilot: Pilot[None]) -> None:
    """A caller who has told much in one breath."""
    await until_shown(pilot, "May I have your name?")
    box(pilot).text = "this is Maria, I've been with early head start since 2019 as a home visitor, no membership"
    await pilot.press("enter")
    await until_shown(pilot, "So: Name: Maria")


async def the_close_of_a_call(pilot: Pilot[None]) -> None:
    """What is said at the end of it."""
    await the_call_sheet(pilot)
    await pilot.press("ctrl+g")
    await until_shown(pilot, "Next step")


async def the_desk(pilot: Pilot[None]) -> None:
    """Two cases, of which one was handed over."""
    await until_shown(pilot, "Cases: 2 · waiting: 2 for applicant")


async def the_questions_of_the_desk(pilot: Pilot[None]) -> None:
    """What only the association can answer, over all cases."""
    await the_desk(pilot)
    await pilot.press("q")
    await until_shown(pilot, "Is telehealth counted?")


async def a_rating(pilot: Pilot[None]) -> None:
    """What a referee sees."""
    await until_shown(pilot, "Which ages did you work with?")


SCENES: tuple[Steps, ...] = (
    a_choice,
    a_text,
    a_walk,
    a_reason,
    a_list,
    a_month,
    a_day,
    the_review,
    an_edit,
    the_board,
    a_proof,
    the_comparison,
    the_what_if,
    the_timeline,
    the_timeline_as_a_table,
    the_help,
    the_palette,
    the_cases,
    the_first_screen,
    a_notice,
    the_call_sheet,
    the_close_of_a_call,
    the_desk,
    the_questions_of_the_desk,
    a_rating,
)
