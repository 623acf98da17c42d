"""Reading what is longer than the screen, page by page, as a room does."""

from textual.containers import VerticalScroll

from intake.tui.transcript import Said, Transcript

#: Lines of the page before that stay in view.
_KEPT = 1


def more_below(shown: VerticalScroll) -> bool:
    """Whether there is more under what is in view."""
    # an anchored list that is shorter than its place is scrolled to above its first line
    return shown.display and max(round(shown.scroll_y), 0) < shown.max_scroll_y


def read_on(shown: VerticalScroll) -> bool:
    """Go a page down, at once; whether there was anything to go to."""
    if not more_below(shown):
        return False
    page = max(shown.scrollable_content_region.height - _KEPT, 1)
    shown.scroll_to(y=shown.scroll_y + max(page - _cut(shown, page), 1), animate=False, immediate=True)
    return True


def _cut(shown: VerticalScroll, page: int) -> int:
    """The lines of the last message, mostly the question, that a page further would show without the rest of it.

    None where without them it would be less than half a page.
    """
    last = shown.children[-1].virtual_region
    bottom = round(shown.scroll_y) + page + shown.scrollable_content_region.height
    lines = bottom - last.y
    return lines if bottom < last.bottom and 0 < lines <= page // 2 else 0


def show_beginning(transcript: Transcript, fresh: int) -> None:
    """A room reads from the beginning: where what was said from message `fresh` on is higher than the screen."""
    messages = {id(message) for message in transcript.messages[fresh:]}
    said = [each for each in transcript.query(Said) if id(each.message) in messages]
    if said and sum(each.outer_size.height for each in said) > transcript.size.height:
        transcript.release_anchor()
        transcript.scroll_to_widget(said[0], top=True, animate=False)
