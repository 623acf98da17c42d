"""Rows: of a list of any length only what is in view is drawn, and the mark is in view at a row that can be picked."""

import asyncio
from collections.abc import Sequence

import pytest
from driving import wait_until
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from intake.text import visible
from intake.tui.rows import MARK, Rows

#: A list with headings at the top, in a row, in the middle and at the end.
HEADINGS = frozenset({0, 1, 5, 11, 12, 29})
HEIGHTS = [1, 2, 1, 3, 1] * 6


class Listing(App[None]):
    """An app of one list; `drawn` holds what was drawn with its width, `heard` the messages."""

    def __init__(self, words: Sequence[str], heights: Sequence[int] = (), headings: frozenset[int] = frozenset()):
        super().__init__()
        self.words, self.heights, self.headings = list(words), list(heights), headings
        self.drawn: list[tuple[int, int]] = []
        self.heard: list[tuple[str, int]] = []
        self.rows = Rows(id="rows")

    def compose(self) -> ComposeResult:
        yield self.rows

    def on_mount(self) -> None:
        self.put()
        self.rows.focus()

    def put(self, picked: int | None = 0) -> None:
        heights = self.heights or None
        self.rows.show(self.draw, len(self.words), heights=heights, headings=self.headings, picked=picked)

    def draw(self, index: int, width: int) -> Content:
        self.drawn.append((index, width))
        return self.content(index, width)

    def content(self, index: int, width: int) -> Content:
        tall = self.heights[index] if self.heights else 1
        lines = (Content(f"{self.words[index]} {n}").truncate(width - 1, pad=True) + "|" for n in range(tall))
        return Content("\n").join(lines)

    def on_rows_picked(self, event: Rows.Picked) -> None:
        self.heard.append(("picked", event.index))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.heard.append(("chosen", event.index))


def lines(pilot: Pilot[None]) -> list[str]:
    """The screen, line by line."""
    return [strip.text for strip in pilot.app.screen._compositor.render_strips()]


def expected(app: Listing) -> list[str]:
    """What the list should show from its first row to its last, by what `content` says and nothing else."""
    width = app.rows.scrollable_content_region.width
    told = []
    for index in range(len(app.words)):
        for number, line in enumerate(app.content(index, width - len(MARK)).plain.split("\n")):
            mark = MARK if index == app.rows.picked and number == 0 else " " * len(MARK)
            told.append((mark + line).ljust(width))
    return told


def right(pilot: Pilot[None], app: Listing) -> None:
    """The screen shows a window of the list, and the mark is where it should be."""
    top, height = app.rows.scroll_offset.y, app.rows.scrollable_content_region.height
    width = app.rows.scrollable_content_region.width
    window = expected(app)[top : top + height]
    assert [line[:width] for line in lines(pilot)[:height]] == window + [" " * width] * (height - len(window))
    free = [index for index in range(len(app.words)) if index not in app.headings]
    assert (app.rows.picked in free) if free else app.rows.picked is None
    if free:
        assert sum(line.startswith(MARK) for line in window) == 1


MOVES = st.one_of(
    st.sampled_from(["up", "down", "pageup", "pagedown", "home", "end"]),
    st.tuples(st.just("pick"), st.integers(-2, 40)),
    st.tuples(st.just("show"), st.integers(0, 30)),
    st.tuples(st.just("size"), st.integers(12, 40), st.integers(4, 14)),
)
Move = str | tuple[str, int] | tuple[str, int, int]


async def moved(pilot: Pilot[None], app: Listing, move: Move) -> None:
    match move:
        case ("pick", int(index)):
            app.rows.pick(index)
        case ("show", int(count)):
            app.words, app.heights = [f"row {n}" for n in range(count)], HEIGHTS[:count]
            app.headings = frozenset(n for n in HEADINGS if n < count)
            app.put(app.rows.picked or 0)
        case ("size", int(width), int(height)):
            await pilot.resize_terminal(width, height)
        case str(key):
            await pilot.press(key)
    await pilot.pause()


@settings(max_examples=12, deadline=None)
@given(st.lists(MOVES, min_size=1, max_size=8))
def test_whatever_is_done_the_mark_is_in_view_at_a_row_that_can_be_picked(moves: list[Move]) -> None:
    async def check() -> None:
        app = Listing([f"row {n}" for n in range(30)], HEIGHTS, HEADINGS)
        async with app.run_test(size=(30, 8)) as pilot:
            for move in moves:
                await moved(pilot, app, move)
                right(pilot, app)

    asyncio.run(check())


async def test_of_five_thousand_rows_only_those_in_view_are_drawn() -> None:
    app = Listing([f"row {n}" for n in range(5_000)])
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert len({index for index, _width in app.drawn}) == 10
        app.drawn.clear()
        await pilot.press("down")
        assert {index for index, _width in app.drawn} == {0, 1}
        await pilot.press("end")
        assert "▸ row 4999 0" in "\n".join(lines(pilot))
        assert len({index for index, _width in app.drawn}) <= 13


async def test_a_page_up_goes_past_headings() -> None:
    app = Listing([f"row {n}" for n in range(9)], headings=frozenset({0, 1, 3, 5, 7}))
    async with app.run_test(size=(20, 2)) as pilot:
        await pilot.press("end")
        for picked in (6, 4, 2, 2):
            await pilot.press("pageup")
            assert app.rows.picked == picked


async def test_the_headings_of_a_row_are_seen_with_it() -> None:
    app = Listing([f"row {n}" for n in range(40)], headings=frozenset({0, 1, 20, 21}))
    async with app.run_test(size=(20, 5)) as pilot:
        for index, top in ((39, 35), (22, 20), (39, 35), (2, 0)):
            app.rows.pick(index)
            await wait_until(pilot, lambda: app.rows.scroll_offset.y == top)  # noqa: B023 - awaited in its turn


async def test_a_click_picks_and_chooses_and_a_heading_cannot_be_clicked() -> None:
    app = Listing([f"row {n}" for n in range(5)], headings=frozenset({0}))
    async with app.run_test(size=(20, 8)) as pilot:
        await pilot.click(offset=(4, 3))
        await wait_until(pilot, lambda: app.heard[-2:] == [("picked", 3), ("chosen", 3)])
        await pilot.click(offset=(4, 0))
        await pilot.click(offset=(4, 7))
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.heard[-1:] == [("chosen", 3)] and len(app.heard) == 4)


async def test_a_click_in_a_scrolled_list_chooses_what_stands_under_the_mouse() -> None:
    app = Listing([f"row {n}" for n in range(50)])
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("end")
        shown = lines(pilot)[1].split()[1]
        await pilot.click(offset=(4, 1))
        await wait_until(pilot, lambda: app.heard[-1] == ("chosen", int(shown)))


async def test_the_wheel_scrolls_and_leaves_the_mark() -> None:
    app = Listing([f"row {n}" for n in range(50)])
    async with app.run_test(size=(20, 5)) as pilot:
        for _turn in range(3):
            await pilot._post_mouse_events([MouseScrollDown], offset=(4, 2))
        await wait_until(pilot, lambda: app.rows.scroll_offset.y > 2)
        assert lines(pilot)[0].startswith(f"  row {app.rows.scroll_offset.y}")
        assert app.rows.picked == 0
        await pilot.press("down")
        await wait_until(pilot, lambda: "▸ row 1 " in "\n".join(lines(pilot)))


async def test_a_list_that_grows_a_scroll_bar_is_drawn_for_what_is_left_of_the_width() -> None:
    app = Listing(["short"])
    async with app.run_test(size=(20, 5)) as pilot:
        app.words = [f"row {n}" for n in range(50)]
        app.put()
        await wait_until(pilot, lambda: app.rows.scrollable_content_region.width < 20)
        right(pilot, app)


async def test_an_empty_list_takes_every_key_and_says_nothing() -> None:
    app = Listing([])
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("up", "down", "pageup", "pagedown", "home", "end", "enter")
        await pilot.click(offset=(2, 2))
        assert app.rows.picked is None
        assert app.heard == []


async def test_a_list_of_headings_alone_has_no_mark() -> None:
    app = Listing(["one", "two"], headings=frozenset({0, 1}))
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("down", "end", "enter")
        assert app.rows.picked is None
        assert app.heard == []


async def test_another_theme_is_drawn_in_its_colours() -> None:
    app = Listing(["one", "two"])
    async with app.run_test(size=(20, 5)) as pilot:
        grounds = set()
        for theme in ("textual-dark", "textual-light"):
            app.theme = theme
            await pilot.pause()
            (segment, *_rest) = app.rows.render_line(0)
            assert segment.style is not None
            grounds.add(segment.style.bgcolor)
        assert len(grounds) == 2


async def test_without_colour_the_row_picked_is_reversed_and_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Listing(["one", "two"])
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("down")
        strips = pilot.app.screen._compositor.render_strips()
        reversed_lines = [n for n, strip in enumerate(strips) if any(s.style and s.style.reverse for s in strip)]
        assert reversed_lines == [1]
        assert strips[1].text.startswith(MARK)


async def test_hostile_words_are_shown_as_they_are() -> None:
    app = Listing([visible("[red]x[/] \x1b[31m\u202e [/nope]")])
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        assert lines(pilot)[0].startswith("▸ [red]x[/] ␛[31m� [/nope]")
