"""What the presenter of a demonstration stands at: one line that says how it goes, a line with a note, and the keys."""

from typing import ClassVar

from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from intake.demo.player import Mode, Player
from intake.tui.lines import MUTED, ends, hanging
from intake.words import _

#: The class of an app whose screens are recorded: nobody can press a key in a recording, and none is shown.
FILMED = "-filmed"
_SAID = {
    Mode.PAUSED: ("‖", _("paused")),
    Mode.PLAYING: ("▶", _("playing")),
    Mode.STEPPING: ("▸", _("one line")),
    Mode.TAKEN: ("✎", _("YOU TYPE")),
    Mode.OVER: ("■", _("the end")),
}
#: What is said where Escape might have been meant to hand back: what was tried is not put aside unawares.
HANDS_BACK = _("F5 hands back to the script.")
#: Cells on a line beside the title of a chapter: how it goes, which line it is, and keys.
_BESIDE = 62
_MORE = _("↓ Page Down: more below")
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
        Binding("space", "app.go_on", _("Play"), key_display="Space"),
        Binding("right,full_stop", "app.step", _("Step"), key_display="→"),
        Binding("c", "app.chapters", _("Chapters")),
        Binding("r", "app.rule", _("Why")),
        Binding("f5", "app.take", _("Type"), key_display="F5"),
        Binding("plus,equals_sign", "app.pace(1)", _("Faster"), show=False, key_display="+"),
        Binding("minus", "app.pace(-1)", _("Slower"), show=False, key_display="−"),
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
        self._behind = self._more = False
        titles = [chapter.title for chapter in player.script.chapters] or [player.script.title]
        self._longest = max(Content(title).cell_length for title in titles)

    def stand_behind(self, *, behind: bool) -> None:
        """Behind another screen nothing goes on, and that is what is said."""
        self._behind = behind
        self.refresh()

    def tell_more(self, *, more: bool) -> None:
        """Whether there is more to read than is in view."""
        if more != self._more:
            self._more = more
            self.refresh()

    def show(self, player: Player, *, notes: bool) -> None:
        """Say how it goes, with the note of the line that is next where `notes` are wanted."""
        if (player.at, player.chapter, notes) != (self._player.at, self._player.chapter, self._notes):
            self.refresh(layout=notes or self._notes)
        elif (player.mode, player.pace) != (self._player.mode, self._player.pace):
            self.refresh()
        self._player, self._notes = player, notes

    def render(self) -> RenderResult:
        """How it goes, on one line or two, and the note under it."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """The lines that there are at this width."""
        return Content("\n").join(self._lines(width)).plain.count("\n") + 1

    def _lines(self, width: int) -> list[Content]:
        taken = self._player.mode is Mode.TAKEN
        right = Content.styled(self._right(), "" if taken or self._more else MUTED)
        title, count = self._standing()
        in_two = self._longest + _BESIDE > width
        lines = [title, ends(count, right, width)] if in_two else [ends(title + "  " + count, right, width)]
        lines[0] = lines[0].truncate(width, ellipsis=True, pad=True)
        if taken:  # the whole line is a band, so that a glance tells who types
            lines = [Content.styled(line.plain, "bold reverse") for line in lines]
        note = self._note()
        return [*lines, hanging("✎ ", Content(note), width)] if note else lines

    def _right(self) -> str:
        """What can be pressed that stands among no other keys."""
        if self.app.has_class(FILMED):
            return ""
        if self._more:
            return _MORE
        if self._player.mode is Mode.TAKEN:
            return HANDS_BACK
        return _("+ − pace   n notes   w wall") if self._player.script.noted else _("+ − pace   w wall")

    def _note(self) -> str:
        """The note of the line that is next, with its chapter where that is not the one that is shown."""
        player = self._player
        if not (self._notes and player.note):
            return ""
        chapter = player.script.lines[player.at].chapter
        if chapter == player.chapter:
            return player.note
        return _("Then {chapter}: {note}").format(chapter=player.script.chapters[chapter].title, note=player.note)

    def _standing(self) -> tuple[Content, Content]:
        """The state with the chapter's title, and the line."""
        player = self._player
        mark, word = _SAID[Mode.PAUSED if self._behind and player.running else player.mode]
        chapters, total = player.script.chapters, len(player.script.lines)
        title = chapters[player.chapter].title if chapters else player.script.title
        count = _("line {at} of {total}").format(at=min(player.at + 1, total), total=total)
        return Content.assemble((f"{mark} {word}", "bold"), f" ×{player.speed:g}  ", title), Content.styled(
            count, MUTED
        )
