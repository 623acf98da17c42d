"""The conversation so far: one widget a message, of which only a window is mounted, so that long ones stay quick."""

from collections.abc import Sequence

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
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

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The height at `width`; the stream layout leaves the margin in, so it is taken off here."""
        return super().get_content_height(container, viewport, max(width - self.styles.margin.width, 1))


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
