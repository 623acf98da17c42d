"""The cases screen: every case can be found, opened, begun, named anew and deleted, and none is lost by a slip."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from driving import WIDE, app_of, box, send, shown, until_gone, until_shown, wait_until
from face import Memory
from textual.pilot import Pilot

from intake.bundle.errors import BundleError
from intake.interview.carrying import Purpose
from intake.journal.cases import Case
from intake.journal.errors import Busy
from intake.session.face import Cases, Face
from intake.session.reading_back import OpenedBefore
from intake.session.views import CaseRow
from intake.tui.answer import AnswerBox
from intake.tui.app import IntakeApp
from intake.tui.palette import actions


@dataclass
class Shelf:
    """Cases in memory, by id; those in `busy` are open elsewhere."""

    faces: dict[str, Memory] = field(default_factory=dict)
    busy: set[str] = field(default_factory=set)

    def rows(self) -> list[CaseRow]:
        return [CaseRow(name, face.title, "2026-03-01 10:42", 12, name == "done") for name, face in self.faces.items()]

    def open(self, case: str | None) -> Face:
        if case in self.busy:
            raise Busy("This case is open in another window.")
        return self.faces[case or next(iter(self.faces))]

    def begin(self) -> Face:
        return self.faces.setdefault("new", Memory(id="new", title="Application"))

    def go_on(self, case: str, purpose: Purpose) -> Face:
        return self.faces.setdefault(f"{case} {purpose}", Memory(id=f"{case} {purpose}", title=f"{case}, {purpose}"))

    def open_bundle(self, path: Path, *, again: bool = False) -> str:
        if not path.name.endswith(".zip"):
            raise BundleError("That is no bundle.")
        if "opened" in self.faces and not again:
            raise OpenedBefore(path, Case("opened", "Marisol", "", "", 2, closed=False))
        self.faces["opened"] = Memory(id="opened", title="Marisol" + " again" * again)
        return "opened"

    def rename(self, case: str, title: str) -> None:
        self.faces[case].title = title

    def delete(self, case: str) -> None:
        del self.faces[case]


def shelf(*titles: str) -> Shelf:
    """A shelf with Dana's case and others of these titles."""
    named = {"dana": "Dana Whitfield"} | {f"c{n}": title for n, title in enumerate(titles)}
    return Shelf({name: Memory(id=name, title=title) for name, title in named.items()})


@asynccontextmanager
async def at_the_cases(kept: Shelf) -> AsyncIterator[Pilot[None]]:
    """The app in Dana's case, with the cases screen open."""
    cases: Callable[[], Cases] = lambda: kept  # noqa: E731 - the annotation proves that it is one
    app = IntakeApp(lambda: kept.faces["dana"], cases=cases)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await wait_until(pilot, lambda: isinstance(app.focused, AnswerBox))
        await pilot.press("ctrl+o")
        await until_shown(pilot, "Your cases")
        yield pilot


async def test_another_case_is_opened_and_the_first_put_away() -> None:
    kept = shelf("Keisha Brooks")
    async with at_the_cases(kept) as pilot:
        await until_shown(pilot, "▸ Dana Whitfield")
        await pilot.press("down")
        await until_shown(pilot, "▸ Keisha Brooks")
        await pilot.press("enter")
        await until_shown(pilot, "Keisha Brooks · nothing saved yet")
        assert kept.faces["dana"].closed
        assert not kept.faces["c0"].closed


async def test_a_case_that_is_open_elsewhere_leaves_one_where_one_was() -> None:
    kept = shelf("Keisha Brooks")
    kept.busy.add("c0")
    async with at_the_cases(kept) as pilot:
        await pilot.press("down", "enter")
        await until_shown(pilot, "open in another window")
        assert not kept.faces["dana"].closed
        await pilot.press("escape")
        await until_shown(pilot, "Dana Whitfield · nothing saved yet")


async def test_a_renewal_goes_on_from_the_case_that_is_open() -> None:
    kept = shelf()
    async with at_the_cases(kept) as pilot:
        app = pilot.app
        assert isinstance(app, IntakeApp)
        action = next(action for action in actions(app) if action.title == "Renew an endorsement")
        action.run()
        await until_shown(pilot, "dana, renew · nothing saved yet")
        assert kept.faces["dana"].closed


async def test_a_new_case_is_begun() -> None:
    kept = shelf()
    async with at_the_cases(kept) as pilot:
        await pilot.press("n")
        await until_shown(pilot, "Application · nothing saved yet")
        assert "new" in kept.faces


async def test_a_case_is_found_by_a_part_of_its_title() -> None:
    async with at_the_cases(shelf("Keisha Brooks", "Thomas Reed", "Keisha Again")) as pilot:
        await pilot.press("slash", *"keisha")
        await until_shown(pilot, "2 of 4")
        await until_gone(pilot, "Thomas Reed")
        await pilot.press("escape")
        await until_shown(pilot, "Thomas Reed")
        assert "Your cases" in shown(pilot)


async def test_a_case_that_is_named_in_the_conversation_is_opened() -> None:
    kept = shelf("Keisha Brooks")
    async with at_the_cases(kept) as pilot:
        await pilot.press("escape")
        await send(pilot, "open case c0")
        await until_shown(pilot, "Keisha Brooks · nothing saved yet")
        assert kept.faces["dana"].closed


async def test_a_case_gets_another_title() -> None:
    async with at_the_cases(shelf("Keisha Brooks")) as pilot:
        await pilot.press("down", "r")
        await until_shown(pilot, "Another title for “Keisha Brooks”")
        box(pilot).text = "Keisha 2027"
        await pilot.press("enter")
        await until_shown(pilot, "▸ Keisha 2027")


async def test_only_the_typed_word_deletes_a_case() -> None:
    kept = shelf("Keisha Brooks")
    async with at_the_cases(kept) as pilot:
        await pilot.press("down", "d")
        await until_shown(pilot, "Delete “Keisha Brooks” with its 12 entries")
        await pilot.press("enter")
        await until_shown(pilot, "Nothing was deleted")
        assert "c0" in kept.faces
        box(pilot).text = "delete"
        await pilot.press("enter")
        await until_gone(pilot, "Keisha Brooks")
        assert "c0" not in kept.faces


async def test_the_case_that_is_open_is_not_deleted() -> None:
    kept = shelf()
    async with at_the_cases(kept) as pilot:
        await pilot.press("d")
        await until_shown(pilot, "This case is open")
        assert "dana" in kept.faces


async def test_words_not_sent_are_kept_with_the_case_that_is_left_for_another() -> None:
    kept = shelf("Keisha Brooks")
    async with at_the_cases(kept) as pilot:
        app_of(pilot).interview.query_one(AnswerBox).text = "half a sentence"
        await pilot.press("down", "enter")
        await until_shown(pilot, "Keisha Brooks · nothing saved yet")
    assert kept.faces["dana"].draft == "half a sentence"


async def test_the_first_screen_comes_once_and_loses_no_letter(tmp_path: Path) -> None:
    app = IntakeApp(Memory, home=tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "Before you begin")
        assert str(tmp_path)[:40] in shown(pilot)
        await pilot.press(*"Dana")
        await wait_until(pilot, lambda: app.screen is app.interview)
        assert app.interview.query_one(AnswerBox).text == "Dana"
    again = IntakeApp(Memory, home=tmp_path)
    async with again.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "Are you a member")
        assert "Before you begin" not in shown(pilot)


async def test_the_theme_is_remembered(tmp_path: Path) -> None:
    async with IntakeApp(Memory, home=tmp_path).run_test(size=WIDE) as pilot:
        await until_shown(pilot, "Before you begin")
        await pilot.press("enter", "ctrl+p")
        await until_shown(pilot, "What would you like to do?")
        await pilot.press(*"high-contrast")
        await until_shown(pilot, "Use the high-contrast theme")
        await pilot.press("enter")
        await wait_until(pilot, lambda: pilot.app.theme == "intake-contrast")
    assert IntakeApp(Memory, home=tmp_path).theme == "intake-contrast"
    assert (tmp_path / "settings.json").stat().st_mode & 0o077 == 0


async def test_help_begins_with_what_one_is_at() -> None:
    async with at_the_cases(shelf()) as pilot:
        await pilot.press("f1")
        await until_shown(pilot, "each is an application of its own")
        lines = shown(pilot)
        assert lines.index("Rename") < lines.index("Words you can say")


async def test_the_conversation_is_kept_in_a_file_that_is_not_there_yet(tmp_path: Path) -> None:
    async with at_the_cases(shelf()) as pilot:
        await pilot.press("escape")
        await pilot.app.run_action("app.save_conversation")
        await until_shown(pilot, "Where should the conversation be kept?")
        target = tmp_path / "talk.txt"
        target.write_text("mine", "utf-8")
        box(pilot).text = str(target)
        await pilot.press("enter")
        await until_shown(pilot, "There is a file of that name already")
        assert target.read_text("utf-8") == "mine"
        box(pilot).text = str(tmp_path / "other.txt")
        await pilot.press("enter")
        await until_shown(pilot, "Written: ")
        assert "Are you a member of the Virginia Association" in (tmp_path / "other.txt").read_text("utf-8")
        assert (tmp_path / "other.txt").stat().st_mode & 0o077 == 0


async def test_the_summary_and_the_last_answer_are_copied() -> None:
    async with at_the_cases(shelf()) as pilot:
        await pilot.press("escape")
        await pilot.app.run_action("app.copy_answer")
        await until_shown(pilot, "There is no answer yet")
        await app_of(pilot).converse("yes")
        await pilot.app.run_action("app.copy_answer")
        assert pilot.app.clipboard == "yes"
        await pilot.app.run_action("app.copy_summary")
        assert "Member of the association: Yes" in pilot.app.clipboard


async def test_the_palette_goes_to_each_section_once() -> None:
    async with at_the_cases(shelf()) as pilot:
        titles = [each.title for each in actions(app_of(pilot)) if each.title.startswith("Go to ")]
        assert titles == [f"Go to {row.title}" for row in app_of(pilot).face.outline()]


async def test_what_is_searched_for_is_no_unsent_answer() -> None:
    kept = shelf("Keisha Brooks")
    async with at_the_cases(kept) as pilot:
        await pilot.press("slash", *"keisha", "enter", "enter")
        await until_shown(pilot, "Keisha Brooks · nothing saved yet")
        assert kept.faces["dana"].draft == ""


async def test_a_bundle_is_opened_as_a_case_and_a_second_time_on_purpose() -> None:
    kept = shelf()
    async with at_the_cases(kept) as pilot:
        await pilot.press("o")
        await until_shown(pilot, "Which bundle?")
        box(pilot).text = "notes.txt"
        await pilot.press("enter")
        await until_shown(pilot, "That is no bundle.")
        box(pilot).text = "marisol.zip"
        await pilot.press("enter")
        await until_shown(pilot, "Marisol · nothing saved yet")
        await pilot.press("ctrl+o")
        await until_shown(pilot, "Your cases")
        await pilot.press("o")
        box(pilot).text = "marisol.zip"
        await pilot.press("enter")
        await until_shown(pilot, "opened from this bundle already")
        box(pilot).text = "again"
        await pilot.press("enter")
        await until_shown(pilot, "Marisol again · nothing saved yet")
