"""The conversation so far: one widget a message, of which only a window is mounted, so that long ones stay quick.

It can be walked message by message; what is done with the one picked is the screen's to do (`intake/tui/picked.py`).
"""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message as Event
from textual.reactive import reactive
from textual.widgets import Static

from intake.session.views import Message
from intake.words import _

#: Messages mounted at most; older ones are a key or a click away.
WINDOW = 120

#: How far the window may grow before its oldest messages are taken out together, which is cheaper than one by one.
SLACK = 20

#: Messages mounted at the start: more than any terminal shows at once.
FIRST = 40


class Said(Static):
    """One message; who speaks is told by its place and bar (`interview.tcss`), not by colour alone."""

    def __init__(self, message: Message) -> None:
        super().__init__(Content(message.text), markup=False, classes=message.kind)
        self.message = message

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The height at `width`; the stream layout leaves the margin in, so it is taken off here."""
        return super().get_content_height(container, viewport, max(width - self.styles.margin.width, 1))

    def on_click(self) -> None:
        """Pick the message, unless it was text in it that was marked."""
        if isinstance(self.parent, Transcript) and not self.screen.get_selected_text():
            self.parent.pick_said(self)


class Earlier(Static):
    """The line at the top that says how many older messages there are, and brings them on a click."""

    def count(self, older: int) -> None:
        """Show the number of messages not mounted."""
        self.update(Content(_("↑ {count} earlier messages · Page Up or click").format(count=f"{older:,}")))

    def on_click(self, event: events.Click) -> None:
        """Bring older messages in."""
        event.stop()
        if isinstance(self.parent, Transcript):
            self.parent.load_earlier()


class Transcript(VerticalScroll):
    """All messages in order, scrolled to the newest unless the person scrolled away."""

    ABOUT = _("The conversation: walk it message by message")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.picked('change')", _("Change"), key_display="Enter"),
        Binding("w,question_mark", "screen.picked('why')", _("Why"), key_display="w"),
        Binding("c", "screen.picked('copy')", _("Copy")),
        Binding("g", "screen.picked('visit')", _("Go to it")),
        Binding("f1", "app.help", _("Help"), key_display="F1"),
        Binding("escape", "screen.to_box", _("Back to the box"), key_display="Esc"),
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("home", "walk_to(0)", show=False),
        Binding("end", "walk_to(-1)", show=False),
        Binding("ctrl+c", "copy_picked", show=False),
    ]
    #: The printable keys that do something with the message picked; every other is typed into the box.
    LETTERS: ClassVar[frozenset[str]] = frozenset({"w", "question_mark", "c", "g"})

    picked: reactive[int | None] = reactive(None)
    """The index of the message under the mark; None while the conversation is not walked."""

    class Walked(Event):
        """The mark came to a message, or was taken off."""

    class Left(Event):
        """The person walked down past the last message."""

    def __init__(self, messages: Sequence[Message], *, id: str) -> None:
        self.messages = list(messages)
        self._start = max(0, len(self.messages) - FIRST)
        self._said = [Said(message) for message in self.messages[self._start :]]
        self._earlier = Earlier(id="earlier")
        super().__init__(self._earlier, *self._said, id=id)

    def on_mount(self) -> None:
        """Stay at the end."""
        self._count()
        self.anchor()

    async def add(self, messages: Sequence[Message]) -> None:
        """Append messages and go to the end."""
        self.messages.extend(messages)
        added = [Said(message) for message in messages]
        self._said.extend(added)
        await self.mount_all(added)
        if len(self._said) > WINDOW + SLACK:
            await self._prune()
        self.anchor()

    @property
    def message(self) -> Message | None:
        """The message under the mark."""
        return None if self.picked is None else self.messages[self.picked]

    def action_walk(self, step: int) -> None:
        """Pick the message before (-1) or after (1); past the oldest mounted, more are brought."""
        last = len(self.messages) - 1
        if self.picked is None:
            self.picked = last
        elif self.picked + step > last:
            self.post_message(self.Left())
        else:
            self.picked = max(self.picked + step, 0)

    def action_walk_to(self, end: int) -> None:
        """Pick the oldest of the messages mounted (0), or the newest (-1)."""
        self.picked = len(self.messages) - 1 if end else self._start

    def action_copy_picked(self) -> None:
        """Copy the message picked, unless text is marked, which goes first."""
        if self.picked is None or self.screen.get_selected_text():
            raise SkipAction
        self.app.copy_to_clipboard(self.messages[self.picked].text)

    def pick_said(self, said: Said) -> None:
        """Pick the message that a widget shows."""
        if said in self._said:
            self.picked = self._start + self._said.index(said)

    def watch_picked(self, before: int | None, now: int | None) -> None:
        """Move the mark, and keep it in view."""
        for index, marked in ((before, False), (now, True)):
            said = self._widget(index)
            if said is not None:
                said.set_class(marked, "-picked")
        if now is not None:
            self.release_anchor()
            self.call_after_refresh(self._reveal, now)
        else:
            self.anchor()
        self.post_message(self.Walked())

    def on_resize(self) -> None:
        """Another width puts the message picked elsewhere."""
        if self.picked is not None:
            self.call_after_refresh(self._reveal, self.picked)

    def on_blur(self) -> None:
        """Nothing is picked once the box has the focus again."""
        self.picked = None

    def _widget(self, index: int | None) -> Said | None:
        """The widget of a message, with more mounted where it is among the older ones."""
        if index is None:
            return None
        while index < self._start:
            self.load_earlier()
        at = index - self._start
        return self._said[at] if at < len(self._said) else None

    def _reveal(self, index: int) -> None:
        said = self._widget(index)
        if said is not None and self.picked == index:
            self.scroll_to_widget(said, animate=False)

    def load_earlier(self) -> None:
        """Mount older messages above, and keep what is in view where it is."""
        older = [Said(message) for message in self.messages[max(0, self._start - WINDOW) : self._start]]
        if not older:
            return
        self._start -= len(older)
        self._said[:0] = older
        self.release_anchor()
        height = self.virtual_size.height
        self.mount_all(older, after=self._earlier)
        self._count()
        self.call_after_refresh(self._keep_view, height)

    def page(self, direction: int) -> None:
        """Scroll by a page, up (-1) or down (1); at the top, bring older messages in."""
        if direction < 0 and self.scroll_y <= 0:
            self.load_earlier()
        elif direction < 0:
            self.scroll_page_up(animate=False)
        else:
            self.scroll_page_down(animate=False)

    def _keep_view(self, height: int) -> None:
        self.scroll_to(y=self.scroll_y + self.virtual_size.height - height, animate=False)

    async def _prune(self) -> None:
        gone = self._said[:-WINDOW]
        del self._said[:-WINDOW]
        self._start += len(gone)
        self._count()
        await self.remove_children(gone)

    def _count(self) -> None:
        self._earlier.display = self._start > 0
        self._earlier.count(self._start)
