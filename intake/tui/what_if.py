"""What would be if: changes tried on the board without touching the case, and the shortest routes while none is."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from intake.portfolio.edtf import spoken
from intake.session.face import Face
from intake.session.planning import unread_said
from intake.session.views import PlanRow, Trial
from intake.text import UnusableText
from intake.tui.answer import AnswerBox
from intake.tui.frame import HeaderLine, KeyLine
from intake.tui.lines import heading, proof
from intake.words import _

_SIDES = 8
_EXAMPLE = _("24 hours of reflective supervision")
#: What a question begins with that is asked on top of the one before.
_AND = re.compile(r"(?:and|also|plus)\b[\s,]*", re.IGNORECASE)


class WhatIf(Screen[None]):
    """A box for what would be different; below it what would move. Escape discards, ctrl+k keeps it as plans."""

    ABOUT = _("What would move if something were different. Page Up and Page Down scroll what is shown.")
    CSS_PATH = "what_if.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - as Screen declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", _("Discard"), key_display="Esc"),
        Binding("enter", "try", _("Try"), key_display="Enter"),
        Binding("ctrl+z", "take_out", _("Take out")),
        Binding("ctrl+k", "intend", _("Keep as plan"), priority=True),
        Binding("f1", "app.help", _("Help"), key_display="F1"),
        Binding("ctrl+p", "app.command_palette", _("All actions")),
    ]

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        #: what is tried, and before it what was: each question begins anew, unless it begins with "and"
        self._tried: list[tuple[str, ...]] = [()]
        self._title = Static(markup=False)
        self._box = AnswerBox(id="what-if")
        self._problem = Static(id="what-if-problem", markup=False)
        self._page = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The box above, what would move below."""
        yield HeaderLine(self._face)
        yield self._title
        yield self._box
        yield self._problem
        with VerticalScroll(id="moves", can_focus=False):
            yield self._page
        yield KeyLine(self.BINDINGS)

    def on_mount(self) -> None:
        """Fill everything before the first layout."""
        self._box.placeholder = Content(_("such as: {example}; “and …” adds to it").format(example=_EXAMPLE))
        self._lay_out()
        self._box.focus()

    def on_resize(self) -> None:
        """Lay everything out for this width."""
        self._lay_out()

    @property
    def _words(self) -> tuple[str, ...]:
        return self._tried[-1]

    def _lay_out(self) -> None:
        width = self.app.size.width - _SIDES
        self._title.update(heading(_("What if … (nothing of your case changes)"), width))
        lines = _moving(self._face.trial(self._words)) if self._words else _routes(self._face.plan())
        self._page.update(proof("\n".join(lines), width))

    @on(AnswerBox.Sent)
    def _try(self, event: AnswerBox.Sent) -> None:
        event.stop()
        words = " ".join(event.text.split())
        if words.casefold().startswith("keep ") and words.casefold().endswith(" plan"):  # as in the conversation
            self._box.clear()
            self.action_intend()
        elif words and self._takes(words):
            more = _AND.match(words)
            self._tried.append((*self._words, words[more.end() :]) if more else (words,))
            self._box.clear()
            self._lay_out()
            self.query_one("#moves").scroll_home(animate=False)

    def _takes(self, words: str) -> bool:
        """Whether something of `words` can be tried; if not, it is said, and the words stay in the box."""
        try:
            found = self._face.trial([words])
        except UnusableText as error:
            self._problem.update(Content(str(error)))
            return False
        told = unread_said(found.unread)
        if self._words:
            told = _("{told}. Below is still what was tried before.").format(told=told)
        self._problem.update(Content("" if found.tried else told))
        return bool(found.tried)

    def action_take_out(self) -> None:
        """Go back to what was tried before."""
        if len(self._tried) > 1:
            self._tried.pop()
            self._lay_out()

    def action_intend(self) -> None:
        """Keep what was tried as plans, and go back to the conversation, which says so."""
        from intake.tui.app import IntakeApp

        assert isinstance(self.app, IntakeApp)
        if self._words:
            self.app.call_later(self.app.intend, tuple(self._words))
        else:
            self._problem.update(Content(_("Nothing has been tried yet that could be kept.")))

    def action_page(self, direction: int) -> None:
        """Scroll what would move."""
        moves = self.query_one("#moves")
        moves.scroll_relative(y=direction * max(moves.size.height - 1, 1), animate=False)


def _moving(trial: Trial) -> Iterator[str]:
    """What was tried and what it would move; a line that is set in belongs to the heading above it."""
    yield _("If, as of {day}").format(day=spoken(trial.as_of))
    yield from (f"  · {tried}" for tried in trial.tried)
    yield from _listed(_("Taken for granted, as it was not said"), trial.granted)
    yield from _listed(_("Not understood"), trial.unread)
    yield from ["", _("Where you would stand")]
    for row in trial.rows:
        same = (row.before, row.before_met) == (row.after, row.after_met)
        name = f"{row.number} {row.title}".strip()
        after = _("{word}, {met} of {total}").format(word=row.after_word, met=row.after_met, total=row.total)
        before = _("{word}, {met} of {total}").format(word=row.before_word, met=row.before_met, total=row.total)
        yield f"  {name}: {after}" if same else f"  ▸ {name}: {before} → {after}"
    moved = [
        f"{move.number} {move.title}".strip() + f": {move.before_word} → {move.after_word}" for move in trial.moved
    ]
    yield from _listed(_("What would say something else"), moved or [_("Nothing, by these rules."), *trial.still])
    days = [f"{d.number} {d.title}".strip() + f": {d.before} → {d.after}" for d in trial.days]
    yield from _listed(_("What would come on another day, by time alone"), days)


def _listed(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ["", title, *(f"  · {line}" for line in lines)]


def _routes(rows: Sequence[PlanRow]) -> Iterator[str]:
    """The shortest routes as the case stands."""
    yield _("The shortest routes, as things stand")
    for row in rows:
        yield from ["", f"{row.number} {row.title}".strip() + f": {row.word}"]
        whose = ""
        for gap in row.gaps:
            if gap.whose != whose:
                whose = gap.whose
                yield f"  {whose}:"
            yield f"    · {gap.title}: {gap.ways[0]}"
            yield from (_("      or: {way}").format(way=way) for way in gap.ways[1:])
