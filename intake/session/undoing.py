"""Undo and redo, with what it was that they took back or did again."""

from collections.abc import Iterator

from intake.interview import commands as cmd
from intake.interview import events as ev
from intake.interview.state import Step
from intake.session.case import OpenCase
from intake.session.wording import answer_said, items_said, said
from intake.text import shorten, visible
from intake.words import _

#: How much of what was taken back is said, in characters.
_LONGEST = 300


def undo(case: OpenCase) -> str:
    """Take back the last step that changed something, and say what it was. Raises Refused where there is none."""
    step = next(iter(case.state.past), ())
    case.do(cmd.Undo())
    return _named(_("Taken back: {what}."), _("Taken back."), [*_told(case, step), *_again(case, step)])


def redo(case: OpenCase) -> str:
    """Do again what was last taken back, and say what it was. Raises Refused where there is nothing."""
    step = next(iter(case.state.future), ())
    case.do(cmd.Redo())
    return _named(_("Done again: {what}."), _("Done again."), [*_told(case, step)])


def _named(text: str, plain: str, told: list[str]) -> str:
    what = shorten(visible("; ".join(told), one_line=True), _LONGEST)
    return text.format(what=what.rstrip(".")) if what else plain


def _told(case: OpenCase, step: Step) -> Iterator[str]:
    """What the events of a step say; a move within the flow says nothing."""
    for entry in step:
        match entry.event:
            case ev.Answered(question=question, value=value):
                part = case.pack.flow.question(question)
                yield from [_("{label}: {value}").format(label=part.label, value=said(part, value))] if part else []
            case ev.Passed(question=question, how=how):
                part = case.pack.flow.question(question)
                left = _("skipped") if how == "skipped" else _("not sure")
                yield from [_("{label}: {value}").format(label=part.label, value=left)] if part else []
            case ev.Removed(section=section, item=item):
                yield _("removed: {entry}").format(entry=_entry(case, section, item))
            case ev.Finished(section=section):
                yield _("{title}: nothing more").format(title=case.pack.flow.sections[section].title)
            case ev.Asked(text=words) | ev.Planned(words=words) | ev.Dropped(words=words) | ev.Jotted(words=words):
                yield _("“{words}”").format(words=words)
            case ev.Attached(name=name):
                yield name


def _entry(case: OpenCase, section: str, item: str) -> str:
    """What an entry is called, if it is there."""
    part = case.pack.flow.sections[section]
    return items_said(case.projection, section).get(item, part.repeat.one if part.repeat else part.title)


def _again(case: OpenCase, step: Step) -> Iterator[str]:
    """The answers that stand again once those of a step are taken back."""
    for event in (entry.event for entry in step):
        question = case.pack.flow.question(event.question) if isinstance(event, ev.Answered) else None
        if question and isinstance(event, ev.Answered) and (old := case.projection.answer(event.question, event.item)):
            yield _("{label} is {old} again").format(label=question.label, old=answer_said(question, old))
