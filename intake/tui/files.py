"""A file to attach, chosen from the folders of this computer or by its typed path, completed as in a shell."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from intake.session.paths import attaching
from intake.text import visible
from intake.tui.folder import Found, Listing, completed, listing, split
from intake.tui.frame import KeyLine
from intake.tui.lines import MUTED, ends
from intake.tui.rows import Rows
from intake.words import _


class FilePicker(ModalScreen[tuple[str, Path] | None]):
    """Gives the words that attach the file and its folder; None where it was left with Escape. It attaches nothing."""

    ABOUT = _("Choosing a file: type its path or the beginning of its name, or walk with the arrows")
    CSS_PATH = "helpers.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", _("Open or choose"), key_display="Enter"),
        Binding("tab", "complete", _("Complete"), key_display="Tab", priority=True),
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("escape", "dismiss", _("Back"), key_display="Esc"),
    ]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._listing = listing(folder)
        self._title = Static(id="helper-title", markup=False)
        self._path = Input(placeholder=_("Type a path, or the beginning of a name"), id="path")
        self._rows = Rows(id="files")
        self._hint = Static(id="helper-hint", markup=False)

    def compose(self) -> ComposeResult:
        """The folder, the path typed, what is there, and the keys."""
        self._path.cursor_blink = False
        self._rows.can_focus = False
        with Vertical(id="helper"):
            yield self._title
            yield self._path
            yield self._rows
            yield self._hint
            yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Show the folder."""
        self._path.focus()
        self._show()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._listing = listing(*split(self._folder, self._path.value))
        self._show()

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Open the folder that is marked, or choose the file."""
        at = self._rows.picked
        if at is not None:
            self._take(self._listing.found[at])

    @on(Rows.Chosen)
    def _clicked(self, event: Rows.Chosen) -> None:
        event.stop()
        self.action_take()

    def action_complete(self) -> None:
        """Complete the name as far as it is certain."""
        self._path.value = completed(self._path.value, self._listing.found)
        self._path.cursor_position = len(self._path.value)

    def action_walk(self, step: int) -> None:
        """Move the mark."""
        self._rows.action_walk(step)

    def action_page(self, step: int) -> None:
        """Move the mark by a page."""
        self._rows.action_walk_page(step)

    def _take(self, found: Found) -> None:
        path = self._listing.folder / found.name
        if found.kind in {"folder", "up"}:
            self._enter(self._listing.folder.parent if found.kind == "up" else path)
        elif found.kind == "link":
            self._say(_("That is a link, and links are not followed. Choose the file itself."))
        elif found.kind == "other":
            self._say(_("That is no plain file, and cannot be attached."))
        elif words := attaching(path):
            self.dismiss((words, self._listing.folder))
        else:
            self._say(_("Its name holds characters that cannot be written down. Give the file another name first."))

    def _enter(self, folder: Path) -> None:
        self._folder = folder
        self._listing = listing(folder)
        with self.prevent(Input.Changed):
            self._path.value = ""
        self._show()

    def _show(self) -> None:
        found = self._listing.found
        self._title.update(Content(visible(str(self._listing.folder), one_line=True)))
        first = 1 if len(found) > 1 and found[0].kind == "up" else 0
        self._rows.show(lambda index, width: drawn(found[index], width), len(found), picked=first)
        self._say(self._listing.problem or _counted(self._listing))

    def _say(self, text: str) -> None:
        self._hint.update(Content(text))


def drawn(found: Found, width: int) -> Content:
    """A row: the name as it is, and what it is where it is no plain file."""
    kinds = {"up": _("the folder above"), "folder": _("folder"), "link": _("link"), "other": _("no plain file")}
    name = visible(found.name, one_line=True) + ("/" if found.kind in {"folder", "up"} else "")
    return ends(Content(name), Content.styled(kinds.get(found.kind, ""), MUTED), width)


def _counted(shown: Listing) -> str:
    files = sum(each.kind == "file" for each in shown.found)
    folders = sum(each.kind == "folder" for each in shown.found)
    return _("Files: {files:,} · folders: {folders:,} · hidden ones show once a dot is typed").format(
        files=files, folders=folders
    )
