"""Text that tries to be markup, a terminal command or a change of direction is shown as it is, in every place."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from driving import WIDE, app_of, box, opened, send, shown, until_shown, wait_until
from face import QUESTIONS, Memory
from textual.events import Paste
from textual.pilot import Pilot

from intake.session.views import (
    Beside,
    BoardRow,
    Entries,
    Entry,
    Message,
    Option,
    PlanGap,
    PlanRow,
    RequirementRow,
    Trial,
    TrialMove,
    TrialRow,
)
from intake.text import visible

RAW = "[bold red]x[/] [@click=app.quit]q[/] [/nope] \x1b[31m\x9b2J\u202eevil\u2066 $error \\[y"
SAFE = visible(RAW)
#: How it looks in places that are wide enough to show it whole.
BEGINNING = "[bold red]x[/] [@click=app.quit]q[/]"
OBEYED = {"\x1b", "\x9b", "\x07", "\x00", "\u202e", "\u2066"}


class Hostile(Memory):
    """A face whose every text is hostile."""

    def __init__(self) -> None:
        asked = tuple(
            replace(each, section=SAFE, label=SAFE, ask=SAFE, example=SAFE, options=(Option("a", SAFE),))
            for each in QUESTIONS
        )
        super().__init__(pack=SAFE, title=SAFE, questions=asked)
        about = (QUESTIONS[0].id, "")
        self.past = tuple(Message(kind, SAFE, about) for kind in ("you", "asks", "noted", "told", "problem"))

    def why(self, question: str, item: str) -> str:  # noqa: ARG002 - the same for every question
        return SAFE

    def entries(self) -> Entries:
        return Entries("x", SAFE, (SAFE, SAFE), [Entry("x-1", QUESTIONS[0].id, (SAFE, SAFE))], 0)

    def board(self) -> list[BoardRow]:
        return [BoardRow("x", "[b]", SAFE, "confirm", SAFE, 1, 2, (SAFE, SAFE))]

    def to_do(self) -> tuple[list[str], list[str]]:
        return [SAFE], [SAFE]

    def proof(self, row: str) -> str:  # noqa: ARG002 - the same for every row
        return f"{SAFE}\n  {SAFE}"

    def requirements(self, row: str) -> list[RequirementRow]:  # noqa: ARG002 - the same for every row
        return [RequirementRow("x", SAFE, SAFE, "not_met", SAFE, SAFE, (SAFE, SAFE))]

    def live(self, text: str) -> str:
        return SAFE if text else ""

    def editions(self) -> list[tuple[str, str]]:
        return [(SAFE, SAFE)]

    def comparison(self, edition: str) -> Beside:  # noqa: ARG002 - the same for every edition
        return Beside(True, SAFE, f"{SAFE}\n  {SAFE}")

    def plan(self) -> list[PlanRow]:
        gap = PlanGap("x", SAFE, "yours", SAFE, (SAFE, SAFE), ())
        return [PlanRow("x", "[b]", SAFE, "confirm", SAFE, 1, 2, (gap,))]

    def trial(self, words: Sequence[str]) -> Trial:  # noqa: ARG002 - the same whatever is tried
        row = TrialRow("x", "[b]", SAFE, "confirm", "met", SAFE, SAFE, 1, 2, 2)
        return Trial(
            "2026-03-01", (SAFE,), (SAFE,), (SAFE,), (row,), (TrialMove("x", "[b]", SAFE, "met", "met", SAFE, SAFE),)
        )


def harmless(pilot: Pilot[None]) -> None:
    """Nothing that a terminal would obey is on the screen."""
    assert not OBEYED & set(shown(pilot))


async def test_the_interview_shows_it_as_it_is() -> None:
    async with opened(Hostile(), WIDE) as pilot:
        await until_shown(pilot, "Where you stand")
        for place in (
            "▌ [bold red]x[/]",
            "1 [bold red]x[/]",
            "─ [bold red]x[/]",
            "for example: [bold red]x[/]",
            "intake   [bold red]x[/]",
            "[b]  [bold red]x[/]",
            "1 of 2 · confirm: [bold r",
            "▸ [bold red]x[/]",
            "· [bold red]x[/]",
        ):
            assert place in shown(pilot)
        assert shown(pilot).count(BEGINNING) >= 10
        harmless(pilot)


async def test_what_is_typed_and_read_is_shown_as_it_is() -> None:
    face = Hostile()
    async with opened(face, WIDE) as pilot:
        box(pilot).post_message(Paste(RAW))
        await until_shown(pilot, "→ [bold red]x[/]")
        assert box(pilot).text == SAFE
        harmless(pilot)
        await pilot.press("enter")
        await wait_until(pilot, lambda: face.heard == [SAFE])
        await until_shown(pilot, "“[bold red]x[/]")
        harmless(pilot)


async def test_the_list_being_built_shows_it_as_it_is() -> None:
    async with opened(Hostile(), WIDE) as pilot:
        await until_shown(pilot, "▸  1  [bold red]x[/] [@click")
        await pilot.press("f4")
        harmless(pilot)


async def test_a_message_walked_to_changed_copied_and_explained_is_shown_as_it_is() -> None:
    face = Hostile()
    face.answers = {QUESTIONS[0].id: SAFE}
    async with opened(face, WIDE) as pilot:
        await pilot.press("up", "up", "up")
        await until_shown(pilot, f"║  {BEGINNING}")
        await pilot.press("w")
        await until_shown(pilot, "Why this is asked")
        await wait_until(pilot, lambda: f"│  {BEGINNING}" in shown(pilot))
        harmless(pilot)
        await pilot.press("c")
        await until_shown(pilot, "Copied.")
        assert pilot.app.clipboard == SAFE
        await pilot.press("escape", "enter")
        await until_shown(pilot, "Enter saves")
        assert box(pilot).text == SAFE
        harmless(pilot)


async def test_the_file_picker_shows_it_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / RAW.replace("/", "").replace("\u2066", "")
    folder.mkdir()
    (folder / "[bold red]y\x1b[31m\u202e.pdf").write_text("x")
    monkeypatch.setenv("HOME", str(folder))
    async with opened(Hostile(), WIDE) as pilot:
        await pilot.press("f3")
        await until_shown(pilot, "▸ [bold red]y␛[31m")
        assert "[@click=app.quit]q[]" in shown(pilot)
        harmless(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "holds characters that cannot be written down")
        harmless(pilot)


async def test_the_narrow_line_shows_it_as_it_is() -> None:
    async with opened(Hostile()) as pilot:
        await until_shown(pilot, f"{BEGINNING} [/nope]")
        harmless(pilot)


async def test_the_review_and_its_box_show_it_as_it_is() -> None:
    face = Hostile()
    face.answers = {QUESTIONS[0].id: SAFE}
    async with opened(face, WIDE) as pilot:
        await pilot.press("ctrl+r")
        await until_shown(pilot, "Review · ")
        await wait_until(pilot, lambda: shown(pilot).count(BEGINNING) >= 3)
        harmless(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "Enter saves")
        assert box(pilot).text == SAFE
        box(pilot).text = "nonsense"
        await pilot.press("enter")
        await until_shown(pilot, "I could not take that as an answer to “[bold red]x[/]")
        harmless(pilot)


async def test_the_board_and_its_proof_show_it_as_it_is() -> None:
    async with opened(Hostile(), WIDE) as pilot:
        await pilot.press("ctrl+b")
        await until_shown(pilot, f"[b]  {BEGINNING}")
        harmless(pilot)
        await pilot.press("enter")
        await until_shown(pilot, f"[b] {BEGINNING}")
        await wait_until(pilot, lambda: shown(pilot).count(BEGINNING) >= 3)
        harmless(pilot)


async def test_the_comparison_and_what_would_be_if_show_it_as_it_is() -> None:
    async with opened(Hostile(), WIDE) as pilot:
        await pilot.press("ctrl+b", "c")
        await wait_until(pilot, lambda: shown(pilot).count(BEGINNING) >= 4)  # the case, the edition, and two lines
        harmless(pilot)
        await pilot.press("escape", "w")
        await until_shown(pilot, f"or: {BEGINNING}")
        harmless(pilot)
        await send(pilot, SAFE)
        await until_shown(pilot, f"▸ [b] {BEGINNING}")
        harmless(pilot)


async def test_the_palette_shows_it_as_it_is() -> None:
    async with opened(Hostile(), WIDE) as pilot:
        await pilot.press("ctrl+p", *"go to [bold")
        await until_shown(pilot, f"Go to {BEGINNING}")
        harmless(pilot)
        await pilot.press("enter")
        await wait_until(pilot, lambda: app_of(pilot).interview.is_current)


async def test_a_clicked_link_in_an_answer_does_nothing() -> None:
    async with opened(Hostile(), WIDE) as pilot:
        lines = shown(pilot).splitlines()
        y = next(n for n, line in enumerate(lines) if "▌ [bold red]x[/]" in line)
        await pilot.click(offset=(lines[y].index("q[/]"), y))
        await pilot.pause()
        assert pilot.app.is_running


async def test_a_copied_hostile_answer_is_only_copied() -> None:
    async with opened(Hostile(), WIDE) as pilot:
        box(pilot).text = SAFE
        box(pilot).select_all()
        await pilot.press("ctrl+c")
        await until_shown(pilot, "Copied.")
        assert pilot.app.clipboard == SAFE
        harmless(pilot)
