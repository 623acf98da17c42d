"""What helps to answer: options shown as they are typed, the calendar, files chosen and dropped. Nothing is sent."""

import os
from pathlib import Path

import pytest
from driving import WIDE, app_of, box, opened, send, shown, until_gone, until_shown, wait_until
from face import Memory
from textual.events import Paste
from textual.pilot import Pilot

from intake.tui.files import FilePicker


class Reading(Memory):
    """A face that reads levels by their numerals."""

    def live(self, text: str) -> str:
        return {"i": "I Infant Family Associate", "iii": "III Infant Mental Health Specialist",
                "1 4": "Birth to 3, Caregivers"}.get(text, super().live(text))  # fmt: skip


def press_at(pilot: Pilot[None], text: str) -> tuple[int, int]:
    """Where `text` stands on the screen."""
    lines = shown(pilot).splitlines()
    return next((line.index(text), y) for y, line in enumerate(lines) if text in line)


async def test_the_option_that_typed_words_would_take_is_marked_as_they_are_typed() -> None:
    face = Reading(at="target.level")
    async with opened(face) as pilot:
        await pilot.press(*"iii")
        await until_shown(pilot, "→ III Infant Mental Health Specialist")
        assert "❯ 3 III" in shown(pilot)
        await pilot.press("backspace", "backspace")
        await until_shown(pilot, "❯ 1 I Infant")
        assert "❯ 3" not in shown(pilot)
        await pilot.press("backspace")
        await until_gone(pilot, "❯")
        assert face.heard == []


async def test_a_digit_shows_the_option_it_names_before_it_is_sent() -> None:
    face = Memory()
    async with opened(face) as pilot:
        await pilot.press("2")
        await until_shown(pilot, "❯ 2 No")
        assert "→ No" in shown(pilot)
        await pilot.press("0")
        await until_gone(pilot, "❯")


async def test_typed_numbers_show_which_of_several_would_be_taken_and_leave_the_marks_alone() -> None:
    async with opened(Reading(at="work.ages")) as pilot:
        await pilot.press("down", "right", "space")
        await until_shown(pilot, "2 [x] Ages 3 to 5")
        box(pilot).text = "1 4"
        await until_shown(pilot, "1 [x] Birth to 3")
        assert "4 [x] Caregivers" in shown(pilot)
        assert "2 [ ] Ages 3 to 5" in shown(pilot)
        box(pilot).text = ""
        await until_shown(pilot, "2 [x] Ages 3 to 5")


async def test_saved_is_said_at_the_box_after_an_answer_and_only_then() -> None:
    async with opened(Memory()) as pilot:
        await send(pilot, "yes")
        await until_shown(pilot, "✓ saved 10:42:07 · Send")
        await send(pilot, "gibberish")
        await until_shown(pilot, "I could not take that")
        assert "✓ saved 10:42:07 · Send" not in shown(pilot)


@pytest.mark.parametrize("key", ["f2", "down"])
async def test_a_month_and_a_year_come_from_the_calendar_into_the_box(key: str) -> None:
    face = Memory(at="education.awarded")
    async with opened(face) as pilot:
        await pilot.press(key)
        await until_shown(pilot, "Which month, or which day?")
        await until_shown(pilot, f"▸ {face.today:%b}")
        await until_shown(pilot, f"‹ {face.today.year} ›")
        await pilot.press(*"2017", "pageup", "pagedown")
        await until_shown(pilot, "‹ 2017 ›")
        await pilot.click(offset=press_at(pilot, "May"))
        await until_gone(pilot, "Which month")
        assert (box(pilot).text[:3], box(pilot).text[-4:], face.heard) == ("May", "2017", [])
        assert box(pilot).has_focus


async def test_the_calendar_begins_at_the_date_that_stands_and_goes_down_to_days() -> None:
    face = Memory(at="education.awarded", answers={"education.awarded": "May 2017"})
    async with opened(face) as pilot:
        await pilot.press("f2")
        await until_shown(pilot, "▸ May")
        await pilot.press("d", "right", "right", "right")
        await until_shown(pilot, "‹ May 2017 ›")
        await until_shown(pilot, "▸  4")
        await pilot.press("enter")
        await wait_until(pilot, lambda: box(pilot).text == "May 4, 2017")


async def test_escape_leaves_the_calendar_level_by_level_and_the_box_as_it_was() -> None:
    async with opened(Memory(at="education.awarded")) as pilot:
        box(pilot).text = "may 2017"
        await pilot.press("f2")
        await until_shown(pilot, "▸ May")
        await pilot.press("d", "escape")
        await until_shown(pilot, "‹ 2017 ›")
        await pilot.press("escape")
        await until_gone(pilot, "Which month")
        assert box(pilot).text == "may 2017"


async def test_a_span_is_given_by_its_two_ends() -> None:
    face = Memory(at="education.awarded")
    face.questions = tuple(q if q.kind != "date" else type(q)(**{**vars(q), "kind": "span"}) for q in face.questions)
    async with opened(face) as pilot:
        await pilot.press("f2", *"2021", "home")
        await until_shown(pilot, "When did it begin?")
        await pilot.click(offset=press_at(pilot, "February"))
        await until_shown(pilot, "From February 2021. Until when?")
        await pilot.press("escape")
        await until_shown(pilot, "When did it begin?")
        await pilot.press("y", "n")
        await wait_until(pilot, lambda: box(pilot).text == "2021 – now")


async def test_the_calendar_key_does_nothing_where_no_date_is_asked_for() -> None:
    async with opened(Memory(at="work.description")) as pilot:
        assert "Calendar" not in shown(pilot)
        await pilot.press("f2", "down")
        assert app_of(pilot).interview.is_current


async def test_the_help_under_the_box_can_be_clicked() -> None:
    async with opened(Memory(at="education.awarded")) as pilot:
        await until_shown(pilot, "F2 Calendar")
        await pilot.click(offset=press_at(pilot, "F2 Calendar"))
        await until_shown(pilot, "Which month, or which day?")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with two folders, files, a link to itself and a hidden file."""
    for folder in ("papers", "private"):
        (tmp_path / folder).mkdir()
    for name in ("transcript.pdf", "travel.txt", ".hidden"):
        (tmp_path / "papers" / name).write_text("x")
    (tmp_path / "papers" / "loop").symlink_to(tmp_path / "papers")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


async def test_a_file_is_chosen_by_arrows_and_its_path_goes_into_the_box(desk: Path) -> None:
    face = Memory()
    async with opened(face, WIDE) as pilot:
        await pilot.press("f3")
        await until_shown(pilot, "▸ papers/")
        assert ".hidden" not in shown(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "▸ transcript.pdf")
        await pilot.press("down", "up", "enter")
        await wait_until(pilot, lambda: box(pilot).text == f"/attach {desk}/papers/transcript.pdf")
        assert face.heard == []


async def test_a_typed_path_is_completed_and_links_are_not_followed(desk: Path) -> None:
    async with opened(Memory(), WIDE) as pilot:
        await pilot.press("f3")
        await until_shown(pilot, "papers/")
        await pilot.press(*"pap", "tab")
        await until_shown(pilot, "transcript.pdf")
        await pilot.press("l", "enter")
        await until_shown(pilot, "links are not followed")
        await pilot.press("backspace", *"tran", "tab")
        await until_shown(pilot, "papers/transcript.pdf")
        await pilot.press("enter")
        await wait_until(pilot, lambda: box(pilot).text == f"/attach {desk}/papers/transcript.pdf")


async def test_hidden_files_show_once_a_dot_is_typed(desk: Path) -> None:
    async with opened(Memory(), WIDE) as pilot:
        await pilot.press("f3", *"papers/.")
        await until_shown(pilot, ".hidden")


async def test_a_folder_that_is_closed_or_not_there_is_said_in_words(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def guarded(folder: Path) -> object:
        if Path(folder).name == "private":
            raise PermissionError
        return scan(folder)

    monkeypatch.setattr("intake.tui.folder.os.scandir", guarded)
    async with opened(Memory(), WIDE) as pilot:
        await pilot.press("f3", *"private/")
        await until_shown(pilot, "This folder may not be looked into.")
        await pilot.press(*"x/")
        await until_shown(pilot, "There is no such folder.")
        assert isinstance(pilot.app.screen, FilePicker)


async def test_a_file_whose_name_no_answer_can_hold_is_shown_and_refused_in_words(desk: Path) -> None:
    (desk / "a\x1b[31m.txt").write_text("x")
    async with opened(Memory(), WIDE) as pilot:
        await pilot.press("f3", "a")
        await until_shown(pilot, "a␛[31m.txt")
        await pilot.press("enter")
        await until_shown(pilot, "holds characters that cannot be written down")


@pytest.mark.parametrize("form", ["{}", "'{}'", "file://{}", "{} "])
async def test_a_dropped_file_is_offered_and_the_words_are_one_undo_away(form: str, desk: Path) -> None:
    face = Memory()
    async with opened(face, WIDE) as pilot:
        words = form.format(desk / "papers" / "transcript.pdf")
        box(pilot).post_message(Paste(words))
        await wait_until(pilot, lambda: box(pilot).text == f"/attach {desk}/papers/transcript.pdf")
        assert face.heard == []
        await pilot.press("ctrl+z")
        await wait_until(pilot, lambda: box(pilot).text == words)


async def test_a_paste_that_names_no_file_or_stands_among_words_is_left_alone(desk: Path) -> None:
    async with opened(Memory(at="work.description"), WIDE) as pilot:
        for words in (f"{desk}/papers", f"{desk}/nothing.pdf", f"{desk}/papers/loop", "transcript.pdf"):
            box(pilot).text = ""
            box(pilot).post_message(Paste(words))
            await wait_until(pilot, lambda words=words: box(pilot).text == words)  # type: ignore[misc]
        box(pilot).text = "see "
        box(pilot).move_cursor(box(pilot).document.end)
        box(pilot).post_message(Paste(f"{desk}/papers/travel.txt"))
        await wait_until(pilot, lambda: box(pilot).text == f"see {desk}/papers/travel.txt")


async def test_a_guest_is_offered_no_file_of_this_computer_and_can_choose_none(desk: Path) -> None:
    async with opened(Memory(guest=True), WIDE) as pilot:
        box(pilot).post_message(Paste(str(desk / "papers" / "travel.txt")))
        await wait_until(pilot, lambda: box(pilot).text.endswith("travel.txt"))
        await pilot.press("f3")
        await pilot.pause()
        assert box(pilot).text == str(desk / "papers" / "travel.txt")
        assert app_of(pilot).interview.is_current
