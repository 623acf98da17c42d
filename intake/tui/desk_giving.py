"""Handing a case to a colleague: to whom, what they should know, and by when, asked one after the other."""

import datetime as dt
from collections.abc import Callable

from textual.app import App

from intake.journal.errors import JournalError
from intake.session.handing import day_of
from intake.text import UnusableText
from intake.tui.ask import Ask
from intake.words import _

#: Takes a name, a note, and the day, if one was given. Raises JournalError, UnusableText.
Give = Callable[[str, str, dt.date | None], None]


def ask(app: App[None], title: str, today: dt.date, give: Give) -> None:
    """Ask for all three, and give the case called `title`; Escape at any of them gives nothing."""
    keys = _("Enter goes on · Escape leaves it")

    def to_whom(name: str) -> str:
        if not name:
            return _("Please say to whom: a name.")
        asked = _("What should {name} know? Enter alone for nothing.").format(name=name)
        _next(app, Ask(asked, lambda note: with_note(name, note), keys=keys))
        return ""

    def with_note(name: str, note: str) -> str:
        asked = _("By which day? Such as March 5, or Enter alone for none.")
        _next(
            app, Ask(asked, lambda words: by_day(name, note, words), keys=_("Enter hands it over · Escape leaves it"))
        )
        return ""

    def by_day(name: str, note: str, words: str) -> str:
        try:
            give(name, note, day_of(words, today))
        except (JournalError, UnusableText) as error:
            return str(error)
        return ""

    app.push_screen(Ask(_("Hand “{title}” to whom?").format(title=title), to_whom, keys=keys))


def _next(app: App[None], screen: Ask) -> None:
    app.call_later(app.push_screen, screen)  # once the box before is gone
