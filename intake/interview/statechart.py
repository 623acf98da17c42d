"""The interview's order as a hierarchical state machine, built from the flow.

    stage ─┬─ section                 a section asked once
           └─ section ─┬─ more        a list: its gate, "any other?"
                       └─ item        the questions of an item

    advance   section → the next one, once nothing in it is left to ask; item → more, once no item is open
    another   more → item, while an item is open

Sections are states, questions are not; a log never names a state: where a case stands follows from what is open, and
going somewhere places the machine at that section's entry. The same transitions are drawn by `intake flow diagram`. A
guard answers a question and does nothing else.
"""

from typing import Any, NamedTuple, Protocol

from intake.interview.flow import Flow
from intake.interview.machinery import HierarchicalMachine, NestedState

END = "closed"


class _State(NestedState):
    separator = "."


class _Machine(HierarchicalMachine):
    state_cls = _State


class Progress(Protocol):
    """What the machine must know of a case."""

    def done(self, name: str) -> bool:
        """Whether a section has nothing left to ask."""

    def first_open(self, name: str) -> tuple[str, str] | None:
        """A section's first open question as (question, item)."""


class Move(NamedTuple):
    """One transition, for the machine and for its picture."""

    trigger: str
    source: str
    target: str
    guard: str


class _Walker:
    """The machine's model: where we are, and the progress its guards ask."""

    state: str
    progress: Progress

    def done(self, _event: Any) -> bool:
        """Guard: the section has nothing left to ask."""
        return self.progress.done(parts(self.state)[0])

    def item_open(self, _event: Any) -> bool:
        """Guard: an item has an open question."""
        return self.progress.first_open(parts(self.state)[0]) is not None

    def no_item_open(self, event: Any) -> bool:
        """Guard: no item has an open question."""
        return not self.item_open(event)


def parts(leaf: str) -> tuple[str, str]:
    """A leaf's section and part; the part is `item` or `more` in a list, else empty."""
    _, section, *part = leaf.split(".")
    return section, part[0] if part else ""


def entry(flow: Flow, section: str) -> str:
    """The leaf through which a section is entered."""
    return f"{flow.paths[section]}.more" if flow.sections[section].repeat else flow.paths[section]


def moves(flow: Flow) -> list[Move]:
    """All transitions, in the order of the interview."""
    entries = [entry(flow, section) for section in flow.sections]
    forward = [Move("advance", a, b, "done") for a, b in zip(entries, [*entries[1:], END], strict=True)]
    items = {more: f"{more.removesuffix('more')}item" for more in entries if more.endswith(".more")}
    loops = [
        move
        for more, item in items.items()
        for move in (Move("another", more, item, "item_open"), Move("advance", item, more, "no_item_open"))
    ]
    return [*forward, *loops]


class Statechart:
    """The machine of one flow; one instance serves any number of cases."""

    def __init__(self, flow: Flow) -> None:
        """Build the machine. Raises ValueError where two states would have one name."""
        self.flow = flow
        self._walker = _Walker()
        self._machine = _Machine(
            model=self._walker,
            states=_states(flow),
            transitions=[
                {"trigger": m.trigger, "source": m.source, "dest": m.target, "conditions": m.guard} for m in moves(flow)
            ],
            initial=entry(flow, next(iter(flow.sections))),
            auto_transitions=False,
            queued=False,
            send_event=True,
        )

    def settle(self, progress: Progress, section: str | None = None) -> str:
        """The leaf at which a case stands: on from `section`, or from the first one not done, while leaves are done."""
        start = section or next((s for s in self.flow.sections if not progress.done(s)), None)
        if start is None:
            return END
        self._walker.progress = progress
        if self._stays(start):
            return self._walker.state
        self._machine.set_state(entry(self.flow, start))
        while self._walker.state != END and self._step():
            pass
        return self._walker.state

    def _stays(self, start: str) -> bool:
        """Whether the machine stands in section `start` already, where none of its guards would let it go."""
        if self._walker.state == END or parts(self._walker.state)[0] != start:
            return False
        section, part = parts(self._walker.state)
        is_open = self._walker.progress.first_open(section) is not None
        return is_open if part == "item" else not self._walker.progress.done(section) and not (part and is_open)

    def _step(self) -> bool:
        section, part = parts(self._walker.state)
        if part == "more" and self._walker.progress.first_open(section):
            self._walker.trigger("another")  # type: ignore[attr-defined]
            return False
        return bool(self._walker.trigger("advance"))  # type: ignore[attr-defined]


def _states(flow: Flow) -> list[Any]:
    def section(name: str) -> Any:
        return {"name": name, "children": ["more", "item"], "initial": "more"} if flow.sections[name].repeat else name

    stages = [
        {"name": stage.id, "children": [section(s.id) for s in stage.sections], "initial": stage.sections[0].id}
        for stage in flow.stages
    ]
    return [*stages, END]
