"""Long work on a file: how far it is stands on the answer box, the talk goes on, and leaving is asked about once."""

from dataclasses import replace
from threading import Event

from driving import app_of, opened, send, shown, until_shown, wait_until
from face import Memory

from intake.bundle.files import Tell
from intake.interview.commands import Refused
from intake.session.errands import LARGE, Errand
from intake.session.views import Message, Turn


class Copying(Memory):
    """A face whose word "copy" is a large file that is half copied until `go` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.go, self.stopped = Event(), Event()
        self.kept: list[str] = []

    def say(self, text: str) -> Turn:
        """Leave the copy to the app."""
        if text != "copy":
            return super().say(text)
        return self._turn(*self.errands.run(Errand("Copying big.bin", LARGE, self.copied, self.noted)))

    def settle(self, done: object) -> Turn:
        """What came of it; a conversation that is over stays so."""
        return replace(super().settle(done), over="pause" in self.heard)

    def copied(self, tell: Tell) -> str:
        """The work."""
        tell(LARGE // 2, LARGE)
        try:
            while not self.go.wait(0.01):
                tell(LARGE // 2, LARGE)
        except Refused:
            self.stopped.set()
        return "big.bin"

    def noted(self, name: str) -> list[Message]:
        """What comes of it."""
        self.kept.append(name)
        return [Message("noted", f"Attached: {name}")]


async def test_the_talk_goes_on_while_a_large_file_is_copied() -> None:
    face = Copying()
    async with opened(face) as pilot:
        await send(pilot, "copy")
        await until_shown(pilot, "Copying big.bin: 50 %")
        await send(pilot, "Dana")
        await wait_until(pilot, lambda: face.heard == ["Dana"])
        assert "Attached" not in shown(pilot)
        face.go.set()
        await until_shown(pilot, "Attached: big.bin")
        assert face.errands.taken is None


async def test_leaving_while_a_file_is_copied_is_asked_about_once_and_stops_it() -> None:
    face = Copying()
    async with opened(face) as pilot:
        await send(pilot, "copy")
        await until_shown(pilot, "Copying big.bin: 50 %")
        await pilot.press("ctrl+q")
        await until_shown(pilot, "Copying big.bin is not done yet.")
        await pilot.press("ctrl+q")
        await wait_until(pilot, lambda: app_of(pilot)._exit)
    assert face.stopped.wait(5)


async def test_pausing_by_words_while_a_file_is_copied_leaves_once_it_is() -> None:
    face = Copying()
    async with opened(face) as pilot:
        await send(pilot, "copy")
        await send(pilot, "pause")
        await until_shown(pilot, "Copying big.bin is not done yet")
        assert not app_of(pilot)._exit
        face.go.set()
        await wait_until(pilot, lambda: app_of(pilot)._exit)
    assert face.kept == ["big.bin"]


async def test_another_case_is_asked_about_once_while_a_file_is_copied() -> None:
    face, other = Copying(), Memory(id="other", title="Keisha")
    async with opened(face) as pilot:
        await send(pilot, "copy")
        await until_shown(pilot, "Copying big.bin: 50 %")
        await app_of(pilot).switch(lambda: other)
        await until_shown(pilot, "Copying big.bin is not done yet")
        assert (app_of(pilot).face, face.closed) == (face, False)
        await app_of(pilot).switch(lambda: other)
        assert (app_of(pilot).face, face.closed) == (other, True)
    assert face.stopped.wait(5)
