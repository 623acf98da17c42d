"""If the app itself fails, it says that all is saved and where it broke, and shows nobody's answers."""

import pytest
from driving import opened, send, wait_until
from face import Memory

from intake.session.views import Turn


class Broken(Memory):
    """A session with an error in it."""

    def say(self, text: str) -> Turn:
        raise RuntimeError(text)


async def crash() -> None:
    async with opened(Broken()) as pilot:
        await send(pilot, "something private")
        await wait_until(pilot, lambda: not pilot.app.is_running)


async def test_the_report_of_a_crash_holds_no_answer(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError):
        await crash()
    report = capsys.readouterr().err
    assert "Every answer you sent is saved" in report
    assert "RuntimeError" in report
    assert "private" not in report
