"""The call sheet: whatever the caller says goes into one box; the lines, the board, the clock and the words to say."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from intake.prescreen.letter import minutes
from intake.session.calling import Call, Heard
from intake.session.sheet_lines import CallLine
from intake.session.views import BoardRow
from intake.tui.answer import AnswerBox
from intake.tui.frame import HeaderLine, KeyLine
from intake.tui.lines import MUTED, board, fit, hanging, titled
from intake.tui.long_work import leave
from intake.tui.rows import Rows
from intake.tui.surroundings import WIDE
from intake.words import _

#: The lowest terminal, in lines, that has room for the whole script.
_TALL = 28
#: How long a call is meant to last, in seconds.
_MEANT = 300
_TITLE = 22
#: Cells at each side of a line of the screen.
_SIDE = 2
#: The cells that the mark of the picked row and the scroll bar take.
_GUTTER = 3
_MARKS = {"told": "✓", "unsure": "?", "open": "·"}


class CallSheet(Screen[None]):
    """One call. Typing needs no line to be picked; Tab and a letter pick one, for words that tell nothing else."""

    ABOUT = _(
        "The call sheet. Type what the caller says, in any order, as she has or I have. Tab and a letter pick a line, "
        "which is then shown whole; "
        "then ? says that the caller is not sure. Words that answer nothing are kept as a note."
    )
    AUTO_FOCUS = "#call-box"
    CSS_PATH = "call.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Screen declares it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (_TALL, "-tall")]  # noqa: RUF012 - as Screen declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "sheet", _("Pick a line"), key_display="Tab", priority=True),
        Binding("ctrl+z", "hear('undo')", _("Undo")),
        Binding("ctrl+g", "close_call", _("Close")),
        Binding("ctrl+s", "write", _("Record")),
        Binding("ctrl+n", "go_on", _("Application")),
        Binding("ctrl+q", "app.quit", _("Save and leave")),
        Binding("ctrl+y", "hear('redo')", show=False),
        Binding("ctrl+b", "app.board", _("Board"), show=False),
        Binding("ctrl+o", "app.cases", _("Cases"), show=False),
        Binding("f1", "app.help", _("Help"), show=False),
        Binding("escape", "to_box", show=False),
    ]

    def __init__(self, call: Call) -> None:
        super().__init__()
        self._call = call
        self._resumed = call.take_up()
        self.ready = False
        self._line: CallLine | None = None
        #: the lines of the sheet that are shown whole
        self._opened: set[int] = set()
        self._say = Static(id="call-say", markup=False)
        self._rows = Rows(id="sheet")
        self._levels = Static(markup=False)
        self._brief = Static(id="call-brief", markup=False)
        self._back = Static(id="call-back", markup=False)
        self._box = AnswerBox(id="call-box", clears=True)

    def compose(self) -> ComposeResult:
        """The words to say, the sheet beside the board, what was understood, and the box."""
        yield HeaderLine(self._call.session)
        yield self._say
        with Horizontal(id="call-body"):
            yield self._rows
            with VerticalScroll(id="call-board", can_focus=False):
                yield self._levels
        yield self._brief
        yield self._back
        yield self._box
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Show the script before the first word, and let the clock run."""
        self._box.placeholder = Content(_("What the caller says; Enter files it"))
        self._box.point_with(arrows=False, space=False)
        told = [self._resumed or f"{self._call.sheet.opening} {self._call.sheet.disclaimer}"]
        self.set_interval(1, self._tick)
        self._show()
        if draft := self._call.session.draft:
            self._box.load_text(draft)
            self._box.move_cursor(self._box.document.end)
            told.append(_("These words were not sent when you left. Enter sends them."))
        self._back.update(Content("\n".join(told)))
        self.ready = True

    def on_resize(self) -> None:
        """Lay everything out once this size holds for the sheet as well."""
        self.call_after_refresh(self._show)

    def on_screen_resume(self) -> None:
        """Show what was changed elsewhere, as by closing the call."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """On the sheet a letter picks its line."""
        if self.focused is not self._rows or not event.character:
            return
        keys = {line.key: n for n, line in enumerate(self._call.lines())}
        if event.character in keys:
            event.stop()
            self._pick(keys[event.character])

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self._pick(event.index)

    def _pick(self, index: int) -> None:
        lines = self._call.lines()
        if index >= len(lines):  # the notes, which are no line to file words under
            self.action_to_box()
            return
        self._line = lines[index]
        self._rows.pick(index)
        self._show()
        self.set_focus(self._box)

    @on(AnswerBox.Sent)
    def _send(self, event: AnswerBox.Sent) -> None:
        words = event.text.strip()
        if words:
            self._hear(words)

    @on(AnswerBox.Pointed)
    def _point(self, event: AnswerBox.Pointed) -> None:
        self.action_sheet()
        self._rows.action_walk(-1 if event.key == "up" else 1)

    def _hear(self, words: str) -> None:
        heard = self._call.hear(words, self._line.id if self._line else "")
        self._line = None
        self._tell(heard)
        self._show()
        if heard.over:
            leave(self.app, self._call.session)

    def _tell(self, heard: Heard) -> None:
        """What to read back, what was answered, and what waits for a yes: the newest at the foot."""
        told = [Content.styled(message.text, MUTED) for message in heard.messages]
        said = [Content.styled(text, "bold") for text in (heard.back, heard.ask) if text]
        self._back.update(Content("\n").join([*told, *said]))

    def _show(self) -> None:
        """Bring the sheet, the board and the words to say up to date."""
        lines = self._call.lines()
        at = next((n for n, line in enumerate(lines) if line.state == "open"), 0)
        mark = next((n for n, line in enumerate(lines) if self._line and line.id == self._line.id), at)
        self._show_lines(lines, mark)
        outlook = self._call.outlook()
        self._levels.update(titled(_("If what was not told counts plainly"), board(outlook, 40), 40))
        self._brief.update(fit(brief(outlook), max(self.size.width - 2 * _SIDE, 0)).stylize(MUTED))
        self._box.border_title = Content(f"{self._line.key}  {self._line.title}" if self._line else "")
        self.query_one(HeaderLine).refresh()
        self._next = lines[mark]
        self._tick()

    def _show_lines(self, lines: list[CallLine], mark: int) -> None:
        """All lines, each as high as its words where the sheet has room for that; else the one under the mark alone."""
        width = self._rows.size.width - _GUTTER
        notes = self._call.notes()
        noted = CallLine("", " ", _("Notes"), "", " · ".join(notes), "told")
        lines = [*lines, noted] if notes else lines
        heights = [drawn(line, width, whole=True).plain.count("\n") + 1 for line in lines]
        opened = set(range(len(lines))) if sum(heights) <= self._rows.size.height else {mark}
        self._opened = opened
        self._rows.show(
            lambda index, given: drawn(lines[index], given, whole=index in opened),
            len(lines),
            heights=[height if n in opened else 1 for n, height in enumerate(heights)],
            picked=mark,
        )

    @on(Rows.Picked)
    def _open(self, event: Rows.Picked) -> None:
        """Show the line that the mark came to whole."""
        if event.index not in self._opened:
            self._show_lines(self._call.lines(), event.index)

    def _tick(self) -> None:
        """The clock, and what to say next."""
        seconds = self._call.seconds()
        clock = _("closed after {time}") if self._call.ended else _("{time} on the line")
        late = _(" · over five minutes") if seconds > _MEANT else ""
        head = Content.styled(clock.format(time=minutes(seconds)) + late, MUTED)
        self._say.update(Content("   ").join([head, Content.styled(self._next.say, "bold")]))

    def action_hear(self, words: str) -> None:
        """Say a command by key, whatever line is picked."""
        self._line = None
        self._hear(words)

    def action_sheet(self) -> None:
        """To the sheet, and back to the box."""
        if self.focused is self._rows:
            self.action_to_box()
        else:
            self.set_focus(self._rows)  # at once: the next key is for it

    def action_to_box(self) -> None:
        """Back to the box, with no line picked."""
        self._line = None
        self._show()
        self.set_focus(self._box)

    def action_page(self, direction: int) -> None:
        """Walk the sheet by a page."""
        self._rows.action_walk_page(direction)

    def action_close_call(self) -> None:
        """Say the close, reworded as one likes, and end the call."""
        from intake.tui.call_close import CallClose

        self.app.push_screen(CallClose(self._call, self._hung_up))

    def _hung_up(self) -> None:
        self._back.update(Content(_("The call is closed. ctrl+s writes its record; ctrl+n goes on as an application.")))
        self._show()

    def action_write(self) -> None:
        """Ask where the record goes; its ending says in which form."""
        from intake.session.call_record import file_name
        from intake.tui.ask import Ask

        keys = _("Enter writes: .eml an e-mail draft, .json for machines, else text · Escape leaves it")
        self.app.push_screen(
            Ask(
                _("Where should the record of this call be kept?"), self._written, text=file_name(self._call), keys=keys
            )
        )

    def _written(self, words: str) -> str:
        from intake.session.call_record import written

        path, problem = written(self._call, words)
        if not problem:
            self.notify(_("Written: {path}").format(path=path), markup=False)
        return problem

    async def action_go_on(self) -> None:
        """Go on with the case as a full application: what was told is not asked again."""
        from intake.tui.app import IntakeApp

        assert isinstance(self.app, IntakeApp)
        self._call.go_on()
        self.app.call_later(self.app.reopen)


def brief(rows: Sequence[BoardRow]) -> str:
    """The board on one line: the levels to explore, and how much is open for all and for each level."""
    levels = [row for row in rows if row.number]
    explore = ", ".join(row.number for row in levels if row.verdict in ("met", "confirm")) or _("none yet")
    counts = ", ".join(f"{row.number} {len(row.open)}" for row in levels)
    before = sum(len(row.open) for row in rows[:1] if not row.number)
    said = _("To explore: {levels} · gaps: {before} for all levels; {counts}")
    return said.format(levels=explore, before=before, counts=counts)


def drawn(line: CallLine, width: int, *, whole: bool) -> Content:
    """A line of the sheet: its key, how far it is, its title, and what is known: the `whole` of it, or one line."""
    unsure = _("caller unsure") if line.state == "unsure" else ""
    told = Content(" · ".join(filter(None, (line.known, unsure))))
    left = fit(f"{line.key} {_MARKS[line.state]} {line.title}", min(_TITLE, width))
    return hanging(left.plain, told, width) if whole else left + fit(told.plain, max(width - _TITLE, 0))
