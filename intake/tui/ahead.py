"""Keys typed ahead: each is obeyed once all that the one before it began has ended, so that a burst stays in order.

Textual hands every key on at once, to whatever has the focus then. Of keys that come in one burst, or while the app is
busy, the later ones would reach a screen that the first of them leaves.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from functools import partial

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

#: What is typed.
Typed = events.Key | events.Paste
#: What a key began is done once it, the message of its action, and the answer to that have come from the focus to here.
_ROUNDS = 3
#: Seconds after which a key is obeyed though what the one before it began has not ended.
_LONGEST = 2.0


class Ahead(App[None]):
    """An app that obeys one key or paste at a time. `ahead` are those that wait, oldest first."""

    def __init__(self) -> None:
        super().__init__()
        self.ahead: deque[Typed] = deque()
        self._obeying = self.holds_keys = False
        self._turn = self._waited_for = 0

    async def on_event(self, event: events.Event) -> None:
        """Take an event; what is typed waits for its turn."""
        if not isinstance(event, Typed) or event.is_forwarded:
            await super().on_event(event)
        else:
            self.ahead.append(event)
            await self.obey_waiting()

    def hold_keys(self) -> None:
        """Let keys wait until `obey_keys` is called."""
        self.holds_keys = True

    def obey_keys(self) -> None:
        """Obey the keys that wait once the screen in front is there."""
        self.holds_keys, self._obeying = False, True
        self._turn += 1
        self._follow([self.screen], self.screen)

    async def obey_waiting(self) -> None:
        """Obey the keys that wait, unless one is being obeyed; that one is waited for so long and no longer."""
        while self.ahead and not (self._obeying or self.holds_keys):
            await self._obey(self.ahead.popleft())
        if self.ahead and self._obeying and self._waited_for != self._turn:
            self._waited_for = self._turn
            self.set_timer(_LONGEST, partial(self._give_up_on, self._turn))

    async def _give_up_on(self, turn: int) -> None:
        if turn == self._turn:
            self._obeying = False
            await self.obey_waiting()

    async def _obey(self, event: Typed) -> None:
        if _goes_on_writing(event, self.focused):
            await super().on_event(event)
            return
        self._obeying = True
        self._turn += 1
        front = self.screen
        way = [each for each in (self.focused or front).ancestors_with_self if each is not self]
        await super().on_event(event)
        self._follow([*way, self] * _ROUNDS, front)

    def _follow(self, way: Sequence[MessagePump], front: Screen[object]) -> None:
        """Go behind all that waits in each queue along the `way`, past those that are gone; then the next key comes."""
        for n, pump in enumerate(way):
            if pump.call_later(self._follow, way[n + 1 :], front):
                return
        self.call_later(self._next, front)

    async def _next(self, front: Screen[object]) -> None:
        """Obey the next key; where another screen has come to the front since, once that is there."""
        if self.screen is not front:
            self._follow([self.screen], self.screen)
            return
        self._obeying = False
        await self.obey_waiting()


def _goes_on_writing(event: Typed, focused: Widget | None) -> bool:
    """Whether all that a key does is to write on in a box that has words: its box keeps the order, and nothing waits.

    In an empty box a letter may be more, such as the number of a choice.
    """
    if not (isinstance(event, events.Key) and event.is_printable):
        return False
    if isinstance(focused, Input):
        return bool(focused.value)
    document = getattr(focused, "document", None)  # of a text area, which a desk does not read in
    return document is not None and document.end != (0, 0)


def meant(typed: Iterable[Typed], *, words: bool) -> list[Typed]:
    """What was typed before there was anything to see, as it was meant.

    A terminal that is not yet the app's turns Enter into a line break. Enter before any word says yes to nothing. Where
    `words` have no place, as in a box that has some already, they are left out with their Enter.
    """
    kept: list[Typed] = []
    for event in map(_entered, typed):
        if _is_words(event) or (_is_enter(event) and any(map(_is_words, kept))):
            kept += [event] if words else []
        elif not _is_enter(event):
            kept.append(event)
    return kept


def _entered(event: Typed) -> Typed:
    return events.Key("enter", "\r") if isinstance(event, events.Key) and event.key == "ctrl+j" else event


def _is_words(event: Typed) -> bool:
    return isinstance(event, events.Paste) or event.is_printable


def _is_enter(event: Typed) -> bool:
    return isinstance(event, events.Key) and event.key == "enter"
