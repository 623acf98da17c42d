"""The help screen: what one is at and its keys first, then the words one can say, all keys, and what the marks mean."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Static

from intake.tui.frame import KeyLine
from intake.tui.lines import MARKS, hanging
from intake.words import _

_TERM_WIDTH = 22
_SIDES = 8

Entries = Sequence[tuple[str, str]]


class Help(Screen[None]):
    """One page to scroll."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", _("Back"), key_display="Esc"),
        Binding("ctrl+p", "app.command_palette", _("All actions")),
    ]

    def __init__(self, asked_at: DOMNode, *, judged: bool = True, asking: bool = True) -> None:
        """Help on `asked_at`; unless rules judge the answers nothing is said of them.

        Nothing is said of how one answers where it is not `asking` questions.
        """
        super().__init__()
        self._judged, self._asking = judged, asking
        self._here = tuple(here(asked_at))
        self._page = Static(id="help-page", markup=False)

    def compose(self) -> ComposeResult:
        """The page, filled when the width is known."""
        with VerticalScroll():
            yield self._page
        yield KeyLine(self.BINDINGS)

    def on_resize(self) -> None:
        """Lay the page out for this width."""
        shown = page(self._here, self.app.size.width - _SIDES, judged=self._judged, asking=self._asking)
        self._page.update(shown)


def here(asked_at: DOMNode) -> Iterator[tuple[str, Entries]]:
    """What the thing in focus, and what it stands in, say about themselves (`ABOUT`), each with its keys."""
    for node in asked_at.ancestors_with_self:
        about = getattr(node, "ABOUT", "")
        if about:
            keys = [each for each in node.BINDINGS if isinstance(each, Binding) and each.description]
            yield about, [(each.key_display or each.key, each.description) for each in keys]


def page(here: Sequence[tuple[str, Entries]], width: int, *, judged: bool = True, asking: bool = True) -> Content:
    """The help, wrapped to `width` cells: first what one is at; of rules only where they judge the answers.

    What one is at is all of it where it is not `asking` questions.
    """
    rest = _parts() if asking else ()
    parts = [*here, *((title, [e for e in entries if judged or e[0] not in _OF_RULES]) for title, entries in rest)]
    return Content("\n\n").join(_part(title, entries, width) for title, entries in parts)


#: What is of no use without rules and other cases.
_OF_RULES = frozenset({_("what if … · plan"), _("timeline"), "ctrl+b", "c", "w", "t", "ctrl+o", "█░"})


def _part(title: str, entries: Entries, width: int) -> Content:
    lines = (hanging(term.ljust(_TERM_WIDTH), Content(meaning), width) for term, meaning in entries)
    return Content("\n").join([hanging("", Content.styled(title, "bold $text-primary"), width), *lines])


def _parts() -> Iterator[tuple[str, Entries]]:
    yield _("Answering"), _answering()
    yield _("Words you can say at any question"), _sayings()
    yield _("Keys"), _keys()
    yield _("Marks"), _marks()


def _answering() -> Entries:
    return (
        ("Enter", _("sends your answer; it is saved at once")),
        ("ctrl+j, shift+Enter", _("begin a new line; a paste keeps all its lines")),
        ("1 – 9, arrows", _("choose an option while the box is empty; where several may be chosen, Enter sends them")),
        ("→ …", _("the line under the box shows how your words would be read")),
    )


def _sayings() -> Entries:
    return (
        (_("back"), _("the question before")),
        (_("undo · redo"), _("take the last answer back, or do it again")),
        (_("why"), _("why this is asked, and where the rule stands")),
        (_("what is …?"), _("what a word means")),
        (_("change …"), _("change an answer: change graduation to May 2016")),
        (_("not sure · skip"), _("leave a question open; it stays on the review screen")),
        (_("what if … · plan"), _("what would move, and the shortest route to each level; nothing is changed")),
        (_("timeline"), _("your jobs over the years, what overlaps, and which months count")),
        (_("review · pause"), _("see all answers; save and leave")),
    )


def _keys() -> Entries:
    return (
        ("ctrl+z · ctrl+y", _("undo and redo: your typing, or in the empty box your last answer")),
        ("ctrl+b", _("the board: where you stand at each level, with the proof")),
        ("c", _("on the board: what changes under another edition of the rules")),
        ("w", _("on the board: what would move if something were different, and the shortest routes")),
        ("t", _("on the board: your work over the years; there t again shows it as a table")),
        ("ctrl+r", _("review all answers; there Enter changes one, g goes to its question")),
        ("ctrl+o", _("your other cases: open, begin, rename or delete one")),
        ("ctrl+p", _("all actions, the themes among them")),
        ("ctrl+c", _("copies what is selected; with nothing selected, twice leaves")),
        ("ctrl+q", _("save and leave")),
        ("↑ in the empty box", _("walks the conversation: change, explain or copy a message, go to its question")),
        ("F2 · F3 · F4", _("the calendar, a file to attach, the list being built, where they are of use")),
        ("Page Up, Page Down", _("scroll the conversation")),
        ("Escape", _("one level back")),
    )


def _marks() -> Entries:
    return (
        (MARKS["done"], _("done")),
        (MARKS["here"], _("where you are")),
        (MARKS["begun"], _("begun")),
        (MARKS["open"], _("not begun")),
        ("○", _("no answer yet")),
        ("█░", _("how many requirements are met by your answers; only the association decides")),
    )
