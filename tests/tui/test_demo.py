"""The demonstration in the app: it plays by itself, and whatever the presenter does, the story goes on as written."""

import random
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import personas
import pytest
from driving import NARROW, WIDE, box, shown, until_gone, until_shown, wait_until
from textual.pilot import Pilot
from textual.widgets import Static

from intake.demo.player import Mode
from intake.demo.script import Script, find, parse
from intake.demo.stage import Stage
from intake.demo.topics import topics
from intake.session.views import Message
from intake.tui.answer import AnswerBox
from intake.tui.demo import DemoApp
from intake.tui.performing import run
from intake.tui.reading import read_on, show_beginning
from intake.tui.reason import Reason
from intake.tui.recording import record
from intake.tui.transcript import Transcript
from intake.tui.wall import Wall

ANN = parse(
    "ann",
    """# Ann (invented). As of 2026-03-01.
Ann Dole
# reach
ann@example.org
pause
# rest
skip
## Ask the room.
both
""",
)
BEN = parse("ben", "# Ben (invented). As of 2026-03-01.\nBen Reed\nben@example.org\n")


def told(script: Script, lines: int) -> list[bytes]:
    """The log of a case in which the first `lines` of a script were said."""
    with Stage(script) as stage:
        stage.bring(lines)
        return stage.events


@asynccontextmanager
async def played(
    *scripts: Script, size: tuple[int, int] = NARROW, timed: bool = False
) -> AsyncIterator[tuple[DemoApp, Pilot[None]]]:
    app = DemoApp(scripts, timed=timed)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await wait_until(pilot, lambda: app.playing is not None)
            yield app, pilot
    finally:
        app.close()


async def play(app: DemoApp, pilot: Pilot[None], lines: int) -> None:
    """Play so many lines, each typed in one go."""
    app.player = replace(app.player, mode=Mode.PLAYING)
    goal = app.player.at + lines
    while app.player.running and app.player.at < goal:
        words = app.player.script.words[app.player.at]
        if app.player.typed:
            app.player = replace(app.player, typed=len(words))
        await app.act()
        if any(stage.session.errands.taken for stage in app.stages):
            await wait_until(pilot, lambda: not any(stage.session.errands.taken for stage in app.stages))
    if app.player.running:
        await pilot.press("space")


@pytest.mark.parametrize("name", personas.NAMES)
async def test_a_persona_plays_to_the_end_without_a_hand(name: str) -> None:
    script = find(name)
    async with played(script) as (app, pilot):
        await play(app, pilot, len(script.lines))
        assert app.player.mode is Mode.OVER
        assert app.stages[0].events == told(script, len(script.lines))
        await until_shown(pilot, "■ the end")


async def test_it_types_by_itself_pauses_by_the_space_bar_and_comes_to_its_end() -> None:
    async with played(ANN, timed=True) as (app, pilot):
        await pilot.press(*["plus"] * 4, "space")
        await wait_until(pilot, lambda: app.player.typed > 2)
        await pilot.press("space")
        held, at = box(pilot).text, app.player
        assert ANN.words[at.at].startswith(held)
        assert app.player.mode is Mode.PAUSED
        assert await app.act() is None
        await pilot.press("right")
        await wait_until(pilot, lambda: app.player.at == at.at + 1 and app.player.mode is Mode.PAUSED)
        await pilot.press("space")
        await wait_until(pilot, lambda: app.player.mode is Mode.OVER)
        assert app.stages[0].events == told(ANN, len(ANN.lines))


async def test_letters_are_keys_while_it_plays_and_an_answer_once_the_presenter_has_taken_over() -> None:
    async with played(ANN) as (app, pilot):
        await pilot.press("x", "y")
        assert box(pilot).text == ""
        await pilot.press("f5", "x", "y")
        assert box(pilot).text == "xy"
        await pilot.press("enter")
        await until_shown(pilot, "Name: xy. Saved.")
        assert app.player.at == 0


async def test_whoever_takes_over_in_the_midst_of_a_line_has_an_empty_box() -> None:
    async with played(ANN) as (app, pilot):
        await pilot.press("space")
        await app.act()
        assert box(pilot).text == "A"
        await pilot.press("f5")
        assert box(pilot).text == ""


async def test_handing_back_puts_aside_what_the_room_tried() -> None:
    async with played(ANN) as (app, pilot):
        await play(app, pilot, 1)
        await pilot.press("f5")
        box(pilot).text = "room@example.org"
        await pilot.press("enter")
        await until_shown(pilot, "room@example.org. Saved.")
        await pilot.press("f5")
        await until_gone(pilot, "room@example.org")
        assert app.stages[0].events == told(ANN, 1)
        assert app.player.mode is Mode.PAUSED


@pytest.mark.parametrize("asked", ["what is reflective supervision?", "room@example.org", "pause"])
@pytest.mark.parametrize("scripts", [(ANN,), (ANN, BEN)])
async def test_whatever_the_room_said_the_wall_shows_again_what_was_played_last(
    scripts: tuple[Script, ...], asked: str
) -> None:
    async with played(*scripts, size=WIDE) as (app, pilot):
        await pilot.press("w")
        await play(app, pilot, len(scripts))
        await pilot.press("f5")
        app.screen.query(AnswerBox).first().text = asked
        await pilot.press("enter")
        await until_gone(pilot, "Name: Ann Dole. Saved.")
        if asked == "pause":
            await until_shown(pilot, "An application would be saved")
        await pilot.press("f5")
        await until_shown(pilot, "Name: Ann Dole. Saved.")
        assert f"▌ {asked}" not in shown(pilot)
        assert app.stages[0].events == told(ANN, 1)


@pytest.mark.parametrize("scripts", [(ANN,), (ANN, BEN)])
async def test_a_click_into_the_box_takes_over_and_escape_puts_nothing_aside(scripts: tuple[Script, ...]) -> None:
    async with played(*scripts, size=WIDE) as (app, pilot):
        await pilot.click("#answer")
        await until_shown(pilot, "✎ YOU TYPE")
        await pilot.press("x", "escape")
        await until_shown(pilot, "F5 hands back to the script.")
        assert "✎ YOU TYPE" in shown(pilot)
        assert app.screen.query(AnswerBox).first().text == "x"
        await pilot.press("f5")
        await until_shown(pilot, "‖ paused")


async def test_f5_hands_back_from_the_board_too_and_two_side_by_side_say_that_they_have_none() -> None:
    async with played(ANN, size=WIDE) as (app, pilot):
        await play(app, pilot, 1)
        await pilot.press("f5", "ctrl+b")
        await until_shown(pilot, "Your application")
        await pilot.press("f5")
        await until_shown(pilot, "‖ paused")
        assert app.playing is not None
    async with played(ANN, BEN, size=WIDE) as (app, pilot):
        for key in ("ctrl+b", "ctrl+r", "ctrl+p"):
            await pilot.press("f5", key)
            await until_shown(pilot, "With two side by side there is no board")
            await pilot.press("escape", "f5")


async def test_whoever_changes_an_answer_while_it_is_paused_has_taken_over() -> None:
    async with played(ANN, size=WIDE) as (app, pilot):
        await play(app, pilot, 1)
        await pilot.press("ctrl+r", "enter", "B", "o", "enter", "escape")
        await until_shown(pilot, "✎ YOU TYPE")
        assert app.stages[0].events != told(ANN, 1)
        await pilot.press("f5")
        await until_shown(pilot, "‖ paused")
        assert app.stages[0].events == told(ANN, 1)


async def test_leaving_in_the_script_is_coming_back_in_the_demonstration() -> None:
    async with played(ANN, size=WIDE) as (app, pilot):
        await play(app, pilot, 3)
        await until_shown(pilot, "Everything is saved.")
        assert app.left
        await play(app, pilot, 1)
        await until_shown(pilot, "Welcome back.")
        assert app.stages[0].events == told(ANN, 4)


async def test_a_chapter_is_gone_to_forward_and_back() -> None:
    async with played(ANN) as (app, pilot):
        await pilot.press("c", "down", "enter")
        await until_shown(pilot, "2 of 5")
        assert "Welcome back." not in shown(pilot), "nobody left"
        await pilot.press("c", "down", "enter")
        await until_shown(pilot, "3 of 5")
        assert (app.player.at, app.stages[0].events) == (3, told(ANN, 3))
        await pilot.press("c", "home", "enter")
        await until_shown(pilot, "1 of 5")
        assert (app.player.at, app.stages[0].events) == (0, told(ANN, 0))


async def test_at_random_moments_whatever_is_pressed_the_case_is_the_scripts() -> None:
    keys = [
        "space",
        "right",
        "f5",
        "plus",
        "minus",
        "n",
        "w",
        "c",
        "enter",
        "down",
        "escape",
        "r",
        "ctrl+z",
        "1",
        "tick",
    ]
    chance = random.Random(7)
    async with played(ANN) as (app, pilot):
        for _ in range(150):
            key = chance.choice([*keys, *["tick"] * 30])
            if key == "tick":
                await app.act()
            else:
                await pilot.press(key)
            assert not app.failure
        while len(app.screen_stack) > 2:
            await pilot.press("escape")
        if app.player.mode is Mode.TAKEN:
            await pilot.press("f5")
            await until_shown(pilot, "‖ paused" if app.player.at < len(ANN.lines) else "■")
        await pilot.press("c", "home", "enter")
        await until_shown(pilot, "1 of 5")
        await play(app, pilot, len(ANN.lines))
        assert app.stages[0].events == told(ANN, len(ANN.lines))


async def test_the_rule_and_the_notes_are_shown_when_they_are_asked_for() -> None:
    async with played(ANN, size=WIDE) as (app, pilot):
        await play(app, pilot, 4)
        assert "Ask the room." not in shown(pilot)
        await pilot.press("n")
        await until_shown(pilot, "Ask the room.")
        await pilot.press("r")
        await until_shown(pilot, "Why “live or work in Virginia” is asked")
        title = app.screen.query_one("#helper-title", Static)
        assert str(title.content) == "Do you live or work in Virginia?"
        assert await app.act() is None
        app.player = replace(app.player, mode=Mode.PLAYING)
        assert await app.act()
        assert app.player.typed == 0, "nothing is typed behind what is being read"


async def test_what_stands_still_behind_another_screen_is_said_to_be_paused() -> None:
    async with played(ANN, size=WIDE) as (_app, pilot):
        await pilot.press("space")
        await until_shown(pilot, "▶ playing")
        await pilot.press("c")
        await until_shown(pilot, "‖ paused")
        await pilot.press("escape")
        await until_shown(pilot, "▶ playing")


@pytest.mark.parametrize("size", [NARROW, WIDE, (40, 15)])
async def test_a_long_rule_is_read_to_its_end_with_the_way_back_in_view(size: tuple[int, int]) -> None:
    async with played(ANN, size=size) as (app, pilot):
        await app.push_screen(Reason("Why", "\n".join(f"sentence {n}" for n in range(60))))
        await until_shown(pilot, "↓ Space More")
        assert "Esc Back" in shown(pilot)
        while "sentence 59" not in shown(pilot):
            await pilot.press("space")
        assert "Esc Back" in shown(pilot)


async def test_the_wall_shows_the_last_exchange_alone() -> None:
    async with played(ANN, size=WIDE) as (app, pilot):
        await play(app, pilot, 2)
        assert "Name: Ann Dole. Saved." in shown(pilot)
        await pilot.press("w")
        await until_gone(pilot, "Where you stand")
        assert "Name: Ann Dole. Saved." not in shown(pilot)
        assert "E-mail: ann@example.org. Saved." in shown(pilot)


@pytest.mark.parametrize("scripts", [(ANN,), (ANN, BEN)])
@pytest.mark.parametrize("size", [(120, 40), (200, 60)])
async def test_the_wall_says_of_more_below_only_where_there_is_more(
    scripts: tuple[Script, ...], size: tuple[int, int]
) -> None:
    async with played(*scripts, size=size) as (app, pilot):
        await pilot.press("w")
        await play(app, pilot, 2)
        await until_shown(pilot, "+ − pace")
        assert not any(wall.max_scroll_y for wall in app.screen.query(Wall))
        await until_gone(pilot, "more below")


async def test_the_help_names_the_keys_of_the_pace_as_they_stand_on_the_keyboard() -> None:
    async with played(ANN) as (_app, pilot):
        await pilot.press("f1")
        await until_shown(pilot, "Faster")
        assert re.search(r"\+ +Faster", shown(pilot))
        assert re.search("− +Slower", shown(pilot))


async def test_two_side_by_side_are_each_as_alone() -> None:
    async with played(ANN, BEN, size=WIDE) as (app, pilot):
        await play(app, pilot, len(app.player.script.lines))
        assert [stage.events for stage in app.stages] == [told(ANN, 5), told(BEN, 2)]
        await until_shown(pilot, "▌ ben@example.org")
        await pilot.press("c", "home", "enter")
        await until_shown(pilot, "1 of 7")
        await pilot.press("f5")
        app.screen.query(AnswerBox).first().text = "what is reflective supervision?"
        await pilot.press("enter")
        await wait_until(pilot, lambda: shown(pilot).count("reflective supervision: Regular") == 2)


async def test_what_is_prepared_stands_on_the_screen_before_two_are_played_beforehand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    painted: list[str] = []

    def watched(script: Script) -> tuple[str, ...]:
        strips = app.screen._compositor.render_strips()
        painted.append("".join(strip.text for strip in strips))
        return topics(script)

    monkeypatch.setattr("intake.tui.demo.topics", watched)
    app = DemoApp((ANN, BEN), timed=False)
    try:
        async with app.run_test(size=WIDE) as pilot:
            await wait_until(pilot, lambda: app.playing is not None)
    finally:
        app.close()
    assert len(painted) == 2
    assert all("Preparing: Ann (invented). · Ben (invented)." in screen for screen in painted)


async def test_the_wall_shows_the_last_exchange_of_each_of_two() -> None:
    async with played(ANN, BEN, size=WIDE) as (app, pilot):
        await pilot.press("w")
        await play(app, pilot, 4)
        await until_shown(pilot, "E-mail: ben@example.org. Saved.")
        assert "E-mail: ann@example.org. Saved." in shown(pilot)
        assert "Name: Ann Dole. Saved." not in shown(pilot)


async def test_after_leaving_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def there() -> list[Path]:
        return list(tmp_path.iterdir())

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    async with played(ANN) as (app, pilot):
        await play(app, pilot, 2)
        assert there()
        await pilot.press("ctrl+q")
        await until_shown(pilot, "ctrl+q again ends the demonstration.")
        await pilot.press("ctrl+q")
        await wait_until(pilot, lambda: not app.is_running)
    assert there() == []


def test_a_recording_is_the_same_every_time_and_holds_what_was_typed() -> None:
    short = replace(ANN, lines=ANN.lines[:1])
    lines: list[int] = []
    one, two = (record([short], (80, 24), tell=lines.append) for _ in range(2))
    assert one == two
    assert set(lines) == {0, 1}
    screens = ["\n".join("".join(run.words for run in line) for line in frame.lines) for frame in one.frames]
    assert "│ Ann D " in next(screen for screen in screens if "│ Ann D" in screen)
    assert "Name: Ann Dole. Saved." in screens[-1]
    assert not any(key in screen for screen in screens for key in ("Space Play", "+ − pace")), "none can be pressed"
    assert 3 < sum(frame.seconds for frame in one.frames) < 20


async def test_no_file_of_this_computer_is_shown_to_whom_takes_over() -> None:
    async with played(ANN) as (app, pilot):
        await pilot.press("f5", "f3")
        await until_shown(pilot, "A demonstration opens")
        assert app.playing is not None


async def test_a_long_exchange_on_the_wall_is_paged() -> None:
    async with played(find("tour")) as (app, pilot):
        await play(app, pilot, 2)
        await pilot.press("w")
        await wait_until(pilot, lambda: app.screen.query_one(Wall).max_scroll_y > 0)
        await pilot.press("pagedown")
        await wait_until(pilot, lambda: app.screen.query_one(Wall).scroll_y > 0)


@pytest.mark.parametrize("wall", [False, True])
async def test_what_is_longer_than_the_screen_is_read_on_to_its_end_before_the_next_line(wall: bool) -> None:
    async with played(find("tour")) as (app, pilot):
        await play(app, pilot, 1)
        if wall:
            await pilot.press("w")
        await play(app, pilot, 1)
        await until_shown(pilot, "↓ Page Down: more below")
        await pilot.press("space")
        pages = 0
        while app.player.typed == 0:
            assert app.player.at == 2
            await app.act()
            await pilot.pause()
            pages += 1
        assert pages > 1
        await until_gone(pilot, "more below")


@pytest.mark.parametrize("spare", [3, 4])
async def test_a_page_ends_before_a_question_of_which_it_would_show_a_part(spare: int) -> None:
    async with played(ANN) as (app, pilot):
        transcript = app.screen.query_one(Transcript)
        long = "\n".join("a line" for _ in range(2 * transcript.size.height - 1 - spare))
        await transcript.add([Message("told", long), Message("asks", "one\ntwo\nthree\nfour")])
        await pilot.pause()
        show_beginning(transcript, len(transcript.messages) - 2)
        await pilot.pause()
        assert read_on(transcript)
        await pilot.pause()
        assert "two" not in shown(pilot)
        assert read_on(transcript)
        await pilot.pause()
        assert "four" in shown(pilot)


@pytest.mark.parametrize("scripts", [(ANN,), (ANN, BEN)])
@pytest.mark.parametrize("size", [(60, 20), NARROW])
async def test_the_levels_stand_on_the_wall_and_in_a_small_terminal(
    scripts: tuple[Script, ...], size: tuple[int, int]
) -> None:
    async with played(*scripts, size=size) as (_app, pilot):
        for _ in range(2):
            await wait_until(pilot, lambda: len(re.findall(r"IV [░ ]*0/4", shown(pilot))) == len(scripts))
            await pilot.press("w")


async def test_the_keys_and_the_chapter_are_whole_in_the_smallest_terminal_for_a_room() -> None:
    async with played(find("tour"), size=(60, 20)) as (app, pilot):
        await until_shown(pilot, "Space Play  → Step  c Chapters  r Why  F5 Type  ^q Leave")
        await until_shown(pilot, app.player.script.chapters[0].title)
        await until_shown(pilot, "+ − pace   n notes   w wall")


async def test_a_note_for_the_next_chapter_says_so() -> None:
    following = parse("cid", "# Cid. As of 2026-03-01.\n# one\nCid Poe\n# two\n## Listen.\ncid@example.org\n")
    async with played(following, size=WIDE) as (app, pilot):
        await play(app, pilot, 1)
        await pilot.press("n")
        await until_shown(pilot, "✎ Then two: Listen.")


async def test_a_script_without_notes_does_not_offer_them() -> None:
    async with played(BEN) as (_app, pilot):
        assert "n notes" not in shown(pilot)
        await pilot.press("n")
        await until_shown(pilot, "no notes for the presenter")


async def test_ctrl_c_says_what_ends_and_escape_takes_the_notice_off_the_answer() -> None:
    async with played(ANN) as (app, pilot):
        await pilot.press("f5", "ctrl+c")
        await until_shown(pilot, "ctrl+c again ends the demonstration.")
        await pilot.press("escape")
        await wait_until(pilot, lambda: "ctrl+c again" not in shown(pilot), seconds=2)
        assert app.player.mode is Mode.TAKEN


def test_whoever_leaves_before_the_end_is_told_in_the_shell_how_to_go_on_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def left(app: DemoApp) -> None:
        app.player = replace(app.player, at=1, chapter=1)

    monkeypatch.setattr(DemoApp, "run", left)
    assert run([ANN]) == 0
    assert "It was at “reach”" in capsys.readouterr().out


async def test_one_of_two_can_be_asked_alone_and_while_it_plays_tab_takes_nothing_over() -> None:
    async with played(ANN, BEN, size=WIDE) as (app, pilot):
        await pilot.press("tab")
        assert app.player.mode is Mode.PAUSED
        await pilot.press("f5")
        await until_shown(pilot, "Tab both are asked")
        await pilot.press("tab", "tab")
        await until_shown(pilot, "Tab the right is asked")
        app.screen.query(AnswerBox).last().text = "what is reflective supervision?"
        await pilot.press("enter")
        await wait_until(pilot, lambda: "reflective supervision: Regular" in shown(pilot))
        assert shown(pilot).count("reflective supervision: Regular") == 1


async def test_a_chapter_is_gone_to_by_its_number() -> None:
    numbered = parse("cid", "# Cid. As of 2026-03-01.\n" + "".join(f"# {n}\nwhy\n" for n in range(1, 13)))
    async with played(numbered) as (app, pilot):
        await pilot.press("c", "3", "1", "2", "enter")
        await wait_until(pilot, lambda: app.player.chapter == 11)
        await pilot.press("c", "6", "enter")
        await wait_until(pilot, lambda: app.player.chapter == 5)
