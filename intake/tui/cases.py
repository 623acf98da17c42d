"""The cases screen: all applications kept on this computer; one is opened, begun, named anew or deleted."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from intake.interview.commands import Refused
from intake.journal.errors import JournalError
from intake.packs.yaml import PackError
from intake.session.face import Cases as Shelf
from intake.session.face import Face
from intake.session.paths import path_of
from intake.session.views import CaseRow
from intake.text import UnusableText, folded
from intake.tui.ask import Ask
from intake.tui.frame import KeyLine
from intake.tui.lines import MUTED, ends
from intake.tui.rows import Rows
from intake.tui.search import Search
from intake.words import _

#: What can go wrong with a case, said in words for people by the error itself.
TROUBLES = (JournalError, PackError, Refused, UnusableText, OSError)


class Go(Protocol):
    """Puts the case that `opening` opens in place of the one that is open; `calling`, to take a call."""

    def __call__(self, opening: Callable[[], Face], *, calling: bool = False) -> object:
        """Put it there."""


class Cases(Screen[None]):
    """The cases as rows, the one changed last first. `go` puts another case in place of the one that is open."""

    CSS_PATH = "cases.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", _("Back"), key_display="Esc"),
        Binding("enter", "choose", _("Open"), key_display="Enter"),
        Binding("n", "begin", _("New")),
        Binding("c", "call", _("Call")),
        Binding("o", "open_bundle", _("Open a bundle")),
        Binding("r", "rename", _("Rename")),
        Binding("d", "delete", _("Delete")),
        Binding("slash", "search", _("Search"), key_display="/"),
        Binding("f1", "app.help", show=False),
        Binding("ctrl+p", "app.command_palette", show=False),
    ]
    ABOUT = _("Your cases: each is an application of its own. What is open in another window can only be seen here.")

    def __init__(self, shelf: Shelf, here: str, go: Go) -> None:
        super().__init__()
        self._shelf = shelf
        self._here = here
        self._go = go
        self._all: Sequence[CaseRow] = ()
        self._found: Sequence[CaseRow] = ()
        self._title = Static(id="cases-title", markup=False)
        self._search = Search(_("A part of the title or of the id"), id="cases-search")
        self._rows = Rows(id="cases")

    def compose(self) -> ComposeResult:
        """The search box, which is hidden until it is asked for, and the rows."""
        yield self._title
        yield self._search
        yield self._rows
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Read the cases, and stand at the first."""
        self._load()
        self._rows.focus()

    def _load(self) -> None:
        try:
            self._all = self._shelf.rows()
        except TROUBLES as error:
            self.notify(str(error), severity="error", markup=False)
        self._show()

    @on(Input.Changed)
    def _show(self) -> None:
        """Show those that fit what is searched for, at the one that was picked before."""
        before = self._picked()
        words = folded(self._search.value).split()
        self._found = [row for row in self._all if all(w in folded(f"{row.title} {row.id}") for w in words)]
        ids = [row.id for row in self._found]
        at = ids.index(before.id) if before and before.id in ids else 0
        self._rows.show(lambda index, width: _line(self._found[index], width, self._here), len(ids), picked=at)
        self._title.update(Content(_told(len(self._all), len(ids))))

    def _picked(self) -> CaseRow | None:
        at = self._rows.picked
        return None if at is None or at >= len(self._found) else self._found[at]

    @on(Input.Submitted)
    @on(Rows.Chosen)
    def _open(self) -> None:
        row = self._picked()
        if row is not None and row.id == self._here:
            self.dismiss()
        elif row is not None:
            self._go(lambda: self._shelf.open(row.id))

    def action_choose(self) -> None:
        """Open the case picked."""
        self._open()

    def action_begin(self) -> None:
        """Begin another case."""
        self._go(self._shelf.begin)

    def action_call(self) -> None:
        """Take a call: another case, begun with the call sheet."""
        self._go(self._shelf.begin, calling=True)

    def action_open_bundle(self) -> None:
        """Ask for a bundle, and open it as a case of its own."""
        keys = _("Enter opens it as a case of its own · Escape leaves it")
        self.app.push_screen(Ask(_("Which bundle? Type or drop the path of the .zip"), self._opened, keys=keys))

    def _opened(self, words: str) -> str:
        """Open the bundle that `words` name; one that was opened before is asked about."""
        from intake.session.reading_back import OpenedBefore

        path = path_of(words)
        try:
            return self._made(path)
        except OpenedBefore as before:
            asked = _("“{title}” was opened from this bundle already, as the case {id}. A second case of it?")
            keys = _("Type again and press Enter · Escape opens nothing")
            question = asked.format(title=before.title, id=before.case)
            self.call_later(  # once this box is gone
                self.app.push_screen, Ask(question, lambda said: self._opened_again(path, said), keys=keys)
            )
            return ""

    def _opened_again(self, path: Path, words: str) -> str:
        if words.casefold() != _("again"):
            return _("Nothing was opened. Type the word again, or press Escape.")
        return self._made(path, again=True)

    def _made(self, path: Path, *, again: bool = False) -> str:
        """Make a case of a bundle and go to it; what went wrong, in words, or nothing. Raises OpenedBefore."""
        from intake.bundle.errors import BundleError

        try:
            case = self._shelf.open_bundle(path, again=again)
        except (BundleError, JournalError, PackError, OSError) as error:
            return str(error)
        self._go(lambda: self._shelf.open(case))
        return ""

    def action_rename(self) -> None:
        """Ask for another title."""
        row = self._picked()
        if row is not None:
            question = _("Another title for “{title}”").format(title=row.title)
            self.app.push_screen(Ask(question, lambda words: self._renamed(row, words), text=row.title))

    def _renamed(self, row: CaseRow, words: str) -> str:
        return self._done(lambda: self._shelf.rename(row.id, words))

    def action_delete(self) -> None:
        """Ask whether it is meant."""
        row = self._picked()
        if row is None:
            return
        if row.id == self._here:
            self.notify(_("This case is open. Open another one first, then delete it."), markup=False)
            return
        question = _("Delete “{title}” with its {count:,} entries and its files? It cannot be brought back.")
        keys = _("Type delete and press Enter · Escape keeps the case")
        asked = question.format(title=row.title, count=row.events)
        self.app.push_screen(Ask(asked, lambda words: self._deleted(row, words), keys=keys))

    def _deleted(self, row: CaseRow, words: str) -> str:
        if words.casefold() != _("delete"):
            return _("Nothing was deleted. Type the word delete, or press Escape to keep the case.")
        return self._done(lambda: self._shelf.delete(row.id))

    def _done(self, change: Callable[[], None]) -> str:
        """Make a change and read the cases anew; what went wrong, in words, or nothing."""
        try:
            change()
        except TROUBLES as error:
            return str(error)
        self._load()
        return ""

    def action_search(self) -> None:
        """Show the search box; what is typed there narrows the rows."""
        self._search.open()

    def action_back(self) -> None:
        """End the search, else leave."""
        if self._search.display:
            self._search.clear_away()
            self._rows.focus()
        else:
            self.dismiss()


def _told(total: int, found: int) -> str:
    if found < total:
        return _("Your cases · {found:,} of {total:,}").format(found=found, total=total)
    return _("Your cases · {total:,}").format(total=total)


def _line(row: CaseRow, width: int, here: str) -> Content:
    """A case on one line: its title, and where it came from; whether it is finished, when changed, its id at right."""
    state = _("open here") if row.id == here else _("finished") if row.closed else _("not finished")
    return ends(
        Content.assemble(row.title, *([(f"  {row.came}", MUTED)] if row.came else [])),
        Content.styled(f"{state:12}  {row.changed}  {row.id}", MUTED),
        width,
    )
