"""The last exchange alone, in the middle of the screen, for a room that reads it from afar."""

from collections.abc import Sequence

from textual.containers import VerticalScroll

from intake.session.views import Message
from intake.tui.transcript import Said


class Wall(VerticalScroll, can_focus=False):
    """What was said, what came back, and the question that stands; a long one is shown from its beginning."""

    async def put(self, messages: Sequence[Message]) -> None:
        """Show these instead."""
        await self.remove_children()
        await self.mount_all([Said(message) for message in messages])
        self.scroll_home(animate=False)

    def page(self, direction: int) -> None:
        """A page down (1) or up (-1)."""
        (self.scroll_page_down if direction > 0 else self.scroll_page_up)(animate=False)
