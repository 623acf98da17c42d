"""Words typed and not sent are kept when the app is left, by whatever way, and are in the box the next time."""

import pytest
from driving import app_of, box, opened, send, until_shown, wait_until
from face import Memory

from intake.tui.review import Review


async def test_words_not_sent_are_kept_when_the_app_is_left() -> None:
    face = Memory()
    async with opened(face) as pilot:
        box(pilot).text = "half a\nsentence"
        app_of(pilot).exit()
        await wait_until(pilot, lambda: face.draft)
    assert face.draft == "half a\nsentence"


async def test_words_not_sent_are_kept_while_they_are_typed() -> None:
    face = Memory()
    async with opened(face) as pilot:
        box(pilot).text = "half a sentence"
        await wait_until(pilot, lambda: face.draft == "half a sentence")
        box(pilot).text = ""
        await wait_until(pilot, lambda: not face.draft)


async def test_they_are_not_forgotten_while_the_app_opens_or_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.tui.app._LOOK", 0.001)
    for _time in range(3):
        face = Memory(draft="half a sentence")
        async with opened(face) as pilot:
            await until_shown(pilot, "half a sentence")
            app_of(pilot).exit()
        assert face.draft == "half a sentence"


async def test_words_in_the_box_of_the_review_are_kept_too() -> None:
    face = Memory(answers={"applicant.name": "Dana"})
    async with opened(face) as pilot:
        await pilot.press("ctrl+r")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Review))
        await pilot.press("enter")
        await until_shown(pilot, "Enter saves")
        box(pilot).text = "Dana Whit"
        app_of(pilot).exit()
        await wait_until(pilot, lambda: face.draft)
    assert face.draft == "Dana Whit"


async def test_they_are_in_the_box_the_next_time_and_enter_sends_them() -> None:
    face = Memory(draft="Yes")
    async with opened(face) as pilot:
        await until_shown(pilot, "These words are not written down yet.")
        assert box(pilot).text == "Yes"
        await pilot.press("enter")
        await until_shown(pilot, "Noted:")
        app_of(pilot).exit()
        await wait_until(pilot, lambda: not face.draft)
    assert "Yes" in face.answers.values()


async def test_nothing_is_kept_where_all_was_sent() -> None:
    face = Memory()
    async with opened(face) as pilot:
        await send(pilot, "yes")
        await until_shown(pilot, "Noted:")
        app_of(pilot).exit()
    assert face.draft == ""


async def test_they_are_kept_when_the_app_breaks() -> None:
    face = Memory()

    def broken() -> list[object]:
        raise ZeroDivisionError

    try:
        async with opened(face) as pilot:
            box(pilot).text = "half a sentence"
            face.review = broken  # type: ignore[method-assign, assignment]
            await pilot.press("ctrl+r")
            await wait_until(pilot, lambda: face.draft)
    except ZeroDivisionError:
        pass
    assert face.draft == "half a sentence"
