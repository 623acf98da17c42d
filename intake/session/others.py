"""The other cases of the same folder, by words: which there are, and which one to go on with."""

from collections.abc import Sequence

from intake.interview.commands import Refused
from intake.journal.cases import Case, pick
from intake.journal.errors import UnknownCase
from intake.session.case import OpenCase
from intake.text import visible
from intake.words import _


def cases_text(case: OpenCase) -> str:
    """Every case, the one changed last first, numbered; the one that is open is marked."""
    lines = [_line(n, each, here=each.id == case.id) for n, each in enumerate(case.journal.cases(), start=1)]
    return "\n".join([*lines, _("To go on with another one, say for instance: open case 2.")])


def _line(number: int, case: Case, *, here: bool) -> str:
    text = _("{n} {title} · changed {day} · {state}").format(
        n=number, title=visible(case.title, one_line=True), day=case.changed[:10], state=_state(case)
    )
    return f"▸ {text} · {_('you are here')}" if here else f"  {text}"


def _state(case: Case) -> str:
    return _("finished") if case.closed else _("open")


def another(case: OpenCase, wanted: str) -> str:
    """The id of the other case that `wanted` names: its number in the list, its id, or its title. Raises Refused."""
    cases = case.journal.cases()
    found = _numbered(cases, wanted) or _picked(cases, wanted)
    if found.id == case.id:
        raise Refused(_("You are in that case already."))
    return found.id


def _numbered(cases: Sequence[Case], wanted: str) -> Case | None:
    number = int(wanted) if wanted.isdecimal() and len(wanted) < 5 else 0
    return cases[number - 1] if 0 < number <= len(cases) else None


def _picked(cases: Sequence[Case], wanted: str) -> Case:
    try:
        return pick(cases, wanted)
    except UnknownCase as error:
        raise Refused(_("{error} Say cases to see them all.").format(error=error)) from error
