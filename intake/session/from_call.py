"""Words of a call that answer no question: what they tell of a list, and shown where the application asks about it."""

from collections.abc import Iterator

from intake.interview import events as ev
from intake.packs.finding import PackError
from intake.packs.load import load_sheet
from intake.prescreen.sheet import Line, Sheet
from intake.prescreen.unread import denies
from intake.session.case import OpenCase
from intake.text import visible
from intake.words import _


def worded(case: OpenCase, sheet: Sheet) -> set[str]:
    """The lines that take no question and under which something was told that is so."""
    return {
        line.id
        for line in sheet.lines
        if not line.takes and any(not denies(jot.words) for jot in _told_under(case, line))
    }


def told_in_call(case: OpenCase, section: str) -> list[str]:
    """What was told in the call of a case and is kept as words of `section`; one line, none where there is nothing."""
    if not case.state.content.jotted or not case.projection.relevant(section) or case.projection.done(section):
        return []
    try:
        sheet = load_sheet(case.pack.flow.flow)
    except PackError:  # the pack of the case is there without a sheet
        return []
    words = [visible(jot.words) for line in sheet.lines if line.about == section for jot in _told_under(case, line)]
    said = "; ".join(_("“{words}”").format(words=one) for one in words)
    return [_("Told in the call, and kept in these words: {said}.").format(said=said)] if said else []


def _told_under(case: OpenCase, line: Line) -> Iterator[ev.Jotted]:
    return (jot for jot in case.state.content.jotted if jot.line == line.id and jot.how == "told")
