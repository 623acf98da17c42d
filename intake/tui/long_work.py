"""Long work on files, such as copying a large one: done beside the conversation, told of on the answer box."""

from collections.abc import Awaitable, Callable
from functools import partial

from textual import on
from textual.app import App
from textual.message import Message
from textual.widget import Widget
from textual.worker import Worker, get_current_worker

from intake.interview.commands import Refused
from intake.session.errands import Errand
from intake.session.face import Face
from intake.session.views import Turn
from intake.tui.answer import AnswerBox
from intake.words import _


class LongWork(Widget):
    """Takes the long work of a face into a thread. Leaving stops it, and nothing of it is kept then."""

    DEFAULT_CSS = "LongWork { display: none; }"

    class Told(Message):
        """How far it is, in words."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Done(Message):
        """It came to this: a result, or an error."""

        def __init__(self, result: object) -> None:
            super().__init__()
            self.result = result

    def __init__(self, face: Face, box: AnswerBox, hear: Callable[[Turn], Awaitable[None]]) -> None:
        super().__init__()
        self._face, self._box, self._hear = face, box, hear
        self._begun: Errand | None = None
        face.errands.aside = True

    def begin(self) -> None:
        """Begin what the face has left to us, if it is not begun already."""
        errand = self._face.errands.taken
        if errand is not None and errand is not self._begun:
            self.run_worker(partial(self._work, errand), thread=True)
        self._begun = errand

    def _work(self, errand: Errand) -> None:
        """In the thread: files alone are touched, and what is to be shown is sent to the app."""
        worker, shown = get_current_worker(), -1

        def tell(done: int, total: int) -> None:
            nonlocal shown
            _stop_if_cancelled(worker)
            if (percent := done * 100 // total) != shown:
                shown = percent
                self.post_message(self.Told(_("{what}: {percent} %").format(what=errand.what, percent=percent)))

        try:
            result = errand.work(tell)
        except Exception as error:  # noqa: BLE001 - whatever it is, the conversation says it, or breaks over it
            result = error
        if not worker.is_cancelled:
            self.post_message(self.Done(result))

    @on(Told)
    def _tell(self, event: Told) -> None:
        self._box.tell(event.words)

    @on(Done)
    async def _settle(self, event: Done) -> None:
        await self._hear(self._face.settle(event.result))


def leave(app: App[object], face: Face) -> None:
    """Leave; where something long is being done, once it is done."""
    if face.errands.taken is None:
        app.exit()
        return
    told = _("{what} is not done yet: intake leaves once it is. ctrl+q leaves without it.")
    app.notify(told.format(what=face.errands.taken.what), severity="warning", markup=False)


def _stop_if_cancelled(worker: Worker[None]) -> None:
    if worker.is_cancelled:
        raise Refused(_("Stopped."))
