"""What the presenter of a demonstration stands at: one line that says how it goes, a line with a note, and the keys."""

from typing import ClassVar

from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from intake.demo.player import Mode, Player
from intake.tui.lines import MUTED, ends, hanging
from intake.words import _

_SAID = {
    Mode.PAUSED: ("‖", _("paused")),
    Mode.PLAYING: ("▶", _("playing")),
    Mode.STEPPING: ("▸", _("one line")),
    Mode.TAKEN: ("✎", _("YOU TYPE")),
    Mode.OVER: ("■", _("the end")),
}
#: What is said where Escape might have been meant to hand back: what was tried is not put aside unawares.
HANDS_BACK = _("F5 hands back to the script.")
#: The keys while the presenter types.
TAKEN: list[BindingType] = [
    Binding("f5", "app.take", _("Hand back"), key_display="F5"),
    Binding("ctrl+z", "say('undo')", _("Undo")),
    Binding("ctrl+b", "app.board", _("Board")),
    Binding("ctrl+r", "app.review", _("Review")),
    Binding("ctrl+q", "app.quit", _("Leave")),
]


class Lectern(Widget, can_focus=True):
    """Has the focus while the script plays, so that letters are keys and not an answer."""

    ABOUT = _("The demonstration: it types by itself, and nothing of it is kept.")
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "app.go_on", _("Play, pause"), key_display="Space"),
        Binding("right,full_stop", "app.step", _("One line"), key_display="→"),
        Binding("c", "app.chapters", _("Chapters")),
        Binding("r", "app.rule", _("Rule")),
        Binding("f5", "app.take", _("You type"), key_display="F5"),
        Binding("plus,equals_sign", "app.pace(1)", _("Faster"), show=False),
        Binding("minus", "app.pace(-1)", _("Slower"), show=False),
        Binding("n", "app.notes", _("Notes for the presenter"), show=False),
        Binding("w", "app.wall", _("One exchange at a time, for the wall"), show=False),
        Binding("t", "app.take", show=False),
        Binding("pageup", "screen.page(-1)", show=False),
        Binding("pagedown", "screen.page(1)", show=False),
        Binding("ctrl+q", "app.quit", _("Leave")),
    ]

    def __init__(self, player: Player, *, notes: bool) -> None:
        super().__init__()
        self._player, self._notes = player, notes
        self._behind = False

    def stand_behind(self, *, behind: bool) -> None:
        """Behind another screen nothing goes on, and that is what is said."""
        self._behind = behind
        self.refresh()

    def show(self, player: Player, *, notes: bool) -> None:
        """Say how it goes, with the note of the line that is next where `notes` are wanted."""
        if (player.at, player.chapter, notes) != (self._player.at, self._player.chapter, self._notes):
            self.refresh(layout=notes or self._notes)
        elif (player.mode, player.pace) != (self._player.mode, self._player.pace):
            self.refresh()
        self._player, self._notes = player, notes

    def render(self) -> RenderResult:
        """The line, and the note under it."""
        width = self.content_size.width
        taken = self._player.mode is Mode.TAKEN
        keys = HANDS_BACK if taken else _("+ − pace   n notes   w wall")
        line = ends(self._standing(), Content.styled(keys, "" if taken else MUTED), width)
        if taken:  # the whole line is a band, so that a glance tells who types
            line = Content.styled(line.plain, "bold reverse")
        note = [hanging("✎ ", Content(self._player.note), width)] if self._notes and self._player.note else []
        return Content("\n").join([line, *note])

    def _standing(self) -> Content:
        player = self._player
        mark, word = _SAID[Mode.PAUSED if self._behind and player.running else player.mode]
        chapters, total = player.script.chapters, len(player.script.lines)
        title = chapters[player.chapter].title if chapters else player.script.title
        count = _("line {at} of {total}").format(at=min(player.at + 1, total), total=total)
        return Content.assemble((f"{mark} {word}", "bold"), f" ×{player.speed:g}  ", title, (f"  {count}", MUTED))
