"""The statechart drawn as a Mermaid state diagram."""

from collections.abc import Iterator

from intake.interview.flow import Flow, Section
from intake.interview.guards import section_guard
from intake.interview.statechart import END, moves
from intake.text import visible
from intake.words import _

WORDS = {
    "done": _("nothing left to ask"),
    "item_open": _("yes: one more"),
    "no_item_open": _("asked again"),
}
#: What Mermaid would obey in a text, as the entities that it shows instead; the first of them makes the entities.
_ENTITIES = {"#": "#35;", ";": "#59;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "{": "#123;", "}": "#125;", ":": "#58;"}


def mermaid(flow: Flow) -> str:
    """The statechart of `flow` as a Mermaid state diagram."""
    return "\n".join(_lines(flow)) + "\n"


def _lines(flow: Flow) -> Iterator[str]:
    yield "stateDiagram-v2"
    for stage in flow.stages:
        yield f'  state "{_text(stage.title)}" as {stage.id} {{'
        for section in stage.sections:
            yield from _section(flow, section)
        yield "  }"
    first = next(iter(flow.sections))
    yield f"  [*] --> {_id(flow.paths[first])}"
    for move in moves(flow):
        target = "[*]" if move.target == END else _id(move.target)
        yield f"  {_id(move.source)} --> {target}: {_text(WORDS[move.guard])}"


def _section(flow: Flow, section: Section) -> Iterator[str]:
    path = _id(flow.paths[section.id])
    yield f'    state "{_text(section.title)}" as {path}'
    if section.repeat:
        yield f"    state {path} {{"
        yield f"      {path}_more: {_text(section.repeat.more)}"
        yield f"      {path}_item: {_text(_('one {name}').format(name=section.repeat.one))}"
        yield "    }"
    guard = section_guard(flow, section)
    if guard:
        yield f"    note right of {path}: {_text(guard)}"


def _id(path: str) -> str:
    return path.replace(".", "_")


def _text(words: str) -> str:
    """`words` with nothing in them that Mermaid would obey."""
    return "".join(_ENTITIES.get(character, character) for character in visible(words, one_line=True))
