"""The first screen of a person who begins: what is kept, where, how to come back, how to leave."""

from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from intake.text import visible
from intake.tui.ahead import Typed
from intake.tui.frame import KeyLine
from intake.tui.lines import hanging
from intake.words import _

_SIDES = 8
_WIDEST = 88


class Welcome(Screen[None]):
    """One page. Enter begins; whoever starts to type begins as well, and loses no letter of it."""

    CSS_PATH = "welcome.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", _("Begin"), key_display="Enter"),
        Binding("escape", "begin", show=False),
        Binding("f1", "app.help", _("Help"), key_display="F1"),
        Binding("ctrl+q", "app.quit", _("Save and leave")),
    ]

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._home = home
        self._page = Static(id="welcome-page", markup=False)

    def compose(self) -> ComposeResult:
        """The page, filled when the width is known."""
        with VerticalScroll(id="welcome"):
            yield self._page
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Fill the page before the first layout."""
        self.on_resize()

    def on_resize(self) -> None:
        """Lay the page out for this width."""
        self._page.update(page(self._home, min(self.app.size.width - _SIDES, _WIDEST)))

    def on_key(self, event: events.Key) -> None:
        """Whoever types has read enough."""
        if event.is_printable:
            self._begin_with(event, event.copy())

    def on_paste(self, event: events.Paste) -> None:
        """The same for a paste."""
        self._begin_with(event, events.Paste(event.text))

    def _begin_with(self, event: Typed, same: Typed) -> None:
        """Go, and let the first question have what was typed."""
        event.stop()
        self.action_begin()
        (self.app.focused or self.app.screen).post_message(same)

    def action_begin(self) -> None:
        """Go to the first question."""
        self.dismiss()


def page(home: Path, width: int) -> Content:
    """What a person should know before the first answer, wrapped to `width` cells."""
    parts = (Content("\n").join([Content.styled(title, "bold $text-primary"), *_lines(title, home, width)])
             for title in _PARTS)  # fmt: skip
    head = Content.styled(_("Before you begin"), "bold")
    return Content("\n\n").join([head, *parts])


def _lines(title: str, home: Path, width: int) -> list[Content]:
    told = [text.format(home=visible(str(home), one_line=True)) for text in _PARTS[title]]
    return [hanging("  ", Content(text), width) for text in told]


_PARTS: dict[str, tuple[str, ...]] = {
    _("What this is"): (
        _(
            "A conversation that puts together your application for the Endorsement. It records what you say and shows "
            "what the published rules say of it. Only the association decides."
        ),
    ),
    _("What is kept, and where"): (
        _("Your answers, and copies of files that you attach, in a folder that only your account can read:"),
        "{home}",
        _("Nothing leaves this computer until you export the bundle and send it yourself."),
    ),
    _("How to come back"): (
        _("Each answer is saved before it is shown as saved. Leave at any question; type intake, and you are there."),
    ),
    _("How to leave"): (_("Press ctrl+q, or say pause. There is nothing to save first."),),
    _("How to answer"): (
        _("In your own words, or by the keys shown. Say “not sure” or “skip” where you cannot answer now; “why” tells"
          " which rule asks; “undo” takes the last answer back; F1 helps anywhere."),
    ),
}  # fmt: skip
