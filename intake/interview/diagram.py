"""The statechart drawn as Mermaid, from the same transitions that the machine runs on."""

from intake.interview.flow import Flow
from intake.interview.statechart import END, moves

_WORDS = {"done": "nothing left to ask", "item_open": "an entry is open", "no_item_open": "no entry is open"}


def mermaid(flow: Flow) -> str:
    """The statechart of `flow` as a Mermaid state diagram."""
    lines = ["stateDiagram-v2"]
    for stage in flow.stages:
        lines.append(f"  state {_quoted(stage.title)} as {stage.id} {{")
        for section in stage.sections:
            lines.append(f"    state {_quoted(section.title)} as {_id(flow.paths[section.id])}")
            if section.repeat:
                path = _id(flow.paths[section.id])
                lines += [
                    f"    state {path} {{",
                    f"      {path}_more: any other?",
                    f"      {path}_item: one {section.repeat.one}",
                    "    }",
                ]
        lines.append("  }")
    first = next(iter(flow.sections))
    lines.append(f"  [*] --> {_id(flow.paths[first])}")
    for move in moves(flow):
        target = "[*]" if move.target == END else _id(move.target)
        lines.append(f"  {_id(move.source)} --> {target}: {_WORDS[move.guard]}")
    return "\n".join(lines)


def _id(path: str) -> str:
    return path.replace(".", "_")


def _quoted(title: str) -> str:
    return '"' + title.replace('"', "'") + '"'
