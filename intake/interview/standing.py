"""Where a case stands: the question that stands, what can be asked, and what comes before it."""

from typing import NamedTuple

from intake.interview.projection import Projection
from intake.interview.state import ONLY, State
from intake.interview.statechart import END, Statechart, parts

MORE = "more"


class Standing(NamedTuple):
    """The question that stands: `section.field` and its item; a list's gate is `section.more`; at the end, `closed`."""

    question: str
    item: str

    @property
    def section(self) -> str:
        """The question's section."""
        return self.question.partition(".")[0]

    @property
    def field(self) -> str:
        """The question's field; `more` for a list's gate."""
        return self.question.partition(".")[2]


def standing(state: State, projection: Projection, chart: Statechart) -> Standing:
    """Where the case stands: where the person went on purpose, else at the first thing that is open."""
    focus = state.content.focus
    start = None
    if focus:
        section, _dot, field = focus.to.partition(".")
        if field and can_ask(projection, focus.to, focus.item):
            return Standing(focus.to, focus.item)
        start = section if not projection.done(section) else None
    leaf = chart.settle(projection, start or _last_section(state, projection))
    if leaf == END:
        return Standing(END, ONLY)
    section, part = parts(leaf)
    if part == MORE:
        return Standing(f"{section}.{MORE}", ONLY)
    first = projection.first_open(section)
    return Standing(*first) if first else Standing(f"{section}.{MORE}", ONLY)


def _last_section(state: State, projection: Projection) -> str | None:
    """A section that is being worked on is finished before an earlier one that was left open is asked again."""
    last = state.content.last
    if last is None:
        return None
    section = last.to.partition(".")[0]
    return section if not projection.done(section) else None


def can_ask(projection: Projection, question: str, item: str) -> bool:
    """Whether the question exists in this case now: relevant, and its item there."""
    section, _dot, field = question.partition(".")
    part = projection.flow.sections.get(section)
    if part is None or not projection.relevant(section):
        return False
    if field == MORE:
        return part.repeat is not None
    if part.repeat and projection.section(section).get(item) is None:
        return False
    return projection.asked(section, field, item)


def previous(projection: Projection, here: Standing) -> Standing | None:
    """The question before `here` on the way that the interview takes, None at the very first."""
    names = list(projection.flow.sections)
    index = names.index(here.section) if here.section in names else len(names)
    before = _path_within(projection, here) if index < len(names) else []
    while not before and index > 0:
        index -= 1
        before = _whole_path(projection, names[index])
    return before[-1] if before else None


def _path_within(projection: Projection, here: Standing) -> list[Standing]:
    """The questions of `here`'s section that come before it, of its own item and the one before."""
    part = projection.flow.sections[here.section]
    if part.repeat is None:
        path = asked(projection, here.section, ONLY)
        return path[: path.index(here)] if here in path else path
    items = [item.id for item in projection.section(here.section).ordered()]
    if here.field == MORE:
        return asked(projection, here.section, items[-1]) if items else []
    path = asked(projection, here.section, here.item)
    earlier = path[: path.index(here)] if here in path else path
    place = items.index(here.item)
    return earlier or (asked(projection, here.section, items[place - 1]) if place else [])


def _whole_path(projection: Projection, section: str) -> list[Standing]:
    if not projection.relevant(section):
        return []
    if projection.flow.sections[section].repeat:
        return [Standing(f"{section}.{MORE}", ONLY)]
    return asked(projection, section, ONLY)


def asked(projection: Projection, section: str, item: str) -> list[Standing]:
    """An item's questions up to its first open one."""
    path = [Standing(f"{section}.{q.field}", item) for q in projection.asks(section, item)]
    first = projection.open[section].get(item)
    fields = [s.field for s in path]
    return path[: fields.index(first) + 1] if first in fields else path
