"""A new version of the questions in the conversation: what it changes is said, and it is taken at a yes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from intake.interview.state import ONLY
from intake.session.pending import Pending
from intake.session.versions import Change, looked_for
from intake.session.views import Message, Prompt
from intake.text import visible
from intake.words import _

if TYPE_CHECKING:
    from intake.interview.standing import Standing
    from intake.session.case import OpenCase
    from intake.session.conversation import Conversation

#: Entries of one question that are named one by one; more are counted.
_NAMED = 3


def news(case: OpenCase) -> list[str]:
    """What somebody who comes back should know of the questions; nothing where they are as they were."""
    bound, here = case.state.bound, case.pack.flow_pin
    if case.update is not None:
        return ["\n".join(_announced(case))]
    if not case.answerable or (bound and bound.version != case.newest.flow.version):
        return [_no_way(case)]
    if bound and bound.sha256 != here.sha256:
        text = _("The wording of the questions was revised since you began (still version {version}).")
        kept = _("All answers are kept; say review to look through them.")
        return [f"{text.format(version=bound.version)} {kept}"]
    return []


def recall(talker: Conversation) -> None:
    """Ask for a yes to the version that waits: once, or again and again where nothing can be answered before it."""
    case = talker.case
    if case.update is None or talker.pending is not None or (talker.keeps_version and case.answerable):
        return
    ask = _("Take the new version now?")
    taken, refused = (lambda: _taken(talker)), (lambda: _refused(talker))
    talker.pending = Pending(ask, taken, refuse=refused, first=True, where=heading())


def stops(talker: Conversation) -> bool:
    """Whether something has to be settled before anything is answered."""
    return talker.pending is not None and talker.pending.first


def reason(case: OpenCase, standing: Standing) -> list[str]:
    """Why an answer is asked for again, where one is."""
    why = looked_for(case.projection, standing)
    return [_("Another look: {why}").format(why=visible(why))] if why else []


def heading() -> str:
    """What stands above the question whether to take a version."""
    return _("New version")


def prompt(standing: Standing) -> Prompt:
    """What stands where nothing can be answered."""
    ask = _("Nothing can be answered here. You can say review, board, export, or pause.")
    return Prompt(standing.question, ONLY, _("To be read"), ask, "phase")


def _announced(case: OpenCase) -> Iterator[str]:
    update = case.update
    assert update is not None, "there is a version to be told of"
    old, new = update.event.from_version, update.event.version
    if old == new:
        yield _("The questions were edited since you began (still version {new}).").format(new=new)
    else:
        yield _("The questions have changed since you began (version {old} → {new}).").format(old=old, new=new)
    if update.looks:
        yield _counted(len(update.looks), _("1 answer needs another look:"), _("{n} answers need another look:"))
        yield from _grouped(update.looks)
    if update.added:
        ask = _counted(len(update.added), _("1 question is new: {names}."), _("{n} questions are new: {names}."))
        yield ask.replace("{names}", ", ".join(update.added))
    if update.aside:
        one, more = (
            _("1 answer is kept, and not asked for any more:"),
            _("{n} answers are kept, and not asked for any more:"),
        )
        yield _counted(len(update.aside), one, more)
        yield from _grouped(update.aside)
    yield _("Nothing is lost.") if update.looks or update.aside else _("All your answers stay as they are.")


def _counted(count: int, one: str, more: str) -> str:
    return one if count == 1 else more.replace("{n}", f"{count:,}")


def _grouped(changes: Sequence[Change]) -> Iterator[str]:
    """A line for each question, with its entries by name, or their number where they are many."""
    by_question: dict[str, list[Change]] = {}
    for change in changes:
        by_question.setdefault(change.question, []).append(change)
    for same in by_question.values():
        names = "; ".join(change.entry for change in same)
        entries = names if len(same) <= _NAMED else _("{n} entries").format(n=f"{len(same):,}")
        why = _(": {why}").format(why=visible(same[0].why)) if same[0].why else ""
        yield f"  - {visible(same[0].label)} ({entries}){why}"


def _taken(talker: Conversation) -> list[Message]:
    talker.case.take_update()
    version = talker.case.pack.flow.version
    return [Message("noted", _("The questions are version {version} now. Saved.").format(version=version))]


def _refused(talker: Conversation) -> list[Message]:
    talker.keeps_version = True
    if talker.case.answerable:
        text = _("Then you go on with version {version} of the questions. You are asked again next time.")
        return [Message("told", text.format(version=talker.case.pack.flow.version))]
    return [Message("told", _("Then nothing changes. Your answers can be seen, reviewed and exported as they are."))]


def _no_way(case: OpenCase) -> str:
    bound, newest = case.state.bound, case.newest.flow.version
    assert bound is not None, "the case stands under a version"
    if bound.version > newest:
        text = _(
            "These answers are to version {old} of the questions, and version {new} is here. Please update intake."
        )
    else:
        text = _("The questions have changed since you began (version {old} → {new}), and no way over is written yet.")
    if case.answerable:
        after = _("You go on with version {old}. Nothing is lost.")
    else:
        after = _("Your answers can be seen, reviewed and exported as they are. Nothing is lost.")
    return f"{text} {after}".format(old=bound.version, new=newest)
