"""What the palette (ctrl+p) offers: every action, as a verb and its object, and every section to go to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import FuzzySearch
from textual.widgets import Input

from intake.tui.themes import TITLES
from intake.words import _

if TYPE_CHECKING:
    from intake.tui.app import IntakeApp


class Action(NamedTuple):
    """A title, one line about it, and what to do."""

    title: str
    about: str
    run: Callable[[], object]


class Palette(CommandPalette):
    """Textual's palette, with a cursor that does not blink."""

    def __init__(self) -> None:
        super().__init__(placeholder=_("What would you like to do?"))

    def on_mount(self) -> None:
        """Hold the cursor still."""
        self.query_one(Input).cursor_blink = False


class Actions(Provider):
    """Offers the actions. Titles are Content: a section may be named anything, and is never read as markup."""

    async def discover(self) -> Hits:
        """All of them, in order, before anything is typed."""
        for action in self._actions():
            yield DiscoveryHit(Content(action.title), action.run, action.title, action.about)

    async def search(self, query: str) -> Hits:
        """Those whose titles fit what is typed."""
        fuzzy = FuzzySearch()
        for action in self._actions():
            score, _offsets = fuzzy.match(query, action.title)
            if score > 0:
                yield Hit(score, Content(action.title), action.run, action.title, action.about)

    def _actions(self) -> Iterator[Action]:
        from intake.tui.app import IntakeApp

        assert isinstance(self.app, IntakeApp)
        return actions(self.app)


def actions(app: IntakeApp) -> Iterator[Action]:
    """All that can be done now."""
    yield Action(_("Undo the last answer"), _("also: ctrl+z, or say undo"), partial(app.converse, "undo"))
    yield Action(_("Redo the answer undone"), _("also: ctrl+y, or say redo"), partial(app.converse, "redo"))
    yield Action(_("Go back to the question before"), _("also: say back"), partial(app.converse, "back"))
    yield Action(_("Explain why this is asked"), _("also: say why"), partial(app.converse, "why"))
    yield Action(_("Skip this question for now"), _("also: say skip"), partial(app.converse, "skip"))
    yield Action(_("Review all answers"), _("also: ctrl+r"), app.action_review)
    yield from _of_rules(app) if app.face.judged else ()
    yield Action(_("Show help"), _("keys, and words you can say; also: F1"), app.action_help)
    for name, title in TITLES.items():
        yield Action(
            _("Use the {title} theme").format(title=title), _("it is remembered"), partial(app.action_theme, name)
        )
    yield Action(_("Copy the last answer"), _("as it was said"), app.action_copy_answer)
    yield Action(_("Copy the summary"), _("all answers, and what is missing"), app.action_copy_summary)
    yield Action(_("Save the conversation"), _("all of it, to a file of text"), app.action_save_conversation)
    yield Action(_("Walk the conversation"), _("to change an answer, or ask why; also: ctrl+up"), app.to_walk)
    if app.face.judged:
        yield from _of_files(app)
    else:
        yield Action(_("Write the rating"), _("once it is reviewed; also: say export"), partial(app.converse, "export"))
    if app.has_cases:
        yield Action(_("Renew an endorsement"), _("goes on from this case"), partial(app.go_on, "renew"))
        yield Action(_("Move to another level"), _("goes on from this case"), partial(app.go_on, "move"))
        yield Action(_("Open another case"), _("your cases; also: ctrl+o"), app.action_cases)
        yield Action(_("Take a call"), _("the pre-screen, about this case; also: c among your cases"), app.action_call)
        yield Action(_("Open a bundle as a case"), _("also: o among your cases"), app.action_open_bundle)
    if app.home is not None:
        yield Action(_("Show what is kept and where"), _("as on the first day"), app.action_introduce)
    yield Action(_("Save and leave"), _("everything sent is saved already; also: ctrl+q"), app.action_quit)
    yield from _of_sections(app)


def _of_rules(app: IntakeApp) -> Iterator[Action]:
    yield Action(_("Open the board"), _("where you stand, the sections, what is to do; also: ctrl+b"), app.action_board)
    yield Action(_("Open the timeline"), _("jobs by years, what counts; also: t on the board"), app.action_timeline)
    yield Action(_("Compare editions"), _("what changes under other rules; also: c on the board"), app.action_compare)
    yield Action(_("Try what would be if …"), _("and see the routes; also: w on the board"), app.action_what_if)


def _of_files(app: IntakeApp) -> Iterator[Action]:
    if not app.face.guest:
        yield Action(_("Attach a file"), _("to the entry being asked about; also: F3"), app.to_file)
        requests = partial(app.converse, "make requests")
        yield Action(_("Make requests for ratings"), _("a small file for each of your referees"), requests)
    about = _("what to copy into the official online system; also: say hand-over")
    yield Action(_("Show the hand-over sheet"), about, partial(app.converse, "/handover"))
    yield Action(_("Export the bundle"), _("complete or not; also: say export"), partial(app.converse, "export"))


def _of_sections(app: IntakeApp) -> Iterator[Action]:
    first = {row.question.partition(".")[0]: row for row in reversed(app.face.review())}
    for section in app.face.outline():
        if section.id in first:
            row = first[section.id]
            title = _("Go to {section}").format(section=section.title)
            yield Action(title, _("its first question"), partial(app.visit, row.question, row.item))
