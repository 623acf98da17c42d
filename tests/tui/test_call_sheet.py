"""The call sheet in the app: a whole call by keys alone, every line two keys away, the close, and the way on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import callers
import pytest
from driving import NARROW, WIDE, box, shown, until_shown, wait_until
from personas import AS_OF
from session_talk import unopened
from textual.pilot import Pilot

from intake.session.calling import Call
from intake.session.session import Session
from intake.session.shelf import Shelf
from intake.tui.answer import AnswerBox
from intake.tui.app import IntakeApp
from intake.tui.call import CallSheet
from intake.tui.call_close import CallClose
from intake.tui.interview import Interview

#: The most keys that a call may take beside the words themselves.
_MOST_KEYS = 90


@asynccontextmanager
async def _calling(folder: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[tuple[Pilot[None], Session]]:
    """A call that was just taken up."""
    session = unopened(folder)
    app = IntakeApp(lambda: session, calling=lambda _face: True)
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, CallSheet) and app.focused is not None)
        yield pilot, session


async def _heard(pilot: Pilot[None], words: str, *keys: str) -> int:
    """Press `keys`, type `words` and send them; how many keys that took beside the words."""
    await pilot.press(*keys)
    box(pilot).text = words
    await pilot.press("enter")
    await wait_until(pilot, lambda: not box(pilot).text)
    return len(keys) + 1


async def test_a_whole_call_by_keys_alone(tmp_path: Path) -> None:
    said = callers.fragments("dana")
    async with _calling(tmp_path) as (pilot, session):
        keys = sum([await _heard(pilot, words) for words in said])
        keys += await _heard(pilot, "?", "tab", "m")
        keys += await _heard(pilot, "what is reflective supervision?")
        await pilot.press("ctrl+g")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, CallClose))
        await pilot.press("enter", "enter", "enter", "enter")
        await until_shown(pilot, "The call is closed.")
        keys += 5
        assert Call(session).ended
        assert all(line.state != "open" for line in Call(session).lines())
    assert keys <= _MOST_KEYS


async def test_every_line_is_two_keys_away(tmp_path: Path) -> None:
    async with _calling(tmp_path) as (pilot, session):
        for line in Call(session).lines():
            await pilot.press("tab", line.key)
            assert box(pilot).has_focus
            assert line.title in str(box(pilot).border_title)


@pytest.mark.parametrize("size", [(100, 30), NARROW])
async def test_sheet_script_and_the_whole_read_back_are_seen_at_once(size: tuple[int, int], tmp_path: Path) -> None:
    async with _calling(tmp_path, size) as (pilot, session):
        await until_shown(pilot, "May I have your name?")
        await _heard(
            pilot, "MSW from VCU, May 2017, supervised home visitor at Healthy Families since 2019, not a member"
        )
        await wait_until(pilot, lambda: "Is that right?" in " ".join(shown(pilot).split()))
        lines = Call(session).lines()
        if size != NARROW:
            assert all(line.title in shown(pilot) for line in lines)
            assert "If what was not told counts plainly" in shown(pilot)
        else:
            assert "To explore: I, II, III · gaps: 1 for all levels; I 0, II 1, III 2, IV 3" in shown(pilot)


async def test_the_line_under_the_mark_is_shown_whole_on_a_low_screen(tmp_path: Path) -> None:
    async with _calling(tmp_path, NARROW) as (pilot, _session):
        for words in callers.fragments("dana")[:10]:
            await _heard(pilot, words)
        await pilot.press("tab", "e")
        await until_shown(pilot, "Program, Direct work with children or families")
        await pilot.press("tab", "down", "down")
        await until_shown(pilot, "September 1, 2024 – now, Full-time, paid: yes")
        assert "Direct work with children" not in shown(pilot)


async def test_a_note_is_seen_on_the_sheet_and_is_no_line_to_pick(tmp_path: Path) -> None:
    async with _calling(tmp_path) as (pilot, _session):
        await _heard(pilot, "note: call back friday")
        await until_shown(pilot, "Notes             call back friday")
        await pilot.press("tab", "end", "enter")
        await wait_until(pilot, lambda: bool(box(pilot).has_focus))
        assert not box(pilot).border_title


async def test_a_call_that_is_gone_on_with_says_so_and_has_the_words_that_were_not_sent(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, as_of=AS_OF)
    session = shelf.begin()
    call = Call(session)
    call.take_up()
    call.hear("she has a masters")
    session.keep_draft("no memb")
    session.close()
    app = IntakeApp(lambda: shelf.open(session.id), calling=lambda _face: True)
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "Going on with this call: 0:00 on the line so far; lines told: 1.")
        await until_shown(pilot, "These words were not sent when you left.")
        assert not pilot.app._notifications  # nothing covers the sheet
        await wait_until(pilot, lambda: box(pilot).text == "no memb")
        assert [each.text for each in app.interview.query(AnswerBox)] == [""]
        app.face.close()


async def test_undo_by_key_takes_the_last_words_back(tmp_path: Path) -> None:
    async with _calling(tmp_path) as (pilot, _session):
        await _heard(pilot, "she has a masters")
        await until_shown(pilot, "f ✓ Education")
        await pilot.press("ctrl+z")
        await until_shown(pilot, "f · Education")


async def test_the_close_can_be_reworded(tmp_path: Path) -> None:
    async with _calling(tmp_path) as (pilot, session):
        await _heard(pilot, "MSW")
        await pilot.press("ctrl+g")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, CallClose))
        box(pilot).text = "III, if the work fits"
        await pilot.press("ctrl+g")
        await until_shown(pilot, "The call is closed.")
        assert Call(session).closing().levels == "III, if the work fits"


async def test_a_rewording_outlives_going_back_to_the_call(tmp_path: Path) -> None:
    async with _calling(tmp_path) as (pilot, _session):
        await pilot.press("ctrl+g")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, CallClose))
        box(pilot).text = "III, if the work fits"
        await pilot.press("escape")
        await _heard(pilot, "current member")
        await pilot.press("ctrl+g")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, CallClose))
        assert box(pilot).text == "III, if the work fits"
        assert "Training or education" in shown(pilot)


async def test_the_record_is_written_where_one_says(tmp_path: Path) -> None:
    async with _calling(tmp_path) as (pilot, _session):
        await pilot.press("ctrl+s")
        await until_shown(pilot, "Where should the record")
        await _sent(pilot, str(tmp_path / "dana.json"))
        await until_shown(pilot, "Written: ")
        assert (tmp_path / "dana.json").is_file()


async def _sent(pilot: Pilot[None], words: str) -> None:
    box(pilot).text = words
    await pilot.press("enter")


async def test_the_call_goes_on_as_an_application(tmp_path: Path) -> None:
    async with _calling(tmp_path) as (pilot, _session):
        await _heard(pilot, "this is Dana Whitfield")
        await pilot.press("ctrl+n")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Interview))
        await until_shown(pilot, "Which personal e-mail address")


async def test_hostile_words_are_shown_literally(tmp_path: Path) -> None:
    async with _calling(tmp_path) as (pilot, _session):
        await _heard(pilot, "[bold]Eve[/bold] \x1b[2J[link=x]", "tab", "a")
        await until_shown(pilot, "[bold]Eve[/bold]")
        await pilot.press("ctrl+g")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, CallClose))
        box(pilot).text = "[red]none[/red]"
        await pilot.press("ctrl+g")
        await until_shown(pilot, "The call is closed.")
        assert "\x1b" not in shown(pilot)


async def test_a_call_is_taken_from_among_the_cases(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, as_of=AS_OF)
    app = IntakeApp(shelf.begin, cases=lambda: shelf)
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, Interview))
        await pilot.press("ctrl+o")
        await until_shown(pilot, "Your cases")
        await pilot.press("c")
        await wait_until(pilot, lambda: isinstance(app.screen, CallSheet))
        assert sorted(row.title for row in shelf.rows()) == ["Application", "Call 2026-03-01 12:00"]
        app.face.close()


def test_who_comes_back_without_a_word_comes_back_to_the_call_that_was_cut_off(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, as_of=AS_OF)
    call = Call(shelf.begin())
    there = [shelf.on_the_line]
    call.take_up()
    call.hear("she has a masters")
    there.append(shelf.on_the_line)
    call.hang_up(call.closing())
    assert [*there, shelf.on_the_line] == [False, True, False]
    call.session.close()
